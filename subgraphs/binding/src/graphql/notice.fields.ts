import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { seeRequest } from "../access/requests.js";
import type { BindingContext } from "../context.js";
import { reasonOfReturn } from "../use-cases/reason-of-return.js";
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
    const request = await seeRequest(context, reference.requestId);
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
    if (kind !== "RETURNED") return null;
    return reasonOfReturn(context, { requestId: reference.requestId, returnedAt: occurredAt });
  }
}
