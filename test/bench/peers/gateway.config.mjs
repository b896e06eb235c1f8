// Hive Gateway with its Rust planner. The token is verified where a request's context is built, and each fetch signed in
// the fetch hook, by the same code as the other peers.
import { defineConfig } from "@graphql-hive/gateway";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import { createTrust } from "../dist/gateway/trust.js";

const trust = await createTrust(process.env);
const subgraphs = new Map(Object.entries(JSON.parse(process.env.SUBGRAPH_NAMES)));

const trusted = {
  async onContextBuilding({ context, extendContext }) {
    extendContext({
      viewer: await trust.viewerOf(context.request.headers.get("authorization") ?? undefined),
    });
  },
  onFetch({ url, options, setOptions, context }) {
    const subgraph = subgraphs.get(url);
    if (!subgraph || !context?.viewer) return;
    const headers = trust.sign(subgraph, new URL(url), options.body, context.viewer);
    setOptions({ ...options, headers: { ...options.headers, ...headers } });
  },
};

export const gatewayConfig = defineConfig({
  supergraph: process.env.SUPERGRAPH,
  unifiedGraphHandler,
  host: "127.0.0.1",
  port: Number(process.env.PORT),
  logging: "error",
  landingPage: false,
  graphiql: false,
  plugins: () => [trusted],
});
