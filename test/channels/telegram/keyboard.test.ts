/** The key that shares the own number, and messages that are taken out of the chat. */
import { describe, expect, test } from "vitest";
import { listening, outbound, soon } from "./listening.ts";

const sharing = [
  { value: "share-contact", label: "📱 Kirim nomor saya" },
  { value: "none", label: "Tidak punya HP" },
];

describe("the key for the own number", () => {
  test("gives it, vouched for, and goes with the next text", async () => {
    const { channel, persons, ready, heard } = await listening("polling");
    await ready();
    const { siti } = persons;
    await channel.send(outbound({ id: 5, text: "Nomor HP?", choices: sharing }));
    siti.sharesContact("+62812-0000-1111");
    await expect
      .poll(() => heard, soon)
      .toMatchObject([{ heard: { kind: "contact", phone: "+62812-0000-1111", isOwn: true } }]);
    expect(siti.chat.keyboard).toBeDefined();
    await channel.send(outbound({ id: 6, text: "Sudah dicatat." }));
    expect(siti.chat.keyboard).toBeUndefined();
    await channel.send(outbound({ id: 7, text: "Lalu?" }));
    expect(siti.ofBot().map(({ text }) => text)).toEqual(["Nomor HP?", "Sudah dicatat.", "Lalu?"]);
  });

  test("goes before a message with buttons too, by a short text in front", async () => {
    const { channel, persons } = await listening("polling");
    const { siti } = persons;
    await channel.send(outbound({ id: 5, text: "Nomor HP?", choices: sharing }));
    const choices = [{ value: "later", label: "KTP tidak di tangan" }];
    await channel.send(outbound({ id: 6, text: "NIK?", choices }));
    expect(siti.chat.keyboard).toBeUndefined();
    expect(siti.ofBot().map(({ text }) => text)).toEqual([
      "Nomor HP?",
      "Baik, kita lanjut.",
      "NIK?",
    ]);
  });

  test("stays while it is asked for again", async () => {
    const { channel, persons } = await listening("polling");
    for (const id of [5, 6])
      await channel.send(outbound({ id, text: "Nomor HP?", choices: sharing }));
    expect(persons.siti.chat.keyboard).toBeDefined();
    expect(persons.siti.ofBot()).toHaveLength(2);
  });

  test("what a key says besides is a text, as if it were typed", async () => {
    const { channel, persons, ready, texts } = await listening("polling");
    await ready();
    await channel.send(outbound({ id: 5, text: "Nomor HP?", choices: sharing }));
    const [, [key] = []] = persons.siti.chat.keyboard ?? [];
    persons.siti.says(key?.text ?? "");
    await expect.poll(texts, soon).toEqual(["Tidak punya HP"]);
  });
});

describe("a message that is to be taken out", () => {
  const removes = (ref: string) => ({
    ...{ text: "NIK-nya sudah saya hapus dari obrolan.", id: 6 },
    removes: { ref, failed: "Hapus sendiri pesan NIK itu, ya." },
  });
  const sentBySiti = async () => {
    const stand = await listening("polling");
    await stand.ready();
    stand.persons.siti.says("1699 0145 0380 0001");
    await expect.poll(() => stand.heard.length, soon).toBe(1);
    const { heard } = stand.heard[0] ?? {};
    const ref = heard?.kind === "text" ? (heard.ref ?? "") : "";
    const shown = () => stand.persons.siti.chat.messages.map(({ text }) => text);
    return { ...stand, ref, shown };
  };

  test("is gone, and then it is said that it is", async () => {
    const { channel, ref, shown } = await sentBySiti();
    expect((await channel.send(outbound(removes(ref)))).kind).toBe("sent");
    expect(shown()).toEqual(["NIK-nya sudah saya hapus dari obrolan."]);
  });

  test("cannot be taken out any more: then that is said instead", async () => {
    const { api, channel, ref, shown } = await sentBySiti();
    api.fail("deleteMessage", { code: 400, description: "Bad Request: message can't be deleted" });
    expect((await channel.send(outbound(removes(ref)))).kind).toBe("sent");
    expect(shown()).toEqual(["1699 0145 0380 0001", "Hapus sendiri pesan NIK itu, ya."]);
  });

  test("nobody knows whether it is out: nothing is said yet", async () => {
    const { api, channel, ref, shown } = await sentBySiti();
    api.fail("deleteMessage", { reset: "after" });
    expect((await channel.send(outbound(removes(ref)))).kind).toBe("later");
    expect(shown()).toEqual([]);
    // Tried again it is found to be gone.
    await channel.send(outbound(removes(ref)));
    expect(shown()).toEqual(["NIK-nya sudah saya hapus dari obrolan."]);
  });
});
