import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { emailUndeliverable } from "../use-cases/email-undeliverable.js";
import { Account } from "./account.type.js";

/** What is looked up of an account only where somebody asks. */
@Resolver(() => Account)
export class AccountFields {
  @FieldResolver(() => Boolean, {
    description:
      "Whether the login's own mail server said that there is no such mailbox, and no mail has been taken there since. For the account's own holder.",
  })
  emailUndeliverable(@Root() { id }: Account, @Ctx() context: IdentityContext): Promise<boolean> {
    return emailUndeliverable(context, id);
  }
}
