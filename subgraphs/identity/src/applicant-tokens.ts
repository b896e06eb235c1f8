import type { JsonWebKeySet } from "@campus-graph/kit/auth/keys";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { SignJWT } from "jose";
import { appsClient } from "./access-tokens.js";
import { createSigner, publicKeysOf } from "./signing-keys.js";

const lifeMs = 30 * 24 * 60 * 60_000;
/** Behind a cookie a token is traded anew, so it lives no longer than an account's. */
const tradedLifeMs = 5 * 60_000;

/** What an applicant holds before there is an account: it reads their own applications and notices, and nothing else. */
export interface ApplicantToken {
  token: string;
  subjectId: string;
  expiresAt: Date;
}

export interface ApplicantClaims {
  subjectId: string;
  /** Null where a mobile number is what was verified. */
  verifiedEmail: EmailAddress | null;
  /** The token is good for this application alone. */
  applicationId: string | null;
  /** The cookie's session that the token was traded for, and its end; absent where it was handed to its holder. */
  session?: { sid: string; until: Date };
}

export interface ApplicantTokens {
  mint(claims: ApplicantClaims, now: Date): Promise<ApplicantToken>;
  /** The keys by which the gateway believes the tokens: public parts only. */
  readonly publicKeys: { keys: object[] };
}

/** Tokens that identity signs itself, apart from single sign-on: other issuer, other audience, other key. */
export async function createApplicantTokens(
  jwks: JsonWebKeySet,
  publicUrl: string,
): Promise<ApplicantTokens> {
  const signer = await createSigner(jwks, "applicantJwks");
  return {
    async mint({ subjectId, verifiedEmail, applicationId, session }, now) {
      const { key, kid } = await signer();
      const longest = session ? Math.min(tradedLifeMs, session.until.getTime() - now.getTime()) : lifeMs;
      const expiresAt = new Date(now.getTime() + longest);
      const token = await new SignJWT({
        ...(verifiedEmail ? { verified_email: verifiedEmail } : {}),
        ...(applicationId ? { application_id: applicationId } : {}),
        ...(session ? { sid: session.sid, client_id: appsClient } : {}),
      })
        .setProtectedHeader({ alg: "ES256", ...kid })
        .setIssuer(publicUrl)
        .setAudience("campus-applicant")
        .setSubject(subjectId)
        // To the millisecond (RFC 7519 §2): what is revoked in the same second is told apart.
        .setIssuedAt(now.getTime() / 1_000)
        .setExpirationTime(expiresAt.getTime() / 1_000)
        .sign(key);
      return { token, subjectId, expiresAt };
    },
    get publicKeys() {
      return publicKeysOf(jwks);
    },
  };
}
