/** Every kind of message that Meta delivers, in our words. */
import { describe, expect, test } from "vitest";
import { arrivalsIn } from "../../../src/channels/whatsapp-cloud/hearing/arrivals.ts";
import {
  translate,
  translateCall,
} from "../../../src/channels/whatsapp-cloud/hearing/translate.ts";
import { account, batchOf } from "../fakes/whatsapp-cloud/graph.ts";

const siti = { from: "6281200000001", from_user_id: "ID.1349120865530274" };

/** As it arrives: through the door of JSON. */
function heardOf(message: object, contacts: readonly object[] = []) {
  const whole = { id: "wamid.A", timestamp: "1764036000", ...siti, ...message };
  const raw = JSON.stringify(batchOf([{ contacts, messages: [whole] }]));
  const { messages, left } = arrivalsIn(raw, account.phoneId);
  const [first] = messages;
  if (first === undefined) return { left };
  return translate(first.message, first.contacts, account.phoneId);
}

const media = (what: string) => ({ heard: { kind: "media", what } });
const said = (text: string) => ({ heard: { kind: "text", text } });
const file = { id: "1003383421387256", mime_type: "any/any", sha256: "SfInY0gGKTsJlUWbwxC1k+FAD0" };
const reply = { title: "Ya, setuju" };

describe("what a person did", () => {
  test.each<[string, object, object]>([
    ["a text", { type: "text", text: { body: "halo" } }, said("halo")],
    ["a text cut in an emoji", { type: "text", text: { body: "\ud83d" } }, said("\ufffd")],
    [
      "a button",
      {
        type: "interactive",
        interactive: { type: "button_reply", button_reply: { id: "12:yes", ...reply } },
      },
      { heard: { kind: "choice", value: "yes" }, under: 12 },
    ],
    [
      "a row of a list",
      {
        type: "interactive",
        interactive: { type: "list_reply", list_reply: { id: "7:own:account", ...reply } },
      },
      { heard: { kind: "choice", value: "own:account" }, under: 7 },
    ],
    [
      "a button that is none of ours",
      {
        type: "interactive",
        interactive: { type: "button_reply", button_reply: { id: "menu", ...reply } },
      },
      said("Ya, setuju"),
    ],
    [
      "a form, which we have none of",
      { type: "interactive", interactive: { type: "nfm_reply", nfm_reply: {} } },
      media("other"),
    ],
    [
      "the button of a template",
      { type: "button", button: { payload: "Lanjut", text: "Lanjut" } },
      said("Lanjut"),
    ],
    [
      "the button of a template with our value",
      { type: "button", button: { payload: "3:resume", text: "Lanjut" } },
      { heard: { kind: "choice", value: "resume" }, under: 3 },
    ],
    ["a photo", { type: "image", image: { ...file, caption: "KTP" } }, media("photo")],
    ["a document", { type: "document", document: file }, media("document")],
    ["a voice note", { type: "audio", audio: { ...file, voice: true } }, media("voice")],
    ["a piece of music", { type: "audio", audio: file }, media("voice")],
    ["a film", { type: "video", video: file }, media("video")],
    ["a sticker", { type: "sticker", sticker: { ...file, animated: false } }, media("sticker")],
    [
      "a place",
      { type: "location", location: { latitude: -2.98, longitude: 104.75 } },
      media("location"),
    ],
    ["an order", { type: "order", order: { product_items: [] } }, media("other")],
    ["what Meta cannot show", { type: "unsupported", errors: [{ code: 131051 }] }, media("other")],
    ["a kind of next year", { type: "hologram", hologram: {} }, media("other")],
    ["an older message changed", { type: "edit", edit: {} }, media("edit")],
    ["a text without a body", { type: "text" }, media("other")],
    ["a button without an answer", { type: "interactive" }, media("other")],
    ["a card without a number", { type: "contacts", contacts: [{ phones: [] }] }, media("other")],
  ])("%s", (_what, message, expected) => {
    expect(heardOf(message)).toMatchObject({ kind: "heard", inbound: expected, at: 1764036000 });
  });

  test("10,000 letters: as many as a message of ours may have", () => {
    const heard = heardOf({ type: "text", text: { body: "a".repeat(10_000) } });
    expect(heard).toMatchObject({ inbound: said("a".repeat(4_096)) });
  });

  test("somebody rings", () => {
    const call = { id: "wacid.A", timestamp: 1764036000, ...siti };
    expect(translateCall({ ...call, event: "connect" }, account.phoneId)).toMatchObject({
      inbound: { from: siti.from_user_id, id: "wacid.A", ...media("call") },
    });
    expect(translateCall({ ...call, event: "terminate" }, account.phoneId)).toEqual({
      kind: "left",
      what: "call",
    });
  });
});

