import type { Feed } from "@campus-graph/clients/feeds";
import {
  LinkedBillNoticeDocument,
  type LinkedBillNoticeSubscription,
  LinkedBillNoticesDocument,
  type LinkedBillNoticesQuery,
} from "@campus-graph/clients/generated/operations";

/** The bill notices of a guardian who has linked their account, with what the wallet may read of them. */
export const linkedBillNotices: Feed<
  LinkedBillNoticeSubscription["billNotice"],
  LinkedBillNoticesQuery,
  LinkedBillNoticeSubscription
> = {
  list: LinkedBillNoticesDocument,
  endOf: (answer) => answer.billNotices.pageInfo.endCursor,
  tail: LinkedBillNoticeDocument,
  noticeOf: (event) => event.billNotice,
};
