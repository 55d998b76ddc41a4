/** A certificate to throw away: Chromium is told not to look at it, but speaks TLS with nobody who has none. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Certificate = { readonly key: Buffer; readonly cert: Buffer };

let made: Certificate | undefined;

/** Made once in a process. Throws with a clear sentence where there is no `openssl`. */
export function throwAwayCertificate(): Certificate {
  made ??= make();
  return made;
}

function make(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), "fake-whatsapp-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  try {
    const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
    const names = ["-subj", "/CN=web.whatsapp.com"];
    const files = ["-keyout", key, "-out", cert];
    execFileSync("openssl", ["req", "-x509", ...kind, ...names, ...files], { stdio: "ignore" });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch (cause) {
    const what = "The fake WhatsApp needs a certificate, and openssl made none: install it";
    throw new Error(`${what} (Debian: apt install openssl).`, { cause });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
