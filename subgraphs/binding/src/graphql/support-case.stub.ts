import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { BindingContext } from "../context.js";
import type { RequestStatus } from "../domain/request-status.js";
import { requestsForSupport } from "../use-cases/requests-for-support.js";
import { RequestStatusEnum } from "./enums.js";

@ObjectType("SupportRequest", {
  description:
    "A request as support knows it: where it stands and since when, without the student or the guardian.",
})
export class SupportRequestType {
  @Field(() => ID, { description: "The request's id." })
  id!: string;

  @Field(() => RequestStatusEnum, { description: "Where it stands, as its guardian is told." })
  status!: RequestStatus;

  @Field(() => Int, { description: "Which signed version it is; 0 in a draft." })
  version!: number;

  @Field(() => DateTime, { nullable: true, description: "When it was last submitted; null in a draft." })
  appliedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was decided; null while nobody has, or it was sent in again.",
  })
  decidedAt!: Date | null;
}

/** Identity's case of somebody who asks for help, which is described there; binding adds what became of their requests. */
@Directive('@key(fields: "id")')
@ObjectType("SupportCase")
export class SupportCaseType {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => SupportCaseType)
export class SupportCaseFields {
  @FieldResolver(() => [SupportRequestType], {
    description:
      "What was applied for under this number, the latest first, up to twenty; at a school's support, what concerns that school.",
  })
  async requests(
    @Ctx() context: BindingContext,
    @Root() { id }: SupportCaseType,
  ): Promise<SupportRequestType[]> {
    const requests = await requestsForSupport(context, id);
    return requests.map(({ id, statusForApplicant: status, version, appliedAt, decidedAt }) =>
      Object.assign(new SupportRequestType(), { id, status, version, appliedAt, decidedAt }),
    );
  }
}
