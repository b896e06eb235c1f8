import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { TooManyAttempts } from "@campus-graph/kit/refusals/refusal";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { MobileNumber } from "@campus-graph/kit/text/mobile-number";
import type { IdentityContext } from "../context.js";
import type { CodeDelivery } from "../domain/contact.js";
import type { CodePurpose } from "../domain/limits.js";
import { SmsNotAvailable } from "../domain/refusals.js";
import { referenceOf } from "../domain/verification-code.js";
import { codeLetter } from "../mail/code-letter.js";
import { queueMail } from "../mail/queue-mail.js";
import {
  type Challenge,
  type NewChallenge,
  openChallenge,
  wasShownFromHere,
} from "../persistence/challenges.js";
import { queueSms } from "../sms/queue-sms.js";
import { codeSms } from "../sms/sms-text.js";

/** A code that somebody asks for. */
export interface CodeRequest {
  purpose: CodePurpose;
  by: CodeDelivery;
  /** What was asked for, as an index: by it is counted how often. */
  name: string;
  /** Whose codes they are; see `NewChallenge`. */
  targetIndex: string;
  /** By which token or device the one who asks is known there, and counts apart from strangers; null: by none. */
  knownAs: string | null;
}

/**
 * Counts a request for a code and refuses (TOO_MANY_ATTEMPTS) beyond the limits. Tells whether it passes those for all
 * networks: who asks is known, or a code was shown from their network. Where the city sends no text messages, or has
 * sent all that it pays for in a day, a code by SMS is refused (SMS_NOT_AVAILABLE), whoever asks.
 */
export async function countCode(context: IdentityContext, request: CodeRequest): Promise<boolean> {
  const { purpose, by, name, targetIndex, knownAs } = request;
  if (by === "SMS" && !context.services.sms) throw new SmsNotAvailable();
  const limits = context.services.codeLimits[by][purpose];
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
  // Of an applicant the name is the number that is written to; of a sign-in it is looked up later, and told to nobody.
  if (by === "SMS" && purpose !== "SIGN_IN")
    await countAttempt(context, context.services.smsLimits.number, name);
  await countAttempt(context, limits.overall, "all");
  if (by === "SMS") await countCost(context, isKnown);
  return isKnown;
}

async function countCost(context: IdentityContext, isKnown: boolean): Promise<void> {
  const { strangers, budget } = context.services.smsLimits;
  const hasRoom =
    (isKnown || (await isWithin(context, strangers, "all"))) && (await isWithin(context, budget, "all"));
  if (hasRoom) return;
  context.log.error({ alert: "sms-budget" }, "the day's text messages are used up");
  throw new SmsNotAvailable();
}

/** Counts, and tells whether the limit allows it. */
export async function isWithin(
  context: IdentityContext,
  rule: Parameters<typeof countAttempt>[1],
  key: string,
): Promise<boolean> {
  try {
    await countAttempt(context, rule, key);
    return true;
  } catch (error) {
    if (error instanceof TooManyAttempts) return false;
    throw error;
  }
}

/** The addresses that one provider has at will: 32 bits of IPv6 and 16 of IPv4, written as the gateway writes a network. */
function blockOf(address: string): string {
  return address.split(address.includes(":") ? ":" : ".", 2).join(":");
}

/** Draws a code, writes it down and has it sent; whose it is, where that is known, lets their IT office find it. */
export function sendCode(
  context: IdentityContext,
  wanted: NewChallenge,
  subjectId?: string,
): Promise<Challenge> {
  return transaction(context, async (context) => {
    const code = context.services.drawCode();
    const challenge = await openChallenge(context, wanted, code);
    const { by, target, purpose } = wanted;
    if (target === null) return challenge;
    const { id, expiresAt } = challenge;
    const [dedupe, reference] = [`code:${id}`, referenceOf(id)];
    const whose = subjectId === undefined ? {} : { subjectId };
    if (by === "SMS") {
      const text = codeSms({ code, reference, language: context.viewer.language });
      await queueSms(context, {
        kind: "code",
        dedupe,
        to: target as MobileNumber,
        text,
        goodUntil: expiresAt,
        ...whose,
      });
      return challenge;
    }
    const to = target as EmailAddress;
    const letter = codeLetter({ to, code, reference, expiresAt, purpose }, context.services.signature);
    await queueMail(context, { kind: "code", dedupe, letter, goodUntil: expiresAt, ...whose });
    return challenge;
  });
}
