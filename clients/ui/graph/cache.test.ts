import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "@campus-graph/clients/connect";
import {
  AmendBillDocument,
  VoidBillDocument,
  WaiveDocument,
} from "@campus-graph/clients/generated/operations";
import { type AnyVariables, Client } from "@urql/core";
import { describe, expect, it } from "vitest";
import { createCache } from "./cache.js";
import { connectionExchange } from "./exchange.js";

const bill = { id: "new", accountNumber: "4803006300000198", amount: 4_000 };
const replaces = { id: "old", status: "SUPERSEDED" };

/** As the graph answers: whatever has an id here is a bill, and says so. */
function withType(_key: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && "id" in value
    ? { __typename: "Bill", ...value }
    : value;
}

describe("what a mutation answers comes through the cache whole", () => {
  it.each([
    [
      "a bill in whose place another stands",
      AmendBillDocument,
      { amendBill: { ...bill, dueDate: "2026-12-31", replaces } },
    ],
    ["a bill of which a part is waived", WaiveDocument, { waive: { ...bill, status: "UNPAID", replaces } }],
    ["a bill that was taken back", VoidBillDocument, { voidBill: { id: "old", status: "VOIDED" } }],
  ])("%s", async (_, document, data) => {
    const server = createServer((_request, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify({ data }, withType));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await using connection = connect({ url: `http://127.0.0.1:${port}` });
    const client = new Client({
      url: "/graphql",
      exchanges: [createCache(), connectionExchange(connection)],
      preferGetMethod: false,
    });
    const result = await client
      .mutation<unknown, AnyVariables>(document.toString(), { input: {} })
      .toPromise();
    expect(result.error).toBeUndefined();
    expect(result.data).toMatchObject(data);
    server.close();
  });
});
