/** One browser's talk with the program, by the chat API. */
import { z } from "zod";

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** What was said; empty where the program refused. */
  readonly says: readonly Said[];
};

const saidSchema = z.object({
  id: z.number(),
  text: z.string(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  asks: z.object({ name: z.string(), kind: z.string() }).optional(),
});
const saysSchema = z.object({ says: z.array(saidSchema) });
const tokenSchema = z.object({ token: z.string() });

export type Said = z.infer<typeof saidSchema>;

export type Chat = {
  readonly token: string;
  /** Sends a message; rejects when there is no answer. */
  readonly say: (id: string, text: string) => Promise<Answer>;
  readonly choose: (id: string, choice: string) => Promise<Answer>;
  readonly read: (after?: string) => Promise<Answer>;
};

export async function openChat(address: string): Promise<Chat> {
  const met = await ask(address, "/api/chat/sessions", { method: "POST" });
  return chatOf(address, tokenSchema.parse(JSON.parse(met.text)).token);
}

/** The same talk at another address: the program may have been started anew. */
export function chatOf(address: string, token: string): Chat {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const send = (body: object) =>
    ask(address, "/api/chat/messages", { method: "POST", headers, body: JSON.stringify(body) });
  return {
    token,
    say: (id, text) => send({ id, text }),
    choose: (id, choice) => send({ id, choice }),
    read: (after = "0") => ask(address, `/api/chat/messages?after=${after}`, { headers }),
  };
}

export async function ask(address: string, path: string, how: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address + path, how);
  const text = await response.text();
  const isSaid = response.status === 200 && path.startsWith("/api/chat/messages");
  return {
    status: response.status,
    type: response.headers.get("Content-Type") ?? "",
    text,
    says: isSaid ? saysSchema.parse(JSON.parse(text)).says : [],
  };
}
