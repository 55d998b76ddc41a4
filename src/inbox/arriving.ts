/** What came with a message, made ready for the talk. */
import type { Inbound } from "../channels/channel.ts";
import type { Heard } from "../conversation/heard.ts";
import type { Db } from "../database/open.ts";
import { handoverCodeIn } from "../enrolment/handover-code.ts";
import { sayingsBetween } from "../outbox/say.ts";
import type { InboxNeeds } from "./needs.ts";

/**
 * What was heard: a tap with the datum that was asked above the button, where the channel says under which saying it
 * stood; a code to go on here, where somebody came by a link that has one.
 */
export async function heardIn(
  db: Db,
  needs: InboxNeeds,
  contactId: string,
  { heard, under, link }: Inbound,
): Promise<Heard> {
  if (link !== undefined && hasCode(link)) return { kind: "text", text: link };
  if (heard.kind !== "choice" || under === undefined) return heard;
  const [says] = await sayingsBetween(db, needs.vault, contactId, under, under);
  return says?.asks === undefined ? heard : { ...heard, asked: says.asks.name };
}

/** The code of a link is kept in the clear and counted by, so nothing is kept that could be anything else. */
export function linkOf(link: string | undefined): string | null {
  if (link === undefined || hasCode(link)) return null;
  return /^(?!\d{6})[A-Za-z0-9-]{1,16}$/.test(link) ? link : null;
}

/** With its letters: a link of a representative may look like one without. */
function hasCode(link: string): boolean {
  const code = /^LJ/i.test(link) ? handoverCodeIn(link) : undefined;
  return code !== undefined && code !== "mistyped";
}
