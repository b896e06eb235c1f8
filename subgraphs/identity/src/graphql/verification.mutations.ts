import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { confirmContactChange } from "../use-cases/confirm-contact-change.js";
import { confirmSignature } from "../use-cases/confirm-signature.js";
import { confirmVerificationCode } from "../use-cases/confirm-verification-code.js";
import { requestContactChange } from "../use-cases/request-contact-change.js";
import { requestVerificationCode } from "../use-cases/request-verification-code.js";
import { verifyContact } from "../use-cases/verify-contact.js";
import { Account, presentAccount } from "./account.type.js";
import { CodeDelivery } from "./enums.js";
import {
  ApplicantSession,
  presentChallenge,
  presentSession,
  SignatureProof,
  VerificationChallenge,
  VerifiedContact,
} from "./verification.type.js";

@InputType({ description: "Where to send a verification code." })
class RequestVerificationCodeInput {
  @Field(() => CodeDelivery, { description: "How to send it." })
  by!: CodeDelivery;

  @Field(() => String, { description: "The e-mail address or mobile number." })
  target!: string;
}

@InputType({ description: "A code as the applicant typed it." })
class ConfirmVerificationCodeInput {
  @Field(() => ID, { description: "The challengeId that requestVerificationCode gave." })
  challengeId!: string;

  @Field(() => String, { description: "The eight characters; small letters, spaces and dashes do no harm." })
  code!: string;
}

@InputType({ description: "A code as the guardian typed it, instead of a drawn signature." })
class ConfirmSignatureInput {
  @Field(() => ID, { description: "The challengeId that requestVerificationCode gave." })
  challengeId!: string;

  @Field(() => String, { description: "The eight characters; small letters, spaces and dashes do no harm." })
  code!: string;

  @Field(() => ID, {
    description: "The application that is signed; of a returned request, the one it belongs to.",
  })
  applicationId!: string;
}

@InputType({ description: "What is to take the place of the account's e-mail address or mobile number." })
class RequestContactChangeInput {
  @Field(() => CodeDelivery, { description: "EMAIL for an address, SMS for a number." })
  by!: CodeDelivery;

  @Field(() => String, { description: "The new address or number, which the code goes to." })
  target!: string;
}

/** What a code is asked for, and what it shows. */
@Resolver()
export class VerificationMutations {
  @Mutation(() => VerificationChallenge, {
    description:
      "Sends a code to the address or number that is to take the place of the account's own. Refusals: CONTACT_UNCHANGED, SMS_NOT_AVAILABLE, EMAIL_INVALID, MOBILE_INVALID, TOO_MANY_ATTEMPTS.",
  })
  async requestContactChange(
    @Ctx() context: IdentityContext,
    @Arg("input", () => RequestContactChangeInput, { description: "Where it goes." })
    input: RequestContactChangeInput,
  ): Promise<VerificationChallenge> {
    const challenge = await requestContactChange(context, input);
    return presentChallenge(challenge);
  }

  @Mutation(() => Account, {
    description:
      "Changes the account's e-mail address, and with it the login, or its mobile number, which signs in from then on. The address that was the login is told, and can undo it for seven days. Refusals: CODE_WRONG, CODE_EXPIRED, CONTACT_TAKEN.",
  })
  async confirmContactChange(
    @Ctx() context: IdentityContext,
    @Arg("input", () => ConfirmVerificationCodeInput, { description: "The code that was sent there." })
    input: ConfirmVerificationCodeInput,
  ): Promise<Account> {
    return presentAccount(context, await confirmContactChange(context, input));
  }

  @Mutation(() => VerificationChallenge, {
    description:
      "Sends a code of eight characters. Older codes to the same address stay good beside it, until one is used. " +
      "Refusals: SMS_NOT_AVAILABLE, EMAIL_INVALID, MOBILE_INVALID, " +
      "TOO_MANY_ATTEMPTS (wait retryAfterSeconds).",
  })
  async requestVerificationCode(
    @Ctx() context: IdentityContext,
    @Arg("input", () => RequestVerificationCodeInput, { description: "Where to send it." })
    input: RequestVerificationCodeInput,
  ): Promise<VerificationChallenge> {
    return presentChallenge(await requestVerificationCode(context, input));
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
}
