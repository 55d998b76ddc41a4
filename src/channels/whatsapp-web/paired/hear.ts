/**
 * What people do is told in the order in which they did it. While chats are looked through for what is unread, what
 * comes meanwhile waits: it is newer.
 */
import type { Call, Client, Message } from "whatsapp-web.js";
import type { Facts, Told } from "../process/protocol.ts";
import { isPerson } from "../translate.ts";
import { within } from "./cause.ts";
import { factsOf, factsOfCall, openOtherIds } from "./heard.ts";
import { type Swept, sweep } from "./unread.ts";

export type Ears = {
  /** Tells all that nobody has seen yet, then what came meanwhile. */
  readonly sweep: (since: number, floor: number) => Promise<Swept>;
};

/** A sweep that takes longer no longer holds up what is new. */
const holdMs = 60_000;

export function hear(client: Client, tell: (told: Told) => void): Ears {
  const withOther = openOtherIds(client);
  const waiting: (() => void)[] = [];
  let holding: NodeJS.Timeout | undefined;

  const hold = () => {
    holding ??= setTimeout(letGo, holdMs);
  };
  const letGo = () => {
    clearTimeout(holding);
    holding = undefined;
    for (const go of waiting.splice(0)) go();
  };
  const pass = (facts: Facts, toldOf: (facts: Facts) => Told) => {
    if (!isPerson(facts.chat)) return;
    const go = () => {
      void withOther(facts).then((whole) => tell(toldOf(whole)));
    };
    if (holding === undefined) go();
    else waiting.push(go);
  };

  // It is looked for what is unread as soon as the program has heard of this.
  client.on("ready", hold);
  client.on("message", (message) =>
    pass(factsOf(message), (facts) => ({ told: "message", facts })),
  );
  client.on("message_edit", (message: Message, _now: unknown, before: unknown) => {
    // The library also says so of a message that has just been deciphered: there was no text before.
    if (message.fromMe || typeof before !== "string" || before === "") return;
    pass({ ...factsOf(message), at: Math.floor(Date.now() / 1000) }, (facts) => ({
      told: "edited",
      facts,
    }));
  });
  const isSealed = (message: Message) =>
    pass(factsOf(message), (facts) => ({ told: "unreadable", facts }));
  client.on("message_ciphertext_failed", isSealed);
  client.on("message_ciphertext", (message: Message) => {
    if (isForTelephoneOnly(message)) isSealed(message);
  });
  client.on("call", (call) => {
    if (call.fromMe || call.isGroup) return;
    void reject(call).then((isRejected) =>
      pass(factsOfCall(call, new Date()), (facts) => ({ told: "call", facts, isRejected })),
    );
  });

  return {
    sweep: async (since, floor) => {
      hold();
      try {
        const swept = await sweep(client, since, floor);
        for (const facts of swept.messages) {
          tell({ told: "message", facts: await withOther(facts) });
        }
        return swept;
      } finally {
        letGo();
      }
    },
  };
}

/** A picture that may be seen once, and the like: no browser is ever given it, and the library waits no longer for it. */
function isForTelephoneOnly({ rawData }: Message): boolean {
  return "subtype" in rawData && String(rawData.subtype).endsWith("_unavailable_fanout");
}

/** It rings for nobody. Where it cannot be rejected it rings on; the person is written to all the same. */
async function reject(call: Call): Promise<boolean> {
  return within(rejectMs, call.reject()).then(
    () => true,
    () => false,
  );
}

const rejectMs = 5_000;
