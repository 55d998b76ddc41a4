/** Where the channel keeps what it needs: the session of the paired telephone is a credential, so this user's alone. */
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";

export type Place = {
  /** `<DATA_DIR>/whatsapp-web` */
  readonly folder: string;
  /** The browser's profile, as whatsapp-web.js names it. */
  readonly profile: string;
  /** There: somebody has switched the channel off. */
  readonly off: string;
  /** How the channel is, for other processes. */
  readonly status: string;
  /** Up to when all that people wrote is kept. */
  readonly mark: string;
};

export function placeIn(dataDir: string): Place {
  const folder = join(dataDir, "whatsapp-web");
  const inside = (name: string) => join(folder, name);
  return {
    folder,
    profile: inside("session"),
    off: inside("switched-off"),
    status: inside("how-it-is.json"),
    mark: inside("kept-until.json"),
  };
}

/** Closed to everybody else, also where an older one was open. Throws as the disk does. */
export function makePlace({ folder }: Place): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}
