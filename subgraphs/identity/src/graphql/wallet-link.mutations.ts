import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { unlinkWallet } from "../use-cases/my-wallet-links.js";
import { presentWalletLink, WalletLink } from "./wallet-link.type.js";

@Resolver()
export class WalletLinkMutations {
  @Mutation(() => [WalletLink], {
    description:
      "Ends a wallet's link: its tokens and sockets end at once, and it gets no further ones. Answers the links that are left. Refuses NOT_FOUND.",
  })
  async unlinkWallet(
    @Ctx() context: IdentityContext,
    @Arg("id", () => ID, { description: "A link of myWalletLinks." }) id: string,
  ): Promise<WalletLink[]> {
    return (await unlinkWallet(context, id)).map(presentWalletLink);
  }
}
