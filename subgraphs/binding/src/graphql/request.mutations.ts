import { presentRefusal } from "@campus-graph/kit/graphql/refusal.type";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { refusals } from "../refusals.js";
import { approveRequests, type Reviewed } from "../use-cases/approve-requests.js";
import { cancelRequest } from "../use-cases/cancel-request.js";
import { resubmitRequest } from "../use-cases/resubmit-request.js";
import { returnRequest } from "../use-cases/return-request.js";
import { revokeBinding } from "../use-cases/revoke-binding.js";
import {
  ApproveRequestsInput,
  ResubmitRequestInput,
  ReturnRequestInput,
  RevokeBindingInput,
} from "./inputs.js";
import { BindingRequestType, presentRequest } from "./request.type.js";
import { ReviewPayloadType } from "./review.type.js";

/** What a guardian does with a submitted request, what a teacher decides about it, and how a registrar undoes that. */
@Resolver()
export class RequestMutations {
  @Mutation(() => BindingRequestType, {
    description:
      "Takes a request back while it waits or was returned. Refusals: REQUEST_NOT_OPEN, NOT_FOUND.",
  })
  async cancelRequest(
    @Ctx() context: BindingContext,
    @Arg("requestId", () => ID, { description: "The guardian's own request." }) requestId: string,
  ): Promise<BindingRequestType> {
    return presentRequest(context, await cancelRequest(context, requestId));
  }

  @Mutation(() => BindingRequestType, {
    description:
      "Sends a returned request in again, or one that could be given no account. Refusals: REQUEST_NOT_OPEN, NOT_FOUND, STUDENT_ALREADY_REQUESTED, INVALID_TOKEN, EMAIL_TAKEN, GUARDIAN_IS_STUDENT, SIGNATURE_EMPTY, SIGNATURE_NOT_VALID, BAD_INPUT, RELATIONSHIP_TEXT_REQUIRED.",
  })
  async resubmitRequest(
    @Ctx() context: BindingContext,
    @Arg("input", () => ResubmitRequestInput, { description: "The corrections and the new signature." })
    input: ResubmitRequestInput,
  ): Promise<BindingRequestType> {
    return presentRequest(context, await resubmitRequest(context, input));
  }

  @Mutation(() => ReviewPayloadType, {
    description:
      "核可 in bulk, by the homeroom teacher; by the registrar where the class has none or the request is the teacher's own. Each row succeeds or is refused alone: REQUEST_ALREADY_DECIDED, REQUEST_CHANGED (sent in again since it was shown), HOMEROOM_DECIDES, GUARDIAN_IS_STUDENT, GUARDIAN_SLOTS_FULL, EMAIL_TAKEN, ID_CHANGE_UNCONFIRMED, OWN_REQUEST, ALREADY_BOUND, NOT_FOUND.",
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
      "退回 with a reason, by the homeroom teacher, or the registrar as for approveRequests. Refusals: REQUEST_ALREADY_DECIDED, HOMEROOM_DECIDES, RETURN_REASON_REQUIRED, NOT_FOUND.",
  })
  async returnRequest(
    @Ctx() context: BindingContext,
    @Arg("input", () => ReturnRequestInput, { description: "The request and the reason." })
    input: ReturnRequestInput,
  ): Promise<BindingRequestType> {
    return presentRequest(context, await returnRequest(context, input));
  }

  @Mutation(() => BindingRequestType, {
    description:
      "Ends the tie of a wrong approval, by the school's registrar, and answers when it is gone everywhere, live streams included. Saying it again gets the same answer. Refusals: TAKING_EFFECT (it is ended; `missing` has yet to act on it: ask again), BINDING_ALREADY_REVOKED, REVOCATION_REASON_REQUIRED, NOT_FOUND.",
  })
  async revokeBinding(
    @Ctx() context: BindingContext,
    @Arg("input", () => RevokeBindingInput, { description: "The binding and the reason." })
    input: RevokeBindingInput,
  ): Promise<BindingRequestType> {
    return presentRequest(context, await revokeBinding(context, input));
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
