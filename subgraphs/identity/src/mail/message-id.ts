import { timingSafeEqual } from "node:crypto";
import { blindIndex } from "@campus-graph/kit/auth/crypto";
import type { Keys } from "@campus-graph/kit/auth/keys";
import { mailboxOf } from "@campus-graph/kit/text/email-address";

const host = "mail.campus-graph";

/**
 * A mail's Message-ID: the same in every try, and made for its recipient, so that a report which comes back with it shows
 * that we sent this mail to this address.
 */
export function messageIdOf(keys: Keys, id: string, to: string): string {
  return `<${id}.${proofOf(keys, id, to)}@${host}>`;
}

/** Whether we sent a mail of this Message-ID to the address. */
export function isOurMailTo(keys: Keys, messageId: string, to: string): boolean {
  const [, id, proof] = /^<([\da-f-]{36})\.([\w-]+)@([\w.-]+)>$/.exec(messageId) ?? [];
  if (!id || !proof) return false;
  const [given, expected] = [Buffer.from(proof), Buffer.from(proofOf(keys, id, to))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function proofOf(keys: Keys, id: string, to: string): string {
  return blindIndex(keys.ring("index"), `mail:${id}:${mailboxOf(to)}`);
}
