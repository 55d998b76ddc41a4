/** Ids as WhatsApp writes them: of people, groups, and messages. */

export class Wid {
  readonly _serialized: string;
  readonly user: string;
  readonly server: string;

  constructor(user: string, server: string) {
    this.user = user;
    this.server = server;
    this._serialized = `${user}@${server}`;
  }

  isLid(): boolean {
    return this.server === "lid";
  }

  isGroup(): boolean {
    return this.server === "g.us";
  }

  isUser(): boolean {
    return this.server === "c.us" || this.server === "lid";
  }

  isStatus(): boolean {
    return this.server === "broadcast";
  }

  toString(): string {
    return this._serialized;
  }
}

export function createWid(given: string | Wid | undefined): Wid {
  if (given instanceof Wid) return given;
  const [user, server] = String(given ?? "").split("@");
  if (!user || !server) throw new Error(`wid error: invalid wid ${given}`);
  return new Wid(user, server === "s.whatsapp.net" ? "c.us" : server);
}

export class MsgKey {
  readonly fromMe: boolean;
  readonly remote: Wid;
  readonly id: string;
  readonly _serialized: string;

  /** The library gives `from`, `to` and `id` of what it sends. */
  constructor(of: { readonly to: Wid; readonly id: string; readonly fromMe?: boolean }) {
    this.fromMe = of.fromMe ?? true;
    this.remote = of.to;
    this.id = of.id;
    this._serialized = `${this.fromMe}_${this.remote}_${this.id}`;
  }

  static async newId(): Promise<string> {
    const bytes = [...crypto.getRandomValues(new Uint8Array(9))];
    return `3EB0${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  }

  toString(): string {
    return this._serialized;
  }
}
