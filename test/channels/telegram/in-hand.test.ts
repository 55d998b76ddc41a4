import { expect, test } from "vitest";
import { openInHand } from "../../../src/channels/telegram/in-hand.ts";
import { collectLog } from "../stand.ts";

test("whoever waits for trouble no longer is forgotten: a program that polls for months does not grow", async () => {
  const stopping = new AbortController();
  const inHand = openInHand({
    log: collectLog().log,
    patience: { firstPauseMs: 1, longestPauseMs: 1 },
    stop: stopping.signal,
  });
  const told: string[] = [];
  void inHand.trouble().then(() => told.push("an earlier round"));
  void inHand.trouble().then(() => told.push("this round"));
  let isAway = true;
  const keep = async () => {
    if (isAway) throw new Error("the disk is full");
  };
  inHand.take(1, { name: "siti", keep });
  await expect.poll(() => told).toEqual(["this round"]);
  isAway = false;
  await inHand.settled();
  expect([told, inHand.oldest()]).toEqual([["this round"], undefined]);
  stopping.abort();
});
