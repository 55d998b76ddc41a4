/** A flow as a picture, with Graphviz. */
import { instance } from "@viz-js/viz";
import type { Edge, FlowGraph, Group, Node } from "./flow-graph.ts";

/** An SVG file that stands by itself and follows the light or dark of whoever looks at it. */
export async function flowSvg(graph: FlowGraph): Promise<string> {
  const viz = await instance();
  const svg = viz.renderString(dot(graph), { format: "svg" });
  return svg
    .replaceAll(`font-family="${font}"`, `font-family="${font},Arial,sans-serif"`)
    .replace(/(<svg[^>]*>)/, `$1\n${style}`);
}

/** Graphviz's colours are those of a light page; classes let the style change them on a dark one. */
const style = `<style>
  @media (prefers-color-scheme: dark) {
    .paper > polygon { fill: #15181c; }
    text { fill: #e8eaed; }
    .question path, .question polygon { fill: #1e3a34; stroke: #6fb6a5; }
    .part path, .part polygon { fill: #22272d; stroke: #8a939c; }
    .end path, .end polygon { fill: #43201f; stroke: #e58a80; }
    .group path, .group polygon { fill: #1b1f24; stroke: #3a4149; }
    .next path, .next polygon, .when path, .when polygon { stroke: #9aa4ae; }
    .next polygon, .when polygon { fill: #9aa4ae; }
    .reopens path { stroke: #e58a80; }
    .reopens polygon { fill: #e58a80; stroke: #e58a80; }
  }
</style>`;

function dot({ title, groups, edges }: FlowGraph): string {
  return [
    `digraph ${quoted(title)} {`,
    `  graph [class="paper" bgcolor="#ffffff" rankdir=TB nodesep=0.35 ranksep=0.45 newrank=true fontname=${font} pad=0.3]`,
    `  node [shape=box style="rounded,filled" fontname=${font} fontsize=12 margin="0.16,0.09"]`,
    `  edge [fontname=${font} fontsize=11 color="#5f6b76" arrowsize=0.7]`,
    ...groups.map(cluster),
    ...edges.map(arrow),
    ...groups.flatMap(below),
    "}",
  ].join("\n");
}

/** The one name of a font without serifs whose widths Graphviz knows. */
const font = "Helvetica";

function cluster({ number, nodes }: Group): string {
  return [
    `  subgraph cluster_${number} {`,
    `    class="group" label="${number}" labeljust=l fontsize=14 fontname=${font} style="rounded,filled" color="#d5dbe1" fillcolor="#f6f8fa" margin=12`,
    ...nodes.map(box),
    "  }",
  ].join("\n");
}

function box({ id, type, text, isSpare }: Node): string {
  const { fill, line } = colours[type];
  const label = `<<b>${inLabel(id)}</b><br/>${wrapped(text).map(inLabel).join("<br/>")}>`;
  // Questions stand below one another; what hangs on them goes to the side.
  const spine = type === "question" ? `group="spine"` : "";
  const dashed = isSpare ? `style="rounded,filled,dashed"` : "";
  return `    ${quoted(id)} [class="${type}" label=${label} fillcolor="${fill}" color="${line}" ${spine} ${dashed}]`;
}

const colours = {
  question: { fill: "#e3f2ee", line: "#1f6f5e" },
  part: { fill: "#ffffff", line: "#6b7680" },
  end: { fill: "#fdecea", line: "#b3372b" },
} satisfies Record<Node["type"], { fill: string; line: string }>;

function arrow({ from, to, kind, label }: Edge): string {
  const look = {
    next: "weight=8",
    when: `style=solid label=${quoted(` ${label} `)}`,
    reopens: `style=dashed constraint=false color="#b3372b" arrowsize=0.5`,
  } satisfies Record<Edge["kind"], string>;
  return `  ${quoted(from)} -> ${quoted(to)} [class="${kind}" ${look[kind]}]`;
}

/** Invisible edges keep the next question below all that belongs to this one. */
function below(group: Group, index: number, groups: readonly Group[]): readonly string[] {
  const [next] = groups[index + 1]?.nodes ?? [];
  if (next === undefined) return [];
  return group.nodes
    .filter(({ type }) => type === "end")
    .map(({ id }) => `  ${quoted(id)} -> ${quoted(next.id)} [style=invis weight=0]`);
}

/** Lines of about thirty letters, broken between words. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < 30)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function inLabel(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
