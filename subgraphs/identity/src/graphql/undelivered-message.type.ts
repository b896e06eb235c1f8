import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { enumOf } from "@campus-graph/kit/graphql/enums";
import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { type UndeliveredMessage as DomainMessage, messageKinds } from "../domain/undelivered-message.js";
import { CodeDelivery } from "./enums.js";

export const MessageKindName = enumOf([...messageKinds]);

registerEnumType(MessageKindName, {
  name: "MessageKind",
  description: "What a message is for.",
  valuesConfig: {
    CODE: { description: "A verification code." },
    APPROVAL: { description: "That an application was approved, and how to sign in." },
    INVITATION: { description: "To staff: that there is an account, and how to sign in." },
    PERSON_LINK: { description: "To an account's owner: that somebody applied with their national ID." },
    FIRST_SIGN_IN: { description: "How to sign in for the first time, mailed again." },
    SECOND_FACTOR: { description: "That something about the second factor changed." },
    CONTACT_CHANGED: { description: "To a former address: that it signs in no more, and how to undo that." },
    ACCOUNT_STATE: { description: "That the account was disabled, or enabled again." },
    NOTICE: { description: "About a binding, a bill, or requests that wait." },
  },
});

@ObjectType({
  description:
    "A message that nobody took, kept sealed until it is forgotten: never its words, nor where exactly it went.",
})
export class UndeliveredMessage {
  @Field(() => ID, { description: "The message." })
  id!: string;

  @Field(() => MessageKindName, { description: "What it is for." })
  kind!: DomainMessage["kind"];

  @Field(() => CodeDelivery, { description: "By mail or text message." })
  by!: DomainMessage["by"];

  @Field(() => String, { description: "Where it went, masked: `g***@campus.example`, `0912***678`." })
  maskedTarget!: string;

  @Field(() => String, {
    description: "The class of its last failure, such as MAIL_BOUNCED, where there is no such mailbox.",
  })
  error!: string;

  @Field(() => DateTime, { description: "When it was given up." })
  since!: Date;

  @Field(() => Boolean, { description: "Whether it is still of use; a code that is good no longer is not." })
  canBeSent!: boolean;
}

export const UndeliveredMessageConnection = connectionOf("UndeliveredMessage", UndeliveredMessage);

export function presentMessage(message: DomainMessage): UndeliveredMessage {
  return Object.assign(new UndeliveredMessage(), message);
}
