// Subscriptions as they are had with the stock planner: an upstream socket for each subscriber, and for each event the
// rest of the plan, run by the stock executor.
import { createServer } from "node:http";
import { composeServices } from "@apollo/composition";
import { operationFromDocument, Supergraph } from "@apollo/federation-internals";
import { buildOperationContext, executeQueryPlan, RemoteGraphQLDataSource } from "@apollo/gateway";
import { QueryPlanner } from "@apollo/query-planner";
import { parse } from "graphql";
import { createClient } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { WebSocket, WebSocketServer } from "ws";
import { createTrust } from "../dist/gateway/trust.js";
import { billSchema, feedSchema } from "./notice-schemas.mjs";

const trust = await createTrust(process.env);
const upstream = process.env.UPSTREAM_URL;
const { supergraphSdl, errors } = composeServices(
  [
    ["feed", feedSchema],
    ["payments", billSchema],
  ].map(([name, sdl]) => ({ name, url: upstream, typeDefs: parse(sdl) })),
);
if (errors) throw new Error(String(errors));
const supergraph = Supergraph.build(supergraphSdl);
const api = supergraph.apiSchema();
const schema = api.toGraphQLJSSchema();
const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
const planner = new QueryPlanner(supergraph);

class SignedDataSource extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    const { http, ...body } = request;
    const headers = trust.sign("payments", new URL(upstream), JSON.stringify(body), context.viewer);
    for (const [name, value] of Object.entries(headers)) http.headers.set(name, value);
  }
}
const payments = new SignedDataSource({ url: upstream });
/** The event stands for a fetch that has been made; under a name of its own, since the rest may ask the same subgraph. */
const eventName = "the event itself";

async function* subscribe({ document, operationName, contextValue }) {
  const { node } = planner.buildQueryPlan(operationFromDocument(api, document, { operationName }));
  const { primary, rest } = node;
  const plan = {
    kind: "QueryPlan",
    node: { kind: "Sequence", nodes: [{ ...primary, serviceName: eventName }, rest] },
  };
  const operationContext = buildOperationContext({ schema, operationDocument: document, operationName });
  const requestContext = { request: { variables: {} }, context: contextValue, metrics: {} };
  const client = createClient({
    url: upstream.replace("http", "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  for await (const event of client.iterate({ query: primary.operation }))
    yield await executeQueryPlan(
      plan,
      { payments, [eventName]: { process: async () => event } },
      requestContext,
      operationContext,
      supergraphSchema,
      api,
    );
}

const server = createServer();
useServer(
  {
    schema,
    subscribe,
    context: async ({ connectionParams }) => ({
      viewer: await trust.viewerOf(connectionParams.authorization),
    }),
  },
  new WebSocketServer({ server, path: "/graphql" }),
);
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
