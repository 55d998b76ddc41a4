/** Whole conversations, on both databases. Between every two turns the session is sealed, saved, loaded and opened. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { eachDatabase } from "./databases.ts";
import { play } from "./transcripts/player.ts";
import { openWorld } from "./world.ts";

const folder = join(import.meta.dirname, "transcripts");
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

test("there are transcripts to play", () => {
  expect(names.length).toBeGreaterThanOrEqual(20);
});

describe.each(eachDatabase)("$kind", ({ kind, fresh }) => {
  test.each(names)("%s", async (name) => {
    const file = join(folder, name);
    const script = readFileSync(file, "utf8");
    const { database } = await fresh();
    const played = await play(script, openWorld(database));
    // `npm run transcripts` writes them anew: the difference in git is the review.
    if (process.env["UPDATE"] !== undefined && kind === "sqlite") writeFileSync(file, played);
    else expect(played).toBe(script);
  });
});
