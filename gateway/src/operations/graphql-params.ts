import { badRequest } from "./bad-request.js";

/** What a client asks to run, whichever way it came (GraphQL over HTTP §5, graphql-transport-ws `subscribe`). */
export interface GraphQLParams {
  /** Left out by who names the operation by its hash alone. */
  query?: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

/**
 * Reads a posted body or a socket's payload. Throws BAD_REQUEST for what is of the wrong shape; null and left out are
 * the same. An empty text beside a hash is none: graphql-transport-ws has no other way to leave it out.
 */
export function readGraphQLParams(body: unknown): GraphQLParams {
  if (!isObject(body)) throw badRequest(Array.isArray(body) ? "list" : "notAnObject");
  const query = textOrNothing(body.query, "query");
  const operationName = textOrNothing(body.operationName, "operationName");
  const variables = objectOrNothing(body.variables, "variables");
  const extensions = objectOrNothing(body.extensions, "extensions");
  const isPersisted = extensions !== undefined && namesHash(extensions);
  return {
    ...(query !== undefined && !(isPersisted && query === "") && { query }),
    ...(operationName !== undefined && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}

/** Whether the text is named by its hash: `extensions.persistedQuery` of the automatic persisted queries protocol. */
function namesHash({ persistedQuery }: Record<string, unknown>): boolean {
  if (persistedQuery === undefined) return false;
  if (!isObject(persistedQuery)) throw badRequest("persistedQuery");
  const { version, sha256Hash } = persistedQuery;
  if (version !== 1 || typeof sha256Hash !== "string") throw badRequest("persistedQuery");
  return true;
}

function textOrNothing(value: unknown, member: "query" | "operationName"): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw badRequest(member);
  return value;
}

function objectOrNothing(
  value: unknown,
  member: "variables" | "extensions",
): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw badRequest(member);
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
