/** A saying as a channel can show it: with buttons, as a list, or with its choices as numbered lines. */
import type { Capabilities, Choice, Says } from "../channels/channel.ts";
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

/** The messages of a saying, in order; the choices are under the last. */
export function render(says: Says, can: Capabilities): readonly Rendered[] {
  const choices = (says.choices ?? []).map(({ value, label }) => ({
    value: `${says.id}:${value}`,
    label,
  }));
  if (choices.length === 0) return split(says.text, can.textMax).map(textOf);
  const shape = asButtons(choices, can) ?? asList(choices, can);
  if (shape === undefined) return numbered(says.text, choices, can);
  const parts = split(says.text, can.aboveChoicesMax);
  const last = parts.at(-1) ?? "";
  return [...parts.slice(0, -1).map(textOf), { ...shape, text: last }];
}

/** The saying and the value behind a tapped button; undefined where it is none of ours. */
export function tapIn(
  data: string,
): { readonly under: number; readonly value: string } | undefined {
  const [, under, value] = /^(\d{1,15}):([\s\S]+)$/.exec(data) ?? [];
  return under === undefined || value === undefined ? undefined : { under: Number(under), value };
}

function textOf(text: string): Rendered {
  return { kind: "text", text };
}

function asButtons(choices: readonly Choice[], { buttons, valueMax }: Capabilities) {
  if (buttons === undefined || choices.length > buttons.most) return undefined;
  const fits = choices.every(
    ({ label, value }) => label.length <= buttons.labelMax && Buffer.byteLength(value) <= valueMax,
  );
  return fits ? { kind: "buttons" as const, buttons: choices } : undefined;
}

/** Labels are cut only where they stay different; the whole label then stands below as a note. */
function asList(choices: readonly Choice[], { list, valueMax }: Capabilities) {
  if (list === undefined || choices.length > list.most) return undefined;
  const rows = choices.map(({ value, label }): Row => {
    if (label.length <= list.labelMax) return { value, label };
    return { value, label: cut(label, list.labelMax), note: cut(label, list.noteMax) };
  });
  const labels = new Set(rows.map(({ label }) => label));
  const fits = rows.every(({ value }) => Buffer.byteLength(value) <= valueMax);
  return fits && labels.size === rows.length ? { kind: "list" as const, rows } : undefined;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function numbered(
  text: string,
  choices: readonly Choice[],
  { textMax }: Capabilities,
): readonly Rendered[] {
  const lines = choices.map(({ label }, index) => `${index + 1}. ${label}`).join("\n");
  return split(`${text}\n\n${lines}`, textMax).map(textOf);
}
