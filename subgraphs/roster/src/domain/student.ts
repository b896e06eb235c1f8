import type { NationalId } from "@campus-graph/kit/text/national-id";
import { maskName, type PersonName } from "@campus-graph/kit/text/person-name";
import type { BirthDate } from "./birth-date.js";

/** 男 or 女, as the school records it. */
export type Sex = "M" | "F";

/** Whose national ID stands in a parent column of the school's records. */
export const parentPositions = ["FATHER", "MOTHER", "GUARDIAN"] as const;
export type ParentPosition = (typeof parentPositions)[number];

/** What the school knows of a student as a person. Kept encrypted, as one. */
export interface Particulars {
  nationalId: NationalId;
  name: PersonName;
  sex: Sex | null;
  englishName: string | null;
  birthDate: BirthDate | null;
}

/** The keys by which a person is found and recognised without their national ID. */
export interface PersonKeys {
  nationalIdIndex: string;
  personKey: string;
}

/** Where a student sits. */
export interface Place {
  schoolCode: string;
  classId: string;
  seatNumber: number | null;
}

/** A child on a school's books. Whoever leaves stays on record and is the same student at the next school. */
export class Student {
  schoolCode!: string;
  classId!: string;
  seatNumber: number | null = null;
  studentNumber: string | null = null;
  maskedName!: string;
  sealedParticulars!: string;
  leftAt: Date | null = null;
  /** Entered by this school while another has the child: a record of this school alone, until the other lets go. */
  arriving = false;

  constructor(
    readonly id: string,
    public nationalIdIndex: string,
    public personKey: string,
  ) {}

  /** Their national ID was corrected, or renewed: they stay who they are. */
  recogniseBy({ nationalIdIndex, personKey }: PersonKeys): void {
    this.nationalIdIndex = nationalIdIndex;
    this.personKey = personKey;
  }

  /** In a class from now on. */
  sit({ schoolCode, classId, seatNumber }: Place): void {
    this.schoolCode = schoolCode;
    this.classId = classId;
    this.seatNumber = seatNumber;
    this.leftAt = null;
  }

  describe(name: PersonName, sealedParticulars: string): void {
    this.maskedName = maskName(name);
    this.sealedParticulars = sealedParticulars;
  }

  /** Masks the name on record by today's rule; whether that shows another one. */
  maskAgain(name: PersonName): boolean {
    const before = this.maskedName;
    this.maskedName = maskName(name);
    return this.maskedName !== before;
  }

  leave(now: Date): void {
    this.leftAt = now;
    this.seatNumber = null;
  }

  get isEnrolled(): boolean {
    return this.leftAt === null;
  }
}

/** A parent that the school records: for recognising a guardian, never shown. */
export class RecordedParent {
  constructor(
    readonly studentId: string,
    readonly position: ParentPosition,
    readonly personKey: string,
    readonly sealedNationalId: string,
  ) {}
}
