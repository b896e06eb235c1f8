import type { Context } from "../context.js";

/** A job as it is run. */
export interface ClaimedJob<P extends object = object> {
  /** The same in every try: what a job does outside of the database is made idempotent by it. */
  id: string;
  kind: string;
  payload: P;
  /** This try included. */
  tries: number;
}

/**
 * A kind of later work. A job is done at least once: a copy that dies in the middle loses its claim, and another does it
 * again. Throwing means: again later, after a pause that doubles, and in the end never (a dead letter); a `FinalFailure`
 * is one at once.
 */
export interface JobKind<S, P extends object = object> {
  /** Stands in the table, so it keeps its name. */
  name: string;
  run: (context: Context<S>, job: ClaimedJob<P>) => Promise<void>;
  /** How many jobs the subgraph runs side by side is the most that any of its kinds names; 1 when absent. */
  sideBySide?: number;
  /** After so many tries the job is a dead letter; 10 when absent. */
  mostTries?: number;
  /** The pause after the first failure, doubling from there; a second when absent. */
  firstPauseMs?: number;
  /** Half an hour when absent. */
  longestPauseMs?: number;
  /** How long one try may take before another copy begins one; a minute when absent. */
  claimMs?: number;
}

/** Why a job failed, where whoever ran it has told the operator already, in better words than the runner has. */
export class ReportedFailure extends Error {
  override readonly name = "ReportedFailure";
}

/** Trying again is of no use: the job is a dead letter at once. `code` stands in the list of them. */
export class FinalFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A job to be. */
export interface NewJob {
  /** Of jobs of a kind under the same words the first counts, for good. */
  dedupe: string;
  /** Erased once the job is done. It may be read by whoever reads the database: what is personal goes in encrypted. */
  payload: object;
  /** Before all that is not: somebody waits for it. */
  urgent?: boolean;
  /** Not before then; at once when absent. */
  notBefore?: Date;
}
