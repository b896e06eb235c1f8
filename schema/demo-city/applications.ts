import { demoPeople, pendingGuardian } from "./people.js";

/**
 * The applications that the demo city opens with. Their ids are fixed because identity declares the guardian and
 * binding submits the request, each on its own.
 */
export const demoApplications = [
  {
    applicationId: "0195d000-0000-7000-8000-00000000a001",
    guardian: demoPeople.guardian,
    relationship: "FATHER",
    students: ["林承佑", "林承恩"],
    decision: "APPROVE",
  },
  {
    applicationId: "0195d000-0000-7000-8000-00000000a002",
    guardian: demoPeople.coguardian,
    relationship: "MOTHER",
    students: ["林承佑"],
    decision: "APPROVE",
  },
  {
    applicationId: "0195d000-0000-7000-8000-00000000a003",
    guardian: demoPeople.wu,
    relationship: "MOTHER",
    students: ["吳大貴", "吳二貴", "吳三貴"],
    decision: "APPROVE",
  },
  {
    applicationId: "0195d000-0000-7000-8000-00000000a004",
    guardian: demoPeople.wu,
    relationship: "MOTHER",
    students: ["陳冠羽"],
    decision: "PENDING",
  },
  {
    applicationId: "0195d000-0000-7000-8000-00000000a005",
    guardian: pendingGuardian,
    relationship: "FATHER",
    students: ["陳小花"],
    decision: "PENDING",
  },
] as const;
