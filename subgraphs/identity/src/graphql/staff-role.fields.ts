import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { Account, presentAccount } from "./account.type.js";
import { StaffRole } from "./staff-role.type.js";

@Resolver(() => StaffRole)
export class StaffRoleFields {
  @FieldResolver(() => Account, {
    nullable: true,
    description: "The account of whom it is given. What of it is its holder's alone stays so.",
  })
  account(@Root() { holder }: StaffRole, @Ctx() context: IdentityContext): Account {
    return presentAccount(context, holder);
  }
}
