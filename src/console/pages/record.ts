/** How one submission is laid out. */
import { html } from "hono/html";
import { rupiah } from "../../enrolment/money.ts";
import type { Finding } from "../../enrolment/submission.ts";
import type { Looked } from "../../review/look.ts";
import { may } from "../../staff/abilities.ts";
import type { ConsoleNeeds } from "../needs.ts";
import { type At, byOf } from "../route.ts";
import { type Html, shell } from "./shell.ts";

/** Why a deed was not done: texts `console.said.<said>`. */
export type Said =
  | "no-reason"
  | "taken"
  | "not-waiting"
  | "unknown"
  | "moved-on"
  | "not-checked-yet"
  | "claimed"
  | "bad-reasons";

/** The data, in groups; what is not given is not there. */
const groups = {
  person: ["name", "sex", "birth_date", "age_doubt", "nik", "card_date"],
  reach: ["phone", "village", "regency", "address", "ktp_address", "outside_work"],
  work: [
    ...["segment", "wage_work", "construction_work", "registered_doubt", "other_work"],
    ...["civil_work", "village_post", "occupation", "trade_place", "ecosystem", "sector", "income"],
  ],
  paying: ["programs", "period", "payer", "sponsor", "cannot_pay"],
} as const;

/** Why somebody wants to read what is masked without having it in hand: texts `console.reveal.why.<code>`. */
export const revealReasons = ["person-asks", "calls-back", "office-asks", "twice"] as const;

/** Who has it in hand now. */
export function currentClaim({ claim }: Looked, { staff }: ConsoleNeeds): Looked["claim"] {
  return claim !== undefined && claim.until >= staff.clock().toISOString() ? claim : undefined;
}

type Names = ReadonlyMap<string, string>;

export function recordPage(
  at: At,
  needs: ConsoleNeeds,
  looked: Looked,
  names: Names,
  said?: Said,
): Html {
  const { words, session } = at;
  const { say, time } = words;
  const { row, registration } = looked;
  const title = `${row.number} ${registration.name}`;
  const body = html`<p><a href="/console/queue">← ${say("record.back")}</a></p>
<div class="head">
<h1>${registration.name}</h1>
<p class="soft"><span class="number">${row.number}</span> · ${say(`state.${row.state}`)} · ${say("record.received", { time: time(row.received_at) })} · ${say("record.revision", { revision: row.revision })}</p>
</div>
${said === undefined ? "" : html`<p class="alert" role="alert">${say(`said.${said}`)}</p>`}
<div class="record">
<div class="data">
${masking(at, needs, looked)}
${Object.entries(groups).map(([group, data]) => dataGroup(at, needs, looked, group, data))}
${contribution(at, looked.contribution)}
</div>
<div class="side">
${decision(at, needs, looked)}
${changes(at, needs, looked)}
${history(at, needs, looked, names)}
</div>
</div>`;
  return shell(words, { title, body, staff: session.staff, here: "queue" });
}

/** The button that shows NIK and phone; nothing where they are shown. */
function masking(at: At, needs: ConsoleNeeds, looked: Looked): Html | string {
  const { words, session, csrf } = at;
  const { say } = words;
  const isShown = /^[0-9]{16}$/.test(looked.registration.nik);
  if (isShown || !may(session.staff.role, "submissions.reveal")) return "";
  const isMine = currentClaim(looked, needs)?.by === byOf(at);
  const why = html`<label>${say("reveal.why.label")} <select name="why" required><option value="">${say("reveal.why.choose")}</option>${revealReasons.map(
    (code) => html`<option value="${code}">${say(`reveal.why.${code}`)}</option>`,
  )}</select></label>`;
  return html`<form class="filters" method="post" action="/console/submissions/${looked.row.id}/reveal">
<input type="hidden" name="csrf" value="${csrf}">${isMine ? "" : why}
<button class="quiet">${say("reveal.do")}</button> <span class="soft">${say("reveal.recorded")}</span></form>`;
}

function dataGroup(
  at: At,
  needs: ConsoleNeeds,
  looked: Looked,
  group: string,
  data: readonly string[],
): Html | string {
  const { say, language } = at.words;
  const given = new Map<string, unknown>(Object.entries(looked.registration));
  const lines = data.flatMap((about) => {
    const value = given.get(about);
    if (value === undefined) return [];
    const remarks = looked.findings.filter((finding) => finding.about === about);
    return [
      html`<div><dt>${say(`datum.${about}`)}</dt><dd>${needs.shown(language, about, value)}
${remarks.map((finding) => remark(at, needs, finding))}</dd></div>`,
    ];
  });
  if (lines.length === 0) return "";
  return html`<section class="card"><h2>${say(`group.${group}`)}</h2><dl>${lines}</dl></section>`;
}

