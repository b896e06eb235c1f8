import { openToken } from "@campus-graph/kit/auth/crypto";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import type { CampusEvents } from "@campus-graph/schema/events";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  cashier,
  guardian,
  keys,
  type Roster,
  registrar,
  registrarOfJinhua,
  startRoster,
  teacher,
} from "./given.js";
import { cao, lin, sheet } from "./sheets.js";

const reveal = `mutation ($input: RevealStudentIdInput!) { revealStudentId(input: $input) { nationalId } }`;
const freshly = (viewer: Viewer): Viewer => ({ ...viewer, secondFactor: "waived" });

let roster: Roster;
let studentId: string;
beforeAll(async () => {
  roster = await startRoster();
  await roster.importSheet(registrar, sheet([lin, cao]));
  const [row] = await roster.rows<{ id: string }>("select id from student where seat_number = 27");
  studentId = row!.id;
});
afterAll(() => roster[Symbol.asyncDispose]());

const look = (viewer: Viewer, reason = "學生保險", id = studentId) =>
  roster.execute(viewer, reveal, { input: { studentId: id, reason } });
const codeOf = ({ errors }: Awaited<ReturnType<typeof look>>) => errors?.[0]?.extensions.code;

it("shows a registrar a student's national ID, and tells identity who looked and why, sealed", async () => {
  expect((await look(freshly(registrar))).data.revealStudentId).toEqual({ nationalId: lin.nationalId });
  const [told] = await roster.rows<{ payload: CampusEvents["roster.Disclosed"] }>(
    "select payload from outbox where type = 'roster.Disclosed' order by serial desc limit 1",
  );
  const { sealedReason, disclosureId, ...facts } = told!.payload;
  expect(facts).toEqual({
    bySubjectId: registrar.subject,
    role: "REGISTRAR",
    schoolCode: "403601",
    what: "STUDENT_NATIONAL_ID",
    personSubjectId: null,
    studentId,
    requestId: null,
  });
  expect(openToken(keys.ring("staff"), "disclosure", sealedReason!, new Date())).toEqual({
    reason: "學生保險",
  });
  expect(JSON.stringify(told)).not.toContain(lin.nationalId);
  const [audit] = await roster.rows<{ object: string }>(
    "select object from audit where act = 'reveal-student-id'",
  );
  expect(audit!.object).toBe(`student:${studentId}`);
});

it("asks for a fresh second factor and for a reason", async () => {
  expect(codeOf(await look(registrar))).toBe("SECOND_FACTOR_REQUIRED");
  expect(codeOf(await look(freshly(registrar), " "))).toBe("BAD_INPUT");
});

it("answers another school's student, another class's, a cashier's and a guardian's as a missing one", async () => {
  expect(codeOf(await look(freshly(registrarOfJinhua)))).toBe("NOT_FOUND");
  expect(codeOf(await look(freshly(teacher)))).toBe("NOT_FOUND");
  expect(codeOf(await look(freshly(registrar), "學生保險", "no id at all"))).toBe("NOT_FOUND");
  const isBoth = { ...cashier, roles: [...cashier.roles, ...registrarOfJinhua.roles] };
  expect(codeOf(await look(freshly(isBoth)))).toBe("NOT_FOUND");
  expect(codeOf(await look(freshly(guardian)))).toBe("FORBIDDEN");
});

it("shows one person no more than a class of them in an hour", async () => {
  const viewer = { ...freshly(registrar), subject: "a curious registrar" };
  for (let shown = 0; shown < 40; shown += 1) expect(codeOf(await look(viewer))).toBeUndefined();
  expect(codeOf(await look(viewer))).toBe("TOO_MANY_ATTEMPTS");
});
