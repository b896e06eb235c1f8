import type { SignInStep } from "../domain/sign-in-step.js";
import { chooseNewPassword } from "./choose-new-password.js";
import { giveCode, sendAnotherCode } from "./give-code.js";
import { givePassword } from "./give-password.js";
import type { FormHandler } from "./interaction-request.js";
import { goBack, nameLogin, showLoginForm } from "./name-login.js";
import { enrolAuthenticator, enrolFirstPasskey, leaveRecoveryCodes, showFactor } from "./show-factor.js";

/** The forms of the sign-in pages: where each stands, and what sending it does. */
export const formHandlers: Readonly<Record<string, { on: readonly SignInStep[]; handle: FormHandler }>> = {
  password: { on: ["PASSWORD"], handle: givePassword },
  forgot: { on: ["PASSWORD"], handle: showLoginForm },
  recover: { on: ["RECOVER"], handle: nameLogin },
  code: { on: ["CODE"], handle: giveCode },
  resend: { on: ["CODE"], handle: sendAnotherCode },
  "second-factor": { on: ["SECOND_FACTOR"], handle: showFactor },
  passkey: { on: ["SECOND_FACTOR"], handle: showFactor },
  "new-password": { on: ["NEW_PASSWORD"], handle: chooseNewPassword },
  "enrol-authenticator": { on: ["ENROL"], handle: enrolAuthenticator },
  "enrol-passkey": { on: ["ENROL"], handle: enrolFirstPasskey },
  "leave-recovery-codes": { on: ["RECOVERY_CODES"], handle: leaveRecoveryCodes },
  back: { on: ["RECOVER", "CODE", "SECOND_FACTOR", "NEW_PASSWORD", "ENROL"], handle: goBack },
};
