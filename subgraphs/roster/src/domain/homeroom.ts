/** That a teacher has the homeroom of a class. At most one lasts per class; an ended one stays on record. */
export class Homeroom {
  until: Date | null = null;

  constructor(
    readonly id: string,
    readonly classId: string,
    readonly staffSubjectId: string,
    readonly from: Date,
  ) {}

  end(now: Date): void {
    this.until ??= now;
  }
}
