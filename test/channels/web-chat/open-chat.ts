/** The chat API on the fake, asked without a network. */
import type { Says } from "../../../src/channels/channel.ts";
import { usualLimits, type WebChatLimits } from "../../../src/channels/web-chat/needs.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { jsonOf } from "../../web/json.ts";
import { webTexts } from "../../web/texts.ts";
import { fakeDoor, openFakeTalk } from "../fake-talk.ts";

export type Session = { readonly token: string };
export type Told = { readonly says: readonly Says[] };

export function openChat(limits: Partial<WebChatLimits> = {}) {
  const talk = openFakeTalk();
  const web = buildWeb({
    doors: [fakeDoor(talk, { ...usualLimits, ...limits })],
    texts: webTexts,
    waitingFor: async () => [],
    log: talk.needs.log,
    newId: talk.needs.newId,
  });
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    web.request(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body,
    });
  const meet = async () => (await jsonOf<Session>(await post("/api/chat/sessions", ""))).token;
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  return {
    talk,
    web,
    post,
    meet,
    bearer,
    say: (token: string, body: object | string) =>
      post(
        "/api/chat/messages",
        typeof body === "string" ? body : JSON.stringify(body),
        bearer(token),
      ),
    read: (token: string, query = "") =>
      web.request(`/api/chat/messages${query}`, { headers: bearer(token) }),
  };
}
