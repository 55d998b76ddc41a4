/**
 * A hall full of people writes on WhatsApp in the same minute, to the real program at Meta's pace: eighty messages a
 * second in all, and to one person no more at once than Meta bears. Nothing is lost, refused or out of order.
 */
import { expect, onTestFinished, test, vi } from "vitest";
import { account, openGraph } from "../channels/fakes/whatsapp-cloud/graph.ts";
import { look, newHome } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";
import { saidTo, unsent } from "./said-to.ts";

vi.setConfig({ testTimeout: 240_000 });

const people = 200;
const words = ["halo", "mulai", "ya"];

test(`${people} people write three times each: each reads all of it in order, and Meta refuses nothing`, async () => {
  const graph = await openGraph();
  onTestFinished(graph.stop);
  const bare = await newHome();
  const settings = {
    ...bare.settings,
    WHATSAPP_CLOUD_TOKEN: account.token,
    WHATSAPP_CLOUD_PHONE_ID: account.phoneId,
    WHATSAPP_CLOUD_APP_SECRET: account.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: account.verifyToken,
    WHATSAPP_CLOUD_API_ROOT: graph.origin,
  };
  const home = { ...bare, settings };
  const program = await startProgram(home);
  graph.listensAt(`${program.address}/webhooks/whatsapp`);
  expect(await (await graph.verifies()).text()).toBe("1158201444");
  const crowd = Array.from({ length: people }, (_, at) =>
    graph.person({
      name: "Wayan",
      phone: `62812000${String(at).padStart(5, "0")}`,
      userId: `ID.${70_000 + at}`,
    }),
  );

  const startedAt = performance.now();
  await Promise.all(
    crowd.map(async (person) => {
      for (const text of words) await person.writes(text);
    }),
  );
  const heardMs = performance.now() - startedAt;
  const said = () =>
    look(
      home,
      async ({ read }) => (await read.selectFrom("outbox").select("says_id").execute()).length,
    );
  const expected = await said();
  await vi.waitFor(() => expect(graph.sent.length).toBe(expected), {
    timeout: 120_000,
    interval: 250,
  });
  const sentMs = performance.now() - startedAt;
  await vi.waitFor(async () => expect(await look(home, unsent)).toBe(0), 30_000);
  expect((await program.signal("SIGTERM")).code).toBe(0);

  for (const person of [...crowd.slice(0, 5), ...crowd.slice(-5)]) {
    const address = { channel: "whatsapp-cloud", account: account.phoneId, from: person.address };
    expect(person.screen().map(({ text }) => text)).toEqual(await saidTo(home, address));
  }
  const tried = graph.requests.filter(({ body }) => !("status" in body)).length;
  expect(tried).toBe(graph.sent.length);
  process.stdout.write(
    `${people} people at once on WhatsApp: heard in ${Math.round(heardMs)} ms, ${expected} messages ` +
      `sent in ${Math.round(sentMs / 1000)} s (${Math.round((expected * 1000) / sentMs)} a second), none refused\n`,
  );
});
