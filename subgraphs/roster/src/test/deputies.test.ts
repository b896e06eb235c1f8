import { loginKey } from "@campus-graph/kit/auth/crypto";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import { expect, it } from "vitest";
import {
  itOffice,
  jinhua,
  keys,
  neihu,
  otherTeacher,
  type Roster,
  registrar,
  registrarOfJinhua,
  startRoster,
  teacher,
} from "./given.js";
import { lin, sheet } from "./sheets.js";

const zhou = { name: "周佩珊", email: "teacher@campus.example" };
const xu = { name: "許文彬", email: "teacher2@campus.example" };

/** Ten in the morning in Taipei. */
const monday = "2027-03-01T02:00:00Z";
const days = { from: "2027-03-02", until: "2027-03-04" };

async function startWithClass() {
  const clock = new SettableClock();
  const at = (moment: string) => clock.advance(Date.parse(moment) - clock.now().getTime());
  at(monday);
  const roster = await startRoster({ clock });
  const key = (email: string) => loginKey(keys.ring("person"), email);
  const appoint = (subjectId: string, email: string, role: { from?: string; until?: string } = {}) =>
    roster.deliver("identity.StaffAppointed", subjectId, {
      subjectId,
      role: "TEACHER",
      schoolCode: neihu,
      loginKey: key(email),
      ...role,
    });
  await appoint("teacher", zhou.email);
  await appoint("other teacher", xu.email);
  await roster.importSheet(registrar, sheet([lin], { teacher: zhou }));
  const [row] = await roster.rows<{ id: string }>("select id from school_class");
  const classId = row!.id;
  return { roster, appoint, classId, at };
}

async function assign(roster: Roster, viewer: Viewer, input: object) {
  const { data, errors } = await roster.execute(
    viewer,
    "mutation ($input: AssignDeputyInput!) { assignDeputy(input: $input) { id from until endedAt schoolClass { name } account { id } } }",
    { input },
  );
  return { deputy: data?.assignDeputy, code: errors?.[0]?.extensions.code };
}

async function end(roster: Roster, viewer: Viewer, id: string) {
  const { data, errors } = await roster.execute(
    viewer,
    "mutation ($id: ID!) { endDeputy(id: $id) { endedAt } }",
    { id },
  );
  return { ended: data?.endDeputy, code: errors?.[0]?.extensions.code };
}

async function classesOf(roster: Roster, viewer: Viewer) {
  const { data } = await roster.execute(
    viewer,
    "{ myClasses { name isHomeroom deputyUntil students { name } } }",
  );
  return data.myClasses;
}

const asDeputy = [
  { name: "二年一班", isHomeroom: true, deputyUntil: days.until, students: [{ name: lin.name }] },
];

it("lets a deputy see the class from the first day to the last, by Taipei's days, and tells the others from when until when", async () => {
  const { roster, classId, at } = await startWithClass();
  await using _ = roster;
  const { deputy } = await assign(roster, registrar, { classId, email: xu.email, ...days });
  expect(deputy).toMatchObject({ ...days, endedAt: null, schoolClass: { name: "二年一班" } });
  expect(deputy.account).toEqual({ id: "other teacher" });
  const seen: Record<string, unknown> = {};
  for (const moment of [
    "2027-03-01T15:59:00Z",
    "2027-03-01T16:00:00Z",
    "2027-03-04T15:59:00Z",
    "2027-03-04T16:00:00Z",
  ]) {
    at(moment);
    seen[moment] = await classesOf(roster, otherTeacher);
  }
  expect(seen).toEqual({
    "2027-03-01T15:59:00Z": [],
    "2027-03-01T16:00:00Z": asDeputy,
    "2027-03-04T15:59:00Z": asDeputy,
    "2027-03-04T16:00:00Z": [],
  });
  // The homeroom teacher keeps the class.
  expect(await classesOf(roster, teacher)).toMatchObject([{ name: "二年一班", deputyUntil: null }]);
  const [told] = await roster.published("roster.DeputyAssigned");
  expect(told?.payload).toEqual({
    deputyId: deputy.id,
    classId,
    schoolCode: neihu,
    subjectId: "other teacher",
    from: "2027-03-01T16:00:00.000Z",
    until: "2027-03-04T16:00:00.000Z",
  });
});

