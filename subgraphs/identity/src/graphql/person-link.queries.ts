import { Ctx, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { myPersonLinks } from "../use-cases/my-person-links.js";
import { PersonLink, presentLink } from "./person-link.type.js";

@Resolver()
export class PersonLinkQueries {
  @Query(() => [PersonLink], {
    description: "Approved requests with the viewer's national ID that wait for their word, oldest first.",
  })
  async myPersonLinks(@Ctx() context: IdentityContext): Promise<PersonLink[]> {
    return (await myPersonLinks(context)).map(presentLink);
  }
}
