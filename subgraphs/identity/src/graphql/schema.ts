import { federate } from "@campus-graph/kit/graphql/federate";
import { permissions } from "../access/permissions.js";
import type { IdentityServices } from "../context.js";
import { accountReference } from "./account.reference.js";
import { BindingApplication, BindingApplicationExtension } from "./binding-application.extension.js";
import { BindingRequest, BindingRequestExtension } from "./binding-request.extension.js";
import { IdentityMutations } from "./identity.mutations.js";
import { IdentityQueries } from "./identity.queries.js";
import { PersonLinkResolver } from "./person-link.resolver.js";
import { SessionResolver } from "./session.resolver.js";
import { Student, StudentExtension } from "./student.extension.js";

/** Identity's part of the graph. */
export function identitySchema() {
  return federate<IdentityServices>({
    resolvers: [
      IdentityQueries,
      IdentityMutations,
      PersonLinkResolver,
      SessionResolver,
      BindingApplicationExtension,
      BindingRequestExtension,
      StudentExtension,
    ],
    orphanedTypes: [BindingApplication, BindingRequest, Student],
    references: {
      Account: accountReference,
      // Whether the viewer may see anything of them is decided field by field.
      BindingApplication: ({ id }: { id: string }) => Object.assign(new BindingApplication(), { id }),
      BindingRequest: (key: { id: string; version?: number }) => Object.assign(new BindingRequest(), key),
      Student: ({ id }: { id: string }) => Object.assign(new Student(), { id }),
    },
    permissions,
  });
}