it("ends at once when it is ended early, also before it began, and tells everybody", async () => {
  const { roster, classId, at } = await startWithClass();
  await using _ = roster;
  const { deputy } = await assign(roster, itOffice, { classId, email: xu.email, ...days });
  at("2027-03-03T02:00:00Z");
  expect(await classesOf(roster, otherTeacher)).toEqual(asDeputy);
  expect((await end(roster, registrarOfJinhua, deputy.id)).code).toBe("NOT_FOUND");
  expect((await end(roster, teacher, deputy.id)).code).toBe("FORBIDDEN");
  expect((await end(roster, registrar, deputy.id)).ended.endedAt).toMatch("2027-03-03T02:00");
  expect(await classesOf(roster, otherTeacher)).toEqual([]);
  // Asked again it is the same event.
  await end(roster, registrar, deputy.id);
  const told = await roster.published("roster.DeputyEnded");
  expect(told.map(({ payload }) => [payload.deputyId, payload.until.slice(0, 16)])).toEqual([
    [deputy.id, "2027-03-03T02:00"],
  ]);
  const coming = { classId, email: xu.email, from: "2027-03-20", until: "2027-03-21" };
  const { deputy: later } = await assign(roster, registrar, coming);
  await end(roster, registrar, later.id);
  at("2027-03-20T02:00:00Z");
  expect(await classesOf(roster, otherTeacher)).toEqual([]);
  const acts = await roster.rows<{ act: string }>(
    "select act from audit where act like 'deputy.%' order by id",
  );
  expect(acts.map(({ act }) => act)).toEqual(["deputy.assign", "deputy.end", "deputy.assign", "deputy.end"]);
});

it("ends with the role of the teacher who stands in", async () => {
  const { roster, classId, at } = await startWithClass();
  await using _ = roster;
  await assign(roster, registrar, { classId, email: xu.email, ...days });
  at("2027-03-03T02:00:00Z");
  const over = { subjectId: "other teacher", role: "TEACHER" as const, schoolCode: neihu };
  await roster.deliver("identity.StaffRoleEnded", "other teacher", over);
  expect(await classesOf(roster, otherTeacher)).toEqual([]);
  expect(await roster.published("roster.DeputyEnded")).toHaveLength(1);
});

it("takes as a deputy only who is a teacher of this school on all of these days, and not whose class it is", async () => {
  const { roster, appoint, classId } = await startWithClass();
  await using _ = roster;
  const code = async (viewer: Viewer, input: object) =>
    (await assign(roster, viewer, { classId, ...days, ...input })).code;
  expect(await code(registrar, { email: "nobody@campus.example" })).toBe("DEPUTY_NOT_TEACHER");
  expect(await code(registrar, { email: zhou.email })).toBe("DEPUTY_HAS_HOMEROOM");
  await appoint("substitute", "substitute@campus.example", { from: "2026-09-01", until: "2027-03-03" });
  expect(await code(registrar, { email: "substitute@campus.example" })).toBe("DEPUTY_NOT_TEACHER");
  expect(await code(registrar, { email: "substitute@campus.example", until: "2027-03-03" })).toBeUndefined();
  const [listed] = (
    await roster.execute(registrar, `{ deputies(schoolCode: "${neihu}") { account { id } until } }`)
  ).data.deputies;
  expect(listed).toEqual({ account: { id: "substitute" }, until: "2027-03-03" });
});

it("gives a class one deputy on a day, and the same one when it is asked for again", async () => {
  const { roster, appoint, classId } = await startWithClass();
  await using _ = roster;
  await appoint("third", "third@campus.example");
  const input = { classId, email: xu.email, ...days };
  const [first, again] = await Promise.all([
    assign(roster, registrar, input),
    assign(roster, registrar, input),
  ]);
  expect(again.deputy.id).toBe(first.deputy.id);
  expect(await roster.published("roster.DeputyAssigned")).toHaveLength(1);
  const third = { classId, email: "third@campus.example" };
  expect((await assign(roster, registrar, { ...third, from: days.until, until: "2027-03-09" })).code).toBe(
    "CLASS_HAS_DEPUTY",
  );
  expect(
    (await assign(roster, registrar, { ...third, from: "2027-03-05", until: "2027-03-09" })).code,
  ).toBeUndefined();
});

it("is assigned by the registrar or IT office of the class's own school, by nobody for themselves, and for days that can be", async () => {
  const { roster, appoint, classId } = await startWithClass();
  await using _ = roster;
  await appoint("registrar", "registrar@campus.example");
  const code = async (viewer: Viewer, input: object = {}) =>
    (await assign(roster, viewer, { classId, email: xu.email, ...days, ...input })).code;
  expect(await code(teacher)).toBe("FORBIDDEN");
  expect(await code(registrarOfJinhua)).toBe("NOT_FOUND");
  expect(await code(registrar, { classId: "no id" })).toBe("NOT_FOUND");
  expect(await code(registrar, { email: "registrar@campus.example" })).toBe("OWN_ROLE");
  expect(await code(registrar, { from: "2027-02-28" })).toBe("BAD_INPUT");
  expect(await code(registrar, { until: "2027-03-01" })).toBe("BAD_INPUT");
  expect(await code(registrar, { until: "2028-03-02" })).toBe("BAD_INPUT");
  expect(await roster.published("roster.DeputyAssigned")).toEqual([]);
  expect(await code(itOffice, { until: "2028-03-01" })).toBeUndefined();
});

it("gives nothing to who is no teacher of the school by their token any more", async () => {
  const { roster, classId, at } = await startWithClass();
  await using _ = roster;
  await assign(roster, registrar, { classId, email: xu.email, ...days });
  at("2027-03-03T02:00:00Z");
  const moved: Viewer = { ...otherTeacher, roles: [{ role: "TEACHER", schoolCode: jinhua }] };
  expect(await classesOf(roster, moved)).toEqual([]);
});
