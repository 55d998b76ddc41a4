import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countsTowardsTarget,
  mayBeUndone,
  mayMove,
  parseSubmissionState,
  type SubmissionState,
  submissionStates,
  turnOf,
} from "../../src/enrolment/submission.ts";

const anyState = fc.constantFrom(...submissionStates);

describe("a submission", () => {
  test.each<[string, SubmissionState, SubmissionState, boolean]>([
    ["machines look, then staff", "received", "awaiting-review", true],
    ["staff never decide before the checks", "received", "accepted", false],
    ["staff accept", "awaiting-review", "accepted", true],
    ["staff return the fields that failed", "awaiting-review", "returned", true],
    ["staff reject with a reason", "awaiting-review", "rejected", true],
    ["what was returned is handed in again", "returned", "received", true],
    ["what was rejected stays rejected", "rejected", "received", false],
    ["only what was accepted is handed over", "awaiting-review", "handed-over", false],
    ["accepted, then handed over", "accepted", "handed-over", true],
    ["the agency confirms", "handed-over", "confirmed", true],
    ["the agency refuses", "handed-over", "refused-by-agency", true],
    ["nobody but the agency confirms", "accepted", "confirmed", false],
    ["confirmed is not yet paid", "confirmed", "active", false],
    ["a payment code is sent", "confirmed", "code-sent", true],
    ["the person says that they paid", "code-sent", "said-paid", true],
    ["they paid at a till and told nobody", "code-sent", "active", true],
    ["what they paid did not arrive", "said-paid", "code-sent", true],
    ["protected until the paid months end", "active", "lapsed", true],
    ["paid again", "lapsed", "active", true],
    ["nothing stays where it is", "received", "received", false],
    ["withdrawn is the end", "withdrawn", "received", false],
    ["nobody withdraws twice", "withdrawn", "withdrawn", false],
  ])("%s", (_why, from, to, permitted) => {
    expect(mayMove(from, to)).toBe(permitted);
  });

  test("may be withdrawn from anywhere", () => {
    fc.assert(
      fc.property(anyState, (from) => {
        expect(mayMove(from, "withdrawn")).toBe(from !== "withdrawn");
      }),
    );
  });

  test("can be undone only as far as it was a decision of staff", () => {
    expect(submissionStates.filter(mayBeUndone)).toEqual(["returned", "accepted", "rejected"]);
    for (const state of submissionStates.filter(mayBeUndone)) {
      expect(mayMove("awaiting-review", state)).toBe(true);
    }
  });

  test("counts towards the target only while it protects", () => {
    expect(submissionStates.filter(countsTowardsTarget)).toEqual(["active"]);
  });

  test.each<[string, SubmissionState]>([
    ["machines", "received"],
    ["staff", "awaiting-review"],
    ["staff", "accepted"],
    ["applicant", "returned"],
    ["agency", "handed-over"],
    ["staff", "confirmed"],
    ["applicant", "code-sent"],
    ["agency", "said-paid"],
    ["nobody", "active"],
    ["applicant", "lapsed"],
    ["nobody", "rejected"],
    ["nobody", "refused-by-agency"],
    ["nobody", "withdrawn"],
  ])("it is the turn of %s in %s", (turn, state) => {
    expect(turnOf(state)).toBe(turn);
  });

  test("is somebody's turn wherever it may still move on", () => {
    fc.assert(
      fc.property(anyState, anyState, (from, to) => {
        fc.pre(to !== "withdrawn" && mayMove(from, to) && from !== "active");
        expect(turnOf(from)).not.toBe("nobody");
      }),
    );
  });

  test.each([
    ["a state", "awaiting-review", "awaiting-review"],
    ["a word that is no state", "approved", undefined],
    ["a property every object has", "constructor", undefined],
  ])("its saved state is parsed: %s", (_why, saved, state) => {
    expect(parseSubmissionState(saved)).toBe(state);
  });
});
