/** Looks for words in bytes, in every way in which a program might have written them without meaning to seal them. */

/** What can be told of a person, by what it is; each with the ways in which it may be written. */
export type Marks = Readonly<Record<string, readonly string[]>>;

/** The marks that are found in the bytes, with the way of writing: `name as base64`. */
export function marksIn(bytes: Buffer, marks: Marks): readonly string[] {
  const plain = bytes.toString("latin1");
  const small = plain.toLowerCase();
  return Object.entries(marks).flatMap(([name, spellings]) =>
    formsOf(spellings).flatMap(([form, text, isExact]) =>
      (isExact ? plain : small).includes(text) ? [`${name} as ${form}`] : [],
    ),
  );
}

/** How it is written, the bytes as latin1, and whether capitals count. */
type Form = readonly [form: string, text: string, isExact: boolean];

function formsOf(spellings: readonly string[]): readonly Form[] {
  return spellings.flatMap((spelling) => [
    ["UTF-8", latin(Buffer.from(spelling.toLowerCase())), false] as const,
    ["UTF-16", latin(Buffer.from(spelling.toLowerCase(), "utf16le")), false] as const,
    ["UTF-16", latin(Buffer.from(spelling.toLowerCase(), "utf16le").swap16()), false] as const,
    ["hex", Buffer.from(spelling).toString("hex"), false] as const,
    ["hex", Buffer.from(spelling.toLowerCase()).toString("hex"), false] as const,
    ...base64Forms(spelling),
    ...base64Forms(spelling.toLowerCase()),
  ]);
}

/** Three, by where the word stands among the bytes; the letters at its ends depend on its neighbours. */
function base64Forms(word: string): readonly Form[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(word)]);
    const whole = bytes.toString("base64").replaceAll("=", "");
    const end = Math.floor((bytes.length * 8) / 6);
    const inner = whole.slice(Math.ceil((before * 8) / 6), end);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")].map(
      (text) => ["base64", text, true] as const,
    );
  });
}

function latin(bytes: Buffer): string {
  return bytes.toString("latin1");
}
