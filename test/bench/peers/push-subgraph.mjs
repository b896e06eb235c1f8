// What the stock way of subscriptions needs of subgraphs: one that holds a socket open for each subscriber and pushes
// notices into it, and one that answers for the bills that they name. Both in one process: it is not what is measured.
import { createServer } from "node:http";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { feedSchema } from "./notice-schemas.mjs";

const listeners = [];
const schema = buildSubgraphSchema({
  typeDefs: parse(feedSchema),
  resolvers: {
    Subscription: {
      billNotice: {
        subscribe: () => {
          const waiting = [];
          let wake;
          listeners.push((notice) => {
            waiting.push(notice);
            wake?.();
          });
          return {
            [Symbol.asyncIterator]() {
              return this;
            },
            async next() {
              while (waiting.length === 0) await new Promise((resolve) => (wake = resolve));
              return { done: false, value: { billNotice: waiting.shift() } };
            },
            async return() {
              return { done: true, value: undefined };
            },
          };
        },
      },
    },
  },
});

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const { representations } = JSON.parse(Buffer.concat(chunks).toString()).variables;
    const _entities = representations.map(({ id }) => ({
      __typename: "Bill",
      id,
      title: "115 學年度第 1 學期午餐費",
      amount: 680,
      dueDate: "2026-12-07",
      status: "UNPAID",
      student: { maskedName: "林O佑" },
    }));
    response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify({ data: { _entities } }));
  });
});
useServer({ schema }, new WebSocketServer({ server, path: "/graphql" }));
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));

let pushed = 0;
process.on("message", async ({ push, everyMs }) => {
  const committed = [];
  for (let at = 0; at < push; at++) {
    const id = `${pushed}`.padStart(36, "0");
    const cursor = "c".repeat(86);
    committed.push([id, performance.timeOrigin + performance.now()]);
    listeners[pushed++ % listeners.length]({
      id,
      kind: "ISSUED",
      cursor,
      occurredAt: new Date().toISOString(),
      bill: { __typename: "Bill", id },
    });
    if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  process.send?.(committed);
});
