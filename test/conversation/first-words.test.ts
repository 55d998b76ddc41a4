/** What people say below the greeting, in their own words: they begin, they ask how, they do not know what this is. */
import { expect, test } from "vitest";
import { talk } from "./talk.ts";

test.each(["yo mulai lah", "ayo mulai", "melok daftar", "gas", "nak daftar", "daftar bae"])(
  "%s: it begins",
  (text) => {
    const here = talk();
    here.say("halo", text);
    expect(here.asked()).toBe("consent");
  },
);

test.each([
  "cak mano caro daftar ni",
  "cak mano caro daftarnyo",
  "caro daftar cakmano",
  "gimana cara daftarnya",
  "aku nak daftar cakmano",
])("%s: how it goes here", (text) => {
  const here = talk();
  here.say("halo", text);
  expect(here.said()).toContain("Daftarnya di obrolan ini saja: 13 pertanyaan");
});

test.each(["apo ini", "ini apo", "apa ini"])("%s: what it is", (text) => {
  const here = talk();
  here.say("halo", text);
  expect(here.said()).toContain("BPJS Ketenagakerjaan itu jaminan");
});

test.each(["sayo dak pacak ngetik", "aku dak biso nulis"])("%s: to be called", (text) => {
  const here = talk(undefined, { trial: false, operator: { contact: "0711-000-000" } });
  here.say("halo", text);
  expect(here.said()).toContain("0711-000-000");
});
