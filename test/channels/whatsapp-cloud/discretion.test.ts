/** Nothing of a person, and nothing that opens the account, gets into a log, whatever goes wrong. */
import { expect, test } from "vitest";
import { siti as answers } from "../../whole/person.ts";
import { account } from "../fakes/whatsapp-cloud/graph.ts";
import { signatureOf } from "../fakes/whatsapp-cloud/hook.ts";
import { arrange, outbound, people } from "./stand.ts";
import { troubles } from "./troubles.ts";

const { nik = "", phone = "", name = "" } = answers;
const text = `${name}, NIK ${nik}, HP ${phone}`;

test("every fault at once, with a talkative house behind it", async () => {
  const template = { name: "ada_kabar", language: "id" };
  const { graph, cloud, house, lines, pass, kept } = await arrange({
    settings: { template },
    requestMs: 300,
  });
  const persons = [people.siti, people.budi, people.wayan].map(graph.person);
  const sendAll = async () => {
    for (const { address } of persons) await cloud.channel.send(outbound(address, text));
  };

  // Heard, kept, not kept.
  for (const person of persons) await person.writesOnce(text);
  house.meets = ({ from, id, heard }) => {
    throw new Error(`cannot keep ${from} ${id} ${JSON.stringify(heard)}`, { cause: { text } });
  };
  for (const person of persons) await person.writesOnce(text);
  house.meets = () => undefined;
  // Not signed, and not readable.
  await graph.hook.post({ text }, { secret: "another" });
  await graph.hook.post(`{"entry":[{"${text}`);
  const [siti] = persons;
  const odd = [siti?.wrapped({ type: text, [text]: text }), { messages: [{ text }] }];
  await graph.batch(odd.filter((value) => value !== undefined));
  await graph.hook.post({
    entry: [
      { changes: [{ field: text, value: { metadata: { phone_number_id: account.phoneId } } }] },
    ],
  });
  await graph.verifies("wrong", text);
  // Sent, with every error there is, before and after the answer.
  for (const [code] of troubles) {
    graph.meets({ kind: "code", code });
    graph.meets({ kind: "report", code, when: "before" });
    graph.meets({ kind: "report", code });
    await sendAll();
  }
  graph.meets({ kind: "cut", when: "after" });
  graph.meets({ kind: "silence" });
  graph.meets({ kind: "raw", status: 502, body: text });
  await sendAll();
  pass(25);
  await sendAll();
  await graph.hook.settled();
  // Fetched, and not there.
  await cloud.fetchMedia("1003383421387256", 1_000);
  await graph.stop();
  await sendAll();
  cloud.channel.typing?.({ account: account.phoneId, to: siti?.address ?? "" });
  await cloud.channel.close();

  const log = lines.join("\n");
  expect(lines.length).toBeGreaterThan(100);
  const secrets = [account.token, account.appSecret, account.verifyToken, signatureOf("", "x")];
  const written = [name, nik, phone, ...[nik, phone].map((digits) => digits.replaceAll(/\D/g, ""))];
  const ids = Object.values(people).flatMap((person) => [
    person.phone,
    "userId" in person ? person.userId : person.phone,
  ]);
  const wamids = [...kept.map(({ id }) => id), ...graph.sent.map(({ id }) => id), "wamid."];
  const names = Object.values(people).map((person) => person.name);
  for (const mark of [...secrets, ...written, ...ids, ...wamids, ...names]) {
    expect(log).not.toContain(mark);
  }
});

test("our own number is not written out", async () => {
  const { cloud, lines } = await arrange();
  await expect.poll(() => cloud.channel.health().state).toBe("ready");
  expect(lines.join()).not.toMatch(/62 ?812/);
});
