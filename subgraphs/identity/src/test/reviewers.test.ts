import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { givenApprovedGuardian, givenSubmittedRequest, place } from "./accounts.js";
import { type Identity, keyOfPerson, li, openDeclaration, signedIn, startIdentity, wang } from "./given.js";

const guardianFields = "id guardian { name maskedNationalId email mobile loginCheck }";
const shown = {
  name: wang.name,
  maskedNationalId: "A12****789",
  email: wang.email,
  mobile: wang.mobile,
  loginCheck: "FREE",
};

const teacherId = newId();
const teacher = signedIn(teacherId, { role: "TEACHER", schoolCode: "403601" });
const stranger = signedIn(newId(), { role: "TEACHER", schoolCode: "403601" });

async function givenReviewedClass(identity: Identity): Promise<string> {
  const classId = newId();
  await assign(identity, classId, teacherId);
  return classId;
}

function assign(identity: Identity, classId: string, staffSubjectId: string, until: string | null = null) {
  const from = "2020-08-01T00:00:00.000Z";
  return identity.deliver("roster.HomeroomAssigned", classId, {
    classId,
    schoolCode: "403601",
    staffSubjectId,
    from,
    until,
  });
}

async function guardianSeenBy(identity: Identity, viewer: typeof teacher, requestId: string) {
  const { entities } = await identity.entities(viewer, "BindingRequest", [requestId], guardianFields, {
    version: 1,
  });
  return entities[0].guardian;
}

it("shows the guardian to the applicant and to the class's homeroom teacher, and to nobody else", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { subjectId, facts } = await givenSubmittedRequest(identity, wang, classId);
  expect(await guardianSeenBy(identity, teacher, facts.requestId)).toEqual(shown);
  expect(await guardianSeenBy(identity, signedIn(subjectId), facts.requestId)).toEqual(shown);
  expect(await guardianSeenBy(identity, stranger, facts.requestId)).toBeNull();
  expect(await guardianSeenBy(identity, teacher, newId())).toBeNull();
});

it("shows a class's applicants to a teacher who signed in, not to one who only verified an e-mail address", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { facts } = await givenSubmittedRequest(identity, wang, classId);
  const asApplicant = { ...teacher, assurance: "applicant" } as const;
  expect(await guardianSeenBy(identity, asApplicant, facts.requestId)).toBeNull();
});

it("shows the school's registrar whom they may have to decide about, and no other school's", async () => {
  await using identity = await startIdentity();
  const registrar = signedIn(newId(), { role: "REGISTRAR", schoolCode: "403601" });
  const elsewhere = signedIn(newId(), { role: "REGISTRAR", schoolCode: "333606" });
  const { facts } = await givenSubmittedRequest(identity, wang, newId());
  expect(await guardianSeenBy(identity, registrar, facts.requestId)).toEqual(shown);
  expect(await guardianSeenBy(identity, elsewhere, facts.requestId)).toBeNull();
  await identity.deliver("binding.RequestCancelled", facts.requestId, facts);
  expect(await guardianSeenBy(identity, registrar, facts.requestId)).toBeNull();
});

it("learns the school of students noted before schools were, by what roster tells of their class", async () => {
  await using identity = await startIdentity();
  const registrar = signedIn(newId(), { role: "REGISTRAR", schoolCode: "403601" });
  const classId = newId();
  const { facts } = await givenSubmittedRequest(identity, wang, classId);
  await identity.rows("update student_class set school_code = null returning 1");
  expect(await guardianSeenBy(identity, registrar, facts.requestId)).toBeNull();
  await assign(identity, classId, teacherId);
  expect(await guardianSeenBy(identity, registrar, facts.requestId)).toEqual(shown);
});

it("shows nobody beside a version that another declaration was signed with", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { subjectId, applicationId, facts } = await givenSubmittedRequest(identity, wang, classId);
  const seen = async (version: number) => {
    const ids = [facts.requestId];
    const { entities } = await identity.entities(teacher, "BindingRequest", ids, guardianFields, { version });
    return entities[0].guardian?.name ?? null;
  };
  await identity.deliver("binding.RequestSubmitted", facts.requestId, { ...facts, version: 1 });
  // Binding shows the second version; what was declared for it has not been heard of yet.
  expect([await seen(1), await seen(2)]).toEqual([wang.name, null]);

  const viewer = signedIn(subjectId);
  await identity.verifyMore(li.email, viewer);
  const { data } = await identity.setGuardian(viewer, { applicationId, ...li });
  const { declarationId } = openDeclaration(data.setGuardian.declaration);
  await identity.deliver("binding.RequestSubmitted", facts.requestId, {
    ...facts,
    version: 2,
    guardianPersonKey: keyOfPerson(li.nationalId),
    guardianDeclarationId: declarationId!,
  });
  expect([await seen(1), await seen(2)]).toEqual([null, li.name]);
});

