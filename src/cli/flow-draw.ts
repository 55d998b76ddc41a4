/** `lindung flow draw`: the flow as a picture, or as Mermaid text. */
import { writeFileSync } from "node:fs";
import { openContent } from "../content/content.ts";
import { printFault } from "../content/reading/fault.ts";
import { type FlowGraph, flowGraph } from "./flow-graph.ts";
import type { Terminal } from "./terminal.ts";

export type DrawOptions = {
  readonly format: "svg" | "mermaid";
  readonly out?: string;
  /** What is printed is read by a person, not by a program. */
  readonly onScreen?: boolean;
};

/** Prints the drawing, or writes it to a file; returns the exit code. A flow with faults is not drawn. */
export async function flowDraw(
  { format, out, onScreen = false }: DrawOptions,
  terminal: Terminal,
): Promise<0 | 1> {
  const { folder, language, print, complain, wording } = terminal;
  if (format === "svg" && onScreen) {
    complain(wording.text("operator.flow-draw.not-on-screen"));
    return 1;
  }
  const opened = openContent(folder);
  if ("faults" in opened) {
    for (const fault of opened.faults) complain(printFault(fault));
    complain(wording.text("operator.flow-check.faults", { count: opened.faults.length }));
    return 1;
  }
  const drawing = await draw(flowGraph(opened.content, language), format);
  if (out === undefined) {
    print(drawing);
    return 0;
  }
  writeFileSync(out, drawing);
  complain(wording.text("operator.flow-draw.written", { file: out }));
  return 0;
}

/** Graphviz is loaded only for a picture. */
async function draw(graph: FlowGraph, format: DrawOptions["format"]): Promise<string> {
  if (format === "svg") return (await import("./flow-svg.ts")).flowSvg(graph);
  return (await import("./flow-mermaid.ts")).flowMermaid(graph);
}
