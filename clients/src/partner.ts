import canonicalize from "canonicalize";
import { CompactSign, importJWK, type JWK, SignJWT } from "jose";
import { GraphFailure } from "./failure.js";
import type { NotifyPaymentInput } from "./generated/operations.js";
import { findIssuer } from "./issuer.js";
import { requestTokens } from "./session.js";
import type { TokenSource } from "./tokens.js";

/** A payment partner and the private key by which it is known. */
export interface Partner {
  /** The graph's address, e.g. `http://localhost:4000`. */
  url: string;
  /** The name under which the partner is registered. */
  clientId: string;
  /** ES256; its `kid` says which of the registered public keys verifies it. */
  privateKey: JWK;
}

const renewBeforeEndMs = 30_000;

/** Tokens for a program, by client credentials: the partner's key vouches for it (private_key_jwt, RFC 7523). */
export function partnerTokens(partner: Partner, now: () => Date = () => new Date()): TokenSource {
  let held: { token: string; endsAt: number } | undefined;
  async function renew(): Promise<string> {
    held = await requestToken(partner, now());
    return held.token;
  }
  return {
    current: async () =>
      held && held.endsAt - renewBeforeEndMs > now().getTime() ? held.token : await renew(),
    renew,
  };
}

/**
 * The `proof` of `notifyPayment`: a detached JWS over the RFC 8785 form of the input, so that what was signed does not
 * depend on how the request was written. A fresh one for each sending.
 */
export async function proofOfPayment(
  { privateKey }: Pick<Partner, "privateKey">,
  input: NotifyPaymentInput,
  now = new Date(),
): Promise<string> {
  const canonical = canonicalize({ ...input, paidAt: new Date(input.paidAt).toISOString() });
  const jws = await new CompactSign(new TextEncoder().encode(canonical))
    .setProtectedHeader({
      alg: "ES256",
      kid: privateKey.kid ?? "",
      operation: "notifyPayment",
      aud: "campus-graph",
      iat: Math.floor(now.getTime() / 1000),
      nonce: crypto.randomUUID(),
    })
    .sign(await importJWK(privateKey, "ES256"));
  const [header, , signature] = jws.split(".");
  return `${header}..${signature}`;
}

/** What a payment notice got wrong: the same one comes to nothing, however often it is sent. */
const refusalsOfNotices = new Set([
  "AMOUNT_DIFFERS",
  "BAD_INPUT",
  "BILL_NOT_FOUND",
  "CHANNEL_NOT_ENABLED",
  "TRANSACTION_CONFLICT",
]);

/**
 * Whether `notifyPayment` failed for what the notice says. Whatever else went wrong, a lost answer or a suspended partner, a
 * clock or a key to be mended: the money is taken, so the same notice is kept, and sent again with a fresh proof.
 */
export function refusesNotice(error: unknown): error is GraphFailure {
  return error instanceof GraphFailure && refusalsOfNotices.has(error.code);
}

/** How long a refusal such as TOO_MANY_ATTEMPTS asks to wait before the same is sent again; 0 where nothing says it. */
export function waitBeforeAgainMs(error: unknown): number {
  const seconds = error instanceof GraphFailure && error.errors[0]?.extensions?.retryAfterSeconds;
  return typeof seconds === "number" ? seconds * 1000 : 0;
}

/** How a partner shows at the token endpoint who it is (private_key_jwt, RFC 7523). Good once, for a minute. */
export async function assertionOf(
  { clientId, privateKey }: Partner,
  audience: string,
  now = new Date(),
): Promise<Record<string, string>> {
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: "ES256", kid: privateKey.kid ?? "" })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(crypto.randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(Math.floor(now.getTime() / 1000) + 60)
    .sign(await importJWK(privateKey, "ES256"));
  return {
    client_id: clientId,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  };
}

async function requestToken(partner: Partner, now: Date) {
  const issuer = await findIssuer(partner.url);
  const answer = await requestTokens(issuer, {
    grant_type: "client_credentials",
    ...(await assertionOf(partner, issuer.name, now)),
  });
  return { token: answer.access_token, endsAt: now.getTime() + answer.expires_in * 1000 };
}
