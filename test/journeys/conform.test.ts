import { spawnSync } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Partner } from "@campus-graph/clients/partner";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { conform, type PayBill } from "../../clients/conform/conform.js";
import { byCommand, TriedWallet } from "../../clients/conform/programs.js";
import { expectBooksToBalance } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const keyFile = join(inject("keysFolder"), "wallet.json");
/** A machine may be without them. */
const hasPython = () =>
  [["python3", "--version"] as const, ["openssl", "version"] as const].every(
    ([program, word]) => spawnSync(program, [word]).status === 0,
  );
let graph: Graph;
let folder: string;
let program: string;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true });
  folder = await mkdtemp(join(tmpdir(), "campus-conform-"));
  program = await readFile(join(root, "subgraphs/payments/example-partner.mjs"), "utf8");
});
afterAll(async () => {
  await expectBooksToBalance(graph);
  await graph[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** The rules that a program breaks, each with what was seen. */
async function broken(pay: PayBill, partner = "wallet"): Promise<Record<string, readonly string[]>> {
  const city = { url: graph.publicUrl, password: graph.password };
  const verdicts = await conform({ city, partner, pay, patienceMs: 8_000, quietMs: 200 });
  return Object.fromEntries(
    verdicts.filter(({ faults }) => faults.length > 0).map(({ rule, faults }) => [rule.name, faults]),
  );
}

/** The example of a partner, with one place of it changed. */
async function example(place = "", change = ""): Promise<PayBill> {
  expect(program).toContain(place);
  const file = join(folder, `${crypto.randomUUID()}.mjs`);
  await writeFile(file, program.replace(place, change));
  return byCommand(`KEY_FILE=${keyFile} ${process.execPath} ${file} {number}`, () => undefined);
}

it.concurrent("finds nothing against the wallet", async () => {
  await using wallet = new TriedWallet(join(root, "clients/wallet/dist/src/main.js"), keyFile);
  expect(await broken(wallet.pay)).toEqual({});
});

it.concurrent("finds nothing against the example of a partner", async () => {
  expect(await broken(await example())).toEqual({});
});

it.concurrent("finds nothing against the example in Python", async ({ skip }) => {
  skip(!hasPython(), "there is no python3, or no openssl");
  const { walletJwks } = JSON.parse(await readFile(keyFile, "utf8")) as {
    walletJwks: { keys: Partner["privateKey"][] };
  };
  const jwk = walletJwks.keys[0]!;
  const pem = join(folder, "wallet.pem");
  await writeFile(pem, createPrivateKey({ key: jwk, format: "jwk" }).export({ type: "sec1", format: "pem" }));
  const settings = `CHANNEL=EASY_WALLET KEY_ID=${jwk.kid}`;
  const lines = `${settings} python3 ${root}clients/docs/examples/partner.py $CAMPUS_URL wallet ${pem} {number}`;
  expect(await broken(byCommand(lines, () => undefined))).toEqual({});
});

it.concurrent.each<[fault: string, rule: string, place: string, change: string, seen: RegExp]>([
  [
    "signs something else than the canonical input",
    "signature",
    "const canonical = JSON.stringify(",
    'const canonical = " " + JSON.stringify(',
    /SIGNATURE/,
  ],
  [
    "has a clock that is twenty minutes slow",
    "clock",
    "const iat = Math.floor(Date.now() / 1000);",
    "const iat = Math.floor(Date.now() / 1000) - 1200;",
    /^plain: -12\d\d s$/,
  ],
  ["gives up when an answer is lost", "retries", "!(error instanceof Unanswered)", "error", /^lost$/],
  [
    "pays an amount of its own",
    "amount",
    "    amount: bill.amount,",
    "    amount: 4730,",
    /^plain: 4730 instead of \d+$/,
  ],
  [
    "tells again under another number",
    "same notice",
    "return (await ask(token, notifyPayment, {",
    'input = { ...input, transactionNumber: "X-" + randomUUID() };\n      return (await ask(token, notifyPayment, {',
    /^plain$/,
  ],
  [
    "sends an old proof again",
    "replay",
    "for (let pauseMs = 500; ; pauseMs *= 2)",
    "const once = proofOf(jwk, input); proofOf = () => once;\n  for (let pauseMs = 500; ; pauseMs *= 2)",
    /^plain$/,
  ],
  [
    "takes money for a bill that is paid",
    "paid bill",
    "if (!bill.channels.includes(channel))",
    "if (false)",
    /^paid$/,
  ],
])("tells a partner that %s by the rule of “%s”, and of no other", async (_, rule, place, change, seen) => {
  const found = await broken(await example(place, change));
  expect(Object.keys(found)).toEqual([rule]);
  expect(found[rule]![0]).toMatch(seen);
});

it.concurrent("tells a program that asks as somebody else", async () => {
  expect(Object.keys(await broken(await example(), "bank"))).toEqual(["token"]);
});
