/** The flow of the workload as the program reads it: the real content with the files of content/ and said.yaml over it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { readContent } from "../../src/content/content.ts";
import { printFault } from "../../src/content/reading/fault.ts";
import type { Material } from "../../src/conversation/material.ts";
import { languages } from "../../src/conversation/wording/wording.ts";
import { projectFolder } from "../world.ts";

/** Throws with every fault: a flow that does not hold together measures nothing. */
export function workloadMaterial(): Material {
  const folder = mkdtempSync(join(tmpdir(), "lindung-bench-content-"));
  try {
    for (const part of ["flows", "locales"]) {
      cpSync(join(projectFolder, part), join(folder, part), { recursive: true });
    }
    cpSync(join(import.meta.dirname, "content"), folder, { recursive: true });
    const said: Tree = parse(readFileSync(join(import.meta.dirname, "said.yaml"), "utf8"));
    for (const language of languages) {
      for (const [name, texts] of Object.entries(said)) {
        const file = join(folder, "locales", language, `${name}.yaml`);
        const real: Tree = parse(readFileSync(file, "utf8"));
        writeFileSync(file, stringify(over(real, texts)));
      }
    }
    const read = readContent(folder);
    if ("faults" in read) throw new Error(read.faults.map(printFault).join("\n"));
    return read.material;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Tree = string | readonly string[] | { readonly [key: string]: Tree };

/** `upper` laid over `lower`, key by key. */
function over(lower: Tree | undefined, upper: Tree): Tree {
  if (!isMap(lower) || !isMap(upper)) return upper;
  const laid = Object.entries(upper).map(([key, tree]) => [key, over(lower[key], tree)]);
  return { ...lower, ...Object.fromEntries(laid) };
}

function isMap(tree: Tree | undefined): tree is { readonly [key: string]: Tree } {
  return typeof tree === "object" && !Array.isArray(tree);
}
