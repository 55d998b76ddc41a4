/** "/start", "/status@lindung_bot": commands as some channels send them. */
import { expect, test } from "vitest";
import { talk } from "./talk.ts";

test.each([
  ["a new person is greeted", undefined, ["/start"], "Selamat datang, Bapak/Ibu", undefined],
  ["and greeted again", undefined, ["/start", "/start"], "Selamat datang, Bapak/Ibu", undefined],
  ["the question is asked again", "income", ["/start"], "5 dari 13", "income"],
  ["also where any text is an answer", "name", ["/start@lindung_bot"], "12 dari 13", "name"],
  ["under the read-back", "confirm", ["/start"], "13 dari 13", "confirm"],
  ["the talk that rested goes on", "income", ["nanti saja", "/start"], "5 dari 13", "income"],
  ["handed in: how far it is", "confirm", ["kirim", "/start"], "Belum ada", undefined],
  ["a command", "name", ["/bantuan"], "Kapan saja boleh ketik", "name"],
  ["in capitals", "name", ["/BANTUAN"], "Kapan saja boleh ketik", "name"],
  ["of several words", "income", ["/hapus_data"], "Jadi dihapus?", "income"],
  ["in the other language", "address", ["/help"], "Kapan saja boleh ketik", "address"],
  ["only in the other language", "address", ["/delete_data"], "Jadi dihapus?", "address"],
  ["below something put in between", "income", ["hapus data", "/status"], "pertanyaan 5", "income"],
  ["one that is none", "name", ["/kucing"], "belum paham", "name"],
  ["a name with a stroke is none", "address", ["/jalan melati no 5"], "10 dari 13", "phone"],
])("%s", (_what, upTo, heard, said, asked) => {
  const here = talk(upTo);
  here.say(...heard);
  expect(here.said()).toContain(said);
  expect(here.asked()).toBe(asked);
});
