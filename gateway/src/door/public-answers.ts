import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { Admitted } from "../limits/admit.js";

/** The fields whose answer is the same whoever asks. A field that is not here is its viewer's own. */
const publicFields = new Set([
  "Query.schools",
  "Query.school",
  "School.code",
  "School.level",
  "School.name",
  "Query.consentNotice",
  "ConsentNotice.version",
  "ConsentNotice.title",
  "ConsentNotice.summary",
  "ConsentNotice.body",
]);

/** Anybody may keep such an answer for five minutes, and ask by its tag whether it still holds. */
export const publicAnswer = "public, max-age=300";

/**
 * Whether an operation asks for nothing but public fields. It is then run as nobody, so that its answer cannot depend
 * on who asked, and a plain GET will do, since there is nothing to steal.
 */
export function createIsPublic(schema: () => GraphQLSchema): (admitted: Admitted) => boolean {
  const known = new WeakMap<DocumentNode, { schema: GraphQLSchema; isPublic: boolean }>();
  return ({ document, operationName }) => {
    if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) return false;
    const current = schema();
    const before = known.get(document);
    if (before?.schema === current) return before.isPublic;
    const isPublic = selectsOnlyPublicFields(document, current);
    known.set(document, { schema: current, isPublic });
    return isPublic;
  };
}

/** Every operation and fragment of the document counts, which is simpler than following the one that runs. */
function selectsOnlyPublicFields(document: DocumentNode, schema: GraphQLSchema): boolean {
  const types = new TypeInfo(schema);
  const selected = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        if (name.value !== "__typename") selected.add(`${types.getParentType()?.name}.${name.value}`);
      },
    }),
  );
  return selected.size > 0 && [...selected].every((field) => publicFields.has(field));
}

export function tagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}

/** Whether the client holds that very answer already. A proxy that compresses weakens the tags that pass it. */
export function holds({ headers }: IncomingMessage, tag: string): boolean {
  const held = headers["if-none-match"] ?? "";
  return held.split(",").some((each) => each.trim().replace(/^W\//, "") === tag);
}
