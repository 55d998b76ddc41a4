/** The doors of JSON: what a client sent becomes a record of ours, or the kind of its fault. */
import type { ProblemKind } from "../../web/refuse.ts";
import type { Inbound } from "../channel.ts";

export type Fault = { readonly fault: ProblemKind };

export type Message = { readonly id: string; readonly heard: Inbound["heard"] };

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

/** `{"id", "text"}` or `{"id", "choice"}`, never both. */
export function parseMessage(text: string): Message | Fault {
  const fields = parseObject(text, ["id", "text", "choice"]);
  if (isFault(fields)) return fields;
  const { id, text: typed, choice } = fields;
  if ((typed === undefined) === (choice === undefined)) return { fault: "bad-shape" };
  const said = typed ?? choice;
  if (typeof said !== "string") return { fault: "bad-shape" };
  if (typeof id !== "string" || id.length === 0 || id.length > longestId)
    return { fault: "bad-id" };
  if (said.length > longestText) return { fault: "text-too-long" };
  return {
    id,
    heard: typed === undefined ? { kind: "choice", value: said } : { kind: "text", text: said },
  };
}

/** `{}` or `{"link"}`. An unknown code is no fault: whoever comes by a torn poster is welcome too. */
export function parseSession(text: string): { readonly link: string | undefined } | Fault {
  if (text === "") return { link: undefined };
  const fields = parseObject(text, ["link"]);
  if (isFault(fields)) return fields;
  const { link } = fields;
  if (link === undefined) return { link };
  return typeof link === "string" && link.length <= longestId ? { link } : { fault: "bad-shape" };
}

/** The id of the last saying that is known: a whole number, 0 when there is none yet. */
export function parseAfter(text: string | undefined): number | Fault {
  if (text === undefined || text === "") return 0;
  return /^\d{1,15}$/.test(text) ? Number(text) : { fault: "bad-after" };
}

export function isFault(value: unknown): value is Fault {
  return typeof value === "object" && value !== null && "fault" in value;
}
