import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { enumOf } from "@campus-graph/kit/graphql/enums";
import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { ManagedAccount as Shown } from "../use-cases/managed-account.js";
import { presentStaffRole, StaffRole } from "./staff-role.type.js";

export const AccountState = enumOf(["AWAITING_FIRST_SIGN_IN", "ACTIVE", "LOCKED", "DISABLED"]);
export type AccountState = keyof typeof AccountState;

registerEnumType(AccountState, {
  name: "AccountState",
  description: "What an account's sign-in is in.",
  valuesConfig: {
    AWAITING_FIRST_SIGN_IN: { description: "Its person has not chosen a password yet." },
    ACTIVE: { description: "Its person signs in." },
    LOCKED: {
      description:
        "There were too many wrong passwords from unknown browsers, which are refused for up to 15 minutes. Known ones, and a mailed code, still open it.",
    },
    DISABLED: { description: "Nobody signs in to it, until an IT office or the bureau enables it." },
  },
});

@ObjectType({
  description:
    "An account as those see it who look after accounts: masked, without the children and bills of its person.",
})
export class ManagedAccount {
  @Field(() => ID, { description: "The account's id." })
  id!: string;

  @Field(() => String, { description: "The person's name, masked: 林O明." })
  maskedName!: string;

  @Field(() => String, { description: "The login e-mail address, masked: g***@campus.example." })
  maskedEmail!: string;

  @Field(() => Boolean, {
    description: "Whether mails to it come back, so that its person is written to no more but with codes.",
  })
  emailUndeliverable!: boolean;

  @Field(() => String, { nullable: true, description: "The mobile number, masked: 0912***678." })
  maskedMobile!: string | null;

  @Field(() => Boolean, { description: "Whether the person is a guardian." })
  isGuardian!: boolean;

  @Field(() => [StaffRole], {
    description: "The roles that the person holds at the schools where the viewer is the IT office.",
  })
  staffRoles!: StaffRole[];

  @Field(() => AccountState, { description: "What its sign-in is in." })
  state!: AccountState;

  @Field(() => DateTime, { description: "Since when there is the account." })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "Until when the handed-out password or link opens it; null once it has been used, or has died.",
  })
  firstSignInUntil!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Since when it is disabled; null while it is not." })
  disabledAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was disabled, in the words of who did it." })
  disabledReason!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether the viewer may change it: not their own, and, for a school's IT office, not that of somebody who also works elsewhere or whom the bureau disabled.",
  })
  isChangeable!: boolean;
}

export const ManagedAccountConnection = connectionOf("ManagedAccount", ManagedAccount);

export function presentManagedAccount(context: IdentityContext, { roles, ...shown }: Shown): ManagedAccount {
  const staffRoles = roles.map((held) => presentStaffRole(context, held));
  return Object.assign(new ManagedAccount(), { ...shown, staffRoles });
}
