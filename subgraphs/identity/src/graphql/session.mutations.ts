import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { endMySession } from "../use-cases/my-sessions.js";
import { presentOpenSession, Session } from "./session.type.js";

/** What the viewer does to the places where they are signed in. */
@Resolver()
export class SessionMutations {
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
