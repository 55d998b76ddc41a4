/** Models and collections with events, as much of Backbone as WhatsApp's page has and the library uses. */
import type { Wid } from "./wid.ts";

type Listener = (...told: readonly unknown[]) => void;

export class Emitter {
  readonly #listeners = new Map<string, Listener[]>();

  /** Several names in one string, separated by spaces. */
  on(names: string, listener: Listener): this {
    for (const name of names.split(" ")) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    }
    return this;
  }

  off(name: string, listener: Listener): this {
    const others = (this.#listeners.get(name) ?? []).filter((one) => one !== listener);
    this.#listeners.set(name, others);
    return this;
  }

  once(name: string, listener: Listener): this {
    const once: Listener = (...told) => {
      this.off(name, once);
      listener(...told);
    };
    return this.on(name, once);
  }

  isHeard(name: string): boolean {
    return (this.#listeners.get(name) ?? []).length > 0;
  }

  trigger(name: string, ...told: readonly unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(...told);
  }
}

/** What belongs to the page alone and is never serialized. */
const hidden = new Set(["msgs", "earlier", "mediaData", "mediaObject"]);

export class Model extends Emitter {
  [name: string]: unknown;

  constructor(values: Readonly<Record<string, unknown>>) {
    super();
    Object.assign(this, values);
  }

  serialize(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(this).filter(
        ([name, value]) => !hidden.has(name) && typeof value !== "function",
      ),
    );
  }

  toJSON(): Record<string, unknown> {
    return this.serialize();
  }
}

type Named = { readonly _serialized: string };

export class Collection<M extends Model & { id: Named }> extends Emitter {
  readonly models = new Map<string, M>();

  get(id: string | Named): M | undefined {
    return this.models.get(typeof id === "string" ? id : id._serialized);
  }

  getModelsArray(): readonly M[] {
    return [...this.models.values()];
  }

  add(model: M): M {
    this.models.set(model.id._serialized, model);
    this.trigger("add", model);
    return model;
  }

  /** Older than all that is here; nobody is told. */
  addBefore(older: readonly M[]): void {
    const here = [...this.models.values()];
    this.models.clear();
    for (const model of [...older, ...here]) this.models.set(model.id._serialized, model);
  }

  async find(id: string | Wid): Promise<M | undefined> {
    return this.get(id);
  }
}
