import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { seeRequest } from "../access/requests.js";
import type { BindingContext } from "../context.js";
import { BindingType } from "./binding.type.js";
import { BindingRequestType, presentRequest } from "./request.type.js";

@Resolver(() => BindingType)
export class BindingFields {
  @FieldResolver(() => BindingRequestType, {
    nullable: true,
    description: "The request that opened it, through which a reviewer sees the guardian.",
  })
  async request(
    @Ctx() context: BindingContext,
    @Root() { requestId }: BindingType,
  ): Promise<BindingRequestType | null> {
    const request = await seeRequest(context, requestId);
    return request && presentRequest(context, request);
  }
}
