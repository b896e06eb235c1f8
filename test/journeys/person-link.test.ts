import type { Connection } from "@campus-graph/clients/connect";
import { bindingNotices } from "@campus-graph/clients/feeds";
import {
  AnswerPersonLinkDocument,
  MyApplicationsDocument,
  MyBillsDocument,
  MyBindingsDocument,
  MyPersonLinksDocument,
} from "@campus-graph/clients/generated/operations";
import { expect, it } from "vitest";
import { approve, openWithCode } from "../../clients/demo/steps.js";
import { demoPeople } from "../../schema/demo-city/index.js";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { applyFor, somebody } from "./apply.js";
import { contextOn } from "./city.js";
import { rowOf } from "./review.js";

/** What an applicant sees of their applications, with nothing in it that differs from one to another. */
async function shownTo(phone: Connection): Promise<unknown> {
  const { myApplications } = await phone.query(MyApplicationsDocument);
  return myApplications.flatMap(({ status, requests }) =>
    requests.map((request) => ({
      ...request,
      id: "…",
      of: status,
      appliedAt: "…",
      student: request.student && "…",
    })),
  );
}

/** Approved applications for two children: one with the teacher's ID from another mailbox, one with somebody's own. */
async function approvedBoth(graph: Graph) {
  await using teacher = await as(graph, "teacher@campus.example");
  await using context = contextOn(graph);
  const posing = { ...somebody(), nationalId: demoPeople.newcomer.nationalId };
  const honest = somebody();
  const phones: Connection[] = [];
  const requests: string[] = [];
  for (const [guardian, child] of [
    [posing, "丁宥廷"],
    [honest, "方品妤"],
  ] as const) {
    const applied = await applyFor(context, await openWithCode(context, guardian.email), guardian, child);
    phones.push(applied.phone);
    requests.push(applied.requestId);
  }
  await graph.settle();
  expect((await rowOf(teacher, "丁O廷")).pending[0]?.guardian?.loginCheck).toBe("PERSON_HAS_ACCOUNT");
  expect((await approve(teacher, requests)).map(({ ok }) => ok)).toEqual([true, true]);
  await graph.settle();
  return { phones: phones as [Connection, Connection], requests: requests as [string, string] };
}

it("ties a child, applied for with somebody's ID from another mailbox, to that person's account once they accept", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using owner = await as(graph, "newcomer@campus.example");
  await using outcomes = await owner.subscribe(bindingNotices);
  const {
    phones: [posing, honest],
    requests: [requestId],
  } = await approvedBoth(graph);
  expect(await shownTo(posing)).toEqual(await shownTo(honest));
  expect((await owner.query(MyBindingsDocument)).myBindings).toEqual([]);

  const [link] = (await owner.query(MyPersonLinksDocument)).myPersonLinks;
  expect(link).toMatchObject({ requestId });
  await owner.mutate(AnswerPersonLinkDocument, { input: { id: link!.id, accept: true } });
  expect(await outcomes.take()).toMatchObject({ kind: "APPROVED", request: { id: requestId } });
  await graph.settle();
  const [binding] = (await owner.query(MyBindingsDocument)).myBindings;
  expect(binding?.student?.maskedName).toBe("丁O廷");
  expect((await owner.query(MyBillsDocument)).myBills.edges.length).toBeGreaterThan(0);
  // Whoever applied is not shown that, or when, an owner accepted.
  expect(await shownTo(posing)).toEqual(await shownTo(honest));
  await expectBooksToBalance(graph);
});

it("ends it, with the slot free and nothing of the child left for who applied, when that person declines", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using owner = await as(graph, "newcomer@campus.example");
  await using teacher = await as(graph, "teacher@campus.example");
  const {
    phones: [posing],
  } = await approvedBoth(graph);
  const [link] = (await owner.query(MyPersonLinksDocument)).myPersonLinks;
  await owner.mutate(AnswerPersonLinkDocument, { input: { id: link!.id, accept: false } });
  await graph.settle();
  expect(await shownTo(posing)).toMatchObject([{ status: "REVOKED", student: null }]);
  const row = await rowOf(teacher, "丁O廷");
  expect(row.bindings).toEqual([]);
  expect(row.pending[0]?.provisionRefusal?.code).toBe("PERSON_LINK_DECLINED");
  expect((await owner.query(MyBindingsDocument)).myBindings).toEqual([]);
  await expectBooksToBalance(graph);
});
