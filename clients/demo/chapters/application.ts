import type { Connection } from "../../src/connect.js";
import { bindingNotices } from "../../src/feeds.js";
import {
  AddStudentToApplicationDocument,
  ConfirmVerificationCodeDocument,
  ConsentNoticeDocument,
  FindStudentDocument,
  RecordConsentDocument,
  type Relationship,
  RequestVerificationCodeDocument,
  SchoolsDocument,
  SetGuardianDocument,
  SignApplicationDocument,
  StartApplicationDocument,
  SubmitApplicationDocument,
} from "../../src/generated/operations.js";
import type { Family, MadeUpChild } from "../cast.js";
import { drawnSignature } from "../signature.js";
import { codeIn, expectThat, type Stage } from "../stage.js";

/** A guardian without an account, whose application is with the teachers, listening for their word. */
export interface Applied {
  phone: Connection;
  outcomes: Awaited<ReturnType<typeof listen>>;
  requests: { younger: string; elder: string };
}

/** The four steps of an application: code by mail, students, consent, data and signature. */
export async function apply(stage: Stage, { guardian, younger, elder }: Family): Promise<Applied> {
  stage.narrator.chapter("A guardian applies for both children");
  const phone = await stage.step(
    "A father asks for a code by mail and confirms it: no account is needed",
    () => openWithCode(stage, guardian.email),
  );
  const outcomes = await stage.step("… listens for what will be decided, from now on", () => listen(phone));
  const applicationId = await stage.step("… opens an application", async () => {
    const { startApplication } = await phone.mutate(StartApplicationDocument);
    return startApplication.id;
  });
  const requests = {
    younger: await stage.step(`… finds his younger child at ${younger.schoolName}`, () =>
      addStudent(phone, applicationId, younger, "FATHER"),
    ),
    elder: await stage.step(`… and the elder at ${elder.schoolName}, as grandfather by mistake`, () =>
      addStudent(phone, applicationId, elder, "PATERNAL_GRANDFATHER"),
    ),
  };
  await stage.step("… reads the notice on personal data to its end and agrees", async () => {
    const { consentNotice } = await phone.query(ConsentNoticeDocument);
    expectThat(consentNotice.summary.length === 6, "The notice should state six items.");
    const consent = { version: consentNotice.version, scrolledToEndAt: new Date().toISOString() };
    await phone.mutate(RecordConsentDocument, { input: { applicationId, ...consent } });
  });
  const declaration = await stage.step("… says who he is", async () => {
    const { setGuardian } = await phone.mutate(SetGuardianDocument, {
      input: { applicationId, ...guardian },
    });
    expectThat(setGuardian.loginCheck === "FREE", "The new guardian's e-mail should be free as a login.");
    return setGuardian.declaration;
  });
  await stage.step("… signs with his finger and hands the application in", async () => {
    await phone.mutate(SignApplicationDocument, { input: { applicationId, strokes: drawnSignature } });
    const input = { applicationId, declaration, idempotencyKey: crypto.randomUUID() };
    const { submitApplication } = await phone.mutate(SubmitApplicationDocument, { input });
    expectThat(
      submitApplication.requests.length === 2 &&
        submitApplication.requests.every(({ status }) => status === "PENDING"),
      "Both requests should be pending.",
    );
  });
  return { phone, outcomes, requests };
}

async function openWithCode(stage: Stage, email: string): Promise<Connection> {
  const anyone = stage.connect();
  const input = { by: "EMAIL", target: email } as const;
  const { requestVerificationCode } = await anyone.mutate(RequestVerificationCodeDocument, { input });
  const mail = await stage.nextMail(email, 0);
  const { confirmVerificationCode } = await anyone.mutate(ConfirmVerificationCodeDocument, {
    input: { challengeId: requestVerificationCode.challengeId, code: codeIn(mail) },
  });
  return stage.connect(confirmVerificationCode.token);
}

function listen(phone: Connection) {
  return phone.subscribe(bindingNotices);
}

async function addStudent(
  phone: Connection,
  applicationId: string,
  { level, nationalId, schoolCode, name }: MadeUpChild,
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
