import { RequestAlreadyDecided, RequestNotOpen } from "./refusals.js";

/**
 * The life of a request. Each row is a status, each entry an act and where it leads.
 * APPROVED holds one of the student's two slots while identity prepares the account; BOUND keeps it, REVOKED frees it.
 * PROVISION_FAILED is mended by its guardian, with another address for instance.
 */
export const requestTransitions = {
  DRAFT: { submit: "PENDING" },
  PENDING: { approve: "APPROVED", return: "RETURNED", cancel: "CANCELLED" },
  RETURNED: { resubmit: "PENDING", cancel: "CANCELLED" },
  APPROVED: { bind: "BOUND", failProvision: "PROVISION_FAILED" },
  BOUND: { revoke: "REVOKED" },
  PROVISION_FAILED: { resubmit: "PENDING", cancel: "CANCELLED" },
  CANCELLED: {},
  REVOKED: {},
} as const satisfies Record<string, Partial<Record<string, string>>>;

export type RequestStatus = keyof typeof requestTransitions;
export const requestStatuses = Object.keys(requestTransitions) as RequestStatus[];

export type RequestAct =
  | "submit"
  | "approve"
  | "return"
  | "cancel"
  | "resubmit"
  | "bind"
  | "failProvision"
  | "revoke";

/** Statuses in which a request still holds, or may come to hold, a binding: a second one of the same guardian waits. */
export const openStatuses: readonly RequestStatus[] = ["PENDING", "RETURNED", "APPROVED", "BOUND"];

/** Where the act leads from here, or null when the table does not allow it. */
export function statusAfter(status: RequestStatus, act: RequestAct): RequestStatus | null {
  const row: Partial<Record<RequestAct, RequestStatus>> = requestTransitions[status];
  return row[act] ?? null;
}

/** The refusal for an act that comes at the wrong time: a reviewer's is too late, a guardian's finds it closed. */
export function refusalOf(act: RequestAct, status: RequestStatus): RequestAlreadyDecided | RequestNotOpen {
  return act === "approve" || act === "return"
    ? new RequestAlreadyDecided({ status })
    : new RequestNotOpen({ status });
}
