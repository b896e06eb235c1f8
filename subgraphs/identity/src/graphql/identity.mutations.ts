import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../services.js";
import { changePassword } from "../use-cases/change-password.js";
import { confirmVerificationCode } from "../use-cases/confirm-verification-code.js";
import { requestVerificationCode } from "../use-cases/request-verification-code.js";
import { setGuardian } from "../use-cases/set-guardian.js";
import { Account, presentAccount } from "./account.type.js";
import { GuardianDeclaration, presentDeclaration } from "./guardian-declaration.type.js";
import {
  ChangePasswordInput,
  ConfirmVerificationCodeInput,
  RequestVerificationCodeInput,
  SetGuardianInput,
} from "./inputs.js";
import { ApplicantSession, presentSession, VerificationChallenge } from "./verification.type.js";

@Resolver()
export class IdentityMutations {
  @Mutation(() => VerificationChallenge, {
    description:
      "Sends a code of eight characters. An older code to the same address dies. Refusals: SMS_NOT_AVAILABLE, EMAIL_INVALID, " +
      "TOO_MANY_ATTEMPTS (wait retryAfterSeconds).",
  })
  async requestVerificationCode(
    @Ctx() context: Context,
    @Arg("input", () => RequestVerificationCodeInput, { description: "Where to send it." })
    input: RequestVerificationCodeInput,
  ): Promise<VerificationChallenge> {
    const { id, expiresAt, resendAfter } = await requestVerificationCode(context, input);
    return Object.assign(new VerificationChallenge(), { challengeId: id, expiresAt, resendAfter });
  }

  @Mutation(() => ApplicantSession, {
    description:
      "Confirms a code, once and within five tries. Called again with the applicant's token it verifies a further address. " +
      "Refusals: CODE_WRONG, CODE_EXPIRED.",
  })
  async confirmVerificationCode(
    @Ctx() context: Context,
    @Arg("input", () => ConfirmVerificationCodeInput, { description: "The code and what it answers." })
    input: ConfirmVerificationCodeInput,
  ): Promise<ApplicantSession> {
    return presentSession(await confirmVerificationCode(context, input));
  }

  @Mutation(() => GuardianDeclaration, {
    description:
      "Declares who the guardian of an application is; again corrects it. Refusals: NATIONAL_ID_INVALID, NAME_INVALID, " +
      "EMAIL_INVALID, MOBILE_INVALID, EMAIL_NOT_VERIFIED, NOT_FOUND, TOO_MANY_ATTEMPTS.",
  })
  async setGuardian(
    @Ctx() context: Context,
    @Arg("input", () => SetGuardianInput, { description: "The guardian's data." }) input: SetGuardianInput,
  ): Promise<GuardianDeclaration> {
    return presentDeclaration(await setGuardian(context, input));
  }

  @Mutation(() => Account, {
    description:
      "Changes the password and ends the account's other sessions. Refresh the access token afterwards: one that could only " +
      "change an initial password then opens everything. Refusals: PASSWORD_WRONG, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, " +
      "PASSWORD_TOO_COMMON, PASSWORD_PERSONAL, PASSWORD_UNCHANGED, TOO_MANY_ATTEMPTS.",
  })
  async changePassword(
    @Ctx() context: Context,
    @Arg("input", () => ChangePasswordInput, { description: "The password and its successor." })
    input: ChangePasswordInput,
  ): Promise<Account> {
    return presentAccount(context, await changePassword(context, input));
  }
}
