/** The doors of JSON: what a client sent becomes a record of ours, or the kind of its fault. */
import type { Language } from "../../web/language.ts";
import type { ProblemKind } from "../../web/refuse.ts";
import type { Inbound } from "../channel.ts";

export type Fault = { readonly fault: ProblemKind };

export type Message = Pick<Inbound, "id" | "heard" | "under">;

export type NewSession = {
  readonly link: string | undefined;
  readonly language: Language | undefined;
};

const longestId = 64;
/** In UTF-16 units, as long as the longest message of the other channels. */
const longestText = 4096;

/** An object with known names only. */
function parseObject(
  text: string,
  names: readonly string[],
): Readonly<Record<string, unknown>> | Fault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: "not-json" };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { fault: "bad-shape" };
  }
  const isKnown = Object.keys(value).every((name) => names.includes(name));
  return isKnown ? { ...value } : { fault: "bad-shape" };
}

/** `{"id", "text"}` or `{"id", "choice"}`, never both; `under` is the id of the saying whose button was tapped. */
export function parseMessage(text: string): Message | Fault {
  const fields = parseObject(text, ["id", "text", "choice", "under"]);
  if (isFault(fields)) return fields;
  const { id, text: typed, choice, under } = fields;
  if ((typed === undefined) === (choice === undefined)) return { fault: "bad-shape" };
  const said = typed ?? choice;
  if (typeof said !== "string" || !isUnder(under)) return { fault: "bad-shape" };
  if (typeof id !== "string" || id.length === 0 || id.length > longestId)
    return { fault: "bad-id" };
  if (said.length > longestText) return { fault: "text-too-long" };
  return {
    id,
    heard: typed === undefined ? { kind: "choice", value: said } : { kind: "text", text: said },
    ...(under === undefined ? {} : { under }),
  };
}

/** Counted from 1, as sayings are. */
function isUnder(value: unknown): value is number | undefined {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) > 0);
}

/** `link` and `lang`, each optional. An unknown code is no fault: whoever comes by a torn poster is welcome too. */
export function parseSession(text: string): NewSession | Fault {
  const fields = text === "" ? {} : parseObject(text, ["link", "lang"]);
  if (isFault(fields)) return fields;
  const { link, lang } = fields;
  if (!isLink(link) || !isLanguage(lang)) return { fault: "bad-shape" };
  return { link, language: lang };
}

function isLink(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === "string" && value.length <= longestId);
}

function isLanguage(value: unknown): value is Language | undefined {
  return value === undefined || value === "id" || value === "en";
}

/** The id of the last saying that is known: a whole number, 0 when there is none yet. */
export function parseAfter(text: string | undefined): number | Fault {
  if (text === undefined || text === "") return 0;
  return /^\d{1,15}$/.test(text) ? Number(text) : { fault: "bad-after" };
}

export function isFault(value: unknown): value is Fault {
  return typeof value === "object" && value !== null && "fault" in value;
}
