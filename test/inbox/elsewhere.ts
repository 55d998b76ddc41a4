/** Two places of one person, for tests of going on from one in the other. */
import type { Database } from "../../src/database/open.ts";
import type { eachDatabase } from "../databases.ts";
import { type Phone, say, webPhone, whatsAppPhone } from "../whole/person.ts";
import { openWorld, type World } from "../world.ts";

/** A world on a fresh database, and one person's three places in it. */
export async function openPlaces(
  fresh: (typeof eachDatabase)[number]["fresh"],
  part: Parameters<typeof openWorld>[1] = {},
) {
  const { database } = await fresh();
  const world = openWorld(database, part);
  const telegram: Phone = { ...webPhone("7001"), channel: "telegram" };
  return { database, world, web: webPhone("siti"), wa: whatsAppPhone(), telegram };
}

/** A code that is asked for here. */
export async function codeAt(world: World, phone: Phone): Promise<string> {
  await say(world, phone, "lanjut di hp lain");
  return /LJ(?:-\w{3}){3}/.exec(lastOf(phone))?.[0] ?? "";
}

/** Goes on there with the code that is asked for here. */
export async function move(world: World, here: Phone, there: Phone): Promise<string> {
  const code = await codeAt(world, here);
  await say(world, there, code);
  await say(world, there, "ya");
  return code;
}

/** What the phone was told last, and what it is asked. */
export function lastOf({ heard }: Phone): string {
  return heard.at(-1)?.text ?? "";
}

export function askedAt({ heard }: Phone): string | undefined {
  return heard.at(-1)?.asks?.name;
}

/** The channels of the first person's enrolment, submission and call for staff. */
export async function placesOf({ read }: Database): Promise<readonly (string | undefined)[]> {
  const tables = ["enrolment", "submission", "staff_request"] as const;
  return Promise.all(
    tables.map(async (table) => {
      const row = await read
        .selectFrom(table)
        .innerJoin("contact", "contact.id", `${table}.contact_id`)
        .select("contact.channel")
        .orderBy(`${table}.applicant_id`)
        .executeTakeFirst();
      return row?.channel;
    }),
  );
}
