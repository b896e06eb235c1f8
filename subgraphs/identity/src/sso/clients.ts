import type { ClientMetadata } from "oidc-provider";
import { appsClient } from "../access-tokens.js";
import type { IdentityConfig } from "../config.js";
import { callbackPath } from "../session/paths.js";
import { homeClient, homePath } from "./home.js";

/** The graph as a resource server (RFC 8707). */
export const graphResource = "urn:campus-graph";

/**
 * The city's own programs, which may sign people in. Payment partners are rows: see `PartnerClients`.
 *
 * `parent-app`: code with PKCE, no secret. As a native app it may be sent back to any loopback port (RFC 8252 §7.3),
 * which is also how command-line tools sign in. `sign-in-page`, our own page at /sso, and `campus-apps`, the city's apps in
 * a browser, get neither code nor token: we look ourselves who has signed in.
 */
export function clientsOf(config: IdentityConfig): ClientMetadata[] {
  return [
    {
      client_id: "parent-app",
      client_name: "親師生平臺",
      application_type: "native",
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      redirect_uris: returnAddresses(config),
      post_logout_redirect_uris: returnAddresses(config),
    },
    {
      client_id: homeClient,
      client_name: "親師生平臺登入頁",
      application_type: "web",
      token_endpoint_auth_method: "none",
      grant_types: [],
      response_types: ["none"],
      redirect_uris: [`${config.publicUrl}${homePath}`],
    },
    {
      client_id: appsClient,
      client_name: "親師生平臺網頁",
      application_type: "web",
      token_endpoint_auth_method: "none",
      grant_types: [],
      response_types: ["none"],
      redirect_uris: [`${config.publicUrl}${callbackPath}`],
    },
  ];
}

/** Where on its own host an app waits for the answer. */
const paths = ["/signed-in", "/callback"];
const loopback = ["http://127.0.0.1", "http://localhost", "http://[::1]"];

function returnAddresses({ mode, publicUrl, appRedirectUris }: IdentityConfig): string[] {
  const front = new URL(publicUrl);
  const own = front.protocol === "https:" ? [front.origin] : [];
  // A developer's server has its app at the root, and GraphiQL signs in at its own address.
  const ofDevelopers =
    mode === "production"
      ? []
      : [...loopback.map((host) => `${host}/`), ...[...loopback, ...own].map((host) => `${host}/graphql`)];
  return [
    ...[...loopback, ...own].flatMap((host) => paths.map((path) => `${host}${path}`)),
    ...ofDevelopers,
    ...appRedirectUris,
  ];
}
