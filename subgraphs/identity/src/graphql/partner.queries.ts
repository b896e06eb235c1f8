import { Ctx, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { listPartners } from "../use-cases/see-partners.js";
import { Partner, presentPartner } from "./partner.type.js";

@Resolver()
export class PartnerQueries {
  @Query(() => [Partner], {
    description: "The payment partners that the city has registered, by client id; suspended ones too.",
  })
  async partners(@Ctx() context: IdentityContext): Promise<Partner[]> {
    return (await listPartners(context)).map(presentPartner);
  }
}
