/** Only what Meta signed is read: the door over real HTTP, met with everything but that. */
import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSigned } from "../../../src/channels/whatsapp-cloud/hearing/signature.ts";
import { account, batchOf } from "../fakes/whatsapp-cloud/graph.ts";
import { escaped, signatureOf } from "../fakes/whatsapp-cloud/hook.ts";
import { arrange, people } from "./stand.ts";

const hex = (text: string, secret: string, hash = "sha256") =>
  createHmac(hash, secret).update(text).digest("hex");

async function arranged() {
  const both = await arrange();
  const siti = both.graph.person(people.siti);
  const value = siti.wrapped({ type: "text", text: { body: "Namo aku Siti, ç 🙏" } });
  const text = JSON.stringify(batchOf([value]));
  const post = (body: string | Buffer, headers: Record<string, string>) =>
    fetch(both.cloud.hook, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
  return { ...both, siti, value, text, post };
}

describe("Meta asks whether the address is ours", () => {
  test("with our word: the challenge comes back as plain text", async () => {
    const { graph } = await arrange();
    const response = await graph.verifies();
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await response.text()).toBe("1158201444");
  });

  test.each(["verify-me-pleasf", "verify-me-please2", "", "VERIFY-ME-PLEASE"])(
    "with %j: 403, and nothing is echoed",
    async (token) => {
      const { graph } = await arrange();
      const response = await graph.verifies(token, "<script>");
      expect(response.status).toBe(403);
      expect(await response.text()).toBe("");
    },
  );

  test("for anything but a subscription: 403", async () => {
    const { cloud } = await arrange();
    const query = `hub.mode=unsubscribe&hub.verify_token=${account.verifyToken}&hub.challenge=1`;
    expect((await fetch(`${cloud.hook}?${query}`)).status).toBe(403);
    expect((await fetch(cloud.hook)).status).toBe(403);
  });
});

describe("a signature of Meta", () => {
  const good = (text: string) => signatureOf(text, account.appSecret);

  test("over the escaped form, sent in the escaped form", async () => {
    const { post, text, kept } = await arranged();
    const response = await post(escaped(text), { "x-hub-signature-256": good(text) });
    expect(response.status).toBe(200);
    expect(kept[0]?.heard).toEqual({ kind: "text", text: "Namo aku Siti, ç 🙏" });
  });

  test("over the escaped form, sent as UTF-8", async () => {
    const { post, text, kept } = await arranged();
    expect((await post(text, { "x-hub-signature-256": good(text) })).status).toBe(200);
    expect(kept).toHaveLength(1);
  });

  test("over the bytes as they are", async () => {
    const { post, text, kept } = await arranged();
    const raw = `sha256=${hex(text, account.appSecret)}`;
    expect((await post(text, { "x-hub-signature-256": raw })).status).toBe(200);
    expect(kept).toHaveLength(1);
  });

  test("vouches for the content, whatever its type is called", async () => {
    const { post, text, kept } = await arranged();
    const headers = { "x-hub-signature-256": good(text), "content-type": "text/plain" };
    expect((await post(text, headers)).status).toBe(200);
    expect(kept).toHaveLength(1);
  });

  test("an emoji that is cut in two by the network stays whole", async () => {
    const { cloud, text, kept } = await arranged();
    const bytes = Buffer.from(text);
    const inside = bytes.indexOf(Buffer.from("🙏")) + 2;
    const pieces = new ReadableStream<Uint8Array>({
      start: async (controller) => {
        controller.enqueue(bytes.subarray(0, inside));
        await new Promise((resolve) => setTimeout(resolve, 50));
        controller.enqueue(bytes.subarray(inside));
        controller.close();
      },
    });
    const headers = { "x-hub-signature-256": `sha256=${hex(text, account.appSecret)}` };
    const init = { method: "POST", headers, body: pieces, duplex: "half" } as const;
    expect((await fetch(cloud.hook, init)).status).toBe(200);
    expect(kept[0]?.heard).toMatchObject({ text: "Namo aku Siti, ç 🙏" });
  });
});

describe("anything else is turned away before it is read: 401, and nothing is kept", () => {
  const rows: readonly (readonly [string, (text: string) => Record<string, string>])[] = [
    ["no signature", () => ({})],
    ["an empty one", () => ({ "x-hub-signature-256": "" })],
    ["another key", (text) => ({ "x-hub-signature-256": signatureOf(text, "another-secret") })],
    ["SHA-1", (text) => ({ "x-hub-signature": `sha1=${hex(text, account.appSecret, "sha1")}` })],
    [
      "SHA-1 in the place of SHA-256",
      (text) => ({ "x-hub-signature-256": `sha1=${hex(text, account.appSecret, "sha1")}` }),
    ],
    [
      "a truncated one",
      (text) => ({ "x-hub-signature-256": signatureOf(text, account.appSecret).slice(0, -2) }),
    ],
    [
      "a longer one",
      (text) => ({ "x-hub-signature-256": `${signatureOf(text, account.appSecret)}00` }),
    ],
    ["no hexadecimal", () => ({ "x-hub-signature-256": `sha256=${"zz".repeat(32)}` })],
    ["without its name", (text) => ({ "x-hub-signature-256": hex(text, account.appSecret) })],
    ["of another body", () => ({ "x-hub-signature-256": signatureOf("{}", account.appSecret) })],
    [
      "of the body put together anew",
      (text) => ({
        "x-hub-signature-256": signatureOf(
          JSON.stringify(JSON.parse(text), null, 2),
          account.appSecret,
        ),
      }),
    ],
  ];

  test.each(rows)("%s", async (_what, headers) => {
    const { post, text, kept } = await arranged();
    const response = await post(text, headers(text));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe("");
    expect(kept).toEqual([]);
  });

  test("not JSON, without a signature: it is not even looked at", async () => {
    const { post } = await arranged();
    expect((await post("{".repeat(10_000), {})).status).toBe(401);
  });

  test("one bit of a signed body is another", async () => {
    const { post, text, kept } = await arranged();
    const headers = { "x-hub-signature-256": signatureOf(text, account.appSecret) };
    expect((await post(text.replace("Siti,", "Situ,"), headers)).status).toBe(401);
    expect(kept).toEqual([]);
  });
});

test.each([
  ["letters with accents", Buffer.from("é".repeat(1_500_000))],
  ["what is no text at all", Buffer.alloc(3_000_000, 0xff)],
])("three million bytes of %s, signed by nobody, hold up nobody else", (_what, body) => {
  const began = process.cpuUsage();
  expect(isSigned(body, `sha256=${"0".repeat(64)}`, account.appSecret)).toBe(false);
  const { user, system } = process.cpuUsage(began);
  // Microseconds of this process; more than a second where each letter is a call.
  expect(user + system).toBeLessThan(400_000);
});

test("the escaped form is that of every letter, also of those of two halves", () => {
  const text = "a~\u007f\u0080é漢🙏\ud800z";
  const body = Buffer.from(text);
  const asRead = body.toString("utf8");
  expect(isSigned(body, signatureOf(asRead, account.appSecret), account.appSecret)).toBe(true);
});
