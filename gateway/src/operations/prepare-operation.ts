import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import { notThatOperation } from "../errors/operation-resolution.js";
import { GatewayRefusal } from "../errors/refusal.js";
import type { Authenticate, Authenticated } from "../viewer/authenticate.js";
import { noCredentials } from "../viewer/credentials.js";
import type { Sessions } from "../viewer/sessions.js";
import { badRequest } from "./bad-request.js";
import type { Cost } from "./cost.js";
import { preventCsrf } from "./csrf.js";
import type { OperationCall, OperationContext } from "./operation-context.js";
import { type IsPublic, publicMaxAgeSeconds } from "./public-operations.js";
import { createRefuseGetWithText } from "./refuse-get-with-text.js";
import { createStringValidator } from "./validate-strings.js";

interface Options {
  costOf: Cost;
  /** See {@link Limits}. */
  maxCost: number;
  isPublic: IsPublic;
  authenticate: Authenticate;
  sessions: Sessions;
  /** Whether there are no users that pages of other sites could ask as: open mode's. */
  skipCsrf: boolean;
}

/** Lists and objects within each other, in the variables: JSON can be read far deeper than it can be written again. */
const deepestVariables = 100;

/**
 * From a document, which Apollo Server has parsed and validated, to an operation that may run. In this order: how deep its
 * variables are, its cost, its strings, whether its transport can carry it, CSRF (with what a GET may not ask), sign-in.
 * Apollo Server asks all plugins at once, so what has an order stands in this one.
 */
export function prepareOperations(options: Options): ApolloServerPlugin<OperationContext> {
  const { costOf, maxCost, isPublic, skipCsrf } = options;
  const refuseGetWithText = createRefuseGetWithText();
  const validateStrings = createStringValidator();
  // Whose graph it is, and what it can keep, nobody knows in open mode.
  const validatesStrings = !skipCsrf;
  const listener: GraphQLRequestListener<OperationContext> = {
    async didResolveOperation({
      contextValue: { call },
      request,
      document,
      operation,
      schema,
      source,
      overallCachePolicy,
    }) {
      const { operationName, variables = {}, http } = request;
      if (nestsBeyond(deepestVariables, variables)) throw badRequest("variablesTooDeep");
      // Sizes of lists may stand in variables, so the cost belongs to the request.
      if (costOf(document, { operationName, variables }) > maxCost)
        throw new GatewayRefusal("QUERY_TOO_COSTLY");
      if (!operation) throw notThatOperation(document, operationName);
      if (validatesStrings) validateStrings(document, schema, { operationName, variables });
      if (call.transport === "http" && operation.operation === OperationTypeNode.SUBSCRIPTION)
        throw new GatewayRefusal("SUBSCRIPTION_NEEDS_STREAM");
      call.isPublic = http?.method === "GET" && isPublic(document, operation, schema);
      if (call.isPublic) overallCachePolicy.restrict({ maxAge: publicMaxAgeSeconds, scope: "PUBLIC" });
      else if (http && !skipCsrf) {
        preventCsrf(http);
        refuseGetWithText(http.method, document, schema);
      }
      const authenticated = await signIn(call, options);
      call.viewer = authenticated.viewer;
      call.authenticated = authenticated;
      call.kind = operation.operation;
      if (call.transport === "http") return;
      const { disconnected, headers } = call;
      const { operation: kind } = operation;
      call.prepared = {
        kind,
        schema,
        document,
        source,
        operationName,
        variables,
        authenticated,
        disconnected,
        headers,
      };
    },
    async responseForOperation({ operation }) {
      if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return null;
      // The caller of `executeOperation` opens it, once this has ended.
      return {
        http: { status: undefined, headers: new HeaderMap() },
        body: { kind: "single", singleResult: {} },
      };
    },
  };
  return { requestDidStart: async () => listener };
}

async function signIn(
  { credentials, isPublic }: OperationCall,
  { authenticate, sessions }: Options,
): Promise<Authenticated> {
  if ("authenticated" in credentials) {
    sessions.check(credentials.authenticated);
    return credentials.authenticated;
  }
  return authenticate(isPublic ? noCredentials : credentials.credentials, credentials.addressAndLanguage);
}

function nestsBeyond(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) if (nestsBeyond(levels - 1, (value as Record<string, unknown>)[key])) return true;
  return false;
}
