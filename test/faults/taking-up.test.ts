/** Killed while somebody goes on elsewhere: the code is used and everything of it is done, or nothing is. */
import { randomBytes } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import type { Sender } from "../../src/channels/channel.ts";
import { receive } from "../../src/inbox/receive.ts";
import { withGates } from "../../src/outbox/open.ts";
import { openVault } from "../../src/vault/vault.ts";
import { startChild } from "../database/child.ts";
import { eachDatabase } from "../databases.ts";
import { askedAt, codeAt, placesOf } from "../inbox/elsewhere.ts";
import { drain } from "../outbox/round.ts";
import { unhurried } from "../outbox/unhurried.ts";
import { answer, idOf, type Phone, say, siti, whatsAppPhone } from "../whole/person.ts";
import { openWorld, type World } from "../world.ts";

vi.setConfig({ testTimeout: 240_000 });

/** Sends everything that is due; gives to whom, and what. */
async function sendAll(world: World): Promise<readonly (readonly [string, string])[]> {
  const sent: (readonly [string, string])[] = [];
  const post: Sender = {
    ...unhurried,
    send: async ({ to, says }) => {
      sent.push([to, says.text]);
      return { kind: "sent" };
    },
  };
  const channels = new Map([
    ["telegram", post],
    ["whatsapp-web", post],
  ]);
  const { database, vault, clock } = world;
  await drain(withGates({ database, vault, channels, clock, log: { warn: () => undefined } }));
  return sent;
}

describe.each(eachDatabase)("$kind", ({ fresh }) => {
  test.each([
    ["before its commit", "before-commit", "whatsapp-web"],
    ["after its commit, before anybody is told", "after-commit", "telegram"],
  ])(
    "killed %s: the yes again finishes it, once, and both places hear",
    async (_when, point, then) => {
      const { database, where } = await fresh();
      const key = randomBytes(32);
      const world = openWorld(database, { vault: openVault(key) });
      const old = whatsAppPhone();
      const here: Phone = { ...whatsAppPhone("7001"), channel: "telegram" };
      await answer(world, old, siti, "income");
      await say(world, here, await codeAt(world, old));
      await sendAll(world);

      const { channel, account, from } = here;
      const heard = { kind: "text", text: "ya" } as const;
      const yes = { channel, account, from, id: idOf(here, here.sent.length), heard };
      const child = new URL("./taking-up-child.ts", import.meta.url);
      const { process: killed } = startChild(
        child,
        where,
        ...[key.toString("hex"), JSON.stringify(yes), point],
      );
      await expect.poll(() => killed.signalCode, { timeout: 60_000 }).toBe("SIGKILL");
      expect((await placesOf(database))[0]).toBe(then);

      const told = await receive(world, yes);
      expect(await receive(world, yes)).toEqual(told);
      const says = told.kind === "says" ? told.says : [];
      expect(askedAt({ ...here, heard: [...says] })).toBe("income");
      expect((await placesOf(database))[0]).toBe("telegram");

      const sent = await sendAll(world);
      expect(sent.filter(([to]) => to === from)).toEqual(says.map(({ text }) => [from, text]));
      expect(sent.filter(([to]) => to === old.from)).toEqual([
        [old.from, expect.stringContaining("sekarang dilanjutkan di Telegram")],
      ]);
    },
  );
});
