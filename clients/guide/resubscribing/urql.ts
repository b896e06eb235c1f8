import { fetchWithToken } from "@campus-graph/clients/fetch-with-token";
import { createSocket } from "@campus-graph/clients/socket";
import type { TokenSource } from "@campus-graph/clients/tokens";
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from "@urql/core";

export function createUrqlClient(graphUrl: string, tokens: TokenSource): Client {
  const socket = createSocket([graphUrl], tokens);
  return new Client({
    url: `${graphUrl}/graphql`,
    fetch: fetchWithToken(tokens),
    // By GET the graph answers only requests that a form of another site could not have sent.
    preferGetMethod: false,
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = "", variables }) => ({
          subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
        }),
      }),
    ],
  });
}
