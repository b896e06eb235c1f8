import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { fetchWithToken } from "@campus-graph/clients/fetch-with-token";
import { createSocket } from "@campus-graph/clients/socket";
import type { TokenSource } from "@campus-graph/clients/tokens";

export function createApolloClient(graphUrl: string, tokens: TokenSource): ApolloClient {
  return new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === "subscription",
      new GraphQLWsLink(createSocket([graphUrl], tokens)),
      new HttpLink({ uri: `${graphUrl}/graphql`, fetch: fetchWithToken(tokens) }),
    ),
  });
}
