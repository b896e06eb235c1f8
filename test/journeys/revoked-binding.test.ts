import { join } from "node:path";
import type { Connection } from "@campus-graph/clients/connect";
import { billNotices, bindingNotices } from "@campus-graph/clients/feeds";
import {
  BadgeDocument,
  BillDocument,
  BillNoticesDocument,
  ClassReviewDocument,
  MyBillsDocument,
  MyBindingsDocument,
  RevokeBindingDocument,
  SchoolClassesDocument,
  StartPaymentDocument,
} from "@campus-graph/clients/generated/operations";
import { createGateway } from "@campus-graph/gateway/gateway";
import { readKeys } from "@campus-graph/kit/auth/keys";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { bindAgain, holdBack, type OpenBinding } from "../faults/revocations/bindings.js";
import { as, signInTo } from "../harness/as.js";
import { checkBooksAfterEach } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { supergraphAt } from "../harness/supergraph.js";
import { childOf, children, elementary, issueBill } from "./given.js";
import { refusalOf } from "./refusal.js";

describe("a wrong approval, revoked by the registrar", () => {
  let graph: Graph;
  let registrar: Connection;
  let guardian: Connection;
  let cashier: Connection;
  let bound: OpenBinding;

  beforeAll(async () => {
    graph = await startGraph({ demoCity: true });
    registrar = await as(graph, "registrar@campus.example");
    guardian = await as(graph, "guardian@campus.example");
    cashier = await as(graph, "cashier@campus.example");
    const studentId = await childOf(guardian, children.younger);
    const subjectId = (await guardian.query(BadgeDocument)).me!.id;
    bound = { subjectId, studentId, bindingId: await bindingOf("FATHER") };
  });
  afterEach(async () => {
    bound = await bindAgain(graph, bound);
  });
  afterAll(async () => {
    for (const connection of [registrar, guardian, cashier]) await connection?.close();
    await graph?.[Symbol.asyncDispose]();
  });
  checkBooksAfterEach(() => [graph]);

  /** As the registrar finds it, in the grid of the class. */
  async function bindingOf(relationship: string): Promise<string> {
    const { school } = await registrar.query(SchoolClassesDocument, { code: elementary });
    const { id: classId } = school!.classes.find(({ name }) => name === "二年一班")!;
    const { data } = await registrar.answer(ClassReviewDocument, { classId });
    const row = data!.classReview.find(({ student }) => student.maskedName === children.younger)!;
    return row.bindings.find((binding) => binding.relationship === relationship)!.id;
  }

  const revoke = () =>
    registrar.mutate(RevokeBindingDocument, { input: { bindingId: bound.bindingId, reason: "核准錯誤" } });

  const childrenOf = async (whose: Connection) =>
    (await whose.query(MyBindingsDocument)).myBindings.map(({ student }) => student?.maskedName);

  it("takes the child from the guardian's screens, bills, badge and old notices, and from nobody else's", async () => {
    await using coguardian = await as(graph, "coguardian@campus.example");
    const bill = await issueBill(cashier, bound.studentId, "戶外教學");
    await graph.settle();
    const before = (await guardian.query(BadgeDocument)).me!.unpaidBillCount;
    const theirs = (await guardian.query(MyBillsDocument, { status: "UNPAID" })).myBills.edges.filter(
      ({ node }) => node.student.id === bound.studentId,
    );
    expect((await revoke()).revokeBinding.status).toBe("REVOKED");

    expect(await childrenOf(guardian)).toEqual([children.elder]);
    expect((await guardian.query(BadgeDocument)).me!.unpaidBillCount).toBe(before - theirs.length);
    const { myBills } = await guardian.query(MyBillsDocument);
    expect(new Set(myBills.edges.map(({ node }) => node.student.maskedName))).toEqual(
      new Set([children.elder]),
    );
    expect(await guardian.query(BillDocument, { id: bill.id })).toEqual({ bill: null });
    const { edges } = (await guardian.query(BillNoticesDocument, { last: 1 })).billNotices;
    expect(edges).toMatchObject([{ node: { kind: "ISSUED", bill: null } }]);
    const input = { billId: bill.id, channel: "ATM" as const, idempotencyKey: crypto.randomUUID() };
    expect((await refusalOf(guardian.mutate(StartPaymentDocument, { input }))).code).toBe("NOT_FOUND");

    expect(await childrenOf(coguardian)).toEqual([children.younger]);
    expect((await coguardian.query(BillDocument, { id: bill.id })).bill?.id).toBe(bill.id);
  });

  it("tells the guardian so on a live socket, which stays open and names the child no more", async () => {
    await using outcomes = await guardian.subscribe(bindingNotices);
    await using bills = await guardian.subscribe(billNotices);
    await issueBill(cashier, bound.studentId, "還看得到");
    expect((await bills.take()).bill?.title).toBe("還看得到");
    await revoke();
    expect(await outcomes.take()).toMatchObject({
      kind: "REVOKED",
      request: { status: "REVOKED", student: null },
    });
    await issueBill(cashier, bound.studentId, "看不到了");
    await graph.settle();
    bound = await bindAgain(graph, bound);
    // Told once they are bound again, as any guardian who is bound after a bill was issued.
    const titles: unknown[] = [];
    while (!titles.includes("看不到了")) titles.push((await bills.take()).bill?.title);
    await revoke();
  });

  it("is taking effect while a subgraph is behind: said so, and shown nothing from there meanwhile", async () => {
    const back = await holdBack(graph, "payments");
    const refusal = await refusalOf(revoke());
    expect(refusal.code).toBe("TAKING_EFFECT");
    expect(refusal.errors[0]!.extensions!.missing).toBe("payments");
    const { data, errors } = await guardian.answer(MyBillsDocument);
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(["SUBGRAPH_UNAVAILABLE"]);
    // The other guardian is not concerned, and neither is what the other subgraphs hold.
    await using coguardian = await as(graph, "coguardian@campus.example");
    expect((await coguardian.query(MyBillsDocument)).myBills.edges.length).toBeGreaterThan(0);
    expect(await childrenOf(guardian)).toEqual([children.elder]);
    await back.letGo();
    await expect
      .poll(async () => (await revoke().catch(() => null))?.revokeBinding.status, { timeout: 30_000 })
      .toBe("REVOKED");
    const { myBills } = await guardian.query(MyBillsDocument);
    expect(new Set(myBills.edges.map(({ node }) => node.student.maskedName))).toEqual(
      new Set([children.elder]),
    );
  });

  /** An answer that was under way, held up in roster after it had decided what the guardian may see. */
  async function answerUnderWay(url: string): Promise<string> {
    const token = await (await signInTo(graph, "guardian@campus.example")).current();
    const client = new pg.Client({ connectionString: graph.databaseUrls.roster });
    await client.connect();
    await client.query("begin");
    await client.query("lock table roster.school in access exclusive mode");
    const query = "{ myBindings { student { maskedName school { name } } } }";
    const answer = fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    const waits = "select from pg_locks where relation = 'roster.school'::regclass and not granted";
    await expect
      .poll(async () => (await client.query(waits)).rowCount, { timeout: 30_000 })
      .toBeGreaterThan(0);
    await revoke();
    await client.query("rollback");
    await client.end();
    return (await answer).text();
  }

  it("is in no answer that was already under way", async () => {
    const text = await answerUnderWay(graph.publicUrl);
    expect(text).toContain(children.elder);
    expect(text).not.toContain(children.younger);
  });

  it("canary: a gateway that does not hear of it lets such an answer out", async () => {
    const urls = new Map(Object.values(graph.subgraphs).map(({ name, url }) => [name, url]));
    const deaf = await createGateway({
      mode: "test",
      publicUrl: graph.publicUrl,
      supergraph: { sdl: supergraphAt(urls) },
      keys: readKeys(join(inject("keysFolder"), "gateway.json")),
      logLevel: "silent",
    });
    expect(await answerUnderWay(deaf.url)).toContain(children.younger);
    await deaf.stop();
  });
});
