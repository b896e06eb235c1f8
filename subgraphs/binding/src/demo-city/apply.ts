import { personKey, sealToken } from "@campus-graph/kit/auth/crypto";
import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { type demoApplications, demoStudent, pendingGuardian } from "@campus-graph/schema/demo-city";
import type { BindingContext } from "../context.js";
import { Application } from "../domain/application.js";
import type { StudentPlace } from "../domain/request.js";
import type { Stroke } from "../domain/signature.js";
import { requestsOf } from "../persistence/applications.js";
import { placesOfPersons } from "../persistence/students.js";
import { addStudentToApplication } from "../use-cases/add-student-to-application.js";
import { recordConsent } from "../use-cases/record-consent.js";
import { signApplication } from "../use-cases/sign-application.js";
import { startApplication } from "../use-cases/start-application.js";
import { submitApplication } from "../use-cases/submit-application.js";

type DemoApplication = (typeof demoApplications)[number];

const dayMs = 86_400_000;

/** Whether the roster has told of all these children. */
export async function hasArrived(context: BindingContext, names: readonly string[]): Promise<boolean> {
  return (await places(context, names)).length === names.length;
}

/** The whole of an application, by the use cases that a guardian's clicks would call. */
export async function applyFor(context: BindingContext, application: DemoApplication): Promise<void> {
  const { applicationId, guardian } = application;
  const own = (): BindingContext => actingAs(context, guardianViewer(guardian));
  const earlier = await own().em.findOne(Application, { id: applicationId });
  if (earlier?.status === "SUBMITTED") return;
  await startApplication(own(), applicationId);
  await addStudents(context, own, application);
  await recordConsent(own(), {
    applicationId,
    version: context.services.notice.version,
    scrolledToEndAt: context.clock.now(),
  });
  await signApplication(own(), { applicationId, strokes: demoSignature });
  await submitApplication(own(), {
    applicationId,
    declaration: declarationOf(context, application),
    idempotencyKey: applicationId,
  });
}

async function addStudents(
  context: BindingContext,
  own: () => BindingContext,
  { applicationId, guardian, relationship, students }: DemoApplication,
): Promise<void> {
  const present = await requestsOf(own(), applicationId);
  const missing = (await places(context, students)).filter(
    ({ studentId }) => !present.some((request) => request.studentId === studentId),
  );
  for (const place of missing) {
    const payload = { subject: guardian.subjectId, ...place };
    const match = sealToken(context.keys.ring("match"), "student-match", payload, tomorrow(context));
    await addStudentToApplication(own(), { applicationId, match, relationship });
  }
}

/** What identity would have sealed; it declares the same guardians for the same applications on its side. */
function declarationOf(context: BindingContext, { applicationId, guardian }: DemoApplication): string {
  const payload = {
    subject: guardian.subjectId,
    declaredBy: guardian.subjectId,
    applicationId,
    personKey: personKey(context.keys.ring("person"), guardian.nationalId),
    verifiedEmail: guardian.email,
    loginCheck: guardian.subjectId === pendingGuardian.subjectId ? "FREE" : "OWN",
  };
  return sealToken(context.keys.ring("declaration"), "guardian-declaration", payload, tomorrow(context));
}

function places(context: BindingContext, names: readonly string[]): Promise<StudentPlace[]> {
  const ring = context.keys.ring("person");
  const keys = names.map((name) => personKey(ring, demoStudent(name).nationalId));
  return placesOfPersons(context.em, keys);
}

/** The context of somebody of the demo city, with an entity manager of its own. */
export function actingAs(context: BindingContext, viewer: Viewer): BindingContext {
  return { ...context, em: context.em.fork(), viewer };
}

function guardianViewer({ subjectId, email }: DemoApplication["guardian"]): Viewer {
  return { ...anonymous, subject: subjectId, assurance: "signed-in", verifiedEmail: email };
}

function tomorrow({ clock }: BindingContext): Date {
  return new Date(clock.now().getTime() + dayMs);
}

/** Two strokes that nobody would take for a name. */
const demoSignature: Stroke[] = [
  Array.from({ length: 24 }, (_, at) => ({
    x: 40 + at * 10,
    y: 80 + Math.round(30 * Math.sin(at / 3)),
    t: at * 16,
  })),
  Array.from({ length: 8 }, (_, at) => ({ x: 60 + at * 25, y: 140 - at * 2, t: 500 + at * 16 })),
];
