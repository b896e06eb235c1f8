import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { InvalidToken } from "../refusals/refusal.js";
import { currentKey, type KeyRing, keyOf } from "./keys.js";

/** Where an encrypted value stands: it decrypts there and nowhere else. */
export interface FieldPlace {
  table: string;
  column: string;
  row: string;
}

/** AES-256-GCM under the ring's current key, bound to its place. `keyId.nonce.tag.ciphertext`, base64url. */
export function encryptField(ring: KeyRing, plaintext: string, place: FieldPlace): string {
  return seal(ring, Buffer.from(plaintext, "utf8"), placeOf(place));
}

/** Crashes when the value was altered or moved: that is tampering or a lost key, never an expected no. */
export function decryptField(ring: KeyRing, sealed: string, place: FieldPlace): string {
  const plaintext = unseal(ring, sealed, placeOf(place));
  if (!plaintext)
    throw new Error(`An encrypted value in ${place.table}.${place.column} cannot be decrypted.`);
  return plaintext.toString("utf8");
}

/** HMAC-SHA-256 of a value under the ring's current key: lets an encrypted value be looked up by equality. */
export function blindIndex(ring: KeyRing, value: string): string {
  return createHmac("sha256", currentKey(ring)).update(value).digest("base64url");
}

/** Whether that is the value's HMAC, by whichever key of the ring: what was given out before a rotation still counts. */
export function isBlindIndex(ring: KeyRing, value: string, given: string): boolean {
  return Object.values(ring.keys).some(
    (key) => createHmac("sha256", key).update(value).digest("base64url") === given,
  );
}

/**
 * The key by which identity, roster and binding recognise one person without holding the national ID:
 * HMAC-SHA-256 under the ring they share. It may stand in events.
 */
export function personKey(ring: KeyRing, nationalId: string): string {
  return blindIndex(ring, `person:${nationalId}`);
}

/** The key by which roster recognises a staff member's login without holding it open: HMAC under the shared ring. */
export function loginKey(ring: KeyRing, email: string): string {
  return blindIndex(ring, `login:${email.trim().toLowerCase()}`);
}

/**
 * A token that only the holders of the ring can read or make: AEAD over the payload, bound to its purpose.
 * `expiresAt` null: it does not expire (cursors).
 */
export function sealToken(ring: KeyRing, purpose: string, payload: object, expiresAt: Date | null): string {
  const body = Buffer.from(JSON.stringify({ p: payload, x: expiresAt ? expiresAt.getTime() : 0 }));
  return seal(ring, body, Buffer.from(`token:${purpose}`));
}

/** The payload of a sealed token. Refuses (INVALID_TOKEN) one that is altered, expired or made for another purpose. */
export function openToken<T extends object>(ring: KeyRing, purpose: string, token: string, now: Date): T {
  const body = unseal(ring, token, Buffer.from(`token:${purpose}`));
  if (!body) throw new InvalidToken();
  const { p, x } = JSON.parse(body.toString("utf8")) as { p: T; x: number };
  if (x !== 0 && now.getTime() >= x) throw new InvalidToken();
  return p;
}

function placeOf({ table, column, row }: FieldPlace): Buffer {
  return Buffer.from(JSON.stringify([table, column, row]));
}

function seal(ring: KeyRing, plaintext: Buffer, associated: Buffer): string {
  const nonce = newNonce();
  const cipher = createCipheriv("aes-256-gcm", currentKey(ring), nonce).setAAD(associated);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return `${ring.current}.${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString("base64url")}`;
}

/** Drawn for many nonces at once: a draw costs microseconds, however few bytes it brings. */
let drawn = Buffer.alloc(0);

function newNonce(): Buffer {
  if (drawn.length < 12) drawn = randomBytes(12 * 256);
  const nonce = drawn.subarray(0, 12);
  drawn = drawn.subarray(12);
  return nonce;
}

function unseal(ring: KeyRing, sealed: string, associated: Buffer): Buffer | null {
  const [keyId = "", body = "", ...rest] = sealed.split(".");
  const key = keyOf(ring, keyId);
  const bytes = Buffer.from(body, "base64url");
  if (!key || rest.length > 0 || bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(associated);
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return null;
  }
}
