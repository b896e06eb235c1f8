import {
  BillInboxDocument,
  type BillInboxQuery,
  BindingInboxDocument,
  type BindingInboxQuery,
} from "@campus-graph/clients/generated/operations";
import { type Queried, useQuery } from "@campus-graph/ui/graph/use-query";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useMemo } from "react";
import { useSeen } from "./seen";

export type InboxNotice =
  | { about: "bill"; notice: BillInboxQuery["billNotices"]["edges"][number]["node"] }
  | { about: "request"; notice: BindingInboxQuery["bindingNotices"]["edges"][number]["node"] };

const newest = { last: 50 };

/** Everything that was told, the newest first, and how much of it was not seen on this device. */
export function useInbox({ pause = false } = {}): Queried<readonly InboxNotice[]> & { unread: number } {
  const { session } = useSession();
  const { seenUntil } = useSeen();
  const isGuardian = session?.kind === "SIGNED_IN";
  const bills = useQuery(BillInboxDocument, { variables: newest, pause: pause || !isGuardian });
  const requests = useQuery(BindingInboxDocument, { variables: newest, pause });
  const data = useMemo(() => {
    if (!requests.data || (isGuardian && !bills.data)) return undefined;
    const notice: InboxNotice[] = [
      ...(bills.data?.billNotices.edges ?? []).map(({ node }) => ({ about: "bill", notice: node }) as const),
      ...requests.data.bindingNotices.edges.map(({ node }) => ({ about: "request", notice: node }) as const),
    ];
    return notice.sort((one, other) => (one.notice.occurredAt > other.notice.occurredAt ? -1 : 1));
  }, [isGuardian, bills.data, requests.data]);
  return {
    data,
    failure: requests.failure ?? bills.failure,
    isFetching: requests.isFetching || bills.isFetching,
    again() {
      requests.again();
      if (isGuardian) bills.again();
    },
    unread: data?.filter(({ notice }) => notice.occurredAt > seenUntil).length ?? 0,
  };
}
