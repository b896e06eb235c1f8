import { sealToken } from "@campus-graph/kit/auth/crypto";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { givenApprovedGuardian, givenSubmittedRequest } from "./accounts.js";
import { codeOf, type Identity, keys, li, signedIn, startIdentity, wang } from "./given.js";

const mine = `query ($first: Int, $after: Cursor) { myDisclosures(first: $first, after: $after) {
  edges { node { at by role what reason } } pageInfo { hasNextPage endCursor } } }`;
const child = `query ($studentId: ID!, $after: Cursor) { childDisclosures(studentId: $studentId, after: $after) {
  edges { node { what reason } } pageInfo { endCursor } } }`;
const reveal = `mutation ($input: RevealGuardianIdInput!) { revealGuardianId(input: $input) { nationalId } }`;

/** A guardian whose request a teacher reviews. */
async function givenReviewed(identity: Identity) {
  const [classId, teacherId] = [newId(), newId()];
  await identity.deliver("roster.HomeroomAssigned", classId, {
    classId,
    schoolCode: "403601",
    staffSubjectId: teacherId,
    from: "2020-08-01T00:00:00.000Z",
    until: null,
  });
  const applied = await givenSubmittedRequest(identity, wang, classId);
  const secondFactor = { givenAt: identity.clock.now().getTime() };
  const teacher: Viewer = {
    ...signedIn(teacherId, { role: "TEACHER", schoolCode: "403601" }),
    assurance: "second-factor",
    secondFactor,
  };
  const look = (reason: string) =>
    identity.execute(teacher, reveal, { input: { requestId: applied.facts.requestId, reason } });
  return { ...applied, look, guardian: signedIn(applied.subjectId, { role: "GUARDIAN" }) };
}

const bind = (identity: Identity, facts: Awaited<ReturnType<typeof givenReviewed>>["facts"]) =>
  identity.deliver("binding.BindingOpened", facts.requestId, {
    ...facts,
    bindingId: newId(),
    openedAt: facts.appliedAt,
  });

it("tells a person who looked at their national ID, as what, and why, page by page", async () => {
  await using identity = await startIdentity();
  const { look, guardian } = await givenReviewed(identity);
  for (const reason of ["核對身分證", "第二次核對"]) {
    await look(reason);
    identity.clock.advance(1_000);
  }
  const first = (await identity.execute(guardian, mine, { first: 1 })).data.myDisclosures;
  expect(first.edges).toMatchObject([
    { node: { role: "TEACHER", what: "NATIONAL_ID", reason: "第二次核對" } },
  ]);
  expect(first.pageInfo.hasNextPage).toBe(true);
  const after = first.pageInfo.endCursor;
  const second = (await identity.execute(guardian, mine, { first: 1, after })).data.myDisclosures;
  expect(second.edges).toMatchObject([{ node: { reason: "核對身分證" } }]);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

it("tells it to nobody else, and takes nobody else's place in the list", async () => {
  await using identity = await startIdentity();
  const { look, guardian } = await givenReviewed(identity);
  await look("核對身分證");
  const stranger = signedIn(newId(), { role: "GUARDIAN" });
  expect((await identity.execute(stranger, mine)).data.myDisclosures.edges).toEqual([]);
  const { endCursor } = (await identity.execute(guardian, mine)).data.myDisclosures.pageInfo;
  expect(codeOf(await identity.execute(stranger, mine, { after: endCursor }))).toBe("INVALID_CURSOR");
  const wallet = { ...guardian, clientId: "wallet", scopes: ["bills:read", "notices:subscribe"] };
  expect(codeOf(await identity.execute(wallet, mine))).toBe("FORBIDDEN");
});

it("tells a bound guardian who looked for their child, and stops with the binding", async () => {
  await using identity = await startIdentity();
  const { look, guardian, facts } = await givenReviewed(identity);
  await look("核對身分證");
  const { studentId } = facts;
  const seen = async (viewer: Viewer) =>
    (await identity.execute(viewer, child, { studentId })).data.childDisclosures.edges.length;
  expect(await seen(guardian)).toBe(0);
  await bind(identity, facts);
  expect(await seen(guardian)).toBe(1);
  expect(await seen(signedIn(newId(), { role: "GUARDIAN" }))).toBe(0);
  const { bindingId, ...revoked } = { ...facts, bindingId: newId() };
  await identity.deliver("binding.BindingRevoked", facts.requestId, { ...revoked, bindingId });
  expect(await seen(guardian)).toBe(0);
});

it("tells a guardian nothing of what was shown of the child's other guardian", async () => {
  await using identity = await startIdentity();
  const { look, facts } = await givenReviewed(identity);
  await look("核對身分證");
  const other = await givenApprovedGuardian(identity, li);
  const ofTheSameChild = { ...other.facts, studentId: facts.studentId };
  await identity.rows("update request set student_id = ? where id = ?", [
    facts.studentId,
    other.facts.requestId,
  ]);
  await bind(identity, ofTheSameChild);
  const viewer = signedIn(other.subjectId, { role: "GUARDIAN" });
  const { data } = await identity.execute(viewer, child, { studentId: facts.studentId });
  expect(data.childDisclosures.edges).toEqual([]);
});

it("lists what other subgraphs showed, once however often it is told, under its reason", async () => {
  await using identity = await startIdentity();
  const { guardian, facts, subjectId } = await givenReviewed(identity);
  await bind(identity, facts);
  const { studentId, requestId } = facts;
  const disclosed = (reason: string | null, ring: "staff" | "declaration") => ({
    disclosureId: newId(),
    bySubjectId: newId(),
    role: "REGISTRAR" as const,
    schoolCode: "403601",
    sealedReason: reason && sealToken(keys().ring(ring), "disclosure", { reason }, null),
  });
  const ofChild = { what: "STUDENT_NATIONAL_ID", personSubjectId: null, studentId, requestId: null };
  const shown = { ...disclosed("學生保險", "staff"), ...ofChild };
  await identity.deliver("roster.Disclosed", studentId, shown);
  await identity.deliver("roster.Disclosed", studentId, shown);
  const ofGuardian = { what: "APPLICATION_FORM", personSubjectId: subjectId, studentId: null, requestId };
  await identity.deliver("binding.Disclosed", requestId, {
    ...disclosed(null, "declaration"),
    ...ofGuardian,
  });
  const { data } = await identity.execute(guardian, child, { studentId });
  expect(data.childDisclosures.edges).toEqual([
    { node: { what: "STUDENT_NATIONAL_ID", reason: "學生保險" } },
  ]);
  const own = (await identity.execute(guardian, mine)).data.myDisclosures.edges;
  expect(own).toMatchObject([{ node: { what: "APPLICATION_FORM", role: "REGISTRAR", reason: null } }]);
  const [stored] = await identity.rows<{ reason: string }>(
    "select reason from disclosure where what = 'STUDENT_NATIONAL_ID'",
  );
  expect(stored!.reason).not.toContain("學生保險");
});
