import { randomUUID } from "node:crypto";
import { openToken, personKey } from "@campus-graph/kit/auth/crypto";
import { anonymous } from "@campus-graph/kit/auth/viewer";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import { describe, expect, it } from "vitest";
import {
  applicant,
  guardian,
  jinhua,
  keys,
  narrowed,
  neihu,
  newcomer,
  type Roster,
  registrar,
  startRoster,
  wallet,
} from "./given.js";
import { cao, ge, lin, sheet } from "./sheets.js";

const query = "query ($input: FindStudentInput!) { findStudent(input: $input) { match maskedName } }";
const linAtNeihu = { level: "ELEMENTARY", nationalId: lin.nationalId, schoolCode: neihu };
const find = (roster: Roster, viewer = applicant, input: object = linAtNeihu) =>
  roster.execute(viewer, query, { input });

it("matches by national ID, level and chosen school, and seals the match for whoever found it", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin]));
  const { data } = await find(roster);
  expect(data.findStudent.maskedName).toBe("林O佑");
  const ring = keys.ring("match");
  expect(openToken(ring, "student-match", data.findStudent.match, new Date())).toEqual({
    subject: "applicant",
    studentId: expect.any(String),
    schoolCode: neihu,
    classId: expect.any(String),
  });
});

it.each([
  ["a wrong ID", { ...linAtNeihu, nationalId: cao.nationalId }],
  ["what is no ID", { ...linAtNeihu, nationalId: "hello" }],
  ["another level", { ...linAtNeihu, level: "JUNIOR_HIGH" }],
  ["another school", { ...linAtNeihu, schoolCode: jinhua }],
  ["no school", { ...linAtNeihu, schoolCode: "nowhere" }],
])("answers %s like any other miss, by the very statements of a match", async (_, input) => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin]));
  const statementsOf = async (input: object) => {
    roster.takeStatements();
    const answer = await find(roster, applicant, input);
    return { answer, sent: roster.takeStatements().map(shape) };
  };
  const hit = await statementsOf(linAtNeihu);
  const miss = await statementsOf(input);
  expect(miss.answer).toEqual({ data: { findStudent: null } });
  expect(miss.sent).toEqual(hit.sent);
});

it("is measured by its own statements, whatever jobs and relays send meanwhile", async () => {
  await using roster = await startRoster();
  roster.takeStatements();
  await roster.running.settle();
  expect(roster.takeStatements()).toEqual([]);
});

/** A statement without its values. */
function shape(sql: string): string {
  return sql.replace(/'[^']*'|\b\d+(\.\d+)?\b/g, "?");
}

it("finds nobody who has left", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin, cao]));
  await roster.importSheet(registrar, sheet([cao]));
  expect((await find(roster)).data.findStudent).toBeNull();
});

it("counts every try, aliases included, before it compares", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin]));
  const aliases = Array.from({ length: 25 }, (_, at) => `a${at}: findStudent(input: $input) { maskedName }`);
  const { data, errors } = await roster.execute(
    applicant,
    `query ($input: FindStudentInput!) { ${aliases.join(" ")} }`,
    { input: { ...linAtNeihu, nationalId: cao.nationalId } },
  );
  expect(Object.values(data)).toEqual(Array(25).fill(null));
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(20).fill("TOO_MANY_ATTEMPTS"));
  const { errors: after } = await find(roster);
  expect(after).toMatchObject([{ extensions: { code: "TOO_MANY_ATTEMPTS" } }]);
});

it("lets a subject ask for one child five times a day, and nobody use up another's five", async () => {
  const clock = new SettableClock();
  await using roster = await startRoster({ clock });
  await roster.importSheet(registrar, sheet([lin]));
  const otherApplicant = { ...applicant, subject: "stranger" };
  for (let at = 0; at < 5; at++) expect((await find(roster, otherApplicant)).errors).toBeUndefined();
  expect((await find(roster, otherApplicant)).errors).toMatchObject([
    { extensions: { code: "TOO_MANY_ATTEMPTS" } },
  ]);
  expect((await find(roster)).data.findStudent.maskedName).toBe("林O佑");
  clock.advance(24 * 3_600_000);
  expect((await find(roster, otherApplicant)).errors).toBeUndefined();
});

