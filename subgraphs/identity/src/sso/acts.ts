import type { SignInStep } from "../domain/sign-in-step.js";
import { chooseNewPassword } from "./choose-new-password.js";
import { giveCode, sendAnotherCode } from "./give-code.js";
import { givePassword } from "./give-password.js";
import { askForLogin, goBack, nameLogin } from "./name-login.js";
import type { Act } from "./visit.js";

/** The forms of the sign-in pages: where each stands, and what sending it does. */
export const acts: Readonly<Record<string, { on: readonly SignInStep[]; act: Act }>> = {
  password: { on: ["PASSWORD"], act: givePassword },
  forgot: { on: ["PASSWORD"], act: askForLogin },
  recover: { on: ["RECOVER"], act: nameLogin },
  code: { on: ["CODE"], act: giveCode },
  resend: { on: ["CODE"], act: sendAnotherCode },
  "new-password": { on: ["NEW_PASSWORD"], act: chooseNewPassword },
  back: { on: ["RECOVER", "CODE", "NEW_PASSWORD"], act: goBack },
};
