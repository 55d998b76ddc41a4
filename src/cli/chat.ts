/** `lindung chat`: the talk in this terminal, on the same data as `npm start`, beside it or alone. */
import { talk } from "../channels/terminal/terminal.ts";
import { readContent } from "../content/content.ts";
import { printFault } from "../content/reading/fault.ts";
import { todayIn } from "../enrolment/calendar.ts";
import { openHouse } from "../house.ts";
import { contactIdOf, meet, receive, saysAfter } from "../inbox/receive.ts";
import { openLog } from "../log.ts";
import { settingsFor } from "./settings.ts";
import type { Terminal } from "./terminal.ts";

export type ChatOptions = {
  /** Who sits here: the same name takes the talk up again. */
  readonly as: string;
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
};

/** Talks until the input ends. The exit code: 1 when the house could not be opened. */
export async function chat(options: ChatOptions, terminal: Terminal): Promise<number> {
  const say = (key: string, values = {}) =>
    terminal.complain(terminal.wording.text(`operator.${key}`, values));
  const config = settingsFor(terminal);
  if (config === undefined) return 1;
  const content = readContent(terminal.folder, todayIn(new Date().toISOString()));
  if ("faults" in content) {
    say("start.content", { faults: content.faults.map(printFault).join("\n") });
    return 1;
  }
  // What happens in the house goes to the log of `npm start`; here it would stand in the middle of the talk.
  const house = await openHouse(config, openLog("silent"), content.material);
  const { inbox, bulletin } = house;
  const address = { channel: "terminal", account: "terminal", from: options.as };
  if (options.input.isTTY) say("chat.hello", { as: options.as });
  await talk({
    from: options.as,
    meet: () => meet(inbox, address, undefined),
    receive: (inbound) => receive(inbox, inbound),
    saysAfter: async (after) => {
      const told = await saysAfter(inbox, address, after);
      return told.kind === "says" ? told.says : [];
    },
    listen: (wake) => bulletin.listenWhenKnown(contactIdOf(inbox, address), wake),
    input: options.input,
    output: options.output,
    tryAgain: terminal.wording.text("operator.chat.try-again"),
  });
  await house.close();
  return 0;
}
