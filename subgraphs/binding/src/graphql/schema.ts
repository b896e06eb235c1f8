import { federate } from "@campus-graph/kit/graphql/federate";
import { permissions } from "../access/permissions.js";
import type { BindingServices } from "../context.js";
import { AccountExtension, AccountType } from "./account.extension.js";
import { ApplicationFields } from "./application.fields.js";
import { ApplicationMutations } from "./application.mutations.js";
import { BindingFields } from "./binding.fields.js";
import { BindingQueries } from "./binding.queries.js";
import { BindingSubscription } from "./binding.subscription.js";
import { NoticeFields } from "./notice.fields.js";
import { references } from "./references.js";
import { RequestFields } from "./request.fields.js";
import { RequestMutations } from "./request.mutations.js";

/** Binding's part of the graph. */
export function bindingSchema() {
  return federate<BindingServices>({
    resolvers: [
      BindingQueries,
      ApplicationMutations,
      RequestMutations,
      BindingSubscription,
      ApplicationFields,
      BindingFields,
      RequestFields,
      NoticeFields,
      AccountExtension,
    ],
    orphanedTypes: [AccountType],
    references,
    permissions,
  });
}
