import { newId } from "@campus-graph/kit/sql/id";
import { isSchoolDay } from "@campus-graph/kit/text/school-days";
import { expect, it } from "vitest";
import { givenSubmittedRequest } from "./accounts.js";
import { type Identity, li, startIdentity, wang } from "./given.js";

/** 2027-03-01 is a Monday. */
const clockTo = (identity: Identity, moment: string) =>
  identity.clock.advance(new Date(`${moment}+08:00`).getTime() - identity.clock.now().getTime());

const teacher = "zhou@school.example";

/** A homeroom teacher with an account, of a class. */
async function givenTeacher(identity: Identity, classId: string): Promise<string> {
  const { sealToken, loginKey } = await import("@campus-graph/kit/auth/crypto");
  const { keys } = identity.context();
  await identity.deliver("roster.StaffListed", "403601", {
    schoolCode: "403601",
    role: "TEACHER",
    loginKey: loginKey(keys.ring("staff"), teacher),
    sealedPerson: sealToken(keys.ring("staff"), "staff-listed", { name: "周佩珊", email: teacher }, null),
  });
  const [appointed] = await identity.published("identity.StaffAppointed");
  const staffSubjectId = appointed!.payload.subjectId;
  await identity.deliver("roster.HomeroomAssigned", classId, {
    classId,
    schoolCode: "403601",
    staffSubjectId,
    from: "2026-08-01T00:00:00.000Z",
    until: null,
  });
  identity.mailbox.mails.length = 0;
  return staffSubjectId;
}

const digests = (identity: Identity) =>
  identity.mailbox.to(teacher).filter(({ subject }) => subject.includes("待審核"));

it("writes to a teacher once on a school morning how many requests wait, and not when none do", async () => {
  await using identity = await startIdentity({ deliveries: { holidays: ["2027-03-03"] } });
  clockTo(identity, "2027-02-28T20:00:00");
  const classId = newId();
  await givenTeacher(identity, classId);
  clockTo(identity, "2027-03-01T07:30:00");
  await identity.settle();
  expect(digests(identity)).toHaveLength(0);

  await givenSubmittedRequest(identity, wang, classId);
  await givenSubmittedRequest(identity, li, classId);
  await givenSubmittedRequest(
    identity,
    { ...li, email: "chen@example.com", nationalId: "B123456780" },
    newId(),
  );
  clockTo(identity, "2027-03-02T07:29:00");
  await identity.settle();
  expect(digests(identity)).toHaveLength(0);
  clockTo(identity, "2027-03-02T07:30:01");
  await identity.settle();
  await identity.settle();
  const [digest] = digests(identity);
  expect(digests(identity)).toHaveLength(1);
  expect(digest?.text).toContain("您的班級有 2 件親子綁定申請待審核");
  expect(digest?.text).toContain("/school/");
  expect(digest?.text).not.toMatch(/王大明|李小美|林/);

  // A holiday, and then the weekend.
  for (const day of ["2027-03-03", "2027-03-06", "2027-03-07"]) {
    clockTo(identity, `${day}T07:30:01`);
    await identity.settle();
  }
  expect(digests(identity)).toHaveLength(1);
});

it("sends no digest in the evening that could not go in the morning", async () => {
  await using identity = await startIdentity();
  clockTo(identity, "2027-03-01T08:00:00");
  const classId = newId();
  await givenTeacher(identity, classId);
  await givenSubmittedRequest(identity, wang, classId);
  identity.mailbox.mails.length = 0;
  await identity.rows("delete from job where kind = 'review-digest'");
  clockTo(identity, "2027-03-02T18:00:00");
  await identity.settle();
  expect(digests(identity)).toHaveLength(0);
});

it.each([
  ["2027-03-01", true],
  ["2027-03-05", true],
  ["2027-03-06", false],
  ["2027-03-07", false],
  ["2027-02-28", false],
  ["2027-04-05", false],
])("knows whether %s is a school day: %s", (day, expected) => {
  expect(isSchoolDay(day, new Set(["2027-04-05"]))).toBe(expected);
});
