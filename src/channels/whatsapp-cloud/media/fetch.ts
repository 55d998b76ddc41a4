/**
 * Fetches what a person sent, in Meta's two steps: the id gives an address that lives five minutes, the address gives the
 * bytes. Nothing is fetched unless somebody asks for it. The token goes to no machine that was not named beforehand.
 */
import { createHash } from "node:crypto";
import type { LookupFunction } from "node:net";
import { z } from "zod";
import type { WhatsAppCloudSettings } from "../../../config/channels.ts";
import type { Graph, Reply } from "../graph.ts";
import { troubleOf } from "../sending/outcome.ts";
import { placeOf } from "./addresses.ts";
import { type Downloaded, download, type Limits, publicOnly } from "./download.ts";

export type Fetched =
  | { readonly kind: "file"; readonly bytes: Buffer; readonly type: string }
  | { readonly kind: "refused"; readonly why: WhyNot };

export type WhyNot =
  /** Meta keeps it no more, or never had it. */
  | "gone"
  | "too-large"
  | "too-slow"
  /** It lies where nothing may be fetched from. */
  | "not-allowed"
  /** Not the bytes that were announced. */
  | "damaged"
  | "token-refused"
  | "away";

export type MediaNeeds = {
  readonly settings: Pick<WhatsAppCloudSettings, "apiRoot" | "phoneId" | "token">;
  readonly graph: Graph;
  readonly limits?: Omit<Limits, "maxBytes">;
  /** Of Meta's host of files. */
  readonly lookup?: LookupFunction;
};

const usualLimits = { wholeMs: 60_000, idleMs: 10_000 };

const shape = z.object({
  url: z.string().max(4_096),
  mime_type: z.string().max(200).catch("application/octet-stream"),
  sha256: z.string().max(128),
  file_size: z.coerce.number().nonnegative().catch(0),
});
type Described = z.infer<typeof shape>;

export function openMedia(needs: MediaNeeds) {
  const { settings, graph, limits = usualLimits, lookup = publicOnly() } = needs;

  /** `ref` is Meta's id. */
  async function fetchMedia(ref: string, maxBytes: number): Promise<Fetched> {
    if (!/^[\w-]{1,128}$/.test(ref)) return refused("gone");
    const first = await fetchOnce(ref, maxBytes);
    // An address that is dead before it is used: one more is asked for.
    return first === "dead-address" ? orGone(await fetchOnce(ref, maxBytes)) : first;
  }

  async function fetchOnce(ref: string, maxBytes: number): Promise<Fetched | "dead-address"> {
    const reply = await graph.get(`${ref}?phone_number_id=${settings.phoneId}`);
    if (reply.kind !== "taken") return refused(whyOf(reply));
    const { data } = shape.safeParse(reply.body);
    if (data === undefined) return refused("away");
    if (data.file_size > maxBytes) return refused("too-large");
    const place = placeOf(data.url, settings.apiRoot);
    if ("fault" in place) return refused(place.fault);
    const downloaded = await download({
      url: place.url,
      // Meta turns away who does not say what they are.
      headers: { authorization: `Bearer ${settings.token}`, "user-agent": "lindung" },
      limits: { ...limits, maxBytes },
      lookup: place.isOwn ? undefined : lookup,
    });
    return fileOf(downloaded, data);
  }

  return { fetchMedia };
}

function fileOf(
  downloaded: Downloaded,
  { sha256, mime_type }: Described,
): Fetched | "dead-address" {
  switch (downloaded.kind) {
    case "fault":
      return refused(downloaded.fault);
    case "status": {
      const { status } = downloaded;
      if (status === 404) return "dead-address";
      // A redirect would take the token along.
      if (status >= 300 && status < 400) return refused("not-allowed");
      return refused(status === 401 || status === 403 ? "token-refused" : "away");
    }
    case "bytes": {
      const hash = createHash("sha256").update(downloaded.bytes);
      const digest = hash.digest();
      const isWhole = [digest.toString("hex"), digest.toString("base64")].includes(sha256);
      return isWhole
        ? { kind: "file", bytes: downloaded.bytes, type: mime_type }
        : refused("damaged");
    }
  }
}

function orGone(fetched: Fetched | "dead-address"): Fetched {
  return fetched === "dead-address" ? refused("gone") : fetched;
}

function whyOf(reply: Exclude<Reply, { kind: "taken" }>): WhyNot {
  if (reply.kind === "no-answer") return "away";
  const trouble = troubleOf(reply.refusal);
  if (trouble === "token-refused") return "token-refused";
  return trouble === "wrong-id" || trouble === "invalid" ? "gone" : "away";
}

function refused(why: WhyNot): Fetched {
  return { kind: "refused", why };
}
