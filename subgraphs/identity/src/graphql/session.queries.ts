import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { listMySessions } from "../use-cases/my-sessions.js";
import { mySignIns } from "../use-cases/my-sign-ins.js";
import { presentOpenSession, Session } from "./session.type.js";
import { presentAttempt, SignInAttemptConnection } from "./sign-in-attempt.type.js";

@Resolver()
export class SessionQueries {
  @Query(() => SignInAttemptConnection, {
    description:
      "Who signed in to the viewer's account, or tried to, the newest first, as far back as the city keeps it: half a year, where its operator sets nothing else. Refusals: BAD_INPUT, INVALID_CURSOR.",
  })
  async mySignIns(
    @Ctx() context: IdentityContext,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many at most, up to 100." }) first: number,
    @Arg("after", () => Cursor, { nullable: true, description: "Where the page before ended." })
    after: string | null,
  ): Promise<InstanceType<typeof SignInAttemptConnection>> {
    const { edges, pageInfo } = await mySignIns(context, { first, after });
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: presentAttempt(node) })), pageInfo };
  }

  @Query(() => [Session], {
    description:
      "Where the viewer is signed in, the last used first. A handful: each lasts a fortnight at most.",
  })
  async mySessions(@Ctx() context: IdentityContext): Promise<Session[]> {
    return (await listMySessions(context)).map((session) => presentOpenSession(context, session));
  }
}
