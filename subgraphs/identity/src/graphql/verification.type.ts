import { DateTime } from "@campus-graph/kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "A code that was sent, to be confirmed." })
export class VerificationChallenge {
  @Field(() => ID, { description: "Names the code that was sent." })
  challengeId!: string;

  @Field(() => DateTime, {
    description: "From then on the code is refused with CODE_EXPIRED: one hour for e-mail.",
  })
  expiresAt!: Date;

  @Field(() => DateTime, {
    description: "From then on a further code can be asked for. It makes this one useless.",
  })
  resendAfter!: Date;
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
    description: "When the token ends: 30 days. A new code to the same address renews it.",
  })
  expiresAt!: Date;
}

export function presentSession(token: {
  token: string;
  subjectId: string;
  expiresAt: Date;
}): ApplicantSession {
  return Object.assign(new ApplicantSession(), token);
}
