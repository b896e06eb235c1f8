import type { Operation } from "./document.js";
import {
  BillNoticeDocument,
  type BillNoticeSubscription,
  BillNoticesDocument,
  type BillNoticesQuery,
  BindingNoticesDocument,
  type BindingNoticesQuery,
  BindingOutcomeDocument,
  type BindingOutcomeSubscription,
  ClaimNoticeDocument,
  type ClaimNoticeSubscription,
  ClaimNoticesDocument,
  type ClaimNoticesQuery,
  ReviewNoticeDocument,
  type ReviewNoticeSubscription,
  ReviewNoticesDocument,
  type ReviewNoticesQuery,
} from "./generated/operations.js";

/**
 * A list of notices and its live tail. The list's last cursor is read before the tail begins, so that nothing which
 * happens in between is missed; every notice brings the cursor from which to go on.
 */
export interface Feed<Notice extends { readonly cursor: string }, List = unknown, Live = unknown> {
  list: Operation<List, { last?: number | null | undefined }>;
  /** Null for a list that has never had an entry and says so. */
  endOf(answer: List): string | null | undefined;
  tail: Operation<Live, { after?: string | null | undefined }>;
  noticeOf(event: Live): Notice;
}

/** One entry of a feed. */
export type NoticeOf<F> = F extends {
  noticeOf(event: never): infer Notice extends { readonly cursor: string };
}
  ? Notice
  : never;

/** A bill was issued, or paid. */
export const billNotices: Feed<
  BillNoticeSubscription["billNotice"],
  BillNoticesQuery,
  BillNoticeSubscription
> = {
  list: BillNoticesDocument,
  endOf: (answer) => answer.billNotices.pageInfo.endCursor,
  tail: BillNoticeDocument,
  noticeOf: (event) => event.billNotice,
};

/** A request to be bound was approved, returned, or could not be given an account. */
export const bindingNotices: Feed<
  BindingOutcomeSubscription["bindingOutcome"],
  BindingNoticesQuery,
  BindingOutcomeSubscription
> = {
  list: BindingNoticesDocument,
  endOf: (answer) => answer.bindingNotices.pageInfo.endCursor,
  tail: BindingOutcomeDocument,
  noticeOf: (event) => event.bindingOutcome,
};

/** A guardian has begun to pay a bill, or pays it no more. */
export const claimNotices: Feed<
  ClaimNoticeSubscription["claimNotice"],
  ClaimNoticesQuery,
  ClaimNoticeSubscription
> = {
  list: ClaimNoticesDocument,
  endOf: (answer) => answer.claimNotices.pageInfo.endCursor,
  tail: ClaimNoticeDocument,
  noticeOf: (event) => event.claimNotice,
};

/** The grid of a class that somebody decides, as homeroom teacher or deputy, has changed: it is to be asked for anew. */
export const reviewNotices: Feed<
  ReviewNoticeSubscription["reviewNotice"],
  ReviewNoticesQuery,
  ReviewNoticeSubscription
> = {
  list: ReviewNoticesDocument,
  endOf: (answer) => answer.reviewNotices.pageInfo.endCursor,
  tail: ReviewNoticeDocument,
  noticeOf: (event) => event.reviewNotice,
};
