import type { GraphQLFormattedError } from "graphql";
import { type Data, isData } from "./data.js";

/** What a subgraph says to a fetch. */
export interface SubgraphAnswer {
  data?: Data | null;
  errors?: GraphQLFormattedError[];
}

/**
 * What came, read as an answer; null when it is none. Without data and without an error it is none, though it be JSON: so
 * a subgraph's HTTP server says that something failed before GraphQL was run.
 */
export function readAnswer(body: unknown): SubgraphAnswer | null {
  if (!isData(body)) return null;
  const { data, errors } = body;
  const isWhole = isData(data);
  if (!Array.isArray(errors) || errors.length === 0) return isWhole ? { data } : null;
  return { data: isWhole ? data : null, errors: readErrors(errors) };
}

/** Errors by the specification's members alone; what of one is not of its kind is left out, and the error stays. */
export function readErrors(errors: readonly unknown[]): GraphQLFormattedError[] {
  return errors.map((error) => {
    if (!isData(error)) return { message: "" };
    const { message, path, extensions } = error;
    return {
      message: typeof message === "string" ? message : "",
      ...(isPath(path) && { path }),
      ...(isData(extensions) && { extensions: ownMembers(extensions) }),
    };
  });
}

function isPath(path: unknown): path is (string | number)[] {
  return (
    Array.isArray(path) &&
    path.every((step) => typeof step === "string" || (Number.isSafeInteger(step) && step >= 0))
  );
}

function ownMembers(extensions: Data): Data {
  if (!Object.hasOwn(extensions, "__proto__")) return extensions;
  return Object.fromEntries(Object.entries(extensions).filter(([key]) => key !== "__proto__"));
}
