/** What each of Meta's errors must come to: every row of its page of error codes, by class. */
import type { SendOutcome } from "../../../src/channels/channel.ts";

type Row = readonly [code: number, outcome: SendOutcome];

const all = (codes: readonly number[], outcome: SendOutcome): readonly Row[] =>
  codes.map((code) => [code, outcome]);

const asked = (afterMs: number, whole?: true): SendOutcome => ({
  kind: "later",
  afterMs,
  cause: "asked",
  ...(whole && { whole }),
});
const failed = (afterMs: number): SendOutcome => ({ kind: "later", afterMs, cause: "failed" });

export const troubles: readonly Row[] = [
  // Rate: for everybody, but for the pair.
  ...all([130429], asked(5_000, true)),
  ...all([4, 80007], asked(60_000, true)),
  ...all([131048], asked(3_600_000, true)),
  ...all([131056], asked(6_000)),
  // Window.
  ...all([131047], { kind: "window-closed" }),
  // Recipient.
  ...all([131026, 131030, 131021], { kind: "refused", why: "unknown-recipient" }),
  // Token, permission, a number that is not ours or not registered.
  ...all([0, 3, 10, 190, 200, 299, 131005], { kind: "channel-down", afterMs: 60_000 }),
  ...all([33, 131045, 133010], { kind: "channel-down", afterMs: 60_000 }),
  // Account.
  ...all([368, 131031, 131042], { kind: "channel-down", afterMs: 300_000 }),
  ...all([130497], failed(21_600_000)),
  // Transient.
  ...all([1, 2, 131000, 131016, 131057], failed(0)),
  // Permanent.
  ...all([100, 131008, 131009, 131051, 131052, 131053], { kind: "refused", why: "invalid" }),
  ...all([132000, 132001, 132005, 132007, 132012, 132015], { kind: "refused", why: "invalid" }),
  // Not delivered by choice.
  ...all([131049, 130472], failed(86_400_000)),
  // A code that nobody knows.
  ...all([999_999], failed(0)),
];
