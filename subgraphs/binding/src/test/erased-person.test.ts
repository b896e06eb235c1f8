import { decryptField } from "@campus-graph/kit/auth/crypto";
import { expect, it } from "vitest";
import { dataOf } from "../../../../test/harness/answer.js";
import { type BindingAlone, keys, startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";
import * as operations from "./operations.js";
import { signedIn } from "./people.js";

interface Form {
  id: string;
  sealed_document: string;
}

const formsOf = (graph: BindingAlone, subjectId: string) =>
  graph.rows<Form>(
    `select form.id, form.sealed_document from sealed_form as form
     join application on application.id = form.application_id where application.subject_id = ?`,
    [subjectId],
  );

it("ends every binding of who wishes to be here no longer, takes back what waits, and frees the slot", async () => {
  await using graph = await startBinding();
  const given = givenIn(graph);
  const bound = await given.boundRequest();
  const { subject } = bound.guardian;
  await graph.deliver("identity.DeletionRequested", subject, { subjectId: subject });
  await graph.settle();
  expect(dataOf(await graph.execute(signedIn(bound.guardian), operations.myBindings)).myBindings).toEqual([]);
  const revoked = await graph.published("binding.BindingRevoked");
  expect(revoked.map(({ payload }) => payload)).toMatchObject([
    { requestId: bound.requestId, subjectId: subject, studentId: bound.student.studentId },
  ]);
  await graph.deliver("identity.DeletionRequested", subject, { subjectId: subject });
  expect(await graph.published("binding.BindingRevoked")).toHaveLength(1);
  for (let other = 0; other < 2; other++) await given.boundRequest({ student: bound.student });
});

it("seals each form for its person, also one from before, and nobody reads it once their key is destroyed", async () => {
  await using graph = await startBinding();
  const given = givenIn(graph);
  const [gone, stays] = [await given.boundRequest(), await given.boundRequest()];
  await graph.settle();
  const [form] = await formsOf(graph, gone.guardian.subject);
  expect(form!.sealed_document).toMatch(/^own\./);
  const place = { table: "sealed_form", column: "sealed_document", row: form!.id };
  // The ring alone opens nothing.
  expect(() => decryptField(keys.ring("field"), form!.sealed_document, place)).toThrow();
  const facts = { subjectId: gone.guardian.subject };
  await graph.deliver("identity.DeletionRequested", gone.guardian.subject, facts);
  await graph.settle();
  await graph.deliver("identity.PersonErased", gone.guardian.subject, { subjectId: gone.guardian.subject });
  const [key] = await graph.rows("select wrapped from person_data_key where subject_id = ?", [
    gone.guardian.subject,
  ]);
  expect(key).toEqual({ wrapped: null });
  // The row stays, with what it was signed as.
  expect(await formsOf(graph, gone.guardian.subject)).toEqual([form]);
  const [other] = await graph.rows("select wrapped from person_data_key where subject_id = ?", [
    stays.guardian.subject,
  ]);
  expect(other).toMatchObject({ wrapped: expect.any(String) });
  expect(
    await graph.rows("select 1 as one from feed_notice where subject = ?", [gone.guardian.subject]),
  ).toEqual([]);
});
