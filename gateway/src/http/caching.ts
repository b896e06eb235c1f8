import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { publicMaxAgeSeconds } from "../operations/public-operations.js";

/** Anybody may keep such an answer, and ask by its tag whether it still holds. */
export const publicAnswer = `public, max-age=${publicMaxAgeSeconds}`;

export function tagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}

/** Whether the client holds that very answer already. A proxy that compresses weakens the tags that pass it. */
export function matchesTag({ headers }: IncomingMessage, tag: string): boolean {
  const tags = headers["if-none-match"] ?? "";
  return tags.split(",").some((each) => each.trim().replace(/^W\//, "") === tag);
}
