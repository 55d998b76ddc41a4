import fc from "fast-check";
import { expect, test } from "vitest";
import { maskPhone, parsePhone, printPhone } from "../../src/enrolment/phone.ts";
import { anyText } from "../readings.ts";

const phone = "+6281234567890";

test.each([
  ["as people write it", "081234567890", phone],
  ["with dashes", "0812-3456-7890", phone],
  ["with spaces", "0812 3456 7890", phone],
  ["with dots", "0812.3456.7890", phone],
  ["with brackets", "(0812) 3456 7890", phone],
  ["with a slash", "0812/34567890", phone],
  ["with the country's code", "+6281234567890", phone],
  ["with the code and no plus", "6281234567890", phone],
  ["with the code, spaces and dashes", "+62 812-3456-7890", phone],
  ["with the code and the zero that is left out", "+62 0812 3456 7890", phone],
  ["with the zero in brackets", "+62 (0)812 3456 7890", phone],
  ["dialled from abroad", "0062 812 3456 7890", phone],
  ["without the zero", "81234567890", phone],
  ["Arabic digits", "٠٨١٢٣٤٥٦٧٨٩٠", phone],
  ["wide digits and plus", "＋６２８１２３４５６７８９０", phone],
  ["a zero-width space in it", "0812\u200b34567890", phone],
  ["ten digits, an old number", "0812345678", "+62812345678"],
  ["eleven digits", "08561234567", "+628561234567"],
  ["thirteen digits", "0881234567890", "+62881234567890"],
  ["a telephone in Palembang", "0711-510123", { fault: "landline" }],
  ["a telephone in Jakarta", "+62 21 5551234", { fault: "landline" }],
  ["a telephone without its area code", "510123", { fault: "not-a-phone" }],
  ["too short", "08123456", { fault: "not-a-phone" }],
  ["too long", "08123456789012345", { fault: "not-a-phone" }],
  ["a service number", "175", { fault: "not-a-phone" }],
  ["a toll-free number", "0800123456", { fault: "not-a-phone" }],
  ["a Malaysian number", "+60 12-345 6789", { fault: "abroad" }],
  ["a Malaysian number, dialled", "0060123456789", { fault: "abroad" }],
  ["two numbers", "081234567890081311112222", { fault: "not-a-phone" }],
  ["a NIK", "1699015503800001", { fault: "not-a-phone" }],
  ["a letter in it", "0812a34567890", { fault: "not-a-phone" }],
  ["words", "tidak ada", { fault: "not-a-phone" }],
  ["nothing", "", { fault: "not-a-phone" }],
  ["a country that does not exist", "+0123456789", { fault: "not-a-phone" }],
  ["a plus and too few digits", "+60 12", { fault: "not-a-phone" }],
  ["a plus alone", "+", { fault: "not-a-phone" }],
])("phone: %s", (_why, typed, expected) => {
  expect(parsePhone(typed)).toEqual(expected);
});

test.each([
  ["ten digits", "0812345678", "0812-3456-78", "5678"],
  ["twelve digits", "081234567890", "0812-3456-7890", "7890"],
  ["thirteen digits", "0881234567890", "0881-2345-67890", "7890"],
])("phone, read back and masked: %s", (_why, typed, printed, masked) => {
  const found = parsePhone(typed);
  if (typeof found !== "string") throw new Error(`${typed} is no phone`);
  expect(printPhone(found)).toBe(printed);
  expect(maskPhone(found)).toBe(masked);
});

test("whatever is typed is a phone or has a fault, and a phone is read back from its print", () => {
  const typed = fc.oneof(anyText, fc.stringMatching(/^(\+62|0|62)8\d{8,11}$/));
  fc.assert(
    fc.property(typed, (text) => {
      const found = parsePhone(text);
      if (typeof found === "string") expect(parsePhone(printPhone(found))).toBe(found);
      else expect(["not-a-phone", "landline", "abroad"]).toContain(found.fault);
    }),
  );
});
