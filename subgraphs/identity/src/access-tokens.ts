import type { JsonWebKeySet } from "@campus-graph/kit/auth/keys";
import { ownScope } from "@campus-graph/kit/auth/viewer";
import { SignJWT } from "jose";
import type { Account } from "./domain/account.js";
import { amrOf, secondFactorAcr } from "./domain/second-factor.js";
import { createSigner } from "./signing-keys.js";
import type { Standing } from "./use-cases/standing.js";

/** The name of the graph as an audience. */
export const graphAudience = "campus-graph";

/** The city's own apps in a browser: signed in by a cookie, they are given no token. */
export const appsClient = "campus-apps";

const lifeMs = 5 * 60_000;

/** What a gateway is given for a cookie. */
export interface TradedToken {
  token: string;
  expiresAt: Date;
}

/** Access tokens for cookies, the same in every claim as those that single sign-on gives for codes. */
export interface AccessTokens {
  /** `until`: the end of the session, which no token of its outlives. */
  mint(
    of: { account: Account; standing: Standing; sid: string; until: Date },
    now: Date,
  ): Promise<TradedToken>;
}

export async function createAccessTokens(jwks: JsonWebKeySet, publicUrl: string): Promise<AccessTokens> {
  const signer = await createSigner(jwks, "ssoJwks");
  return {
    async mint({ account, standing, sid, until }, now) {
      const { key, kid } = await signer();
      const expiresAt = new Date(Math.min(tokenEnd(account, now).getTime(), until.getTime()));
      const token = await new SignJWT({ sid, client_id: appsClient, scope: ownScope, ...claimsOf(standing) })
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", ...kid })
        .setIssuer(`${publicUrl}/sso`)
        .setAudience(graphAudience)
        .setSubject(account.id)
        // To the millisecond (RFC 7519 §2), so that the last token of a session ends with it.
        .setIssuedAt(now.getTime() / 1_000)
        .setExpirationTime(expiresAt.getTime() / 1_000)
        .sign(key);
      return { token, expiresAt };
    },
  };
}

/**
 * What the gateway reads of an account in a token: its roles, how sure we are of who holds it, and when they last gave a
 * second factor (RFC 9068 §2.2.1), or that none is asked of them.
 */
export function claimsOf({ roles, assurance, secondFactor, given }: Standing): Record<string, unknown> {
  if (given === null) return { roles, assurance, ...(secondFactor ? { second_factor: secondFactor } : {}) };
  return {
    roles,
    assurance,
    auth_time: Math.floor(given.givenAt.getTime() / 1_000),
    acr: secondFactorAcr,
    amr: amrOf(null, given.method),
  };
}

/** After five minutes; sooner where a role of the account begins or ends: what a token says must not outlive it. */
export function tokenEnd(account: Account, now: Date): Date {
  const end = now.getTime() + lifeMs;
  return new Date(Math.min(end, account.rolesChangeAfter(now)?.getTime() ?? end));
}
