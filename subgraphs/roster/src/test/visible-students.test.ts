import type { CampusEvents } from "@campus-graph/schema/events";
import { beforeEach, expect, it } from "vitest";
import {
  applicant,
  cashier,
  guardian,
  jinhua,
  neihu,
  otherGuardian,
  type Roster,
  registrar,
  registrarOfJinhua,
  startRoster,
  teacher,
} from "./given.js";
import { cao, children, lin, sheet } from "./sheets.js";

const fields = "id maskedName name seatNumber level school { code name } schoolClass { name }";
const masked = { maskedName: "林O佑", level: "ELEMENTARY", school: { code: neihu, name: "市立內湖國小" } };
const whole = { ...masked, name: "林承佑", seatNumber: 27, schoolClass: { name: "二年一班" } };
const forbidden = { name: null, seatNumber: null, schoolClass: null };

let lastSubject = "";
let studentId = "";

/** A roster with one class, and the id of 林承佑 in it. */
async function withLin(): Promise<Roster> {
  const roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin, cao]));
  const [row] = await roster.rows<{ id: string }>("select id from student where seat_number = 27");
  studentId = row!.id;
  return roster;
}

beforeEach(() => {
  lastSubject = "";
});

function request(subjectId: string): CampusEvents["binding.RequestSubmitted"] {
  lastSubject = subjectId;
  return {
    requestId: "r1",
    applicationId: "a1",
    subjectId,
    studentId,
    classId: "c1",
    schoolCode: neihu,
    relationship: "FATHER",
    appliedAt: "2026-09-01T00:00:00Z",
  };
}

const binding = () => ({
  bindingId: "b1",
  requestId: "r1",
  applicationId: "a1",
  subjectId: lastSubject,
  studentId,
  relationship: "FATHER",
  openedAt: "2026-09-01T00:00:00Z",
});

const look = (roster: Roster, viewer = guardian) =>
  roster.entity(viewer, { __typename: "Student", id: studentId } as { __typename: string }, fields);

it("shows the student to a bound guardian whole, and to an applicant masked, until the binding ends", async () => {
  await using roster = await withLin();
  expect((await look(roster)).entity).toBeNull();
  await roster.deliver("binding.RequestSubmitted", "r1", request("guardian"));
  const applied = await look(roster);
  expect(applied.entity).toMatchObject({ ...masked, ...forbidden });
  expect(applied.errors?.map(({ extensions }) => extensions.code)).toEqual([
    "FORBIDDEN",
    "FORBIDDEN",
    "FORBIDDEN",
  ]);
  await roster.deliver("binding.BindingOpened", "b1", binding());
  expect(await look(roster)).toMatchObject({ entity: whole });
  await roster.deliver("binding.BindingRevoked", "b1", {
    bindingId: "b1",
    requestId: "r1",
    subjectId: "guardian",
    studentId,
  });
  expect((await look(roster)).entity).toBeNull();
});

it("shows an applicant the student they matched, also before they submit, until they cancel", async () => {
  await using roster = await withLin();
  await roster.execute(
    applicant,
    "query ($input: FindStudentInput!) { findStudent(input: $input) { match } }",
    {
      input: { level: "ELEMENTARY", nationalId: lin.nationalId, schoolCode: neihu },
    },
  );
  expect((await look(roster, applicant)).entity).toMatchObject(masked);
  await roster.deliver("binding.RequestSubmitted", "r1", request("applicant"));
  await roster.deliver("binding.RequestReturned", "r1", request("applicant"));
  expect((await look(roster, applicant)).entity).toMatchObject(masked);
  await roster.deliver("binding.RequestCancelled", "r1", request("applicant"));
  expect((await look(roster, applicant)).entity).toBeNull();
});

it("shows nothing any more to an applicant who got no account", async () => {
  await using roster = await withLin();
  await roster.deliver("binding.RequestSubmitted", "r1", request("applicant"));
  await roster.deliver("binding.RequestProvisionFailed", "r1", {
    ...request("applicant"),
    code: "EMAIL_TAKEN",
  });
  expect((await look(roster, applicant)).entity).toBeNull();
});

it("shows an applicant the mask until the binding ends, also where it is of the account that the person had", async () => {
  await using roster = await withLin();
  await roster.execute(
    applicant,
    "query ($input: FindStudentInput!) { findStudent(input: $input) { match } }",
    {
      input: { level: "ELEMENTARY", nationalId: lin.nationalId, schoolCode: neihu },
    },
  );
  await roster.deliver("binding.RequestSubmitted", "r1", request("applicant"));
  await roster.deliver("binding.BindingOpened", "b1", { ...binding(), subjectId: "guardian" });
  expect((await look(roster, applicant)).entity).toMatchObject({ ...masked, ...forbidden });
  expect((await look(roster)).entity).toMatchObject(whole);
  const { bindingId, requestId } = binding();
  await roster.deliver("binding.BindingRevoked", "b1", {
    bindingId,
    requestId,
    subjectId: "guardian",
    studentId,
  });
  for (const viewer of [applicant, guardian]) expect((await look(roster, viewer)).entity).toBeNull();
});