describe("over all who ask, ten different schools are answered for one child and day", () => {
  const schools = [
    "333606",
    "343602",
    "403610",
    "333601",
    "333602",
    "353606",
    "363605",
    "373609",
    "423603",
    "403501",
  ];
  const seek = (roster: Roster, schoolCode: string, at: number) =>
    find(roster, { ...applicant, subject: `stranger ${at}` }, { ...linAtNeihu, schoolCode });
  const strangersSeek = (roster: Roster, codes = schools) =>
    Promise.all(codes.map((code, at) => seek(roster, code, at)));

  it("and then the eleventh like any miss, by the statements of a match", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin]));
    roster.takeStatements();
    const miss = await seek(roster, schools[0]!, 0);
    const before = roster.takeStatements().map(shape);
    await strangersSeek(roster);
    roster.takeStatements();
    expect(await find(roster)).toEqual(miss);
    expect(roster.takeStatements().map(shape)).toEqual(before);
  });

  it("while those asked before go on being answered, however often and by whomever", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin]));
    await strangersSeek(roster, [neihu, ...schools]);
    for (let at = 0; at < 15; at++) await seek(roster, neihu, 100 + at);
    const { data } = await seek(roster, neihu, 200);
    expect(data.findStudent === null).toBe(false);
  });

  it("which schools that do not exist use up nothing of", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin]));
    await strangersSeek(
      roster,
      schools.map((_, at) => `invented ${at}`),
    );
    expect((await find(roster)).data.findStudent.maskedName).toBe("林O佑");
  });

  it("though all be asked in the same moment", async () => {
    await using roster = await startRoster();
    await strangersSeek(roster, [...schools, "353505", "333505", "313505", "413502", "353301", "353303"]);
    const [{ schools: sought }] = (await roster.rows<{ schools: string[] }>(
      "select schools from schools_sought",
    )) as [{ schools: string[] }];
    expect(sought).toHaveLength(10);
  });

  it("until a day has gone by", async () => {
    const clock = new SettableClock();
    await using roster = await startRoster({ clock });
    await roster.importSheet(registrar, sheet([lin]));
    await strangersSeek(roster);
    expect((await find(roster)).data.findStudent).toBeNull();
    clock.advance(24 * 3_600_000);
    expect((await find(roster)).data.findStudent.maskedName).toBe("林O佑");
  });

  it("the child's recorded parents counting apart, once a teacher has approved who they are", async () => {
    await using roster = await startRoster();
    await roster.importSheet(registrar, sheet([lin]));
    await strangersSeek(roster);
    const ring = keys.ring("person");
    const account = async (subject: string, nationalId: string) => {
      const requestId = randomUUID();
      await roster.deliver("identity.AccountProvisioned", requestId, {
        requestId,
        subjectId: subject,
        existing: false,
        personKey: personKey(ring, nationalId),
      });
      return { ...guardian, subject };
    };
    const [father, other] = [await account("father", lin.father!), await account("other", ge.mother!)];
    expect((await find(roster, father)).data.findStudent.maskedName).toBe("林O佑");
    expect((await find(roster, other)).data.findStudent).toBeNull();
    await account("father", ge.mother!);
    expect((await find(roster, father)).data.findStudent.maskedName).toBe("林O佑");
  });
});

it("lets one subject look for ten children a day", async () => {
  await using roster = await startRoster();
  const tries: unknown[] = [];
  for (let at = 0; at < 11; at++)
    tries.push((await find(roster, applicant, { ...linAtNeihu, nationalId: `A10000000${at % 4}` })).errors);
  expect(tries.map((errors) => errors !== undefined)).toEqual([...Array(10).fill(false), true]);
});

it("is for guardians to be: neither for a partner's program nor for a token of one application", async () => {
  await using roster = await startRoster();
  for (const viewer of [wallet, narrowed])
    expect((await find(roster, viewer)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});

it("is for applicants and accounts only", async () => {
  await using roster = await startRoster();
  expect((await find(roster, anonymous)).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  expect((await find(roster, newcomer)).errors).toMatchObject([
    { extensions: { code: "MUST_CHANGE_PASSWORD" } },
  ]);
  expect((await find(roster, guardian)).errors).toBeUndefined();
});

it("leaves a trace of every look, without the national ID", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin]));
  await find(roster);
  await find(roster, applicant, { ...linAtNeihu, nationalId: cao.nationalId });
  const audit = await roster.rows<{ subject: string }>("select * from audit where act = 'student.find'");
  expect(audit.map(({ subject }) => subject)).toEqual(["applicant", "applicant"]);
  expect(JSON.stringify(audit)).not.toContain(cao.nationalId);
});
