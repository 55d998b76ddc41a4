/** What each role may do in the console. What stands in no list, nobody may. */

export const roles = ["viewer", "reviewer", "lead"] as const;
export type Role = (typeof roles)[number];

const everybody = roles;
const deciding = ["reviewer", "lead"] as const;
const leading = ["lead"] as const;

export const abilities = {
  /** The queue, and one submission with NIK and phone masked. */
  "submissions.see": everybody,
  "submissions.claim": deciding,
  "submissions.decide": deciding,
  /** NIK and phone in full; always recorded. */
  "submissions.reveal": deciding,
  "staff.see": leading,
  "staff.change": leading,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Ability = keyof typeof abilities;

export function may(role: Role, ability: Ability): boolean {
  const holders: readonly Role[] = abilities[ability];
  return holders.includes(role);
}

/** The role that the word stands for; undefined where it is none. */
export function roleIn(word: string): Role | undefined {
  return roles.find((role) => role === word);
}
