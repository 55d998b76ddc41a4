import fc from "fast-check";
import { expect, test } from "vitest";
import { openLog } from "../src/log.ts";

function opened(level: Parameters<typeof openLog>[0] = "info") {
  const lines: string[] = [];
  return { log: openLog(level, { write: (line) => lines.push(line) }), lines };
}

/** Siti's, of an area that does not exist. */
const nik = "1699015501900001";
const phone = "081200000001";

function circle(): object {
  const round: Record<string, unknown> = { phone };
  round["self"] = round;
  return round;
}

test.each([
  ["a NIK in the message", (log: Log) => log.info(`seen ${nik}`)],
  ["a NIK written in fours", (log: Log) => log.info("seen 1699 0155 0190 0001")],
  ["a NIK with dots and dashes", (log: Log) => log.info("seen 1699.0155-0190.0001")],
  ["a NIK with a digit missing", (log: Log) => log.info("seen 169901550190000")],
  ["a NIK in full-width digits", (log: Log) => log.info("seen １６９９０１５５０１９００００１")],
  ["a NIK in Arabic digits", (log: Log) => log.info("seen ١٦٩٩٠١٥٥٠١٩٠٠٠٠١")],
  [
    "a NIK put together from two parts",
    (log: Log) => log.info("seen %s%s", "16990155", "01900001"),
  ],
  ["a NIK as a number", (log: Log) => log.info({ event: "x", value: Number(nik) })],
  ["a NIK five levels down", (log: Log) => log.info({ a: { b: [{ c: { d: nik } }] } })],
  ["a NIK as the name of a field", (log: Log) => log.info({ seen: { [nik]: true } })],
  ["a NIK in what a child always says", (log: Log) => log.child({ of: nik }).info("x")],
  ["a NIK between letters of a hash", (log: Log) => log.info(`${"ab".repeat(30)}${nik}`)],
  ["four of them in a row", (log: Log) => log.info(nik.repeat(4))],
  ["a phone number", (log: Log) => log.info(`call ${phone}`)],
  ["a phone number with country code", (log: Log) => log.info("call +62 812-0000-0001")],
  ["a phone number without its zero", (log: Log) => log.info("call 81200000001")],
  ["a WhatsApp address", (log: Log) => log.info({ to: "6281200000001@c.us" })],
  ["a phone number as a number", (log: Log) => log.info({ to: 6281200000001 })],
  [
    "a field known to be private",
    (log: Log) => log.info({ said: { text: "81200000001 Siti 1699015501900001" } }),
  ],
  ["an Error's message and stack", (log: Log) => log.error(new Error(`bad ${nik} ${phone}`))],
  ["an Error under another name", (log: Log) => log.error({ cause: new Error(`bad ${nik}`) })],
  ["an Error's cause", (log: Log) => log.error(new Error("outer", { cause: new Error(nik) }))],
  ["a field of an Error", (log: Log) => log.error(Object.assign(new Error("x"), { sql: [nik] }))],
  ["something that holds itself", (log: Log) => log.error({ round: circle() })],
])("the log does not say: %s", (_why, write) => {
  const { log, lines } = opened();
  write(log);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toHaveProperty("time");
  const digits = (lines[0] ?? "")
    .normalize("NFKC")
    .replace(/"time":"[^"]*"/, "")
    .replace(/[^\p{Nd}]/gu, "");
  for (const secret of [nik, "169901550190000", "81200000001", "١٦٩٩٠١٥٥"]) {
    expect(digits).not.toContain(secret);
  }
});

type Log = ReturnType<typeof openLog>;

test.each([
  ["an id", "s01932f4e-0812-7123-8123-081234567890"],
  ["a hash that looks like a NIK", "f1699015501900001".padEnd(64, "0")],
  ["a hash that looks like a phone number", "a081200000001".padStart(64, "c")],
  ["the hash before the first", "0".repeat(64)],
  ["an instant", "2026-08-12T08:12:34.567Z"],
  ["an amount", "Rp 42.000.000"],
  ["a place in a file", "src/inbox/receive.ts:812:34"],
  ["an enrolment number", "LD-7K3M-92"],
])("the log still says: %s", (_why, text) => {
  const { log, lines } = opened();
  log.info({ event: "x", seen: text }, text);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ seen: text, msg: text, level: "info" });
});

test("numbers that count, weigh or measure time stay numbers", () => {
  const seen = { ms: 1_764_075_600_000, bytes: 8_212_345_678, count: 0, share: 0.812345678901 };
  const { log, lines } = opened();
  log.info({ event: "x", ...seen });
  expect(JSON.parse(lines[0] ?? "")).toMatchObject(seen);
});

test("an Error keeps its type, message and the place where it was thrown", () => {
  const { log, lines } = opened();
  log.error({ event: "x", err: new TypeError("cannot read"), why: new Error("full disk") });
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    err: {
      type: "TypeError",
      message: "cannot read",
      stack: expect.stringContaining("log.test.ts"),
    },
    why: { type: "Error", message: "full disk" },
  });
});

test("the password of a database or queue address is taken out", () => {
  const { log, lines } = opened();
  log.warn("no answer from postgres://lindung:rahasia@db/lindung");
  expect(lines.join("")).toContain("postgres://[secret]@db/lindung");
});

test("what is below the level is not written", () => {
  const { log, lines } = opened("warn");
  log.info("quiet");
  expect(lines).toEqual([]);
});

test("whatever stands around it, a NIK or phone number does not come through, and the line stays JSON", () => {
  const around = fc.string({ unit: fc.constantFrom(..."aZ \n\t\"'\\{}[]:,.;/@é…") });
  fc.assert(
    fc.property(around, around, fc.constantFrom(nik, phone), (before, after, secret) => {
      const { log, lines } = opened();
      log.info({ seen: `${before}${secret}${after}` }, `${before}${secret}${after}`);
      expect(lines.join("")).not.toContain(secret);
      expect(() => JSON.parse(lines.join(""))).not.toThrow();
    }),
  );
});
