import type { ClassName } from "@campus-graph/kit/text/class-name";

/** A class of a school, found again by its name. */
export class SchoolClass {
  /** The login of the homeroom teacher that the last sheet named, as its key; null when none ever did. */
  homeroomLoginKey: string | null = null;

  constructor(
    readonly id: string,
    readonly schoolCode: string,
    readonly name: ClassName,
    public grade: number,
  ) {}
}
