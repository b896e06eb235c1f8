import { hash } from "node:crypto";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { createRemoteJWKSet, customFetch, decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import { GatewayRefusal } from "../errors/refusal.js";
import type { ApplicantTokensNotBefore } from "./applicant-tokens-not-before.js";
import { readApplicant, readSignedIn } from "./claims.js";

/** Whose a token is, when it was issued, and when it expires. */
export interface TokenHolder {
  viewer: Omit<Viewer, "address" | "language">;
  issuedAt: Date;
  expiresAt: Date;
}

/** Throws UNAUTHENTICATED for a token that is forged, expired, unknown or meant for another. */
export type TokenVerifier = (token: string) => Promise<TokenHolder>;

/** Where identity shows its public keys. */
export const keySetPaths = { signIn: "/sso/jwks", applicants: "/sso/applicant-jwks" } as const;

/** Fetches one of identity's key sets, by its path. */
export type KeySetFetch = (path: string) => Promise<Response>;

interface Options {
  publicUrl: string;
  fetchKeySet: KeySetFetch;
  tokensNotBefore: ApplicantTokensNotBefore;
  /** Verified tokens that are remembered at most. */
  remembered?: number;
}

/** The graph knows two issuers: sign-in, for people and partners with an account, and identity itself, for applicants. */
export function createTokenVerifier({
  publicUrl,
  fetchKeySet,
  tokensNotBefore,
  remembered = 20_000,
}: Options): TokenVerifier {
  const keySet = (path: string) =>
    createRemoteJWKSet(new URL(`http://identity${path}`), {
      [customFetch]: () => fetchKeySet(path),
      cooldownDuration: 10_000,
    });
  const issuers: Readonly<Record<string, Issuer>> = {
    [`${publicUrl}/sso`]: {
      keys: keySet(keySetPaths.signIn),
      audience: "campus-graph",
      typ: "at+jwt",
      read: readSignedIn,
    },
    [publicUrl]: {
      keys: keySet(keySetPaths.applicants),
      audience: "campus-applicant",
      read: readApplicant,
      tokensNotBefore,
    },
  };

  // Verifying a signature costs more than the rest of a small query, so it is done once per token.
  const known = new LRUCache<string, { holder: TokenHolder; until: number }>({ max: remembered });

  return async (token) => {
    const digest = hash("sha256", token, "base64");
    const before = known.get(digest);
    if (before && before.until > Date.now()) return before.holder;
    known.delete(digest);
    const holder = await verify(token, issuers);
    const until = Math.min(holder.expiresAt.getTime(), Date.now() + believedMs);
    known.set(digest, { holder, until });
    return holder;
  };
}

/** As long as access tokens live, and shorter than ends are remembered: what was revoked before is found here, what is revoked later comes over the bus. */
const believedMs = 5 * 60_000;

interface Issuer {
  keys: ReturnType<typeof createRemoteJWKSet>;
  audience: string;
  typ?: string;
  read: (claims: JWTPayload) => TokenHolder["viewer"] | null;
  /** Called for tokens that live longer than a gateway remembers revocations. */
  tokensNotBefore?: ApplicantTokensNotBefore;
}

async function verify(token: string, issuers: Readonly<Record<string, Issuer>>): Promise<TokenHolder> {
  try {
    const claimed = decodeJwt(token).iss ?? "";
    const issuer = Object.hasOwn(issuers, claimed) ? issuers[claimed] : undefined;
    if (!issuer) throw new GatewayRefusal("UNAUTHENTICATED");
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: claimed,
      audience: issuer.audience,
      algorithms: ["ES256"],
      requiredClaims: ["sub", "iat", "exp"],
      ...(issuer.typ ? { typ: issuer.typ } : {}),
    });
    const viewer = issuer.read(payload);
    if (!viewer) throw new GatewayRefusal("UNAUTHENTICATED");
    const [issuedAt, expiresAt] = [payload.iat, payload.exp].map(
      (seconds) => new Date(Math.round((seconds ?? 0) * 1_000)),
    );
    const notBefore = await issuer.tokensNotBefore?.(viewer.subject ?? "");
    if (notBefore && issuedAt! <= notBefore) throw new GatewayRefusal("UNAUTHENTICATED");
    return { viewer, issuedAt: issuedAt!, expiresAt: expiresAt! };
  } catch (error) {
    if (error instanceof GatewayRefusal) throw error;
    throw new GatewayRefusal(isAboutTheToken(error) ? "UNAUTHENTICATED" : "SUBGRAPH_UNAVAILABLE", {
      ...(isAboutTheToken(error) ? {} : { serviceName: "identity" }),
    });
  }
}

/** Anything else means that the keys could not be had, which says nothing about the token. */
function isAboutTheToken(error: unknown): boolean {
  const aboutKeys = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  // jose throws the bare class when the key set answers with another status than 200.
  const bare = error instanceof errors.JOSEError && error.constructor === errors.JOSEError;
  return error instanceof errors.JOSEError && !aboutKeys && !bare;
}
