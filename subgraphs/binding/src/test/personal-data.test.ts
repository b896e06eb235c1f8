import { newReader, readSealed } from "@campus-graph/kit/auth/reader";
import { expect, it } from "vitest";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";

async function gather(graph: BindingAlone, subjectId: string) {
  const { publicKey, privateKey } = await newReader();
  await graph.deliver("identity.DataRequested", subjectId, { requestId: "r", subjectId, publicKey });
  const answer = (await graph.published("binding.DataGathered")).at(-1)!;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever was sealed
  return (await readSealed(privateKey, answer.payload.sealedPart)) as any;
}

it("gives a guardian what they applied for, agreed to and signed, and nothing of the child's other guardian", async () => {
  await using graph = await startBinding();
  const given = givenIn(graph);
  const first = await given.boundRequest();
  const other = await given.boundRequest({ student: first.student });
  const part = await gather(graph, first.guardian.subject);
  expect(part.applications).toMatchObject([{ status: "SUBMITTED", consent: {} }]);
  expect(part.requests).toMatchObject([{ requestId: first.requestId, status: "BOUND" }]);
  expect(part.bindings).toMatchObject([{ requestId: first.requestId, endedAt: null }]);
  expect(part.signedForms).toMatchObject([
    { version: 1, signedBy: "STROKES", document: { form: "binding-application" } },
  ]);
  expect(part.notices.map(({ kind }: { kind: string }) => kind)).toEqual(["APPROVED"]);
  const text = JSON.stringify(part);
  for (const foreign of [
    other.requestId,
    other.guardian.subject,
    other.guardian.email,
    first.teacher.subject!,
  ])
    expect(text).not.toContain(foreign);
  expect(await gather(graph, "0195d000-0000-7000-8000-00000000dead")).toEqual({
    applications: [],
    requests: [],
    signedForms: [],
    bindings: [],
    notices: [],
  });
});
