/** The talk in a terminal: a line is a message, also by a pipe; later it goes on where it stopped. */
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { talk } from "../../../src/channels/terminal/terminal.ts";
import type { Database } from "../../../src/database/open.ts";
import { meet, receive, saysAfter } from "../../../src/inbox/receive.ts";
import { eachDatabase } from "../../databases.ts";
import { openWorld, type World } from "../../world.ts";

async function typed(world: World, lines: readonly string[], part = {}): Promise<string> {
  const output = new PassThrough();
  const address = { channel: "terminal", account: "terminal", from: "siti" };
  const shown = text(output);
  await talk({
    from: "siti",
    meet: () => meet(world, address, undefined),
    receive: (inbound) => receive(world, inbound),
    saysAfter: async (after) => {
      const told = await saysAfter(world, address, after);
      return told.kind === "says" ? told.says : [];
    },
    listen: () => () => undefined,
    input: Readable.from(lines.map((line) => `${line}\n`)),
    output,
    tryAgain: "once more, please",
    ...part,
  });
  output.end();
  return shown;
}

const world = (database: Database) => openWorld(database);

describe.each(eachDatabase.slice(0, 1))("$kind", ({ fresh }) => {
  test("greets, numbers the choices, and takes a number for one", async () => {
    const { database } = await fresh();
    const shown = await typed(world(database), ["1", "ya"]);
    expect(shown).toContain("Selamat datang");
    expect(shown).toContain("  1  Mulai daftar\n  2  Tanya dulu");
    expect(shown).toContain("› ya\n");
    expect(shown).toContain("2 dari 13");
  });

  test.each(["/quit", " /keluar ", "/exit"])("%s ends it, and is no answer", async (word) => {
    const { database } = await fresh();
    const shown = await typed(world(database), ["1", word, "ya"]);
    expect(shown).toContain("› 1\n");
    expect(shown).not.toContain("› ya");
    expect(shown).not.toContain(word.trim());
  });

  test("goes on where it stopped, showing the last thing said and not all of it", async () => {
    const { database } = await fresh();
    const here = world(database);
    await typed(here, ["1", "ya", "1"]);
    const shown = await typed(here, ["5 maret 1980"]);
    expect(shown.startsWith("3 dari 13")).toBe(true);
    expect(shown).not.toContain("Selamat datang");
    expect(shown).toContain("4 dari 13");
  });

  test("goes on with the question it stopped at, also where something was said after it", async () => {
    const { database } = await fresh();
    const here = world(database);
    const asked = { id: 5, text: "Setuju?", choices: [{ value: "yes", label: "Ya" }] };
    const told = ["Halo", "Izin dulu", "Datanya", "Jangka"].map((text, at) => ({
      id: at + 1,
      text,
    }));
    const saysAfter = async (after: number) =>
      [...told, asked, { id: 6, text: "Pengumuman" }].filter(({ id }) => id > after);
    expect(await typed(here, [], { saysAfter })).toBe("Setuju?\n  1  Ya\n\nPengumuman\n\n");
    const nothingAsked = async (after: number) => told.filter(({ id }) => id > after);
    expect(await typed(here, [], { saysAfter: nothingAsked })).toBe("Jangka\n\n");
  });

  test("says so when a message could not be kept, and goes on", async () => {
    const { database } = await fresh();
    const receive = () => Promise.reject(new Error("the disk is full"));
    const shown = await typed(world(database), ["halo"], { receive });
    expect(shown).toContain("once more, please");
  });

  test("what is said meanwhile is shown when it comes", async () => {
    const { database } = await fresh();
    const here = world(database);
    const input = new PassThrough();
    const output = new PassThrough();
    let seen = "";
    output.on("data", (chunk) => {
      seen += String(chunk);
    });
    let wake: () => void = () => undefined;
    const address = { channel: "terminal", account: "terminal", from: "siti" };
    const talking = talk({
      from: "siti",
      meet: () => meet(here, address, undefined),
      receive: (inbound) => receive(here, inbound),
      saysAfter: async (after) => {
        const told = await saysAfter(here, address, after);
        return told.kind === "says" ? told.says : [];
      },
      listen: (listener) => {
        wake = listener;
        return () => undefined;
      },
      input,
      output,
      tryAgain: "",
    });
    await expect.poll(() => seen).toContain("Mulai daftar");
    // The same person writes from a second terminal.
    await receive(here, { ...address, id: "elsewhere", heard: { kind: "text", text: "bantuan" } });
    wake();
    await expect.poll(() => seen).toContain("HAPUS DATA");
    input.end();
    await talking;
  });
});
