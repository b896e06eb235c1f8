import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { type Connection, connect } from "@campus-graph/clients/connect";
import {
  AddStudentToApplicationDocument,
  ApproveRequestsDocument,
  ConfirmVerificationCodeDocument,
  ConsentNoticeDocument,
  FindStudentDocument,
  MyApplicationsDocument,
  RecordConsentDocument,
  type Relationship,
  RequestVerificationCodeDocument,
  SetGuardianDocument,
  SignApplicationDocument,
  StartApplicationDocument,
  SubmitApplicationDocument,
} from "@campus-graph/clients/generated/operations";
import { signIn } from "@campus-graph/clients/sign-in";
import { classTwoOne, type DemoStudent } from "@campus-graph/schema/demo-city";
import type { LaunchedCity } from "./launched-city.js";
import { inventNationalId } from "./national-id.js";

const elementary = { schoolCode: "403601", level: "ELEMENTARY" } as const;

/** A made-up guardian who applied for children of 二年一班. */
interface Applied {
  subjectId: string;
  phone: Connection;
  requestIds: string[];
}

/** The families of 二年一班, by the guardians' own clicks: a parent of four, and one each for most other children. */
export async function moveFamiliesIn(city: LaunchedCity): Promise<{ parentOfFour: string }> {
  const free = classTwoOne.filter(({ seatNumber }) => seatNumber < 27 && ![6, 7, 23].includes(seatNumber));
  const parent = await apply(city, free.slice(0, 4), "MOTHER");
  const others: Applied[] = [];
  for (const student of free) others.push(await apply(city, [student], "FATHER"));
  const session = await signIn({ url: city.url, login: "teacher@campus.example", password: city.password });
  const teacher = connect({ url: city.url, tokens: session });
  // Two of three are bound; the others wait in the grid for the teacher's word.
  const approved = [parent, ...others.filter((_, at) => at % 3 !== 0)];
  const requestIds = approved.flatMap((applied) => applied.requestIds);
  const { approveRequests } = await teacher.mutate(ApproveRequestsDocument, { input: { requestIds } });
  const refused = approveRequests.results.find(({ ok }) => !ok);
  if (refused) throw new Error(`A request was refused: ${refused.refusal?.code}`);
  for (const applied of approved) await untilBound(applied);
  return { parentOfFour: parent.subjectId };
}

async function apply(
  city: LaunchedCity,
  students: readonly DemoStudent[],
  relationship: Relationship,
): Promise<Applied> {
  const email = `bench.${randomInt(2 ** 40).toString(36)}@campus.example`;
  const { token, subjectId } = await openWithCode(city, email);
  const phone = connect({ url: city.url, token });
  const { startApplication } = await phone.mutate(StartApplicationDocument);
  const applicationId = startApplication.id;
  for (const { nationalId } of students) {
    const { findStudent } = await phone.query(FindStudentDocument, { input: { ...elementary, nationalId } });
    const match = findStudent!.match;
    await phone.mutate(AddStudentToApplicationDocument, { input: { applicationId, match, relationship } });
  }
  const { consentNotice } = await phone.query(ConsentNoticeDocument);
  const scrolledToEndAt = new Date().toISOString();
  await phone.mutate(RecordConsentDocument, {
    input: { applicationId, version: consentNotice.version, scrolledToEndAt },
  });
  const mobile = `09${String(randomInt(10 ** 8)).padStart(8, "0")}`;
  const { setGuardian } = await phone.mutate(SetGuardianDocument, {
    input: { applicationId, name: "測試家長", nationalId: inventNationalId(), email, mobile },
  });
  await phone.mutate(SignApplicationDocument, { input: { applicationId, strokes: signature } });
  const { submitApplication } = await phone.mutate(SubmitApplicationDocument, {
    input: { applicationId, declaration: setGuardian.declaration, idempotencyKey: crypto.randomUUID() },
  });
  return { subjectId, phone, requestIds: submitApplication.requests.map(({ id }) => id) };
}

async function openWithCode(
  city: LaunchedCity,
  email: string,
): Promise<{ token: string; subjectId: string }> {
  const anyone = connect({ url: city.url });
  const { requestVerificationCode } = await anyone.mutate(RequestVerificationCodeDocument, {
    input: { by: "EMAIL", target: email },
  });
  const code = await mailedCode(city, email);
  const { challengeId } = requestVerificationCode;
  const { confirmVerificationCode } = await anyone.mutate(ConfirmVerificationCodeDocument, {
    input: { challengeId, code },
  });
  return confirmVerificationCode;
}

async function mailedCode(city: LaunchedCity, email: string): Promise<string> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const response = await fetch(`${city.url}/mail.json?to=${encodeURIComponent(email)}`);
    const [mail] = (await response.json()) as { text: string }[];
    const code = mail && /^\s*([A-Z0-9]{4}-?[A-Z0-9]{4})\s*$/m.exec(mail.text)?.[1];
    if (code) return code;
    await delay(100);
  }
  throw new Error(`No code arrived at ${email}.`);
}

/** Approval gives an account and opens the bindings by events, so it takes a moment. */
async function untilBound({ phone }: Applied): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { myApplications } = await phone.query(MyApplicationsDocument);
    const requests = myApplications.flatMap(({ requests }) => requests);
    if (requests.every(({ status }) => status === "BOUND")) return;
    await delay(100);
  }
  throw new Error("An approved guardian was not bound within half a minute.");
}

const signature = [Array.from({ length: 12 }, (_, at) => ({ x: 40 + at * 10, y: 80 + at, t: at * 16 }))];
