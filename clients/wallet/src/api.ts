import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connection } from "@campus-graph/clients/connect";
import { GraphFailure } from "@campus-graph/clients/failure";
import { findBill } from "./find-bill.js";
import type { Links } from "./links.js";
import { pay } from "./pay.js";
import { payerOf } from "./payer.js";
import type { Purse } from "./purse.js";
import { WalletRefusal } from "./refusal.js";
import type { Reporter } from "./report.js";

export interface Wallet {
  graph: Connection;
  purse: Purse;
  reporter: Reporter;
  links: Links;
}

const longestBody = 2_000;

/** What the page asks: the purse, a bill, to pay, and what came by a linked account. */
export async function answerPage(
  wallet: Wallet,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const payer = payerOf(request, response);
    const answer = await route(wallet, payer, path, request);
    send(response, answer === undefined ? 404 : 200, answer ?? { code: "NOT_FOUND" });
  } catch (error) {
    const { status, code } = failureOf(error);
    send(response, status, { code });
  }
}

async function route(
  wallet: Wallet,
  payer: string,
  path: string,
  request: IncomingMessage,
): Promise<unknown> {
  const { purse, graph, links } = wallet;
  const [what, key] = path.split("/");
  if (request.method === "GET" && path === "purse")
    return { balance: purse.balanceOf(payer), payments: purse.paymentsOf(payer) };
  if (request.method === "GET" && what === "bills") return findBill(graph, payer, numberIn(key));
  if (request.method === "POST" && path === "payments")
    return pay(wallet, { payer, ...(await orderIn(request)) });
  if (request.method === "GET" && path === "link") return links.show(payer);
  if (request.method === "POST" && path === "link/end") {
    expectJson(request);
    await links.end(payer);
    return links.show(payer);
  }
  return undefined;
}

/** What the page sends to pay. No other site's page can: it would have to send JSON, and the cookie goes to our own alone. */
async function orderIn(request: IncomingMessage) {
  expectJson(request);
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > longestBody) throw new WalletRefusal("BAD_REQUEST");
  }
  const { transactionNumber, accountNumber, amount } = parse(text);
  if (typeof transactionNumber !== "string" || !/^W-[\w-]{36}$/.test(transactionNumber))
    throw new WalletRefusal("BAD_REQUEST");
  if (typeof amount !== "number") throw new WalletRefusal("BAD_REQUEST");
  return { transactionNumber, accountNumber: numberIn(accountNumber), amount };
}

function expectJson({ headers }: IncomingMessage): void {
  if (!headers["content-type"]?.startsWith("application/json")) throw new WalletRefusal("BAD_REQUEST");
}

function parse(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new WalletRefusal("BAD_REQUEST");
  }
}

function numberIn(value: unknown): string {
  if (typeof value !== "string" || !/^\d{16}$/.test(value)) throw new WalletRefusal("BAD_REQUEST");
  return value;
}

function failureOf(error: unknown): { status: number; code: string } {
  if (error instanceof WalletRefusal) return { status: 422, code: error.code };
  if (error instanceof GraphFailure && error.code === "TOO_MANY_ATTEMPTS")
    return { status: 429, code: error.code };
  process.stderr.write(`${(error as Error).message}\n`);
  return { status: 503, code: "CITY_UNAVAILABLE" };
}

function send(response: ServerResponse, status: number, content: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(JSON.stringify(content));
}