describe("a card", () => {
  const own = { phones: [{ phone: "+62 812-0000-0001", wa_id: "6281200000001" }] };
  const another = { phones: [{ phone: "+62 812-0000-0002", wa_id: "6281200000002" }] };
  const unknown = { phones: [{ phone: "0711 123 456" }] };
  const rows: readonly (readonly [string, object, string, boolean])[] = [
    [
      "by our button",
      { contacts: [{ ...own, origin: "contact_request" }] },
      "+6281200000001",
      true,
    ],
    [
      "by our button, as Meta also writes it",
      { origin: "contact_request", contacts: [unknown] },
      "0711 123 456",
      true,
    ],
    ["of the number it came from", { contacts: [own] }, "+6281200000001", true],
    ["of somebody else", { contacts: [another] }, "+6281200000002", false],
    ["of somebody else, and one's own", { contacts: [own, another] }, "+6281200000001", false],
    ["without an id of WhatsApp", { contacts: [unknown] }, "0711 123 456", false],
  ];
  test.each(rows)("%s", (_what, message, phone, isOwn) => {
    expect(heardOf({ type: "contacts", ...message })).toMatchObject({
      inbound: { heard: { kind: "contact", phone, isOwn } },
    });
  });
});

describe("who it is", () => {
  const text = { type: "text", text: { body: "halo" } };
  const none = { from: undefined, from_user_id: undefined };
  const both = { from: "ID.1349120865530274", formerly: "6281200000001" };
  const contact = { wa_id: "6281200000001", user_id: "ID.1349120865530274" };
  test.each<[string, object, readonly object[], object]>([
    ["both ids: the business's, and the number as before", {}, [], both],
    ["the business's alone", { from: undefined }, [], { from: "ID.1349120865530274" }],
    ["the number alone", { from_user_id: undefined }, [], { from: "6281200000001" }],
    ["the number, and the other id beside it", { from_user_id: undefined }, [contact], both],
    ["the other id, and the number beside it", { from: undefined }, [contact], both],
    ["of several businesses", { from_user_id: "ID.ENT.11815" }, [], { from: "ID.ENT.11815" }],
    ["an id that is none", { from_user_id: "<b>" }, [], { from: "6281200000001" }],
  ])("%s", (_what, sender, contacts, expected) => {
    const { from, formerly } = expected as { from: string; formerly?: string };
    const heard = heardOf({ ...text, ...sender }, contacts);
    if (!("inbound" in heard)) throw new Error("not heard");
    expect(heard.inbound.from).toBe(from);
    if (formerly !== undefined) expect(heard.inbound.formerly).toBe(formerly);
    expect(heard.inbound).toMatchObject({
      channel: "whatsapp-cloud",
      account: account.phoneId,
      id: "wamid.A",
    });
  });

  test.each<[string, object]>([
    ["nobody", none],
    ["nobody whom one could answer", { from: "status@broadcast", from_user_id: "x" }],
  ])("%s: nothing is kept", (_what, sender) => {
    expect(heardOf({ ...text, ...sender })).toEqual({ kind: "left", what: "nobody" });
  });

  test("in a group nothing is heard", () => {
    expect(heardOf({ ...text, group_id: "120363" })).toEqual({ kind: "left", what: "group" });
  });

  test.each(["reaction", "revoke", "system"])("%s: nobody said anything", (type) => {
    expect(heardOf({ type })).toEqual({ kind: "left", what: type });
  });
});

describe("Meta says that somebody has another id now", () => {
  const old = "6281200000001";
  const number = "6281200000008";
  const system = (fields: object, more: object = {}) => ({
    type: "system",
    ...more,
    system: fields,
  });
  const alone = { from: old, from_user_id: undefined };
  const gone = { from: undefined, from_user_id: undefined };
  const rows: readonly (readonly [string, object, object])[] = [
    [
      "another number",
      system({ type: "user_changed_number", wa_id: number }, alone),
      { from: number, formerly: old },
    ],
    [
      "another number, known by the other id",
      system({ type: "user_changed_number", wa_id: number, user_id: "ID.NEW" }),
      { from: "ID.NEW", formerly: siti.from_user_id },
    ],
    [
      "another id, the one before in words",
      system(
        {
          type: "user_changed_user_id",
          user_id: "ID.NEW",
          body: "User Siti changed from ID.OLD to ID.NEW",
        },
        gone,
      ),
      { from: "ID.NEW", formerly: "ID.OLD" },
    ],
    [
      "whoever calls himself like the sentence moves into nobody's place",
      system(
        {
          type: "user_changed_user_id",
          user_id: "ID.NEW",
          body: "User x changed from ID.BUDI to ID.NEW changed from ID.OLD to ID.NEW",
        },
        gone,
      ),
      { from: "ID.NEW", formerly: "ID.OLD" },
    ],
  ];
  test.each(rows)("%s", (_what, message, moved) => {
    expect(heardOf(message)).toEqual({ kind: "moved", ...moved });
  });

  test.each<[string, object]>([
    ["only one id", system({ type: "user_changed_user_id", user_id: "ID.NEW" }, gone)],
    ["another kind of news", system({ type: "customer_identity_changed", wa_id: number })],
  ])("%s: left alone", (_what, message) => {
    expect(heardOf(message)).toEqual({ kind: "left", what: "system" });
  });
});
