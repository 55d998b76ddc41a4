/** What the channel brings to the contract of all channels. */
import { onTestFinished } from "vitest";
import { account, type GraphOptions, openGraph } from "../fakes/whatsapp-cloud/graph.ts";
import type { Details } from "../fakes/whatsapp-cloud/person.ts";
import { collectLog, type Phone, type Stand } from "../stand.ts";
import { openCloud, people, settingsFor, start } from "./stand.ts";

export async function contractStand(options: GraphOptions = {}) {
  const graph = await openGraph({ now: () => start, ...options });
  onTestFinished(graph.stop);
  const { log, lines } = collectLog();
  const opened = async () => {
    const settings = settingsFor(graph.origin);
    const { channel, hook } = await openCloud({ settings, log, clock: () => new Date(start) });
    graph.listensAt(hook);
    return channel;
  };
  const photo = graph.shelf.add(Buffer.from("a card that nobody may keep"), "image/jpeg");

  const phoneOf = (details: Details): Phone => {
    const person = graph.person(details);
    person.hasWritten(start);
    return {
      address: person.address,
      account: account.phoneId,
      says: person.writes,
      taps: person.taps,
      sendsPhoto: () => person.sendsMedia("image", photo),
      sharesContact: person.sharesOwnNumber,
      lastArrivesAgain: person.lastAgain,
      blocks: async () => person.blocks(),
      screen: person.screen,
    };
  };

  const stand: Stand = {
    channel: await opened(),
    again: opened,
    people: {
      siti: phoneOf(people.siti),
      budi: phoneOf(people.budi),
      wayan: phoneOf(people.wayan),
    },
    stranger: "6281200009876",
    // Meta takes it, and reports later that it did not arrive.
    whenBlocked: { outcome: { kind: "sent" }, isTold: false },
    tooFast: (times) => graph.meets({ kind: "code", code: 131056 }, times),
    breaksOff: (times) => {
      for (let count = 0; count < times; count += 1) {
        graph.meets(
          count % 2 === 0
            ? { kind: "raw", status: 502, body: "<html>Bad Gateway</html>" }
            : { kind: "cut", when: "after" },
        );
      }
    },
    log: { log, lines },
    secrets: [account.token, account.appSecret, account.verifyToken],
    redeliveryMs: 40,
  };
  return { stand, graph };
}
