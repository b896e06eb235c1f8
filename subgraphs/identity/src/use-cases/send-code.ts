import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { CodePurpose } from "../domain/limits.js";
import { referenceOf } from "../domain/verification-code.js";
import { codeLetter } from "../mail/code-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import {
  type Challenge,
  type NewChallenge,
  openChallenge,
  wasShownFromHere,
} from "../persistence/challenges.js";

/** A code that somebody asks for. */
export interface CodeRequest {
  purpose: CodePurpose;
  /** What was asked for, as an index: by it is counted how often. */
  name: string;
  /** Whose codes they are; see `NewChallenge`. */
  targetIndex: string;
  /** By which token or device the one who asks is known there, and counts apart from strangers; null: by none. */
  knownAs: string | null;
}

/**
 * Counts a request for a code and refuses (TOO_MANY_ATTEMPTS) beyond the limits. Tells whether it passes those for all
 * networks: who asks is known, or a code was shown from their network.
 */
export async function countCode(context: IdentityContext, request: CodeRequest): Promise<boolean> {
  const { purpose, name, targetIndex, knownAs } = request;
  const limits = context.services.codeLimits[purpose];
  const { address } = context.viewer;
  const fromHere = knownAs === null ? `${name} from ${address}` : `${name} by ${knownAs}`;
  // What a narrower limit refuses uses up no wider one: one network cannot keep all others from their codes.
  if (knownAs === null) await countAttempt(context, limits.network, address);
  await countAttempt(context, limits.pause, fromHere);
  await countAttempt(context, limits.target, fromHere);
  const isKnown = knownAs !== null || (await wasShownFromHere(context, purpose, targetIndex));
  if (!isKnown) {
    await countAttempt(context, limits.block, `${name} from ${blockOf(address)}`);
    await countAttempt(context, limits.everywhere, name);
  }
  await countAttempt(context, limits.overall, "all");
  return isKnown;
}

/** The addresses that one provider has at will: 32 bits of IPv6 and 16 of IPv4, written as the gateway writes a network. */
function blockOf(address: string): string {
  return address.split(address.includes(":") ? ":" : ".", 2).join(":");
}

/** Draws a code, writes it down and has it mailed. */
export function sendCode(context: IdentityContext, wanted: NewChallenge): Promise<Challenge> {
  return transaction(context, async (context) => {
    const code = context.services.drawCode();
    const challenge = await openChallenge(context, wanted, code);
    if (wanted.email) {
      const { id, expiresAt } = challenge;
      const letter = codeLetter(
        { to: wanted.email, code, reference: referenceOf(id), expiresAt, purpose: wanted.purpose },
        context.services.signature,
      );
      await queueMail(context, { kind: "code", dedupe: `code:${id}`, letter });
    }
    return challenge;
  });
}
