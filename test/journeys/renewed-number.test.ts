import { ApproveRequestsDocument } from "@campus-graph/clients/generated/operations";
import { expect, it } from "vitest";
import { openWithCode } from "../../clients/demo/steps.js";
import { as } from "../harness/as.js";
import { startGraph } from "../harness/graph.js";
import { applyFor, somebody } from "./apply.js";
import { contextOn } from "./city.js";
import { rowOf } from "./review.js";

it("takes a guardian's renewed number for the same person's once the teacher has confirmed it, and no sooner", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using teacher = await as(graph, "teacher@campus.example");
  await using context = contextOn(graph);
  const guardian = { ...somebody(), nationalId: "AD01234569" };
  const decide = async (id: string, confirmIdChange?: boolean) => {
    const requests = [{ id, version: 1, ...(confirmIdChange ? { confirmIdChange } : {}) }];
    const { approveRequests } = await teacher.mutate(ApproveRequestsDocument, { input: { requests } });
    await graph.settle();
    return approveRequests.results.map(({ ok, refusal }) => (ok ? "ok" : refusal?.code));
  };

  const first = await applyFor(context, await openWithCode(context, guardian.email), guardian, "丁宥廷");
  await graph.settle();
  expect(await decide(first.requestId)).toEqual(["ok"]);

  const renewed = { ...guardian, nationalId: "A900000016" };
  const second = await applyFor(context, first.phone, renewed, "方品妤");
  await graph.settle();
  expect(second.loginCheck).toBe("ID_CHANGED");
  const [pending] = (await rowOf(teacher, "方O妤")).pending;
  expect(pending?.guardian).toMatchObject({
    loginCheck: "ID_CHANGED",
    maskedNationalId: "A90****016",
    formerMaskedNationalId: "AD0****569",
  });
  expect(await decide(second.requestId)).toEqual(["ID_CHANGE_UNCONFIRMED"]);
  expect(await decide(second.requestId, true)).toEqual(["ok"]);

  const accounts = await Promise.all(
    ["丁O廷", "方O妤"].map(async (child) => (await rowOf(teacher, child)).bindings.length),
  );
  expect(accounts).toEqual([1, 1]);
  // The former number goes on being theirs: nothing is confirmed twice, and one child has them once.
  const third = await applyFor(context, second.phone, guardian, "王柏翰");
  await graph.settle();
  expect(third.loginCheck).toBe("OWN");
  expect(await decide(third.requestId)).toEqual(["ok"]);
  expect((await rowOf(teacher, "王O翰")).bindings).toHaveLength(1);
});
