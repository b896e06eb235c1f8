import { createHash } from "node:crypto";

/**
 * By which a push service puts a message that was sent twice in its own place (RFC 8030 §5.4): 32 characters, of which it
 * can read nothing.
 */
export function topicOf(kind: string, id: string | null): string {
  return createHash("sha256").update(`${kind} ${id}`).digest("base64url").slice(0, 32);
}
