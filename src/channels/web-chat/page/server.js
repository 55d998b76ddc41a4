// Talks with the server. Nothing here throws: each answer says what it is.

/**
 * @typedef {{ value: string, label: string }} Choice
 * @typedef {{ id: number, text: string, choices?: Choice[], asks?: { name: string, kind: string } }} Says
 * @typedef {{ kind: "says", says: Says[] } | { kind: "erased" } | { kind: "unknown" } | { kind: "refused" }
 *   | { kind: "later", waitMs: number }} Answer
 */

/** Slow networks get their time; what takes longer is tried again. */
const patienceMs = 30_000;

/** The server sends a sign of life every 20 seconds. */
const silenceMs = 50_000;

/** @param {string | undefined} link @param {string} lang @returns {Promise<string | undefined>} The new token. */
export async function newSession(link, lang) {
  const response = await ask("/api/chat/sessions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(link === undefined ? { lang } : { link, lang }),
  });
  return response !== undefined && response.status === 201 ? response.body.token : undefined;
}

/** @param {string} token @param {import("./keep.js").Letter} letter */
export async function send(token, letter) {
  const { id, text, choice, under } = letter;
  const said = choice === undefined ? { text } : { choice };
  return answerOf(
    await ask("/api/chat/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
      body: JSON.stringify({ id, under, ...said }),
    }),
  );
}

/** @param {string} token @param {number} after */
export async function saysAfter(token, after) {
  const headers = { Authorization: `Bearer ${token}` };
  return answerOf(await ask(`/api/chat/messages?after=${after}`, { headers }));
}

/**
 * Reads events until the stream ends. The token goes in a header: an address would be written into logs.
 * @param {string} token @param {number} after @param {(says: Says[]) => void} onSays
 * @param {AbortSignal} end
 * @returns {Promise<"erased" | "unknown" | "ended" | "failed">}
 */
export async function listen(token, after, onSays, end) {
  const watch = new AbortController();
  const stop = () => watch.abort();
  end.addEventListener("abort", stop);
  let silence = setTimeout(stop, silenceMs);
  try {
    const headers = { Authorization: `Bearer ${token}`, "Last-Event-ID": String(after) };
    const response = await fetch("/api/chat/events", { headers, signal: watch.signal });
    if (response.status === 410) return "erased";
    if (response.status === 401) return "unknown";
    if (!response.ok || response.body === null) return "failed";
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return "ended";
      clearTimeout(silence);
      silence = setTimeout(stop, silenceMs);
      const events = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = events.pop() ?? "";
      const says = events.flatMap(saysOf);
      if (says.length > 0) onSays(says);
    }
  } catch {
    return "failed";
  } finally {
    clearTimeout(silence);
    end.removeEventListener("abort", stop);
  }
}

/** @param {string} event @returns {Says[]} */
function saysOf(event) {
  const data = event.split("\n").filter((line) => line.startsWith("data: "));
  if (data.length === 0) return [];
  try {
    return [JSON.parse(data.map((line) => line.slice(6)).join("\n"))];
  } catch {
    return [];
  }
}

/**
 * One request with its whole answer; undefined when it did not get through.
 * @param {string} path @param {RequestInit} init
 * @returns {Promise<{ status: number, waitMs: number, body: any } | undefined>}
 */
async function ask(path, init) {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), patienceMs);
  try {
    const response = await fetch(path, { ...init, signal: impatience.signal });
    const waitMs = Number(response.headers.get("Retry-After")) * 1000 || 0;
    const text = await response.text();
    return { status: response.status, waitMs, body: text === "" ? undefined : JSON.parse(text) };
  } catch {
    // Lost, cut off, or not from our server: the same message again gives the same answer.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Awaited<ReturnType<typeof ask>>} response @returns {Answer} */
function answerOf(response) {
  if (response === undefined) return { kind: "later", waitMs: 0 };
  const { status, waitMs, body } = response;
  if (status === 410) return { kind: "erased" };
  if (status === 401) return { kind: "unknown" };
  if (status === 429 || status >= 500) return { kind: "later", waitMs };
  return status === 200 ? { kind: "says", says: body.says } : { kind: "refused" };
}
