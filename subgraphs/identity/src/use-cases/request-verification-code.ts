import { isId } from "@campus-graph/kit/sql/id";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityContext } from "../context.js";
import { resendPauseMs } from "../domain/limits.js";
import { SmsNotAvailable } from "../domain/refusals.js";
import type { Challenge } from "../persistence/challenges.js";
import { targetIndex } from "../persistence/sealed-person.js";
import { hasVerified } from "../persistence/subjects.js";
import { countCode, sendCode } from "./send-code.js";

export interface CodeRequest {
  by: "EMAIL" | "SMS";
  target: string;
}

/** Sends an applicant a code. What is answered says nothing about who the address belongs to. */
export async function requestVerificationCode(
  context: IdentityContext,
  { by, target }: CodeRequest,
): Promise<Challenge & { resendAfter: Date }> {
  if (by === "SMS") throw new SmsNotAvailable();
  const email = parseEmailAddress(target);
  const { subject } = context.viewer;
  const name = targetIndex(context.keys, email);
  const knownAs =
    subject !== null && isId(subject) && (await hasVerified(context, subject, email)) ? subject : null;
  await countCode(context, { purpose: "APPLICATION", name, targetIndex: name, knownAs });
  const challenge = await sendCode(context, { purpose: "APPLICATION", targetIndex: name, email });
  return { ...challenge, resendAfter: new Date(context.clock.now().getTime() + resendPauseMs) };
}
