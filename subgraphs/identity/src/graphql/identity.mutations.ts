import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { referenceOf } from "../domain/verification-code.js";
import { changePassword } from "../use-cases/change-password.js";
import { confirmSignature } from "../use-cases/confirm-signature.js";
import { confirmVerificationCode } from "../use-cases/confirm-verification-code.js";
import { requestVerificationCode } from "../use-cases/request-verification-code.js";
import { correctGuardian, setGuardian } from "../use-cases/set-guardian.js";
import { signOutEverywhere } from "../use-cases/sign-out-everywhere.js";
import { verifyContact } from "../use-cases/verify-contact.js";
import { Account, presentAccount } from "./account.type.js";
import { GuardianDeclaration, presentDeclaration } from "./guardian-declaration.type.js";
import {
  ChangePasswordInput,
  ConfirmSignatureInput,
  ConfirmVerificationCodeInput,
  CorrectGuardianInput,
  RequestVerificationCodeInput,
  SetGuardianInput,
} from "./inputs.js";
import {
  ApplicantSession,
  presentSession,
  SignatureProof,
  VerificationChallenge,
  VerifiedContact,
} from "./verification.type.js";

@Resolver()
export class IdentityMutations {
  @Mutation(() => VerificationChallenge, {
    description:
      "Sends a code of eight characters. Older codes to the same address stay good beside it, until one is used. " +
      "Refusals: SMS_NOT_AVAILABLE, EMAIL_INVALID, " +
      "TOO_MANY_ATTEMPTS (wait retryAfterSeconds).",
  })
  async requestVerificationCode(
    @Ctx() context: IdentityContext,
    @Arg("input", () => RequestVerificationCodeInput, { description: "Where to send it." })
    input: RequestVerificationCodeInput,
  ): Promise<VerificationChallenge> {
    const { id, expiresAt, resendAfter } = await requestVerificationCode(context, input);
    return Object.assign(new VerificationChallenge(), {
      challengeId: id,
      reference: referenceOf(id),
      expiresAt,
      resendAfter,
    });
  }

  @Mutation(() => ApplicantSession, {
    description:
      "Confirms a code, once and within five tries, and opens an applicant's session. For callers without a token; who has one " +
      "verifies a further address by verifyContact. Refusals: CODE_WRONG, CODE_EXPIRED.",
  })
  async confirmVerificationCode(
    @Ctx() context: IdentityContext,
    @Arg("input", () => ConfirmVerificationCodeInput, { description: "The code and what it answers." })
    input: ConfirmVerificationCodeInput,
  ): Promise<ApplicantSession> {
    return presentSession(await confirmVerificationCode(context, input));
  }

  @Mutation(() => VerifiedContact, {
    description:
      "Confirms a code, once and within five tries, and thereby a further address of the caller's. Their token stays as it is. " +
      "Refusals: CODE_WRONG, CODE_EXPIRED.",
  })
  async verifyContact(
    @Ctx() context: IdentityContext,
    @Arg("input", () => ConfirmVerificationCodeInput, { description: "The code and what it answers." })
    input: ConfirmVerificationCodeInput,
  ): Promise<VerifiedContact> {
    return Object.assign(new VerifiedContact(), await verifyContact(context, input));
  }

  @Mutation(() => SignatureProof, {
    description:
      "Signs an application by a fresh code instead of strokes, for whoever cannot draw: give the proof to signApplication or " +
      "resubmitRequest. The code must have gone to an address that the caller had verified before. Refusals: CODE_WRONG, CODE_EXPIRED, " +
      "EMAIL_NOT_VERIFIED, NOT_FOUND.",
  })
  async confirmSignature(
    @Ctx() context: IdentityContext,
    @Arg("input", () => ConfirmSignatureInput, { description: "The code, and what is signed by it." })
    input: ConfirmSignatureInput,
  ): Promise<SignatureProof> {
    return Object.assign(new SignatureProof(), await confirmSignature(context, input));
  }

  @Mutation(() => GuardianDeclaration, {
    description:
      "Declares who the guardian of an application is; again corrects it. Refusals: NATIONAL_ID_INVALID, NAME_INVALID, " +
      "EMAIL_INVALID, MOBILE_INVALID, EMAIL_NOT_VERIFIED, NOT_FOUND, TOO_MANY_ATTEMPTS.",
  })
  async setGuardian(
    @Ctx() context: IdentityContext,
    @Arg("input", () => SetGuardianInput, { description: "The guardian's data." }) input: SetGuardianInput,
  ): Promise<GuardianDeclaration> {
    return presentDeclaration(await setGuardian(context, input));
  }

  @Mutation(() => GuardianDeclaration, {
    description:
      "Declares the guardian of an application anew with the national ID that the caller gave for it before, such as on another " +
      "device: BindingApplication.guardian shows the rest. Refusals: NOT_FOUND where none was given, and those of setGuardian.",
  })
  async correctGuardian(
    @Ctx() context: IdentityContext,
    @Arg("input", () => CorrectGuardianInput, { description: "The rest of the guardian's data." })
    input: CorrectGuardianInput,
  ): Promise<GuardianDeclaration> {
    return presentDeclaration(await correctGuardian(context, input));
  }

  @Mutation(() => Account, {
    description:
      "Changes the password and ends the account's other sessions. Refresh the access token afterwards: one that could only " +
      "change an initial password then opens everything. Refusals: PASSWORD_WRONG, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, " +
      "PASSWORD_TOO_COMMON, PASSWORD_PERSONAL, PASSWORD_UNCHANGED, TOO_MANY_ATTEMPTS.",
  })
  async changePassword(
    @Ctx() context: IdentityContext,
    @Arg("input", () => ChangePasswordInput, { description: "The password and its successor." })
    input: ChangePasswordInput,
  ): Promise<Account> {
    return presentAccount(context, await changePassword(context, input));
  }

  @Mutation(() => Account, {
    description:
      "Ends every session of the caller's account on every device, this one too, and every applicant's token of theirs.",
  })
  async signOutEverywhere(@Ctx() context: IdentityContext): Promise<Account> {
    return presentAccount(context, await signOutEverywhere(context));
  }
}
