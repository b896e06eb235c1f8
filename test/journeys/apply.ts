import type { Connection } from "@campus-graph/clients/connect";
import { StartApplicationDocument } from "@campus-graph/clients/generated/operations";
import type { DemoContext } from "../../clients/demo/context.js";
import { inventFamily, type MadeUpGuardian } from "../../clients/demo/fixtures.js";
import { addStudent, agree, declare, signAndSubmit } from "../../clients/demo/steps.js";
import { classTwoOne } from "../../schema/demo-city/index.js";
import { elementary } from "./given.js";

/** Somebody whom nobody has seen before. */
export function somebody(): MadeUpGuardian {
  return inventFamily().guardian;
}

/** A submitted application for one child of the demo's 二年一班. */
export interface Submitted {
  requestId: string;
  loginCheck: string;
  /** As whom the applicant goes on: another connection only where the application got a subject of its own. */
  phone: Connection;
}

/** All four steps, by whoever holds this connection, for one child of the demo's 二年一班. */
export async function applyFor(
  context: DemoContext,
  phone: Connection,
  guardian: MadeUpGuardian,
  childName: string,
): Promise<Submitted> {
  const child = classTwoOne.find(({ name }) => name === childName);
  if (!child) throw new Error(`二年一班 has no ${childName}.`);
  const { startApplication } = await phone.mutate(StartApplicationDocument);
  const student = {
    name: child.name,
    nationalId: child.nationalId,
    level: "ELEMENTARY",
    schoolCode: elementary,
  } as const;
  const requestId = await addStudent(phone, startApplication.id, student, "MOTHER");
  await agree(phone, startApplication.id);
  const { declaration, loginCheck, session } = await declare(phone, startApplication.id, guardian);
  await signAndSubmit(phone, startApplication.id, declaration);
  return { requestId, loginCheck, phone: session ? context.connect(session.token) : phone };
}
