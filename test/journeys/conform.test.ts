import { spawnSync } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Partner } from "@campus-graph/clients/partner";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { conform, isKept, type Outcome, type PayBill } from "../../clients/conform/conform.js";
import { byCommand, TriedWallet } from "../../clients/conform/programs.js";
import { billNotFound } from "../../clients/conform/trials.js";
import { expectBooksToBalance } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";

// Each has a program of its own, and signs two people in.
vi.setConfig({ maxConcurrency: 3, testTimeout: 120_000 });

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

/** A command has sent all that it sends when it ends; the wallet goes on by itself. */
const tried = (pay: PayBill, partner = "wallet", patienceMs = 500): Promise<Outcome> =>
  conform({
    city: { url: graph.publicUrl, password: graph.password },
    partner,
    pay,
    patienceMs,
    quietMs: 200,
  });

/** The rules that a program does not keep, each with what was seen. */
async function notKept(pay: PayBill, patienceMs?: number): Promise<Record<string, readonly string[]>> {
  const { verdicts } = await tried(pay, "wallet", patienceMs);
  return Object.fromEntries(
    verdicts.filter((each) => !isKept(each)).map(({ rule, faults }) => [rule.name, faults]),
  );
}

/** The rules that a program breaks, each with what was seen. */
async function broken(pay: PayBill, partner = "wallet"): Promise<Record<string, readonly string[]>> {
  const { verdicts } = await tried(pay, partner);
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
  expect(await notKept(wallet.pay, 8_000)).toEqual({});
});

it.concurrent("finds nothing against the example of a partner", async () => {
  expect(await notKept(await example())).toEqual({});
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
  expect(await notKept(byCommand(lines, () => undefined))).toEqual({});
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
  ["takes an ended token for a refusal", "retries", '  "UNAUTHENTICATED",\n', "", /^signed out$/],
  [
    "sends the same ended token again",
    "renewed token",
    'if (error.code === "UNAUTHENTICATED") token = undefined;',
    "",
    /the same token/,
  ],
  [
    "does not wait as long as it is told",
    "wait",
    "Math.max(pauseMs, error.waitMs)",
    "pauseMs",
    /^limited: [01]\.\d s instead of 3$/,
  ],
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
    "() => ({ input, proof: proofOf(jwk, input) })",
    '() => { input = { ...input, transactionNumber: "X-" + randomUUID() }; return { input, proof: proofOf(jwk, input) }; }',
    /^plain$/,
  ],
  [
    "sends an old proof again",
    "replay",
    "async function tell(jwk, input) {",
    "async function tell(jwk, input) {\n  const once = proofOf(jwk, input); proofOf = () => once;",
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

describe("a program of which nothing comes", () => {
  const unseen = ({ verdicts }: Outcome) =>
    verdicts.every(({ isSeen, faults }) => !isSeen && faults.length === 0);

  it.concurrent("keeps no rule and is stopped at the first payment, where there is no such command", async () => {
    const outcome = await tried(byCommand("no-such-program {number}", () => undefined));
    expect(outcome.stop).toMatchObject({ why: "notStarted", exitCode: 127 });
    expect(unseen(outcome)).toBe(true);
  });

  it.concurrent("keeps no rule, where it asks nothing at all", async () => {
    const outcome = await tried(byCommand("exit 3", () => undefined));
    expect(outcome.stop).toMatchObject({ why: "nothingCame", exitCode: 3 });
    expect(unseen(outcome)).toBe(true);
  });

  it.concurrent("is told so, where it has paid in the graph itself and not where CAMPUS_URL says", async () => {
    const pay = await example("  CAMPUS_URL ??", `  ${JSON.stringify(graph.publicUrl)} ??`);
    const outcome = await tried(pay);
    expect(outcome.stop).toMatchObject({ why: "elsewhere", url: expect.stringMatching(/^http:/) });
    expect(unseen(outcome)).toBe(true);
  });
});

it("takes no rule for kept that a program with one look-up and no payment never came to", async () => {
  const { verdicts } = await tried(await example("  // 3. The payer has paid.", "  return;"));
  const seen = verdicts.filter(isKept).map(({ rule }) => rule.name);
  expect(seen).toEqual(["token", "operations", "paid bill"]);
});

it("refuses a notice in the graph's own words", () => {
  const facts = JSON.parse(readFileSync(join(root, "schema/facts.json"), "utf8")) as {
    refusals: { code: string; en: string }[];
  };
  expect(facts.refusals.find(({ code }) => code === "BILL_NOT_FOUND")?.en).toBe(billNotFound);
});
