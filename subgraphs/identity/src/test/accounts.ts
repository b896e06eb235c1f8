import { newId } from "@campus-graph/kit/id";
import { type Identity, requestFacts, wang } from "./given.js";

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
  const facts = requestFacts({
    subjectId,
    applicationId,
    nationalId: person.nationalId,
    ...(classId ? { classId } : {}),
  });
  await identity.hear("binding.RequestSubmitted", facts.requestId, facts);
  return { subjectId, applicationId, facts };
}

/** The teacher approved: the guardian's account stands, its mail is out. */
export async function givenApprovedGuardian(
  identity: Identity,
  person: Person = wang,
  classId?: string,
): Promise<AppliedGuardian> {
  const applied = await givenSubmittedRequest(identity, person, classId);
  await identity.hear("binding.RequestApproved", applied.facts.requestId, applied.facts);
  return applied;
}
