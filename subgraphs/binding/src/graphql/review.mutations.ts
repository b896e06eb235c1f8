import { presentRefusal } from "@campus-graph/kit/graphql/refusal.type";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { refusals } from "../refusals.js";
import { approveRequests, type Reviewed } from "../use-cases/approve-requests.js";
import { returnRequest } from "../use-cases/return-request.js";
import { BindingRequestType, presentRequest } from "./request.type.js";
import { ReviewPayloadType } from "./review.type.js";

@InputType({ description: "A request as it was shown to whoever decides." })
class ReviewedRequest {
  @Field(() => ID, { description: "The request." })
  id!: string;

  @Field(() => Int, { description: "Its version as shown: another than the present one is REQUEST_CHANGED." })
  version!: number;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Where the guardian's loginCheck is ID_CHANGED: true says that it is the same person, whose national ID was corrected or renewed. The account is under the new number from then on. Without it: ID_CHANGE_UNCONFIRMED.",
  })
  confirmIdChange?: boolean | null;
}

@InputType({ description: "Requests to approve: `requests` or `requestIds`, one of them." })
class ApproveRequestsInput {
  @Field(() => [ReviewedRequest], {
    nullable: true,
    description: "As they were shown; at most 100. Each is decided on its own.",
  })
  requests?: ReviewedRequest[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "By id alone, which is good for requests that were sent in once; at most 100.",
  })
  requestIds?: string[] | null;
}

@InputType({ description: "A request to hand back." })
class ReturnRequestInput {
  @Field(() => ID, { description: "The pending request." })
  requestId!: string;

  @Field(() => String, {
    description: "What the guardian is to correct, in at most 500 characters. They read it.",
  })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Its version as shown: another than the present one is REQUEST_CHANGED. Not checked when absent.",
  })
  version?: number | null;
}

/** What a teacher decides about requests. */
@Resolver()
export class ReviewMutations {
  @Mutation(() => ReviewPayloadType, {
    description:
      "核可 in bulk, by the homeroom teacher; by the registrar where the class has none, the request is the teacher's own, or it has waited for five school days. Each row succeeds or is refused alone: REQUEST_ALREADY_DECIDED, REQUEST_CHANGED (sent in again since it was shown), HOMEROOM_DECIDES, GUARDIAN_IS_STUDENT, GUARDIAN_SLOTS_FULL, EMAIL_TAKEN, ID_CHANGE_UNCONFIRMED, OWN_REQUEST, ALREADY_BOUND, NOT_FOUND.",
  })
  async approveRequests(
    @Ctx() context: BindingContext,
    @Arg("input", () => ApproveRequestsInput, { description: "The requests." }) input: ApproveRequestsInput,
  ): Promise<ReviewPayloadType> {
    const decisions = await approveRequests(context, reviewedIn(input));
    return {
      results: decisions.map(({ requestId, refusal }) => ({
        requestId,
        ok: refusal === null,
        refusal: refusal && presentRefusal(context, refusal, refusals),
      })),
    };
  }

  @Mutation(() => BindingRequestType, {
    description:
      "退回 with a reason, by the homeroom teacher, or the registrar as for approveRequests. Refusals: REQUEST_ALREADY_DECIDED, REQUEST_CHANGED, HOMEROOM_DECIDES, RETURN_REASON_REQUIRED, NOT_FOUND.",
  })
  async returnRequest(
    @Ctx() context: BindingContext,
    @Arg("input", () => ReturnRequestInput, { description: "The request and the reason." })
    input: ReturnRequestInput,
  ): Promise<BindingRequestType> {
    return presentRequest(
      context,
      await returnRequest(context, { ...input, version: input.version ?? undefined }),
    );
  }
}

/** One of the two lists, and not both (BAD_INPUT). */
function reviewedIn({ requests, requestIds }: ApproveRequestsInput): readonly Reviewed[] {
  if (requests && !requestIds)
    return requests.map(({ id, version, confirmIdChange }) => {
      return { id, version, confirmIdChange: confirmIdChange ?? false };
    });
  if (requestIds && !requests) return requestIds.map((id) => ({ id }));
  throw new BadInput({ field: "requests", rule: oneOfTwo });
}

const oneOfTwo = {
  "zh-TW": "請提供 requests 或 requestIds 其中之一。",
  en: "Give either requests or requestIds.",
};
