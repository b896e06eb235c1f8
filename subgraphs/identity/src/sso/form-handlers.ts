import type { SignInStep } from "../domain/sign-in-step.js";
import { chooseNewPassword } from "./choose-new-password.js";
import { giveCode, sendAnotherCode } from "./give-code.js";
import { givePassword } from "./give-password.js";
import type { FormHandler } from "./interaction-request.js";
import { goBack, nameLogin, showLoginForm } from "./name-login.js";

/** The forms of the sign-in pages: where each stands, and what sending it does. */
export const formHandlers: Readonly<Record<string, { on: readonly SignInStep[]; handle: FormHandler }>> = {
  password: { on: ["PASSWORD"], handle: givePassword },
  forgot: { on: ["PASSWORD"], handle: showLoginForm },
  recover: { on: ["RECOVER"], handle: nameLogin },
  code: { on: ["CODE"], handle: giveCode },
  resend: { on: ["CODE"], handle: sendAnotherCode },
  "new-password": { on: ["NEW_PASSWORD"], handle: chooseNewPassword },
  back: { on: ["RECOVER", "CODE", "NEW_PASSWORD"], handle: goBack },
};
