/** A saying as Meta's messages. */
import { capabilitiesOf } from "../../../rendering/capabilities.ts";
import { type Rendered, render } from "../../../rendering/render.ts";
import { split } from "../../../rendering/split.ts";
import type { Capabilities, Says } from "../../channel.ts";

/** `instead`: said where Meta does not take it, as the person can write what the button would have sent. */
export type Body = { readonly type: string; readonly instead?: Body } & Readonly<
  Record<string, unknown>
>;

/**
 * Meta counts letters, we count UTF-16 units, of which a letter has one or two: what fits here fits there.
 */
export const capabilities: Capabilities = capabilitiesOf["whatsapp-cloud"];

const shareContact = "share-contact";

/** In order. `opener` is the label of the button that opens a list: 20 letters at the most. */
export function bodiesOf(says: Says, opener: string): readonly Body[] {
  // Nothing can be taken out of a chat here.
  const text = says.removes === undefined ? says.text : says.removes.failed;
  const choices = says.choices ?? [];
  const shares = choices.find(({ value }) => value === shareContact);
  const others = choices.filter((choice) => choice !== shares);
  if (shares === undefined) return rendered({ ...says, text }, opener);
  if (others.length > 0) {
    // The button stands in a message of its own.
    return [...rendered({ ...says, text, choices: others }, opener), askingContact(shares.label)];
  }
  const parts = split(text, capabilities.aboveChoicesMax);
  if (parts.length === 0) return [askingContact(shares.label)];
  return parts.map((part, index) =>
    index < parts.length - 1 ? textOf(part) : askingContact(part),
  );
}

function rendered(says: Says, opener: string): readonly Body[] {
  return render(says, capabilities).map((part) => bodyOf(part, opener));
}

function bodyOf(part: Rendered, opener: string): Body {
  switch (part.kind) {
    case "text":
      return textOf(part.text);
    case "buttons":
      return interactive("button", part.text, {
        buttons: part.buttons.map(({ value, label }) => ({
          type: "reply",
          reply: { id: value, title: label },
        })),
      });
    case "list":
      return interactive("list", part.text, {
        button: opener,
        sections: [
          {
            rows: part.rows.map(({ value, label, note }) => ({
              id: value,
              title: label,
              ...(note === undefined ? {} : { description: note }),
            })),
          },
        ],
      });
  }
}

function textOf(body: string): Body {
  return { type: "text", text: { body, preview_url: false } };
}

function interactive(type: string, text: string, action: object): Body {
  return { type: "interactive", interactive: { type, body: { text }, action } };
}

/** A button by which the person's own number is sent. */
function askingContact(text: string): Body {
  const asking = interactive("request_contact_info", text, { name: "request_contact_info" });
  return { ...asking, instead: textOf(text) };
}

/** Approved by Meta beforehand: the only thing that may be said when a day has passed. */
export function templateOf({ name, language }: { name: string; language: string }): Body {
  return { type: "template", template: { name, language: { code: language } } };
}
