/** The console as the program opens it, with colleagues who have a browser each: cookies, forms, and what is seen. */
import type { Role } from "../../src/staff/abilities.ts";
import { openWebOf } from "../api/doors.ts";
import { handIn, siti } from "../api/house.ts";
import type { eachDatabase } from "../databases.ts";
import { type Colleague, deskAt, password } from "../staff/desk.ts";
import { openWorld, type World } from "../world.ts";

export type Seen = {
  readonly status: number;
  readonly to: string | null;
  /** The page as it was sent. */
  readonly page: string;
  readonly headers: Headers;
};

export type Browser = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Seen>;
  /** As a form of our own page, with the word that belongs to the sign-in unless told otherwise. */
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Record<string, string>,
  ) => Promise<Seen>;
  readonly signIn: (colleague: Colleague) => Promise<Seen>;
};

export type Office = {
  readonly world: World;
  readonly browser: () => Browser;
  readonly hire: (login: string, role?: Role, branches?: readonly string[]) => Promise<Colleague>;
  /** Hired and signed in, in a browser of their own. */
  readonly sits: (login: string, role?: Role, branches?: readonly string[]) => Promise<Browser>;
  /** The id of what Siti handed in. */
  readonly id: string;
};

const origin = "http://127.0.0.1:8080";

/** Siti has handed in, and the machines have looked. */
export async function openOffice(fresh: (typeof eachDatabase)[number]["fresh"]): Promise<Office> {
  const { database } = await fresh();
  const world = openWorld(database);
  await handIn(world, siti);
  const web = openWebOf(world);
  const desk = deskAt({ database, vault: world.vault, clock: world.clock }, (minutes) =>
    world.pass(minutes / 60),
  );
  const browser = () => openBrowser((path, init) => Promise.resolve(web.request(path, init)));
  const [row] = await database.read.selectFrom("submission").select("id").execute();
  return {
    world,
    browser,
    hire: desk.hire,
    sits: async (...who) => {
      const own = browser();
      await own.signIn(await desk.hire(...who));
      return own;
    },
    id: row?.id ?? "",
  };
}

type Ask = (path: string, init: RequestInit) => Promise<Response>;

function openBrowser(ask: Ask): Browser {
  const cookies = new Map<string, string>();
  let csrf = "";
  const see = async (path: string, init: RequestInit, headers: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await ask(`${origin}${path}`, {
      ...init,
      headers: {
        Host: new URL(origin).host,
        ...(cookie === "" ? {} : { Cookie: cookie }),
        ...headers,
      },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "" || /max-age=0/i.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const page = await response.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? csrf;
    const { status } = response;
    return { status, to: response.headers.get("Location"), page, headers: response.headers };
  };
  const get: Browser["get"] = (path, headers = {}) => see(path, {}, headers);
  const post: Browser["post"] = (path, fields = {}, headers = {}) =>
    see(
      path,
      { method: "POST", body: new URLSearchParams({ csrf, ...fields }).toString() },
      {
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "same-origin",
        ...headers,
      },
    );
  return {
    get,
    post,
    signIn: ({ login, code }) => post("/console/sign-in", { login, password, code: code() }),
  };
}
