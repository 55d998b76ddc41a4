/** The words by which people tell several things in one message, as read from locales/<language>/words/told.yaml. */
import { z } from "zod";

const phrase = z.string().min(1);

export const toldWords = z.strictObject({
  /** And, then: they part one answer from the next. */
  joins: z.array(phrase).min(1),
  /** By datum, what people say before it: "lahir", "kerja". */
  labels: z.record(z.string(), z.array(phrase).min(1)),
  /** The same, only right before a number or an amount. */
  numbers: z.record(z.string(), z.array(phrase).min(1)),
  /** Behind "nama" they make it the name of something else. */
  things: z.array(phrase),
  /** Capital, rent, price: what stands beside them is no income. */
  other_money: z.array(phrase),
  /** A man, a woman. */
  sexes: z.array(phrase),
  /** At, from, by: what follows is where something is done. */
  where: z.array(phrase),
});
