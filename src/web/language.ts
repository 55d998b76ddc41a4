/** The languages of what is said over HTTP outside the talk itself: pages, errors. */

export type Language = "id" | "en";

/** A sentence by its key (`web.…`), with its values put in. Throws on a key that has no text. */
export type Sentences = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export type WebTexts = Readonly<Record<Language, Sentences>>;

/**
 * Indonesian, unless the reader prefers English. `header` is Accept-Language (RFC 9110 §12.5.4);
 * among equals the first named is preferred.
 */
export function languageOf(header: string | undefined): Language {
  const [preferred] = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((piece) => piece.startsWith("q="))?.slice(2) ?? "1";
      return { language: tag.split("-")[0], quality: Number(quality) || 0 };
    })
    .filter(({ language, quality }) => (language === "id" || language === "en") && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return preferred?.language === "en" ? "en" : "id";
}
