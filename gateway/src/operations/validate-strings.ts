import type { Words } from "@campus-graph/kit/refusals/refusal";
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isListType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";

/**
 * Refuses (BAD_INPUT, with the field's name) a string that no part of the graph can keep: a NUL, which PostgreSQL has no
 * place for; half a surrogate pair, which is no character; or more text than anybody means to send.
 */
export type ValidateStrings = (
  document: DocumentNode,
  schema: GraphQLSchema,
  request: { operationName?: string | undefined; variables: Readonly<Record<string, unknown>> },
) => void;

/** Characters of an id, and of a key by which a request is known again: they stand in indexes. */
const longestId = 255;
const longestText = 10_000;
/**
 * Files by the name of their field: a sheet of a whole school is 256 KB. What is damaged in one is for its reader to say,
 * who knows what to save it as; it is kept nowhere as it came.
 */
const longestOf: ReadonlyMap<string, number> = new Map([["content", 262_144]]);

export function createStringValidator(): ValidateStrings {
  // What is written in a document is looked at once.
  const known = new WeakMap<DocumentNode, Written>();
  return (document, schema, { operationName, variables }) => {
    let written = known.get(document);
    if (written?.schema !== schema) {
      const uses = usesIn(document);
      written = { schema, uses, problem: problemIn(document, schema, uses) };
      known.set(document, written);
    }
    if (written.problem) throw written.problem;
    for (const { variable, type } of getOperationAST(document, operationName)?.variableDefinitions ?? []) {
      const { value: name } = variable.name;
      if (!Object.hasOwn(variables, name)) continue;
      const problem = problemOf(
        variables[name],
        typeFromAST(schema, type) as GraphQLInputType | undefined,
        written.uses.get(name) ?? name,
      );
      if (problem) throw problem;
    }
  };
}

/** What a document says, whatever its variables hold. */
interface Written {
  schema: GraphQLSchema;
  uses: Uses;
  problem: GatewayRefusal | null;
}

/**
 * By variable, the field that it is used as. Its name is the client's to choose, and says nothing; where it is used as
 * several, anywhere in the document, the one with the strictest rule counts.
 */
type Uses = ReadonlyMap<string, string>;

function usesIn(document: DocumentNode): Uses {
  const uses = new Map<string, string>();
  const { fields, named } = fieldsOnTheWay();
  visit(document, {
    [Kind.ARGUMENT]: named,
    [Kind.OBJECT_FIELD]: named,
    [Kind.VARIABLE]: ({ name: { value: variable } }) => {
      const field = fields.at(-1);
      // Outside of arguments stands its definition.
      if (field === undefined) return;
      const other = uses.get(variable);
      if (other === undefined || longestIn(field) < longestIn(other)) uses.set(variable, field);
    },
  });
  return uses;
}

function fieldsOnTheWay() {
  const fields: string[] = [];
  const named = {
    enter: ({ name }: { name: { value: string } }) => void fields.push(name.value),
    leave: () => void fields.pop(),
  };
  return { fields, named };
}

function problemIn(document: DocumentNode, schema: GraphQLSchema, uses: Uses): GatewayRefusal | null {
  const types = new TypeInfo(schema);
  const { fields, named } = fieldsOnTheWay();
  let problem: GatewayRefusal | null = null;
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.ARGUMENT]: named,
      [Kind.OBJECT_FIELD]: named,
      [Kind.VARIABLE_DEFINITION]: {
        enter: ({ variable: { name } }) => void fields.push(uses.get(name.value) ?? name.value),
        leave: () => void fields.pop(),
      },
      [Kind.STRING]: ({ value }) => {
        problem ??= problemOf(value, types.getInputType(), fields.at(-1) ?? "");
      },
    }),
  );
  return problem;
}

function problemOf(
  value: unknown,
  type: GraphQLInputType | null | undefined,
  field: string,
): GatewayRefusal | null {
  if (typeof value === "string") return problemOfText(value, type, field);
  if (typeof value !== "object" || value === null) return null;
  const nullable = type && getNullableType(type);
  if (Array.isArray(value)) {
    const element = isListType(nullable) ? nullable.ofType : type;
    return first(value, (each) => problemOf(each, element, field));
  }
  const fields = isInputObjectType(nullable) ? nullable.getFields() : {};
  return first(Object.entries(value), ([key, each]) =>
    problemOf(each, Object.hasOwn(fields, key) ? fields[key]?.type : null, key),
  );
}

function first<T>(all: readonly T[], problemOf: (each: T) => GatewayRefusal | null): GatewayRefusal | null {
  for (const each of all) {
    const problem = problemOf(each);
    if (problem) return problem;
  }
  return null;
}

function problemOfText(
  text: string,
  type: GraphQLInputType | null | undefined,
  field: string,
): GatewayRefusal | null {
  const isFile = longestOf.has(field);
  if (!isFile && (text.includes("\0") || !text.isWellFormed())) return wrong(field, unkeepable);
  const isId = type && getNamedType(type).name === "ID";
  const longest = isId ? longestId : longestIn(field);
  return text.length > longest ? wrong(field, atMost(longest)) : null;
}

function longestIn(field: string): number {
  return /[kK]ey$/.test(field) ? longestId : (longestOf.get(field) ?? longestText);
}

function wrong(field: string, rule: Words): GatewayRefusal {
  const words = {
    "zh-TW": `「${field}」填寫有誤：${rule["zh-TW"]}`,
    en: `“${field}” is not right. ${rule.en}`,
  };
  return new GatewayRefusal("BAD_INPUT", { field, words });
}

const unkeepable: Words = {
  "zh-TW": "內容含有無法儲存的字元（NUL 或不完整的字元），請刪除後再送出。",
  en: "It holds a character that cannot be kept (NUL, or half of one). Take it out.",
};

function atMost(characters: number): Words {
  return {
    "zh-TW": `內容過長，請勿超過 ${characters} 個字元。`,
    en: `It is too long. Write at most ${characters} characters.`,
  };
}
