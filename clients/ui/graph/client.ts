import { type Connection, connect } from "@campus-graph/clients/connect";
import { Client } from "@urql/core";
import type { Language } from "../words/catalogue";
import { createCache } from "./cache";
import { connectionExchange } from "./exchange";

/** One viewer's graph in one language: the cache for screens, and the connection beneath it for what nothing may keep. */
export interface Graph {
  client: Client;
  connection: Connection;
}

/** Asks the origin that served the page, as whom its cookie says: no token ever reaches this code. */
export function createGraph(language: Language, onSignedOut: () => void): Graph {
  const connection = connect({
    url: window.location.origin,
    language,
    onExchange: ({ answer }) => {
      if (answer.errors.some(({ extensions }) => extensions?.code === "UNAUTHENTICATED")) onSignedOut();
    },
  });
  const client = new Client({
    url: "/graphql",
    exchanges: [createCache(), connectionExchange(connection)],
    requestPolicy: "cache-and-network",
    preferGetMethod: false,
  });
  return { client, connection };
}
