import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { MyBillsDocument } from "@campus-graph/clients/generated/operations";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";

const source = fileURLToPath(new URL("../../subgraphs/payments/example-partner.mjs", import.meta.url));
let graph: Graph;
let folder: string;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true });
  // Nothing of the checkout is near: no packages, no supergraph.yaml. The data folder is as `npm start` leaves it.
  folder = await mkdtemp(join(tmpdir(), "campus-example-"));
  await copyFile(source, join(folder, "partner.mjs"));
  await mkdir(join(folder, "data", "keys"), { recursive: true });
  await copyFile(join(inject("keysFolder"), "wallet.json"), join(folder, "data", "keys", "wallet.json"));
  await writeFile(join(folder, "data", "lock.json"), JSON.stringify({ url: graph.publicUrl }));
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** What the example says, and its exit code. */
async function example(words: readonly string[], env: Record<string, string>) {
  const run = promisify(execFile)(process.execPath, ["partner.mjs", ...words], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

it("pays a bill from wherever it is copied, at the graph that runs, and a paid bill no more", async () => {
  const env = { CAMPUS_DATA: join(folder, "data") };
  const number = await unpaidNumber();
  const paid = await example([number], env);
  expect(paid).toMatchObject({ code: 0, stderr: "" });
  expect(paid.stdout.match(/outcome: 'RECEIVED'/g)).toHaveLength(2);
  expect(await example([number], env)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/the bill is PAID/),
  });
  await expectBooksToBalance(graph);
});

it.each<[string, string[], () => Record<string, string>, RegExp]>([
  ["there is no such bill", ["1234567890123456"], () => ({}), /There is no bill 1234567890123456 for wallet/],
  ["that is no number", ["123"], () => ({}), /^BAD_/],
  [
    "nobody is registered under the name",
    [],
    () => ({ CLIENT_ID: "nobody" }),
    /No token for nobody: invalid_client/,
  ],
  [
    "no graph is there",
    [],
    () => ({ CAMPUS_URL: "http://127.0.0.1:1" }),
    /http:\/\/127\.0\.0\.1:1\S* cannot be reached/,
  ],
  ["there is no key", [], () => ({ KEY_FILE: "nowhere.json" }), /nowhere\.json cannot be read/],
])("says that %s, and exits with 1", async (_, words, changes, output) => {
  const env = { CAMPUS_DATA: join(folder, "data"), ...changes() };
  const failed = await example(words, env);
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(output) });
});

async function unpaidNumber(): Promise<string> {
  await using guardian = await as(graph, "guardian@campus.example");
  const [edge] = (await guardian.query(MyBillsDocument, { status: "UNPAID" })).myBills.edges;
  return edge!.node.accountNumber;
}
