/** A student's place and the keys by which a guardian can be recognised as a recorded parent. */
export interface StudentFacts {
  studentId: string;
  classId: string;
  /** For people: 二年一班. */
  className: string;
  schoolCode: string;
  schoolName: string;
  level: "ELEMENTARY" | "JUNIOR_HIGH" | "SENIOR_HIGH" | "VOCATIONAL_HIGH";
  seatNumber: number | null;
  maskedName: string;
  personKey: string;
  /** Empty where the school records no parent. */
  parentPersonKeys: string[];
}

/** That a teacher stands in for a class's homeroom teacher, from one moment until another: from midnight to midnight, unless it was ended early. */
export interface DeputyFacts {
  deputyId: string;
  classId: string;
  schoolCode: string;
  /** The deputy. */
  subjectId: string;
  from: string;
  until: string;
}

/** A school of the city, by the ministry's code. */
export interface SchoolFacts {
  schoolCode: string;
  name: string;
  level: StudentFacts["level"];
}

/** Spoken by roster. */
export interface RosterEvents {
  "roster.StudentEnrolled": StudentFacts;
  "roster.StudentChanged": StudentFacts;
  "roster.StudentMoved": StudentFacts & { fromClassId: string };
  "roster.StudentLeft": { studentId: string; classId: string; schoolCode: string };
  /** A school is on the city's list, by this name and level; said again whenever one of them changes. */
  "roster.SchoolEntered": SchoolFacts;
  /** It is on the list no more, and has no class. */
  "roster.SchoolRemoved": Pick<SchoolFacts, "schoolCode">;
  /** `staffSubjectId` is the homeroom teacher of the class; `until` null while it lasts. */
  "roster.HomeroomAssigned": {
    classId: string;
    schoolCode: string;
    staffSubjectId: string;
    from: string;
    until: string | null;
  };
  /** A teacher reviews the class's requests for a while, beside its homeroom teacher. */
  "roster.DeputyAssigned": DeputyFacts;
  /** It was ended before its time: `until` is now. It must hold everywhere at once. */
  "roster.DeputyEnded": DeputyFacts;
  /** A class sheet names a homeroom teacher: identity makes sure that the login exists and holds the role. */
  "roster.StaffListed": {
    schoolCode: string;
    role: "TEACHER";
    loginKey: string;
    /** The name and e-mail, sealed for identity alone (`sealToken`, ring `staff`, purpose `staff-listed`). */
    sealedPerson: string;
    /** The school has their sign-in already: nothing is to be granted, but an invitation that came to nothing goes again. */
    isKnown?: boolean;
  };
}
