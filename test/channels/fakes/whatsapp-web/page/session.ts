/**
 * The session of a paired page. It stays in the browser's profile, in IndexedDB as WhatsApp's own: written when it is
 * made, so that it is there also where the browser is killed a moment later.
 */

type Request<T> = {
  readonly result: T;
  onsuccess: () => void;
  onerror: () => void;
  onupgradeneeded?: () => void;
};

type Store = {
  readonly put: (value: string, key: string) => Request<unknown>;
  readonly get: (key: string) => Request<unknown>;
  readonly delete: (key: string) => Request<unknown>;
};

type Shelf = {
  readonly createObjectStore: (name: string) => unknown;
  readonly transaction: (
    name: string,
    mode: "readonly" | "readwrite",
    options: { readonly durability: "strict" },
  ) => { readonly objectStore: (name: string) => Store };
};

/** As much of the browser's as is used here. */
declare const indexedDB: { readonly open: (name: string) => Request<Shelf> };

const name = "fake-whatsapp";

function done<T>(request: Request<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error("fake WhatsApp: the profile cannot be used"));
  });
}

async function store(): Promise<Store> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(name);
  const shelf = await done(opening);
  return shelf.transaction(name, "readwrite", { durability: "strict" }).objectStore(name);
}

export const session = {
  isThere: async () => (await done((await store()).get("session"))) !== undefined,
  keep: async () => void (await done((await store()).put("1", "session"))),
  forget: async () => void (await done((await store()).delete("session"))),
};
