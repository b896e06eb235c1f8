import canonicalize from "canonicalize";
import { compactVerify, importJWK, type JWK, type JWTHeaderParameters } from "jose";
import type { Partner } from "../domain/partner.js";
import { BadSignature, ClockSkew } from "../domain/refusals.js";

/** How far a partner's clock may be from ours. */
export const largestSkewMs = 10 * 60_000;

const largestProof = 4_000;

/** What the protected header of a proof says besides its algorithm and key. */
interface ProofHeader {
  operation: string;
  aud: string;
  /** Unix seconds. */
  iat: number;
  nonce: string;
}

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
 * Refuses BAD_SIGNATURE whatever is wrong with it, and CLOCK_SKEW when only its time is.
 *
 * The same proof may come again: the notice under it then gets the same answer, and nothing is written twice.
 */
export async function verifyProof(
  partner: Partner,
  { operation, input, proof, now }: ProofRequest,
): Promise<void> {
  const header = await verifiedHeader(partner, proof, input);
  if (!isProofHeader(header) || header.operation !== operation || header.aud !== "campus-graph")
    throw new BadSignature();
  if (Math.abs(now.getTime() - header.iat * 1000) > largestSkewMs) throw new ClockSkew();
}

async function verifiedHeader(partner: Partner, proof: string, input: object): Promise<object> {
  const [header = "", payload, signature = "", ...rest] = proof.split(".");
  if (proof.length > largestProof || payload !== "" || rest.length > 0) throw new BadSignature();
  const signed = Buffer.from(canonicalize(input) ?? "").toString("base64url");
  try {
    const { protectedHeader } = await compactVerify(
      `${header}.${signed}.${signature}`,
      ({ kid }) => keyOf(partner, kid),
      { algorithms: ["ES256"] },
    );
    return protectedHeader;
  } catch {
    throw new BadSignature();
  }
}

async function keyOf(partner: Partner, kid: JWTHeaderParameters["kid"]) {
  const jwk = partner.keys.find((key) => key.kid === kid);
  if (kid === undefined || !jwk) throw new BadSignature();
  return importJWK(jwk as JWK, "ES256");
}

function isProofHeader(header: object): header is ProofHeader {
  const { operation, aud, iat, nonce } = header as Partial<Record<keyof ProofHeader, unknown>>;
  return (
    typeof operation === "string" &&
    typeof aud === "string" &&
    typeof iat === "number" &&
    Number.isFinite(iat) &&
    typeof nonce === "string" &&
    nonce.length >= 8 &&
    nonce.length <= 128
  );
}
