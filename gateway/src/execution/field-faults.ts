import type { GraphQLFormattedError } from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";

/** What a subgraph gave in a field's place: nothing, a null that its type does not allow, something of another type. */
export type FieldFaultKind = "missing" | "null" | "type";

/** A place where what was fetched does not fit the client-facing schema. */
export interface FieldFault {
  kind: FieldFaultKind;
  path: readonly (string | number)[];
  /** The field as the schema calls it, and the type that it has there. */
  at: string;
}

/** What was wrong with an answer that came; `not-graphql`: JSON with neither data nor errors. */
export interface AnswerFault {
  /** Undefined where it is not known. */
  subgraph: string | undefined;
  kind: FieldFaultKind | "not-json" | "not-graphql";
  /** See {@link FieldFault}. Never what was answered. */
  at?: string;
}

export type OnFault = (fault: AnswerFault) => void;

type Explaining = Pick<GraphQLFormattedError, "path">;

/** Those faults that no error tells the reason of: something else went wrong there, and this came of it. */
export function unexplained(faults: readonly FieldFault[], errors: readonly Explaining[]): FieldFault[] {
  return faults.filter(({ kind, path }) => {
    // What is missing may have hung on another field of its object.
    const within = kind === "missing" ? path.slice(0, -1) : path;
    return !errors.some((error) => !error.path || begins(error.path, path) || begins(within, error.path));
  });
}

function begins(one: FieldFault["path"], other: FieldFault["path"]): boolean {
  return one.length <= other.length && one.every((step, index) => step === other[index]);
}

/** The field error that the specification wants for it (§6.4.4). */
export function errorOf({ path }: FieldFault, serviceName: string | undefined): GatewayRefusal {
  return new GatewayRefusal("SUBGRAPH_RESPONSE_INVALID", { path, ...(serviceName && { serviceName }) });
}
