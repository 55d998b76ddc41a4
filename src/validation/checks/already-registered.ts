import { checkOf } from "./check.ts";

/**
 * Somebody else has handed in the same NIK: twice by mistake, for a relative, or with a number that is not theirs.
 * Found by keyed hash. Only staff learn of it: whoever types a NIK must not find out whether it is known.
 */
export const alreadyRegistered = checkOf(
  "already-registered",
  { "nik-known": { level: "warning", about: "nik" } },
  async (_registration, { othersWithNik }) => {
    const count = await othersWithNik();
    return count === 0 ? {} : { "nik-known": { count } };
  },
);
