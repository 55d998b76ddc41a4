/** Files that people send: a number, from it an address for five minutes, from that the bytes. */
import { createHash, randomInt } from "node:crypto";
import { type Answer, metaError } from "./answers.ts";

export type StoredFile = {
  readonly bytes: Buffer;
  readonly type: string;
  /** Hexadecimal. */
  readonly sha256: string;
};

/** Milliseconds an address lives. */
const addressLives = 300_000;

export function openShelf(needs: { readonly origin: () => string; readonly now: () => number }) {
  const files = new Map<string, StoredFile>();
  const addresses = new Map<string, { readonly id: string; readonly until: number }>();
  /** What is said of a file instead of the truth. */
  const lies: Record<string, unknown> = {};
  let expired = 0;

  return {
    lies,
    /** The next so many addresses are dead when they are handed out. */
    expires: (times: number) => {
      expired += times;
    },
    add(bytes: Buffer, type: string): { readonly id: string } & StoredFile {
      const id = String(randomInt(10 ** 13, 10 ** 14));
      const file = { bytes, type, sha256: createHash("sha256").update(bytes).digest("hex") };
      files.set(id, file);
      return { id, ...file };
    },
    forget: (id: string) => files.delete(id),
    /** First step. */
    describe(id: string): Answer {
      const file = files.get(id);
      if (file === undefined) {
        const details = "Object with ID does not exist or cannot be loaded";
        return metaError(100, { subcode: 33, details });
      }
      const mid = String(addresses.size + 1);
      const isDead = expired > 0;
      if (isDead) expired -= 1;
      addresses.set(mid, { id, until: isDead ? 0 : needs.now() + addressLives });
      const body = {
        messaging_product: "whatsapp",
        url: `${needs.origin()}/whatsapp_business/attachments/?mid=${mid}`,
        mime_type: file.type,
        sha256: file.sha256,
        file_size: file.bytes.length,
        id,
        ...lies,
      };
      return { status: 200, body };
    },
    /** Second step; undefined is a 404. */
    fetch(mid: string): StoredFile | undefined {
      const address = addresses.get(mid);
      if (address === undefined || address.until < needs.now()) return undefined;
      return files.get(address.id);
    },
  };
}
