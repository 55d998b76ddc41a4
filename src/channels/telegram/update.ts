/** The part of an update that is looked at; whatever else Telegram puts into it is passed over. */
import { z } from "zod";

const id = z.number().int();

const chat = z.object({ id, type: z.string() });

const person = z.object({ id, is_bot: z.boolean().optional() });

const button = z.object({ text: z.string(), callback_data: z.string().optional() });

const keyboard = z.object({ inline_keyboard: z.array(z.array(button)) });

/** What it contains besides is told by the names of its other fields. */
const message = z.looseObject({
  message_id: id,
  chat,
  from: person.optional(),
  text: z.string().optional(),
  media_group_id: z.string().optional(),
  edit_date: id.optional(),
  contact: z.object({ phone_number: z.string(), user_id: id.optional() }).optional(),
});

const tap = z.object({
  id: z.string(),
  from: person,
  data: z.string().optional(),
  /** Absent from inline mode; of an old message only its place is known. */
  message: z.object({ message_id: id, chat, reply_markup: keyboard.optional() }).optional(),
});

const membership = z.object({
  chat,
  from: person,
  new_chat_member: z.object({ status: z.string() }),
});

export const updateSchema = z.object({
  update_id: id,
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: tap.optional(),
  my_chat_member: membership.optional(),
});

export type Update = z.infer<typeof updateSchema>;
export type Message = z.infer<typeof message>;
export type Tap = z.infer<typeof tap>;

/** Asked of Telegram; it keeps everything else to itself. */
export const wanted = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
] as const satisfies readonly (keyof Update)[];

/** The number of something that is no update we can read, so that it can be passed. */
export function numberOf(raw: unknown): number | undefined {
  return z.object({ update_id: id }).safeParse(raw).data?.update_id;
}
