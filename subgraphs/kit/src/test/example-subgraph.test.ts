import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "../../../../test/harness/postgres.js";
import { ofRequests } from "../../../../test/harness/statements.js";
import { anonymous, signRequest, type Viewer } from "../auth/viewer.js";
import { grantVisibility } from "../auth/visibility.js";
import { SettableClock } from "../ops/clock.js";
import {
  createExampleSubgraph,
  exampleSchema,
  keys,
  permissions,
} from "./example-subgraph/example-subgraph.js";

const reader: Viewer = { ...anonymous, subject: "reader", assurance: "signed-in", language: "en" };
const registrar: Viewer = {
  ...reader,
  subject: "registrar",
  roles: [{ role: "REGISTRAR", schoolCode: "403601" }],
};
const beginner: Viewer = { ...reader, assurance: "must-change-password" };

interface Delivered {
  message: string;
  path?: (string | number)[];
  extensions: Record<string, unknown>;
}

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what came back is looked into field by field
  data?: any;
  errors?: [Delivered, ...Delivered[]];
}

// Told in order: what a test adds, later ones see.
describe("a subgraph of the kit", { shuffle: false }, () => {
  const clock = new SettableClock();
  const statements: string[] = [];
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let example: Awaited<ReturnType<typeof createExampleSubgraph>>;

  beforeAll(async () => {
    database = await createDatabase();
    example = await createExampleSubgraph(database.urls, {
      clock,
      onStatement: ofRequests((sql) => statements.push(sql)),
    });
    for (const id of ["a", "b", "c"])
      await example.database.em.fork().execute("insert into book values (?, ?, 'worn')", [id, `Book ${id}`]);
  });
  afterAll(async () => {
    await example.stop();
    await database[Symbol.asyncDispose]();
  });

  async function send(
    viewer: Viewer,
    query: string,
    variables: object = {},
    headers?: Record<string, string>,
  ) {
    const body = JSON.stringify({ query, variables });
    const signed =
      headers ??
      signRequest(keys.ring("viewer"), {
        audience: "binding",
        method: "POST",
        path: "/graphql",
        body,
        viewer,
        traceId: "trace-1",
      });
    const response = await fetch(`${example.url}/graphql`, { method: "POST", headers: signed, body });
    return {
      status: response.status,
      ...((await response.json()) as Answer),
      signed,
    };
  }

  const entities = "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Book { title note } } }";
  const book = (id: string) => ({ __typename: "Book", id });

  it("pages through a list with cursors that only the same viewer can use", async () => {
    const first = await send(
      reader,
      "{ books { edges { node { id } } pageInfo { hasNextPage endCursor } } }",
    );
    expect(first.data.books.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(["a", "b"]);
    const after = first.data.books.pageInfo.endCursor;
    const next =
      "query ($after: String) { books(after: $after) { edges { node { id } } pageInfo { hasNextPage } } }";
    const second = await send(reader, next, { after });
    expect(second.data.books).toEqual({ edges: [{ node: { id: "c" } }], pageInfo: { hasNextPage: false } });
    expect((await send(registrar, next, { after })).errors?.[0].extensions.code).toBe("INVALID_CURSOR");
  });

  it("refuses a page of none and of too many", async () => {
    for (const first of [0, 101]) {
      const answer = await send(reader, `{ books(first: ${first}) { edges { cursor } } }`);
      expect(answer.errors?.[0].extensions).toMatchObject({ code: "BAD_INPUT", field: "first" });
    }
  });

  it("answers a stranger's _entities exactly as for a missing object, and asks the database once for many", async () => {
    await grantVisibility(example.database.em.fork(), { viewer: "reader", object: "book:a", reason: "lent" });
    statements.length = 0;
    const seen = await send(reader, entities, { of: [book("a"), book("b"), book("nowhere")] });
    expect(seen.data._entities).toMatchObject([{ title: "Book a" }, null, null]);
    expect(statements.filter((sql) => /\b(book|visibility)\b/.test(sql))).toHaveLength(2);
  });

  it("gives a field without permission as null with FORBIDDEN, and says in which language asked for", async () => {
    const answer = await send(reader, entities, { of: [book("a")] });
    expect(answer.data._entities).toEqual([{ title: "Book a", note: null }]);
    expect(answer.errors?.[0]).toMatchObject({
      message: "You are not allowed to do this.",
      path: ["_entities", 0, "note"],
      extensions: { code: "FORBIDDEN", traceId: "trace-1" },
    });
    await grantVisibility(example.database.em.fork(), {
      viewer: "registrar",
      object: "book:a",
      reason: "keeps",
    });
    expect((await send(registrar, entities, { of: [book("a")] })).data._entities[0].note).toBe("worn");
  });

  it("lets a rule look at the object that is named, and reads it once for many", async () => {
    const em = example.database.em.fork();
    await em.execute("update book set note = 'as new' where id = 'b'");
    for (const object of ["book:a", "book:b"])
      await grantVisibility(em, { viewer: "borrower", object, reason: "lent" });
    const borrower = { ...reader, subject: "borrower" };
    statements.length = 0;
    const answer = await send(
      borrower,
      '{ mine: noteOf(id: "b") worn: noteOf(id: "a") hidden: noteOf(id: "c") none: noteOf(id: "no") }',
    );
    expect(answer.data).toEqual({ mine: "as new", worn: null, hidden: null, none: null });
    expect(answer.errors?.map(({ path, extensions: { code } }) => [path?.[0], code])).toEqual([
      ["worn", "FORBIDDEN"],
      ["hidden", "NOT_FOUND"],
      ["none", "NOT_FOUND"],
    ]);
    expect(statements.filter((sql) => /\b(book|visibility)\b/.test(sql))).toHaveLength(2);
  });

  it("looks at no object for who is not to have any of them", async () => {
    statements.length = 0;
    for (const [viewer, code] of [
      [anonymous, "UNAUTHENTICATED"],
      [beginner, "MUST_CHANGE_PASSWORD"],
    ] as const)
      expect((await send(viewer, '{ noteOf(id: "a") }')).errors?.[0].extensions.code).toBe(code);
    expect(statements.filter((sql) => /\bbook\b/.test(sql))).toEqual([]);
  });

  it.each([
    ["somebody unknown to sign in", anonymous, "UNAUTHENTICATED"],
    ["the holder of an initial password to change it", beginner, "MUST_CHANGE_PASSWORD"],
  ])("tells %s", async (_, viewer, code) => {
    const answer = await send(viewer, 'mutation { addBook(id: "x", key: "x") }');
    expect(answer.errors?.[0].extensions.code).toBe(code);
  });

  it("does an act once per key, gives the same answer again, and refuses other content under it", async () => {
    const add = "mutation ($id: ID!, $key: ID!) { addBook(id: $id, key: $key) }";
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(reader, add, { id: "d", key: "k-d" })));
    expect(answers.map((answer) => answer.data.addBook)).toEqual([4, 4, 4, 4]);
    const other = await send(reader, add, { id: "e", key: "k-d" });
    expect(other.errors?.[0].extensions.code).toBe("IDEMPOTENCY_CONFLICT");
    const audit = await example.database.em.fork().execute("select act, object, subject from audit");
    expect(audit).toEqual([{ act: "addBook", object: "book:d", subject: "reader" }]);
  });

  it("forgets the key of an act that was refused, with all that the act did", async () => {
    const add = 'mutation { addBook(id: "too-many", key: "again") }';
    for (const _ of [1, 2]) {
      const answer = await send(reader, add);
      expect(answer.errors?.[0]).toMatchObject({
        message: "Shelf A is full.",
        extensions: { code: "SHELF_FULL", shelf: "A" },
      });
    }
  });

  it("takes a signed mutation once: the same bytes again are a replay", async () => {
    const add = 'mutation { addBook(id: "f", key: "k-f") }';
    const { signed, status } = await send(reader, add);
    expect(status).toBe(200);
    expect((await send(reader, add, {}, signed)).status).toBe(401);
  });

  it("counts a thousand aliases as a thousand attempts, and opens again when the window has passed", async () => {
    const aliases = Array.from({ length: 1_000 }, (_, index) => `g${index}: guess`).join(" ");
    const answer = await send(reader, `{ ${aliases} }`);
    const right = JSON.stringify(answer).match(/:42\b/g) ?? [];
    expect(right).toHaveLength(0);
    expect(answer.errors).not.toHaveLength(0);
    expect(answer.errors?.every(({ extensions }) => extensions.code === "TOO_MANY_ATTEMPTS")).toBe(true);
    clock.advance(60_001);
    expect((await send(reader, "{ guess }")).data.guess).toBe(42);
  });

  it("forgets attempts that are older than any window, by the way", async () => {
    clock.advance(2 * 24 * 60 * 60_000);
    await send(reader, "{ guess }");
    await send({ ...reader, subject: "another" }, "{ guess }");
    const rows = await example.database.em.fork().execute<{ since: Date }[]>("select since from attempt");
    expect(rows.length).toBeGreaterThan(0);
    for (const { since } of rows)
      expect(clock.now().getTime() - new Date(since).getTime()).toBeLessThan(60_000);
  });

  it("masks an unknown error: neither its words nor its stack leave", async () => {
    const answer = await send(reader, "{ broken }");
    expect(answer.errors?.[0].extensions.code).toBe("INTERNAL");
    expect(JSON.stringify(answer)).not.toMatch(/A123456789|TypeError|stack/);
  });

  it.each(["timeout", "stop", "lost"])(
    "asks to try again what the database could not finish: %s",
    async (until) => {
      const answer = await send(reader, "query ($until: String!) { counted(until: $until) }", { until });
      expect(answer.errors?.map(({ message, extensions: { code } }) => [code, message])).toEqual([
        ["TRY_AGAIN", "We are busy just now. Please try again in a moment."],
      ]);
      expect((await send(reader, "{ books { edges { node { id } } } }")).errors).toBeUndefined();
    },
  );

  it("tells what is wrong with an operation, with a code", async () => {
    expect((await send(reader, "{ nothing }")).errors?.[0]).toMatchObject({
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect((await send(reader, "{ books(first:")).errors?.[0]).toMatchObject({
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});

describe("a permission table", () => {
  it("does not build while a field has no row, or a row no field", () => {
    const { "Query.guess": _, ...missing } = permissions;
    expect(() => exampleSchema(missing)).toThrow("Query.guess has no row");
    expect(() => exampleSchema({ ...permissions, "Query.gone": permissions["Query.books"] })).toThrow(
      "Query.gone stands for no field",
    );
  });
});
