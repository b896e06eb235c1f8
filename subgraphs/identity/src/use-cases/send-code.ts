import { countAttempt } from "@campus-graph/kit/attempts";
import { transaction } from "@campus-graph/kit/transaction";
import { codeLimits } from "../domain/limits.js";
import { codeLetter } from "../mail/code-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import { type Challenge, type NewChallenge, openChallenge } from "../persistence/challenges.js";
import type { Context } from "../services.js";

/** Draws a code, writes it down and has it mailed, within the limits on how often. */
export async function sendCode(
  context: Context,
  wanted: NewChallenge & { login?: string },
): Promise<Challenge> {
  const limits = codeLimits[wanted.purpose];
  // What a narrower limit refuses uses up no wider one: one address cannot keep all others from their codes.
  await countAttempt(context, limits.address, context.viewer.address);
  await countAttempt(context, limits.pause, wanted.targetIndex);
  await countAttempt(context, limits.target, wanted.targetIndex);
  if (wanted.login) await countAttempt(context, codeLimits.SIGN_IN.login, wanted.login);
  await countAttempt(context, limits.overall, "all");
  return transaction(context, async (context) => {
    const code = context.services.drawCode();
    const challenge = await openChallenge(context, wanted, code);
    if (wanted.email) {
      const { expiresAt } = challenge;
      const letter = codeLetter(
        { to: wanted.email, code, expiresAt, purpose: wanted.purpose },
        context.services.signature,
      );
      await queueMail(context, { kind: "code", dedupe: `code:${challenge.id}`, letter });
    }
    return challenge;
  });
}
