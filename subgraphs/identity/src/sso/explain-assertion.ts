import { decodeJwt, decodeProtectedHeader, type JWTPayload } from "jose";
import type { KoaContextWithOIDC } from "oidc-provider";

/**
 * `invalid_client` is one answer for an unknown client, a wrong key and a bad signature, so that nobody learns which client
 * ids there are. What an assertion gets wrong by itself is said beside it: it is the same whoever sends it, and so tells nothing of us.
 */
export function explainAssertionsTo(issuer: string, now = () => Date.now()) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    const answer = ctx.body as { error?: string; error_description?: string } | undefined;
    if (ctx.oidc?.route !== "token" || answer?.error !== "invalid_client") return;
    const { client_assertion: assertion, client_id: clientId } = (ctx.oidc?.body ?? {}) as Record<
      string,
      unknown
    >;
    const faults = assertionFaults({ assertion, clientId, issuer, now: now() });
    if (faults.length > 0)
      ctx.body = { ...answer, error_description: `${answer.error_description}: ${faults.join("; ")}` };
  };
}

interface GivenAssertion {
  assertion: unknown;
  clientId: unknown;
  issuer: string;
  now: number;
}

/** What is wrong with the form of an assertion (RFC 7523), whoever it is of; none where it is for its key and its sender to say. */
export function assertionFaults({ assertion, clientId, issuer, now }: GivenAssertion): string[] {
  if (typeof assertion !== "string" || assertion === "") return ["there is no client_assertion"];
  const read = readAssertion(assertion);
  if (!read) return ["client_assertion is no JWT"];
  const { alg, claims } = read;
  const audiences = [claims.aud ?? []].flat();
  const isTime = (claim: unknown): claim is number => typeof claim === "number" && Number.isFinite(claim);
  return [
    ...(alg === "ES256" ? [] : ["alg is not ES256"]),
    ...(isDer(assertion) ? ["the signature is DER, not r and s in 64 bytes"] : []),
    ...(claims.iss === claims.sub && (clientId === undefined || claims.iss === clientId)
      ? []
      : ["iss, sub and client_id are not the same"]),
    ...(audiences.some((each) => each === issuer || each === `${issuer}/token`)
      ? []
      : [`aud is not ${issuer}`]),
    ...(!isTime(claims.exp) ? ["exp is missing"] : claims.exp * 1000 <= now ? ["exp is in the past"] : []),
    ...(isTime(claims.iat) && claims.iat * 1000 > now + 60_000 ? ["iat is in the future"] : []),
    ...(typeof claims.jti === "string" ? [] : ["jti is missing"]),
  ];
}

function readAssertion(assertion: string): { alg: string | undefined; claims: JWTPayload } | undefined {
  try {
    return { alg: decodeProtectedHeader(assertion).alg, claims: decodeJwt(assertion) };
  } catch {
    return undefined;
  }
}

/** As openssl and Java write a signature by themselves: a sequence of two integers, 68 to 72 bytes. */
function isDer(assertion: string): boolean {
  const signature = Buffer.from(assertion.split(".")[2] ?? "", "base64url");
  return signature.length >= 68 && signature[0] === 0x30 && signature[1] === signature.length - 2;
}
