import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Graph, startGraph } from "../harness/graph.js";
import { Page } from "../harness/page.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true, gateways: 2 });
});
afterAll(() => graph?.[Symbol.asyncDispose]());

const me = "{ me { id email roles } }";
const notices = "subscription { billNotice { id } }";
interface Me {
  me: { id: string; email: string; roles: string[] } | null;
}

/** The newest code that was mailed to an address. */
async function mailedCode(address: string): Promise<string> {
  await graph.settle();
  const answer = await fetch(`${graph.mailbox.url}/mail.json?to=${address}`);
  const mails = (await answer.json()) as { text: string }[];
  const codes = mails.flatMap(({ text }) => /^[2-9A-HJKMNP-Z]{8}$/m.exec(text)?.[0] ?? []);
  return codes[0] ?? "";
}

async function requestCode(page: Page, target: string): Promise<string> {
  const { requestVerificationCode } = await page.execute<{
    requestVerificationCode: { challengeId: string };
  }>(
    `mutation ($target: String!) { requestVerificationCode(input: { by: EMAIL, target: $target }) { challengeId } }`,
    { target },
  );
  return requestVerificationCode.challengeId;
}

async function applicant(address: string): Promise<Page> {
  const page = new Page(graph);
  const challengeId = await requestCode(page, address);
  const code = await mailedCode(address);
  expect((await page.post("/session/applicant", { challengeId, code })).body.kind).toBe("APPLICANT");
  return page;
}

/** What a token of ours looks like, an applicant's too. */
const token = /eyJ[\w-]{10,}\.[\w-]+\.[\w-]+/;

describe("a page of ours", () => {
  it("is signed in by a cookie, at every copy of the gateway, and never reads a token", async () => {
    const page = new Page(graph);
    expect(await page.signIn("guardian@campus.example", graph.password, "/parent/bills?due=1")).toBe(
      "/parent/bills?due=1",
    );
    expect(await page.session()).toMatchObject({ kind: "SIGNED_IN", email: "guardian@campus.example" });
    for (const url of graph.urls)
      expect((await page.execute<Me>(me, {}, url)).me).toMatchObject({
        email: "guardian@campus.example",
        roles: ["GUARDIAN"],
      });
    expect(page.read.join("\n")).not.toMatch(token);
  });

  it("ends its other tabs' sockets at every copy when it signs out", async () => {
    const page = new Page(graph);
    await page.signIn("coguardian@campus.example");
    const sockets = await Promise.all(graph.urls.map((url) => page.subscribe(notices, url)));
    const other = new Page(graph);
    await other.signIn("guardian@campus.example");
    const others = await other.subscribe(notices);
    expect((await page.post("/session/sign-out")).body.kind).toBe("ANONYMOUS");
    for (const { ended } of sockets) expect(await ended).toBe("4403 SESSION_ENDED");
    for (const url of graph.urls) await expect(page.execute(me, {}, url)).rejects.toThrow("UNAUTHENTICATED");
    expect(await Promise.race([others.ended, "still live"])).toBe("still live");
  });

  it("goes on when it changes the password, and the others are over", async () => {
    const [here, there] = [new Page(graph), new Page(graph)];
    for (const page of [here, there]) await page.signIn("newcomer@campus.example");
    const [live, gone] = [await here.subscribe(notices), await there.subscribe(notices)];
    await here.execute(
      `mutation ($old: String!) {
      changePassword(input: { currentPassword: $old, newPassword: "seven blue kettles" }) { id } }`,
      {
        old: graph.password,
      },
    );
    expect(await gone.ended).toBe("4403 SESSION_ENDED");
    expect((await there.session()).kind).toBe("ANONYMOUS");
    expect(await here.session()).toMatchObject({ kind: "SIGNED_IN", mustChangePassword: false });
    expect(await Promise.race([live.ended, "still live"])).toBe("still live");
  });

  it("of another origin is nobody, whatever cookie its browser sends", async () => {
    const page = new Page(graph);
    await page.signIn("guardian@campus.example");
    Object.assign(page, { origin: "http://localhost:3000" });
    await expect(page.execute(me)).rejects.toThrow("UNAUTHENTICATED");
    expect((await page.post("/session/sign-out")).status).toBe(403);
    const { ended } = await page.subscribe(notices);
    expect(await ended).toBe("1000 UNAUTHENTICATED");
    expect((await page.session()).kind).toBe("SIGNED_IN");
  });
});

describe("an applicant's page", () => {
  it("applies by a cookie, signs by a code, and never reads a token", async () => {
    const address = `applicant-${crypto.randomUUID()}@example.com`;
    const page = await applicant(address);
    expect(await page.session()).toMatchObject({ kind: "APPLICANT", email: address });
    const { startApplication } = await page.execute<{ startApplication: { id: string } }>(
      "mutation { startApplication { id } }",
    );
    const applicationId = startApplication.id;
    graph.clock.advance(31_000);
    const challengeId = await requestCode(page, address);
    const { confirmSignature } = await page.execute<{ confirmSignature: { proof: string } }>(
      "mutation ($input: ConfirmSignatureInput!) { confirmSignature(input: $input) { proof } }",
      { input: { challengeId, code: await mailedCode(address), applicationId } },
    );
    const sign = "mutation ($input: SignApplicationInput!) { signApplication(input: $input) { id } }";
    const input = { applicationId, proof: confirmSignature.proof };
    expect(await page.execute(sign, { input })).toEqual({ signApplication: { id: applicationId } });
    await expect(page.execute(sign, { input: { ...input, proof: `${input.proof}x` } })).rejects.toThrow(
      "INVALID_TOKEN",
    );
    expect(page.read.join("\n")).not.toMatch(token);
  });

  it("finds its draft again on another device, and leaves nothing behind when it signs out", async () => {
    const address = `applicant-${crypto.randomUUID()}@example.com`;
    const telephone = await applicant(address);
    const draft = "mutation { startApplication { id } }";
    const begun = await telephone.execute(draft);
    const socket = await telephone.subscribe("subscription { bindingOutcome { id } }");
    graph.clock.advance(31_000);
    const computer = await applicant(address);
    expect(await computer.execute(draft)).toEqual(begun);
    await telephone.post("/session/sign-out");
    expect(await socket.ended).toBe("4403 SESSION_ENDED");
    await expect(telephone.execute(draft)).rejects.toThrow("UNAUTHENTICATED");
    expect(await computer.execute(draft)).toEqual(begun);
  });
});
