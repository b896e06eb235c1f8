import { Ctx, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { listMySessions } from "../use-cases/my-sessions.js";
import { presentOpenSession, Session } from "./session.type.js";

@Resolver()
export class SessionQueries {
  @Query(() => [Session], {
    description:
      "Where the viewer is signed in, the last used first. A handful: each lasts a fortnight at most.",
  })
  async mySessions(@Ctx() context: IdentityContext): Promise<Session[]> {
    return (await listMySessions(context)).map((session) => presentOpenSession(context, session));
  }
}
