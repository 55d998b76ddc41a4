/** `lindung token add|list|revoke`: keys for programs that use the API. */
import { scopes } from "../api/scopes.ts";
import { addToken, listTokens, revokeToken } from "../api/tokens.ts";
import { openData } from "../house.ts";
import { settingsFor } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { mostDays } from "./token-days.ts";

export type AddOptions = { readonly name: string; readonly scope: string; readonly days: string };

/** The exit code: 0 when the token was printed, which happens once. */
export async function tokenAdd(options: AddOptions, terminal: Terminal): Promise<0 | 1> {
  const { print, complain, wording } = terminal;
  const say = (key: string, values = {}) => wording.text(`operator.token.${key}`, values);
  if (options.name.trim() === "") {
    complain(say("no-name"));
    return 1;
  }
  const wanted = options.scope.split(/[\s,]+/).filter(Boolean);
  const chosen = scopes.filter((scope) => wanted.includes(scope));
  if (chosen.length < wanted.length || chosen.length === 0) {
    complain(say("bad-scope", { scopes: scopes.join(", ") }));
    return 1;
  }
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 1 || days > mostDays) {
    complain(say("bad-days", { most: mostDays }));
    return 1;
  }
  return withData(terminal, async (data) => {
    const { name } = options;
    const added = await addToken(data, { name, scopes: chosen, days, now: new Date() });
    print(added.token);
    // Beside the result, so that the token alone can be piped on.
    complain(say("added", { id: added.id, until: wording.date(added.expiresAt.slice(0, 10)) }));
    return 0;
  });
}

export async function tokenList(terminal: Terminal): Promise<0 | 1> {
  const { print, wording } = terminal;
  return withData(terminal, async ({ database }) => {
    const tokens = await listTokens(database.read, new Date());
    if (tokens.length === 0) print(wording.text("operator.token.none"));
    for (const { id, name, scopes, state, expiresAt } of tokens) {
      const until = wording.date(expiresAt.slice(0, 10));
      const values = { id, name, scopes: scopes.join(" "), state, until };
      print(wording.text("operator.token.line", values));
    }
    return 0;
  });
}

export async function tokenRevoke(id: string, terminal: Terminal): Promise<0 | 1> {
  const { print, complain, wording } = terminal;
  return withData(terminal, async (data) => {
    const isRevoked = await revokeToken(data, id, new Date());
    (isRevoked ? print : complain)(
      wording.text(`operator.token.${isRevoked ? "revoked" : "unknown"}`, { id }),
    );
    return isRevoked ? 0 : 1;
  });
}

type Data = Awaited<ReturnType<typeof openData>>;

async function withData(terminal: Terminal, deed: (data: Data) => Promise<0 | 1>): Promise<0 | 1> {
  const config = settingsFor(terminal);
  if (config === undefined) return 1;
  const data = await openData(config);
  try {
    return await deed(data);
  } finally {
    await data.database.close();
  }
}
