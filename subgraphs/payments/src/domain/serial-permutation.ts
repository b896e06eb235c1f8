import { createHmac } from "node:crypto";

/** How many serials there are: nine digits. */
export const serialCount = 1_000_000_000;

/** Two halves of 15 bits hold 2³⁰, a little more than a billion. */
const halfBits = 15;
const halfMask = (1 << halfBits) - 1;
const rounds = 10;

/**
 * The serial at a place of the counter: a keyed permutation of 0…999,999,999, so that no serial comes twice and nobody
 * without the key can tell a neighbour's number from their own.
 *
 * A Feistel network over 30 bits, its round function HMAC-SHA-256. A result beyond the range is permuted again until
 * it falls inside (at most a few times: 93 % of 2³⁰ is inside), which keeps it a permutation of the range.
 */
export function serialAt(place: number, key: Buffer): string {
  if (!Number.isSafeInteger(place) || place < 0 || place >= serialCount)
    throw new RangeError(`The counter of serials is at ${place}, which is not within nine digits.`);
  let value = place;
  do value = feistel(value, key);
  while (value >= serialCount);
  return String(value).padStart(9, "0");
}

function feistel(value: number, key: Buffer): number {
  let left = value >>> halfBits;
  let right = value & halfMask;
  for (let round = 0; round < rounds; round++)
    [left, right] = [right, left ^ roundFunction(round, right, key)];
  return left * 2 ** halfBits + right;
}

function roundFunction(round: number, half: number, key: Buffer): number {
  return createHmac("sha256", key).update(`serial:${round}:${half}`).digest().readUInt16BE(0) & halfMask;
}
