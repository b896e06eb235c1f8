import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest, type Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { type DemoPerson, demoPeople, pendingGuardian } from "@campus-graph/schema/demo-city";
import {
  buildASTSchema,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permissions as binding } from "../../subgraphs/binding/src/access/permissions.js";
import { permissions as identity } from "../../subgraphs/identity/src/access/permissions.js";
import { permissions as payments } from "../../subgraphs/payments/src/access/permissions.js";
import { permissions as roster } from "../../subgraphs/roster/src/access/permissions.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { Page } from "../harness/page.js";

type Name = "identity" | "roster" | "binding" | "payments";
const tables = { identity, roster, binding, payments } as const;

const support: Viewer = {
  ...anonymous,
  subject: newId(),
  session: "a session",
  assurance: "second-factor",
  secondFactor: "waived",
  roles: [{ role: "SUPPORT" }],
};
/** Somebody who is signed in, and nothing else: no child, no class, no school. */
const nobodyInParticular: Viewer = { ...support, subject: newId(), roles: [{ role: "GUARDIAN" }] };

/** The entities of which it gets more: what is shown of a case is looked at word by word below. */
const seen: Readonly<Record<Name, readonly string[]>> = {
  identity: [],
  roster: [],
  binding: ["SupportCase"],
  payments: [],
};

/**
 * The roots that let SUPPORT in, beside those that are open to all. Each is about the caller's own account, applications,
 * bills and notices, or decides by the object, which the second test asks for every object that there is.
 */
const open: Readonly<Record<Name, readonly string[]>> = {
  identity: ["Query.supportCase"],
  roster: [],
  binding: [],
  payments: [],
};

