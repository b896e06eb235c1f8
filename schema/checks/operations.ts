import { buildSchema, type DocumentNode, type GraphQLError, parse, Source, validate } from "graphql";

/** An operations file by its path. */
export interface OperationFile {
  file: string;
  text: string;
}

/** What is wrong with the clients' operations. The files are one document: they share fragments and a name space. */
export function invalidOperations(api: string, files: readonly OperationFile[]): string[] {
  if (files.length === 0) return ["clients/operations holds no operation"];
  const problems: string[] = [];
  const documents: DocumentNode[] = [];
  for (const { file, text } of files) {
    try {
      documents.push(parse(new Source(text, file)));
    } catch (error) {
      problems.push(sentence(error as GraphQLError));
    }
  }
  const whole = { kind: "Document", definitions: documents.flatMap(({ definitions }) => definitions) };
  return [...problems, ...validate(buildSchema(api), whole as DocumentNode).map(sentence)];
}

function sentence(error: GraphQLError): string {
  const place = error.nodes?.[0]?.loc ?? undefined;
  const source = place?.source ?? error.source;
  const line = error.locations?.[0]?.line;
  return `${source ? `${source.name}:${line ?? "?"}: ` : ""}${error.message}`;
}
