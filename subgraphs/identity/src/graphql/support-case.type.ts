import { enumOf } from "@campus-graph/kit/graphql/enums";
import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { SupportCase as Shown, UnderWay } from "../use-cases/see-support-case.js";
import { CodeDelivery } from "./enums.js";
import { AccountState } from "./managed-account.type.js";
import { MessageKindName } from "./undelivered-message.type.js";

const MessageStateName = enumOf(["WAITING", "GIVEN_UP"]);

registerEnumType(MessageStateName, {
  name: "MessageState",
  description: "What a message that has not arrived is in. Of one that was taken nothing is kept.",
  valuesConfig: {
    WAITING: { description: "It is still to be sent, or is tried again." },
    GIVEN_UP: { description: "Nobody took it; the IT office or the bureau can have it sent again." },
  },
});

@ObjectType({
  description:
    "A message on its way to somebody, by what it is for and how it fares: never its words or address.",
})
export class SupportMessage {
  @Field(() => MessageKindName, { description: "What it is for." })
  kind!: UnderWay["kind"];

  @Field(() => CodeDelivery, { description: "By mail or text message." })
  by!: UnderWay["by"];

  @Field(() => MessageStateName, { description: "How it fares." })
  state!: UnderWay["state"];

  @Field(() => DateTime, { description: "When it was written." })
  writtenAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was given up; null while it is tried." })
  givenUpAt!: Date | null;

  @Field(() => Int, { description: "How often it was tried." })
  tries!: number;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({
  description:
    "What support may know of somebody who asks for help: states and times under an opaque id, and nothing of the person.",
})
export class SupportCase {
  @Field(() => ID, {
    description: "The number that its owner reads on the parents' page “Me”: the id of their account.",
  })
  id!: string;

  @Field(() => AccountState, { description: "What the account's sign-in is in." })
  state!: Shown["state"];

  @Field(() => DateTime, { description: "Since when there is the account." })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "Until when the handed-out password or link opens it; null once it has been used, or has died.",
  })
  firstSignInUntil!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Since when it is disabled; null while it is not." })
  disabledAt!: Date | null;

  @Field(() => [SupportMessage], {
    description: "Messages to its owner that have not arrived, the latest first, up to twenty.",
  })
  messages!: SupportMessage[];
}

export function presentSupportCase({ messages, ...shown }: Shown): SupportCase {
  return Object.assign(new SupportCase(), {
    ...shown,
    messages: messages.map((message) => Object.assign(new SupportMessage(), message)),
  });
}
