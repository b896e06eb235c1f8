import { Ctx, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { listMyWalletLinks } from "../use-cases/my-wallet-links.js";
import { presentWalletLink, WalletLink } from "./wallet-link.type.js";

@Resolver()
export class WalletLinkQueries {
  @Query(() => [WalletLink], {
    description: "The wallets that the viewer has linked, the newest first: one of each partner at most.",
  })
  async myWalletLinks(@Ctx() context: IdentityContext): Promise<WalletLink[]> {
    return (await listMyWalletLinks(context)).map(presentWalletLink);
  }
}
