import { defineFeed } from "@campus-graph/kit/feed/feed";

export const bindingNoticeKinds = ["APPROVED", "RETURNED", "PROVISION_FAILED", "REVOKED"] as const;
export type BindingNoticeKind = (typeof bindingNoticeKinds)[number];

/** What became of a guardian's requests: each applicant's own durable list, and its live tail. */
export const bindingFeed = defineFeed<{ requestId: string }>({ name: "bindingNotices" });

/** That the grid of a class is no longer what it was: the list of each teacher who decides the class's requests, and its live tail. */
export const reviewFeed = defineFeed<{ classId: string }>({ name: "reviewNotices" });
