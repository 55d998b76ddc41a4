/** WhatsApp by a paired telephone keeps the contract of all channels: the real library in a real Chromium. */
import { vi } from "vitest";
import type { Channel } from "../../../src/channels/channel.ts";
import { itKeepsTheContract } from "../contract.ts";
import type { Person } from "../fakes/whatsapp-web/chats.ts";
import { ownPhone } from "../fakes/whatsapp-web/server.ts";
import type { Message } from "../fakes/whatsapp-web/wire.ts";
import type { Phone, Stand } from "../stand.ts";
import { channelOf, isReady, newSetting, type Setting, threePeople } from "./with-telephone.ts";

/** Longer than any test of it goes on; the contract's clock stands in November. */
const clock = () => new Date("2026-11-25T03:00:00.000Z");

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

itKeepsTheContract("whatsapp-web", makeStand);

async function makeStand(): Promise<Stand> {
  const setting = await newSetting();
  const { fake, collected } = setting;
  const [siti, budi, wayan] = threePeople(fake);
  const opened = channelOf(setting, { clock });
  return {
    channel: onceReady(opened.channel),
    again: async () => onceReady(channelOf(setting, { clock }).channel),
    people: {
      siti: phoneOf(setting, siti),
      budi: phoneOf(setting, budi),
      wayan: phoneOf(setting, wayan),
    },
    stranger: "628129999999@c.us",
    // WhatsApp tells nobody that they are blocked: the message is taken, and never shown.
    whenBlocked: { outcome: { kind: "sent" }, isTold: false },
    tooFast: (times) => {
      fake.faults.refusals = times;
    },
    breaksOff: (times) => {
      fake.faults.refusals = times;
    },
    log: collected,
    get secrets() {
      return [...opened.qrs, ownPhone, siti.pn, budi.pn, wayan.pn];
    },
    redeliveryMs: 1_000,
  };
}

/** Nobody writes to a number before it is paired, and a browser takes its time where others run beside it. */
function onceReady(channel: Channel): Channel {
  return {
    ...channel,
    open: async (inward) => {
      await channel.open(inward);
      await isReady(channel);
    },
  };
}

function phoneOf({ fake }: Setting, person: Person): Phone {
  const sent: Message[] = [];
  const sends = async (deed: () => Message) => void sent.push(deed());
  return {
    address: fake.chatIdOf(person),
    account: "paired",
    says: (text) => sends(() => fake.text(person, text)),
    taps: undefined,
    sendsPhoto: () => sends(() => fake.sends(person, "image", { caption: "KTP saya" })),
    sharesContact: undefined,
    lastArrivesAgain: async () => {
      const last = sent.at(-1);
      if (last !== undefined) fake.again(last);
    },
    blocks: async () => fake.chats.block(person),
    screen: () =>
      fake.taken
        .filter(({ chat }) => chat === fake.chatIdOf(person))
        .map(({ body = "" }) => ({ text: body, buttons: [] })),
  };
}
