import type { Operation } from "@campus-graph/clients/document";
import { billNotices } from "@campus-graph/clients/feeds";
import { BillDocument, MyBillsDocument, MyClassesDocument } from "@campus-graph/clients/generated/operations";
import { expect, it } from "vitest";
import { approve } from "../../clients/demo/steps.js";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { startGraph } from "../harness/graph.js";
import { childOf, children, issueBill } from "./given.js";
import { pendingRequest, rowOf } from "./review.js";

/** Masked name and school come with the bill; only the class needs roster. */
const BillWithClassDocument: Operation<
  {
    bill: { amount: number; student: { maskedName: string; schoolClass: { name: string } | null } } | null;
  },
  { id: string }
> = `query BillWithClass($id: ID!) { bill(id: $id) { amount student { maskedName schoolClass { name } } } }`;

it("answers what it can while a subgraph is down, and names what is missing", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using guardian = await as(graph, "guardian@campus.example");
  const [edge] = (await guardian.query(MyBillsDocument)).myBills.edges;
  await graph.subgraphs.roster.stop();

  const { data, errors } = await guardian.answer(BillWithClassDocument, { id: edge!.node.id });
  expect(data?.bill?.amount).toBe(edge!.node.amount);
  expect(data?.bill?.student.maskedName).toBe(edge!.node.student.maskedName);
  expect(data?.bill?.student.schoolClass).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors[0]!.path).toEqual(["bill", "student", "schoolClass"]);
  expect(errors[0]!.extensions).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE", serviceName: "roster" });

  const whole = await guardian.query(BillDocument, { id: edge!.node.id });
  expect(whole.bill?.id).toBe(edge!.node.id);
});

it("keeps a tail going while the subgraph that it needs is down: null, and a path that says why", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using guardian = await as(graph, "guardian@campus.example");
  await using cashier = await as(graph, "cashier@campus.example");
  const child = await childOf(guardian, children.younger);
  await using tail = await guardian.subscribe(billNotices);
  await graph.subgraphs.roster.stop();
  await issueBill(cashier, child, "while roster is down");
  const { value: partial } = await tail.next(30_000);
  expect(partial?.notice.bill).toMatchObject({
    title: "while roster is down",
    student: { name: null, schoolClass: null },
  });
  const student = ["billNotice", "bill", "student"];
  expect(partial?.errors.map(({ path }) => path).toSorted()).toEqual([
    [...student, "name"],
    [...student, "schoolClass"],
  ]);

  await graph.subgraphs.roster.start();
  await issueBill(cashier, child, "when it is back");
  const { value: complete } = await tail.next(30_000);
  expect(complete?.notice.bill).toMatchObject({
    title: "when it is back",
    student: { schoolClass: { name: "二年一班" } },
  });
  expect(complete?.errors).toEqual([]);
  await expectBooksToBalance(graph);
});

it("finishes an approval after identity, dead at that moment, is back", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using teacher = await as(graph, "teacher@campus.example");
  const requestId = await pendingRequest(teacher, "陳O花");
  await graph.subgraphs.identity.stop();
  expect((await approve(teacher, [requestId])).map(({ ok }) => ok)).toEqual([true]);
  expect((await rowOf(teacher, "陳O花")).bindings).toHaveLength(0);

  await graph.subgraphs.identity.start();
  await graph.settle();
  expect((await rowOf(teacher, "陳O花")).bindings).toHaveLength(1);
  expect((await teacher.query(MyClassesDocument)).myClasses.length).toBeGreaterThan(0);
  await expectBooksToBalance(graph);
});
