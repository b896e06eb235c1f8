import { EmailAddress } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, InputType } from "type-graphql";
import { CodeDelivery } from "./enums.js";

@InputType({ description: "Where to send a verification code." })
export class RequestVerificationCodeInput {
  @Field(() => CodeDelivery, { description: "How to send it." })
  by!: CodeDelivery;

  @Field(() => String, { description: "The e-mail address or mobile number." })
  target!: string;
}

@InputType({ description: "A code as the applicant typed it." })
export class ConfirmVerificationCodeInput {
  @Field(() => ID, { description: "The challengeId that requestVerificationCode gave." })
  challengeId!: string;

  @Field(() => String, { description: "The eight characters; small letters, spaces and dashes do no harm." })
  code!: string;
}

@InputType({ description: "A code as the guardian typed it, instead of a drawn signature." })
export class ConfirmSignatureInput {
  @Field(() => ID, { description: "The challengeId that requestVerificationCode gave." })
  challengeId!: string;

  @Field(() => String, { description: "The eight characters; small letters, spaces and dashes do no harm." })
  code!: string;

  @Field(() => ID, {
    description: "The application that is signed; of a returned request, the one it belongs to.",
  })
  applicationId!: string;
}

@InputType({ description: "Who the guardian of one application is." })
export class SetGuardianInput {
  @Field(() => ID, { description: "The application." })
  applicationId!: string;

  @Field(() => String, { description: "The guardian's name, at most 50 characters." })
  name!: string;

  @Field(() => String, { description: "National ID or resident certificate number, its check digit right." })
  nationalId!: string;

  @Field(() => EmailAddress, { description: "The future login. The caller must have verified it by a code." })
  email!: string;

  @Field(() => String, { description: "Mobile number, 09 and eight digits." })
  mobile!: string;
}

@InputType({ description: "Corrections to the guardian whom the caller has declared for an application." })
export class CorrectGuardianInput {
  @Field(() => ID, { description: "The application." })
  applicationId!: string;

  @Field(() => String, { description: "The guardian's name, at most 50 characters." })
  name!: string;

  @Field(() => EmailAddress, { description: "The future login. The caller must have verified it by a code." })
  email!: string;

  @Field(() => String, { description: "Mobile number, 09 and eight digits." })
  mobile!: string;
}

@InputType({ description: "A password and its successor." })
export class ChangePasswordInput {
  @Field(() => String, { description: "The password as it is, or the initial one." })
  currentPassword!: string;

  @Field(() => String, {
    description:
      "8 to 128 characters; not among the most common ones, and nothing of the name, login, mobile number or national ID.",
  })
  newPassword!: string;
}
