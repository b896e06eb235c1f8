import { EmailAddress } from "@campus-graph/kit/graphql/scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { Account as DomainAccount } from "../domain/account.js";
import { contactsOfAccount } from "../use-cases/contacts-of-account.js";
import { RoleName } from "./enums.js";
import { presentStaffRoles, StaffRole } from "./staff-role.type.js";

@Directive('@key(fields: "id")')
@ObjectType({ description: "A person's sign-on: one person, one account, however many roles." })
export class Account {
  @Field(() => ID, { description: "The subject's id, the same before and after there is an account." })
  id!: string;

  @Field(() => String, { description: "The person's name." })
  displayName!: string;

  @Field(() => EmailAddress, { nullable: true, description: "The login. For the account's own holder." })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Mobile number, 09 and eight digits. For the account's own holder.",
  })
  mobile!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The user name that the person chose, by which they sign in too. For the account's own holder.",
  })
  userName!: string | null;

  @Field(() => [RoleName], {
    description: "What the person may be, each role once. For the account's own holder.",
  })
  roles!: RoleName[];

  @Field(() => [StaffRole], {
    description:
      "The staff roles that the person holds today, one for each school. For the account's own holder.",
  })
  staffRoles!: StaffRole[];

  @Field(() => Boolean, {
    description: "Whether a password of one's own is still to be chosen. For the account's own holder.",
  })
  mustChangePassword!: boolean;
}

export function presentAccount(context: IdentityContext, account: DomainAccount): Account {
  const { name, email, mobile, userName = null } = contactsOfAccount(context, account);
  const roles = [...new Set(account.rolesAt(context.clock.now()).map(({ role }) => role))];
  const { id, mustChangePassword } = account;
  return Object.assign(new Account(), {
    id,
    displayName: name,
    email,
    mobile,
    userName,
    roles,
    staffRoles: presentStaffRoles(context, account),
    mustChangePassword,
  });
}