describe("SUPPORT sees states, never persons", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph({ demoCity: true });
  });
  afterAll(() => graph?.[Symbol.asyncDispose]());

  /** Asks a subgraph directly, past the gateway, as it would sign for this viewer. */
  async function request(name: Name, viewer: Viewer, query: string, variables: object) {
    const body = JSON.stringify({ query, variables });
    const parts = { audience: name, method: "POST", path: "/graphql", body, viewer, traceId: newId() };
    const keys = readKeys(join(graph.keysFolder, `${name}.json`));
    const response = await fetch(`${graph.subgraphs[name].url}/graphql`, {
      method: "POST",
      body,
      headers: signRequest(keys.ring("viewer"), parts),
    });
    const { data, errors } = (await response.json()) as {
      data: unknown;
      errors?: { path?: unknown; extensions: { code: string } }[];
    };
    return { data, refusals: errors?.map(({ path, extensions }) => ({ path, code: extensions.code })) };
  }

  it.each(Object.keys(tables) as Name[])(
    "is let in by no row of %s that a guardian of nobody is not",
    async (name) => {
      const rows = Object.entries(tables[name]).filter(([row]) =>
        /^(Query|Mutation|Subscription)\./.test(row),
      );
      expect(rows.length).toBeGreaterThan(5);
      const letIn = async (viewer: Viewer) => {
        const found: string[] = [];
        for (const [row, rule] of rows) {
          const context = graph.subgraphs[name].running.contextFor(viewer);
          // Rules about an object are asked about one that is not there.
          const args = { schoolCode: "403601", input: { schoolCode: "403601" } };
          const verdict = await Promise.resolve(
            rule.allows({ viewer, args, source: { id: newId() }, context: context as never }),
          ).catch(() => "absent");
          if (verdict === true || verdict === "stale") found.push(row);
        }
        return found;
      };
      const further = new Set(await letIn(support));
      for (const row of await letIn(nobodyInParticular)) further.delete(row);
      expect([...further]).toEqual(open[name]);
    },
  );

  it.each(Object.keys(tables) as Name[])(
    "gets of every object of %s what a guardian of nobody gets, and no more",
    async (name) => {
      expect(await differencesBetween(name, support, nobodyInParticular)).toEqual(seen[name]);
    },
  );

  it("is told of every person's case what it is in, and neither who they are nor of whom it speaks", async () => {
    const page = new Page(graph);
    await page.signIn(demoPeople.support.email);
    const query = readFileSync(
      new URL("../../clients/operations/support/SupportCase.graphql", import.meta.url),
      "utf8",
    );
    const cases: object[] = [];
    for (const { subjectId } of [...Object.values(demoPeople), pendingGuardian]) {
      const { supportCase } = await page.execute<{ supportCase: object | null }>(query, { id: subjectId });
      if (supportCase) cases.push(supportCase);
    }
    expect(cases).toHaveLength(Object.values(demoPeople).length);
    const told = JSON.stringify(cases);
    expect(told).toMatch(/"status":"BOUND"/);
    for (const person of [...Object.values<DemoPerson>(demoPeople), pendingGuardian])
      for (const word of [person.name, person.nationalId, person.email, person.mobile])
        expect(told).not.toContain(word);
    // No word of a person's, a school's or a child's: nothing but ids, times, numbers and names of states.
    expect(told).not.toMatch(/[\u4e00-\u9fff]|@/);
    const texts = [...told.matchAll(/:"([^"]*)"/g)].map(([, text]) => text ?? "");
    for (const text of texts)
      expect(text).toMatch(/^([A-Z_]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/);
  });

  // Else the test above would hold also where it asked for nothing that anybody can see.
  it.each(Object.keys(tables) as Name[])("gets less of %s than a school's own staff", async (name) => {
    const schoolCode = "403601";
    const roles = [{ role: "REGISTRAR", schoolCode } as const, { role: "CASHIER", schoolCode } as const];
    expect(await differencesBetween(name, { ...support, roles }, nobodyInParticular)).not.toEqual([]);
  });

  /** The types of which the one viewer gets something else than the other, over every object that there is. */
  async function differencesBetween(name: Name, one: Viewer, other: Viewer): Promise<string[]> {
    const sdl = readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), "utf8");
    const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
    const types = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLObjectType =>
        isObjectType(type) &&
        (type.astNode?.directives ?? []).some((directive) => directive.name.value === "key"),
    );
    const ids = await idsOf(name);
    const found = new Set<string>();
    for (const type of types) {
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type.name} { ${selectionOf(type, 2)} } } }`;
      for (let at = 0; at < ids.length; at += 50) {
        const of = ids.slice(at, at + 50).map((id) => ({ __typename: type.name, id, code: id, version: 1 }));
        const answers = await Promise.all([one, other].map((viewer) => request(name, viewer, query, { of })));
        if (!isDeepStrictEqual(answers[0], answers[1])) found.add(type.name);
      }
    }
    return [...found];
  }

  /** Every id that stands in the subgraph's own tables, so that whatever an entity's key is, it is among them. */
  async function idsOf(name: Name): Promise<string[]> {
    const { em } = graph.subgraphs[name].running.database;
    const columns = await em.fork().execute<{ name: string }[]>(
      `select table_name as name from information_schema.columns
       where table_schema = ? and column_name = 'id' and data_type = 'uuid'`,
      [name],
    );
    const found = new Set<string>();
    for (const table of columns)
      for (const { id } of await em
        .fork()
        .execute<{ id: string }[]>(`select id from "${table.name}" limit 60`))
        found.add(id);
    return [...found];
  }
});

function selectionOf(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).filter(
    ({ args, astNode }) =>
      !args.some(isRequiredArgument) && !astNode?.directives?.some(({ name }) => name.value === "external"),
  );
  const written = fields.flatMap(({ name, type }) => {
    const inner: GraphQLOutputType = getNamedType(type);
    if (isLeafType(inner)) return [name];
    return depth > 0 && isObjectType(inner) ? [`${name} { ${selectionOf(inner, depth - 1)} }`] : [];
  });
  return ["__typename", ...written].join(" ");
}
