import { GraphFailure } from "@campus-graph/clients/failure";
import { billNotices } from "@campus-graph/clients/feeds";
import {
  BillDocument,
  BillNoticesDocument,
  ClassReviewDocument,
  ImportRosterDocument,
  IssueBillsDocument,
  LedgerBalancesDocument,
  MyBillsDocument,
  MyClassesDocument,
  SchoolClassesDocument,
  SchoolsDocument,
  StartPaymentDocument,
} from "@campus-graph/clients/generated/operations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as, asAnyone } from "../harness/as.js";
import { checkBooksAfterEach } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { childOf, children, elementary, issueBill, taipeiDay } from "./given.js";
import { refusalOf } from "./refusal.js";

describe("another family's", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph({ demoCity: true });
  });
  afterAll(() => graph?.[Symbol.asyncDispose]());
  checkBooksAfterEach(() => [graph]);

  it("bill is answered as if it did not exist", async () => {
    await using guardian = await as(graph, "guardian@campus.example");
    await using otherGuardian = await as(graph, "newcomer@campus.example");
    const [edge] = (await guardian.query(MyBillsDocument)).myBills.edges;
    expect(await guardian.query(BillDocument, { id: edge!.node.id })).not.toEqual({ bill: null });
    expect(await otherGuardian.answer(BillDocument, { id: edge!.node.id })).toEqual({
      data: { bill: null },
      errors: [],
    });
    expect(await otherGuardian.answer(BillDocument, { id: crypto.randomUUID() })).toEqual({
      data: { bill: null },
      errors: [],
    });
    expect((await otherGuardian.query(MyBillsDocument)).myBills.edges).toEqual([]);
  });

  it("bill cannot be claimed for payment", async () => {
    await using guardian = await as(graph, "guardian@campus.example");
    await using otherGuardian = await as(graph, "newcomer@campus.example");
    const [edge] = (await guardian.query(MyBillsDocument, { status: "UNPAID" })).myBills.edges;
    const claim = (billId: string) =>
      refusalOf(
        otherGuardian.mutate(StartPaymentDocument, {
          input: { billId, channel: "ATM", idempotencyKey: crypto.randomUUID() },
        }),
      );
    const ofAnother = await claim(edge!.node.id);
    const ofNone = await claim(crypto.randomUUID());
    expect([ofAnother.code, ofAnother.message]).toEqual([ofNone.code, ofNone.message]);
  });

  it("students, bills and people cannot be had through _entities, which the gateway does not know", async () => {
    await using otherGuardian = await as(graph, "newcomer@campus.example");
    const entities = `query Entities { _entities(representations: [{ __typename: "Student", id: "1" }]) { __typename } }`;
    const service = "query Service { _service { sdl } }";
    for (const query of [entities, service]) {
      const refusal = await refusalOf(otherGuardian.query(query));
      expect(refusal.code).toBe("GRAPHQL_VALIDATION_FAILED");
    }
  });

  it("notices cannot be read with the other's cursor, neither from the list nor live", async () => {
    await using guardian = await as(graph, "guardian@campus.example");
    await using otherGuardian = await as(graph, "newcomer@campus.example");
    const { endCursor } = (await guardian.query(BillNoticesDocument, { last: 1 })).billNotices.pageInfo;
    const after = endCursor!;
    expect((await refusalOf(otherGuardian.query(BillNoticesDocument, { first: 5, after }))).code).toBe(
      "INVALID_CURSOR",
    );
    await using tail = await otherGuardian.subscribe(billNotices, { after });
    expect((await refusalOf(tail.take())).code).toBe("INVALID_CURSOR");
    const altered = `${after.slice(0, -2)}${after.at(-2) === "A" ? "B" : "A"}${after.at(-1)}`;
    expect((await refusalOf(guardian.query(BillNoticesDocument, { first: 5, after: altered }))).code).toBe(
      "INVALID_CURSOR",
    );
  });

  it("bills are not told over the socket: the next thing that a family hears is its own", async () => {
    await using guardian = await as(graph, "guardian@campus.example");
    await using wu = await as(graph, "wu@campus.example");
    await using cashier = await as(graph, "cashier@campus.example");
    await using tail = await wu.subscribe(billNotices);
    await issueBill(cashier, await childOf(guardian, children.younger), "not for the Wus");
    await issueBill(cashier, await childOf(wu, children.wu, elementary), "for the Wus");
    expect((await tail.take()).bill?.title).toBe("for the Wus");
  });

  it("class is not shown to the teacher of another, nor its school to another's staff", async () => {
    await using teacher = await as(graph, "teacher@campus.example");
    await using other = await as(graph, "teacher2@campus.example");
    await using registrar2 = await as(graph, "registrar2@campus.example");
    const [own] = (await teacher.query(MyClassesDocument)).myClasses;
    expect(
      (await teacher.query(ClassReviewDocument, { classId: own!.id })).classReview.length,
    ).toBeGreaterThan(0);
    for (const classId of [own!.id, crypto.randomUUID()])
      expect(await other.answer(ClassReviewDocument, { classId })).toEqual({
        data: { classReview: [] },
        errors: [],
      });
    const seen = await registrar2.answer(SchoolClassesDocument, { code: elementary });
    expect(seen.data?.school?.classes ?? []).toEqual([]);
  });

  it("school takes no roster and no bills from another's staff, and shows it no books", async () => {
    await using registrar2 = await as(graph, "registrar2@campus.example");
    const sheet = {
      schoolCode: elementary,
      format: "CLASS_SHEET_CSV",
      content: "班級,姓名\n",
      dryRun: true,
    } as const;
    expect((await refusalOf(registrar2.mutate(ImportRosterDocument, { input: sheet }))).code).toBe(
      "FORBIDDEN",
    );
    await using teacher = await as(graph, "teacher@campus.example");
    const bills = {
      schoolCode: elementary,
      title: "不該開立的單",
      dueDate: taipeiDay(14),
      items: [{ name: "x", amount: 1 }],
      studentIds: [crypto.randomUUID()],
      idempotencyKey: crypto.randomUUID(),
    };
    expect((await refusalOf(teacher.mutate(IssueBillsDocument, { input: bills }))).code).toBe("FORBIDDEN");
    expect((await refusalOf(registrar2.query(LedgerBalancesDocument, { schoolCode: elementary }))).code).toBe(
      "FORBIDDEN",
    );
  });

  it("bills and children are closed to nobody in particular, and the list of schools is open", async () => {
    await using anyone = asAnyone(graph);
    await expect(anyone.query(MyBillsDocument)).rejects.toBeInstanceOf(GraphFailure);
    await expect(anyone.subscribe(billNotices)).rejects.toBeInstanceOf(GraphFailure);
    expect((await anyone.query(SchoolsDocument)).schools.length).toBeGreaterThan(10);
  });
});
