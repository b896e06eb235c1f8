import { countAttempt } from "@campus-graph/kit/attempts";
import { transaction } from "@campus-graph/kit/transaction";
import type { CodePurpose } from "../domain/limits.js";
import { referenceOf } from "../domain/verification-code.js";
import { codeLetter } from "../mail/code-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { type Challenge, type NewChallenge, openChallenge } from "../persistence/challenges.js";
import type { Context } from "../services.js";

/** A code that somebody asks for. */
export interface CodeRequest {
  purpose: CodePurpose;
  /** What was asked for, as an index: by it is counted how often. */
  name: string;
  /** Who asks is known there, by a cookie or a token, and passes what many strangers have used up. */
  isKnown: boolean;
}

/** Counts a request for a code and refuses (TOO_MANY_ATTEMPTS) beyond the limits. */
export async function countCode(context: Context, { purpose, name, isKnown }: CodeRequest): Promise<void> {
  const limits = context.services.codeLimits[purpose];
  const { address } = context.viewer;
  const fromHere = `${name} from ${address}`;
  // What a narrower limit refuses uses up no wider one: one network cannot keep all others from their codes.
  await countAttempt(context, limits.network, address);
  await countAttempt(context, limits.pause, fromHere);
  await countAttempt(context, limits.target, fromHere);
  if (!isKnown) await countAttempt(context, limits.everywhere, name);
  await countAttempt(context, limits.overall, "all");
}

/** Draws a code, writes it down and has it mailed. */
export function sendCode(context: Context, wanted: NewChallenge): Promise<Challenge> {
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
