import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import type { Log } from "@campus-graph/kit/ops/log";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { isGatewayCode, statusOf } from "../errors/codes.js";
import { presentErrors } from "../errors/present-error.js";
import { GatewayRefusal } from "../errors/refusal.js";
import type { OperationContext } from "./operation-context.js";

/**
 * Errors as they leave, in the caller's language and with the trace id, and the status that fits them. Apollo Server's
 * own hook for this, `formatError`, knows neither.
 */
export function presentsErrors(log: Log): ApolloServerPlugin<OperationContext> {
  const listener: GraphQLRequestListener<OperationContext> = {
    async willSendResponse({ contextValue: { call }, response, errors = [] }) {
      call.response = response;
      const { body, http } = response;
      if (body.kind !== "single") return;
      const { singleResult } = body;
      if (errors.length > 0) {
        for (const error of errors) logUnexpected(error, call.reader.traceId, log);
        singleResult.errors = presentErrors(refusalsOf(errors), call.reader);
      }
      if (call.mediaType !== null) http.headers.set("content-type", call.mediaType);
      http.status =
        singleResult.data === undefined && errors.length > 0
          ? statusTo(call.accept, statusOfRefused(errors), singleResult.errors ?? [])
          : undefined;
      if (http.status === 405) http.headers.set("allow", "POST");
    },
  };
  return { requestDidStart: async () => listener };
}

/** Validation ends at its first error and adds that it did so, which nobody needs to know. */
function refusalsOf(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const refusals = errors.map(refusalOf);
  const [first] = refusals;
  const endedValidation = errors[0]?.extensions.code === "GRAPHQL_VALIDATION_FAILED";
  return endedValidation && first ? [first] : refusals;
}

/** Apollo Server puts codes of its own over what a validation rule refused, and gives none to some mistakes. */
function refusalOf(error: GraphQLError): GraphQLError {
  if (error.originalError instanceof GatewayRefusal) return error.originalError;
  const { code, http } = error.extensions as { code?: unknown; http?: { status?: number } };
  if (code === "GRAPHQL_PARSE_FAILED" && /more tha[nt] \d+ tokens/.test(error.message))
    return new GatewayRefusal("TOO_MANY_TOKENS");
  if (error instanceof GatewayRefusal) return error;
  if (code === "BAD_REQUEST" || code === undefined)
    if (http?.status === 405) return new GatewayRefusal("METHOD_NOT_ALLOWED");
    else if (http?.status === 400) return new GatewayRefusal("BAD_REQUEST");
  return error;
}

/** What a plugin throws that is no GraphQL error is a fault of its own. */
function logUnexpected({ originalError }: GraphQLError, traceId: string, log: Log): void {
  if (originalError && !(originalError instanceof GraphQLError))
    log.error({ err: originalError, traceId }, "an operation failed");
}

/** What a client can mend is a 400, unless its refusal has a status of its own. */
function statusOfRefused(errors: readonly GraphQLError[]): number {
  const { code, http } = refusalOf(errors[0]!).extensions as { code?: unknown; http?: { status?: number } };
  if (typeof http?.status === "number") return http.status;
  if (code === undefined) return statusOf("INTERNAL");
  return isGatewayCode(code) ? statusOf(code) : 400;
}

/** What is wrong with the operation of a well-formed request. */
const aboutTheOperation: readonly unknown[] = [
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
];

/**
 * Who accepts `application/json` by name must be able to tell an answer of ours from one of anything between us, so the
 * HTTP specification of GraphQL wants 200 for every well-formed request there. All others get the status that fits.
 */
export function statusTo(
  accept: string | undefined,
  status: number,
  errors: readonly GraphQLFormattedError[],
): number {
  if (status !== 400 || errors.length === 0) return status;
  const isPlain =
    accept?.includes("application/json") && !accept.includes("application/graphql-response+json");
  const isClientError = errors.every(({ extensions }) => aboutTheOperation.includes(extensions?.code));
  return isPlain && isClientError ? 200 : status;
}
