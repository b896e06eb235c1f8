import { federate } from "@campus-graph/kit/graphql/federate";
import { permissions } from "../access/permissions.js";
import type { IdentityServices } from "../context.js";
import { AccountFields } from "./account.fields.js";
import { AccountMutations } from "./account.mutations.js";
import { AccountQueries } from "./account.queries.js";
import { accountReference } from "./account.reference.js";
import { AccountDeletionMutations } from "./account-deletion.mutations.js";
import { BindingApplication, BindingApplicationFields } from "./binding-application.stub.js";
import { BindingRequest, BindingRequestFields } from "./binding-request.stub.js";
import { DeliveryPreferenceMutations } from "./delivery-preference.mutations.js";
import { DeliveryPreferenceQueries } from "./delivery-preference.queries.js";
import { DisclosureQueries } from "./disclosure.queries.js";
import { GuardianDeclarationMutations } from "./guardian-declaration.mutations.js";
import { ManagedAccountMutations } from "./managed-account.mutations.js";
import { ManagedAccountQueries } from "./managed-account.queries.js";
import { MyDataResolvers } from "./my-data.resolvers.js";
import { PartnerMutations } from "./partner.mutations.js";
import { PartnerQueries } from "./partner.queries.js";
import { PersonLinkMutations } from "./person-link.mutations.js";
import { PersonLinkQueries } from "./person-link.queries.js";
import { Push } from "./push.resolvers.js";
import { RevealMutations } from "./reveal.mutations.js";
import { SecondFactorMutations } from "./second-factor.mutations.js";
import { SecondFactorQueries } from "./second-factor.queries.js";
import { SessionMutations } from "./session.mutations.js";
import { SessionQueries } from "./session.queries.js";
import { StaffMutations } from "./staff.mutations.js";
import { StaffQueries } from "./staff.queries.js";
import { StaffImportMutations } from "./staff-import.mutations.js";
import { StaffRoleFields } from "./staff-role.fields.js";
import { Student, StudentFields } from "./student.stub.js";
import { SupportCaseQueries } from "./support-case.queries.js";
import { UndeliveredMessages } from "./undelivered-message.resolvers.js";
import { VerificationMutations } from "./verification.mutations.js";
import { WalletLinkMutations } from "./wallet-link.mutations.js";
import { WalletLinkQueries } from "./wallet-link.queries.js";

/** Identity's part of the graph. */
export function identitySchema() {
  return federate<IdentityServices>({
    resolvers: [
      AccountQueries,
      AccountMutations,
      VerificationMutations,
      GuardianDeclarationMutations,
      PersonLinkQueries,
      PersonLinkMutations,
      SecondFactorQueries,
      SecondFactorMutations,
      RevealMutations,
      SessionQueries,
      SessionMutations,
      ManagedAccountQueries,
      ManagedAccountMutations,
      DisclosureQueries,
      MyDataResolvers,
      AccountDeletionMutations,
      WalletLinkQueries,
      PartnerQueries,
      PartnerMutations,
      WalletLinkMutations,
      AccountFields,
      UndeliveredMessages,
      SupportCaseQueries,
      DeliveryPreferenceQueries,
      DeliveryPreferenceMutations,
      Push,
      StaffQueries,
      StaffMutations,
      StaffImportMutations,
      StaffRoleFields,
      BindingApplicationFields,
      BindingRequestFields,
      StudentFields,
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
