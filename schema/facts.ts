import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Kind, parse } from "graphql";

/** A subgraph as it was printed. */
interface PrintedSubgraph {
  name: string;
  sdl: string;
}

interface PrintedSchemas {
  subgraphs: readonly PrintedSubgraph[];
  supergraph: string;
  /** What clients see. */
  api: string;
  /** The clients' operations. */
  manifest: string;
}

type Module = Readonly<Record<string, unknown>>;
type Sentences = Readonly<Record<string, { "zh-TW": string; en: string; status?: number }>>;
type PermissionTable = Readonly<Record<string, { says: string }>>;
type ClientFacts = (
  supergraph: string,
  api: string,
  operations: readonly object[],
) => { refusals: Sentences; kitRefusals: Sentences };

/**
 * What clients have to reckon with beside the schema, as the code says it: the words of every refusal, who may have which
 * field, what operations cost, and the limits. Printed beside the schemas, so that who tells of it reads no code.
 */
export async function printFacts(
  root: string,
  { subgraphs, supergraph, api, manifest }: PrintedSchemas,
): Promise<string> {
  const built = (path: string): Promise<Module> => import(pathToFileURL(join(root, path)).href);
  const modules = await Promise.all(
    subgraphs.map(async ({ name, sdl }) => ({
      name,
      sdl,
      words: await built(`subgraphs/${name}/dist/src/refusals.js`),
      permissions: (await built(`subgraphs/${name}/dist/src/access/permissions.js`))
        .permissions as PermissionTable,
    })),
  );
  const { clientFacts } = (await built("gateway/dist/src/client-facts.js")) as { clientFacts: ClientFacts };
  const { refusals, kitRefusals, ...gateway } = clientFacts(supergraph, api, askedOperations(root, manifest));
  const tables: [by: string, Sentences][] = [
    ["gateway", refusals],
    ["every subgraph", kitRefusals],
    ...modules.map(({ name, words }) => [name, words.refusals as Sentences] as [string, Sentences]),
  ];
  const facts = {
    refusals: tables
      .flatMap(([by, table]) => Object.entries(table).map(([code, words]) => ({ code, by, ...words })))
      .sort((one, other) => compare(`${one.code} ${one.by}`, `${other.code} ${other.by}`)),
    sheetProblems: modules
      .flatMap(({ words }) => Object.entries((words.sheetProblems ?? {}) as Sentences))
      .map(([code, words]) => ({ code, ...words }))
      .sort((one, other) => compare(one.code, other.code)),
    permissions: Object.fromEntries(
      modules.flatMap(permissionsOf).sort(([one], [other]) => compare(one, other)),
    ),
    ...gateway,
  };
  return `${JSON.stringify(facts, null, 2)}\n`;
}

/** The operations of `clients/operations`, with the variables of their examples, in which the page sizes stand. */
function askedOperations(root: string, manifest: string): object[] {
  const text = readFileSync(join(root, "clients/operations/examples.json"), "utf8");
  const examples = JSON.parse(text).operations as Record<string, { variables?: object }>;
  const listed = JSON.parse(manifest).operations as { name: string; text: string }[];
  return listed.map(({ name, text }) => ({ name, text, variables: examples[name]?.variables ?? {} }));
}

/** Rules that add nothing to seeing the object are left out. */
const unsaid = new Set(["with its object", "anyone"]);

/** `Type.field` → the rule, for each field that the subgraph answers itself. */
function permissionsOf({
  sdl,
  permissions,
}: {
  sdl: string;
  permissions: PermissionTable;
}): [string, string][] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION)
      return [];
    const type = definition.name.value;
    return (definition.fields ?? [])
      .filter(({ directives }) => !directives?.some(({ name }) => name.value === "external"))
      .map(({ name }) => `${type}.${name.value}`)
      .flatMap((field): [string, string][] => {
        const says = (permissions[field] ?? permissions[`${type}.*`])?.says;
        return says === undefined || unsaid.has(says) ? [] : [[field, says]];
      });
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
