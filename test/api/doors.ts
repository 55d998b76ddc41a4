/** Both doors of the interface as the program opens them, on one house. */
import { onTestFinished } from "vitest";
import { doorsOf } from "../../src/doors.ts";
import { openBulletin } from "../../src/outbox/bulletin.ts";
import { buildWeb } from "../../src/web/build.ts";
import { webTexts } from "../web/texts.ts";
import type { World } from "../world.ts";

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
};

/** Closed when the test has finished. */
export function openWebOf(world: World) {
  const bulletin = openBulletin();
  const log = { error: () => undefined };
  const doors = doorsOf(
    { inbox: world, bulletin },
    world.material(),
    { operatorName: undefined, publicUrl: undefined },
    log,
  );
  onTestFinished(() => {
    for (const door of doors) door.close?.();
    bulletin.close();
  });
  return buildWeb({
    ...{ doors, texts: webTexts, log },
    waitingFor: async () => [],
    newId: () => "q-1",
  });
}

export function openDoors(world: World) {
  const web = openWebOf(world);
  return async ({ method, path, token, headers = {}, body }: Sent): Promise<Response> =>
    web.request(path, {
      method: method.toUpperCase(),
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
}
