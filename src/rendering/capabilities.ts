/**
 * What each channel can show, in one place: the channels themselves use it, `flow check` holds every text against it,
 * and `flow preview` draws by it, without opening any of them.
 */
import type { Capabilities } from "../channels/channel.ts";

/** In the order in which a person meets them: the channels of the telephone, then the page, then the terminal. */
export const capabilitiesOf = {
  /**
   * Bot API: a text has 4096 characters after its entities, also above a keyboard; `callback_data` is 1–64 bytes.
   * A keyboard may have 100 buttons and a label any length, of which a telephone shows about 64 letters; two dozen
   * below one another can still be tapped where the same as numbers would have to be typed.
   */
  telegram: {
    textMax: 4096,
    aboveChoicesMax: 4096,
    buttons: { most: 24, labelMax: 64 },
    valueMax: 64,
  },
  /**
   * A paired telephone: buttons and lists have not arrived since 2022, so choices are numbered and nothing is carried.
   * The bridge takes 64 KB; 4096 is our own limit, that of the official way.
   */
  "whatsapp-web": { textMax: 4096, aboveChoicesMax: 4096, valueMax: 0 },
  /**
   * Graph API: text 4096, above buttons 1024 (above lists the same, as nobody promises more); at most 3 buttons of 20
   * letters or 10 rows of 24, each with a note of 72. Ids: 256 bytes on a button, 200 on a row.
   */
  "whatsapp-cloud": {
    textMax: 4096,
    aboveChoicesMax: 1024,
    buttons: { most: 3, labelMax: 20 },
    list: { most: 10, labelMax: 24, noteMax: 72 },
    valueMax: 200,
  },
  /** Our own page: labels wrap, and what it sends back may have 4096 letters. */
  "web-chat": {
    textMax: Number.POSITIVE_INFINITY,
    aboveChoicesMax: Number.POSITIVE_INFINITY,
    buttons: { most: Number.POSITIVE_INFINITY, labelMax: Number.POSITIVE_INFINITY },
    valueMax: 4096,
  },
  /** Lines to read and numbers to type. */
  terminal: {
    textMax: Number.POSITIVE_INFINITY,
    aboveChoicesMax: Number.POSITIVE_INFINITY,
    valueMax: 0,
  },
} as const satisfies Readonly<Record<string, Capabilities>>;

export type ChannelName = keyof typeof capabilitiesOf;
