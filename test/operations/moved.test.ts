/** The machine burns down: from the newest backup and the key every talk goes on where it was, on another folder. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { listBackups } from "../../src/operations/backup/backups.ts";
import { lindung } from "../cli/command.ts";
import { type Answer, chatOf, openChat } from "../whole/chat.ts";
import { type Home, look, newHome } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";

vi.setConfig({ testTimeout: 120_000 });

/** From the greeting to the number. */
const answers = [
  ...["daftar", "ya", "kerja sendiri", "5 maret 1980", "nyadap karet", "2 juta", "dua jaminan"],
  ...["3 bulan", "Sungai Rengit, Talang Kelapa, Banyuasin", "Dusun 2 RT 3", "081200000001"],
  ...["1699014503800001", "Siti Aminah", "ya"],
];

test("fifteen talks, one at each question and one handed in: restored on another folder, each is asked the next thing and comes to its number", async () => {
  const home = await newHome();
  const first = await startProgram(home);
  const talks = await Promise.all(
    Array.from({ length: answers.length + 1 }, async (_, stops) => {
      const chat = await openChat(first.address);
      let last: Answer = await chat.read();
      for (const [at, text] of answers.slice(0, stops).entries()) {
        last = await chat.say(`m${at}`, text);
      }
      return { token: chat.token, stops, last: textsOf(last) };
    }),
  );
  expect(command(home, "backup")).toMatchObject({ status: 0 });
  // What comes after the backup is lost with the machine.
  await first.signal("SIGKILL");

  const other = await newHome();
  cpSync(join(home.folder, "backups"), join(other.folder, "backups"), { recursive: true });
  cpSync(home.key, other.key);
  const [newest] = listBackups(join(other.folder, "backups"));
  expect(command(other, "restore", newest?.file ?? "")).toMatchObject({ status: 0 });

  const second = await startProgram(other);
  const numbers = await Promise.all(
    talks.map(async ({ token, stops, last }) => {
      const chat = chatOf(second.address, token);
      // Sent again, the last message is answered as on the first machine.
      if (stops > 0) {
        const again = await chat.say(`m${stops - 1}`, "apa pun");
        expect([stops, textsOf(again)]).toEqual([stops, last]);
      }
      let end = last;
      for (const [at, text] of answers.slice(stops).entries()) {
        end = textsOf(await chat.say(`m${stops + at}`, text));
      }
      return /LD-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(end.join(" "))?.[0];
    }),
  );
  expect(new Set(numbers).size).toBe(talks.length);
  expect(numbers).not.toContain(undefined);
  expect(command(other, "audit", "verify")).toMatchObject({ status: 0 });
  const count = await look(other, ({ read }) =>
    read.selectFrom("submission").select("id").execute(),
  );
  expect(count).toHaveLength(talks.length);
});

function textsOf({ says }: Answer): readonly string[] {
  return says.map(({ text }) => text);
}

function command({ data, key, folder }: Home, ...args: readonly string[]) {
  return lindung({ data, keyFile: key, backups: join(folder, "backups") }, args);
}
