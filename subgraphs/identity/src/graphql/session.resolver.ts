import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { endMySession, listMySessions } from "../use-cases/my-sessions.js";
import { presentOpenSession, Session } from "./session.type.js";

@Resolver()
export class SessionResolver {
  @Query(() => [Session], {
    description:
      "Where the viewer is signed in, the last used first. A handful: each lasts a fortnight at most.",
  })
  async mySessions(@Ctx() context: IdentityContext): Promise<Session[]> {
    return (await listMySessions(context)).map((session) => presentOpenSession(context, session));
  }

  @Mutation(() => [Session], {
    description:
      "Signs the viewer out at one place: its tokens and sockets end, and whoever uses it is asked to sign in. Answers those that are left. Refuses NOT_FOUND.",
  })
  async endSession(
    @Ctx() context: IdentityContext,
    @Arg("id", () => ID, { description: "A session of mySessions." }) id: string,
  ): Promise<Session[]> {
    return (await endMySession(context, id)).map((session) => presentOpenSession(context, session));
  }
}
