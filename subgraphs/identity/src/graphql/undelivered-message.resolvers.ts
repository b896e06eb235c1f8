import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { resendMessage } from "../use-cases/resend-message.js";
import { undeliveredMessages } from "../use-cases/undelivered-messages.js";
import {
  presentMessage,
  UndeliveredMessage,
  UndeliveredMessageConnection,
} from "./undelivered-message.type.js";

@Resolver()
export class UndeliveredMessages {
  @Query(() => UndeliveredMessageConnection, {
    description:
      "Mails and text messages that were given up, the latest first: for the bureau all, for a school's IT office those to its own people.",
  })
  async undeliveredMessages(
    @Ctx() context: IdentityContext,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many at most, up to 100." }) first: number,
    @Arg("after", () => Cursor, { nullable: true, description: "Where the page before ended." })
    after: string | null,
  ): Promise<InstanceType<typeof UndeliveredMessageConnection>> {
    const { edges, pageInfo } = await undeliveredMessages(context, { first, after });
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: presentMessage(node) })), pageInfo };
  }

  @Mutation(() => UndeliveredMessage, {
    description:
      "Has a message that was given up tried again, as it was written; that is audited. Refusals: NOT_FOUND, MESSAGE_OUTDATED.",
  })
  async resendMessage(
    @Ctx() context: IdentityContext,
    @Arg("id", () => ID, { description: "The message." }) id: string,
  ): Promise<UndeliveredMessage> {
    return presentMessage(await resendMessage(context, id));
  }
}
