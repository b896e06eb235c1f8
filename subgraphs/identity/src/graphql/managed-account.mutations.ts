import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { disableAccount } from "../use-cases/disable-account.js";
import { enableAccount } from "../use-cases/enable-account.js";
import { resetSecondFactor } from "../use-cases/reset-second-factor.js";
import { restartFirstSignIn } from "../use-cases/restart-first-sign-in.js";
import { unlockAccount } from "../use-cases/unlock-account.js";
import { ManagedAccount, presentManagedAccount } from "./managed-account.type.js";

@InputType({ description: "Somebody's account, and why it is changed." })
class AccountCareInput {
  @Field(() => ID, { description: "An account that `accounts` has found." })
  accountId!: string;

  @Field(() => String, { description: "Why, in 1 to 500 characters. It is kept sealed, for an audit." })
  reason!: string;
}

const input = { description: "Whose account, and why." };
const common = "ACCOUNT_NOT_YOURS, OWN_ACCOUNT, NOT_FOUND, BAD_INPUT";

/** What an IT office, or the bureau, does to the accounts that it looks after. */
@Resolver()
export class ManagedAccountMutations {
  @Mutation(() => ManagedAccount, {
    description: `Lets nobody sign in to the account, and ends what is signed in, everywhere: answers once every socket is closed. It can be taken back. Refusals: TAKING_EFFECT (it is disabled; \`missing\` has yet to act on it: say it again), ${common}.`,
  })
  async disableAccount(
    @Ctx() context: IdentityContext,
    @Arg("input", () => AccountCareInput, input) care: AccountCareInput,
  ): Promise<ManagedAccount> {
    return presentManagedAccount(context, await disableAccount(context, care));
  }

  @Mutation(() => ManagedAccount, {
    description: `Lets the account's person sign in again. What the bureau has disabled, the bureau enables. Refusals: ${common}.`,
  })
  async enableAccount(
    @Ctx() context: IdentityContext,
    @Arg("input", () => AccountCareInput, input) care: AccountCareInput,
  ): Promise<ManagedAccount> {
    return presentManagedAccount(context, await enableAccount(context, care));
  }

  @Mutation(() => ManagedAccount, {
    description: `Counts wrong passwords anew, so that its person can sign in at once. Refusals: ${common}.`,
  })
  async unlockAccount(
    @Ctx() context: IdentityContext,
    @Arg("input", () => AccountCareInput, input) care: AccountCareInput,
  ): Promise<ManagedAccount> {
    return presentManagedAccount(context, await unlockAccount(context, care));
  }

  @Mutation(() => ManagedAccount, {
    description: `Opens the first sign-in anew for who let it lapse, and mails how. Refusals: FIRST_SIGN_IN_DONE, ACCOUNT_DISABLED, ${common}.`,
  })
  async restartFirstSignIn(
    @Ctx() context: IdentityContext,
    @Arg("input", () => AccountCareInput, input) care: AccountCareInput,
  ): Promise<ManagedAccount> {
    return presentManagedAccount(context, await restartFirstSignIn(context, care));
  }

  @Mutation(() => ManagedAccount, {
    description: `Takes the account's second factor and recovery codes away and ends its sessions, for who has lost them; the person is told by mail and sets up another one at the next sign-in. Refusals: SECOND_FACTOR_REQUIRED, ${common}.`,
  })
  async resetSecondFactor(
    @Ctx() context: IdentityContext,
    @Arg("input", () => AccountCareInput, input) care: AccountCareInput,
  ): Promise<ManagedAccount> {
    return presentManagedAccount(context, await resetSecondFactor(context, care));
  }
}
