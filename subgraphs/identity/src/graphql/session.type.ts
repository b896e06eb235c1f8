import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { OpenSession } from "../domain/open-session.js";

@ObjectType({ description: "A place where the viewer is signed in: a browser or an app." })
export class Session {
  @Field(() => ID, { description: "Its id, for endSession." })
  id!: string;

  @Field(() => String, {
    description:
      "The client that it was opened for, such as campus-apps (the city's own apps); empty where that was not written down yet.",
  })
  client!: string;

  @Field(() => DateTime, { description: "When it was signed in." })
  since!: Date;

  @Field(() => DateTime, { description: "When it was last used, to the minute." })
  lastSeenAt!: Date;

  @Field(() => String, {
    description: "The network address that it was signed in from; empty where it is not known.",
  })
  address!: string;

  @Field(() => String, {
    description:
      "What the browser says of itself (User-Agent), for an app to put into words; empty where it is not known.",
  })
  agent!: string;

  @Field(() => Boolean, { description: "Whether it is the one that asks." })
  current!: boolean;
}

export function presentOpenSession({ viewer }: IdentityContext, { sid, ...shown }: OpenSession): Session {
  return Object.assign(new Session(), { ...shown, id: sid, current: sid === viewer.session });
}
