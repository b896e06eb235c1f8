import { createPublicKey } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import { InvalidPartnerKey } from "./refusals.js";

/** The public half of an ES256 key pair (RFC 7517), with the id by which signatures name it. */
export type PartnerKey = Readonly<{ kid: string; kty: "EC"; crv: "P-256"; x: string; y: string }>;

/** A key in a partner's history. */
export type PartnerKeyRecord = PartnerKey & { since: Date; until: Date | null };

/** So that one can be exchanged for the other without a pause, and none is forgotten. */
export const mostValidKeys = 2;

/** Whether it is one key under one name. */
export function isSameKey(one: PartnerKey, other: PartnerKey): boolean {
  return one.kid === other.kid && one.x === other.x && one.y === other.y;
}

const largestText = 20_000;

/**
 * The keys in the text of a file: a JWK set, one JWK, or PEM. A key without an id of its own is known by its thumbprint
 * (RFC 7638). Only the text is read: no address in it is ever fetched.
 */
export async function parsePartnerKeys(text: string): Promise<PartnerKey[]> {
  if (text.length > largestText) throw new InvalidPartnerKey({ found: "TOO_LARGE" });
  const keys = await Promise.all(jwksIn(text.replace(/^\uFEFF/, "").trim()).map((jwk) => readKey(jwk)));
  if (keys.length === 0 || keys.length > mostValidKeys) throw new InvalidPartnerKey({ found: "COUNT" });
  return keys;
}

function jwksIn(text: string): unknown[] {
  if (text.startsWith("-----BEGIN")) return [jwkOfPem(text)];
  const content = parseJson(text);
  if (!isRecord(content)) throw new InvalidPartnerKey({ found: "FORM" });
  return Array.isArray(content.keys) ? content.keys : [content];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidPartnerKey({ found: "FORM" });
  }
}

function jwkOfPem(text: string): unknown {
  if (/PRIVATE KEY-----/.test(text)) throw new InvalidPartnerKey({ found: "PRIVATE" });
  try {
    return createPublicKey(text).export({ format: "jwk" });
  } catch {
    throw new InvalidPartnerKey({ found: "FORM" });
  }
}

async function readKey(jwk: unknown): Promise<PartnerKey> {
  if (!isRecord(jwk)) throw new InvalidPartnerKey({ found: "FORM" });
  if (Object.hasOwn(jwk, "d")) throw new InvalidPartnerKey({ found: "PRIVATE" });
  const { kty, crv, x, y, kid } = jwk;
  if (kty !== "EC" || crv !== "P-256" || typeof x !== "string" || typeof y !== "string")
    throw new InvalidPartnerKey({ found: "KIND" });
  const key = { kty, crv, x, y } as const;
  checkPoint(key);
  if (kid === undefined) return { kid: await calculateJwkThumbprint(key), ...key };
  if (typeof kid !== "string" || !/^[\w.:-]{1,100}$/.test(kid)) throw new InvalidPartnerKey({ found: "KID" });
  return { kid, ...key };
}

/** Two numbers need not be a point of the curve. */
function checkPoint(key: Omit<PartnerKey, "kid">): void {
  try {
    createPublicKey({ key, format: "jwk" });
  } catch {
    throw new InvalidPartnerKey({ found: "KIND" });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
