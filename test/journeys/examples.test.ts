import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { partnerTokens } from "@campus-graph/clients/partner";
import { readExampleCity } from "@campus-graph/gateway/ide/example-city";
import { type Example, readExamples } from "@campus-graph/gateway/ide/examples";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInTo, walletOf } from "../harness/as.js";
import { type Graph, startGraph } from "../harness/graph.js";

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const operations = file("clients/operations");
const examples = await readExamples(
  operations,
  buildSchema(readFileSync(file("schema/api.graphql"), "utf8")),
);
const { people } = await readExampleCity(operations);

// What the page itself loads: it is sent to browsers as it stands.
const page = readFileSync(file("gateway/src/ide/browser/fill-in.js.txt"), "utf8");
const { fillIn, sourceOf } = (await import(`data:text/javascript,${encodeURIComponent(page)}`)) as {
  fillIn(template: unknown, source: unknown): Promise<{ value: object; missing: Set<string> }>;
  sourceOf(of: object): unknown;
};

/** Steps that need the ones before, in the order in which somebody would try them; a step may come twice. */
const story = [
  "RequestVerificationCode ConfirmVerificationCode RequestVerificationCode VerifyContact",
  "StartApplication FindStudent AddStudentToApplication RemoveStudentFromApplication FindStudent AddStudentToApplication",
  "ConsentNotice RecordConsent DeclareGuardian SetGuardian CorrectGuardian SignApplication SubmitApplication CancelRequest",
  "StartApplication DeclineConsent",
  "MyClasses ClassReview ReturnRequest ResubmitRequest ClassReview ApproveRequests SchoolClasses ClassReview RevokeBinding",
  "AppointStaff AssignDeputy SchoolDeputies EndDeputy",
  "MyBills StartPayment CancelPayment",
  "SchoolStudents IssueBills AmendBill Waive VoidBill",
  "RegisterPartner AddPartnerKey EndPartnerKey ChangePartner SuspendPartner ResumePartner",
].flatMap((line) => line.split(" "));

describe("the examples of GraphiQL, run in the demo city as they stand", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph({ demoCity: true });
  });
  afterAll(() => graph?.[Symbol.asyncDispose]());

  const answers = new Map<string, object>();
  const tokens = new Map<string, string | undefined>();

  async function tokenFor({ role, as }: Example): Promise<string | undefined> {
    const login = role === "wallet" ? "wallet" : as;
    if (login && !tokens.has(login)) {
      const session = login === "wallet" ? partnerTokens(walletOf(graph)) : await signInTo(graph, login);
      tokens.set(login, await session.current());
    }
    return login && tokens.get(login);
  }

  const byName = (name: string) => examples.find((example) => example.name === name)!;

  /** A query that variables name is run anew by whoever runs them, as the page does. */
  function sourceFor(asker: Example) {
    const answerOf = async (name: string): Promise<object | undefined> => {
      const example = byName(name);
      if (example.kind !== "query") return answers.get(name);
      return (await run({ ...example, role: asker.role, as: asker.as })).data ?? answers.get(name);
    };
    const mailTo = async (address: string) => {
      await graph.settle();
      const mails = await fetch(`${graph.mailbox.url}/mail.json?to=${address}`);
      return ((await mails.json()) as { text: string }[])[0]?.text;
    };
    return sourceOf({ answerOf, mailTo });
  }

  async function run(example: Example): Promise<{ data?: object; errors?: object[] }> {
    await graph.settle();
    const { value, missing } = await fillIn(JSON.parse(example.variables || "{}"), sourceFor(example));
    if (missing.size > 0)
      return { errors: [...missing].map((name) => ({ message: `${name} is not known` })) };
    const token = await tokenFor(example);
    const isLive = example.kind === "subscription";
    const response = await fetch(`${graph.publicUrl}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: isLive ? "text/event-stream" : "application/json",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query: example.query, variables: value }),
    });
    return isLive ? firstOf(response) : ((await response.json()) as { data?: object; errors?: object[] });
  }

  async function firstOf(response: Response) {
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!/^data: .+\n/m.test(text)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`The stream ended: ${text}`);
      text += value;
    }
    await reader.cancel();
    return JSON.parse(/^data: (.+)$/m.exec(text)![1]!) as { data?: object; errors?: object[] };
  }

  const others = examples
    .filter(({ name, needs }) => !needs && !story.includes(name))
    .map(({ name }) => name);
  // It ends the session that the other operations use.
  const last = "SignOutEverywhere";
  it.for([...story, ...others.filter((name) => name !== last), last])("%s", async (name) => {
    // Nobody is mailed two codes at once.
    if (answers.has(name)) graph.clock.advance(31_000);
    const { data, errors } = await run(byName(name));
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain('"ok":false');
    answers.set(name, data!);
  });

  it("leave out none but those that say what they need from outside", () => {
    const needing = examples.filter(({ needs }) => needs).map(({ name }) => name);
    expect(needing.toSorted()).toEqual([
      "AnswerPersonLink",
      "ApproveRefund",
      "ApproveStaffRole",
      "ChangePassword",
      "ConfirmContactChange",
      "ConfirmSignature",
      "CreditCase",
      "EndSession",
      "HoldCase",
      "ImportSettlement",
      "LinkedBillNotice",
      "LinkedBillNotices",
      "LinkedBills",
      "NotifyPayment",
      "OpenMyData",
      "PaymentCase",
      "ProposeRefund",
      "RejectRefund",
      "RequestDeletion",
      "ResendMessage",
      "ResolveException",
      "RestartFirstSignIn",
      "SetRefundAccount",
      "UnlinkWallet",
    ]);
  });

  it("are run by people of the demo city, under the names that they have", () => {
    const known = new Map(Object.values(demoPeople).map(({ email, name }) => [email as string, name]));
    expect(
      Object.values(people)
        .map(({ login }) => login)
        .toSorted(),
    ).toEqual([...known.keys()].toSorted());
    for (const { login, who } of Object.values(people)) expect(who["zh-TW"]).toContain(known.get(login));
    for (const { as } of examples) if (as) expect(known.has(as)).toBe(true);
  });

  it("each have a Chinese title in clients/operations/examples.json, beside what they are run with", () => {
    const untold = examples.filter(({ title }) => !/\p{Script=Han}/u.test(title)).map(({ name }) => name);
    expect(untold).toEqual([]);
  });
});
