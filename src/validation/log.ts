/** What this room needs of a logger. Ids, counts and causes; never a name, NIK, phone number or address. */
export type ValidationLog = {
  readonly info: (event: LogEvent) => void;
  readonly warn: (event: LogEvent) => void;
  readonly error: (event: LogEvent) => void;
};

export type LogEvent = { readonly event: string; readonly [detail: string]: unknown };
