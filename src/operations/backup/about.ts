/** What a backup says of itself: sealed with it, and compared with what comes out of it. */
import { z } from "zod";
import type { Head } from "../../audit/verify.ts";

export type About = {
  readonly madeAt: Date;
  /** The last step of the tables' shape. */
  readonly schema: number;
  /** Of the database in it. */
  readonly bytes: number;
  readonly rows: Readonly<Record<string, number>>;
  /** Where the audit ended. Absent where its chain was broken, and in backups of before it was noted. */
  readonly audit?: Head | undefined;
};

export function printAbout({ madeAt, ...rest }: About): string {
  return JSON.stringify({ format: 1, madeAt: madeAt.toISOString(), ...rest });
}

/** Undefined for what this program cannot read, e.g. of a later one. */
export function parseAbout(text: string): About | undefined {
  const read = schema.safeParse(JSON.parse(text));
  if (!read.success) return undefined;
  const { format: _format, madeAt, ...rest } = read.data;
  return { ...rest, madeAt: new Date(madeAt) };
}

const schema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  schema: z.int().min(0),
  bytes: z.int().min(0),
  rows: z.record(z.string(), z.int().min(0)),
  audit: z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
});
