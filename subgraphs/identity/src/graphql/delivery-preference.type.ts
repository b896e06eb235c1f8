import { enumOf } from "@campus-graph/kit/graphql/enums";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import {
  type DeliveryChannel,
  type DeliveryKind,
  type DeliveryPreference as DomainPreference,
  deliveryChannels,
  deliveryKinds,
} from "../domain/delivery.js";

export const DeliveryKindName = enumOf([...deliveryKinds]);
export const DeliveryChannelName = enumOf([...deliveryChannels]);

registerEnumType(DeliveryKindName, {
  name: "DeliveryKind",
  description:
    "What one may be written about. Codes, and mails about the account itself, come whatever is chosen.",
  valuesConfig: {
    BINDING: { description: "A request came back, failed after approval, or a binding ended." },
    BILLS: { description: "Bills of one's children." },
    REVIEWS: { description: "For homeroom teachers: requests that wait, each school morning." },
  },
});

registerEnumType(DeliveryChannelName, {
  name: "DeliveryChannel",
  description: "How one is written to.",
  valuesConfig: {
    EMAIL: { description: "By mail to the login's address." },
    SMS: { description: "By text message, to a mobile number that a code has shown to be theirs." },
    PUSH: { description: "By a push to the browsers in which they have switched that on (subscribeToPush)." },
  },
});

@ObjectType({ description: "By which ways a person wishes to be written to about one kind of things." })
export class DeliveryPreference {
  @Field(() => DeliveryKindName, { description: "About what." })
  kind!: DeliveryKind;

  @Field(() => Boolean, { description: "By mail." })
  email!: boolean;

  @Field(() => Boolean, { description: "By text message." })
  sms!: boolean;

  @Field(() => Boolean, { description: "By push, to the browsers that they have subscribed." })
  push!: boolean;
}

export type { DeliveryChannel, DeliveryKind };

export function presentPreference({ kind, wanted }: DomainPreference): DeliveryPreference {
  const { EMAIL: email, SMS: sms, PUSH: push } = wanted;
  return Object.assign(new DeliveryPreference(), { kind, email, sms, push });
}
