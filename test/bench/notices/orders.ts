/** To the payments process: bill these students in one act. */
export interface IssueOrder {
  schoolCode: string;
  studentIds: string[];
}

/** From it: the act has committed, at this moment of the machine's clock, in milliseconds. */
export type Committed = { committedAt: number; billIds: string[] } | { failed: string | undefined };

/** To a peer that pushes by itself: send that many notices, one to each of as many sockets, `everyMs` apart (0: at once). */
export interface PushOrder {
  push: number;
  everyMs: number;
}

/** Commits, or pushes, that many notices; each with the moment from which it is on its way. */
export type Send = (notices: number, everyMs: number) => Promise<Map<string, number>>;
