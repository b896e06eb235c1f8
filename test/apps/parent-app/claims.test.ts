import type { Connection } from "@campus-graph/clients/connect";
import {
  BillListDocument,
  CancelPaymentDocument,
  ClassReviewDocument,
  RevokeBindingDocument,
  SchoolClassesDocument,
  StartPaymentDocument,
} from "@campus-graph/clients/generated/operations";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { as } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { childOf, children, elementary } from "../../journeys/given.js";
import { startChromium } from "../chromium.js";
import { desk, telephone, Visitor } from "./visitor.js";

/** The page's own net under what comes live is ten times slower than that. */
const liveMs = 6_000;

describe("an open bill in the parent app", () => {
  let graph: Graph;
  let chromium: Browser;
  let mother: Connection;
  let bill: string;
  let claim: string;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
    mother = await as(graph, "coguardian@campus.example");
    const child = await childOf(mother, children.younger);
    const { myBills } = await mother.query(BillListDocument, { first: 20, status: "UNPAID" });
    bill = myBills.edges.find(({ node }) => node.student.id === child)!.node.id;
  });
  afterAll(async () => {
    await mother?.close();
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const opened = async (device: typeof telephone) => {
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device);
    await visitor.signIn("guardian@campus.example", demoPassword);
    await visitor.page.goto(`/parent/bills/${bill}`);
    await visitor.page.getByRole("tab").first().waitFor();
    await visitor.page.waitForLoadState("networkidle");
    return visitor;
  };
  const begin = async () => {
    const input = { billId: bill, channel: "ATM", idempotencyKey: crypto.randomUUID() } as const;
    claim = (await mother.mutate(StartPaymentDocument, { input })).startPayment.id;
  };

  it.each([
    [telephone, /^母親已於 .*\d\d:\d\d 選擇「ATM」繳費/],
    [{ ...desk, language: "en" } as const, /^Mother: paying this bill by ATM since .*\d\d:\d\d/],
  ])("says live who has begun to pay, and that they do not after all (%#)", async (device, sentence) => {
    await using visitor = await opened(device);
    const warning = visitor.page.getByText(sentence);
    await begin();
    await warning.waitFor({ timeout: liveMs });
    await visitor.looksAt("bill-other-pays");
    await mother.mutate(CancelPaymentDocument, { claimId: claim });
    await warning.waitFor({ state: "detached", timeout: liveMs });
    expect(visitor.complaints).toEqual([]);
  });

  it("is gone with all that stood on it when the reader's binding to the child ends, and tells no more", async () => {
    await using visitor = await opened(telephone);
    await using registrar = await as(graph, "registrar@campus.example");
    const { school } = await registrar.query(SchoolClassesDocument, { code: elementary });
    const { id: classId } = school!.classes.find(({ name }) => name === "二年一班")!;
    const { data } = await registrar.answer(ClassReviewDocument, { classId });
    const row = data!.classReview.find(({ student }) => student.maskedName === children.younger)!;
    const { id: bindingId } = row.bindings.find(({ relationship }) => relationship === "FATHER")!;
    await registrar.mutate(RevokeBindingDocument, { input: { bindingId, reason: "誤核可" } });
    await visitor.page.getByText("沒有這張帳單，或您已不能查看它。").waitFor({ timeout: liveMs });
    const announced: string[] = [];
    visitor.page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => announced.push(String(payload))),
    );
    await visitor.page.reload();
    await visitor.page.getByText("沒有這張帳單，或您已不能查看它。").waitFor();
    await begin();
    await graph.settle();
    await visitor.page.goto("/parent/");
    await visitor.page.locator(".bill").first().waitFor();
    expect(announced.filter((frame) => frame.includes(bill))).toEqual([]);
    expect(await visitor.page.getByText("母親").count()).toBe(0);
  });
});
