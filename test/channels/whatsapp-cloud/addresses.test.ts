/** A file is fetched from Meta's host and from nowhere else, whatever the address says and wherever the host stands. */
import type { LookupAddress } from "node:dns";
import { describe, expect, test } from "vitest";
import { isPublic, placeOf } from "../../../src/channels/whatsapp-cloud/media/addresses.ts";
import { publicOnly } from "../../../src/channels/whatsapp-cloud/media/download.ts";
import { openMedia } from "../../../src/channels/whatsapp-cloud/media/fetch.ts";

const metaApi = "https://graph.facebook.com";
const notAllowed = { fault: "not-allowed" };

describe("an address that Meta hands out", () => {
  test("of its host of files: it may", () => {
    const address = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2";
    expect(placeOf(address, metaApi)).toMatchObject({ isOwn: false });
  });

  test.each([
    "http://lookaside.fbsbx.com/a",
    "https://lookaside.fbsbx.com:8443/a",
    "https://lookaside.fbsbx.com.evil.example/a",
    "https://evil.example/lookaside.fbsbx.com",
    "https://evil.example/?https://lookaside.fbsbx.com/",
    "https://lookaside.fbsbx.com@evil.example/a",
    "https://me:secret@lookaside.fbsbx.com/a",
    "https://lookaside.fbsbx.com.:443/a",
    "https://xlookaside.fbsbx.com/a",
    "https://fbsbx.com/a",
    "https://graph.facebook.com/v26.0/me",
    "https://127.0.0.1/a",
    "https://[::1]/a",
    "https://169.254.169.254/latest/meta-data/",
    "https://2130706433/a",
    "https://0x7f.1/a",
    "https://localhost/a",
    "file:///etc/passwd",
    "ftp://lookaside.fbsbx.com/a",
    "data:text/plain,halo",
    "javascript:alert(1)",
    "gopher://lookaside.fbsbx.com/",
    "//lookaside.fbsbx.com/a",
    "/etc/passwd",
    "",
    "halo",
  ])("%s: it may not", (address) => {
    expect(placeOf(address, metaApi)).toEqual(notAllowed);
  });

  test("a root that the operator set hands out its own files", () => {
    const root = "http://127.0.0.1:8090";
    expect(placeOf(`${root}/file`, root)).toMatchObject({ isOwn: true });
    expect(placeOf("http://127.0.0.1:8091/file", root)).toEqual(notAllowed);
    expect(placeOf("https://127.0.0.1:8090/file", root)).toEqual(notAllowed);
    expect(placeOf("https://lookaside.fbsbx.com/a", root)).toMatchObject({ isOwn: false });
  });
});

describe("the machine behind a name", () => {
  test.each(["157.240.22.35", "31.13.66.19", "2a03:2880:f12f:83:face:b00c:0:25de"])(
    "%s is public",
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  test.each([
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:157.240.22.35",
    "64:ff9b::7f00:1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2001::1",
    "halo",
    "",
  ])("%s is not", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  /** A resolver under somebody else's hand. */
  const resolving = (...addresses: readonly string[]) =>
    publicOnly(((_host: string, _options: object, callback: Callback) => {
      const found = addresses.map((address) => ({
        address,
        family: address.includes(":") ? 6 : 4,
      }));
      callback(null, found);
    }) as never);
  type Callback = (error: Error | null, found: LookupAddress[]) => void;

  const fetchFrom = (lookup: ReturnType<typeof publicOnly>) => {
    const url = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1";
    const { fetchMedia } = openMedia({
      settings: { apiRoot: metaApi, phoneId: "106540352242922", token: "EAAG" },
      graph: {
        get: async () => ({ kind: "taken", body: { url, sha256: "0".repeat(64), file_size: 1 } }),
        post: async () => ({ kind: "no-answer", why: "none" }),
      },
      limits: { wholeMs: 2_000, idleMs: 500 },
      lookup,
    });
    return fetchMedia("1", 1_000);
  };

  test.each([
    ["this machine", ["127.0.0.1"]],
    ["the cloud's own", ["169.254.169.254"]],
    ["a private network", ["10.1.2.3"]],
    ["this machine, in IPv6", ["::1"]],
    ["one public, one not", ["157.240.22.35", "192.168.0.1"]],
    ["nothing", []],
  ])("Meta's name leads to %s: nothing is fetched", async (_what, addresses) => {
    expect(await fetchFrom(resolving(...addresses))).toEqual({
      kind: "refused",
      why: "not-allowed",
    });
  });

  test("Meta's name leads nowhere", async () => {
    const lookup = publicOnly(((_host: string, _options: object, callback: Callback) => {
      callback(Object.assign(new Error("not found"), { code: "ENOTFOUND" }), []);
    }) as never);
    expect(await fetchFrom(lookup)).toEqual({ kind: "refused", why: "away" });
  });

  test.each([true, false])("a public one is handed on as asked for (all: %s)", async (all) => {
    const given = await new Promise((resolve) => {
      resolving("157.240.22.35")("x.example", { all }, (error, address) =>
        resolve([error, address]),
      );
    });
    const address = "157.240.22.35";
    expect(given).toEqual([null, all ? [{ address, family: 4 }] : address]);
  });
});
