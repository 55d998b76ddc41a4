/** What the ground and its doors agree upon. */
import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Language, Sentences } from "./language.ts";

export type WebEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** The reader's language, by Accept-Language. */
    language: Language;
    /** Sentences in that language. */
    say: Sentences;
    /** Where the request came from, for limits only. */
    address: string;
  };
};

export type Door = {
  /** With full paths; mounted at the root. */
  readonly routes: Hono<WebEnv>;
  /** Ends what stays open by itself (event streams). */
  readonly close?: () => void;
};

/** The part of the log that is used here: events with ids, never content. */
export type WebLog = { readonly error: (fields: Readonly<Record<string, unknown>>) => void };
