import { exportJWK, generateKeyPair, SignJWT } from "jose";

const issued = await Promise.all([
  generateKeyPair("ES256"),
  generateKeyPair("ES256"),
  generateKeyPair("ES256"),
]);
const [signIn, applicants, forger] = issued;

/** What `/sso/jwks` and `/sso/applicant-jwks` answer. */
export const keySets: Readonly<Record<string, object>> = {
  "/sso/jwks": { keys: [{ ...(await exportJWK(signIn.publicKey)), kid: "sign-in", alg: "ES256" }] },
  "/sso/applicant-jwks": {
    keys: [{ ...(await exportJWK(applicants.publicKey)), kid: "applicants", alg: "ES256" }],
  },
};

export const publicUrl = "http://campus.test";

export interface TokenWishes {
  subject?: string;
  sid?: string;
  audience?: string;
  issuer?: string;
  lifeSeconds?: number;
  roles?: object[];
  typ?: string;
  forged?: boolean;
  /** What else it claims. */
  claims?: Record<string, unknown>;
  issuedSecondsAgo?: number;
}

/** An access token as identity's sign-in mints them, or with something wrong about it. */
export function accessToken(wishes: TokenWishes = {}): Promise<string> {
  const key = wishes.forged ? forger.privateKey : signIn.privateKey;
  const claims = {
    sid: wishes.sid ?? "session-1",
    roles: wishes.roles ?? [{ role: "GUARDIAN" }],
    assurance: "signed-in",
    scope: "campus",
  };
  return minted(
    claims,
    { audience: "campus-graph", issuer: `${publicUrl}/sso`, typ: "at+jwt", ...wishes },
    "sign-in",
    key,
  );
}

/** An applicant's token as identity mints them. */
export function applicantToken(wishes: TokenWishes = {}): Promise<string> {
  const claims = { verified_email: "applicant@campus.example" };
  const set = { audience: "campus-applicant", issuer: publicUrl, typ: "JWT", ...wishes };
  return minted(claims, set, "applicants", applicants.privateKey);
}

function minted(
  claims: Record<string, unknown>,
  wishes: TokenWishes & { audience: string; issuer: string; typ: string },
  kid: string,
  key: CryptoKey,
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ ...claims, ...wishes.claims })
    .setProtectedHeader({ alg: "ES256", kid, typ: wishes.typ })
    .setSubject(wishes.subject ?? "guardian-1")
    .setIssuer(wishes.issuer)
    .setAudience(wishes.audience)
    .setIssuedAt(now - (wishes.issuedSecondsAgo ?? 0))
    .setExpirationTime(now + (wishes.lifeSeconds ?? 300))
    .sign(key);
}