it("shows the guardian of a request from before versions were told beside its first alone", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { facts } = await givenSubmittedRequest(identity, wang, classId);
  const seen = async (version: number) => {
    const ids = [facts.requestId];
    const { entities } = await identity.entities(teacher, "BindingRequest", ids, guardianFields, { version });
    return entities[0].guardian?.name ?? null;
  };
  // Binding may have heard another person's declaration, of which identity has not.
  expect([await seen(1), await seen(2)]).toEqual([wang.name, null]);
});

it("learns the school of students noted before schools were by what binding tells of their requests", async () => {
  await using identity = await startIdentity();
  const registrar = signedIn(newId(), { role: "REGISTRAR", schoolCode: "403601" });
  const { facts } = await givenSubmittedRequest(identity, wang, newId());
  for (const type of ["binding.RequestSubmitted", "binding.RequestReturned"] as const) {
    await identity.rows("update student_class set school_code = null returning 1");
    expect(await guardianSeenBy(identity, registrar, facts.requestId)).toBeNull();
    await identity.deliver(type, facts.requestId, facts);
    expect(await guardianSeenBy(identity, registrar, facts.requestId)).toEqual(shown);
  }
});

it("shows a narrowed token its own application alone", async () => {
  await using identity = await startIdentity();
  const { subjectId, applicationId, facts } = await givenSubmittedRequest(identity);
  const narrowedTo = (id: string) =>
    ({ ...signedIn(subjectId), assurance: "applicant", applicationId: id }) as const;
  expect(await guardianSeenBy(identity, narrowedTo(applicationId), facts.requestId)).toEqual(shown);
  expect(await guardianSeenBy(identity, narrowedTo(newId()), facts.requestId)).toBeNull();
});

it("hides the guardian from the teacher once the request is cancelled or the binding revoked", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { facts } = await givenSubmittedRequest(identity, wang, classId);
  await identity.deliver("binding.RequestCancelled", facts.requestId, facts);
  expect(await guardianSeenBy(identity, teacher, facts.requestId)).toBeNull();
});

it("follows the class to its next homeroom teacher, and the student to the next class", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { facts } = await givenSubmittedRequest(identity, wang, classId);
  const next = signedIn(newId(), { role: "TEACHER", schoolCode: "403601" });
  await assign(identity, classId, teacherId, identity.clock.now().toISOString());
  await assign(identity, classId, next.subject!);
  expect(await guardianSeenBy(identity, teacher, facts.requestId)).toBeNull();
  expect(await guardianSeenBy(identity, next, facts.requestId)).toEqual(shown);

  const otherClass = newId();
  await assign(identity, otherClass, teacherId);
  await place(identity, facts.studentId, otherClass);
  expect(await guardianSeenBy(identity, next, facts.requestId)).toBeNull();
  expect(await guardianSeenBy(identity, teacher, facts.requestId)).toEqual(shown);
});

it("believes roster, not binding, which class a student is in, and nobody once the student has left", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const otherClass = newId();
  const next = signedIn(newId(), { role: "TEACHER", schoolCode: "403601" });
  await assign(identity, otherClass, next.subject!);
  const { facts } = await givenSubmittedRequest(identity, wang, classId);
  await place(identity, facts.studentId, otherClass);
  // Binding had not heard of the move yet.
  await identity.deliver("binding.RequestSubmitted", facts.requestId, facts);
  expect(await guardianSeenBy(identity, teacher, facts.requestId)).toBeNull();
  expect(await guardianSeenBy(identity, next, facts.requestId)).toEqual(shown);

  const { studentId } = facts;
  await identity.deliver("roster.StudentLeft", studentId, {
    studentId,
    classId: otherClass,
    schoolCode: "403601",
  });
  expect(await guardianSeenBy(identity, next, facts.requestId)).toBeNull();
});

it("warns the reviewer when another person meanwhile signs in with the address", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { facts } = await givenSubmittedRequest(identity, wang, classId);
  identity.clock.advance(60_000);
  await givenApprovedGuardian(identity, { ...li, email: wang.email });
  expect((await guardianSeenBy(identity, teacher, facts.requestId)).loginCheck).toBe("TAKEN");
});

it("tells binding of it, of each request that waits with that address and of no other", async () => {
  await using identity = await startIdentity();
  const waiting = await givenSubmittedRequest(identity, wang);
  await givenSubmittedRequest(identity, { ...wang, email: "elsewhere@example.com" });
  identity.clock.advance(60_000);
  await givenApprovedGuardian(identity, { ...li, email: wang.email });
  const guardianSeen = async () =>
    (await identity.published("identity.LoginTaken")).map(({ payload }) => payload.requestId);
  expect(await guardianSeen()).toEqual([waiting.facts.requestId]);

  // Sent in only now, with a declaration from before.
  const late = { ...waiting.facts, requestId: newId() };
  await identity.deliver("binding.RequestSubmitted", late.requestId, late);
  expect(await guardianSeen()).toEqual([waiting.facts.requestId, late.requestId]);

  // In which version, where binding has said so.
  const again = { ...waiting.facts, version: 2 };
  await identity.deliver("binding.RequestSubmitted", again.requestId, again);
  const versions = (await identity.published("identity.LoginTaken")).map(({ payload }) => payload.version);
  expect(versions).toEqual([undefined, undefined, 2]);
});

