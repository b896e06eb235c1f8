import { daysAfter, startOfDay } from "@campus-graph/kit/text/calendar";
import type { SchoolClass } from "./school-class.js";

/** So long one assignment lasts at most: who stands in for longer is given the homeroom itself. */
export const longestDeputyDays = 366;

/** A deputy with the class of which they are that. */
export interface DeputyOfClass {
  deputy: Deputy;
  schoolClass: SchoolClass;
}

/** That a teacher stands in for the homeroom teacher of a class, from the first of the city's days to the last. It stays on record. */
export class Deputy {
  /** When it was ended before its time; null: it was not. */
  endedAt: Date | null = null;
  /** The event that says so to everybody. */
  endEventId: string | null = null;

  constructor(
    readonly id: string,
    readonly classId: string,
    readonly staffSubjectId: string,
    /** The first day, yyyy-MM-dd. */
    readonly from: string,
    /** The last day, yyyy-MM-dd. */
    readonly until: string,
  ) {}

  /** From this moment on it gives something. */
  get begins(): Date {
    return startOfDay(this.from);
  }

  /** From this moment on it gives nothing any more. */
  get ends(): Date {
    return this.endedAt ?? startOfDay(daysAfter(this.until, 1));
  }

  isOver(now: Date): boolean {
    return this.ends <= now;
  }

  /** Whether there is a day that both name. */
  meets({ from, until }: Pick<Deputy, "from" | "until">): boolean {
    return this.from <= until && from <= this.until;
  }

  end(now: Date): void {
    this.endedAt ??= now;
  }
}
