/** Finding somebody by what they say on the telephone, and reading what is masked: who looked is recorded. */
import { describe, expect, test } from "vitest";
import { eachDatabase } from "../databases.ts";
import { openOffice } from "./office.ts";

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test.each([
    ["the beginning of a name", "ami", true],
    ["both names, in any order", "AMINAH siti", true],
    ["the NIK", "1699 0145 0380 0001", true],
    ["the telephone as it is said", "0812-3456-7890", true],
    ["its end", "7890", true],
    ["the number of the submission", "ld 5fr3 ct", true],
    ["another NIK", "1699014503800002", false],
    ["a name and one that is not hers", "siti wijaya", false],
    ["nothing", " ", false],
    ["signs", "'; drop table--", false],
    ["a NUL, which is passed over", "si\0ti", true],
  ])("%s", async (_what, what, isFound) => {
    const { sits } = await openOffice(fresh);
    const budi = await sits("budi");
    await budi.get("/console/queue");
    const { status, page } = await budi.post("/console/search", { what });
    expect([status, page.includes("Siti Aminah")]).toEqual([200, isFound]);
    expect(page.includes("Tidak ada yang cocok.")).toBe(!isFound);
  });

  test("who looks after another branch does not find her", async () => {
    const { sits } = await openOffice(fresh);
    const wayan = await sits("wayan", "reviewer", ["Muara Enim"]);
    await wayan.get("/console/queue");
    expect((await wayan.post("/console/search", { what: "siti" })).page).not.toContain("Aminah");
  });

  test("in one's own hands NIK and phone are shown at once; each look is recorded", async () => {
    const { sits, id, world } = await openOffice(fresh);
    const budi = await sits("budi");
    const at = `/console/submissions/${id}`;
    await budi.get(at);
    await budi.post(`${at}/claim`);
    const { page } = await budi.post(`${at}/reveal`);
    expect(page).toContain("1699014503800001");
    expect(page).toContain("+6281234567890");
    const audit = world.database.read.selectFrom("audit").select(["about", "detail"]);
    const rows = await audit.where("action", "=", "submission.revealed").execute();
    expect(rows).toEqual([{ about: id, detail: '{"revision":1}' }]);
    expect((await budi.get(at)).page).not.toContain("1699014503800001");
  });

  test("else it is asked what for, and that is recorded with it", async () => {
    const { sits, id, world } = await openOffice(fresh);
    const budi = await sits("budi");
    const at = `/console/submissions/${id}`;
    await budi.get(at);
    for (const why of ["", "just so"]) {
      const refused = await budi.post(`${at}/reveal`, { why });
      expect(refused.status).toBe(422);
      expect(refused.page).toContain("Pilih dulu untuk apa. Tidak ada yang ditampilkan.");
      expect(refused.page).not.toContain("1699014503800001");
    }
    expect((await budi.post(`${at}/reveal`, { why: "calls-back" })).page).toContain(
      "1699014503800001",
    );
    const audit = world.database.read.selectFrom("audit").select("detail");
    const rows = await audit.where("action", "=", "submission.revealed").execute();
    expect(rows).toEqual([{ detail: '{"revision":1,"reason":"calls-back"}' }]);
  });
});
