import {
  GraphQLEnumType,
  GraphQLFloat,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from "graphql";
import { describe, expect, it } from "vitest";
import { anonymous } from "../../auth/viewer.js";
import type { Context } from "../../context.js";
import { createExecutor } from "../executor.js";
import { CalendarDate } from "../scalars.js";

const size = new GraphQLEnumType({ name: "Size", values: { LARGE: {} } });
const field = (type: typeof GraphQLInt | typeof size, value: unknown) => ({ type, resolve: () => value });
const executor = createExecutor(
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: "Query",
      fields: {
        beyond: field(GraphQLInt, 3_000_000_000),
        noNumber: field(GraphQLFloat as never, "many 2026"),
        noSize: field(size, "HUGE"),
        noText: field(GraphQLString as never, { name: "陳大名" }),
        fine: field(GraphQLInt, 7),
        echo: {
          type: GraphQLString,
          args: {
            count: { type: GraphQLInt },
            day: { type: CalendarDate },
            wanted: { type: new GraphQLNonNull(size) },
          },
          resolve: () => "echo",
        },
      },
    }),
  }),
  {},
);

async function run(query: string, variables?: Record<string, unknown>) {
  const logged: object[] = [];
  const log = { error: (record: object) => logged.push(record) } as unknown as Context["log"];
  const context = { viewer: anonymous, traceId: "t", log } as Context;
  const { data, errors = [] } = (await executor.run({ query, variables }, context)) as {
    data?: Record<string, unknown>;
    errors?: { path?: unknown; extensions: { code: string }; message: string }[];
  };
  return { data, errors, logged };
}

describe("a value that its type cannot write", () => {
  it.each(["beyond", "noNumber", "noSize", "noText"])("is our fault, and in the log: %s", async (name) => {
    const { data, errors, logged } = await run(`{ ${name} fine }`);
    expect(data).toEqual({ [name]: null, fine: 7 });
    expect(errors).toMatchObject([{ path: [name], extensions: { code: "INTERNAL" } }]);
    expect(errors[0]!.message).not.toMatch(/3000000000|2026|HUGE|大名/);
    expect(logged).toMatchObject([{ traceId: "t", path: [name] }]);
  });
});

describe("a value that its argument does not take", () => {
  it.each([
    ["query ($n: Int) { echo(count: $n, wanted: LARGE) }", { n: "many" }],
    ["query ($d: Date) { echo(day: $d, wanted: LARGE) }", { d: "2026-02-31" }],
    ["query ($s: Size!) { echo(wanted: $s) }", { s: "HUGE" }],
    ["query ($s: Size!) { echo(wanted: $s) }", {}],
    ["query ($s: Size! = LARGE) { echo(wanted: $s) }", { s: null }],
    ['{ echo(count: "many", wanted: LARGE) }', {}],
  ])("is its sender's: %s with %j", async (query, variables) => {
    const { errors, logged } = await run(query, variables);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([
      expect.stringMatching(/^BAD_(USER_)?INPUT$/),
    ]);
    expect(logged).toEqual([]);
  });
});
