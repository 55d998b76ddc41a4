/** The page's line to the server. What is said before it stands waits. */
import type { Answer, Happening, ToPage, ToServer } from "../wire.ts";

declare const location: { readonly host: string };

type Asked = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

const waiting: ToServer[] = [];
const asked = new Map<number, Asked>();
let socket: WebSocket | undefined;
let last = 0;

export function connect(
  happens: (happening: Happening) => Promise<void>,
  onClose: () => void,
): void {
  // One after another, as they were said.
  let happening = Promise.resolve();
  const opened = new WebSocket(`wss://${location.host}/fake/wire`);
  opened.onopen = () => {
    socket = opened;
    for (const message of waiting.splice(0)) tell(message);
  };
  opened.onmessage = ({ data }) => {
    const message: ToPage = JSON.parse(String(data));
    if (message.kind === "answer") answered(message);
    else happening = happening.then(() => happens(message));
  };
  opened.onclose = () => {
    socket = undefined;
    onClose();
  };
}

export function tell(message: ToServer): void {
  if (socket === undefined) waiting.push(message);
  else socket.send(JSON.stringify(message));
}

type Question = Extract<ToServer, { readonly n: number }>;
type Unnumbered<Q> = Q extends Question ? Omit<Q, "n"> : never;

/** Resolves with the server's answer; never where it gives none. */
export function ask(question: Unnumbered<Question>): Promise<unknown> {
  last += 1;
  const n = last;
  return new Promise((resolve, reject) => {
    asked.set(n, { resolve, reject });
    tell({ ...question, n } as Question);
  });
}

function answered({ to, value, error }: Answer): void {
  const one = asked.get(to);
  asked.delete(to);
  if (error === undefined) one?.resolve(value);
  else one?.reject(new Error(error));
}
