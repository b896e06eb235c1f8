import { Unreachable } from "@campus-graph/clients/failure";
import type { TokenSource } from "@campus-graph/clients/tokens";
import * as oauth from "oauth4webapi";
import { graphUrl } from "./graph-url.js";

const issuer = new URL(`${graphUrl}/sso`);
const client: oauth.Client = { client_id: "parent-app" };
/** Must be registered; in the demo every port of localhost and 127.0.0.1 is. */
const redirectUri = `${location.origin}/`;
/** Only a graph on the developer's own machine is reached by plain http. */
const options = { [oauth.allowInsecureRequests]: issuer.protocol === "http:" };

interface Held {
  accessToken: string;
  refreshToken: string | undefined;
  idToken: string | undefined;
  /** Milliseconds since 1970. */
  endsAt: number;
}

/** Leaves for the sign-in page; the browser comes back to `redirectUri`. */
export async function signIn(): Promise<void> {
  const server = await discover();
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  sessionStorage.setItem("sign-in", JSON.stringify({ verifier, state }));
  const address = new URL(server.authorization_endpoint!);
  address.search = new URLSearchParams({
    client_id: client.client_id,
    response_type: "code",
    scope: "openid",
    redirect_uri: redirectUri,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  location.assign(address);
}

/** Trades the code in the page's address for tokens, if there is one. Call it first on every page load. */
export async function finishSignIn(): Promise<void> {
  const begun = sessionStorage.getItem("sign-in");
  const address = new URL(location.href);
  if (!begun || !address.searchParams.has("state")) return;
  sessionStorage.removeItem("sign-in");
  history.replaceState(null, "", redirectUri);
  const { verifier, state } = JSON.parse(begun) as { verifier: string; state: string };
  const server = await discover();
  const parameters = oauth.validateAuthResponse(server, client, address, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri,
    verifier,
    options,
  );
  hold(await oauth.processAuthorizationCodeResponse(server, client, response));
}

/** The signed-in person's tokens. Undefined when nobody is signed in, or the session has ended: then sign in anew. */
export const tokens: TokenSource = {
  async current() {
    const held = read();
    return held && held.endsAt - 30_000 > Date.now() ? held.accessToken : renew(held);
  },
  renew: () => renew(read()),
};

/** Ends the session, here and on the server; the person is asked whether they mean it. */
export async function signOut(): Promise<void> {
  const address = new URL((await discover()).end_session_endpoint!);
  address.search = new URLSearchParams({
    client_id: client.client_id,
    id_token_hint: read()?.idToken ?? "",
    post_logout_redirect_uri: redirectUri,
  }).toString();
  localStorage.removeItem("tokens");
  location.assign(address);
}

/** A refresh token is good once, and a second use ends the session: so one tab renews, the others take what it got. */
function renew(refused: Held | undefined): Promise<string | undefined> {
  return navigator.locks.request("renew tokens", async () => {
    const held = read();
    if (!held?.refreshToken) return undefined;
    if (held.accessToken !== refused?.accessToken) return held.accessToken;
    const server = await discover();
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      held.refreshToken,
      options,
    );
    try {
      return hold(await oauth.processRefreshTokenResponse(server, client, response)).accessToken;
    } catch (error) {
      if (!(error instanceof oauth.ResponseBodyError) || error.error !== "invalid_grant") throw error;
      localStorage.removeItem("tokens");
      return undefined;
    }
  });
}

async function discover(): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(issuer, options).catch((cause: unknown) => {
    throw new Unreachable(`${graphUrl} cannot be reached.`, false, { cause });
  });
  return oauth.processDiscoveryResponse(issuer, response);
}

function hold(answer: oauth.TokenEndpointResponse): Held {
  const held = {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    idToken: answer.id_token ?? read()?.idToken,
    endsAt: Date.now() + (answer.expires_in ?? 0) * 1000,
  };
  localStorage.setItem("tokens", JSON.stringify(held));
  return held;
}

function read(): Held | undefined {
  const kept = localStorage.getItem("tokens");
  return kept ? (JSON.parse(kept) as Held) : undefined;
}
