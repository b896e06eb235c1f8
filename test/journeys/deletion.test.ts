import type { GraphFailure } from "@campus-graph/clients/failure";
import {
  ChildDisclosuresDocument,
  MyBindingsDocument,
  RequestDeletionDocument,
  RequestVerificationCodeDocument,
  RevealStudentIdDocument,
} from "@campus-graph/clients/generated/operations";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoPeople } from "../../schema/demo-city/index.js";
import { as } from "../harness/as.js";
import { checkBooksAfterEach } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { childOf, children } from "./given.js";
import { refusalOf } from "./refusal.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true });
});
afterAll(() => graph?.[Symbol.asyncDispose]());
checkBooksAfterEach(() => [graph]);

const { email, subjectId } = demoPeople.guardian;

async function mailsTo(address: string): Promise<{ text: string }[]> {
  await graph.settle();
  return (await (await fetch(`${graph.mailbox.url}/mail.json?to=${address}`)).json()) as { text: string }[];
}

async function rowsOf(subgraph: "binding" | "payments" | "roster", sql: string): Promise<unknown[]> {
  const client = new pg.Client(graph.databaseUrls[subgraph]);
  await client.connect();
  try {
    return (await client.query(sql, [subjectId])).rows;
  } finally {
    await client.end();
  }
}

it("tells a guardian that the registrar looked at their child's national ID, and why", async () => {
  await using guardian = await as(graph, email);
  await using registrar = await as(graph, demoPeople.registrar.email);
  const studentId = await childOf(guardian, children.younger);
  await registrar.mutate(RevealStudentIdDocument, { input: { studentId, reason: "學生保險" } });
  await graph.settle();
  const { childDisclosures } = await guardian.query(ChildDisclosuresDocument, { studentId, first: 5 });
  expect(childDisclosures.edges.map(({ node }) => node)).toMatchObject([
    { by: demoPeople.registrar.name, role: "REGISTRAR", what: "STUDENT_NATIONAL_ID", reason: "學生保險" },
  ]);
});

it("ends an account everywhere at once, and after fourteen days nothing of the person is left but the books", async () => {
  await using guardian = await as(graph, email);
  const booked = `select (select count(*) from payments.bill) as bills, (select count(*) from payments.payment) as payments,
    (select count(*) from payments.ledger_transfer) as transfers where $1 <> ''`;
  const books = await rowsOf("payments", booked);
  expect((await refusalOf(guardian.mutate(RequestDeletionDocument, { input: {} }))).code).toBe(
    "FRESH_CODE_REQUIRED",
  );
  const { requestVerificationCode } = await guardian.mutate(RequestVerificationCodeDocument, {
    input: { by: "EMAIL", target: email },
  });
  const { challengeId } = requestVerificationCode;
  const code = (await mailsTo(email)).flatMap(
    ({ text }) => /^[2-9A-HJKMNP-Z]{8}$/m.exec(text)?.[0] ?? [],
  )[0]!;
  // The answer is withheld where the bindings ended before it left; either way it is done.
  await guardian.mutate(RequestDeletionDocument, { input: { challengeId, code } }).catch((error: unknown) => {
    if ((error as GraphFailure).code !== "SUBGRAPH_UNAVAILABLE") throw error;
  });
  await expect(guardian.query(MyBindingsDocument)).rejects.toThrow();
  await expect(as(graph, email)).rejects.toThrow();
  await graph.settle();
  const open = "select 1 from binding.binding where subject_id = $1 and revoked_at is null";
  expect(await rowsOf("binding", open)).toEqual([]);
  expect(await rowsOf("payments", "select 1 from payments.guardian_tie where subject = $1")).toEqual([]);
  const seen = "select 1 from roster.visibility where viewer = $1 and reason like 'binding:%'";
  expect(await rowsOf("roster", seen)).toEqual([]);
  expect((await mailsTo(email))[0]!.text).toContain("/sso/restore?link=");

  graph.clock.advance(14 * 24 * 60 * 60_000);
  await graph.settle();
  const keys = await rowsOf("binding", "select wrapped from binding.person_data_key where subject_id = $1");
  expect(keys).toEqual([{ wrapped: null }]);
  expect(await rowsOf("payments", "select 1 from payments.feed_notice where subject = $1")).toEqual([]);
  expect(await rowsOf("roster", "select 1 from roster.account_person where subject_id = $1")).toEqual([]);
  expect(await rowsOf("payments", booked)).toEqual(books);
});
