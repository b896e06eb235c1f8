import { loginKey, openToken } from "@campus-graph/kit/auth/crypto";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import { expect, it } from "vitest";
import { keys, neihu, otherTeacher, type Roster, registrar, startRoster, teacher } from "./given.js";
import { cao, lin, sheet } from "./sheets.js";

const zhou = { name: "周佩珊", email: "teacher@campus.example" };
const xu = { name: "許文彬", email: "teacher2@campus.example" };
const keyOf = (email: string) => loginKey(keys.ring("person"), email);

function appoint(
  roster: Roster,
  subjectId: string,
  { email }: { email: string },
  role: "TEACHER" | "CASHIER" = "TEACHER",
) {
  const payload = { subjectId, role, schoolCode: neihu, loginKey: keyOf(email) };
  return roster.deliver("identity.StaffAppointed", subjectId, payload);
}

const classNames = async (roster: Roster, viewer = teacher): Promise<string[]> => {
  const { data } = await roster.execute(viewer, "{ myClasses { name } }");
  return data.myClasses.map(({ name }: { name: string }) => name);
};

it("lists a named teacher with identity, sealed, and assigns the class once they can sign in", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin], { teacher: zhou }));
  const [listed] = await roster.published("roster.StaffListed");
  expect(listed?.payload).toMatchObject({ schoolCode: neihu, role: "TEACHER", loginKey: keyOf(zhou.email) });
  expect(JSON.stringify(listed)).not.toContain(zhou.email);
  const ring = keys.ring("staff");
  expect(openToken(ring, "staff-listed", listed!.payload.sealedPerson, new Date())).toEqual(zhou);
  expect(await classNames(roster)).toEqual([]);

  await appoint(roster, "teacher", zhou);
  expect(await classNames(roster)).toEqual(["二年一班"]);
  expect((await roster.published("roster.HomeroomAssigned")).map(({ payload }) => payload)).toEqual([
    expect.objectContaining({ schoolCode: neihu, staffSubjectId: "teacher", until: null }),
  ]);
});

it("assigns the class at once when the teacher can sign in already, and lists nobody", async () => {
  await using roster = await startRoster();
  await appoint(roster, "teacher", zhou);
  await roster.importSheet(
    registrar,
    sheet([lin], { teacher: { ...zhou, email: "Teacher@Campus.example" } }),
  );
  expect(await roster.published("roster.StaffListed")).toEqual([]);
  expect(await classNames(roster)).toEqual(["二年一班"]);
});

it("lists a teacher again with a sheet that names them three days later, for an invitation may have come to nothing", async () => {
  const clock = new SettableClock();
  await using roster = await startRoster({ clock });
  const twoClasses = `${sheet([lin], { teacher: zhou })}\n二年二班,5,${cao.name},${cao.nationalId},,,${zhou.name},${zhou.email}`;
  const listed = async () =>
    (await roster.published("roster.StaffListed")).map(({ payload }) => payload.isKnown);
  for (let tries = 0; tries < 2; tries++) await roster.handIn(registrar, twoClasses);
  expect(await listed()).toEqual([false]);
  await appoint(roster, "teacher", zhou);
  clock.advance(4 * 24 * 3_600_000);
  await roster.handIn(registrar, twoClasses, { dryRun: true });
  for (let tries = 0; tries < 2; tries++) await roster.handIn(registrar, twoClasses);
  expect(await listed()).toEqual([false, true]);
});

it("lists a corrected address at once, and the first one again when it is corrected back", async () => {
  const clock = new SettableClock();
  await using roster = await startRoster({ clock });
  await roster.handIn(registrar, sheet([lin], { teacher: zhou }));
  await appoint(roster, "teacher", zhou);
  await roster.handIn(registrar, sheet([lin], { teacher: xu }));
  clock.advance(4 * 24 * 3_600_000);
  await roster.handIn(registrar, sheet([lin], { teacher: zhou }));
  const listed = await roster.published("roster.StaffListed");
  expect(listed.map(({ payload }) => [payload.loginKey, payload.isKnown])).toEqual([
    [keyOf(zhou.email), false],
    [keyOf(xu.email), false],
    [keyOf(zhou.email), true],
  ]);
});

it("hands the class over when a sheet names another teacher, even one who cannot sign in yet", async () => {
  await using roster = await startRoster();
  await appoint(roster, "teacher", zhou);
  await roster.importSheet(registrar, sheet([lin], { teacher: zhou }));
  await roster.importSheet(registrar, sheet([lin], { teacher: xu }));
  expect(await classNames(roster)).toEqual([]);
  await appoint(roster, "other teacher", xu);
  expect(await classNames(roster, otherTeacher)).toEqual(["二年一班"]);
  const events = await roster.published("roster.HomeroomAssigned");
  expect(events.map(({ payload }) => [payload.staffSubjectId, payload.until !== null])).toEqual([
    ["teacher", false],
    ["teacher", true],
    ["other teacher", false],
  ]);
});

it("keeps the teacher when a sheet names none", async () => {
  await using roster = await startRoster();
  await appoint(roster, "teacher", zhou);
  await roster.importSheet(registrar, sheet([lin], { teacher: zhou }));
  await roster.importSheet(registrar, sheet([lin, cao]));
  expect(await classNames(roster)).toEqual(["二年一班"]);
});

it("gives no class to staff of another kind, or to a login that no sheet names", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin], { teacher: zhou }));
  await appoint(roster, "teacher", zhou, "CASHIER");
  await appoint(roster, "other teacher", xu);
  expect(await roster.published("roster.HomeroomAssigned")).toEqual([]);
});

it("ends a homeroom with the role by which it was held, and lists the teacher anew with the next sheet", async () => {
  await using roster = await startRoster();
  await appoint(roster, "teacher", zhou);
  await roster.importSheet(registrar, sheet([lin], { teacher: zhou }));
  const ended = { subjectId: "teacher", schoolCode: neihu };
  await roster.deliver("identity.StaffRoleEnded", "teacher", { ...ended, role: "CASHIER" });
  expect(await classNames(roster)).toEqual(["二年一班"]);
  await roster.deliver("identity.StaffRoleEnded", "teacher", { ...ended, role: "TEACHER" });
  expect(await classNames(roster)).toEqual([]);
  const told = (await roster.published("roster.HomeroomAssigned")).map(({ payload }) => payload.until);
  expect(told).toEqual([null, expect.any(String)]);
  await roster.importSheet(registrar, sheet([lin], { teacher: zhou }));
  expect(await roster.published("roster.StaffListed")).toHaveLength(1);
});

it("gives a teacher the class that they were appointed for, if it is the school's", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin]));
  const { data } = await roster.execute(registrar, "{ myClasses { id } }");
  const [{ id: classId }] = data.myClasses;
  const payload = { subjectId: "teacher", role: "TEACHER" as const, loginKey: keyOf(zhou.email), classId };
  await roster.deliver("identity.StaffAppointed", "teacher", { ...payload, schoolCode: "343602" });
  expect(await classNames(roster)).toEqual([]);
  await roster.deliver("identity.StaffAppointed", "teacher", { ...payload, schoolCode: neihu });
  expect(await classNames(roster)).toEqual(["二年一班"]);
});
