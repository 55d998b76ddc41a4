/** What a message costs on its way through a channel, without the line: to be read, to be shaped, to wait its turn. */
import { createHmac } from "node:crypto";
import type { Pace, Says } from "../../src/channels/channel.ts";
import { partsOf } from "../../src/channels/telegram/shape.ts";
import { happeningIn } from "../../src/channels/telegram/translate.ts";
import { updateSchema } from "../../src/channels/telegram/update.ts";
import { arrivalsIn } from "../../src/channels/whatsapp-cloud/hearing/arrivals.ts";
import { isSigned } from "../../src/channels/whatsapp-cloud/hearing/signature.ts";
import { translate } from "../../src/channels/whatsapp-cloud/hearing/translate.ts";
import { bodiesOf } from "../../src/channels/whatsapp-cloud/sending/shape.ts";
import { openGate } from "../../src/outbox/pacing/gate.ts";
import { capabilitiesOf } from "../../src/rendering/capabilities.ts";
import { render } from "../../src/rendering/render.ts";
import { fakeTime } from "../outbox/pacing/fake-time.ts";
import { microsecondsOf, type Part } from "./stopwatch.ts";

const says: Says = {
  id: 7,
  text: "6 dari 13\nTabungan hari tua itu simpanan Bapak/Ibu sendiri. Mau yang mana?\nBingung? Ketik BANTUAN.",
  choices: [
    { value: "jkk-jkm", label: "Dua perlindungan" },
    { value: "jkk-jkm-jht", label: "Tambah tabungan" },
    { value: "explain", label: "Jelaskan dulu" },
  ],
};
const long: Says = { id: 8, text: "Siapa yang boleh ikut. ".repeat(600) };

const update = JSON.stringify({
  update_id: 731_001,
  message: {
    message_id: 12,
    date: 1_790_000_000,
    from: { id: 7_000, is_bot: false, first_name: "Siti", language_code: "id" },
    chat: { id: 7_000, type: "private", first_name: "Siti" },
    text: "nyadap karet",
  },
});

const account = "106540352242922";
const secret = "a secret of tests";

/** Three people in one delivery, as Meta sends them. */
const delivery = Buffer.from(
  JSON.stringify({
    object: "whatsapp_business_account",
    entry: [1, 2, 3].map((person) => ({
      id: "102290129340398",
      changes: [
        {
          field: "messages",
          value: {
            messaging_product: "whatsapp",
            metadata: { display_phone_number: "15550783881", phone_number_id: account },
            contacts: [{ profile: { name: "Siti" }, user_id: `ID.1502${person}` }],
            messages: [
              {
                from_user_id: `ID.1502${person}`,
                id: `wamid.${person}`,
                timestamp: "1790000000",
                type: "text",
                text: { body: "nyadap karet" },
              },
            ],
          },
        },
      ],
    })),
  }),
);
const signature = `sha256=${createHmac("sha256", secret).update(delivery).digest("hex")}`;

export function measureChannels(forMs: number, people: number): readonly Part[] {
  const works: readonly (readonly [string, () => unknown])[] = [
    [
      "telegram: an update read",
      () => happeningIn(updateSchema.parse(JSON.parse(update)), "123456"),
    ],
    ["telegram: a question with buttons shaped", () => partsOf(says)],
    ["telegram: 14,000 letters parted", () => partsOf(long)],
    ["whatsapp-cloud: a delivery of three, signed, read", readDelivery],
    ["whatsapp-cloud: a question with buttons shaped", () => bodiesOf(says, "Pilih")],
    ["whatsapp-web: a question numbered", () => render(says, capabilitiesOf["whatsapp-web"])],
  ];
  return [
    ...works.map(
      ([what, work]): Part => ({ what, figure: microsecondsOf(work, forMs), unit: "µs" }),
    ),
    measureGate(people),
  ];
}

function readDelivery(): number {
  if (!isSigned(delivery, signature, secret)) throw new Error("bench: a signature is not taken");
  const { messages } = arrivalsIn(delivery.toString("utf8"), account);
  const heard = messages.map(({ message, contacts }) => translate(message, contacts, account));
  if (heard.some(({ kind }) => kind !== "heard")) throw new Error("bench: a message is not heard");
  return heard.length;
}

const pace: Pace = { perSecond: 22, burst: 3, perContact: { burst: 1, everyMs: 1_050 } };

/** Two messages to each of so many people who all wait at once; the time that passes meanwhile is not counted. */
function measureGate(people: number): Part {
  const time = fakeTime();
  const gate = openGate(pace, { time, clock: () => new Date(), chance: Math.random });
  const startedAt = performance.now();
  let waiting = 0;
  for (let at = 0; at < 2 * people; at += 1) {
    if (gate.pass({ contactId: `c-${at % people}` }) !== "back") waiting += 1;
  }
  time.pass((2 * people * 1_000) / pace.perSecond + 60_000);
  const figure = ((performance.now() - startedAt) * 1_000) / waiting;
  gate.close();
  return { what: `outbox: a message at the gate, ${people} people waiting`, figure, unit: "µs" };
}
