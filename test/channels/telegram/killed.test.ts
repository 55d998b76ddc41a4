/** The program itself, towards a Telegram of tests: killed again and again while Siti answers, it loses nothing. */
import { expect, onTestFinished, test } from "vitest";
import { type Home, look, newHome } from "../../whole/home.ts";
import { siti as answers } from "../../whole/person.ts";
import { startProgram } from "../../whole/program.ts";
import { openFakeBotApi } from "../fakes/telegram/fake-bot-api.ts";
import type { Person } from "../fakes/telegram/people.ts";
import { marksOfSiti } from "../stand.ts";
import { token } from "./stand.ts";

/** By the number that stands above each question. A message a second is enough of them. */
const questions = ["consent", "segment", "birth_date", "occupation"];
/** The program is killed just after these were answered. */
const deadly = ["segment", "birth_date"];

const patience = { timeout: 60_000, interval: 20 };

test("killed twice while she answers: she goes on as if nothing had been", async () => {
  const api = await openFakeBotApi({ token });
  onTestFinished(() => api.close());
  const siti = api.people.person(7_001_000_111, "Siti");
  const home = await homeOn(api.apiRoot);
  let program = await startProgram(home);
  let output = "";

  siti.starts();
  await expect.poll(() => lastOf(siti), patience).toContain("Mau yang mana dulu?");
  siti.taps("Mulai daftar");
  for (const [index, name] of questions.entries()) {
    await expect.poll(() => asked(siti), patience).toBe(index + 1);
    siti.says(answers[name] ?? "");
    if (!deadly.includes(name)) continue;
    await new Promise((resolve) => setTimeout(resolve, 15 * index));
    ({ output } = await program.signal("SIGKILL"));
    forbid(output);
    program = await startProgram(home);
  }
  await expect.poll(() => asked(siti), patience).toBe(questions.length + 1);

  const outbox = () =>
    look(home, ({ read }) => read.selectFrom("outbox").select("state").execute());
  const unsent = async () => (await outbox()).filter(({ state }) => state !== "sent");
  await expect.poll(unsent, patience).toEqual([]);
  // Her start, her tap and her answers, each once.
  const heard = await look(home, ({ read }) =>
    read.selectFrom("inbound").select("says_from").execute(),
  );
  expect(heard).toHaveLength(2 + questions.length);
  const said = await outbox();
  // A kill repeats at most the one message that was on its way.
  const shown = siti.ofBot().length;
  expect(shown).toBeGreaterThanOrEqual(said.length);
  expect(shown).toBeLessThanOrEqual(said.length + deadly.length);

  ({ output } = await program.signal("SIGTERM"));
  forbid(output);
  // What was kept is confirmed: whoever comes next begins with what is new.
  expect(api.bot.updates).toEqual([]);
}, 240_000);

async function homeOn(apiRoot: string): Promise<Home> {
  const home = await newHome();
  const telegram = {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_MODE: "polling",
  };
  return { ...home, settings: { ...home.settings, ...telegram } };
}

function lastOf(person: Person): string {
  return person.ofBot().at(-1)?.text ?? "";
}

/** The highest number of a question on the screen. */
function asked(person: Person): number {
  const numbers = person.ofBot().map(({ text }) => /^(\d+) dari 13$/m.exec(text ?? "")?.[1] ?? 0);
  return Math.max(0, ...numbers.map(Number));
}

/** What the program wrote of itself tells nothing of her and nothing that opens the bot. */
function forbid(output: string): void {
  for (const secret of [token, token.split(":")[1] ?? "", "7001000111", ...marksOfSiti])
    expect(output).not.toContain(secret);
}
