import {
  MyDataRequestsDocument,
  MyDisclosuresDocument,
  OpenMyDataDocument,
  RequestMyDataDocument,
  RequestVerificationCodeDocument,
} from "@campus-graph/clients/generated/operations";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demoPeople } from "../../schema/demo-city/index.js";
import { as } from "../harness/as.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { refusalOf } from "./refusal.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true });
});
afterAll(() => graph?.[Symbol.asyncDispose]());

async function codeMailedTo(address: string): Promise<string> {
  await graph.settle();
  const mails = (await (await fetch(`${graph.mailbox.url}/mail.json?to=${address}`)).json()) as {
    text: string;
  }[];
  return mails.flatMap(({ text }) => /^[2-9A-HJKMNP-Z]{8}$/m.exec(text)?.[0] ?? [])[0]!;
}

it("gathers what all four subgraphs keep about a guardian, and gives it to who shows that it is they", async () => {
  const { email, name } = demoPeople.guardian;
  await using guardian = await as(graph, email);
  await using coguardian = await as(graph, demoPeople.coguardian.email);
  const { requestMyData: asked } = await guardian.mutate(RequestMyDataDocument, {});
  await graph.settle();
  const { myDataRequests } = await guardian.query(MyDataRequestsDocument);
  expect(myDataRequests).toMatchObject([{ id: asked.id, gathered: 4, sources: 4 }]);
  const input = { requestId: asked.id };
  expect((await refusalOf(guardian.mutate(OpenMyDataDocument, { input }))).code).toBe("FRESH_CODE_REQUIRED");
  const { requestVerificationCode: challenge } = await guardian.mutate(RequestVerificationCodeDocument, {
    input: { by: "EMAIL", target: email },
  });
  const proof = { challengeId: challenge.challengeId, code: await codeMailedTo(email) };
  const { openMyData } = await guardian.mutate(OpenMyDataDocument, { input: { ...input, ...proof } });
  const answer = await fetch(openMyData.json.url);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  const text = await answer.text();
  const file = JSON.parse(text);
  expect(file.identity.account).toMatchObject({ name, email });
  expect(file.roster.children).toHaveLength(2);
  expect(file.binding.bindings).toHaveLength(2);
  expect(file.payments.bills.length).toBeGreaterThan(0);
  // The other guardian's name, address and subject are not in it.
  for (const foreign of [
    demoPeople.coguardian.name,
    demoPeople.coguardian.email,
    demoPeople.coguardian.subjectId,
  ])
    expect(text).not.toContain(foreign);
  expect((await fetch(openMyData.json.url)).status).toBe(404);
  const page = await fetch(openMyData.page.url, { headers: { "accept-language": "en" } });
  expect(await page.text()).toContain("What is kept about me");
  expect((await coguardian.query(MyDataRequestsDocument)).myDataRequests).toEqual([]);
  expect((await guardian.query(MyDisclosuresDocument, { first: 1 })).myDisclosures.edges).toEqual([]);
});
