/**
 * People who talk with the program as fast as they are answered, registration after registration, and say again what
 * was not answered: under the same id, to the program that has been started since.
 */
import { type Answer, ask, chatOf } from "../whole/chat.ts";
import { wayan } from "../whole/person.ts";

export type Talk = {
  readonly number: number;
  readonly token: string;
  /** What came back for each message that was answered, by its id, in order. */
  readonly answered: Map<string, { readonly text: string; readonly answer: Answer }>;
};

export type Load = {
  /** Also those that have not come to their end. */
  readonly talks: readonly Talk[];
  readonly counts: {
    acknowledged: number;
    /** Requests that the program's end has cut off. */
    broken: number;
    /** Messages that were sent more than once. */
    resent: number;
    /** Answers that said "later". */
    later: number;
  };
  /** Milliseconds that each answer took, its "later"s included. */
  readonly times: readonly number[];
  /** Where the program is now; undefined: nowhere. */
  readonly goTo: (address: string | undefined) => void;
  /** Resolves when nobody waits for the program of before any more. */
  readonly noticed: () => Promise<void>;
  /** Nobody begins anew; resolves when everybody has come to the end. */
  readonly rest: () => Promise<void>;
};

export function openLoad(people: number): Load {
  const talks: Talk[] = [];
  const counts = { acknowledged: 0, broken: 0, resent: 0, later: 0 };
  const times: number[] = [];
  let place = Promise.withResolvers<string>();
  let now: string | undefined;
  let isResting = false;
  let inFlight = 0;
  let fault: unknown;

  /** One try; undefined when the program has no answer, or says "later". */
  const attempt = async (
    request: (address: string) => Promise<Answer>,
  ): Promise<Answer | undefined> => {
    const address = await place.promise;
    try {
      inFlight += 1;
      const answer = await request(address).finally(() => {
        inFlight -= 1;
      });
      if (answer.status !== 503 && answer.status !== 429) return answer;
      counts.later += 1;
      await pause(250);
    } catch (error) {
      // Refused: it was sent after the end, to nobody.
      if (!isRefused(error)) counts.broken += 1;
      // Not to knock where nobody is any more.
      while (now === address) await pause(20);
    }
    return undefined;
  };

  /** Tries until there is an answer; `again` is called before a second try. */
  const insist = async (
    request: (address: string) => Promise<Answer>,
    again?: () => void,
  ): Promise<Answer> => {
    for (let tries = 0; ; tries += 1) {
      if (tries === 1) again?.();
      const answer = await attempt(request);
      if (answer !== undefined) return answer;
    }
  };

  const talkOn = async (): Promise<void> => {
    while (!isResting) {
      const met = await insist((address) => ask(address, "/api/chat/sessions", { method: "POST" }));
      const token = String(JSON.parse(met.text).token);
      const talk: Talk = { number: talks.length, token, answered: new Map() };
      talks.push(talk);
      for (let text: string | undefined = "mulai"; text !== undefined; ) {
        const said: string = text;
        const id = String(talk.answered.size);
        const began = performance.now();
        const answer = await insist(
          (address) => chatOf(address, token).say(id, said),
          () => {
            counts.resent += 1;
          },
        );
        if (answer.status !== 200) throw new Error(`${answer.status} for "${said}"`);
        talk.answered.set(id, { text: said, answer });
        times.push(performance.now() - began);
        counts.acknowledged += 1;
        text = nextOf(talk, answer);
      }
    }
  };

  const everybody = Promise.all(Array.from({ length: people }, talkOn)).catch((error: unknown) => {
    fault = error;
  });

  return {
    talks,
    counts,
    times,
    goTo: (address) => {
      if (now !== undefined) place = Promise.withResolvers();
      now = address;
      if (address !== undefined) place.resolve(address);
    },
    noticed: async () => {
      while (inFlight > 0) await pause(5);
    },
    rest: async () => {
      isResting = true;
      await everybody;
      if (fault !== undefined) throw fault;
    },
  };
}

/** What is to be said now; undefined once there is a number to speak. */
function nextOf({ number }: Talk, { text, says }: Answer): string | undefined {
  if (numberIn(text) !== undefined) return undefined;
  return wayan(number)[says.at(-1)?.asks?.name ?? ""] ?? "mulai";
}

/** The number to speak, where one was said. */
export function numberIn(text: string): string | undefined {
  return /LD-\w{4}-\w{2}/.exec(text)?.[0];
}

/** As `fetch` says that nobody listens there. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && cause.code === "ECONNREFUSED";
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
