import { expect, test } from "vitest";
import { onPages } from "../../src/cli/pages.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { projectFolder } from "../world.ts";
import { heardTerminal } from "./heard-terminal.ts";

const twoLines = ({ print, complain }: Terminal) => {
  print("one");
  complain("beside");
  print("two");
  return 1 as const;
};

test.each([
  ["in a pipe nothing shows pages", false, "less"],
  ["on a screen where there is no pager, the lines are printed", true, "/nowhere/less"],
])("%s", (_what, onScreen, pager) => {
  const terminal = heardTerminal(projectFolder);
  expect(onPages(terminal, onScreen, twoLines, pager)).toBe(1);
  expect([terminal.printed, terminal.complained]).toEqual([["one", "two"], ["beside"]]);
});

test("a pager takes the lines, and what stands beside them is said at once", () => {
  const terminal = heardTerminal(projectFolder);
  expect(onPages(terminal, true, twoLines, "true")).toBe(1);
  expect([terminal.printed, terminal.complained]).toEqual([[], ["beside"]]);
});
