/** What YAML finds wrong with the letters of a file, for an author who does not know how YAML is read. */
import type { ErrorCode } from "yaml";

export function plainFault(code: ErrorCode): string {
  return faults[code] ?? "this cannot be read as YAML";
}

const indent = "the spaces at the beginning of this line do not fit those of the lines above it";
const colon = "a colon with a space after it begins a value: put the text between quotation marks";
const sign = "a text that begins with this sign must stand between quotation marks";

/** Codes that no author of a text meets (anchors, tags, several documents) have no sentence of their own. */
const faults: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: "a bracket is not closed, or the line after it is not indented",
  MISSING_CHAR: "a quotation mark, bracket, comma or colon is missing",
  TAB_AS_INDENT: "a line must be indented by spaces, not by tabs",
  BLOCK_AS_IMPLICIT_KEY: colon,
  MULTILINE_IMPLICIT_KEY: "a colon is missing after the key",
  BLOCK_IN_FLOW: "between brackets everything must stand between brackets or quotation marks",
  BAD_SCALAR_START: sign,
  BAD_ALIAS: sign,
  TAG_RESOLVE_FAILED: sign,
  BAD_DQ_ESCAPE: "a backslash between double quotation marks must be written twice",
  UNEXPECTED_TOKEN: indent,
  BAD_COLLECTION_TYPE: indent,
};
