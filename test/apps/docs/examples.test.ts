import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { connect } from "@campus-graph/clients/connect";
import { billNotices } from "@campus-graph/clients/feeds";
import { MeDocument } from "@campus-graph/clients/generated/operations";
import { buildSchema, getOperationAST, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { allPages } from "../../../clients/docs/src/site.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { type DataLock, takeLock } from "../../../gateway/launch/src/data/lock.js";
import { findFreePort } from "../../../gateway/launch/src/ports.js";
import { until } from "../../../gateway/launch/src/until.js";
import { as, signInTo } from "../../harness/as.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { checkout } from "../../harness/subgraphs.js";
import { supergraphAt } from "../../harness/supergraph.js";
import { childOf, children, issueBill } from "../../journeys/given.js";
import { productionLines } from "../../journeys/production/readme.js";

interface Example {
  page: string;
  language: string;
  text: string;
}

/** Every fenced block of the documentation, once. */
const examples: Example[] = [
  ...new Map(
    allPages()
      .flatMap(({ language: of, slug, examples }) =>
        examples.map((each) => ({ page: `${of}/${slug}`, ...each })),
      )
      .map((each) => [each.text, each]),
  ).values(),
];

/** Shell lines that are run here as they stand, and what they print then. */
const run: readonly (readonly [lines: RegExp, output: RegExp])[] = [
  [/^curl .*\n.*schools\(level: ELEMENTARY\)/, /"name":"內湖國小"|"name":".+國小"/],
  [/^curl .*\n.*\n.*myBills/, /"displayName":"林志明".*"accountNumber":"\d{16}"/],
  [/^curl .*text\/event-stream/, /^(:|$|event: )/],
  [/^node subgraphs\/payments\/example-partner\.mjs/, /outcome: 'RECEIVED'[\s\S]*outcome: 'RECEIVED'/],
  [/^curl .*\n.*myBills\(status: PAID/, /"status":"PAID"/],
  [/^node -p [\s\S]*ImportRoster[\s\S]*dryRun: true/, /"importRoster":\{.*"problems":\[/],
  [/^npm run demo$/, /./],
  [/^openssl [\s\S]*\/partner\.py /, /'outcome': 'RECEIVED'[\s\S]*got the same answer\./],
];

/** Lines that another test runs or does word for word: they start servers, or fill folders of their own. */
const runElsewhere: readonly (readonly [lines: RegExp, test: string, does: RegExp])[] = [
  [/^npm start .*\nnpm test /, "test/journeys/production/production.test.ts", /productionLines/],
  [/^npm pack -w @campus-graph\/clients/, "test/apps/install.test.ts", /"pack"/],
  [/^npm init -y/, "test/apps/install.test.ts", /\["install", `/],
  [/^npm run conform -- /, "test/journeys/conform.test.ts", /byCommand\(/],
  [/^SAFELIST=/, "gateway/src/test/persisted.test.ts", /persisted-documents|readManifest/],
];

/** A machine may be without them: nothing but one example needs either. */
const hasPython = ["python3 --version", "openssl version"].every((command) => {
  const [program, word] = command.split(" ") as [string, string];
  return spawnSync(program, [word]).status === 0;
});

/** A server: it is started, and asked for its page. */
const walletElsewhere = /^GRAPH_URL=\S+ KEY_FILE=\S+ CLIENT_ID=\S+ PORT=\d+ node dist\/src\/main\.js$/;

/** Files that stand in a page whole, each with the test that runs it. */
const files: readonly (readonly [file: string, test: string])[] = [
  ["clients/guide/resubscribing/graphql-ws.ts", "test/apps/resubscribing.test.ts"],
  ["clients/guide/resubscribing/urql.ts", "test/apps/resubscribing.test.ts"],
  ["clients/guide/resubscribing/apollo.ts", "test/apps/resubscribing.test.ts"],
  ["clients/src/resumable.ts", "clients/guide/resubscribing/graphql-ws.ts"],
  ["clients/docs/examples/partner.py", "clients/docs/pages/en/partner-elsewhere.md"],
  ["subgraphs/roster/example-sheet.csv", "subgraphs/roster/src/test/example-sheet.test.ts"],
  ["subgraphs/payments/example-proof.json", "subgraphs/payments/src/test/example-proof.test.ts"],
  ["subgraphs/payments/example-agreements.json", "subgraphs/payments/src/test/config.test.ts"],
];

const textOf = (file: string) => readFileSync(join(checkout, file), "utf8");
const production = productionLines(join(checkout, "README.md"), {});
const inProduction = new Set([production.settings, ...production.shell].map((text) => text.trim()));

/** Which of the ways an example is run by; none: nobody knows whether it is true. */
function waysOf({ language, text }: Example): string[] {
  const isShell = language === "sh";
  return [
    ...(isShell && run.some(([lines]) => lines.test(text)) ? ["run here"] : []),
    ...(isShell && runElsewhere.some(([lines]) => lines.test(text)) ? ["run elsewhere"] : []),
    ...(inProduction.has(text.trim()) ? ["run in production"] : []),
    ...(files.some(([file]) => textOf(file).trim() === text.trim()) ? ["a file that a test runs"] : []),
    ...(language === "graphql" ? ["asked"] : []),
    ...(walletElsewhere.test(text) ? ["started here"] : []),
    ...(language === "ts" && text.startsWith("const graph = connect(")
      ? ["the first lines of a client"]
      : []),
  ];
}

it("has no example that nothing runs", () => {
  const untold = examples.filter((each) => waysOf(each).length === 0);
  expect(untold).toEqual([]);
  expect(examples.length).toBeGreaterThan(20);
});

it("names only tests that there are, and only examples that stand somewhere", () => {
  for (const [lines, test, does] of runElsewhere) {
    expect(textOf(test), test).toMatch(does);
    expect(
      examples.some(({ text }) => lines.test(text)),
      String(lines),
    ).toBe(true);
  }
  for (const [file, test] of files) {
    const name = file.split("/").at(-1)!.replace(/\.ts$/, "");
    expect(textOf(test), `${test} runs ${file}`).toContain(name);
    expect(
      examples.some(({ text }) => text.trim() === textOf(file).trim()),
      file,
    ).toBe(true);
  }
});

describe("an example, as it stands", () => {
  let graph: Graph;
  let folder: string;
  let lock: DataLock | undefined;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    // As `npm start` leaves its data folder.
    folder = mkdtempSync(join(tmpdir(), "campus-docs-"));
    mkdirSync(join(folder, "keys"));
    for (const name of ["wallet.json", "gateway.json"])
      copyFileSync(join(inject("keysFolder"), name), join(folder, "keys", name));
    writeFileSync(join(folder, "keys", "demo.json"), JSON.stringify({ DEMO_PASSWORD: demoPassword }));
    const urls = new Map(Object.values(graph.subgraphs).map(({ name, url }) => [name, url]));
    writeFileSync(join(folder, "supergraph.graphql"), supergraphAt(urls));
    lock = await takeLock(join(folder, "lock.json"), graph.publicUrl);
  });
  afterAll(async () => {
    await graph?.[Symbol.asyncDispose]();
    lock?.release();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The pages name the graph where `npm start` serves it, and leave keys in /tmp. */
  const here = (text: string) =>
    text.replaceAll("http://localhost:4000", graph.publicUrl).replaceAll("/tmp/", `${folder}/`);

  it.for(run)("%s, typed into a terminal", async ([lines, output], { skip }) => {
    skip(String(lines).includes("openssl") && !hasPython, "there is no python3, or no openssl");
    const found = examples.filter(({ language, text }) => language === "sh" && lines.test(text));
    expect(found).not.toEqual([]);
    for (const { text } of found) {
      const { PATH, HOME } = process.env;
      const env = { PATH, HOME, CAMPUS_DATA: folder, PUBLIC_URL: graph.publicUrl, LANG: "en_US.UTF-8" };
      const shell = promisify(execFile)("bash", ["-eo", "pipefail", "-c", here(text)], {
        cwd: checkout,
        env,
        maxBuffer: 10_000_000,
      });
      const { stdout } = await shell;
      expect(stdout).toMatch(output);
      expect(stdout).not.toContain('"errors"');
    }
  });

  it("the wallet starts elsewhere with the settings that its guide names", async () => {
    const [{ text }] = examples.filter(({ text }) => walletElsewhere.test(text)) as [Example];
    const port = await findFreePort();
    const lines = text
      .replace("https://campus.example", graph.publicUrl)
      .replace("KEY_FILE=", `WALLET_FILE=${folder}/wallet.sqlite KEY_FILE=${folder}/keys/`)
      .replace("my-wallet", "wallet")
      .replace(/PORT=\d+/, `PORT=${port}`);
    const server = spawn("bash", ["-c", `${lines.replace(" node ", " exec node ")}`], {
      cwd: join(checkout, "clients/wallet"),
      stdio: "inherit",
    });
    const ended = once(server, "exit");
    await until(
      () =>
        fetch(`http://127.0.0.1:${port}/wallet/`).then(
          ({ status }) => status < 500 || undefined,
          () => undefined,
        ),
      20_000,
    );
    server.kill();
    expect(await ended).toEqual([0, null]);
  });

  const queries = examples.filter(({ language }) => language === "graphql");
  it.each(queries.map(({ page, text }) => [page, text]))("%s: %s", async (_, query) => {
    const document = parse(query);
    expect(validate(buildSchema(textOf("schema/api.graphql")), document)).toEqual([]);
    const isLive = getOperationAST(document)!.operation === "subscription";
    const token = await (await signInTo(graph, "guardian@campus.example")).current();
    const leaving = new AbortController();
    const response = await fetch(`${graph.publicUrl}/graphql`, {
      method: "POST",
      signal: leaving.signal,
      headers: {
        "content-type": "application/json",
        accept: isLive ? "text/event-stream" : "application/json",
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(200);
    if (isLive) expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    else expect(await response.json()).toEqual({ data: expect.any(Object) });
    leaving.abort();
  });

  it("the first lines of a client ask who somebody is, and print what happens from then on", async () => {
    const [{ text }] = examples.filter(
      ({ language, text }) => language === "ts" && /^const graph/.test(text),
    ) as [Example];
    const token = await (await signInTo(graph, "guardian@campus.example")).current();
    let printed = (_: unknown[]) => {};
    const first = new Promise<unknown[]>((resolve) => {
      printed = resolve;
    });
    const lines = new AsyncFunction("connect", "MeDocument", "billNotices", "token", "console", here(text));
    let subscribed = () => {};
    const isSubscribed = new Promise<void>((resolve) => {
      subscribed = resolve;
    });
    // Once `subscribe` has answered, the list's end is known, and nothing after it can be missed.
    const outputs = (...given: Parameters<typeof connect>) => {
      const graph = connect(...given);
      const subscribe = async (feed: typeof billNotices) => {
        const tail = await graph.subscribe(feed);
        subscribed();
        return tail;
      };
      return { query: graph.query.bind(graph), subscribe };
    };
    const running = lines(outputs, MeDocument, billNotices, token, {
      log: (...all: unknown[]) => printed(all),
    });
    await Promise.race([running, isSubscribed]);
    await using guardian = await as(graph, "guardian@campus.example");
    const child = await childOf(guardian, children.younger);
    const cashier = await as(graph, "cashier@campus.example");
    await issueBill(cashier, child, "文件中的範例");
    await Promise.race([running, first]);
    expect(await first).toEqual(["ISSUED", "文件中的範例"]);
  });
});

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...given: unknown[]) => Promise<void>;
