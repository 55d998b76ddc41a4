/** A saying as requests to the Bot API: what stands in each message, and what stands under it. Pure. */
import type { InlineKeyboardMarkup, Opts } from "telegraf/types";
import { capabilitiesOf } from "../../rendering/capabilities.ts";
import { render } from "../../rendering/render.ts";
import type { Choice, Says } from "../channel.ts";

export type Markup = NonNullable<Opts<"sendMessage">["reply_markup"]>;

/** One message; the texts are plain, so that nothing in them is taken for a sign of formatting. */
export type Part = { readonly text: string; readonly markup?: Markup };

/** A choice of this value is a button by which Telegram itself gives the person's number. */
const shareContact = "share-contact";

/** Half a telephone's width: two such labels stand side by side and are still read whole. */
const shortLabel = 14;

/** The messages of a saying, in order. */
export function partsOf(says: Says): readonly Part[] {
  if (asksForContact(says)) return withContactKeyboard(says);
  return render(says, capabilitiesOf.telegram).map((message): Part => {
    if (message.kind === "text") return { text: message.text };
    const choices = message.kind === "buttons" ? message.buttons : message.rows;
    return { text: message.text, markup: { inline_keyboard: rowsOf(choices).map(inline) } };
  });
}

export function asksForContact({ choices }: Says): boolean {
  return choices?.some(({ value }) => value === shareContact) === true;
}

/**
 * The messages when a keyboard that asks for the number still stands where the letters are typed: the first message
 * without buttons takes it away, else one more in front, as buttons and its end cannot be in one message.
 */
export function withoutKeyboard(parts: readonly Part[], goesOn: string): readonly Part[] {
  const at = parts.findIndex(({ markup }) => markup === undefined);
  const markup: Markup = { remove_keyboard: true };
  if (at < 0) return [{ text: goesOn, markup }, ...parts];
  return parts.map((part, index) => (index === at ? { ...part, markup } : part));
}

/**
 * What was tapped, to be seen under the message; a second tap is that of an old button. The picture in front of a label
 * goes: "✓ ❌ Tidak" would say both.
 */
export function chosen(label: string, data: string): InlineKeyboardMarkup {
  const words = label.replace(/^(?:\p{Extended_Pictographic}|\u{FE0F}|\u{200D})+\s*/u, "");
  return { inline_keyboard: [[{ text: `${mark}${words}`, callback_data: data }]] };
}

export function isChosen(label: string): boolean {
  return label.startsWith(mark);
}

const mark = "✓ ";

/**
 * Only the keyboard in place of the letters can ask for the number, and a message has one keyboard: the other choices
 * are keys of it too, which say their label as if it were typed.
 */
function withContactKeyboard({ text, id, choices = [] }: Says): readonly Part[] {
  const parts = render({ id, text }, capabilitiesOf.telegram).map(({ text }): Part => ({ text }));
  const keyboard = choices.map(({ value, label }) =>
    value === shareContact ? [{ text: label, request_contact: true }] : [{ text: label }],
  );
  const markup = { keyboard, one_time_keyboard: true, resize_keyboard: true };
  return parts.map((part, index) => (index === parts.length - 1 ? { ...part, markup } : part));
}

/** One below the other, as they are read; only where all are short, two beside each other. */
function rowsOf(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  const isShort = choices.length > 3 && choices.every(({ label }) => label.length <= shortLabel);
  if (!isShort) return choices.map((choice) => [choice]);
  return choices.flatMap((choice, index) =>
    index % 2 === 0 ? [[choice, ...choices.slice(index + 1, index + 2)]] : [],
  );
}

function inline(row: readonly Choice[]) {
  return row.map(({ label, value }) => ({ text: label, callback_data: value }));
}
