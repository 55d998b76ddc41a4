/** The queue: what waits, in groups by how late it is against the promise; filters stand in sight. */
import { html } from "hono/html";
import { type CalendarDate, dayAfter, todayIn } from "../../enrolment/calendar.ts";
import { ecosystems } from "../../enrolment/registration.ts";
import { parseSubmissionState, submissionStates } from "../../enrolment/submission.ts";
import { mostCounted, type Queue, type Queued, type QueueFilter } from "../../review/queue.ts";
import type { ConsoleNeeds } from "../needs.ts";
import { type At, byOf, type Route } from "../route.ts";
import type { Words } from "../words.ts";
import { type Html, shell } from "./shell.ts";

export function queueRoutes(needs: ConsoleNeeds): readonly Route[] {
  return [
    {
      method: "get",
      path: "/queue",
      needs: "submissions.see",
      answer: async (at) => {
        const filter = filterIn(at, needs);
        const queue = await needs.queue(filter);
        return at.c.html(page(at, needs, filter, queue));
      },
    },
    {
      // What is typed is personal, so it stands in no address.
      method: "post",
      path: "/search",
      needs: "submissions.see",
      answer: async (at) => {
        const typed = at.form("what").trim().slice(0, 100);
        const rows = await needs.search(typed, needs.regenciesOf(at.session.staff));
        return at.c.html(foundPage(at, typed, rows));
      },
    },
  ];
}

function foundPage(at: At, typed: string, rows: readonly Queued[]): Html {
  const { words, session, csrf } = at;
  const { say } = words;
  const title = say("search.title");
  const list =
    rows.length === 0
      ? html`<p class="card soft">${say("search.nothing")}</p>`
      : html`<ul class="rows">${rows.map((row) => line(words, byOf(at), row))}</ul>`;
  const body = html`<div class="head"><h1>${title} <span class="count">${rows.length}</span></h1></div>
${searching(words, csrf, typed)}
${list}
<p><a href="/console/queue">← ${say("record.back")}</a></p>`;
  return shell(words, { title, body, staff: session.staff, here: "queue" });
}

function searching({ say }: Words, csrf: string, typed = ""): Html {
  return html`<form class="filters search" method="post" action="/console/search">
<input type="hidden" name="csrf" value="${csrf}">
<label>${say("search.what")} <input name="what" value="${typed}" autocomplete="off" required></label>
<button class="quiet">${say("search.do")}</button>
</form>`;
}

function filterIn(at: At, needs: ConsoleNeeds): QueueFilter {
  const asked = (name: string) => at.c.req.query(name) || undefined;
  const [, received_at, id] = placePattern.exec(asked("after") ?? "") ?? [];
  return {
    state: parseSubmissionState(asked("state") ?? "") ?? "awaiting-review",
    ecosystem: ecosystems.find((one) => one === asked("ecosystem")),
    regency: needs.regencies.find(({ code }) => code === asked("regency"))?.code,
    channel: undefined,
    regencies: needs.regenciesOf(at.session.staff),
    by: byOf(at),
    isOpenOnly: asked("all") === undefined,
    after: received_at && id ? { received_at, id } : undefined,
  };
}

function page(at: At, needs: ConsoleNeeds, filter: QueueFilter, queue: Queue): Html {
  const { words, session, csrf } = at;
  const { say } = words;
  const state = say(`state.${filter.state}`);
  const count = queue.count >= mostCounted ? say("queue.many", { most: mostCounted }) : queue.count;
  const groups = grouped(queue.rows, needs);
  const body = html`<div class="head">
<h1>${say("queue.title", { state })} <span class="count">${count}</span></h1>
</div>
${searching(words, csrf)}
${filters(words, needs, filter)}
${queue.rows.length === 0 ? empty(words, filter) : groups.map(([group, rows]) => list(words, filter, group, rows))}
${next(words, filter, queue)}`;
  return shell(words, {
    title: say("queue.title", { state }),
    body,
    staff: session.staff,
    here: "queue",
  });
}

/** Where a page begins: when the last one before was received, and its id. */
const placePattern = /^(\d{4}-\d\d-\d\dT[\d:.]{12}Z)~(s-[0-9a-f-]{1,64})$/;

