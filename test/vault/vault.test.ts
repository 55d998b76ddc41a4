import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveKey } from "../../src/vault/key-ring.ts";
import { openVault } from "../../src/vault/vault.ts";

const root = randomBytes(32);
const vault = openVault(root);
const siti = vault.newDataKey("a-siti");
const budi = vault.newDataKey("a-budi");
const place = { table: "submission_revision", row: "s-1", column: "registration" };

describe("sealing", () => {
  test("what was sealed opens as it was, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(vault.open(siti.key, place, vault.seal(siti.key, place, text))).toBe(text);
      }),
    );
  });

  test("version, key id, nonce and tag stand before the text, which is not to be seen", () => {
    const sealed = vault.seal(siti.key, place, "Siti Aminah");
    expect([sealed[0], sealed[1], sealed.length]).toEqual([1, 1, 30 + 11]);
    expect(sealed.includes("Siti")).toBe(false);
  });

  test("the same text is never sealed the same way twice", () => {
    const nonces = Array.from({ length: 20_000 }, () =>
      vault.seal(siti.key, place, "x").toString("hex", 2, 14),
    );
    expect(new Set(nonces).size).toBe(20_000);
  });

  test.each([
    ["another person's key", budi.key, place],
    ["the root key", vault.rootKey, place],
    ["another row", siti.key, { ...place, row: "s-2" }],
    ["another column", siti.key, { ...place, column: "contribution" }],
    ["another table", siti.key, { ...place, table: "enrolment" }],
  ])("does not open under or in %s", (_what, key, where) => {
    const sealed = vault.seal(siti.key, place, "Siti Aminah");
    expect(() => vault.open(key, where, sealed)).toThrow(
      "sealed value damaged, moved or under another key",
    );
  });

  test("1,000 values with one bit flipped, wherever it is, are all refused without a word of the content", () => {
    const text = "Siti Aminah, 1699015501900001";
    const bits = (30 + text.length) * 8;
    for (let count = 0; count < 1000; count += 1) {
      const sealed = vault.seal(siti.key, place, text);
      const bit = count % bits;
      sealed.writeUInt8(sealed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(refusalOf(() => vault.open(siti.key, place, sealed))).toMatch(
        /^sealed value damaged, moved or under another key: submission_revision.registration of s-1$/,
      );
    }
  });

  test("cut or lengthened values are refused", () => {
    const sealed = vault.seal(siti.key, place, "Siti Aminah");
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => vault.open(siti.key, place, sealed.subarray(0, length))).toThrow("sealed value");
    }
    expect(() => vault.open(siti.key, place, Buffer.concat([sealed, Buffer.alloc(1)]))).toThrow(
      "sealed value",
    );
  });
});

describe("a person's key", () => {
  test("comes back from what is kept, also after the program was started again", () => {
    const sealed = vault.seal(siti.key, place, "Siti Aminah");
    const later = openVault(root);
    expect(later.open(later.dataKey("a-siti", siti.wrapped), place, sealed)).toBe("Siti Aminah");
    // From memory this time.
    expect(later.open(later.dataKey("a-siti", siti.wrapped), place, sealed)).toBe("Siti Aminah");
  });

  test("is not to be seen in what is kept", () => {
    expect(siti.wrapped.length).toBe(30 + 32);
    expect(siti.wrapped.includes(siti.key.key.export())).toBe(false);
  });

  test.each([
    ["for another person", () => vault.dataKey("a-wayan", siti.wrapped)],
    ["under another root key", () => openVault(randomBytes(32)).dataKey("a-siti", siti.wrapped)],
    ["destroyed", () => vault.dataKey("a-siti", Buffer.alloc(62))],
  ])("does not open %s", (_why, deed) => {
    expect(deed).toThrow("sealed value damaged, moved or under another key: applicant.data_key");
  });

  test("forgotten, it is read again from what is kept", () => {
    const vault = openVault(root);
    const { key, wrapped } = vault.newDataKey("a-1");
    expect(vault.dataKey("a-1", wrapped)).toBe(key);
    vault.forget("a-1");
    const again = vault.dataKey("a-1", wrapped);
    expect(again).not.toBe(key);
    expect(again.key.equals(key.key)).toBe(true);
  });

  test("only the last ten thousand used are kept in memory", () => {
    const vault = openVault(root);
    const first = vault.newDataKey("a-0");
    const second = vault.newDataKey("a-1");
    for (let count = 2; count < 10_000; count += 1) vault.newDataKey(`a-${count}`);
    // Used again, so the second is now the eldest.
    expect(vault.dataKey("a-0", first.wrapped)).toBe(first.key);
    vault.newDataKey("a-10000");
    expect(vault.dataKey("a-0", first.wrapped)).toBe(first.key);
    expect(vault.dataKey("a-1", second.wrapped)).not.toBe(second.key);
  });
});

describe("hashing", () => {
  test("is HMAC-SHA-256 of label and parts under the index key", () => {
    const expected = createHmac("sha256", deriveKey(root, "index"))
      .update('["nik","1699015501900001"]')
      .digest();
    expect(vault.hash("nik", "1699015501900001")).toEqual(expected);
    expect(openVault(randomBytes(32)).hash("nik", "1699015501900001")).not.toEqual(expected);
  });

  test("different labels or parts never make the same", () => {
    const input = fc.array(fc.string({ unit: "binary", maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(input, input, ([label = "", ...parts], [other = "", ...others]) => {
        const same = JSON.stringify([label, parts]) === JSON.stringify([other, others]);
        expect(vault.hash(label, ...parts).equals(vault.hash(other, ...others))).toBe(same);
      }),
    );
  });

  test.each([
    ["the border between parts", ["x", "ab", "c"], ["x", "a", "bc"]],
    ["a part that is empty", ["x", "a"], ["x", "a", ""]],
    ["a part that looks like two", ["x", 'a","b'], ["x", "a", "b"]],
    ["a label that looks like label and part", ["x:a"], ["x", "a"]],
    ["halves of a broken character", ["x", "\ud800"], ["x", "\ud801"]],
  ] as const)("tells apart: %s", (_what, [label, ...parts], [other, ...others]) => {
    expect(vault.hash(label, ...parts)).not.toEqual(vault.hash(other, ...others));
  });
});

function refusalOf(deed: () => unknown): string {
  try {
    deed();
  } catch (error) {
    return error instanceof Error ? error.message : "no error";
  }
  return "not refused";
}
