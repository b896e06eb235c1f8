import { SettableClock } from "@campus-graph/kit/clock";
import { openToken } from "@campus-graph/kit/crypto";
import { anonymous } from "@campus-graph/kit/viewer";
import { expect, it } from "vitest";
import {
  applicant,
  guardian,
  jinhua,
  keysOfRoster,
  narrowed,
  neihu,
  newcomer,
  type Roster,
  recordStatements,
  registrar,
  startRoster,
  wallet,
} from "./given.js";
import { cao, lin, sheet } from "./sheets.js";

const query = "query ($input: FindStudentInput!) { findStudent(input: $input) { match maskedName } }";
const linAtNeihu = { level: "ELEMENTARY", nationalId: lin.nationalId, schoolCode: neihu };
const find = (roster: Roster, viewer = applicant, input: object = linAtNeihu) =>
  roster.ask(viewer, query, { input });

it("matches by national ID, level and chosen school, and seals the match for whoever found it", async () => {
  await using roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin]));
  const { data } = await find(roster);
  expect(data.findStudent.maskedName).toBe("林O佑");
  const ring = keysOfRoster().ring("match");
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
  const statements = recordStatements();
  await using roster = await startRoster(statements);
  await roster.importSheet(registrar, sheet([lin]));
  const statementsOf = async (input: object) => {
    statements.take();
    const answer = await find(roster, applicant, input);
    return { answer, sent: statements.take().map(shape) };
  };
  const hit = await statementsOf(linAtNeihu);
  const miss = await statementsOf(input);
  expect(miss.answer).toEqual({ data: { findStudent: null } });
  expect(miss.sent).toEqual(hit.sent);
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
  const { data, errors } = await roster.ask(
    applicant,
    `query ($input: FindStudentInput!) { ${aliases.join(" ")} }`,
    { input: { ...linAtNeihu, nationalId: cao.nationalId } },
  );
  expect(Object.values(data)).toEqual(Array(25).fill(null));
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(20).fill("TOO_MANY_ATTEMPTS"));
  const { errors: after } = await find(roster);
  expect(after).toMatchObject([{ extensions: { code: "TOO_MANY_ATTEMPTS" } }]);
});

it("lets nobody ask for one child at one school after the other: five a day, whoever asks", async () => {
  const clock = new SettableClock();
  await using roster = await startRoster({ clock });
  for (let at = 0; at < 5; at++) await find(roster, { ...applicant, subject: `applicant ${at}` });
  clock.advance(23 * 3_600_000);
  const { errors } = await find(roster, { ...applicant, subject: "one more" });
  expect(errors).toMatchObject([{ extensions: { code: "TOO_MANY_ATTEMPTS" } }]);
  clock.advance(3_600_000);
  expect((await find(roster, { ...applicant, subject: "the day after" })).errors).toBeUndefined();
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
