// The stock gateway as its documentation sets it up: Apollo Server before Apollo Gateway, a remote data source that
// signs in willSendRequest, the token verified in the context.

import { readFileSync } from "node:fs";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { createTrust } from "../dist/gateway/trust.js";

process.env.APOLLO_TELEMETRY_DISABLED = "true";
const trust = await createTrust(process.env);

class SignedDataSource extends RemoteGraphQLDataSource {
  constructor({ name, url }) {
    super({ url });
    this.subgraph = name;
    this.address = new URL(url);
  }

  willSendRequest({ request, context }) {
    // What the data source is about to send; it gives no later moment to sign at.
    const { http, ...body } = request;
    const headers = trust.sign(this.subgraph, this.address, JSON.stringify(body), context.viewer);
    for (const [name, value] of Object.entries(headers)) http.headers.set(name, value);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.env.SUPERGRAPH, "utf8"),
  buildService: (definition) => new SignedDataSource(definition),
});
const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
await startStandaloneServer(server, {
  listen: { host: "127.0.0.1", port: Number(process.env.PORT) },
  context: async ({ req }) => ({ viewer: await trust.viewerOf(req.headers.authorization) }),
});
process.send?.("ready");
