/**
 * A message costs the same whether ten people are known or a million: no statement on its way, from the first word
 * to the findings, reads through a table.
 */
import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { DirectAdapter } from "../../src/database/sqlite.ts";
import { receive, saysAfter } from "../../src/inbox/receive.ts";
import { withGates } from "../../src/outbox/open.ts";
import { eachDatabase } from "../databases.ts";
import { deliver } from "../outbox/round.ts";
import { unhurried } from "../outbox/unhurried.ts";
import { openWorld } from "../world.ts";

/** Siti, from the greeting to the number, with a look at the price and one correction. */
const words = [
  ...["halo", "daftar", "ya", "kerja sendiri", "5 maret 1980", "berapa bayarnya?", "nyadap karet"],
  ...["2 juta", "1", "3 bulan", "Sungai Rengit, Talang Kelapa, Banyuasin", "Dusun 2 RT 3"],
  ...["081234567890", "1699014503800001", "Siti Aminah", "ubah alamat", "Dusun 5 RT 1", "ya"],
];

test("no statement on a message's way reads through a table", async () => {
  const { database, where } = await eachDatabase[0].fresh();
  const world = openWorld(database, { pulls: new Set(["web-chat"]) });
  const run = vi.spyOn(DirectAdapter.prototype, "run");
  for (const channel of ["web-chat", "post"]) {
    const siti = { channel, account: "us", from: "siti" };
    for (const [at, text] of words.entries()) {
      await receive(world, { ...siti, id: `m${at}`, heard: { kind: "text", text } });
    }
    await saysAfter(world, siti, 3);
  }
  const send = async () => ({ kind: "sent", ref: "1" }) as const;
  const channels = new Map([["post", { ...unhurried, send }]]);
  await deliver(withGates({ ...world, channels, log: { warn: () => undefined } }));
  const texts = new Set(run.mock.calls.map(([text]) => text));
  expect(texts.size).toBeGreaterThan(15);
  expect([...texts].some((text) => text.includes('into "submission"'))).toBe(true);

  const raw = new Sqlite(`${where.folder}/lindung.db`, { readonly: true });
  const plan = (text: string) =>
    raw
      .prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
      .all(Array.from({ length: text.split("?").length - 1 }, () => null))
      .map(({ detail }) => detail);
  const scans = [...texts].filter((text) => plan(text).some((step) => step.startsWith("SCAN")));
  raw.close();
  expect(scans).toEqual([]);
});
