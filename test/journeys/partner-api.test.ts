import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MyBillsDocument } from "@campus-graph/clients/generated/operations";
import { partnerTokens, proofOfPayment } from "@campus-graph/clients/partner";
import { Ajv2020 } from "@redocly/ajv/dist/2020.js";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { as, walletOf } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";

const file = fileURLToPath(new URL("../../schema/partner-api.yaml", import.meta.url));
const source = readFileSync(file, "utf8");
const description = parse(source);
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(description, "partner-api");

/** What the description says against a body, as the answer of a call with that status. */
function faultsOf(path: string, status: number, body: unknown): unknown {
  const declared = description.paths[path].post.responses[status];
  if (!declared) return `${status} is not described`;
  const { content } = declared.$ref
    ? description.components.responses[declared.$ref.split("/").at(-1)]
    : declared;
  const { schema } = Object.values(content)[0] as { schema: { $ref: string } };
  const validate = ajv.compile({ $ref: `partner-api${schema.$ref}` });
  return validate(body) ? null : validate.errors;
}

const exampleOf = (path: string) =>
  (
    Object.values(description.paths[path].post.requestBody.content["application/json"].examples)[0] as {
      value: Record<string, unknown>;
    }
  ).value;

describe("the description of the partner's two calls", () => {
  it("is sound OpenAPI, its examples included", async () => {
    const config = await createConfig({
      extends: ["recommended-strict"],
      rules: { "no-invalid-media-type-examples": "error", "no-server-example.com": "off" },
    });
    const problems = await lintFromString({ source, absoluteRef: file, config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  it("names the fields and values of the graph's schema, and no others", () => {
    const api = buildSchema(
      readFileSync(fileURLToPath(new URL("../../schema/api.graphql", import.meta.url)), "utf8"),
    );
    const { schemas } = description.components;
    const fields = (name: string) => {
      const type = api.getType(name);
      return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()).sort() : [];
    };
    const values = (name: string) => {
      const type = api.getType(name);
      return isEnumType(type)
        ? type
            .getValues()
            .map((value) => value.name)
            .sort()
        : [];
    };
    expect(Object.keys(schemas.PayableBill.properties).sort()).toEqual(fields("PayableBill"));
    expect(Object.keys(schemas.PaymentReceipt.properties).sort()).toEqual(fields("PaymentReceipt"));
    const { proof: _, ...input } = schemas.PaymentNotice.properties;
    expect(Object.keys(input).sort()).toEqual(fields("NotifyPaymentInput"));
    expect(schemas.Channel.enum.toSorted()).toEqual(values("Channel"));
    expect(schemas.PayableBill.properties.status.enum.toSorted()).toEqual(values("BillStatus"));
    expect(schemas.PaymentReceipt.properties.outcome.enum.toSorted()).toEqual(values("PaymentOutcome"));
  });
});

describe.each([false, true])("its calls, where only listed operations run: %s", (onlyListed) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph({ demoCity: true, onlyListed });
  });
  afterAll(async () => {
    await expectBooksToBalance(graph);
    await graph[Symbol.asyncDispose]();
  });

  async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const token = await partnerTokens(walletOf(graph)).current();
    const response = await fetch(graph.publicUrl + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-language": "en",
        authorization: `Bearer ${token}`,
        ...headers,
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const answer = (await response.json()) as Record<string, never> & { code?: string };
    expect(faultsOf(path, response.status, answer), JSON.stringify(answer)).toBeNull();
    return { status: response.status, type: response.headers.get("content-type"), answer };
  }

  const lookUp = "/partner/v1/bill-look-ups";
  const notices = "/partner/v1/payment-notices";

  /** The description's own notice, of now and signed. */
  async function notice(changes: Record<string, unknown> = {}) {
    const { proof: _, ...example } = exampleOf(notices);
    const input = { ...example, paidAt: new Date().toISOString(), ...changes } as never;
    return { ...(input as object), proof: await proofOfPayment(walletOf(graph), input) };
  }

  it("find and pay the bill of its examples, and give the same receipt to the same notice", async () => {
    const { answer } = await post(lookUp, exampleOf(lookUp));
    expect(answer.bill).toMatchObject({ accountNumber: "4803006300000198", amount: 4730, status: "UNPAID" });
    const paid = await notice();
    const first = await post(notices, paid);
    expect(first).toMatchObject({ status: 200, answer: { outcome: "RECEIVED" } });
    expect(await post(notices, paid)).toEqual(first);
    await using guardian = await as(graph, "guardian@campus.example");
    const { myBills } = await guardian.query(MyBillsDocument, { status: "PAID" });
    expect(myBills.edges.map(({ node }) => node.accountNumber)).toContain("4803006300000198");
  });

  it("answer null for a number that no bill has", async () => {
    const unknown = await post(lookUp, { accountNumber: "9999999999999999" });
    expect(unknown).toMatchObject({ status: 200, answer: { bill: null } });
  });

  it("refuse with a problem: its status, its code, a sentence, and the details", async () => {
    const problem = "application/problem+json; charset=utf-8";
    const other = { accountNumber: (await unpaid(graph)).accountNumber, transactionNumber: "T-1" };
    expect(await post(notices, await notice({ ...other, amount: 1 }))).toMatchObject({
      status: 422,
      type: problem,
      answer: {
        code: "AMOUNT_DIFFERS",
        amountDue: expect.any(Number),
        detail: expect.stringContaining("NT$"),
      },
    });
    const cases: [body: unknown, status: number, code: string][] = [
      [{ ...(await notice()), proof: "x..y" }, 422, "BAD_SIGNATURE"],
      [await notice({ accountNumber: "9999999999999999", transactionNumber: "T-2" }), 404, "BILL_NOT_FOUND"],
      [{ accountNumber: 7 }, 400, "BAD_USER_INPUT"],
      [await notice({ paidAt: "2020-01-01T00:00:00Z", transactionNumber: "T-3" }), 400, "BAD_INPUT"],
      ["[]", 400, "BAD_REQUEST"],
      ["{", 400, "BAD_REQUEST"],
    ];
    for (const [body, status, code] of cases)
      expect(await post(notices, body), code).toMatchObject({ status, type: problem, answer: { code } });
    for (const [path, body] of [
      [lookUp, { accountNumber: "480300630" }],
      [notices, await notice({ accountNumber: "480300630" })],
    ] as const)
      expect(await post(path, body), path).toMatchObject({
        status: 400,
        answer: {
          code: "BAD_INPUT",
          field: "accountNumber",
          detail: "“accountNumber” is not right. Write 16 digits.",
        },
      });
    expect(await post(lookUp, exampleOf(lookUp), { authorization: "" })).toMatchObject({
      status: 401,
      answer: { code: "UNAUTHENTICATED" },
    });
  });
});

async function unpaid(graph: Graph) {
  await using guardian = await as(graph, "guardian@campus.example");
  const { myBills } = await guardian.query(MyBillsDocument, { status: "UNPAID" });
  return myBills.edges[0]!.node;
}
