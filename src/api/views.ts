/** What programs are shown of a submission: names in the interface's own spelling, times as UTC text. */
import type { Finding, Reason } from "../enrolment/submission.ts";
import type { Page } from "../review/list.ts";
import type { Looked } from "../review/look.ts";
import type { PageRow } from "../submissions/page-store.ts";

export function pageView({ submissions, next, asOf }: Page) {
  const listed = submissions.map(({ findings, ...row }) => ({ ...outline(row), findings }));
  return { submissions: listed, next: next ?? null, asOf };
}

export function lookedView(
  looked: Looked,
  findingText: (finding: Finding) => string,
  reasonText: (reason: Reason) => string,
) {
  const { row, registration, contribution, findings, history, decisions, changes } = looked;
  return {
    ...outline(row),
    data: registration,
    contribution,
    findings: findings.map((finding) => ({
      check: finding.check,
      kind: finding.kind,
      level: finding.level,
      about: finding.about,
      text: findingText(finding),
    })),
    changes,
    decisions: decisions.map(({ reasons, ...decision }) => ({
      ...decision,
      reasons: reasons.map((reason) => ({ ...reason, text: reasonText(reason) })),
    })),
    history: history.map(({ revision, from_state: from, to_state: to, by, at }) => ({
      ...{ revision, from, to, by, at },
    })),
  };
}

/** Who was quicker, and with what; no member at all where nobody has decided. */
export function takenView(
  taken: Pick<Looked["decisions"][number], "verdict" | "revision" | "by" | "at"> | undefined,
) {
  if (taken === undefined) return {};
  const { verdict, revision, by, at } = taken;
  return { decided: { verdict, revision, by, at } };
}

function outline(row: PageRow) {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    revision: row.revision,
    regency: row.regency,
    ecosystem: row.ecosystem,
    segment: row.segment,
    sector: row.sector,
    channel: row.channel,
    link: row.link,
    receivedAt: row.received_at,
    updatedAt: row.updated_at,
    needsAttention: row.needs_attention_at !== null,
  };
}
