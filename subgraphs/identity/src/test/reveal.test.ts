import { decryptField } from "@campus-graph/kit/auth/crypto";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { givenSubmittedRequest } from "./accounts.js";
import { codeOf, type Identity, keys, signedIn, startIdentity, wang } from "./given.js";

const reason = "核對家長到校出示的身分證";

const reveal = `mutation ($input: RevealGuardianIdInput!) { revealGuardianId(input: $input) { nationalId } }`;
const revealAs = (identity: Identity, viewer: Viewer, requestId: string, why = reason) =>
  identity.execute(viewer, reveal, { input: { requestId, reason: why } });

/** A request in a class, and its homeroom teacher with a second factor given so long ago. */
async function givenReviewed(identity: Identity, factorAgeMs = 0) {
  const [classId, teacherId] = [newId(), newId()];
  await identity.deliver("roster.HomeroomAssigned", classId, {
    classId,
    schoolCode: "403601",
    staffSubjectId: teacherId,
    from: "2020-08-01T00:00:00.000Z",
    until: null,
  });
  const applied = await givenSubmittedRequest(identity, wang, classId);
  const secondFactor = { givenAt: identity.clock.now().getTime() - factorAgeMs };
  const fresh = (viewer: Viewer): Viewer => ({ ...viewer, assurance: "second-factor", secondFactor });
  const teacher = fresh(signedIn(teacherId, { role: "TEACHER", schoolCode: "403601" }));
  return { ...applied, teacher, fresh };
}

const disclosures = (identity: Identity) =>
  identity.rows<Record<string, string>>("select * from disclosure order by at, id");
const audited = (identity: Identity) =>
  identity.rows<Record<string, string>>("select * from audit where act = 'reveal-guardian-id'");

it("shows the reviewing teacher the national ID, and writes down who saw whose, and why", async () => {
  await using identity = await startIdentity();
  const { teacher, facts, subjectId } = await givenReviewed(identity);
  const { data } = await revealAs(identity, teacher, facts.requestId);
  expect(data.revealGuardianId.nationalId).toBe(wang.nationalId);
  const [row] = await disclosures(identity);
  expect(row).toMatchObject({
    by_subject_id: teacher.subject,
    role: "TEACHER",
    school_code: "403601",
    what: "NATIONAL_ID",
    person_subject_id: subjectId,
    student_id: facts.studentId,
    request_id: facts.requestId,
  });
  const place = { table: "disclosure", column: "reason", row: row!.id! };
  expect(decryptField(keys().ring("field"), row!.reason!, place)).toBe(reason);
  expect(await audited(identity)).toMatchObject([
    { subject: teacher.subject, object: `request:${facts.requestId}` },
  ]);
});

it("writes one row for each time, and none where nothing was shown", async () => {
  await using identity = await startIdentity();
  const { teacher, facts, fresh } = await givenReviewed(identity);
  await revealAs(identity, teacher, facts.requestId);
  await revealAs(identity, teacher, facts.requestId);
  const stranger = fresh(signedIn(newId(), { role: "TEACHER", schoolCode: "403601" }));
  expect(codeOf(await revealAs(identity, stranger, facts.requestId))).toBe("NOT_FOUND");
  expect(await disclosures(identity)).toHaveLength(2);
  expect(await audited(identity)).toHaveLength(2);
});

it("notes a registrar as one", async () => {
  await using identity = await startIdentity();
  const { facts, fresh } = await givenReviewed(identity);
  const registrar = fresh(signedIn(newId(), { role: "REGISTRAR", schoolCode: "403601" }));
  const { data } = await revealAs(identity, registrar, facts.requestId);
  expect(data.revealGuardianId.nationalId).toBe(wang.nationalId);
  expect(await disclosures(identity)).toMatchObject([
    { role: "REGISTRAR", by_subject_id: registrar.subject },
  ]);
});

it.each([
  ["another class's teacher", { role: "TEACHER", schoolCode: "403601" }, "NOT_FOUND"],
  ["another school's registrar", { role: "REGISTRAR", schoolCode: "333606" }, "NOT_FOUND"],
  ["a cashier", { role: "CASHIER", schoolCode: "403601" }, "FORBIDDEN"],
  ["the IT office", { role: "IT", schoolCode: "403601" }, "FORBIDDEN"],
  ["somebody of support", { role: "SUPPORT" }, "FORBIDDEN"],
] as const)("shows %s nothing", async (_, role, code) => {
  await using identity = await startIdentity();
  const { facts, fresh } = await givenReviewed(identity);
  const answer = await revealAs(identity, fresh(signedIn(newId(), role)), facts.requestId);
  expect(codeOf(answer)).toBe(code);
  expect(JSON.stringify(answer)).not.toContain(wang.nationalId);
});

it("asks for a second factor anew, five minutes after the last", async () => {
  await using identity = await startIdentity();
  const { teacher, facts } = await givenReviewed(identity, 5 * 60_000 + 1_000);
  const answer = await revealAs(identity, teacher, facts.requestId);
  expect(codeOf(answer)).toBe("SECOND_FACTOR_REQUIRED");
  expect(answer.errors?.[0]?.extensions.freshForSeconds).toBe(300);
  expect(await disclosures(identity)).toEqual([]);
});

it("wants a reason that says something", async () => {
  await using identity = await startIdentity();
  const { teacher, facts } = await givenReviewed(identity);
  for (const why of ["", "  ", "x", "長".repeat(501)])
    expect(codeOf(await revealAs(identity, teacher, facts.requestId, why))).toBe("BAD_INPUT");
  expect(await disclosures(identity)).toEqual([]);
});

it("shows one person forty in an hour and no more, by whatever way they are asked for", async () => {
  await using identity = await startIdentity();
  const { teacher, facts } = await givenReviewed(identity);
  const aliases = Array.from(
    { length: 45 },
    (_, n) =>
      `a${n}: revealGuardianId(input: { requestId: "${facts.requestId}", reason: "核對" }) { nationalId }`,
  );
  const { data } = await identity.execute(teacher, `mutation { ${aliases.slice(0, 20).join(" ")} }`);
  expect(Object.keys(data)).toHaveLength(20);
  const rest = await identity.execute(teacher, `mutation { ${aliases.slice(20).join(" ")} }`);
  expect(rest.errors?.[0]?.extensions.code).toBe("TOO_MANY_ATTEMPTS");
  expect((await disclosures(identity)).length).toBe(40);
});