it("does not tell an applicant to which school the child has gone, also when the request follows it there", async () => {
  await using roster = await withLin();
  await roster.deliver("binding.RequestSubmitted", "r1", request("guardian"));
  await roster.importSheet(registrar, sheet([cao]));
  await roster.importSheet(registrarOfJinhua, sheet([lin]), { schoolCode: jinhua });
  await roster.deliver("binding.RequestReturned", "r1", { ...request("guardian"), schoolCode: jinhua });
  expect((await look(roster)).entity).toMatchObject({ maskedName: "林O佑", school: null, level: null });
  await roster.deliver("binding.BindingOpened", "b1", binding());
  expect((await look(roster)).entity).toMatchObject({ school: { code: jinhua } });
});

it("shows no more than the mask to an applicant's token, even of a guardian who is bound", async () => {
  await using roster = await withLin();
  await roster.deliver("binding.RequestSubmitted", "r1", request("applicant"));
  await roster.deliver("binding.BindingOpened", "b1", binding());
  expect((await look(roster, applicant)).entity).toMatchObject({ ...masked, ...forbidden });
});

it("shows staff the students of their own school, and to nobody else's staff", async () => {
  await using roster = await withLin();
  for (const staff of [registrar, cashier]) expect((await look(roster, staff)).entity).toMatchObject(whole);
  for (const other of [registrarOfJinhua, teacher, otherGuardian])
    expect((await look(roster, other)).entity).toBeNull();
});

it("keeps a child that left in sight of its guardian, but of no staff", async () => {
  await using roster = await withLin();
  await roster.deliver("binding.RequestSubmitted", "r1", request("guardian"));
  await roster.deliver("binding.BindingOpened", "b1", binding());
  await roster.importSheet(registrar, sheet([cao]));
  expect((await look(roster)).entity).toMatchObject({
    maskedName: "林O佑",
    name: "林承佑",
    level: null,
    school: null,
    schoolClass: null,
  });
  expect((await look(roster, registrar)).entity).toBeNull();
});

it("answers another school's class exactly as a missing one", async () => {
  await using roster = await withLin();
  const [row] = await roster.rows<{ id: string }>("select id from school_class");
  const read = (id: string) =>
    roster.execute(registrarOfJinhua, "query ($id: ID!) { schoolClass(id: $id) { name } }", { id });
  expect(await read(row!.id)).toEqual(await read("0195d000-0000-7000-8000-00000000dead"));
  expect(await read(row!.id)).toEqual({ data: { schoolClass: null } });
  expect(await read("no id at all")).toEqual({ data: { schoolClass: null } });
});

it("shows classes to staff of the school only", async () => {
  await using roster = await withLin();
  const query = "query ($code: ID!) { school(code: $code) { classes { name students { name } } } }";
  expect((await roster.execute(cashier, query, { code: neihu })).data.school.classes).toHaveLength(1);
  expect((await roster.execute(teacher, query, { code: neihu })).data.school.classes).toEqual([]);
  for (const viewer of [guardian, registrarOfJinhua, applicant])
    expect((await roster.execute(viewer, query, { code: neihu })).errors).toMatchObject([
      { extensions: { code: "FORBIDDEN" } },
    ]);
  expect((await roster.execute(registrarOfJinhua, query, { code: jinhua })).data.school.classes).toEqual([]);
});

it("costs the same statements for a class of 1 and of 30, to read and to import", async () => {
  const costs: Record<string, number>[] = [];
  for (const count of [1, 30]) {
    await using roster = await startRoster();
    roster.takeStatements();
    await roster.importSheet(
      registrar,
      sheet(children(count), { teacher: { name: "周", email: "t@campus.example" } }),
    );
    const imported = roster.takeStatements().length;
    await roster.importSheet(
      registrar,
      sheet(children(count).map((child) => ({ ...child, name: "王大明" }))),
    );
    const changed = roster.takeStatements().length;
    const { data } = await roster.execute(
      registrar,
      `query ($code: ID!) { school(code: $code) { classes { school { name } students { ${fields} } } } }`,
      { code: neihu },
    );
    const read = roster.takeStatements().length;
    expect(data.school.classes[0].students).toHaveLength(count);
    const of = data.school.classes[0].students.map(({ id }: { id: string }) => ({
      __typename: "Student",
      id,
    }));
    await roster.execute(
      registrar,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Student { ${fields} } } }`,
      { of },
    );
    costs.push({ imported, changed, read, entities: roster.takeStatements().length });
  }
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[0]!.read).toBeLessThanOrEqual(5);
});
