import { Field, InputType, ObjectType } from "type-graphql";

@ObjectType({
  description: "How the viewer's browser is pushed to, beside its open pages (Web Push, RFC 8030).",
})
export class PushService {
  @Field(() => String, {
    description:
      "The city's key that a browser subscribes with (applicationServerKey): an uncompressed point of P-256 in base64url.",
  })
  serverKey!: string;

  @Field(() => Boolean, { description: "Whether this session's browser is pushed to." })
  subscribed!: boolean;
}

@InputType({ description: "A browser's subscription, as its PushSubscription says it." })
export class SubscribeToPushInput {
  @Field(() => String, {
    description:
      "Its endpoint, of 2,000 characters at most. Kept sealed; only push services that the operator lists.",
  })
  endpoint!: string;

  @Field(() => String, { description: 'The browser\'s public key, getKey("p256dh") in base64url.' })
  p256dh!: string;

  @Field(() => String, { description: 'The browser\'s secret, getKey("auth") in base64url.' })
  auth!: string;

  @Field(() => String, {
    description: "The key that the browser subscribed with, PushService.serverKey as it was then.",
  })
  serverKey!: string;
}