type Group = "late" | "today" | "tomorrow" | "later" | "waiting";

/** By when a look was promised; where nobody promised, all wait alike. Rows stay in their order. */
function grouped(
  rows: readonly Queued[],
  { today, promisedFor }: ConsoleNeeds,
): readonly (readonly [Group, readonly Queued[]])[] {
  const groups = new Map<Group, Queued[]>();
  for (const row of rows) {
    const due = promisedFor(todayIn(row.received_at));
    const group = groupOf(due, today());
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups];
}

function groupOf(due: CalendarDate | undefined, today: CalendarDate): Group {
  if (due === undefined) return "waiting";
  if (due < today) return "late";
  if (due === today) return "today";
  return due === dayAfter(today, 1) ? "tomorrow" : "later";
}

function list(
  words: Words,
  { by, state }: QueueFilter,
  group: Group,
  rows: readonly Queued[],
): Html {
  const { say } = words;
  // Lateness means something only for what waits for staff.
  const title =
    state === "awaiting-review"
      ? html`<h2 class="group ${group}">${say(`queue.group.${group}`)}</h2>`
      : "";
  return html`<section>${title}
<ul class="rows">${rows.map((row) => line(words, by, row))}</ul>
</section>`;
}

function line(words: Words, by: string, row: Queued): Html {
  const { say, time } = words;
  const { serious, all } = row.findings;
  const marks = [
    serious > 0
      ? html`<span class="mark serious">${say("queue.serious", { count: serious })}</span>`
      : "",
    all > serious
      ? html`<span class="mark">${say("queue.remarks", { count: all - serious })}</span>`
      : "",
    row.claim === undefined
      ? ""
      : html`<span class="mark">${say(row.claim.by === by ? "queue.mine" : "queue.taken")}</span>`,
  ];
  return html`<li><a href="/console/submissions/${row.id}">
<strong>${row.name ?? say("queue.erased")}</strong>
<span class="number">${row.number}</span>
<span class="where">${say(`ecosystem.${row.ecosystem}`)}</span>
<span class="marks">${marks}</span>
<time datetime="${row.received_at}">${time(row.received_at)}</time>
</a></li>`;
}

function filters(words: Words, { regencies }: ConsoleNeeds, filter: QueueFilter): Html {
  const { say } = words;
  const chosen = (isChosen: boolean) => (isChosen ? html` selected` : "");
  return html`<form class="filters" method="get" action="/console/queue">
<label>${say("queue.state")} <select name="state">${submissionStates.map(
    (state) =>
      html`<option value="${state}"${chosen(state === filter.state)}>${say(`state.${state}`)}</option>`,
  )}</select></label>
<label>${say("queue.ecosystem")} <select name="ecosystem"><option value="">${say("queue.any")}</option>${ecosystems.map(
    (one) =>
      html`<option value="${one}"${chosen(one === filter.ecosystem)}>${say(`ecosystem.${one}`)}</option>`,
  )}</select></label>
<label>${say("queue.regency")} <select name="regency"><option value="">${say("queue.any")}</option>${regencies.map(
    ({ code, name }) =>
      html`<option value="${code}"${chosen(code === filter.regency)}>${name}</option>`,
  )}</select></label>
<label class="tick"><input type="checkbox" name="all" value="1"${filter.isOpenOnly ? "" : html` checked`}> ${say("queue.all")}</label>
<button class="quiet">${say("queue.show")}</button>
</form>`;
}

function empty({ say }: Words, { state }: QueueFilter): Html {
  const key = state === "awaiting-review" ? "queue.nothing-waits" : "queue.nothing";
  return html`<p class="card soft">${say(key)}</p>`;
}

function next({ say }: Words, filter: QueueFilter, { next: place }: Queue): Html | string {
  if (place === undefined) return "";
  const query = new URLSearchParams({
    state: filter.state,
    after: `${place.received_at}~${place.id}`,
  });
  if (filter.ecosystem !== undefined) query.set("ecosystem", filter.ecosystem);
  if (filter.regency !== undefined) query.set("regency", filter.regency);
  if (!filter.isOpenOnly) query.set("all", "1");
  return html`<p><a class="action" href="/console/queue?${query.toString()}">${say("queue.next")}</a></p>`;
}
