/** A saying as each channel shows it: on a screen in frames that look like the thing, in a file as plain lines. */

import type { Says } from "../../channels/channel.ts";
import { partsOf } from "../../channels/telegram/shape.ts";
import { rendered as inTerminal } from "../../channels/terminal/terminal.ts";
import { type ChannelName, capabilitiesOf } from "../../rendering/capabilities.ts";
import { type Rendered, type Row, render } from "../../rendering/render.ts";
import { besides, centred, frame, wrapped } from "./frames.ts";

/** A message: its text, and below it rows of buttons or a list behind the button that opens it. */
type Shown = {
  readonly text: string;
  readonly rows?: readonly (readonly string[])[];
  readonly list?: { readonly opener: string; readonly rows: readonly Row[] };
};

/** `opener`: what the button of a list says. */
export function drawn(
  says: Says,
  channel: ChannelName,
  opener: string,
  isFramed: boolean,
): readonly string[] {
  if (channel === "terminal") return [...inTerminal(says).split("\n"), ""];
  const draw = isFramed ? looks[channel] : plainly;
  return shownOn(channel, says, opener).flatMap(draw);
}

function shownOn(channel: ChannelName, says: Says, opener: string): readonly Shown[] {
  if (channel === "telegram") {
    return partsOf(says).map(({ text, markup }) =>
      markup !== undefined && "inline_keyboard" in markup
        ? { text, rows: markup.inline_keyboard.map((row) => row.map((button) => button.text)) }
        : { text },
    );
  }
  return render(says, capabilitiesOf[channel]).map((message) => shown(message, opener));
}

function shown(message: Rendered, opener: string): Shown {
  switch (message.kind) {
    case "text":
      return { text: message.text };
    case "buttons":
      return { text: message.text, rows: message.buttons.map(({ label }) => [label]) };
    case "list":
      return {
        text: message.text,
        list: { opener, rows: message.rows },
      };
  }
}

type Look = (message: Shown) => readonly string[];

const looks: Readonly<Record<Exclude<ChannelName, "terminal">, Look>> = {
  /** A keyboard of its own below the bubble. */
  telegram: ({ text, rows = [] }) => [
    ...frame([wrapped(text)]),
    ...(rows.length === 0 ? [] : frame(rows.map(besides), "square")),
  ],
  "whatsapp-web": ({ text }) => frame([wrapped(text)]),
  /** Buttons are part of the bubble; a list is a sheet that its button opens. */
  "whatsapp-cloud": ({ text, rows = [], list }) => {
    if (list === undefined) {
      return frame([wrapped(text), ...rows.map(([label = ""]) => centred(`↩ ${label}`))]);
    }
    const sheet = list.rows.map(({ label, note }) => [
      ...wrapped(`○ ${label}`, "  "),
      ...(note === undefined ? [] : wrapped(`  ${note}`, "  ")),
    ]);
    return [
      ...frame([wrapped(text), centred(`☰ ${list.opener}`)]),
      ...frame([centred(list.opener), sheet.flat()], "square"),
    ];
  },
  /** Buttons with their number in front. */
  "web-chat": ({ text, rows = [] }) => [
    ...frame([wrapped(text)]),
    ...(rows.length === 0
      ? []
      : frame(
          rows.map(([label = ""], index) => wrapped(`(${index + 1}) ${label}`, "    ")),
          "square",
        )),
  ],
};

/** For a pipe or a file: nothing but the words. */
function plainly({ text, rows = [], list }: Shown): readonly string[] {
  return [
    ...text.split("\n"),
    ...rows.map((labels) => labels.map((label) => `[${label}]`).join(" ")),
    ...(list === undefined ? [] : [`[${list.opener}]`]),
    ...(list?.rows ?? []).map(({ label, note }) =>
      note === undefined ? `- ${label}` : `- ${label} (${note})`,
    ),
    "",
  ];
}
