import { billNotices, bindingNotices } from "@campus-graph/clients/feeds";
import {
  BadgeDocument,
  MyApplicationsDocument,
  MyBillsDocument,
} from "@campus-graph/clients/generated/operations";
import { expect, it } from "vitest";
import { approve, openWithCode } from "../../clients/demo/steps.js";
import { demoPeople } from "../../schema/demo-city/index.js";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { startGraph } from "../harness/graph.js";
import { applyFor, somebody } from "./apply.js";
import { contextOn } from "./city.js";
import { childOf, issueBill } from "./given.js";
import { rowOf } from "./review.js";

it("ties a guardian who has an account without a code, and tells of the bills that were out before", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using context = contextOn(graph);
  await using newcomer = await as(graph, "newcomer@campus.example");
  await using teacher = await as(graph, "teacher@campus.example");
  await using cashier = await as(graph, "cashier@campus.example");
  await using outcomes = await newcomer.subscribe(bindingNotices);
  await using bills = await newcomer.subscribe(billNotices);

  const { requestId, loginCheck } = await applyFor(context, newcomer, demoPeople.newcomer, "林承佑");
  expect(loginCheck).toBe("OWN");
  // Both places of this child are taken; the other one has none.
  expect((await approve(teacher, [requestId]))[0]?.refusal?.code).toBe("GUARDIAN_SLOTS_FULL");
  const second = await applyFor(context, newcomer, demoPeople.newcomer, "丁宥廷");
  expect((await approve(teacher, [second.requestId]))[0]?.ok).toBe(true);

  expect(await outcomes.take()).toMatchObject({ kind: "APPROVED", request: { id: second.requestId } });
  const before = await bills.take();
  expect(before).toMatchObject({ kind: "ISSUED", bill: { status: "UNPAID" } });
  expect((await newcomer.query(MyBillsDocument)).myBills.edges.map(({ node }) => node.id)).toEqual([
    before.bill?.id,
  ]);
  await issueBill(cashier, await childOf(newcomer, "丁O廷"), "and after");
  expect((await bills.take()).bill?.title).toBe("and after");
  expect((await newcomer.query(BadgeDocument)).me?.unpaidBillCount).toBe(2);
  await expectBooksToBalance(graph);
});

it("keeps an application with somebody else's e-mail out of that account, and shows the teacher why", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using context = contextOn(graph);
  await using teacher = await as(graph, "teacher@campus.example");
  await using owner = await as(graph, "coguardian@campus.example");
  const applications = (await owner.query(MyApplicationsDocument)).myApplications;

  // At home they share the mailbox, and so the code.
  const other = { ...somebody(), email: demoPeople.coguardian.email };
  const phone = await openWithCode(context, other.email);
  const { requestId, loginCheck, phone: own } = await applyFor(context, phone, other, "方品妤");
  expect(loginCheck).toBe("TAKEN");
  // Identity shows the applicant to the reviewer once the request's event has arrived.
  await graph.settle();
  const [pending] = (await rowOf(teacher, "方O妤")).pending;
  expect(pending?.guardian).toMatchObject({ name: other.name, loginCheck: "TAKEN" });
  expect((await approve(teacher, [requestId]))[0]?.refusal?.code).toBe("EMAIL_TAKEN");

  expect((await owner.query(MyApplicationsDocument)).myApplications).toEqual(applications);
  const [submitted] = (await own.query(MyApplicationsDocument)).myApplications;
  expect(submitted?.requests.map(({ id, status }) => [id, status])).toEqual([[requestId, "PENDING"]]);
  await expectBooksToBalance(graph);
});

it("gives an e-mail that two people declared to the one approved first, and frees the other's place", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using context = contextOn(graph);
  await using teacher = await as(graph, "teacher@campus.example");
  const one = somebody();
  const other = { ...somebody(), email: one.email };
  const phone = await openWithCode(context, one.email);
  const first = await applyFor(context, phone, one, "王柏翰");
  const second = await applyFor(context, phone, other, "江若彤");
  expect([first.loginCheck, second.loginCheck]).toEqual(["FREE", "FREE"]);
  await using outcomes = await phone.subscribe(bindingNotices);

  const results = await approve(teacher, [first.requestId, second.requestId]);
  expect(results.map(({ ok }) => ok)).toEqual([true, true]);
  const answered = [await outcomes.take(), await outcomes.take()];
  expect(new Map(answered.map(({ kind, request }) => [request?.id, kind]))).toEqual(
    new Map([
      [first.requestId, "APPROVED"],
      [second.requestId, "PROVISION_FAILED"],
    ]),
  );
  await graph.settle();
  expect((await rowOf(teacher, "王O翰")).bindings).toHaveLength(1);
  expect((await rowOf(teacher, "江O彤")).bindings).toHaveLength(0);
  await expectBooksToBalance(graph);
});

it("closes the initial password after seven days, and before that to whoever has no code", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using context = contextOn(graph);
  await using teacher = await as(graph, "teacher@campus.example");
  const guardian = somebody();
  const phone = await openWithCode(context, guardian.email);
  const { requestId } = await applyFor(context, phone, guardian, "何冠霖");
  expect((await approve(teacher, [requestId]))[0]?.ok).toBe(true);
  await graph.settle();

  const initialPassword = guardian.nationalId.slice(-6);
  await expect(context.signIn(guardian.email, initialPassword)).rejects.toMatchObject({
    code: "CODE_NEEDED",
  });
  await expect(context.signIn(guardian.email, initialPassword, async () => "AAAAAAAA")).rejects.toMatchObject(
    {
      code: "CODE_WRONG",
    },
  );
  graph.clock.advance(7 * 86_400_000 + 1_000);
  await expect(context.signIn(guardian.email, initialPassword)).rejects.toMatchObject({
    code: "SIGN_IN_WRONG",
  });
});
