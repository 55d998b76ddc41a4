/** The program is stopped while the Bot API answers nothing: it takes its leave in time, and what hung goes out later. */
import { expect, test, vi } from "vitest";
import { openFakeBotApi } from "../channels/fakes/telegram/fake-bot-api.ts";
import { type Home, look, newHome } from "../whole/home.ts";
import { startProgram } from "../whole/program.ts";
import { countsOf } from "../whole/tables.ts";
import { unsent } from "./said-to.ts";

vi.setConfig({ testTimeout: 120_000 });

const people = 5;

test.each([
  ["its messages hang", "sendMessage"],
  ["nothing is answered at all", "*"],
])(
  "stopped while %s: in time, with its leave taken, and the next start sends all of it",
  async (_what, method) => {
    const api = await openFakeBotApi();
    const bare = await newHome();
    const bot = { TELEGRAM_BOT_TOKEN: api.bot.token, TELEGRAM_API_ROOT: api.apiRoot };
    const home: Home = { ...bare, settings: { ...bare.settings, ...bot } };
    let program = await startProgram(home);
    await vi.waitFor(() => expect(api.calls("getUpdates").length).toBeGreaterThan(0), 30_000);
    api.fail("sendMessage", { hangMs: 60_000 }, people);
    for (let id = 1; id <= people; id += 1) api.people.person(7_000 + id, "Siti").says("halo");
    await vi.waitFor(() => expect(api.calls("sendMessage")).toHaveLength(people), 30_000);
    if (method === "*") api.fail("*", { hangMs: 60_000 }, 1_000);

    const { code, seconds, output } = await program.signal("SIGTERM");
    process.stdout.write(`stopped in ${seconds.toFixed(1)} s\n`);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(seconds).toBeLessThan(15);
    expect(await look(home, async (database) => (await countsOf(database))["lease"])).toBe(0);
    await api.close();

    const next = await openFakeBotApi({ token: api.bot.token });
    for (let id = 1; id <= people; id += 1) next.people.person(7_000 + id, "Siti").says("bantuan");
    const root = { TELEGRAM_API_ROOT: next.apiRoot };
    program = await startProgram({ ...home, settings: { ...home.settings, ...root } });
    await vi.waitFor(async () => expect(await look(home, unsent)).toBe(0), 60_000);
    expect((await program.signal("SIGTERM")).code).toBe(0);
    await next.close();
  },
);
