import { defineFeed } from "@campus-graph/kit/feed/feed";

/** What became of a guardian's requests: each applicant's own durable list, and its live tail. */
export const bindingFeed = defineFeed<{ requestId: string }>({ name: "bindingNotices" });
