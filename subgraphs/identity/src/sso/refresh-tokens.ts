import { createHmac } from "node:crypto";
import type { KeyRing } from "@campus-graph/kit/auth/keys";
import { currentKey } from "@campus-graph/kit/auth/keys";
import Provider from "oidc-provider";

/** For so long a refresh token that was used gets the same successor again. */
export const graceS = 30;

/**
 * The id of the refresh token that follows another: a function of it and of a key. Two tabs that refresh at once, or an
 * app that asks again because the answer was lost, get the same successor, and no second branch can come about.
 */
export function successorOf(ring: KeyRing, refreshToken: string): string {
  return successorUnder(currentKey(ring), refreshToken);
}

/** Every id that the successor may have: when the key changes, it may be under the one before. */
export function possibleSuccessorsOf(ring: KeyRing, refreshToken: string): string[] {
  return Object.values(ring.keys).map((key) => successorUnder(key, refreshToken));
}

function successorUnder(key: Buffer, refreshToken: string): string {
  return createHmac("sha256", key).update(`refresh-token after ${refreshToken}`).digest("base64url");
}

/** From now on the provider takes the ids of rotated refresh tokens from `successorOf`. */
export function deriveSuccessors(provider: Provider, ring: KeyRing): void {
  const model = provider.RefreshToken.prototype as unknown as { generateTokenId(): string };
  const drawn = model.generateTokenId;
  model.generateTokenId = function (this: unknown) {
    const rotated = Provider.ctx?.oidc.entities.RotatedRefreshToken;
    return rotated ? successorOf(ring, rotated.jti) : drawn.call(this);
  };
}
