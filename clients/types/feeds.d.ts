import type { Operation } from "./document.js";
import { type BillNoticeSubscription, type BillNoticesQuery, type BindingNoticesQuery, type BindingOutcomeSubscription } from "./generated/operations.js";
/**
 * A list of notices and its live tail. The list's last cursor is read before the tail begins, so that nothing which
 * happens in between is missed; every notice brings the cursor from which to go on.
 */
export interface Feed<Notice extends {
    readonly cursor: string;
}, List = unknown, Live = unknown> {
    list: Operation<List, {
        last?: number | null | undefined;
    }>;
    /** Null for a list that has never had an entry and says so. */
    endOf(answer: List): string | null | undefined;
    tail: Operation<Live, {
        after?: string | null | undefined;
    }>;
    noticeOf(event: Live): Notice;
}
/** What a feed tells. */
export type NoticeOf<F> = F extends {
    noticeOf(event: never): infer Notice extends {
        readonly cursor: string;
    };
} ? Notice : never;
/** A bill was issued, or paid. */
export declare const billNotices: Feed<BillNoticeSubscription["billNotice"], BillNoticesQuery, BillNoticeSubscription>;
/** A request to be bound was approved, returned, or could not be given an account. */
export declare const bindingNotices: Feed<BindingOutcomeSubscription["bindingOutcome"], BindingNoticesQuery, BindingOutcomeSubscription>;
