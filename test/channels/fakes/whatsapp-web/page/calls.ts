/** Calls that ring. The library finds the Map among the collection's properties and watches what is set. */
import { Emitter } from "./model.ts";
import { tell } from "./wire.ts";

export const calls = new Map<string, Readonly<Record<string, unknown>>>();
export const WAWebCallCollection = Object.assign(new Emitter(), { calls });

type Stanza = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Stanza[];
};

export const WAWap = {
  wap: (
    tag: string,
    attributes: Stanza["attributes"],
    children: readonly Stanza[] = [],
  ): Stanza => ({
    tag,
    attributes,
    children,
  }),
  generateId: () => "1.1-1",
};

export const WADeprecatedSendIq = {
  deprecatedCastStanza: async ({ children }: Stanza) => {
    for (const { tag, attributes } of children) {
      if (tag === "reject") tell({ kind: "call-rejected", call: attributes["call-id"] ?? "" });
    }
  },
};
