/** Staff give a datum back while the page stays open: it is asked again there, answered, and looked at once more. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { scopes } from "../../src/api/scopes.ts";
import { addToken } from "../../src/api/tokens.ts";
import { type Home, look, newHome, vaultOf } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";
import { launchChromium } from "./chromium.ts";
import { faultsOf } from "./faults.ts";
import { answerUntil, asks, browserTestMs, openPerson, soon } from "./person.ts";

vi.setConfig({ testTimeout: browserTestMs });

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

test("her birth date comes back: Siti puts it right in the open page, staff see before and after, and accept", async () => {
  const home = await newHome();
  const { address } = await startProgram(home);
  const [office, branch] = [await program(home, address), await program(home, address)];
  const siti = await openPerson(browser);
  await siti.open(address);
  await siti.tap("Mulai daftar");
  await asks(siti, "consent");
  await answerUntil(siti, (name) => name === undefined);
  expect(await siti.heard()).toMatch(/LD-[0-9A-Z]{4}-[0-9A-Z]{2}/);
  await soon(async () => (await office(awaiting)).body.submissions.length).toBe(1);
  const { id } = (await office(awaiting)).body.submissions[0] ?? { id: "" };

  const returned = {
    ...{ revision: 1, verdict: "returned" },
    reasons: [{ about: "birth_date", code: "differs-from-card" }],
  };
  expect((await office(`submissions/${id}/decision`, returned)).status).toBe(200);
  // Nobody has touched the page.
  await soon(() => siti.heard()).toContain("perlu dibetulkan");
  expect(await faultsOf(siti)).toEqual([]);
  await siti.tap("Betulkan");
  await asks(siti, "birth_date");
  expect(await siti.heard()).toContain("Tadi tertulis: 5 Maret 1980");
  await siti.type("6 Maret 1980");
  // Her NIK still says the 5th.
  await soon(() => siti.heard()).toContain("Yang tercetak di KTP yang mana?");
  await siti.tap(/6 Maret/);
  await soon(() => siti.heard()).toContain("sudah kami kirim lagi");

  await soon(async () => (await office(awaiting)).body.submissions.length).toBe(1);
  expect((await office(`submissions/${id}`)).body).toMatchObject({
    ...{ state: "awaiting-review", revision: 2 },
    changes: [
      { about: "birth_date", before: "1980-03-05", after: "1980-03-06" },
      { about: "card_date", after: "told" },
    ],
  });

  const [one, other] = await Promise.all([
    office(`submissions/${id}/decision`, { revision: 2, verdict: "accepted" }),
    branch(`submissions/${id}/decision`, {
      ...{ revision: 2, verdict: "rejected" },
      reasons: [{ about: "all", code: "twice" }],
    }),
  ]);
  expect([one.status, other.status].toSorted()).toEqual([200, 409]);
  const late = one.status === 409 ? one : other;
  expect(late.body).toMatchObject({
    decided: {
      ...{ verdict: one.status === 200 ? "accepted" : "rejected", revision: 2 },
      ...{ by: expect.stringMatching(/^token:/), at: expect.stringMatching(/^20.*Z$/) },
    },
  });
  await soon(() => siti.heard()).toMatch(/lengkap|belum bisa kami teruskan/);
  expect(siti.complaints).toEqual([]);
});

const awaiting = "submissions?state=awaiting-review";

type Body = {
  readonly [name: string]: unknown;
  readonly submissions: readonly { readonly id: string }[];
};

/** A program of staff with a token of its own. */
async function program(home: Home, address: string) {
  const granted = { name: "kantor", scopes, days: 1, now: new Date() };
  const { token } = await look(home, (database) =>
    addToken({ database, vault: vaultOf(home) }, granted),
  );
  return async (path: string, body?: object) => {
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const response = await fetch(`${address}/api/v1/${path}`, { ...sent, headers });
    return { status: response.status, body: (await response.json()) as Body };
  };
}
