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

export interface TokenOptions {
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
export function accessToken(options: TokenOptions = {}): Promise<string> {
  const key = options.forged ? forger.privateKey : signIn.privateKey;
  const claims = {
    sid: options.sid ?? "session-1",
    roles: options.roles ?? [{ role: "GUARDIAN" }],
    assurance: "signed-in",
    scope: "campus",
  };
  return minted(
    claims,
    { audience: "campus-graph", issuer: `${publicUrl}/sso`, typ: "at+jwt", ...options },
    "sign-in",
    key,
  );
}

/** An applicant's token as identity mints them. */
export function applicantToken(options: TokenOptions = {}): Promise<string> {
  const claims = { verified_email: "applicant@campus.example" };
  const set = { audience: "campus-applicant", issuer: publicUrl, typ: "JWT", ...options };
  return minted(claims, set, "applicants", applicants.privateKey);
}

function minted(
  claims: Record<string, unknown>,
  options: TokenOptions & { audience: string; issuer: string; typ: string },
  kid: string,
  key: CryptoKey,
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ ...claims, ...options.claims })
    .setProtectedHeader({ alg: "ES256", kid, typ: options.typ })
    .setSubject(options.subject ?? "guardian-1")
    .setIssuer(options.issuer)
    .setAudience(options.audience)
    .setIssuedAt(now - (options.issuedSecondsAgo ?? 0))
    .setExpirationTime(now + (options.lifeSeconds ?? 300))
    .sign(key);
}
