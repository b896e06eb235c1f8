import { anonymous } from "@campus-graph/kit/auth/viewer";
import { createLog } from "@campus-graph/kit/ops/log";
import { GraphQLError, parse } from "graphql";
import { beforeEach, describe, expect, it } from "vitest";
import type { Executor } from "../execution/executor-types.js";
import { createOwnExecutor } from "../execution/own-executor.js";
import type { SubgraphClient } from "../subgraphs/client.js";
import { SmallGraph } from "./federation.js";
import { executors } from "./side-by-side.js";

const lists = {
  typeDefs: `
    type Query { books: [Book!]! authors: [Author!]! forgotten: [Author!]! }
    type Book @key(fields: "id") { id: ID! author: Author! }
    type Author @key(fields: "id") { id: ID! }`,
  resolvers: {
    Query: {
      books: () => [1, 2, 3].map((number) => ({ id: `b${number}`, author: { id: `a${number % 2}` } })),
      authors: () => [{ id: "a0" }, { id: "a1" }, { id: "a2" }],
      forgotten: () => [],
    },
  },
};
const names = {
  typeDefs: `
    type Query { unused: Int }
    type Book @key(fields: "id") { id: ID! title(upper: Boolean): String flaky: String }
    type Author @key(fields: "id") { id: ID! name(upper: Boolean): String flaky: String }`,
  resolvers: Object.fromEntries(
    ["Book", "Author"].map((type) => {
      const named = ({ id }: { id: string }, { upper }: { upper?: boolean }) =>
        upper ? `${type} ${id}`.toUpperCase() : `${type} ${id}`;
      const flaky = ({ id }: { id: string }) => {
        if (id.endsWith("1")) throw new GraphQLError("It is lost.", { extensions: { code: "LOST" } });
        return "there";
      };
      const resolvers = { __resolveReference: (of: object) => of, flaky };
      return [type, { ...resolvers, [type === "Book" ? "title" : "name"]: named }];
    }),
  ),
};

describe("what begins at one subgraph in the same moment", () => {
  let graph: SmallGraph;
  let executor: Executor;
  beforeEach(async () => {
    graph = new SmallGraph("together", { lists, names });
    executor = (await executors(graph)).own;
  });

  const run = (query: string, variables: Record<string, unknown> = {}, by = executor) =>
    by.execute({
      document: parse(query),
      source: query,
      operationName: undefined,
      variables,
      caller: { viewer: anonymous, traceId: "t", signal: new AbortController().signal },
    });
  const nameRequests = () =>
    graph.posted
      .filter(({ subgraph }) => subgraph === "names")
      .map(({ body }) => JSON.parse(body) as { query: string; variables: Record<string, unknown[]> });
  const whole = {
    books: [1, 2, 3].map((number) => ({
      title: `Book b${number}`,
      author: { name: `Author a${number % 2}` },
    })),
  };

  it("is asked in one request", async () => {
    expect(await run("{ books { title author { name } } }")).toEqual({ data: whole });
    expect(
      nameRequests().map(({ variables }) => Object.values(variables).map((each) => each.length)),
    ).toEqual([[3, 2]]);
  });

  it("is asked once where it is the same, about the entities of all places", async () => {
    const { data } = await run("{ books { author { name } } authors { name } }");
    expect(data).toEqual({
      books: whole.books.map(({ author }) => ({ author })),
      authors: [0, 1, 2].map((number) => ({ name: `Author a${number}` })),
    });
    const [entityRequest, ...others] = nameRequests();
    expect(others).toEqual([]);
    expect(entityRequest?.variables.representations).toHaveLength(3);
  });

  it("is asked without what there is nobody to ask about", async () => {
    const { data } = await run("{ books { title } forgotten { name } }");
    expect(data).toMatchObject({ books: [{}, {}, {}], forgotten: [] });
    expect(nameRequests().map(({ variables }) => Object.keys(variables))).toEqual([["representations"]]);
  });

  it("fails each at its own place", async () => {
    const { data, errors } = await run("{ books { title flaky author { flaky } } }");
    expect(data?.books).toMatchObject([
      { title: "Book b1", flaky: null, author: { flaky: null } },
      { title: "Book b2", flaky: "there", author: { flaky: "there" } },
      { title: "Book b3", flaky: "there", author: { flaky: null } },
    ]);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [["books", 0, "flaky"], "LOST"],
      [["books", 0, "author", "flaky"], "LOST"],
      [["books", 2, "author", "flaky"], "LOST"],
    ]);
    expect(nameRequests()).toHaveLength(1);
  });

  it("is missing at every place when the subgraph is gone", async () => {
    graph.dead.add("names");
    const { errors } = await run("{ books { title author { name } } }");
    const paths = [0, 1, 2].flatMap((at) => [
      ["books", at, "title"],
      ["books", at, "author", "name"],
    ]);
    expect(errors?.map(({ path }) => JSON.stringify(path)).sort()).toEqual(
      paths.map((path) => JSON.stringify(path)).sort(),
    );
    expect(nameRequests()).toHaveLength(1);
  });

  it("is asked apart by a subgraph that has no data for all of it", async () => {
    const picky: Pick<SubgraphClient, "postForText"> = {
      postForText: (request, caller) =>
        request.body.includes("representations1")
          ? graph.client
              .postForText(request, caller)
              .then(() => '{"data":null,"errors":[{"message":"Not so."}]}')
          : graph.client.postForText(request, caller),
    };
    const { own } = await executors(graph);
    const over = createOwnExecutor({
      client: picky as SubgraphClient,
      sdl: () => graph.sdl,
      stock: own,
      log: createLog("test", "silent"),
    });
    expect(await run("{ books { title author { name } } }", {}, over)).toEqual({ data: whole });
    expect(nameRequests()).toHaveLength(3);
  });

  it("is told the client's variables, whatever they are called", async () => {
    for (const [name, requests] of [
      ["upper", 1],
      ["representations0", 2],
    ] as const) {
      graph.posted.length = 0;
      const query = `query ($${name}: Boolean) { books { title(upper: $${name}) author { name(upper: $${name}) } } }`;
      const { data } = await run(query, { [name]: true });
      expect(data?.books).toMatchObject([{ title: "BOOK B1", author: { name: "AUTHOR A1" } }, {}, {}]);
      expect(nameRequests()).toHaveLength(requests);
    }
  });
});
