import type { ClassName } from "./class-name.js";

/** A class of a school, found again by its name. */
export class SchoolClass {
  /** The login of the homeroom teacher that the last sheet named, as its key; null when none ever did. */
  homeroomLoginKey: string | null = null;
  /** Since when it is no class any more; null while it is one. */
  removedAt: Date | null = null;

  constructor(
    readonly id: string,
    readonly schoolCode: string,
    readonly name: ClassName,
    public grade: number,
  ) {}

  /** It was entered by mistake, and nobody sits in it. */
  remove(now: Date): void {
    this.removedAt = now;
    this.homeroomLoginKey = null;
  }

  /** A sheet names it again. */
  enter(grade: number): void {
    this.grade = grade;
    this.removedAt = null;
  }
}
