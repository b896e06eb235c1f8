import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ObjectType } from "type-graphql";
import type { SignInAttempt as DomainAttempt } from "../domain/sign-in-attempt.js";

@ObjectType({ description: "Somebody signed in to the viewer's account, or tried to." })
export class SignInAttempt {
  @Field(() => DateTime, { description: "When." })
  at!: Date;

  @Field(() => Boolean, { description: "Whether they got in." })
  succeeded!: boolean;

  @Field(() => String, { description: "The client that it was for, such as campus-apps." })
  client!: string;

  @Field(() => String, { description: "The network address that it came from." })
  address!: string;

  @Field(() => String, {
    description: "What the browser says of itself (User-Agent), for an app to put into words.",
  })
  agent!: string;
}

export const SignInAttemptConnection = connectionOf("SignInAttempt", SignInAttempt);

export function presentAttempt({ id: _, ...shown }: DomainAttempt): SignInAttempt {
  return Object.assign(new SignInAttempt(), shown);
}
