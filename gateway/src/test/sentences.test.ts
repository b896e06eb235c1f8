import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let gateway: Gateway;
beforeAll(async () => {
  world = await TestWorld.start();
  gateway = await world.gateway();
});
afterAll(() => world[Symbol.asyncDispose]());

async function refusalOf(body: string | Buffer, language: string) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language },
    body: body as never,
  });
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string; field?: string } }[];
  };
  return errors[0]!;
}

const operation = (query: string, more: object = {}) => JSON.stringify({ query, ...more });
const two = "query A { hello } query B { hello }";

describe("what is wrong with a request is told with where, and what to do", () => {
  it.each<[string, string | Buffer, string, RegExp, RegExp]>([
    [
      "several operations",
      operation(two),
      "OPERATION_RESOLUTION_FAILURE",
      /\(A, B\).*operationName/,
      /（A, B）.*operationName/,
    ],
    [
      "another's name",
      operation(two, { operationName: "C" }),
      "OPERATION_RESOLUTION_FAILURE",
      /“C”.*A, B/,
      /「C」.*A, B/,
    ],
    ["no JSON", "{query", "BAD_REQUEST", /not JSON\. Send/, /不是 JSON，請/],
    ["no UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "BAD_REQUEST", /not UTF-8\. Send/, /UTF-8，請/],
    ["a list", "[]", "BAD_REQUEST", /Lists of operations/, /陣列，請/],
    ["a number", "7", "BAD_REQUEST", /no object\. Send/, /不是物件，請/],
    ["a query that is no text", '{"query":7}', "BAD_REQUEST", /“query” is no text/, /query 不是文字，請/],
    [
      "a name that is no text",
      '{"query":"{ hello }","operationName":7}',
      "BAD_REQUEST",
      /“operationName” is no text/,
      /operationName 不是文字，請/,
    ],
    [
      "variables that are a list",
      '{"query":"{ hello }","variables":[]}',
      "BAD_REQUEST",
      /“variables” is no object/,
      /variables 不是物件，請/,
    ],
    [
      "extensions that are text",
      '{"query":"{ hello }","extensions":"x"}',
      "BAD_REQUEST",
      /“extensions” is no object/,
      /extensions 不是物件，請/,
    ],
    [
      "a variable of the wrong kind",
      operation("query ($n: Int) { bills(first: $n) { id } }", { variables: { n: "many" } }),
      "BAD_USER_INPUT",
      /"\$n".*Int/,
      /「n」的值不合型別/,
    ],
    [
      "a variable that is missing",
      operation("query ($id: ID!) { bill(id: $id) { id } }"),
      "BAD_USER_INPUT",
      /"\$id".*not provided/,
      /「id」缺少必填的值/,
    ],
  ])("%s", async (_, body, code, english, chinese) => {
    const [en, zh] = [await refusalOf(body, "en"), await refusalOf(body, "zh-TW")];
    expect([en.extensions.code, zh.extensions.code]).toEqual([code, code]);
    expect(en.message).toMatch(english);
    expect(zh.message).toMatch(chinese);
  });

  it("names the place within a variable", async () => {
    const query = "query ($input: BillInput) { bill(id: 1, input: $input) { id } }";
    const error = await refusalOf(
      operation(query, { variables: { input: { within: [{ note: 7 }] } } }),
      "en",
    );
    expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "input.within[0].note" });
  });
});
