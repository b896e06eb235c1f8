import { join } from "node:path";
import {
  BillNoticesDocument,
  MyBillsDocument,
  NotifyPaymentDocument,
  StartPaymentDocument,
} from "@campus-graph/clients/generated/operations";
import { proofOfPayment } from "@campus-graph/clients/partner";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest } from "@campus-graph/kit/auth/viewer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approve } from "../../../clients/demo/steps.js";
import { as, asWallet, walletOf } from "../../harness/as.js";
import { checkBooksAfterEach, disagreementsIn, leftOverIn } from "../../harness/books.js";
import { type Graph, startGraph } from "../../harness/graph.js";
import { createDatabase } from "../../harness/postgres.js";
import { type SubgraphName, subgraphNames } from "../../harness/subgraphs.js";
import { childOf, children, issueBill } from "../given.js";
import { pendingRequest } from "../review.js";
import { definitions } from "./definitions.js";
import { type ExistingCity, restoreCity, rowsOf } from "./restored.js";

/** The bill that the older commit issued and was paid for, with both events still in the outbox. */
const unpublishedBill = "書包費";

describe("the data of a city that commit 489107a has made, with work left undone in it", () => {
  let city: ExistingCity;
  let graph: Graph;
  let before: Record<"events" | "letters" | "rows", string[]>;

  beforeAll(async () => {
    city = await restoreCity("489107a");
    before = {
      events: await city.rows(events),
      letters: await city.rows(unsent),
      rows: await city.rows(kept),
    };
  });
  afterAll(async () => {
    await graph?.[Symbol.asyncDispose]();
    await city?.[Symbol.asyncDispose]();
  });

  it("has unpublished events, an event that was given up, and unsent mail in it", async () => {
    expect(await city.rows(unpublished)).toEqual(
      expect.arrayContaining(["payments.BillIssued", "payments.PaymentReceived", "binding.RequestApproved"]),
    );
    expect(await city.rows(deadLetters)).toEqual(["binding.BindingOpened"]);
    expect(before.letters.length).toBeGreaterThan(0);
  });

  describe("with today's graph started on it", () => {
    beforeAll(async () => {
      graph = await city.start();
      await graph.settle();
    });

    it("publishes every event, and sends every letter", async () => {
      expect(await city.rows(unpublished)).toEqual([]);
      expect(await city.rows("select id from bus.event")).toEqual(expect.arrayContaining(before.events));
      expect(await city.rows(jobsToDo)).toEqual([]);
      const sent = await city.rows(
        "select id from identity.job where kind like 'mail-%' and done_at is not null",
      );
      expect(sent).toEqual(expect.arrayContaining(before.letters));
    });

    it("has brought the tables to what a new city's are: a landed migration was never changed", async () => {
      await using fresh = await createDatabase();
      await using _ = await startGraph({ databaseUrls: fresh.urls, gateways: 0 });
      expect(await city.rows(definitions)).toEqual(await rowsOf(fresh, definitions));
    });

    it("keeps every row of the story, and books that balance", async () => {
      expect(await city.rows(kept)).toEqual(expect.arrayContaining(before.rows));
      expect(await disagreementsIn(city.database.urls)).toEqual([]);
    });

    it("tells the guardian of the bill and its payment, which nobody had heard of", async () => {
      await using guardian = await as(graph, "guardian@campus.example");
      const { myBills } = await guardian.query(MyBillsDocument);
      const bill = myBills.edges.map(({ node }) => node).find(({ title }) => title === unpublishedBill);
      expect(bill?.status).toBe("PAID");
      const { edges } = (await guardian.query(BillNoticesDocument, { last: 5 })).billNotices;
      const notices = edges.map(({ node }) => node).filter((notice) => notice.bill?.id === bill?.id);
      expect(notices.map(({ kind }) => kind)).toEqual(["ISSUED", "PAID"]);
    });

    it("tries the given-up event again when it is told to: the guardian sees the child's bills", async () => {
      await using guardian = await as(graph, "wu@campus.example");
      const studentId = await childOf(guardian, "陳O羽");
      await using cashier = await as(graph, "cashier@campus.example");
      const { id } = await issueBill(cashier, studentId, "材料費");
      await graph.settle();
      const bills = async () =>
        (await guardian.query(MyBillsDocument)).myBills.edges.map(({ node }) => node.id);
      expect(await bills()).not.toContain(id);
      const [key] = await city.rows("select key from payments.inbox_waiting");
      expect(await retry("payments", key!)).toEqual({ found: true });
      await graph.settle();
      expect(await bills()).toContain(id);
      expect(await leftOverIn(city.database.urls)).toEqual([]);
    });

    describe("the story goes on", () => {
      checkBooksAfterEach(() => [graph]);

      it("opens the account of whoever was approved unheard, and approves who still waits", async () => {
        const accounts = await city.rows("select id from identity.account");
        await using teacher = await as(graph, "teacher@campus.example");
        const [result] = await approve(teacher, [await pendingRequest(teacher, "陳O花")]);
        expect(result).toMatchObject({ ok: true });
        await graph.settle();
        expect(await city.rows("select id from identity.account")).toHaveLength(accounts.length + 1);
        const approved = await city.rows("select id from binding.request where status = 'APPROVED'");
        expect(await city.rows("select request_id from binding.binding ")).toEqual(
          expect.arrayContaining(approved),
        );
        expect(await city.rows(jobsToDo)).toEqual([]);
      });

      it("bills a child, and takes the wallet's money", async () => {
        await using guardian = await as(graph, "guardian@campus.example");
        await using cashier = await as(graph, "cashier@campus.example");
        await using wallet = asWallet(graph);
        const bill = await issueBill(cashier, await childOf(guardian, children.younger), "校外教學");
        const claim = {
          billId: bill.id,
          channel: "EASY_WALLET",
          idempotencyKey: crypto.randomUUID(),
        } as const;
        await guardian.mutate(StartPaymentDocument, { input: claim });
        const input = {
          accountNumber: bill.accountNumber,
          amount: 680,
          channel: "EASY_WALLET",
          transactionNumber: "EXISTING0002",
          paidAt: new Date().toISOString(),
        } as const;
        const proof = await proofOfPayment(walletOf(graph), input);
        const { notifyPayment } = await wallet.mutate(NotifyPaymentDocument, { input, proof });
        expect(notifyPayment.outcome).toBe("RECEIVED");
        await graph.settle();
        const { edges } = (await guardian.query(BillNoticesDocument, { last: 2 })).billNotices;
        expect(edges.map(({ node }) => [node.kind, node.bill?.id])).toEqual([
          ["ISSUED", bill.id],
          ["PAID", bill.id],
        ]);
      });
    });
  });

  /** `npm run dead-letters -- retry`: what the command sends, signed as the gateway signs. */
  async function retry(subgraph: SubgraphName, key: string): Promise<unknown> {
    const path = "/internal/retry-parked";
    const body = JSON.stringify({ key });
    const ring = readKeys(join(graph.keysFolder, "gateway.json")).ring(`viewer:${subgraph}`);
    const signed = { audience: subgraph, method: "POST", path, body, viewer: anonymous, traceId: "retry" };
    const response = await fetch(new URL(path, graph.subgraphs[subgraph].url), {
      method: "POST",
      body,
      headers: signRequest(ring, signed),
    });
    return response.json();
  }
});

const inAll = (sql: (subgraph: SubgraphName) => string) => subgraphNames.map(sql).join(" union all ");
const events = inAll((name) => `select id from ${name}.outbox`);
const unpublished = inAll(
  (name) => `select type from ${name}.outbox, ${name}.outbox_head as head
    where outbox.position is null or (outbox.epoch = head.epoch and outbox.position > head.published)`,
);
const deadLetters = inAll((name) => `select type from ${name}.inbox_waiting where parked_at is not null`);
/** As that commit had them; mails are jobs since. */
const unsent = "select id from identity.mail_job where sent_at is null";
const jobsToDo = inAll((name) => `select id from ${name}.job where done_at is null`);
/** What the city would miss most. */
const kept = [
  "select 'bill ' || id || status from payments.bill",
  "select 'payment ' || id || outcome from payments.payment",
  "select 'transfer ' || id || amount from payments.ledger_transfer",
  "select 'binding ' || id from binding.binding",
  "select 'application ' || id from binding.application",
  "select 'account ' || id from identity.account",
  "select 'student ' || id from roster.student",
  "select 'notice ' || id from payments.feed_notice union all select 'notice ' || id from binding.feed_notice",
].join(" union all ");
