import type { Keys } from "@campus-graph/kit/auth/keys";
import type { ViewerRole } from "@campus-graph/kit/auth/viewer";
import { importJWK, type JWK, SignJWT } from "jose";

/** What tokens need to know of a city. */
export interface TokenCity {
  url: string;
  keysOf(service: string): Keys;
}

/** Whom a token speaks for. */
export interface TokenHolder {
  subject: string;
  clientId: string;
  roles: readonly ViewerRole[];
}

/** Access tokens like those of sign-in, by the city's own key; good for longer, as a benchmark outlives five minutes. */
export async function tokenMint(city: TokenCity): Promise<(holder: TokenHolder) => Promise<string>> {
  const jwk = city.keysOf("identity").jwks("ssoJwks").keys[0] as JWK;
  const key = await importJWK(jwk, "ES256");
  return ({ subject, clientId, roles }) =>
    new SignJWT({
      sid: `bench-${subject}`,
      client_id: clientId,
      roles,
      assurance: "signed-in",
      scope: scopeOf(clientId),
    })
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: jwk.kid! })
      .setIssuer(`${city.url}/sso`)
      .setAudience("campus-graph")
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime("2h")
      .sign(key);
}

/** The city's own programs may do all that their person may; the partner what it is registered for. */
const scopeOf = (clientId: string) => (clientId === "wallet" ? "bills:read payments:notify" : "campus");
