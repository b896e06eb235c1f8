import { enumOf } from "@campus-graph/kit/graphql/enums";
import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { EnrolledFactor } from "../domain/second-factor.js";
import type { AuthenticatorEnrolment } from "../use-cases/enrol-second-factor.js";

export const SecondFactorKind = enumOf(["AUTHENTICATOR", "PASSKEY"]);
export type SecondFactorKind = keyof typeof SecondFactorKind;

registerEnumType(SecondFactorKind, {
  name: "SecondFactorKind",
  description: "By what a person shows, beside the password, who they are.",
  valuesConfig: {
    AUTHENTICATOR: {
      description: "An app that shows a new code of six digits every half minute (RFC 6238).",
    },
    PASSKEY: { description: "A key that a device or a security key keeps (WebAuthn)." },
  },
});

@ObjectType({ description: "One of the viewer's second factors." })
export class SecondFactor {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => SecondFactorKind, { description: "What it is." })
  kind!: SecondFactorKind;

  @Field(() => String, { description: "As its owner calls it; empty where they gave it no name." })
  name!: string;

  @Field(() => DateTime, { description: "Since when it is theirs." })
  since!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was last shown; null if never." })
  usedAt!: Date | null;
}

@ObjectType({ description: "What an authenticator app is told. It counts once a code of it was shown." })
export class SecondFactorEnrolment {
  @Field(() => String, { description: "The key to type into the app, in Base32." })
  secret!: string;

  @Field(() => String, { description: "The same as an otpauth:// address, for a QR code." })
  uri!: string;
}

@ObjectType({
  description: "Codes for when authenticator and passkeys are lost. Each opens the account once.",
})
export class RecoveryCodes {
  @Field(() => [String], {
    description: "Ten codes, shown this once; empty where the person has theirs already.",
  })
  codes!: string[];
}

export function presentSecondFactor(factor: EnrolledFactor): SecondFactor {
  return Object.assign(new SecondFactor(), factor);
}

export function presentEnrolment(enrolment: AuthenticatorEnrolment): SecondFactorEnrolment {
  return Object.assign(new SecondFactorEnrolment(), enrolment);
}

export function presentRecoveryCodes(codes: readonly string[] | null): RecoveryCodes {
  return Object.assign(new RecoveryCodes(), { codes: codes ?? [] });
}
