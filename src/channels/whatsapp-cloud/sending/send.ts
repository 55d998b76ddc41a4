/** Sends a saying: one attempt of each part. What Meta reports of it later goes back under the same key. */
import type { Inward, Outbound, SendOutcome } from "../../channel.ts";
import type { Graph, Reply } from "../graph.ts";
import { type CloudHealth, whyOf } from "../health.ts";
import type { Status } from "../hearing/arrivals.ts";
import { addressOf } from "../hearing/who.ts";
import type { CloudNeeds } from "../needs.ts";
import { openRecent } from "../recent.ts";
import { isPart, keyIn, nameOfPart } from "./key.ts";
import { type Knocks, openKnocks } from "./knock.ts";
import { outcomeOf, outcomes, troubleOf } from "./outcome.ts";
import { type Body, bodiesOf } from "./shape.ts";
import { wamidIn } from "./taken.ts";
import { isOpenAt } from "./window.ts";

export type SendNeeds = CloudNeeds & { readonly graph: Graph; readonly health: CloudHealth };

export type Sending = {
  readonly send: (outbound: Outbound) => Promise<SendOutcome>;
  /** What Meta says became of a message. Rejects where the house could not take it. */
  readonly report: (status: Status, inward: Inward) => Promise<void>;
  readonly knocks: Knocks;
};

type Post = (body: Body, name: string) => Promise<Reply>;

export function openSending(needs: SendNeeds): Sending {
  const { settings, graph, health, clock, log, texts } = needs;
  const knocks = openKnocks(needs);
  /** Being sent now, with what was reported before the answer came. */
  const underWay = new Map<string, { failed?: SendOutcome }>();
  /** Names of parts of which nobody knows whether they went out. */
  const unsure = openRecent<true>();
  /** Parts that went out while their saying did not, with Meta's id: they are not said again with it. */
  const gone = openRecent<string>();

  async function send(outbound: Outbound): Promise<SendOutcome> {
    const { to, account, says, heardAt, key, language } = outbound;
    const address = addressOf(to);
    if (address === undefined) return outcomes["not-reached"];
    if (account !== settings.phoneId) return { kind: "refused", why: "channel-closed" };
    if (heardAt !== undefined && !isOpenAt(heardAt, clock())) {
      await knocks.at(to, heardAt);
      return outcomes["out-of-window"];
    }
    const head = { messaging_product: "whatsapp", recipient_type: "individual", ...address };
    const post: Post = ({ instead: _instead, ...body }, name) =>
      graph.post(`${settings.phoneId}/messages`, {
        ...head,
        ...body,
        biz_opaque_callback_data: name,
      });
    const now = {};
    underWay.set(key, now);
    try {
      const bodies = bodiesOf(says, texts[language]("channels.whatsapp.choose"));
      const outcome = await sendAll(bodies, key, post, now);
      if (outcome.kind === "window-closed") await knocks.at(to, heardAt);
      return outcome;
    } finally {
      underWay.delete(key);
    }
  }

  async function sendAll(
    bodies: readonly Body[],
    key: string,
    post: Post,
    now: { readonly failed?: SendOutcome },
  ): Promise<SendOutcome> {
    let outcome: SendOutcome = { kind: "sent" };
    const names = bodies.map((_body, index) => nameOfPart(key, index, bodies.length));
    for (const [index, body] of bodies.entries()) {
      const name = names[index] ?? key;
      const before = gone.get(name);
      outcome =
        before === undefined ? await sendPart(body, name, post) : { kind: "sent", ref: before };
      if (now.failed !== undefined) return now.failed;
      if (outcome.kind !== "sent") return outcome;
      gone.set(name, outcome.ref ?? "");
    }
    for (const name of names) gone.delete(name);
    return outcome;
  }

  async function sendPart(body: Body, name: string, post: Post): Promise<SendOutcome> {
    const reply = await post(body, name);
    if (reply.kind === "no-answer") return unanswered(name, reply.why);
    if (reply.kind === "refused") {
      const { trouble, outcome } = refused(reply, name);
      const { instead } = body;
      return trouble === "invalid" && instead !== undefined
        ? sendPart(instead, name, post)
        : outcome;
    }
    health.ready();
    const ref = wamidIn(reply.body);
    return ref === undefined ? { kind: "sent" } : { kind: "sent", ref };
  }

  function unanswered(name: string, why: string): SendOutcome {
    log.warn({ event: "whatsapp-cloud.no-answer", message: keyIn(name), why });
    const ref = gone.get(name);
    if (ref !== undefined) return { kind: "sent", ref };
    health.troubled("not-reachable");
    unsure.set(name, true);
    return outcomes.away;
  }

  function refused({ refusal, trace }: Extract<Reply, { kind: "refused" }>, name: string) {
    const trouble = troubleOf(refusal);
    const { code, status = 0 } = refusal;
    const message = keyIn(name);
    log.warn({ event: "whatsapp-cloud.refused", message, trouble, code, status, trace });
    // A gateway in between may have given up on what was done.
    if (status >= 500) unsure.set(name, true);
    const why = whyOf(trouble);
    if (why !== undefined) health.troubled(why);
    return { trouble, outcome: outcomeOf(refusal) };
  }

  async function report(status: Status, inward: Inward): Promise<void> {
    const name = status.biz_opaque_callback_data;
    const key = name === undefined ? undefined : keyIn(name);
    if (status.status === "failed") {
      await failed(status, key, inward);
      return;
    }
    if (name === undefined || key === undefined) return;
    // It may come before the answer, or before we hear that there will be none.
    const isUnderWay = underWay.has(key);
    if (!isUnderWay && unsure.get(name) === undefined) return;
    gone.set(name, status.id);
    // That an earlier part went out says nothing of the whole.
    if (!isUnderWay && !isPart(name)) {
      await inward.reported(key, { kind: "sent", ref: status.id });
    }
    unsure.delete(name);
  }

  async function failed(status: Status, key: string | undefined, inward: Inward): Promise<void> {
    const { code, error_subcode: subcode } = status.errors[0] ?? {};
    const refusal = { code, subcode };
    const trouble = troubleOf(refusal);
    log.warn({ event: "whatsapp-cloud.failed", message: key, trouble, code });
    const why = whyOf(trouble);
    if (why !== undefined) health.troubled(why);
    if (key === undefined) return;
    gone.delete(status.biz_opaque_callback_data ?? key);
    const outcome = outcomeOf(refusal);
    const sending = underWay.get(key);
    if (sending === undefined) await inward.reported(key, outcome);
    else sending.failed = outcome;
    const to = status.recipient_user_id ?? status.recipient_id;
    if (sending === undefined && outcome.kind === "window-closed" && to !== undefined) {
      await knocks.at(to);
    }
  }

  return { send, report, knocks };
}
