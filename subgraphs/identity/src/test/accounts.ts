import { newId } from "@campus-graph/kit/sql/id";
import { type Identity, openDeclaration, requestFacts, wang } from "./given.js";

export interface Person {
  name: string;
  nationalId: string;
  email: string;
  mobile?: string;
}

export interface AppliedGuardian {
  subjectId: string;
  applicationId: string;
  facts: ReturnType<typeof requestFacts>;
}

/** A guardian who verified an address, declared themselves and submitted a request. */
export async function givenSubmittedRequest(
  identity: Identity,
  person: Person = wang,
  classId?: string,
): Promise<AppliedGuardian> {
  const { viewer } = await identity.verify(person.email);
  const applicationId = newId();
  const { data, errors } = await identity.setGuardian(viewer, { applicationId, ...person });
  if (errors) throw new Error(JSON.stringify(errors));
  const subjectId = data.setGuardian.session?.subjectId ?? viewer.subject!;
  const { declarationId } = openDeclaration(data.setGuardian.declaration);
  const facts = requestFacts({
    subjectId,
    applicationId,
    nationalId: person.nationalId,
    ...(declarationId ? { declarationId } : {}),
    ...(classId ? { classId } : {}),
  });
  if (classId) await place(identity, facts.studentId, classId);
  await identity.deliver("binding.RequestSubmitted", facts.requestId, facts);
  return { subjectId, applicationId, facts };
}

/** The teacher approved: the guardian's account stands, its mail is out. */
export async function givenApprovedGuardian(
  identity: Identity,
  person: Person = wang,
  classId?: string,
): Promise<AppliedGuardian> {
  const applied = await givenSubmittedRequest(identity, person, classId);
  await identity.deliver("binding.RequestApproved", applied.facts.requestId, applied.facts);
  return applied;
}

/** Their child sits in a class of the elementary school, and the tie is open. */
export async function givenBoundGuardian(
  identity: Identity,
  person: Person = wang,
): Promise<AppliedGuardian & { bindingId: string }> {
  const applied = await givenApprovedGuardian(identity, person);
  const { facts } = applied;
  await place(identity, facts.studentId, facts.classId);
  const bindingId = newId();
  await identity.deliver("binding.BindingOpened", facts.requestId, {
    ...facts,
    bindingId,
    openedAt: facts.appliedAt,
  });
  return { ...applied, bindingId };
}

/** Roster says which class the student is in. */
export function place(identity: Identity, studentId: string, classId: string) {
  return identity.deliver("roster.StudentChanged", studentId, {
    studentId,
    classId,
    className: "二年一班",
    schoolCode: "403601",
    schoolName: "市立內湖國小",
    level: "ELEMENTARY",
    seatNumber: 1,
    maskedName: "林O佑",
    personKey: "key",
    parentPersonKeys: [],
  });
}
