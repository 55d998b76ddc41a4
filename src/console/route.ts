/**
 * A page or a deed of the console. Each says who may: a route without that is none. What changes something is a form,
 * posted from our own page with the word that belongs to the sign-in.
 */
import type { Context } from "hono";
import type { Ability } from "../staff/abilities.ts";
import type { Session } from "../staff/sign-in.ts";
import type { WebEnv } from "../web/door.ts";
import type { Form } from "./form.ts";
import type { Words } from "./words.ts";

export type At = {
  readonly c: Context<WebEnv>;
  readonly session: Session;
  readonly words: Words;
  /** Stands in every form. */
  readonly csrf: string;
  /** Of a posted form. */
  readonly form: Form;
};

export type Route = {
  readonly method: "get" | "post";
  /** Below /console. */
  readonly path: string;
  readonly needs: Ability;
  readonly answer: (at: At) => Promise<Response> | Response;
};

/** Of whoever is signed in, as deeds are recorded. */
export function byOf({ session }: Pick<At, "session">): string {
  return `staff:${session.staff.id}`;
}
