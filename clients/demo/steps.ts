import type { Connection } from "../src/connect.js";
import {
  AddStudentToApplicationDocument,
  ApproveRequestsDocument,
  ConfirmVerificationCodeDocument,
  ConsentNoticeDocument,
  FindStudentDocument,
  ImportRosterDocument,
  RecordConsentDocument,
  type Relationship,
  RequestVerificationCodeDocument,
  SchoolsDocument,
  SetGuardianDocument,
  SignApplicationDocument,
  SubmitApplicationDocument,
} from "../src/generated/operations.js";
import { type DemoContext, expectThat } from "./context.js";
import type { MadeUpChild, MadeUpGuardian } from "./fixtures.js";
import { drawnSignature } from "./signature.js";

/** A class sheet into the school's books; `dryRun` only says what would happen. */
export async function importSheet(
  registrar: Connection,
  { schoolCode }: MadeUpChild,
  content: string,
  dryRun = false,
) {
  const { importRoster } = await registrar.mutate(ImportRosterDocument, {
    input: { schoolCode, format: "CLASS_SHEET_CSV", content, dryRun },
  });
  return importRoster;
}

/** A code by mail, confirmed: a connection for somebody who has no account. */
export async function openWithCode(context: DemoContext, email: string): Promise<Connection> {
  const anyone = context.connect();
  const known = (await context.mailsTo(email)).length;
  const input = { by: "EMAIL", target: email } as const;
  const { requestVerificationCode } = await anyone.mutate(RequestVerificationCodeDocument, { input });
  const code = await context.nextCode(email, known);
  const { confirmVerificationCode } = await anyone.mutate(ConfirmVerificationCodeDocument, {
    input: { challengeId: requestVerificationCode.challengeId, code },
  });
  return context.connect(confirmVerificationCode.token);
}

/** The child is found at its school and taken into the application. The id of its request. */
export async function addStudent(
  phone: Connection,
  applicationId: string,
  { level, nationalId, schoolCode, name }: Pick<MadeUpChild, "level" | "nationalId" | "schoolCode" | "name">,
  relationship: Relationship,
): Promise<string> {
  const { schools } = await phone.query(SchoolsDocument, { level });
  expectThat(
    schools.some(({ code }) => code === schoolCode),
    `The list of schools should hold ${schoolCode}.`,
  );
  const { findStudent } = await phone.query(FindStudentDocument, {
    input: { level, nationalId, schoolCode },
  });
  expectThat(findStudent !== null, "The child should be found at its school.");
  expectThat(!findStudent.maskedName.includes(name), "The child's name should be masked.");
  const { addStudentToApplication } = await phone.mutate(AddStudentToApplicationDocument, {
    input: { applicationId, match: findStudent.match, relationship },
  });
  return addStudentToApplication.id;
}

/** The notice on personal data, read to its end and agreed to. */
export async function agree(phone: Connection, applicationId: string): Promise<void> {
  const { consentNotice } = await phone.query(ConsentNoticeDocument);
  expectThat(consentNotice.summary.length === 6, "The notice should state six items.");
  const consent = { version: consentNotice.version, scrolledToEndAt: new Date().toISOString() };
  await phone.mutate(RecordConsentDocument, { input: { applicationId, ...consent } });
}

/** Who the guardian is. The declaration to hand in with the application. */
export async function declare(
  phone: Connection,
  applicationId: string,
  { name, nationalId, email, mobile }: MadeUpGuardian,
) {
  const input = { applicationId, name, nationalId, email, mobile };
  return (await phone.mutate(SetGuardianDocument, { input })).setGuardian;
}

/** Signed by finger and handed in. */
export async function signAndSubmit(phone: Connection, applicationId: string, declaration: string) {
  await phone.mutate(SignApplicationDocument, { input: { applicationId, strokes: drawnSignature } });
  const input = { applicationId, declaration, idempotencyKey: crypto.randomUUID() };
  return (await phone.mutate(SubmitApplicationDocument, { input })).submitApplication;
}

/** 核可, of the version that the grid showed. Refusals are answers here, one per request. */
export async function approve(teacher: Connection, requestIds: readonly string[], version = 1) {
  const requests = requestIds.map((id) => ({ id, version }));
  return (await teacher.mutate(ApproveRequestsDocument, { input: { requests } })).approveRequests.results;
}
