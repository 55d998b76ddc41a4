/** The door for programs, on a house in which Siti has handed in and the machines have looked. */
import { openApiDoor } from "../../src/api/open.ts";
import { type Scope, scopes } from "../../src/api/scopes.ts";
import { addToken } from "../../src/api/tokens.ts";
import type { Database } from "../../src/database/open.ts";
import { apiNeeds } from "../../src/doors.ts";
import { receive } from "../../src/inbox/receive.ts";
import { buildWeb } from "../../src/web/build.ts";
import { jsonOf } from "../web/json.ts";
import { webTexts } from "../web/texts.ts";
import { openWorld, type World } from "../world.ts";

/** From the greeting to the number. */
const registration = [
  ...[
    "halo",
    "daftar",
    "ya",
    "kerja sendiri",
    "5 maret 1980",
    "nyadap karet",
    "2 juta",
    "1",
    "3 bulan",
  ],
  ...["Sungai Rengit, Talang Kelapa, Banyuasin", "Dusun 2 RT 3", "081234567890"],
];

export type Person = { readonly from: string; readonly nik: string; readonly name: string };
export const siti: Person = { from: "siti", nik: "1699014503800001", name: "Siti Aminah" };
export const budi: Person = { from: "budi", nik: "1699010503800002", name: "Budi Santoso" };

export async function handIn(world: World, person: Person): Promise<void> {
  await answerAll(world, person);
  await world.machineLooks();
}

/** Handed in, and not looked at yet. */
export async function answerAll(world: World, { from, nik, name }: Person): Promise<void> {
  for (const text of [...registration, nik, name, "ya"]) await say(world, from, text);
}

let said = 0;

/** What the bot answers, bubble by bubble. */
export async function say(world: World, from: string, text: string): Promise<readonly string[]> {
  return heard(world, from, { kind: "text", text });
}

export async function tap(world: World, from: string, value: string): Promise<readonly string[]> {
  return heard(world, from, { kind: "choice", value });
}

async function heard(
  world: World,
  from: string,
  heard: Parameters<typeof receive>[1]["heard"],
): Promise<readonly string[]> {
  said += 1;
  const at = { channel: "web-chat", account: "web", from };
  const received = await receive(world, { ...at, id: `m${said}`, heard });
  return received.kind === "says" ? received.says.map(({ text }) => text) : [];
}

export async function openHouse(database: Database, allowed: readonly Scope[] = scopes) {
  const world = openWorld(database);
  await handIn(world, siti);
  const { token } = await addToken(world, {
    ...{ name: "test", scopes: allowed, days: 1, now: world.clock() },
  });
  return { world, token, ask: asking(world, token) };
}

/** What the interface answers, as far as the tests look at it. */
type Body = {
  readonly [name: string]: unknown;
  readonly submissions: readonly { readonly id: string; readonly number: string }[];
  readonly next: string | null;
  readonly paths: Readonly<Record<string, object>>;
};

/** The only one on the list. */
export async function first(ask: ReturnType<typeof asking>) {
  const { body } = await ask("submissions?state=awaiting-review");
  const [one] = body.submissions;
  if (one === undefined) throw new Error("nothing awaits review");
  return one;
}

/** Asks the door as a program would; gives status and parsed body. */
export function asking(world: World, token: string | undefined) {
  const log = { error: () => undefined };
  const newId = () => "q-1";
  const door = openApiDoor({ ...apiNeeds({ inbox: world }, world.material()), log, newId });
  const waitingFor = async () => [];
  const web = buildWeb({ doors: [door], texts: webTexts, waitingFor, log, newId });
  return async (path: string, body?: object | string) => {
    const sent =
      body === undefined
        ? {}
        : { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await web.request(`/api/v1/${path}`, {
      ...sent,
      headers: {
        "Accept-Language": "id",
        "Content-Type": "application/json",
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
    });
    return { status: response.status, body: await jsonOf<Body>(response) };
  };
}
