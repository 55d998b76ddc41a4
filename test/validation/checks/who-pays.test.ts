import { expect, test } from "vitest";
import type { ReceiverRule } from "../../../src/enrolment/receiver.ts";
import { whoPays } from "../../../src/validation/checks/who-pays.ts";
import { yardsticks } from "../yardsticks.ts";
import { type Row, remarks } from "./look.ts";

const receiver: ReceiverRule = {
  id: "receiver-16.07",
  area: "16.07",
  receiver: "Pemkab Banyuasin",
  from: "2026-01-01",
  to: null,
  sure: "A",
  source: "a letter",
};
const needs = { rules: { ...yardsticks.rules, receivers: [receiver] } };
const asked = { payer: "cannot-yet", cannot_pay: "propose" } as const;

test.each<Row>([
  ["who pays herself", {}, {}],
  ["whose family pays", { payer: "sponsor", sponsor: "family" }, { "somebody-else-pays": {} }],
  ["whose village pays", { payer: "sponsor", sponsor: "government" }, { "somebody-else-pays": {} }],
  ["who cannot pay", { payer: "cannot-yet", cannot_pay: "go-on" }, { "cannot-pay-yet": {} }],
  [
    "who asked to be proposed",
    { ...asked, regency: "16.07" },
    { "proposed-for-help": { receiver: "Pemkab Banyuasin" } },
  ],
  [
    "who asked, where nobody receives names any more",
    { ...asked, regency: "16.71" },
    { "nobody-to-propose-to": {} },
  ],
  [
    "who asked, and lives elsewhere",
    { ...asked, regency: undefined },
    { "nobody-to-propose-to": {} },
  ],
])("%s", async (_why, part, expected) => {
  expect(await remarks(whoPays, part, needs)).toEqual(expected);
});
