/** What Meta does with a message that the business sends: looks at it, takes it, and reports what became of it. */
import { type Answer, metaError, reportedError } from "./answers.ts";
import { refusalOf } from "./limits.ts";
import { openPace, type PaceLimits } from "./pace.ts";
import { newWamid, type Person, type Sent } from "./person.ts";

type Body = Readonly<Record<string, unknown>>;

export type SendingNeeds = {
  readonly now: () => number;
  readonly people: readonly Person[];
  readonly sent: Sent[];
  readonly window: "answer" | "report";
  readonly limits: () => PaceLimits;
  readonly report: (report: object) => void;
};

const dayMs = 24 * 3_600_000;

export function openSending(needs: SendingNeeds) {
  const { now, people, sent, window, report } = needs;
  const tooFast = openPace(needs.limits);

  function take(body: Body): Answer {
    const person = personOf(body);
    if (person === undefined) return metaError(131026);
    const refusal = refusalOf(body);
    if (refusal !== undefined) return refusal;
    const limit = tooFast(person.details.phone, now());
    if (limit !== undefined) return metaError(limit);
    const failure = failureOf(body, person);
    if (failure === 131047 && window === "answer") return metaError(failure);
    const { id, answer } = accept(body, failure === undefined);
    if (failure === undefined) {
      for (const status of ["sent", "delivered"]) report(reportOf(id, body, status));
    } else {
      report(reportOf(id, body, "failed", [reportedError(failure)]));
    }
    return answer;
  }

  /** What only shows when it is to be delivered. */
  function failureOf(body: Body, person: Person): 131047 | 131026 | undefined {
    const isLate = now() - (person.wroteAt() ?? 0) > dayMs;
    if (isLate && body["type"] !== "template") return 131047;
    return person.isBlocking() ? 131026 : undefined;
  }

  /** Takes it without looking. */
  function accept(body: Body, arrives = true): { readonly id: string; readonly answer: Answer } {
    const id = newWamid();
    const person = personOf(body);
    if (person !== undefined && arrives) sent.push({ id, to: person, body });
    const input = body["to"] ?? body["recipient"];
    const known = body["to"] === undefined ? {} : { wa_id: person?.details.phone };
    const messages = [{ id, ...(body["type"] === "template" && { message_status: "accepted" }) }];
    const contacts = [{ input, ...known }];
    return {
      id,
      answer: { status: 200, body: { messaging_product: "whatsapp", contacts, messages } },
    };
  }

  function personOf(body: Body): Person | undefined {
    return people.find((one) => one.isReachedAt(body["to"], body["recipient"]));
  }

  function reportOf(id: string, body: Body, status: string, errors?: readonly object[]): object {
    const person = personOf(body);
    const key = body["biz_opaque_callback_data"];
    return {
      id,
      status,
      timestamp: String(Math.floor(now() / 1_000)),
      ...(body["to"] === undefined ? {} : { recipient_id: person?.details.phone }),
      ...(person?.details.userId === undefined ? {} : { recipient_user_id: person.details.userId }),
      ...(key === undefined ? {} : { biz_opaque_callback_data: key }),
      ...(errors === undefined
        ? { pricing: { billable: false, pricing_model: "PMP", category: "service" } }
        : { errors }),
    };
  }

  return { take, accept, reportOf };
}