it("shows a student's bound guardians to the homeroom teacher alone", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { subjectId, facts } = await givenApprovedGuardian(identity, wang, classId);
  const guardians = async (viewer: typeof teacher) =>
    (await identity.entities(viewer, "Student", [facts.studentId], "guardians { name }")).entities[0]
      .guardians;
  expect(await guardians(teacher)).toEqual([]);
  await identity.deliver("binding.BindingOpened", facts.requestId, {
    ...facts,
    bindingId: newId(),
    openedAt: facts.appliedAt,
  });
  expect(await guardians(teacher)).toEqual([{ name: wang.name }]);
  expect(await guardians(signedIn(subjectId))).toBeNull();
  expect(await guardians(stranger)).toBeNull();
  await identity.deliver("binding.BindingRevoked", facts.requestId, { ...facts, bindingId: newId() });
  expect(await guardians(teacher)).toEqual([]);
});

it("shows the account that approval led to, its contacts to its holder alone", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { subjectId, facts } = await givenApprovedGuardian(identity, wang, classId);
  const account = async (viewer: typeof teacher, fields: string) =>
    identity.entities(viewer, "BindingRequest", [facts.requestId], `account { ${fields} }`);
  expect((await account(teacher, "id displayName")).entities[0].account).toEqual({
    id: subjectId,
    displayName: wang.name,
  });
  const contacts = await account(teacher, "id email mobile");
  expect(contacts.entities[0].account).toEqual({ id: subjectId, email: null, mobile: null });
  expect(contacts.errors?.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  expect((await account(stranger, "id")).entities[0].account).toBeNull();
  const { entities } = await identity.entities(stranger, "Account", [subjectId], "displayName");
  expect(entities).toEqual([null]);
  const own = await identity.entities(
    signedIn(subjectId),
    "Account",
    [subjectId],
    "email roles mustChangePassword",
  );
  expect(own.entities).toEqual([{ email: wang.email, roles: ["GUARDIAN"], mustChangePassword: true }]);
});

it("reads a whole class of applicants with a handful of statements", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const requestIds: string[] = [];
  for (const name of ["one", "two", "three", "four"]) {
    const { facts } = await givenSubmittedRequest(
      identity,
      { ...wang, email: `${name}@example.com` },
      classId,
    );
    requestIds.push(facts.requestId);
  }
  const statementsFor = async (ids: string[]) => {
    identity.statements.length = 0;
    const { entities } = await identity.entities(teacher, "BindingRequest", ids, guardianFields, {
      version: 1,
    });
    expect(entities.every(({ guardian }: { guardian: unknown }) => guardian !== null)).toBe(true);
    return identity.statements.filter((sql) =>
      /from (request|declared_person|sign_in_name)|"declared_person"/.test(sql),
    ).length;
  };
  const forOne = await statementsFor(requestIds.slice(0, 1));
  expect(await statementsFor(requestIds)).toBe(forOne);
  expect(forOne).toBeLessThanOrEqual(4);
});

it("shows a class's applicants to who stands in for its homeroom teacher, only meanwhile", async () => {
  await using identity = await startIdentity();
  const classId = await givenReviewedClass(identity);
  const { facts } = await givenSubmittedRequest(identity, wang, classId);
  const at = (hours: number) => new Date(identity.clock.now().getTime() + hours * 3_600_000).toISOString();
  const deputy = { deputyId: newId(), classId, schoolCode: "403601", subjectId: stranger.subject! };
  const days = { from: at(1), until: at(25) };
  await identity.deliver("roster.DeputyAssigned", classId, { ...deputy, ...days });
  const seen = async () => (await guardianSeenBy(identity, stranger, facts.requestId))?.name ?? null;
  expect(await seen()).toBeNull();
  identity.clock.advance(2 * 3_600_000);
  expect(await seen()).toBe(wang.name);
  expect(await guardianSeenBy(identity, teacher, facts.requestId)).toEqual(shown);
  await identity.deliver("roster.DeputyEnded", classId, { ...deputy, ...days, until: at(0) });
  expect(await seen()).toBeNull();
  const again = { ...deputy, deputyId: newId(), from: at(-1), until: at(1) };
  await identity.deliver("roster.DeputyAssigned", classId, again);
  expect(await seen()).toBe(wang.name);
  identity.clock.advance(2 * 3_600_000);
  expect(await seen()).toBeNull();
});
