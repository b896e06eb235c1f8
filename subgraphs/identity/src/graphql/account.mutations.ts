import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { changePassword } from "../use-cases/change-password.js";
import { setUserName } from "../use-cases/set-user-name.js";
import { signOutEverywhere } from "../use-cases/sign-out-everywhere.js";
import { Account, presentAccount } from "./account.type.js";

@InputType({ description: "A password and its successor." })
class ChangePasswordInput {
  @Field(() => String, { description: "The password as it is, or the initial one." })
  currentPassword!: string;

  @Field(() => String, {
    description:
      "8 to 128 characters; not among the most common ones, and nothing of the name, login, mobile number or national ID.",
  })
  newPassword!: string;
}

@InputType({ description: "A user name of one's own." })
class SetUserNameInput {
  @Field(() => String, {
    nullable: true,
    description:
      "4 to 30 letters, Chinese characters, digits or . _ - beginning with a letter; null for none.",
  })
  userName?: string | null;
}

/** What the holder of an account does with it. */
@Resolver()
export class AccountMutations {
  @Mutation(() => Account, {
    description:
      "Changes the password and ends the account's other sessions. Refresh the access token afterwards: one that could only " +
      "change an initial password then opens everything. Refusals: PASSWORD_WRONG, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, " +
      "PASSWORD_TOO_COMMON, PASSWORD_PERSONAL, PASSWORD_UNCHANGED, TOO_MANY_ATTEMPTS.",
  })
  async changePassword(
    @Ctx() context: IdentityContext,
    @Arg("input", () => ChangePasswordInput, { description: "The password and its successor." })
    input: ChangePasswordInput,
  ): Promise<Account> {
    return presentAccount(context, await changePassword(context, input));
  }

  @Mutation(() => Account, {
    description:
      "Gives the viewer's account a user name in the place of the one it had; left out, the account has none from now on. Full-width and capital letters are taken for plain ones. Refusals: USER_NAME_INVALID, USER_NAME_RESERVED, USER_NAME_TAKEN, TOO_MANY_ATTEMPTS.",
  })
  async setUserName(
    @Ctx() context: IdentityContext,
    @Arg("input", () => SetUserNameInput, { description: "The name." }) { userName }: SetUserNameInput,
  ): Promise<Account> {
    return presentAccount(context, await setUserName(context, userName ?? null));
  }

  @Mutation(() => Account, {
    description:
      "Ends every session of the caller's account on every device, this one too, and every applicant's token of theirs.",
  })
  async signOutEverywhere(@Ctx() context: IdentityContext): Promise<Account> {
    return presentAccount(context, await signOutEverywhere(context));
  }
}
