import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "../../../../../test/harness/postgres.js";
import { ofRequests } from "../../../../../test/harness/statements.js";
import { anonymous, signRequest, type Viewer } from "../../auth/viewer.js";
import { grantVisibility } from "../../auth/visibility.js";
import { createExampleSubgraph, keys, letters } from "../../test/example-subgraph/example-subgraph.js";

const named = (subject: string): Viewer => ({
  ...anonymous,
  subject,
  assurance: "signed-in",
  language: "en",
});
const many = Array.from({ length: 200 }, (_, index) => named(`reader-${index}`));

interface Read {
  viewer: Viewer;
  variables?: object;
}

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what came back is looked into field by field
  data?: any;
  errors?: { extensions: { code: string; traceId: string } }[];
}

describe("reads of many viewers in one request", () => {
  const statements: string[] = [];
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let example: Awaited<ReturnType<typeof createExampleSubgraph>>;

  beforeAll(async () => {
    database = await createDatabase();
    example = await createExampleSubgraph(database.urls, {
      onStatement: ofRequests((sql) => statements.push(sql)),
    });
    for (const id of ["a", "b"])
      await example.database.em.fork().execute("insert into book values (?, ?, null)", [id, `Book ${id}`]);
    const occurredAt = new Date();
    await example.database.em.fork().transactional((em) =>
      letters.append(
        em,
        many.map(({ subject }) => ({
          subject: subject!,
          kind: `for ${subject}`,
          occurredAt,
          reference: {},
          dedupe: "1",
        })),
      ),
    );
  });
  afterAll(async () => {
    await example.stop();
    await database[Symbol.asyncDispose]();
  });

  const path = "/internal/joint-reads";
  const bodyOf = (query: string, reads: readonly Read[]) =>
    JSON.stringify({
      query,
      reads: reads.map(({ viewer, variables = {} }, index) => ({
        viewer,
        variables,
        traceId: `trace-${index}`,
      })),
    });
  const sign = (body: string) => {
    const request = { audience: "binding", method: "POST", path, body };
    return signRequest(keys.ring("viewer"), { ...request, viewer: anonymous, traceId: "trace" });
  };
  const post = (body: string, headers = sign(body)) =>
    fetch(`${example.url}${path}`, { method: "POST", headers, body });
  const readAll = async (query: string, reads: readonly Read[]): Promise<Answer[]> => {
    const response = await post(bodyOf(query, reads));
    expect(response.status).toBe(200);
    return (await response.text()).split("\n").map((line) => JSON.parse(line));
  };

  const page =
    "query ($after: String, $first: Int) { letters(after: $after, first: $first) { edges { cursor node { kind } } pageInfo { endCursor } } }";
  const kindsOf = ({ data }: Answer) =>
    data.letters.edges.map(({ node }: { node: { kind: string } }) => node.kind);

  it("give each viewer their own feed, from their own cursor, by one statement", async () => {
    statements.length = 0;
    const first = await readAll(
      page,
      many.map((viewer) => ({ viewer })),
    );
    expect(first.map(kindsOf)).toEqual(many.map(({ subject }) => [`for ${subject}`]));
    expect(statements.filter((sql) => sql.includes("feed_notice"))).toHaveLength(1);
    const again = await readAll(
      page,
      many.map((viewer, index) => {
        const { endCursor } = first[index]!.data.letters.pageInfo;
        return { viewer, variables: { after: index % 2 === 0 ? endCursor : null } };
      }),
    );
    expect(again.map((answer) => kindsOf(answer).length)).toEqual(many.map((_, index) => index % 2));
  });

  it("let nobody go on from another's cursor, and spoil nobody else's read by it", async () => {
    const [mei, hua, lan] = many as [Viewer, Viewer, Viewer];
    const [one] = await readAll(page, [{ viewer: mei }]);
    const after = one!.data.letters.edges[0].cursor;
    const answers = await readAll(page, [
      { viewer: mei, variables: { after } },
      { viewer: hua, variables: { after } },
      { viewer: lan, variables: { first: 0 } },
      { viewer: anonymous },
      { viewer: lan },
    ]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions)).toMatchObject([
      undefined,
      { code: "INVALID_CURSOR", traceId: "trace-1" },
      { code: "BAD_INPUT", traceId: "trace-2" },
      { code: "UNAUTHENTICATED", traceId: "trace-3" },
      undefined,
    ] as object[]);
    expect(kindsOf(answers[4]!)).toEqual([`for ${lan.subject}`]);
  });

  it("show an entity to those alone who may see it", async () => {
    const [mei, hua, lan] = many as [Viewer, Viewer, Viewer];
    const em = example.database.em.fork();
    await grantVisibility(em, { viewer: mei.subject!, object: "book:a", reason: "lent" });
    await grantVisibility(em, { viewer: lan.subject!, object: "book:b", reason: "lent" });
    const of = ["a", "b"].map((id) => ({ __typename: "Book", id }));
    const query = "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Book { title note } } }";
    const answers = await readAll(
      query,
      [mei, hua, lan].map((viewer) => ({ viewer, variables: { of } })),
    );
    expect(answers.map(({ data }) => data._entities)).toEqual([
      [{ title: "Book a", note: null }, null],
      [null, null],
      [null, { title: "Book b", note: null }],
    ]);
  });

  it("are not believed when anything in the body is not what was signed", async () => {
    const body = bodyOf(page, [{ viewer: many[0]! }, { viewer: many[1]! }]);
    const forged = body.replace("reader-1", "reader-2");
    expect((await post(forged, sign(body))).status).toBe(401);
    expect((await post(body, {})).status).toBe(401);
    expect((await post(body)).status).toBe(200);
  });

  it("are reads, and no more than 200", async () => {
    const add = bodyOf('mutation { addBook(id: "x", key: "x") }', [{ viewer: many[0]! }]);
    expect((await post(add)).status).toBe(400);
    const tooMany = bodyOf(
      page,
      [...many, named("one more")].map((viewer) => ({ viewer })),
    );
    expect((await post(tooMany)).status).toBe(400);
  });
});
