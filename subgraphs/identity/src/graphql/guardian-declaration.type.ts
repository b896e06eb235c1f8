import { Field, ObjectType } from "type-graphql";
import type { LoginCheck } from "../domain/login-check.js";
import type { Declaration } from "../use-cases/set-guardian.js";
import { LoginCheckName } from "./enums.js";
import { ApplicantSession, presentSession } from "./verification.type.js";

@ObjectType({ description: "Proof for submitApplication and resubmitRequest of who the guardian is." })
export class GuardianDeclaration {
  @Field(() => String, {
    description: "Sealed for binding: subject, application, person and verified e-mail. Good for 24 hours.",
  })
  declaration!: string;

  @Field(() => String, { description: "The national ID that was declared, with its middle hidden." })
  maskedNationalId!: string;

  @Field(() => LoginCheckName, {
    description: "Whether the e-mail address can become this guardian's login.",
  })
  loginCheck!: LoginCheck;

  @Field(() => ApplicantSession, {
    nullable: true,
    description:
      "Given when loginCheck is TAKEN: the application, once submitted, has a subject of its own, so that it does not land in " +
      "the account of the person who signs in with that address. Go on with this token then; it reads this application alone.",
  })
  session!: ApplicantSession | null;
}

export function presentDeclaration({ session, loginCheck, ...declared }: Declaration): GuardianDeclaration {
  return Object.assign(new GuardianDeclaration(), {
    ...declared,
    loginCheck,
    session: session && presentSession(session),
  });
}
