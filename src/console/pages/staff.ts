/** Colleagues, for who leads: made, placed, disabled, reset; a one-time link is shown once. */
import { html } from "hono/html";
import { type Role, roleIn, roles } from "../../staff/abilities.ts";
import {
  addStaff,
  type ChangeFault,
  disableStaff,
  enableStaff,
  endSignIns,
  linkHours,
  placeStaff,
  resetStaff,
} from "../../staff/accounts.ts";
import { allStaff, type StaffRow } from "../../staff/staff-store.ts";
import type { ConsoleNeeds } from "../needs.ts";
import { type At, byOf, type Route } from "../route.ts";
import { type Html, shell } from "./shell.ts";

/** What is said above the list: a link to hand on, or why nothing was done. */
type Told = { readonly link: string; readonly login: string } | { readonly fault: string };

export function staffRoutes(needs: ConsoleNeeds): readonly Route[] {
  const { staff } = needs;
  const changing = (name: string, deed: (at: At) => Promise<ChangeFault | undefined>): Route => ({
    method: "post",
    path: `/staff/:id/${name}`,
    needs: "staff.change",
    answer: async (at) => {
      const fault = await deed(at);
      return fault === undefined
        ? at.c.redirect("/console/staff", 303)
        : list(at, needs, { fault }, fault === "unknown" ? 404 : 409);
    },
  });
  const who = (at: At) => ({ id: idIn(at), by: byOf(at) });
  return [
    {
      method: "get",
      path: "/staff",
      needs: "staff.see",
      answer: (at) => list(at, needs),
    },
    {
      method: "post",
      path: "/staff",
      needs: "staff.change",
      answer: async (at) => {
        const login = at.form("login");
        const placed = { role: roleOf(at), branches: branchesOf(at, needs) };
        const added = await addStaff(staff, {
          login,
          name: at.form("name"),
          ...placed,
          by: byOf(at),
        });
        return added.kind === "added"
          ? list(at, needs, { link: added.link, login })
          : list(at, needs, { fault: added.kind }, 422);
      },
    },
    {
      method: "post",
      path: "/staff/:id/reset",
      needs: "staff.change",
      answer: async (at) => {
        const reset = await resetStaff(staff, who(at));
        if ("fault" in reset) return list(at, needs, reset, 404);
        const found = (await allStaff(staff.database.read)).find(({ id }) => id === idIn(at));
        return list(at, needs, { link: reset.link, login: found?.login ?? "" });
      },
    },
    changing("place", (at) =>
      placeStaff(staff, { ...who(at), role: roleOf(at), branches: branchesOf(at, needs) }),
    ),
    changing("disable", (at) => disableStaff(staff, who(at))),
    changing("enable", (at) => enableStaff(staff, who(at))),
    changing("sign-out", (at) => endSignIns(staff, who(at))),
  ];
}

function idIn({ c }: At): string {
  const id = c.req.param("id") ?? "";
  return /^u-[0-9a-f-]{1,64}$/.test(id) ? id : "";
}

/** The least that there is, where nothing or something else was chosen. */
function roleOf({ form }: At): Role {
  return roleIn(form("role")) ?? "viewer";
}

function branchesOf({ form }: At, { branches }: ConsoleNeeds): readonly string[] {
  const branch = branches.find((one) => one === form("branch"));
  return branch === undefined ? ["*"] : [branch];
}

async function list(
  at: At,
  needs: ConsoleNeeds,
  told?: Told,
  status: 200 | 404 | 409 | 422 = 200,
): Promise<Response> {
  const { c, words, session } = at;
  const { say } = words;
  const rows = await allStaff(needs.staff.database.read);
  const title = say("staff.title");
  const body = html`<div class="head"><h1>${title} <span class="count">${rows.length}</span></h1></div>
${told === undefined ? "" : telling(at, needs, told)}
${rows.map((row) => card(at, needs, row))}
<section class="card"><h2>${say("staff.add")}</h2>
<form method="post" action="/console/staff" class="filters">${hidden(at)}
<label>${say("sign-in.login")} <input name="login" autocapitalize="none" autocomplete="off" required></label>
<label>${say("staff.name")} <input name="name" autocomplete="off" required></label>
${placing(at, needs, "reviewer", "*")}
<button class="action">${say("staff.do-add")}</button></form></section>`;
  return c.html(shell(words, { title, body, staff: session.staff, here: "staff" }), status);
}

function telling({ c, words }: At, { publicUrl }: ConsoleNeeds, told: Told): Html {
  const { say } = words;
  if ("fault" in told)
    return html`<p class="alert" role="alert">${say(`staff.fault.${told.fault}`)}</p>`;
  const origin = publicUrl ?? `http://${c.req.header("Host") ?? ""}`;
  return html`<section class="card" role="status"><h2>${say("staff.link", { login: told.login })}</h2>
<p>${say("staff.link-help", { hours: linkHours })}</p>
<p><code class="link">${origin}/console/welcome/${told.link}</code></p></section>`;
}

function card(at: At, needs: ConsoleNeeds, row: StaffRow): Html {
  const { say } = at.words;
  const state = row.disabled_at !== null ? "disabled" : row.password === null ? "unopened" : "open";
  const [branch = "*"] = JSON.parse(row.branches) as readonly string[];
  const isOneself = row.id === at.session.staff.id;
  const deed = (
    name: string,
  ) => html`<form method="post" action="/console/staff/${row.id}/${name}">${hidden(at)}
<button class="quiet">${say(`staff.deed.${name}`)}</button></form>`;
  return html`<section class="card person"><h2>${row.name} <small>${row.login} · ${say(`staff.state.${state}`)}</small></h2>
<form method="post" action="/console/staff/${row.id}/place" class="filters">${hidden(at)}
${placing(at, needs, row.role, branch)}
<button class="quiet">${say("staff.deed.place")}</button></form>
<div class="deeds">${deed("reset")}${deed("sign-out")}${isOneself ? "" : deed(row.disabled_at === null ? "disable" : "enable")}</div>
</section>`;
}

function placing({ words }: At, { branches }: ConsoleNeeds, role: string, branch: string): Html {
  const { say } = words;
  const chosen = (isChosen: boolean) => (isChosen ? html` selected` : "");
  return html`<label>${say("staff.role")} <select name="role">${roles.map(
    (one) => html`<option value="${one}"${chosen(one === role)}>${say(`role.${one}`)}</option>`,
  )}</select></label>
<label>${say("datum.branch")} <select name="branch"><option value="">${say("queue.any")}</option>${branches.map(
    (one) => html`<option value="${one}"${chosen(one === branch)}>${one}</option>`,
  )}</select></label>`;
}

function hidden({ csrf }: At): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}">`;
}
