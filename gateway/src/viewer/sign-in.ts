import type { SubgraphClient } from "../subgraphs/client.js";
import { createApplicantTokensNotBefore } from "./applicant-tokens-not-before.js";
import { type Authenticate, createAuthenticate, everyoneAnonymous } from "./authenticate.js";
import { awaitKeySets, createKeySetFetch } from "./key-sets.js";
import type { Sessions } from "./sessions.js";
import { createTokenVerifier } from "./tokens.js";
import { createCookieHolders, createTradeCookie } from "./trade-cookie.js";

/** From a request's credentials to its viewer, by identity's keys. */
export interface SignIn extends Disposable {
  authenticate: Authenticate;
  /** Whether identity's keys could be had. */
  isReady(): boolean;
}

export function createSignIn(client: SubgraphClient, publicUrl: string, sessions: Sessions): SignIn {
  const fetchKeySet = createKeySetFetch(client, publicUrl);
  const tokensNotBefore = createApplicantTokensNotBefore(client);
  const verify = createTokenVerifier({ publicUrl, fetchKeySet, tokensNotBefore });
  const holders = createCookieHolders({ trade: createTradeCookie(client), verify });
  const keySets = awaitKeySets(fetchKeySet);
  return {
    authenticate: createAuthenticate(verify, sessions, holders),
    isReady: keySets.areKnown,
    [Symbol.dispose]: keySets.stop,
  };
}

/** Everybody is anonymous. */
export const withoutSignIn: SignIn = {
  authenticate: everyoneAnonymous,
  isReady: () => true,
  [Symbol.dispose]() {},
};
