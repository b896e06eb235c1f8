import type { Connection } from "../../src/connect.js";
import { bindingNotices, type NoticeOf } from "../../src/feeds.js";
import { StartApplicationDocument } from "../../src/generated/operations.js";
import type { Tail } from "../../src/tail.js";
import { type DemoContext, expectThat } from "../context.js";
import type { Family } from "../fixtures.js";
import { addStudent, agree, declare, openWithCode, signAndSubmit } from "../steps.js";

/** A guardian without an account, whose application is with the teachers, listening for their word. */
export interface Applied {
  phone: Connection;
  outcomes: Tail<NoticeOf<typeof bindingNotices>>;
  requests: { younger: string; elder: string };
}

/** The four steps of an application: code by mail, students, consent, data and signature. */
export async function apply(context: DemoContext, { guardian, younger, elder }: Family): Promise<Applied> {
  context.narrator.chapter("A guardian applies for both children");
  const phone = await context.step(
    "A father asks for a code by mail and confirms it: no account is needed",
    () => openWithCode(context, guardian.email),
  );
  const outcomes = await context.step("… listens for what will be decided, from now on", () =>
    context.subscribe(phone, bindingNotices),
  );
  const applicationId = await context.step("… opens an application", async () => {
    const { startApplication } = await phone.mutate(StartApplicationDocument);
    return startApplication.id;
  });
  const requests = {
    younger: await context.step(`… finds his younger child at ${younger.schoolName}`, () =>
      addStudent(phone, applicationId, younger, "FATHER"),
    ),
    elder: await context.step(`… and the elder at ${elder.schoolName}, as grandfather by mistake`, () =>
      addStudent(phone, applicationId, elder, "PATERNAL_GRANDFATHER"),
    ),
  };
  await context.step("… reads the notice on personal data to its end and agrees", () =>
    agree(phone, applicationId),
  );
  const declaration = await context.step("… says who he is", async () => {
    const { declaration, loginCheck } = await declare(phone, applicationId, guardian);
    expectThat(loginCheck === "FREE", "The new guardian's e-mail should be free as a login.");
    return declaration;
  });
  await context.step("… signs with his finger and hands the application in", async () => {
    const { requests } = await signAndSubmit(phone, applicationId, declaration);
    expectThat(
      requests.length === 2 && requests.every(({ status }) => status === "PENDING"),
      "Both requests should be pending.",
    );
  });
  return { phone, outcomes, requests };
}
