import type { Connection } from "@campus-graph/clients/connect";
import {
  ImportRosterDocument,
  ResubmitRequestDocument,
  SchoolClassesDocument,
  StartApplicationDocument,
} from "@campus-graph/clients/generated/operations";
import { unusedClassName } from "../../../clients/demo/class-sheet.js";
import type { DemoContext } from "../../../clients/demo/context.js";
import { inventNationalId, type MadeUpGuardian } from "../../../clients/demo/fixtures.js";
import { drawnSignature } from "../../../clients/demo/signature.js";
import { addStudent, agree, declare, openWithCode, signAndSubmit } from "../../../clients/demo/steps.js";
import { somebody } from "../../journeys/apply.js";
import { elementary } from "../../journeys/given.js";

export interface Child {
  name: string;
  nationalId: string;
  seat: number;
  father: MadeUpGuardian;
}

export interface MadeUpClass {
  id: string;
  name: string;
  children: readonly Child[];
}

/** A father whose request waits for the teacher. */
export interface Applicant {
  child: Child;
  requestId: string;
  applicationId: string;
  phone: Connection;
}

const seats = "一二三四五六七八九十";
const nameOf = (seat: number) => `王${seats[Math.floor(seat / 10)] ?? "百"}${seats[seat % 10]}`;

/** A class of so many children of the demo's teacher, whose fathers the school has on record: every third child's not. */
export async function importClass(
  demo: DemoContext,
  size: number,
  { hasTeacher = true } = {},
): Promise<MadeUpClass> {
  const registrar = await demo.as("registrar@campus.example");
  const classesOf = async () => {
    const { school } = await registrar.query(SchoolClassesDocument, { code: elementary });
    return school!.classes;
  };
  const name = unusedClassName(
    "三年",
    (await classesOf()).map((each) => each.name),
  );
  const children = Array.from({ length: size }, (_, at): Child => {
    const father = somebody();
    return { name: nameOf(at + 1), nationalId: inventNationalId(), seat: at + 1, father };
  });
  const titles = "班級,座號,姓名,身分證號,父親身分證號,導師姓名,導師電子郵件";
  const lines = children.map(({ name: child, nationalId, seat, father }) =>
    [
      name,
      seat,
      child,
      nationalId,
      seat % 3 === 0 ? "" : father.nationalId,
      ...(hasTeacher ? ["周佩珊", "teacher@campus.example"] : ["", ""]),
    ].join(","),
  );
  const { importRoster } = await registrar.mutate(ImportRosterDocument, {
    input: {
      schoolCode: elementary,
      format: "CLASS_SHEET_CSV",
      content: `${[titles, ...lines].join("\r\n")}\r\n`,
    },
  });
  if (!importRoster.applied) throw new Error(JSON.stringify(importRoster.problems));
  const { id } = (await classesOf()).find((each) => each.name === name)!;
  return { id, name, children };
}

/** The child's father applies, by mail and from a telephone. */
export async function apply(demo: DemoContext, child: Child): Promise<Applicant> {
  const phone = await openWithCode(demo, child.father.email);
  const { startApplication } = await phone.mutate(StartApplicationDocument);
  const { id: applicationId } = startApplication;
  const student = { ...child, level: "ELEMENTARY", schoolCode: elementary } as const;
  const requestId = await addStudent(phone, applicationId, student, "FATHER");
  await agree(phone, applicationId);
  const { declaration } = await declare(phone, applicationId, child.father);
  await signAndSubmit(phone, applicationId, declaration);
  return { child, requestId, applicationId, phone };
}

/** Sends a returned request in again, with another mobile number. */
export async function correctMobile({ child, requestId, applicationId, phone }: Applicant, mobile: string) {
  const { declaration } = await declare(phone, applicationId, { ...child.father, mobile });
  const input = { requestId, declaration, strokes: drawnSignature };
  await phone.mutate(ResubmitRequestDocument, { input });
}

/** Several at a time, as telephones do. */
export async function applyForAll(demo: DemoContext, children: readonly Child[]): Promise<Applicant[]> {
  const waiting = children.entries();
  const applied: Applicant[] = [];
  const applyInTurn = async () => {
    for (const [at, child] of waiting) applied[at] = await apply(demo, child);
  };
  await Promise.all([applyInTurn(), applyInTurn(), applyInTurn()]);
  return applied;
}
