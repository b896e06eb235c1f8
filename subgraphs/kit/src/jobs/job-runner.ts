import type { Context } from "../context.js";
import { type DailySchedule, latestOccurrence } from "./daily-schedule.js";
import { type ClaimedJob, FinalFailure, type JobKind, ReportedFailure } from "./job.js";
import { claimJob, enqueueJob, holdClaim, noteDone, noteFailed } from "./job-queue.js";

/** How often to look for jobs that are due, in milliseconds: one indexed statement, however many kinds there are. */
export const pollEveryMs = 500;

/** So many one lane runs in a round: whoever stops a subgraph waits for no more. */
const mostInARow = 10;
const usual = {
  sideBySide: 1,
  mostTries: 10,
  firstPauseMs: 1_000,
  longestPauseMs: 30 * 60_000,
  claimMs: 60_000,
};

export interface JobRunnerOptions<S> {
  kinds: readonly JobKind<S, never>[];
  schedules: readonly DailySchedule[];
  contextFor: () => Context<S>;
}

/**
 * Runs the jobs of a subgraph, in every copy of it. A job is claimed before it is run, so that of several copies one does
 * it; a claim ends by itself, so that what a dead copy had begun is done by another.
 */
export class JobRunner<S> {
  readonly #kinds: ReadonlyMap<string, Required<JobKind<S>>>;
  readonly #schedules: readonly DailySchedule[];
  readonly #contextFor: () => Context<S>;
  readonly #scheduled = new Map<DailySchedule, string>();

  constructor({ kinds, schedules, contextFor }: JobRunnerOptions<S>) {
    this.#kinds = new Map(kinds.map((kind) => [kind.name, { ...usual, ...(kind as unknown as JobKind<S>) }]));
    this.#schedules = schedules;
    this.#contextFor = contextFor;
    for (const { kind } of schedules)
      if (!this.#kinds.has(kind)) throw new Error(`The schedule of ${kind} has no such kind of job.`);
  }

  /** Runs what is due. Resolves to how many jobs were run, failed ones included. */
  async round(): Promise<number> {
    if (this.#kinds.size === 0) return 0;
    await this.#enqueueScheduled();
    const first = await this.#claim();
    if (!first) return 0;
    const lanes = Math.max(...[...this.#kinds.values()].map(({ sideBySide }) => sideBySide));
    const ran = await Promise.all(
      Array.from({ length: lanes }, (_, lane) => this.#runInARow(lane === 0 ? first : undefined)),
    );
    return ran.reduce((sum, count) => sum + count, 0);
  }

  /**
   * Of the times that have passed while no copy ran, the last is made up for. Every copy writes the job down, and the
   * first one counts.
   */
  async #enqueueScheduled(): Promise<void> {
    for (const schedule of this.#schedules) {
      const context = this.#contextFor();
      const { day, time } = latestOccurrence(schedule, context.clock.now());
      if (this.#scheduled.get(schedule) === day) continue;
      const dedupe = `${day} ${schedule.at}`;
      await enqueueJob(context, schedule.kind, { dedupe, payload: { day }, notBefore: time });
      this.#scheduled.set(schedule, day);
    }
  }

  #claim(): Promise<ClaimedJob | undefined> {
    const { em, clock } = this.#contextFor();
    return claimJob(em, [...this.#kinds.keys()], clock.now(), later(clock.now(), usual.claimMs));
  }

  async #runInARow(claimed: ClaimedJob | undefined): Promise<number> {
    for (let ran = 0; ran < mostInARow; ran++) {
      const job = claimed ?? (await this.#claim());
      claimed = undefined;
      if (!job) return ran;
      await this.#run(job);
    }
    return mostInARow;
  }

  async #run(job: ClaimedJob): Promise<void> {
    const kind = this.#kinds.get(job.kind)!;
    const context = this.#contextFor();
    const { em, clock, log } = context;
    // Every try before has ended the process, or gone on for longer than its claim.
    if (job.tries > kind.mostTries) return this.#failed(job, new Interrupted());
    if (kind.claimMs !== usual.claimMs) await holdClaim(em, job, later(clock.now(), kind.claimMs));
    try {
      await kind.run(context, job);
    } catch (error) {
      return this.#failed(job, error);
    }
    await noteDone(em.fork(), job, clock.now());
    log.debug({ job: job.id, kind: job.kind }, "a job is done");
  }

  async #failed(job: ClaimedJob, error: unknown): Promise<void> {
    const { mostTries, firstPauseMs, longestPauseMs } = this.#kinds.get(job.kind)!;
    const { em, clock, log } = this.#contextFor();
    const { id, kind, tries } = job;
    const now = clock.now();
    const isDead = tries >= mostTries || error instanceof FinalFailure;
    const pauseMs = Math.min(firstPauseMs * 2 ** Math.min(tries - 1, 30), longestPauseMs);
    const code = codeOf(error);
    await noteFailed(em, job, {
      nextTryAt: later(now, pauseMs),
      deadAt: isDead ? now : null,
      error: code,
    });
    // What failed may repeat a payload, an address or a name, so only its kind is kept and logged.
    if (isDead) log.error({ alert: "job-dead", job: id, kind, tries, code }, "a job is a dead letter");
    else if (error instanceof ReportedFailure)
      log.debug({ job: id, kind, tries, code }, "a job failed and will be tried again");
    else log.warn({ job: id, kind, tries, code }, "a job failed and will be tried again");
  }
}

/** Named in the list of dead letters. */
class Interrupted extends Error {
  override readonly name = "INTERRUPTED";
}

function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}

function codeOf(error: unknown): string {
  if (error instanceof ReportedFailure) return codeOf(error.cause);
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code : error.name;
}
