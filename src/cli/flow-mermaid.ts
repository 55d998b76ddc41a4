/** A flow as Mermaid text, for pages that draw it themselves. */
import type { Edge, FlowGraph, Node } from "./flow-graph.ts";

export function flowMermaid({ groups, edges }: FlowGraph): string {
  return [
    "flowchart TB",
    ...groups.flatMap(({ number, nodes }) => [
      `  subgraph g${number} ["${number}"]`,
      ...nodes.map((node) => `    ${box(node)}`),
      "  end",
    ]),
    ...edges.map((edge) => `  ${arrow(edge)}`),
    "  classDef question fill:#e3f2ee,stroke:#1f6f5e,color:#14181c",
    "  classDef part fill:#ffffff,stroke:#6b7680,color:#14181c",
    "  classDef end_ fill:#fdecea,stroke:#b3372b,color:#14181c",
    "",
  ].join("\n");
}

function box({ id, type, text }: Node): string {
  const label = `"<b>${safe(id)}</b><br/>${safe(text)}"`;
  const shape = type === "end" ? `([${label}])` : `[${label}]`;
  return `${nameOf(id)}${shape}:::${type === "end" ? "end_" : type}`;
}

function arrow({ from, to, kind, label }: Edge): string {
  if (kind === "reopens") return `${nameOf(from)} -.-> ${nameOf(to)}`;
  const words = kind === "when" ? `|"${safe(label)}"|` : "";
  return `${nameOf(from)} -->${words} ${nameOf(to)}`;
}

/** Mermaid stumbles over a node called "end". */
function nameOf(id: string): string {
  return `s_${id}`;
}

/** Mermaid reads &, <, > and quotes; its own codes stand for them. */
function safe(text: string): string {
  return text
    .replaceAll("&", "#amp;")
    .replaceAll("<", "#lt;")
    .replaceAll(">", "#gt;")
    .replaceAll('"', "#quot;");
}
