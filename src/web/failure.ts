/**
 * What a log may hold of an unexpected failure: its kind and where it happened. Never its message, which
 * may quote what a person wrote.
 */
export function failureOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { failure: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const places = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^ +at .+:\d+:\d+\)?$/.test(line));
  return {
    failure: error.name,
    ...code,
    at: places.slice(0, 6).map((line) => line.trim().slice(0, 200)),
    ...(error.cause === undefined ? {} : { cause: failureOf(error.cause) }),
  };
}
