import {
  CancelRequestDocument,
  DeclineConsentDocument,
  MyApplicationsDocument,
  RemoveStudentFromApplicationDocument,
  StartApplicationDocument,
} from "@campus-graph/clients/generated/operations";
import { expect, it } from "vitest";
import { addStudent, openWithCode } from "../../clients/demo/steps.js";
import { classTwoOne } from "../../schema/demo-city/index.js";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { startGraph } from "../harness/graph.js";
import { applyFor, somebody } from "./apply.js";
import { contextOn } from "./city.js";
import { elementary } from "./given.js";
import { refusalOf } from "./refusal.js";
import { rowOf } from "./review.js";

const [, , , , childOfNobody] = classTwoOne;
const student = { ...childOfNobody!, level: "ELEMENTARY", schoolCode: elementary } as const;

it("keeps a draft over a lost phone, and gives it to nobody but who verifies the same address", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using context = contextOn(graph);
  const { email } = somebody();
  const lost = await openWithCode(context, email);
  const { startApplication: draft } = await lost.mutate(StartApplicationDocument);
  const requestId = await addStudent(lost, draft.id, student, "FATHER");

  const otherGuardian = await openWithCode(context, somebody().email);
  expect((await otherGuardian.query(MyApplicationsDocument)).myApplications).toEqual([]);
  const removal = { input: { applicationId: draft.id, requestId } };
  const refused = await refusalOf(otherGuardian.mutate(RemoveStudentFromApplicationDocument, removal));
  const missing = { input: { applicationId: crypto.randomUUID(), requestId } };
  const notThere = await refusalOf(otherGuardian.mutate(RemoveStudentFromApplicationDocument, missing));
  expect([refused.code, refused.message]).toEqual([notThere.code, notThere.message]);

  // Another code to the same address is not sent at once.
  graph.clock.advance(31_000);
  const found = await openWithCode(context, email);
  const { startApplication: kept } = await found.mutate(StartApplicationDocument);
  expect([kept.id, kept.requests.map(({ id }) => id)]).toEqual([draft.id, [requestId]]);
});

it("ends where the notice is not agreed to, and begins anew with another draft", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using context = contextOn(graph);
  const phone = await openWithCode(context, somebody().email);
  const { startApplication: draft } = await phone.mutate(StartApplicationDocument);
  const { declineConsent } = await phone.mutate(DeclineConsentDocument, { applicationId: draft.id });
  expect(declineConsent.status).toBe("DECLINED");
  const { startApplication: next } = await phone.mutate(StartApplicationDocument);
  expect(next.id).not.toBe(draft.id);
});

it("takes a cancelled request off the teacher's grid", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using context = contextOn(graph);
  await using teacher = await as(graph, "teacher@campus.example");
  const guardian = somebody();
  const phone = await openWithCode(context, guardian.email);
  const { requestId } = await applyFor(context, phone, guardian, "丁宥廷");
  expect((await rowOf(teacher, "丁O廷")).pending.map(({ id }) => id)).toEqual([requestId]);
  const { cancelRequest } = await phone.mutate(CancelRequestDocument, { requestId });
  expect(cancelRequest.status).toBe("CANCELLED");
  expect((await rowOf(teacher, "丁O廷")).pending).toEqual([]);
  await expectBooksToBalance(graph);
});