function remark({ words }: At, needs: ConsoleNeeds, finding: Finding): Html {
  const level = words.say(`level.${finding.level}`);
  return html`<p class="remark ${finding.level}"><b>${level}</b> ${needs.findingText(words.language, finding)}</p>`;
}

function contribution({ words }: At, kept: unknown): Html | string {
  const { say } = words;
  const { months = [], toPay } = (kept ?? {}) as {
    readonly months?: readonly { readonly rules: readonly string[] }[];
    readonly toPay?: number;
  };
  if (toPay === undefined) return "";
  const rules = [...new Set(months.flatMap((month) => month.rules))].join(", ");
  return html`<section class="card"><h2>${say("group.contribution")}</h2><dl>
<div><dt>${say("record.to-pay", { months: months.length })}</dt><dd>${rupiah(toPay)}</dd></div>
<div><dt>${say("record.rules")}</dt><dd><code>${rules}</code></dd></div>
</dl></section>`;
}

function decision(at: At, needs: ConsoleNeeds, looked: Looked): Html | string {
  const { words, session, csrf } = at;
  const { say, language, time } = words;
  const { row } = looked;
  if (row.state !== "awaiting-review" || !may(session.staff.role, "submissions.decide")) return "";
  const path = `/console/submissions/${row.id}`;
  const hidden = html`<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="revision" value="${row.revision}">`;
  const claim = currentClaim(looked, needs);
  const isMine = claim?.by === byOf(at);
  if (claim !== undefined && !isMine) {
    return html`<section class="card"><h2>${say("decide.title")}</h2><p>${say("decide.taken", { time: time(claim.until) })}</p></section>`;
  }
  if (!isMine) {
    return html`<section class="card"><h2>${say("decide.title")}</h2>
<p class="soft">${say("decide.claim-first")}</p>
<form method="post" action="${path}/claim">${hidden}<button class="action">${say("decide.claim")}</button></form></section>`;
  }
  const reason = (about: string, codes: readonly string[]) => html`<label>${say(`datum.${about}`)}
<select name="reason.${about}"><option value="">${say("decide.keep")}</option>${codes.map(
    (code) => html`<option value="${code}">${needs.reasonText(language, { about, code })}</option>`,
  )}</select></label>`;
  return html`<section class="card decide"><h2>${say("decide.title")}</h2>
<p class="soft">${say("decide.mine", { time: time(claim?.until ?? "") })}</p>
<form method="post" action="${path}/accept">${hidden}<button class="action">${say("decide.accept")}</button></form>
<details><summary>${say("decide.return")}</summary>
<form method="post" action="${path}/return" class="stack">${hidden}
<p class="soft">${say("decide.return-help")}</p>
${Object.entries(needs.reasons.return).map(([about, codes]) => reason(about, codes))}
<button class="action">${say("decide.do-return")}</button></form></details>
<details><summary>${say("decide.reject")}</summary>
<form method="post" action="${path}/reject" class="stack">${hidden}
<p class="soft">${say("decide.reject-help")}</p>
${reason("all", needs.reasons.reject)}
<button class="action danger">${say("decide.do-reject")}</button></form></details>
<form method="post" action="${path}/release">${hidden}<button class="quiet">${say("decide.release")}</button></form>
</section>`;
}

function changes(at: At, needs: ConsoleNeeds, { changes: changed }: Looked): Html | string {
  const { say, language } = at.words;
  if (changed.length === 0) return "";
  const shown = (about: string, value: unknown) =>
    value === undefined ? say("record.nothing") : needs.shown(language, about, value);
  return html`<section class="card"><h2>${say("record.changes")}</h2><dl>${changed.map(
    ({ about, before, after }) => html`<div><dt>${say(`datum.${about}`)}</dt>
<dd><del>${shown(about, before)}</del> <ins>${shown(about, after)}</ins></dd></div>`,
  )}</dl></section>`;
}

function history(at: At, needs: ConsoleNeeds, looked: Looked, names: Names): Html {
  const { say, time, language } = at.words;
  const reasonsOf = (revision: number, state: string) =>
    looked.decisions
      .filter((one) => one.revision === revision && one.verdict === state)
      .flatMap(({ reasons }) => reasons)
      .map((reason) => html`<li>${needs.reasonText(language, reason)}</li>`);
  return html`<section class="card"><h2>${say("record.history")}</h2><ol class="history">${looked.history.map(
    ({ to_state, at: when, by, revision }) => html`<li><time datetime="${when}">${time(when)}</time>
<span>${say(`state.${to_state}`)} <small>${whoIs(at, names, by)}</small></span>
<ul>${reasonsOf(revision, to_state)}</ul></li>`,
  )}</ol></section>`;
}

function whoIs({ words }: At, names: Names, by: string): string {
  const [kind = "", id = ""] = by.split(":");
  if (kind === "staff") return names.get(id) ?? words.say("by.staff");
  return words.has(`by.${kind}`) ? words.say(`by.${kind}`) : by;
}
