import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { connect } from "@campus-graph/clients/connect";
import {
  MyBillsDocument,
  NotifyPaymentDocument,
  type NotifyPaymentInput,
  PayableBillDocument,
} from "@campus-graph/clients/generated/operations";
import { type Partner, partnerTokens, proofOfPayment } from "@campus-graph/clients/partner";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { supergraphAt } from "../harness/supergraph.js";
import { refusalOf } from "./refusal.js";

const commands = new URL("../../gateway/launch/dist/src/commands/", import.meta.url);
let graph: Graph;
let folder: string;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true });
  folder = await mkdtemp(join(tmpdir(), "campus-partner-"));
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** `npm run partner -- <words>`, beside the running graph. */
const partner = (...words: string[]): Promise<string> => run("partner", ...words);

async function run(command: "partner" | "conform", ...words: string[]): Promise<string> {
  const urls = new Map(Object.values(graph.subgraphs).map(({ name, url }) => [name, url]));
  await writeFile(join(folder, "supergraph.graphql"), supergraphAt(urls));
  const env = {
    ...process.env,
    LANG: "en_US.UTF-8",
    SUPERGRAPH: join(folder, "supergraph.graphql"),
    KEYS_FILE: join(inject("keysFolder"), "gateway.json"),
  };
  const file = fileURLToPath(new URL(`${command}.js`, commands));
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...words], { env });
  return stdout;
}

/** A key pair as a bank would make it, and the file of its public half. */
async function aKey(kid: string): Promise<{ privateKey: Partner["privateKey"]; file: string }> {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const file = join(folder, `${kid}.json`);
  await writeFile(file, JSON.stringify({ ...pair.publicKey.export({ format: "jwk" }), kid }));
  return { privateKey: { ...pair.privateKey.export({ format: "jwk" }), kid, alg: "ES256" }, file };
}

async function restartEverything(): Promise<void> {
  await graph.settle();
  for (const subgraph of Object.values(graph.subgraphs)) await subgraph.stop();
  for (const subgraph of Object.values(graph.subgraphs)) await subgraph.start();
}

it("tries no program of a partner that is not registered, and says how it is", async () => {
  await expect(run("conform", "no-such", "--run", "true")).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/No partner “no-such” .*wallet.*\n→ .*npm run partner -- add no-such /),
  });
});

it("registers a bank by command, which pays, lives through a restart, exchanges its key and is suspended", async () => {
  const clientId = `bank-${crypto.randomUUID().slice(0, 8)}`;
  const [old, fresh] = [await aKey("first"), await aKey("second")];
  const bank = ({ privateKey }: typeof old): Partner => ({ url: graph.publicUrl, clientId, privateKey });
  const bill = await unpaidBill();
  const transactionNumber = `T-${crypto.randomUUID()}`;
  const payment: NotifyPaymentInput = {
    ...bill,
    channel: "ATM",
    transactionNumber,
    paidAt: new Date().toISOString(),
  };
  const pay = async (by: Partner) => {
    await using connection = connect({ url: graph.urls, tokens: partnerTokens(by) });
    const variables = { input: payment, proof: await proofOfPayment(by, payment) };
    return (await connection.mutate(NotifyPaymentDocument, variables)).notifyPayment.outcome;
  };
  await expect(pay(bank(old))).rejects.toThrow();

  const names = ["--name", "台北富邦銀行", "--channels", "ATM"];
  expect(await partner("add", clientId, ...names, "--key", old.file)).toBe(
    "Done. It holds everywhere.\nThe partner signs under this key id (kid): first\n",
  );
  await graph.settle();
  expect(await pay(bank(old))).toBe("RECEIVED");
  await restartEverything();
  expect(await pay(bank(old))).toBe("RECEIVED");

  await partner("key", clientId, "--key", fresh.file);
  expect([await pay(bank(old)), await pay(bank(fresh))]).toEqual(["RECEIVED", "RECEIVED"]);
  await using held = connect({ url: graph.urls, tokens: partnerTokens(bank(fresh)) });
  const lookUp = () => held.query(PayableBillDocument, { accountNumber: bill.accountNumber });
  expect((await lookUp()).billByAccountNumber?.status).toBe("PAID");
  await partner("end-key", clientId, "first");
  await expect(pay(bank(old))).rejects.toThrow();

  expect(await partner("suspend", clientId)).toBe("Done. It holds everywhere.\n");
  // The token that it holds is still good, and is answered nothing.
  expect((await refusalOf(lookUp())).code).toBe("PARTNER_SUSPENDED");
  await expect(pay(bank(fresh))).rejects.toThrow();
  expect(await partner("list")).toMatch(new RegExp(`^${clientId} {2}台北富邦銀行 {2}suspended`, "m"));
  await restartEverything();
  await expect(pay(bank(fresh))).rejects.toThrow();
  await partner("resume", clientId);
  expect(await pay(bank(fresh))).toBe("RECEIVED");
  await expectBooksToBalance(graph);
});

async function unpaidBill() {
  await using guardian = await as(graph, "guardian@campus.example");
  const [edge] = (await guardian.query(MyBillsDocument, { status: "UNPAID" })).myBills.edges;
  const { accountNumber, amount } = edge!.node;
  return { accountNumber, amount };
}

it.each([
  [["add", "bank"], /^Usage/],
  [["add", "bank", "--nonsense"], /^Usage/],
  [
    ["add", "bank", "--name", "B", "--channels", "ATM", "--key", "/nowhere"],
    /^The key file \/nowhere cannot be read/,
  ],
  [["suspend", "nobody"], /^There is no partner “nobody”/],
])("tells an operator who types %j what is wrong, and exits with 1", async (words, sentence) => {
  const failed = await partner(...words).catch((error: { code: number; stderr: string }) => error);
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(sentence) });
});
