import { federate } from "@campus-graph/kit/graphql/federate";
import { permissions } from "../access/permissions.js";
import type { BindingServices } from "../context.js";
import { AccountFields, AccountType } from "./account.stub.js";
import { ApplicationFields } from "./application.fields.js";
import { ApplicationMutations } from "./application.mutations.js";
import { ApplicationQueries } from "./application.queries.js";
import { BindingFields } from "./binding.fields.js";
import { BindingMutations } from "./binding.mutations.js";
import { BindingQueries } from "./binding.queries.js";
import { NoticeFields } from "./notice.fields.js";
import { NoticeQueries } from "./notice.queries.js";
import { NoticeSubscription } from "./notice.subscription.js";
import { references } from "./references.js";
import { RequestFields } from "./request.fields.js";
import { RequestMutations } from "./request.mutations.js";
import { ReviewMutations } from "./review.mutations.js";
import { ReviewQueries } from "./review.queries.js";
import { ReviewNoticeFields } from "./review-notice.fields.js";
import { ReviewNoticeQueries } from "./review-notice.queries.js";
import { ReviewNoticeSubscription } from "./review-notice.subscription.js";
import { SupportCaseFields, SupportCaseType } from "./support-case.stub.js";

/** Binding's part of the graph. */
export function bindingSchema() {
  return federate<BindingServices>({
    resolvers: [
      ApplicationQueries,
      ApplicationMutations,
      ApplicationFields,
      RequestMutations,
      RequestFields,
      ReviewQueries,
      ReviewMutations,
      ReviewNoticeQueries,
      ReviewNoticeSubscription,
      ReviewNoticeFields,
      BindingQueries,
      BindingMutations,
      BindingFields,
      NoticeQueries,
      NoticeSubscription,
      NoticeFields,
      AccountFields,
      SupportCaseFields,
    ],
    orphanedTypes: [AccountType, SupportCaseType],
    references,
    permissions,
  });
}
