import { randomUUID } from "node:crypto";
import { personKey, sealToken } from "@campus-graph/kit/auth/crypto";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import type { CampusEvents } from "@campus-graph/schema/events";
import { dataOf } from "../../../../test/harness/answer.js";
import { currentNotice } from "../domain/current-notice.js";
import type { RelationshipKind } from "../domain/relationship.js";
import type { LoginCheck } from "../domain/request.js";
import { type BindingAlone, keys } from "./binding-alone.js";
import * as operations from "./operations.js";
import { type Guardian, someGuardian, staff } from "./people.js";

type Student = CampusEvents["roster.StudentEnrolled"];

export const strokes = [
  [
    { x: 10, y: 20, t: 0 },
    { x: 60.5, y: 25, t: 40 },
    { x: 90, y: 70, t: 80 },
  ],
];

/** What a test begins with, told in the domain's words and made by the ordinary ways in. */
export function givenIn(graph: BindingAlone) {
  const inADay = () => new Date(graph.clock.now().getTime() + 86_400_000);

  async function student(of: Partial<Student> = {}): Promise<Student> {
    const studentId = randomUUID();
    const facts: Student = {
      studentId,
      classId: randomUUID(),
      className: "二年一班",
      schoolCode: "403601",
      schoolName: "市立內湖國小",
      level: "ELEMENTARY",
      seatNumber: 36,
      maskedName: "陳O花",
      personKey: personKey(keys.ring("person"), studentId),
      parentPersonKeys: [],
      ...of,
    };
    await graph.deliver("roster.StudentEnrolled", facts.studentId, facts);
    return facts;
  }

  async function teacherOf({
    classId,
    schoolCode,
  }: {
    classId: string;
    schoolCode: string;
  }): Promise<Viewer> {
    const teacher = staff("TEACHER", schoolCode);
    const from = new Date(graph.clock.now().getTime() - 1_000).toISOString();
    const staffSubjectId = teacher.subject!;
    await graph.deliver("roster.HomeroomAssigned", classId, {
      classId,
      schoolCode,
      staffSubjectId,
      from,
      until: null,
    });
    return teacher;
  }

  /** What findStudent would have sealed. */
  function match(guardian: Guardian, { studentId, schoolCode, classId }: Student): string {
    const payload = { subject: guardian.subject, studentId, schoolCode, classId };
    return sealToken(keys.ring("match"), "student-match", payload, inADay());
  }

  /** What setGuardian would have sealed. */
  function declaration(
    guardian: Guardian,
    applicationId: string,
    of: { loginCheck?: LoginCheck; subject?: string; personKey?: string; declarationId?: string } = {},
  ): string {
    const payload = {
      subject: of.subject ?? guardian.subject,
      declaredBy: guardian.subject,
      declarationId: of.declarationId ?? randomUUID(),
      applicationId,
      personKey: of.personKey ?? guardian.personKey,
      verifiedEmail: guardian.email,
      loginCheck: of.loginCheck ?? "FREE",
    };
    return sealToken(keys.ring("declaration"), "guardian-declaration", payload, inADay());
  }

  /** What confirmSignature would have sealed. */
  function signatureProof(
    guardian: Guardian,
    applicationId: string,
    of: { id?: string; lifeMs?: number; purpose?: string; declarationId?: string } = {},
  ): string {
    const confirmedAt = graph.clock.now();
    const payload = {
      id: of.id ?? randomUUID(),
      subject: guardian.subject,
      applicationId,
      verifiedEmail: guardian.email,
      confirmedAt,
      ...(of.declarationId ? { declarationId: of.declarationId } : {}),
    };
    const until = new Date(confirmedAt.getTime() + (of.lifeMs ?? 900_000));
    return sealToken(keys.ring("declaration"), of.purpose ?? "signature-proof", payload, until);
  }

  async function draft(guardian: Guardian): Promise<string> {
    return dataOf(await graph.execute(guardian.viewer, operations.startApplication)).startApplication.id;
  }

  async function addedStudent(
    guardian: Guardian,
    applicationId: string,
    student: Student,
    relationship: RelationshipKind = "FATHER",
  ): Promise<string> {
    const input = { applicationId, match: match(guardian, student), relationship };
    return dataOf(await graph.execute(guardian.viewer, operations.addStudent, { input }))
      .addStudentToApplication.id;
  }

  async function consent(guardian: Guardian, applicationId: string): Promise<void> {
    const scrolledToEndAt = graph.clock.now().toISOString();
    const input = { applicationId, version: currentNotice.version, scrolledToEndAt };
    dataOf(await graph.execute(guardian.viewer, operations.recordConsent, { input }));
  }

  async function signature(guardian: Guardian, applicationId: string): Promise<void> {
    dataOf(
      await graph.execute(guardian.viewer, operations.signApplication, { input: { applicationId, strokes } }),
    );
  }

  /** A draft that lacks nothing but to be sent in. */
  async function completeDraft(guardian: Guardian, ...students: Student[]): Promise<string> {
    const applicationId = await draft(guardian);
    for (const each of students) await addedStudent(guardian, applicationId, each);
    await consent(guardian, applicationId);
    await signature(guardian, applicationId);
    return applicationId;
  }

  async function submittedRequest(
    of: { guardian?: Guardian; student?: Student; loginCheck?: LoginCheck } = {},
  ) {
    const guardian = of.guardian ?? someGuardian();
    const child = of.student ?? (await student());
    const applicationId = await completeDraft(guardian, child);
    const token = declaration(guardian, applicationId, of.loginCheck ? { loginCheck: of.loginCheck } : {});
    const input = { applicationId, declaration: token, idempotencyKey: randomUUID() };
    const { submitApplication } = dataOf(
      await graph.execute(guardian.viewer, operations.submitApplication, { input }),
    );
    return { guardian, student: child, applicationId, requestId: submitApplication.requests[0].id as string };
  }

  async function approvedRequest(of: { guardian?: Guardian; student?: Student } = {}) {
    const request = await submittedRequest(of);
    const teacher = await teacherOf(request.student);
    const input = { requestIds: [request.requestId] };
    dataOf(await graph.execute(teacher, operations.approveRequests, { input }));
    return { ...request, teacher };
  }

  async function boundRequest(of: { guardian?: Guardian; student?: Student } = {}) {
    const request = await approvedRequest(of);
    const { requestId, guardian } = request;
    await graph.deliver("identity.AccountProvisioned", requestId, {
      requestId,
      subjectId: guardian.subject,
      existing: false,
    });
    await graph.settle();
    return request;
  }

  async function returnedRequest(of: { guardian?: Guardian; student?: Student; reason?: string } = {}) {
    const request = await submittedRequest(of);
    const teacher = await teacherOf(request.student);
    const input = { requestId: request.requestId, reason: of.reason ?? "請填寫正確的關係" };
    dataOf(await graph.execute(teacher, operations.returnRequest, { input }));
    await graph.settle();
    return { ...request, teacher };
  }

  return {
    student,
    teacherOf,
    match,
    declaration,
    signatureProof,
    draft,
    addedStudent,
    consent,
    signature,
    completeDraft,
    submittedRequest,
    approvedRequest,
    boundRequest,
    returnedRequest,
  };
}
