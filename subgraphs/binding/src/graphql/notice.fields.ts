import { batched } from "@campus-graph/kit/graphql/batching";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { BindingContext } from "../context.js";
import { requestById } from "../persistence/requests.js";
import { reasonOfReturn, returnKey } from "../persistence/returns.js";
import { BindingNoticeType } from "./notice.type.js";
import { BindingRequestType, presentRequest } from "./request.type.js";

@Resolver(() => BindingNoticeType)
export class NoticeFields {
  @FieldResolver(() => BindingRequestType, {
    nullable: true,
    description: "The request as it stands now; null once the viewer may no longer see it.",
  })
  async request(
    @Ctx() context: BindingContext,
    @Root() { reference }: BindingNoticeType,
  ): Promise<BindingRequestType | null> {
    const request = await batched(context, requestById, reference.requestId);
    return request && presentRequest(context, request);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Of a return: why, as the teacher wrote it then, whatever came after. Null in other notices.",
  })
  async reason(
    @Ctx() context: BindingContext,
    @Root() { kind, occurredAt, reference }: BindingNoticeType,
  ): Promise<string | null> {
    if (kind !== "RETURNED" || !(await batched(context, requestById, reference.requestId))) return null;
    return batched(context, reasonOfReturn, returnKey(reference.requestId, occurredAt));
  }
}
