import type { Context } from "../context.js";
import type { DailySchedule } from "./daily-schedule.js";
import { eraseDeadLetters } from "./erase-dead-letters.js";
import type { JobKind } from "./job.js";
import { JobRunner, pollEveryMs } from "./job-runner.js";
import type { RecurringTask } from "./recurring-task.js";

/** Work that comes round again and again. */
interface Round {
  everyMs: number;
  /** True if there was anything to do. */
  run(): Promise<boolean>;
  /** Names it in the log. */
  what: string;
}

interface LaterWork<S> {
  jobs: readonly JobKind<S, never>[];
  schedules: readonly DailySchedule[];
  tasks: readonly RecurringTask<S>[];
  deadLettersKeptDays?: number | undefined;
}

/** A subgraph's recurring tasks and, where it has jobs, their runner and the end of what was given up. */
export function workRounds<S>(
  { jobs, schedules, tasks, deadLettersKeptDays = 14 }: LaterWork<S>,
  contextFor: () => Context<S>,
): Round[] {
  const hasJobs = jobs.length > 0;
  const runner = new JobRunner<S>({ kinds: jobs, schedules, contextFor });
  const rounds = [...tasks, ...(hasJobs ? [eraseDeadLetters<S>(deadLettersKeptDays)] : [])].map(
    ({ name, everyMs, run }) => ({ everyMs, run: () => run(contextFor()), what: `the task ${name}` }),
  );
  return hasJobs
    ? [
        ...rounds,
        { everyMs: pollEveryMs, run: async () => (await runner.round()) > 0, what: "the runner of jobs" },
      ]
    : rounds;
}
