import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
} from "graphql";
import { type Bilingual, type ExampleCity, readExampleCity } from "./example-city.js";
import { exampleVariables } from "./example-variables.js";

/** An operation that the IDE offers. */
export interface Example {
  /** `<role>/<name>`. */
  id: string;
  role: string;
  name: string;
  /** In Chinese; the name where there is none. */
  title: string;
  /** The file's first comment. */
  description: string;
  kind: `${OperationTypeNode}`;
  query: string;
  /** JSON with every variable, to be filled in. */
  variables: string;
  /** The login of who runs it in the demo city. */
  as?: string | undefined;
  after?: string | undefined;
  needs?: Bilingual | undefined;
}

/** In the order of the story: a guardian applies, a teacher decides, a cashier bills, a wallet pays. */
const roles = ["anyone", "guardian", "registrar", "teacher", "cashier", "wallet"];

/** Reads the operations of `clients/operations`, one folder for each role. A missing folder offers nothing. */
export async function readExamples(folder: string, schema: GraphQLSchema): Promise<Example[]> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const city = await readExampleCity(folder);
  const read = files
    .filter((file) => file.endsWith(".graphql"))
    .map(async (file) => exampleOf(file, await readFile(join(folder, file), "utf8"), schema, city));
  const examples = (await Promise.all(read)).filter((example) => example !== null);
  return examples.sort(
    (one, other) => placeOf(one) - placeOf(other) || one.id.localeCompare(other.id, "en", { numeric: true }),
  );
}

function exampleOf(file: string, query: string, schema: GraphQLSchema, city: ExampleCity): Example | null {
  const operation = parse(query).definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation?.name) return null;
  const [role = ""] = file.split(/[/\\]/);
  const name = operation.name.value;
  const description = /^#\s*(.*)$/m.exec(query)?.[1] ?? "";
  const { title = name, as = city.roles[role]?.as, after, needs, variables } = city.operations[name] ?? {};
  return {
    id: `${role}/${name}`,
    role,
    name,
    title,
    description,
    kind: operation.operation,
    query,
    variables: exampleVariables(operation, schema, variables),
    as: as && city.people[as]?.login,
    after,
    needs,
  };
}

/** Roles in the order of the story; within one, numbered steps first. */
function placeOf({ role, description }: Example): number {
  const place = roles.indexOf(role);
  const step = Number(/^Step (\d+)/.exec(description)?.[1] ?? 99);
  return (place === -1 ? roles.length : place) * 100 + step;
}
