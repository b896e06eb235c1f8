import {
  MyBillsDocument,
  NotifyPaymentDocument,
  type NotifyPaymentInput,
  PayableBillDocument,
} from "@campus-graph/clients/generated/operations";
import { proofOfPayment } from "@campus-graph/clients/partner";
import { expect, it } from "vitest";
import { as, asAnyone, asWallet, walletOf } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { startGraph } from "../harness/graph.js";
import { refusalOf } from "./refusal.js";

it("books a payment once, and answers twenty equal notices at two copies of the gateway alike", async () => {
  await using graph = await startGraph({ demoCity: true, gateways: 2 });
  await using guardian = await as(graph, "guardian@campus.example");
  const [edge] = (await guardian.query(MyBillsDocument, { status: "UNPAID" })).myBills.edges;
  const { accountNumber, amount } = edge!.node;
  const wallet = walletOf(graph);
  const gateways = [asWallet(graph), asWallet(graph, graph.urls.toReversed())] as const;
  const payment: NotifyPaymentInput = {
    accountNumber,
    amount,
    channel: "EASY_WALLET",
    transactionNumber: "T-20261123-1",
    paidAt: new Date().toISOString(),
  };
  const notify = async (input: NotifyPaymentInput, gateway = gateways[0]) =>
    (await gateway.mutate(NotifyPaymentDocument, { input, proof: await proofOfPayment(wallet, input) }))
      .notifyPayment;

  const receipts = await Promise.all(
    Array.from({ length: 20 }, (_, at) => notify(payment, gateways[at % 2]!)),
  );
  expect(receipts[0]).toMatchObject({ outcome: "RECEIVED", accountNumber, amount });
  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
  expect((await refusalOf(notify({ ...payment, amount: amount + 1 }))).code).toBe("TRANSACTION_CONFLICT");

  const second = await notify({ ...payment, transactionNumber: "T-20261123-2" });
  expect(second.outcome).toBe("OVERPAYMENT");
  await expectBooksToBalance(graph);
});

it("believes no payment whose proof is another's, and shows no bill to who is no partner", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using guardian = await as(graph, "guardian@campus.example");
  const [edge] = (await guardian.query(MyBillsDocument, { status: "UNPAID" })).myBills.edges;
  const { accountNumber, amount } = edge!.node;
  const wallet = walletOf(graph);
  const input = {
    accountNumber,
    amount,
    channel: "ATM",
    transactionNumber: "T-20261123-3",
    paidAt: new Date().toISOString(),
  } as const;
  const proof = await proofOfPayment(wallet, input);
  const tenMinutesAndOne = new Date(Date.now() - 601_000);
  const bad = [
    ["BAD_SIGNATURE", { input: { ...input, amount: amount + 1 }, proof }],
    ["BAD_SIGNATURE", { input, proof: proof.slice(0, -4) }],
    ["CLOCK_SKEW", { input, proof: await proofOfPayment(wallet, input, tenMinutesAndOne) }],
  ] as const;
  await using partner = asWallet(graph);
  for (const [code, variables] of bad)
    expect((await refusalOf(partner.mutate(NotifyPaymentDocument, variables))).code).toBe(code);
  for (const unauthorized of [guardian, asAnyone(graph)]) {
    await expect(unauthorized.query(PayableBillDocument, { accountNumber })).rejects.toMatchObject({
      name: "GraphFailure",
    });
    await expect(unauthorized.mutate(NotifyPaymentDocument, { input, proof })).rejects.toMatchObject({
      name: "GraphFailure",
    });
  }
  expect((await partner.query(PayableBillDocument, { accountNumber })).billByAccountNumber?.status).toBe(
    "UNPAID",
  );
  await expectBooksToBalance(graph);
});
