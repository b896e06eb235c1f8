import { enumOf } from "@campus-graph/kit/graphql/enums";
import { registerEnumType } from "type-graphql";
import { applicationStatuses } from "../domain/application.js";
import { dataChecks } from "../domain/data-check.js";
import { relationships } from "../domain/relationship.js";
import { requestStatuses } from "../domain/request-status.js";
import { bindingNoticeKinds } from "../feed.js";

export const RelationshipEnum = enumOf(relationships);
registerEnumType(RelationshipEnum, {
  name: "Relationship",
  description:
    "How a guardian is tied to a student. Parents are legal representatives (法定代理人), the others guardians (監護人).",
  valuesConfig: {
    FATHER: { description: "父親, a legal representative." },
    MOTHER: { description: "母親, a legal representative." },
    PATERNAL_GRANDFATHER: { description: "祖父" },
    PATERNAL_GRANDMOTHER: { description: "祖母" },
    MATERNAL_GRANDFATHER: { description: "外祖父" },
    MATERNAL_GRANDMOTHER: { description: "外祖母" },
    OTHER: { description: "其他: the guardian says in words what it is." },
  },
});

export const DataCheckEnum = enumOf(dataChecks);
registerEnumType(DataCheckEnum, {
  name: "DataCheck",
  description:
    "個資確認: whether the guardians are among the parents that the school records for the student.",
  valuesConfig: {
    MATCH: { description: "資訊正確: each of them is." },
    MISMATCH: { description: "At least one is not." },
    UNCHECKED: { description: "The school records no parent, or there is nobody to check." },
  },
});

export const ApplicationStatusEnum = enumOf(applicationStatuses);
registerEnumType(ApplicationStatusEnum, {
  name: "ApplicationStatus",
  description: "Where an application stands. What becomes of each student is told by its requests.",
  valuesConfig: {
    DRAFT: { description: "Being filled in; kept on the server, for its guardian alone." },
    SUBMITTED: { description: "Signed and sent in." },
    DECLINED: { description: "不同意並退出: the guardian did not agree to the notice." },
  },
});

export const RequestStatusEnum = enumOf(requestStatuses);
registerEnumType(RequestStatusEnum, {
  name: "RequestStatus",
  description: "Where one student's request stands.",
  valuesConfig: {
    DRAFT: { description: "Part of an application that was not submitted yet." },
    PENDING: { description: "申請: waits for the homeroom teacher." },
    RETURNED: { description: "退回: the guardian is to correct it, or to cancel." },
    APPROVED: {
      description:
        "核可: the account is being prepared; or its owner is asked first, of which only reviewers are told.",
    },
    BOUND: { description: "認證: the binding exists and the account can sign in." },
    PROVISION_FAILED: {
      description:
        "No account could be given; the slot is free again. The guardian corrects it and sends it in again.",
    },
    CANCELLED: { description: "Taken back by the guardian." },
    REVOKED: { description: "The binding was ended after it had been opened." },
  },
});

export const BindingNoticeKindEnum = enumOf(bindingNoticeKinds);
registerEnumType(BindingNoticeKindEnum, {
  name: "BindingNoticeKind",
  description: "What a notice about a request says.",
  valuesConfig: {
    APPROVED: {
      description: "核可. Sign in; who has an account already signs in there and accepts (myPersonLinks).",
    },
    RETURNED: { description: "The teacher returned it; `reason` tells why." },
    PROVISION_FAILED: {
      description: "Approved, but no account could be given: correct the request and send it in again.",
    },
    REVOKED: { description: "The binding was ended by the school; the request names the student no more." },
  },
});
