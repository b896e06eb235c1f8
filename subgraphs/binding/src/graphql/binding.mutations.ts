import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { revokeBinding } from "../use-cases/revoke-binding.js";
import { BindingRequestType, presentRequest } from "./request.type.js";

@InputType({ description: "A binding to end." })
class RevokeBindingInput {
  @Field(() => ID, { description: "The binding, of a student of the registrar's own school." })
  bindingId!: string;

  @Field(() => String, {
    description:
      "Why it should not have been, in at most 500 characters. Kept, and not shown to the guardian.",
  })
  reason!: string;
}

/** How a registrar undoes a wrong approval. */
@Resolver()
export class BindingMutations {
  @Mutation(() => BindingRequestType, {
    description:
      "Ends the binding of a wrong approval, by the school's registrar, and answers when it is gone everywhere, live streams included. Saying it again gets the same answer. Refusals: TAKING_EFFECT (it is ended; `missing` has yet to act on it: ask again), BINDING_ALREADY_REVOKED, REVOCATION_REASON_REQUIRED, NOT_FOUND.",
  })
  async revokeBinding(
    @Ctx() context: BindingContext,
    @Arg("input", () => RevokeBindingInput, { description: "The binding and the reason." })
    input: RevokeBindingInput,
  ): Promise<BindingRequestType> {
    return presentRequest(context, await revokeBinding(context, input));
  }
}
