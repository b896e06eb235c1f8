import canonicalize from "canonicalize";
import { compactVerify, decodeProtectedHeader, importJWK, type JWK, type JWTHeaderParameters } from "jose";
import type { Partner } from "../domain/partner.js";
import { BadSignature, ClockSkew } from "../domain/refusals.js";

/** How far a partner's clock may be from ours. */
export const largestSkewMs = 10 * 60_000;

const largestProof = 4_000;

/** What the protected header of a proof should say besides its algorithm and key; until checked it may say anything. */
type ClaimedHeader = Readonly<Partial<Record<"operation" | "aud" | "iat" | "nonce", unknown>>>;

export interface ProofRequest {
  /** The mutation that the proof is for. */
  operation: string;
  /** Its input, in the form that is signed: every field, times as `toISOString` writes them. */
  input: object;
  proof: string;
  now: Date;
}

/**
 * Checks a partner's detached JWS (RFC 7515, appendix F; ES256) over the RFC 8785 form of the input.
 * Refuses BAD_SIGNATURE, saying what is wrong with it, and CLOCK_SKEW when only its time is. What a header says is told
 * only to who could sign it.
 *
 * The same proof may come again: the notice under it then gets the same answer, and nothing is written twice.
 */
export async function verifyProof(
  partner: Partner,
  { operation, input, proof, now }: ProofRequest,
): Promise<void> {
  const header = await verifiedHeader(partner, proof, input);
  if (header.operation !== operation) throw new BadSignature("OPERATION");
  if (header.aud !== "campus-graph") throw new BadSignature("AUDIENCE");
  if (!isNonce(header.nonce)) throw new BadSignature("NONCE");
  if (!Number.isFinite(header.iat)) throw new BadSignature("TIME");
  if (Math.abs(now.getTime() - Number(header.iat) * 1000) > largestSkewMs) throw new ClockSkew();
}

async function verifiedHeader(partner: Partner, proof: string, input: object): Promise<ClaimedHeader> {
  const [header = "", payload, signature = "", ...rest] = proof.split(".");
  if (proof.length > largestProof || payload !== "" || rest.length > 0) throw new BadSignature("FORM");
  const { alg, kid } = readHeader(header);
  if (alg !== "ES256") throw new BadSignature("ALGORITHM");
  const jwk = partner.keys.find((key) => key.kid === kid);
  if (kid === undefined || !jwk) throw new BadSignature("KEY");
  if (isDer(Buffer.from(signature, "base64url"))) throw new BadSignature("SIGNATURE_DER");
  const signed = Buffer.from(canonicalize(input) ?? "").toString("base64url");
  const key = await importJWK(jwk as JWK, "ES256");
  try {
    const verified = await compactVerify(`${header}.${signed}.${signature}`, key, { algorithms: ["ES256"] });
    return verified.protectedHeader as ClaimedHeader;
  } catch {
    throw new BadSignature("SIGNATURE");
  }
}

/** Whether a signature is a DER sequence of r and s (68 to 72 bytes), where a JWS wants the two alone, in 64. */
function isDer(signature: Buffer): boolean {
  return (
    signature.length >= 68 &&
    signature.length <= 72 &&
    signature[0] === 0x30 &&
    signature[1] === signature.length - 2
  );
}

function readHeader(header: string): JWTHeaderParameters {
  try {
    return decodeProtectedHeader(`${header}..`) as JWTHeaderParameters;
  } catch {
    throw new BadSignature("FORM");
  }
}

function isNonce(nonce: unknown): boolean {
  return typeof nonce === "string" && nonce.length >= 8 && nonce.length <= 128;
}
