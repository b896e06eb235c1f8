import { EmailAddress } from "@campus-graph/kit/graphql/scalars";
import { Field, ObjectType } from "type-graphql";
import type { SeenGuardian } from "../access/guardians.js";
import type { ShownLoginCheck } from "../domain/login-check.js";
import { LoginCheckName } from "./enums.js";

@ObjectType({
  description:
    "Who applies for a binding to a student or holds one, as they declared it for that application.",
})
export class Guardian {
  @Field(() => String, { description: "The guardian's name, as declared." })
  name!: string;

  @Field(() => String, { description: "The national ID with its middle hidden, such as A12****789." })
  maskedNationalId!: string;

  @Field(() => EmailAddress, { description: "The verified e-mail address, which becomes the login." })
  email!: string;

  @Field(() => String, { description: "Mobile number, 09 and eight digits." })
  mobile!: string;

  @Field(() => LoginCheckName, {
    description: "Whether the e-mail address can become this guardian's login, as of now.",
  })
  loginCheck!: ShownLoginCheck;

  @Field(() => String, {
    nullable: true,
    description:
      "Where loginCheck is ID_CHANGED, for reviewers: the national ID of the account as it is on record, with its middle hidden.",
  })
  formerMaskedNationalId!: string | null;
}

export function presentGuardian({ contacts, loginCheck, formerMaskedNationalId }: SeenGuardian): Guardian {
  const { name, maskedNationalId, email, mobile } = contacts;
  return Object.assign(new Guardian(), {
    name,
    maskedNationalId: maskedNationalId ?? "",
    email,
    mobile: mobile ?? "",
    loginCheck,
    formerMaskedNationalId,
  });
}
