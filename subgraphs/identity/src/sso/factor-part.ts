import type { IdentityContext } from "../context.js";
import { accountById } from "../persistence/accounts.js";
import type { SignIn } from "../persistence/sign-ins.js";
import { beginEnrolment } from "../use-cases/enrol-second-factor.js";
import { questionNewPasskey, questionPasskey } from "../use-cases/question-passkey.js";
import type { ShownFactorPart } from "./pages/sign-in-pages.js";

/** What the page of a sign-in shows of second factors; null for those that are about something else. */
export async function factorPartOf(
  context: IdentityContext,
  { step, accountId }: SignIn,
): Promise<ShownFactorPart | null> {
  if (accountId === null) return null;
  if (step === "SECOND_FACTOR") return { kind: "give", passkey: await questionPasskey(context, accountId) };
  if (step === "RECOVERY_CODES") return { kind: "codes", codes: null };
  const account = step === "ENROL" ? await accountById(context, accountId) : null;
  if (!account) return null;
  return {
    kind: "enrol",
    authenticator: await beginEnrolment(context, account),
    passkey: await questionNewPasskey(context, account),
  };
}
