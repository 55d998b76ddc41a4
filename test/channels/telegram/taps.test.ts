/** What a tap sets going beside being heard: courtesies that nobody waits for. */
import { expect, test } from "vitest";
import { listening, outbound, soon } from "./listening.ts";

const choices = [
  { value: "yes", label: "✅ Ya, setuju" },
  { value: "no", label: "❌ Tidak" },
];

/** Siti has two buttons before her. */
async function withButtons(mode: "polling" | "webhook" = "polling") {
  const stand = await listening(mode);
  await stand.ready();
  await stand.channel.send(outbound({ id: 5, choices }));
  const { siti } = stand.persons;
  const labels = () =>
    siti
      .ofBot()
      .at(-1)
      ?.reply_markup?.inline_keyboard.flat()
      .map(({ text }) => text);
  return { ...stand, siti, labels };
}

test("the little wheel stops, and what was chosen is to be seen", async () => {
  const { api, siti, heard, labels } = await withButtons();
  const query = siti.taps("❌ Tidak");
  await expect.poll(labels, soon).toEqual(["✓ Tidak"]);
  expect(heard).toMatchObject([
    { id: `q${query}`, heard: { kind: "choice", value: "no" }, under: 5 },
  ]);
  expect(api.bot.openQueries.size).toBe(0);
});

test("a second tap on it is heard as the old button it is, and marks nothing more", async () => {
  const { api, siti, heard, labels } = await withButtons();
  siti.taps("❌ Tidak");
  await expect.poll(labels, soon).toEqual(["✓ Tidak"]);
  siti.taps("✓ Tidak");
  await expect.poll(() => heard.length, soon).toBe(2);
  expect(heard[1]).toMatchObject({ heard: { kind: "choice", value: "no" }, under: 5 });
  expect(api.calls("editMessageReplyMarkup")).toHaveLength(1);
});

test("under older buttons nothing is marked: what is tapped there is not what was chosen", async () => {
  const { api, channel, siti, heard } = await withButtons();
  await channel.send(
    outbound({ id: 6, text: "Lalu?", choices: [{ value: "own", label: "Sendiri" }] }),
  );
  siti.taps("✅ Ya, setuju");
  await expect.poll(() => heard.length, soon).toBe(1);
  expect(heard[0]).toMatchObject({ heard: { value: "yes" }, under: 5 });
  siti.taps("Sendiri");
  await expect.poll(() => api.calls("editMessageReplyMarkup").length, soon).toBe(1);
  expect(
    siti.ofBot().map(({ reply_markup }) => reply_markup?.inline_keyboard.flat().length),
  ).toEqual([2, 1]);
});

test("a courtesy that fails or hangs holds up no message", async () => {
  const { api, siti, heard, texts, log } = await withButtons();
  api.fail("answerCallbackQuery", { hangMs: 3_000 });
  api.fail("editMessageReplyMarkup", {
    code: 400,
    description: "Bad Request: message can't be edited",
  });
  siti.taps("✅ Ya, setuju");
  siti.says("lalu?");
  await expect.poll(texts, { timeout: 1_000, interval: 5 }).toEqual(["choice", "lalu?"]);
  expect(heard).toHaveLength(2);
  expect(log.lines.join("\n")).not.toContain("telegram.degraded");
});

test("what was not kept is not marked as chosen", async () => {
  const { siti, labels, meets, heard } = await withButtons();
  let failures = 0;
  meets(async () => {
    failures += 1;
    if (failures < 4) throw new Error("the database is locked");
    expect(labels()).toEqual(choices.map(({ label }) => label));
  });
  siti.taps("✅ Ya, setuju");
  await expect.poll(() => heard.length, soon).toBe(1);
  await expect.poll(labels, soon).toEqual(["✓ Ya, setuju"]);
});

test("while Telegram asks for a pause they are left out", async () => {
  const { api, channel, siti, heard } = await withButtons();
  const parameters = { retry_after: 30 };
  api.fail("sendMessage", { code: 429, description: "Too Many Requests", parameters });
  await channel.send(outbound({ id: 6 }));
  siti.taps("✅ Ya, setuju");
  channel.typing?.({ account: "123456", to: "7001000111" });
  await expect.poll(() => heard.length, soon).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(api.calls("answerCallbackQuery")).toEqual([]);
  expect(api.calls("editMessageReplyMarkup")).toEqual([]);
  expect(api.calls("sendChatAction")).toEqual([]);
});

test("a button that is none of ours is answered, and nothing is heard", async () => {
  const { api, siti, heard } = await withButtons();
  const [message] = siti.ofBot();
  if (message !== undefined)
    message.reply_markup = { inline_keyboard: [[{ text: "Lama", callback_data: "menu" }]] };
  siti.taps("Lama");
  await expect.poll(() => api.bot.openQueries.size, soon).toBe(0);
  expect(heard).toEqual([]);
});

test("writing is shown, to each person at most once in four seconds", async () => {
  const { api, channel } = await withButtons();
  for (const to of ["7001000111", "7001000111", "7001000222", "7001000111"])
    channel.typing?.({ account: "123456", to });
  await expect.poll(() => api.calls("sendChatAction").length, soon).toBe(2);
  expect(api.calls("sendChatAction")[0]?.params).toEqual({
    chat_id: "7001000111",
    action: "typing",
  });
});
