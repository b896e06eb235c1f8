import { seeRequest } from "../access/requests.js";
import type { BindingContext } from "../context.js";
import type { AccountType } from "./account.stub.js";
import { type BindingRequestType, presentRequest } from "./request.type.js";
import type { SupportCaseType } from "./support-case.stub.js";

interface Key {
  id: string;
}

/** How binding finds its entities again. A request is null for whoever may not see it; an account, and a case of support, are known by their id alone. */
export const references = {
  Account: ({ id }: Key): AccountType => ({ id }),
  SupportCase: ({ id }: Key): SupportCaseType => ({ id }),
  BindingRequest: async ({ id }: Key, context: BindingContext): Promise<BindingRequestType | null> => {
    const request = await seeRequest(context, id);
    return request && presentRequest(context, request);
  },
};
