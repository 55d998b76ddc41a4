/** Signing in, and what the one-time link shows: a password, the telephone, ten codes to write down. */
import { html, raw } from "hono/html";
import QRCode from "qrcode";
import { addressOfSecret } from "../../staff/codes.ts";
import type { Welcomed } from "../../staff/link.ts";
import { passwordLength } from "../../staff/password.ts";
import type { Words } from "../words.ts";
import { type Html, shell } from "./shell.ts";

type SigningIn = {
  /** Where one wanted to go. */
  readonly to: string;
  readonly login?: string;
  readonly fault?: "refused" | "wait";
  readonly minutes?: number;
};

export function signInPage(words: Words, { to, login = "", fault, minutes = 0 }: SigningIn): Html {
  const { say } = words;
  const title = say("sign-in.title");
  const body = html`<section class="card narrow">
<h1>${title}</h1>
${fault === undefined ? "" : alert(say(`sign-in.${fault}`, { minutes }))}
<form method="post" action="/console/sign-in" class="stack">
<input type="hidden" name="to" value="${to}">
<label>${say("sign-in.login")}
<input name="login" value="${login}" autocomplete="username" autocapitalize="none" spellcheck="false" required></label>
<label>${say("sign-in.password")}
<input name="password" type="password" autocomplete="current-password" required></label>
<label>${say("sign-in.code")} <small id="code-help">${say("sign-in.code-help")}</small>
<input name="code" inputmode="numeric" autocomplete="one-time-code" aria-describedby="code-help" required></label>
<button class="action">${say("sign-in.do")}</button>
</form>
<p class="soft">${say("sign-in.lost")}</p>
</section>`;
  return shell(words, { title, body });
}

export async function welcomePage(
  words: Words,
  { login, name, secret }: Welcomed,
  link: string,
  fault?: string,
): Promise<Html> {
  const { say } = words;
  const title = say("welcome.title", { name });
  const qr = await QRCode.toString(addressOfSecret(secret, login, "Lindung"), {
    type: "svg",
    margin: 2,
    color: { dark: "#000000", light: "#ffffff" },
  });
  const spaced = secret.match(/.{1,4}/g)?.join(" ") ?? secret;
  const body = html`<section class="card narrow">
<h1>${title}</h1>
<p>${say("welcome.intro", { login })}</p>
${fault === undefined ? "" : alert(say(`welcome.fault.${fault}`, { least: passwordLength.least, most: passwordLength.most }))}
<form method="post" action="/console/welcome/${link}" class="stack">
<input type="hidden" name="login" value="${login}" autocomplete="username">
<label>${say("welcome.password")} <small id="password-help">${say("welcome.password-help", { least: passwordLength.least })}</small>
<input name="password" type="password" autocomplete="new-password" minlength="${passwordLength.least}" maxlength="${passwordLength.most}" aria-describedby="password-help" required></label>
<label>${say("welcome.again")}
<input name="again" type="password" autocomplete="new-password" required></label>
<fieldset>
<legend>${say("welcome.telephone")}</legend>
<p>${say("welcome.scan")}</p>
<div class="qr" role="img" aria-label="${say("welcome.qr")}">${raw(qr)}</div>
<p class="soft">${say("welcome.typed")} <code>${spaced}</code></p>
<label>${say("welcome.code")}
<input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]*" required></label>
</fieldset>
<button class="action">${say("welcome.do")}</button>
</form>
</section>`;
  return shell(words, { title, body });
}

/** Seen this once. */
export function recoveryPage(words: Words, codes: readonly string[]): Html {
  const { say } = words;
  const title = say("recovery.title");
  const body = html`<section class="card narrow">
<h1>${title}</h1>
<p>${say("recovery.intro")}</p>
<ol class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
<p class="soft">${say("recovery.keep")}</p>
<p><a class="action" href="/console/sign-in">${say("recovery.done")}</a></p>
</section>`;
  return shell(words, { title, body });
}

function alert(text: string): Html {
  return html`<p class="alert" role="alert">${text}</p>`;
}
