import { defineFeed } from "@campus-graph/kit/feed/feed";

export const bindingNoticeKinds = ["APPROVED", "RETURNED", "PROVISION_FAILED", "REVOKED"] as const;
export type BindingNoticeKind = (typeof bindingNoticeKinds)[number];

/** What became of a guardian's requests: each applicant's own durable list, and its live tail. */
export const bindingFeed = defineFeed<{ requestId: string }>({ name: "bindingNotices" });
