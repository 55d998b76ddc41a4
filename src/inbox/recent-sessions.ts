/**
 * Sessions of people who are talking now, as they were saved last: opening and parsing one costs as much as the talk
 * itself. One is known again by its sealed bytes, which never come twice, so what another process saved, or what was
 * undone, is never taken for it.
 */
import type { Material } from "../conversation/material.ts";
import type { Session } from "../conversation/session.ts";
import type { Sealed } from "../database/schema.ts";

export type RecentSessions = {
  /** The session in these bytes, if it was kept and today's content is the same. */
  readonly in: (enrolmentId: string, sealed: Sealed, material: Material) => Session | undefined;
  readonly keep: (
    enrolmentId: string,
    sealed: Sealed,
    session: Session,
    material: Material,
  ) => void;
  /** After an erasure nothing of the person stays in memory. */
  readonly forget: (enrolmentId: string) => void;
  /** Who has not spoken for a while is not kept open. */
  readonly clear: () => void;
};

type Kept = { readonly sealed: Sealed; readonly session: Session; readonly material: Material };

/** Keeps the last `most`; with 0 it keeps none. */
export function openRecentSessions(most: number): RecentSessions {
  const kept = new Map<string, Kept>();
  return {
    in: (enrolmentId, sealed, material) => {
      const found = kept.get(enrolmentId);
      if (found === undefined) return undefined;
      return found.material === material && found.sealed.equals(sealed) ? found.session : undefined;
    },
    keep: (enrolmentId, sealed, session, material) => {
      if (most === 0) return;
      kept.delete(enrolmentId);
      kept.set(enrolmentId, { sealed, session, material });
      if (kept.size <= most) return;
      for (const eldest of kept.keys()) {
        kept.delete(eldest);
        return;
      }
    },
    forget: (enrolmentId) => void kept.delete(enrolmentId),
    clear: () => kept.clear(),
  };
}
