/** The two classes that have children in the demo city, with the homeroom teacher's login. */
export const demoClasses = {
  twoOne: { schoolCode: "403601", name: "二年一班", grade: 2, homeroomTeacher: "teacher@campus.example" },
  sevenThree: {
    schoolCode: "403501",
    name: "七年三班",
    grade: 7,
    homeroomTeacher: "teacher2@campus.example",
  },
} as const;

/** The bill that the schools' slides show: its number satisfies the check-digit rule for exactly this amount. */
export const demoBill = {
  student: "林承恩",
  accountNumber: "4803006300000198",
  amount: 4730,
  prefix: "480300",
  serial: "630000019",
} as const;
