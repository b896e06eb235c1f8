import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { referenceOf } from "../domain/verification-code.js";
import { CodeDelivery } from "./enums.js";

@ObjectType({ description: "A code that was sent, to be confirmed." })
export class VerificationChallenge {
  @Field(() => ID, { description: "Names the code that was sent." })
  challengeId!: string;

  @Field(() => DateTime, {
    description:
      "From then on the code is refused with CODE_EXPIRED: one hour after a mail, ten minutes after a text message.",
  })
  expiresAt!: Date;

  @Field(() => String, {
    description:
      "Four characters that stand in the mail or text message too. Show them where the code is asked for: of several codes under way, that one is meant.",
  })
  reference!: string;

  @Field(() => DateTime, {
    description:
      "From then on a further code can be asked for. This one stays good until one of them is used.",
  })
  resendAfter!: Date;
}

@ObjectType({ description: "An address or mobile number that the caller has shown to be theirs." })
export class VerifiedContact {
  @Field(() => CodeDelivery, { description: "How the code was sent there." })
  by!: CodeDelivery;

  @Field(() => String, { description: "The e-mail address or mobile number." })
  target!: string;
}

@ObjectType({ description: "That the caller signed an application by a code." })
export class SignatureProof {
  @Field(() => String, {
    description:
      "For signApplication or resubmitRequest, in place of strokes. It signs this one application, once.",
  })
  proof!: string;

  @Field(() => DateTime, { description: "Until then the proof is taken: a quarter of an hour." })
  expiresAt!: Date;
}

@ObjectType({ description: "What an applicant goes on with, before there is an account." })
export class ApplicantSession {
  @Field(() => String, {
    description: "A bearer token. It reads the subject's own applications and notices, and nothing else.",
  })
  token!: string;

  @Field(() => ID, { description: "Who the applicant is in the graph; later the account's id." })
  subjectId!: string;

  @Field(() => DateTime, {
    description:
      "When the token ends: 30 days at most. A new password, or a sign-out everywhere, ends it at once.",
  })
  expiresAt!: Date;
}

export function presentChallenge({
  id,
  expiresAt,
  resendAfter,
}: {
  id: string;
  expiresAt: Date;
  resendAfter: Date;
}): VerificationChallenge {
  const reference = referenceOf(id);
  return Object.assign(new VerificationChallenge(), { challengeId: id, reference, expiresAt, resendAfter });
}

export function presentSession(token: {
  token: string;
  subjectId: string;
  expiresAt: Date;
}): ApplicantSession {
  return Object.assign(new ApplicantSession(), token);
}
