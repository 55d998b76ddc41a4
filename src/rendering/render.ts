/**
 * A saying as a channel can show it: with buttons, as a list, or with its choices as numbered lines. Whatever is
 * shown, the talk takes a number, a label or a near miss as well as a tap.
 */
import type { Capabilities, Choice, Says } from "../channels/channel.ts";
import { areDifferent, cut, lineOf } from "./labels.ts";
import { numbered } from "./numbered.ts";
import { split } from "./split.ts";

export type Row = Choice & {
  /** The whole label, where the row's own is cut. */
  readonly note?: string;
};

/** The `value` of a choice carries the number of its saying in front (`tapIn`). */
export type Rendered =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "buttons"; readonly text: string; readonly buttons: readonly Choice[] }
  | { readonly kind: "list"; readonly text: string; readonly rows: readonly Row[] };

/**
 * The messages of a saying, in order; the choices are under the last. Nothing is dropped: where labels would be alike
 * once they are cut, values are longer than the channel carries, or there is no text for the buttons to stand under,
 * the choices are numbered. No message at all where there is neither text nor choice.
 */
export function render(says: Says, can: Capabilities): readonly Rendered[] {
  const choices = (says.choices ?? []).map(({ value, label }) => ({
    value: `${says.id}:${value}`,
    label: lineOf(label),
  }));
  if (choices.length === 0) return split(says.text, can.textMax).map(textOf);
  const parts = split(says.text, can.textMax);
  const last = parts.at(-1);
  const shape = last === undefined ? undefined : shapeOf(choices, can);
  if (last === undefined || shape === undefined) {
    const labels = choices.map(({ label }) => label);
    return numbered(says.text, labels, can).map(textOf);
  }
  const above = split(last, can.aboveChoicesMax);
  return [
    ...[...parts.slice(0, -1), ...above.slice(0, -1)].map(textOf),
    { ...shape, text: above.at(-1) ?? last },
  ];
}

/** The saying and the value behind a tapped button; undefined where it is none of ours. */
export function tapIn(
  data: string,
): { readonly under: number; readonly value: string } | undefined {
  const [, under, value] = /^(0|[1-9]\d{0,14}):([\s\S]+)$/.exec(data) ?? [];
  return under === undefined || value === undefined ? undefined : { under: Number(under), value };
}

function textOf(text: string): Rendered {
  return { kind: "text", text };
}

/** Whole labels rather than cut ones: two long choices are a list with notes where three buttons would do. */
function shapeOf(choices: readonly Choice[], { buttons, list, valueMax }: Capabilities) {
  const values = choices.map(({ value }) => value);
  const isCarried = values.every(
    (value) => Buffer.byteLength(value) <= valueMax && value === value.trim(),
  );
  if (!isCarried || new Set(values).size < values.length) return undefined;
  const fitsIn = (most = 0) => choices.length <= most;
  const short = (most: number): readonly Row[] | undefined => {
    const rows = choices.map((choice) => ({ ...choice, label: cut(choice.label, most) }));
    return areDifferent(rows.map(({ label }) => label)) ? rows : undefined;
  };
  const asButtons = fitsIn(buttons?.most) ? short(buttons?.labelMax ?? 0) : undefined;
  const asRows = fitsIn(list?.most) ? short(list?.labelMax ?? 0) : undefined;
  const isWhole = asButtons?.every(({ label }, index) => label === choices[index]?.label) === true;
  if (asButtons !== undefined && (isWhole || asRows === undefined)) {
    return { kind: "buttons" as const, buttons: asButtons };
  }
  return (
    asRows && { kind: "list" as const, rows: asRows.map(withNote(choices, list?.noteMax ?? 0)) }
  );
}

function withNote(choices: readonly Choice[], most: number) {
  return (row: Row, index: number): Row => {
    const whole = choices[index]?.label ?? row.label;
    return whole === row.label ? row : { ...row, note: cut(whole, most) };
  };
}
