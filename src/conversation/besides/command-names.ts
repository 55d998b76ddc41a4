/** What a person may ask for at any time, by the names the engine and the locales use. */
export const commandNames = [
  "start",
  "questions",
  "genuine",
  "help",
  "back",
  "change",
  "repeat",
  "restart",
  "cancel",
  "status",
  "language",
  "staff",
  "call",
  "my-data",
  "erase",
  "withdraw",
  "resume",
  "later",
  "new-person",
  "elsewhere",
  "done",
] as const;

export type CommandName = (typeof commandNames)[number];
