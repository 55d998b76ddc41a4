/** What Meta refuses of a message's body, with its words. Lengths are counted in characters, not UTF-16 units. */
import { type Answer, metaError } from "./answers.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Undefined where the message is in order. */
export function refusalOf(body: Fields): Answer | undefined {
  const fault = faultOf(body);
  return fault && metaError(fault.code, { details: fault.details });
}

type Fault = { readonly code: number; readonly details: string };

const missing = (what: string): Fault => ({
  code: 131008,
  details: `Required parameter is missing: ${what}`,
});
const invalid = (details: string): Fault => ({ code: 131009, details });

function faultOf(body: Fields): Fault | undefined {
  if (body["messaging_product"] !== "whatsapp") return missing("messaging_product");
  const key = body["biz_opaque_callback_data"];
  if (key !== undefined && Buffer.byteLength(String(key)) > 512) {
    return invalid("biz_opaque_callback_data must be at most 512 bytes");
  }
  switch (body["type"]) {
    case "text":
      return ofText(part(body, "text"));
    case "interactive":
      return ofInteractive(part(body, "interactive"));
    case "template":
      return ofTemplate(part(body, "template"));
    default:
      return { code: 131051, details: "Unsupported message type" };
  }
}

function ofText(text: Fields): Fault | undefined {
  if (isBlank(text["body"])) return missing("text.body");
  if (lengthOf(text["body"]) > 4096) {
    return { code: 100, details: "Param text['body'] must be at most 4096 characters long." };
  }
  return undefined;
}

function ofTemplate(template: Fields): Fault | undefined {
  if (isBlank(template["name"])) return missing("template.name");
  return isBlank(part(template, "language")["code"]) ? missing("template.language") : undefined;
}

function ofInteractive(interactive: Fields): Fault | undefined {
  const text = part(interactive, "body")["text"];
  if (isBlank(text)) return missing("interactive.body.text");
  if (lengthOf(text) > 1024) return invalid("Body text length invalid. Max length: 1024");
  const action = part(interactive, "action");
  switch (interactive["type"]) {
    case "button":
      return ofButtons(action);
    case "list":
      return ofList(action);
    case "request_contact_info":
      return action["name"] === "request_contact_info" ? undefined : missing("action.name");
    default:
      return invalid("Unknown interactive type");
  }
}

function ofButtons(action: Fields): Fault | undefined {
  const replies = many(action["buttons"]).map((button) => part(button, "reply"));
  if (replies.length < 1 || replies.length > 3) {
    return invalid("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
  }
  if (replies.some(({ title }) => isBlank(title) || lengthOf(title) > 20)) {
    return invalid("Button title length invalid. Min length: 1, Max length: 20");
  }
  if (hasTwice(replies.map(({ title }) => title))) return invalid("Duplicated button title");
  return ofIds(replies, 256);
}

function ofList(action: Fields): Fault | undefined {
  const sections = many(action["sections"]);
  const rows = sections.flatMap((section) => many(section["rows"]));
  if (isBlank(action["button"]) || lengthOf(action["button"]) > 20) {
    return invalid("Button label length invalid. Min length: 1, Max length: 20");
  }
  if (rows.length < 1 || rows.length > 10) {
    return invalid("Total row count exceed max allowed count: 10");
  }
  if (rows.some(({ title }) => isBlank(title) || lengthOf(title) > 24)) {
    return invalid("Row title length invalid. Min length: 1, Max length: 24");
  }
  if (rows.some(({ description }) => lengthOf(description) > 72)) {
    return invalid("Row description is too long. Max length: 72");
  }
  return ofIds(rows, 200);
}

function ofIds(choices: readonly Fields[], most: number): Fault | undefined {
  const ids = choices.map(({ id }) => String(id ?? ""));
  if (ids.some((id) => id === "" || id !== id.trim() || lengthOf(id) > most)) {
    return invalid(`Id invalid. Min length: 1, Max length: ${most}, no space at its ends`);
  }
  return hasTwice(ids) ? invalid("Duplicated id") : undefined;
}

const lengthOf = (text: unknown): number => [...String(text ?? "")].length;
const isBlank = (text: unknown): boolean => typeof text !== "string" || text.trim() === "";
const hasTwice = (all: readonly unknown[]): boolean => new Set(all).size < all.length;

export function part(of: Fields, name: string): Fields {
  const inner = of[name];
  return typeof inner === "object" && inner !== null ? { ...inner } : {};
}

export function many(list: unknown): readonly Fields[] {
  return Array.isArray(list) ? list : [];
}
