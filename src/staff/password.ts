/**
 * Passwords of staff: long, and none that everybody tries. No rules about signs and capitals, and none about changing
 * them now and then (NIST SP 800-63B, ASVS 5.0 §6.2). Kept as argon2id (RFC 9106) with its parameters.
 */
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";

export const passwordLength = { least: 12, most: 256 } as const;

export type PasswordFault = "too-short" | "too-long" | "common" | "like-the-name";

/** KiB, passes, lanes: OWASP's least for argon2id, about a tenth of a second. */
const strength = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const keyBytes = 32;
const saltBytes = 16;

/** `names` are words that whoever guesses at this account tries first. */
export async function faultOf(
  password: string,
  names: readonly string[],
): Promise<PasswordFault | undefined> {
  const letters = [...password].length;
  if (letters < passwordLength.least) return "too-short";
  if (letters > passwordLength.most) return "too-long";
  if (isMadeOf(password, [...wordsOfThePlace, ...names])) return "like-the-name";
  return (await isCommon(password, names)) ? "common" : undefined;
}

/** Whoever guesses here begins with them. */
const wordsOfThePlace = ["lindung", "bpjs", "ketenagakerjaan", "jamsostek", "sumsel", "palembang"];

/** Hardly anything is left without them and the figures around them: "bpjspalembang2026". */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const said = password.toLowerCase();
  const left = words.reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ""), said);
  return left !== said && left.replace(/[\d\s]/g, "").length < passwordLength.least / 2;
}

/** Loaded when somebody chooses one: the lists are large and seldom needed. */
async function isCommon(password: string, names: readonly string[]): Promise<boolean> {
  const { judge } = await import("./password-lists.ts");
  return judge(password, [...wordsOfThePlace, ...names]) < 3;
}

/** `argon2id$19456$2$1$<salt>$<key>`, in base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const { memory, passes, parallelism } = strength;
  const key = await derive(password, salt, strength);
  const written = [salt, key].map((bytes) => bytes.toString("base64url"));
  return ["argon2id", memory, passes, parallelism, ...written].join("$");
}

/** Takes as long where there is none to compare with: nobody learns from it which accounts there are. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt = "", key = ""] = (kept ?? nobodys).split("$");
  const how = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  };
  const derived = await derive(password, Buffer.from(salt, "base64url"), how);
  const wanted = Buffer.from(key, "base64url");
  return kept !== null && derived.length === wanted.length && timingSafeEqual(derived, wanted);
}

/** Whether it was kept by less than today's parameters. */
export function isWeak(kept: string): boolean {
  const [, memory, passes] = kept.split("$").map(Number);
  return Number(memory) < strength.memory || Number(passes) < strength.passes;
}

const nobodys = `argon2id$${strength.memory}$${strength.passes}$${strength.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

type Strength = Readonly<Record<keyof typeof strength, number>>;

function derive(password: string, nonce: Buffer, how: Strength): Promise<Buffer> {
  // The same letters may be typed in two ways (NFC, NFD).
  const message = Buffer.from(password.normalize("NFKC"), "utf8");
  return new Promise((resolve, reject) => {
    argon2("argon2id", { message, nonce, tagLength: keyBytes, ...how }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
