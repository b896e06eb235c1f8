import { isId } from "@campus-graph/kit/sql/id";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parseMobileNumber } from "@campus-graph/kit/text/mobile-number";
import type { IdentityContext } from "../context.js";
import type { CodeDelivery } from "../domain/contact.js";
import { resendPauseMs } from "../domain/limits.js";
import type { Challenge } from "../persistence/challenges.js";
import { targetIndex } from "../persistence/sealed-person.js";
import { hasVerified } from "../persistence/subjects.js";
import { countCode, sendCode } from "./send-code.js";

export interface CodeRequest {
  by: CodeDelivery;
  target: string;
}

/** Sends an applicant a code. What is answered says nothing about who the address or number belongs to. */
export async function requestVerificationCode(
  context: IdentityContext,
  { by, target: typed }: CodeRequest,
): Promise<Challenge & { resendAfter: Date }> {
  const target = by === "SMS" ? parseMobileNumber(typed) : parseEmailAddress(typed);
  const { subject } = context.viewer;
  const name = targetIndex(context.keys, target);
  const knownAs =
    subject !== null && isId(subject) && (await hasVerified(context, subject, target)) ? subject : null;
  await countCode(context, { purpose: "APPLICATION", by, name, targetIndex: name, knownAs });
  const challenge = await sendCode(context, { purpose: "APPLICATION", targetIndex: name, by, target });
  return { ...challenge, resendAfter: new Date(context.clock.now().getTime() + resendPauseMs) };
}
