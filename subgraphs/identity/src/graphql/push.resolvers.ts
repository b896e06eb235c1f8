import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import {
  myPushState,
  type PushState,
  subscribeToPush,
  unsubscribeFromPush,
} from "../use-cases/subscribe-to-push.js";
import { PushService, SubscribeToPushInput } from "./push.type.js";

@Resolver()
export class Push {
  @Query(() => PushService, {
    nullable: true,
    description: "How the viewer's browser is pushed to; null where the city sends no pushes.",
  })
  async pushService(@Ctx() context: IdentityContext): Promise<PushService | null> {
    return present(await myPushState(context));
  }

  @Mutation(() => PushService, {
    description:
      "Has the viewer's browser pushed to, in the language of this request, until the session ends or its push service knows it no more. A push says which kind of thing happened and an opaque id; the rest is read here. A session has one subscription, the newest. Refuses PUSH_UNAVAILABLE, PUSH_HOST_NOT_ALLOWED (of a push service that the operator does not list), PUSH_KEY_CHANGED (subscribed with another key than the city's) and BAD_INPUT.",
  })
  async subscribeToPush(
    @Ctx() context: IdentityContext,
    @Arg("input", () => SubscribeToPushInput, { description: "The subscription." })
    input: SubscribeToPushInput,
  ): Promise<PushService> {
    return present(await subscribeToPush(context, { ...input }))!;
  }

  @Mutation(() => PushService, {
    nullable: true,
    description: "Has the viewer's browser pushed to no more. Asked again it changes nothing.",
  })
  async unsubscribeFromPush(@Ctx() context: IdentityContext): Promise<PushService | null> {
    return present(await unsubscribeFromPush(context));
  }
}

function present(state: PushState | null): PushService | null {
  return state && Object.assign(new PushService(), state);
}
