import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

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

/** How long anybody may keep such an answer. */
export const publicMaxAgeSeconds = 300;

export type IsPublic = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
) => boolean;

/**
 * Whether an operation asks for nothing but public fields. It is then run as nobody, so that its answer cannot depend
 * on the viewer, and a plain GET is allowed, since there is nothing to steal.
 */
export function createIsPublic(): IsPublic {
  const known = new WeakMap<DocumentNode, { schema: GraphQLSchema; isPublic: boolean }>();
  return (document, operation, schema) => {
    if (operation.operation !== OperationTypeNode.QUERY) return false;
    const before = known.get(document);
    if (before?.schema === schema) return before.isPublic;
    const isPublic = selectsOnlyPublicFields(document, schema);
    known.set(document, { schema, isPublic });
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
