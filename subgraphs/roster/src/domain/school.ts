import type { EducationLevel } from "./education-level.js";

/** A school of the city. `code` is the ministry's, six characters. */
export class School {
  constructor(
    readonly code: string,
    readonly name: string,
    readonly level: EducationLevel,
  ) {}
}
