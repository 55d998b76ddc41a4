/**
 * One submission: what the person gave, in their order of sense, with what the machines remarked beside the datum it is
 * about; then the decision. What is decided is told to the person in their chat, in the words of the list of reasons.
 */
import type { Verdict } from "../../enrolment/submission.ts";
import type { ConsoleNeeds } from "../needs.ts";
import { type At, byOf, type Route } from "../route.ts";
import { noticePage } from "./notice.ts";
import { currentClaim, recordPage, revealReasons, type Said } from "./record.ts";

export function submissionRoutes(needs: ConsoleNeeds): readonly Route[] {
  return [
    {
      method: "get",
      path: "/submissions/:id",
      needs: "submissions.see",
      answer: (at) => show(at, needs),
    },
    {
      method: "post",
      path: "/submissions/:id/claim",
      needs: "submissions.claim",
      answer: async (at) => {
        const unseen = await outOfSight(at, needs);
        if (unseen !== undefined) return unseen;
        const claimed = await needs.claim(idIn(at), byOf(at));
        return claimed.kind === "claimed" ? again(at) : show(at, needs, claimed.kind, 409);
      },
    },
    {
      method: "post",
      path: "/submissions/:id/release",
      needs: "submissions.claim",
      answer: async (at) => {
        await needs.release(idIn(at), byOf(at));
        return at.c.redirect("/console/queue", 303);
      },
    },
    {
      method: "post",
      path: "/submissions/:id/reveal",
      needs: "submissions.reveal",
      answer: (at) => reveal(at, needs),
    },
    deciding(needs, "accept", "accepted"),
    deciding(needs, "return", "returned"),
    deciding(needs, "reject", "rejected"),
  ];
}

/** Inside one's own claim without ceremony, outside it with a reason; each is recorded. */
async function reveal(at: At, needs: ConsoleNeeds): Promise<Response> {
  const { c, words, session } = at;
  const [id, by] = [idIn(at), byOf(at)];
  const looked = await needs.look(id);
  if (looked === undefined || !isInSight(at, needs, looked.row.regency)) {
    return c.html(noticePage(words, "not-found", session.staff), 404);
  }
  const isMine = currentClaim(looked, needs)?.by === by;
  const reason = revealReasons.find((code) => code === at.form("why"));
  if (!isMine && reason === undefined) return show(at, needs, "no-reason", 422);
  const registration = await needs.reveal(id, by, isMine ? undefined : reason);
  const whole = registration === undefined ? looked : { ...looked, registration };
  return c.html(recordPage(at, needs, whole, await needs.names()));
}

function deciding(needs: ConsoleNeeds, name: string, verdict: Verdict): Route {
  return {
    method: "post",
    path: `/submissions/:id/${name}`,
    needs: "submissions.decide",
    answer: async (at) => {
      const unseen = await outOfSight(at, needs);
      if (unseen !== undefined) return unseen;
      const reviewed = await needs.decide({
        ...{ id: idIn(at), revision: revisionIn(at), verdict, by: byOf(at) },
        reasons: reasonsIn(at, needs, verdict),
      });
      if (reviewed.kind === "decided") return again(at);
      return show(at, needs, reviewed.kind, reviewed.kind === "bad-reasons" ? 422 : 409);
    },
  };
}

/** A datum each for a return: `reason.<about>` holds the code; for a rejection one for all. */
function reasonsIn(at: At, { reasons }: ConsoleNeeds, verdict: Verdict) {
  const abouts =
    verdict === "returned" ? Object.keys(reasons.return) : verdict === "rejected" ? ["all"] : [];
  return abouts.flatMap((about) => {
    const code = at.form(`reason.${about}`);
    return code === "" ? [] : [{ about, code }];
  });
}

/** One that is not theirs to see is as good as none. */
async function outOfSight(at: At, needs: ConsoleNeeds): Promise<Response | undefined> {
  const looked = await needs.look(idIn(at));
  const isSeen = looked !== undefined && isInSight(at, needs, looked.row.regency);
  return isSeen ? undefined : at.c.html(noticePage(at.words, "not-found", at.session.staff), 404);
}

function isInSight({ session }: At, needs: ConsoleNeeds, regency: string | null): boolean {
  const regencies = needs.regenciesOf(session.staff);
  return regencies === undefined || regency === null || regencies.includes(regency);
}

async function show(
  at: At,
  needs: ConsoleNeeds,
  said?: Said,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { c, words, session } = at;
  const looked = await needs.look(idIn(at));
  if (looked === undefined || !isInSight(at, needs, looked.row.regency)) {
    return c.html(noticePage(words, "not-found", session.staff), 404);
  }
  return c.html(recordPage(at, needs, looked, await needs.names(), said), status);
}

function again(at: At): Response {
  return at.c.redirect(`/console/submissions/${idIn(at)}`, 303);
}

/** Empty where it is no id: a database need not be asked about it, and not every one bears all signs. */
function idIn({ c }: At): string {
  const id = c.req.param("id") ?? "";
  return /^s-[0-9a-f-]{1,64}$/.test(id) ? id : "";
}

/** 0, which none has, where it is no number. */
function revisionIn({ form }: At): number {
  const revision = form("revision");
  return /^\d{1,6}$/.test(revision) ? Number(revision) : 0;
}
