/**
 * SQL that is written once, typed, and compiled once for each database. A call only fills in the parameters: on the
 * way of a message Kysely's builder would cost as much as SQLite itself.
 *
 *     const findContact = statement<{ hash: Hash }>()((db, param) =>
 *       db.selectFrom("contact").selectAll().where("external_hash", "=", param("hash")),
 *     );
 *     const [contact] = await findContact(db, { hash });
 */
import type { Compilable, CompiledQuery } from "kysely";
import type { Db } from "./open.ts";
import { DirectAdapter } from "./sqlite.ts";

/** `build` runs once; it gets a marker for each input, of the input's type, to be put where its value goes. */
export function statement<In extends Inputs>() {
  return <Row>(build: Build<In, Row>): ((db: Db, input: In) => Promise<Row[]>) => {
    const run = compiledOnce(build);
    return async (db, input) => (await run(db, input)).rows;
  };
}

/** As `statement`, for what is of interest only by how many rows it changed. */
export function change<In extends Inputs>() {
  return (build: Build<In, unknown>): ((db: Db, input: In) => Promise<number>) => {
    const run = compiledOnce(build);
    return async (db, input) => (await run(db, input)).changed;
  };
}

/**
 * The rows a query finds stay as they are until the transaction ends. On SQLite whoever is in a transaction that may
 * write is alone in it anyway.
 */
export function underLock<Query extends { readonly forUpdate: () => Query }>(
  db: Db,
  query: Query,
): Query {
  return db.getExecutor().adapter instanceof DirectAdapter ? query : query.forUpdate();
}

type Inputs = Readonly<Record<string, unknown>>;
type Build<In, Row> = (
  db: Db,
  param: <Name extends keyof In & string>(name: Name) => In[Name],
) => Compilable<Row>;

type Ready<Row> = {
  readonly query: CompiledQuery<Row>;
  /** In the order of the SQL: the name of an input, or a value that is always the same. */
  readonly parameters: readonly (Marker | { readonly value: unknown })[];
};

type Marker = { readonly input: string };

function compiledOnce<In extends Inputs, Row>(build: Build<In, Row>) {
  // A transaction has the adapter of its database; two databases have two, and two ways to write SQL.
  const ready = new WeakMap<object, Ready<Row>>();
  return async (db: Db, input: In): Promise<{ rows: Row[]; changed: number }> => {
    const { adapter } = db.getExecutor();
    let known = ready.get(adapter);
    if (known === undefined) {
      known = compile(db, build);
      ready.set(adapter, known);
    }
    const parameters = known.parameters.map((part) =>
      "input" in part ? filledIn(input, part) : part.value,
    );
    // The rows are what the compiled query says they are.
    if (adapter instanceof DirectAdapter) {
      return adapter.run(known.query.sql, parameters) as { rows: Row[]; changed: number };
    }
    const { rows, numAffectedRows = 0n } = await db.executeQuery<Row>({
      ...known.query,
      parameters,
    });
    return { rows, changed: Number(numAffectedRows) };
  };
}

function compile<In, Row>(db: Db, build: Build<In, Row>): Ready<Row> {
  const markers = new Map<unknown, Marker>();
  const query = build(db, (name) => {
    const marker = { input: name };
    markers.set(marker, marker);
    // The builder passes values through unseen, so a marker may stand for any.
    return marker as unknown as In[typeof name];
  }).compile();
  const parameters = query.parameters.map((value) => markers.get(value) ?? { value });
  return { query, parameters };
}

function filledIn(input: Inputs, { input: name }: Marker): unknown {
  const value = input[name];
  // A driver would take it for NULL, and `= NULL` finds nothing.
  if (value === undefined) throw new Error(`statement: no value for ${name}`);
  return value;
}
