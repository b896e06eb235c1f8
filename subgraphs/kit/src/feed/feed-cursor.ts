import { openToken, sealToken } from "../auth/crypto.js";
import type { Context } from "../context.js";
import type { StreamPosition } from "../events/event.js";
import { InvalidCursor } from "../refusals/refusal.js";

/** A sealed place in one subject's feed: nobody else can use it, and nobody can make or change one. */
export function sealFeedCursor(context: Context, feed: string, subject: string, at: StreamPosition): string {
  return sealToken(context.keys.ring("cursor"), purpose(feed, subject), at, null);
}

/** Refuses (INVALID_CURSOR) what is altered, another's, or another feed's. */
export function openFeedCursor(
  context: Context,
  feed: string,
  subject: string,
  cursor: string,
): StreamPosition {
  try {
    return openToken<StreamPosition>(
      context.keys.ring("cursor"),
      purpose(feed, subject),
      cursor,
      context.clock.now(),
    );
  } catch {
    throw new InvalidCursor();
  }
}

function purpose(feed: string, subject: string): string {
  return `feed:${feed}:${subject}`;
}
