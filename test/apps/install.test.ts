import { execFile } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGraph } from "../harness/graph.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);

/** The TypeScripts that a team may have, each by the name under which the folder installs it; the codegen needs one of its own. */
const typescripts = [
  ["5.9", "typescript@5.9.3"],
  ["6.0", "typescript@6.0.3"],
  ["7.0", "typescript@7.0.2"],
] as const;

describe("the typed client, packed and installed into an empty folder", () => {
  let folder: string;
  let tarball: string;
  /** What lies where it was packed, but for what a build leaves. */
  const packedFrom = () => readdirSync(join(root, "clients")).filter((name) => name !== "dist");
  let before: string[];
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const tool = (file: string, ...options: string[]) =>
    run(process.execPath, [file, ...options], { cwd: folder }).catch(({ stdout, stderr }) => {
      throw new Error(`${stdout}${stderr}`);
    });
  const checkTypes = async (version: string) => {
    const compiler = join(folder, `node_modules/typescript-${version}/bin/tsc`);
    expect((await tool(compiler, "--version")).stdout).toContain(`Version ${version}`);
    await tool(compiler, "-p", ".");
  };

  beforeAll(async () => {
    before = packedFrom();
    folder = mkdtempSync(join(tmpdir(), "campus-client-"));
    const { stdout } = await run(
      "npm",
      ["pack", "-w", "@campus-graph/clients", "--json", "--pack-destination", folder],
      {
        cwd: root,
      },
    );
    const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("["))) as [{ filename: string }];
    tarball = filename;
    write("package.json", JSON.stringify({ private: true, type: "module" }));
    const compilers = typescripts.map(([version, from]) => `typescript-${version}@npm:${from}`);
    const options = ["--prefer-offline", "--no-audit", "--no-fund"];
    await run("npm", ["install", `./${tarball}`, ...compilers, ...options], { cwd: folder });
    const compilerOptions = {
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      target: "es2022",
      module: "nodenext",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
    };
    write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("leaves nothing in the tree that it was packed from", () => {
    expect(packedFrom()).toEqual(before);
  });

  it("is published as every bundler and runtime expects a package", async () => {
    const packed = readFileSync(join(folder, tarball));
    const { messages, pkg } = await publint({
      pack: { tarball: packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("has an entry for browsers, which needs nothing of Node, one for Node, and one for partners", async () => {
    write(
      "entries.ts",
      `import { connect } from "@campus-graph/clients";
import { fetchWithToken, resumable } from "@campus-graph/clients/browser";
import { signIn } from "@campus-graph/clients/node";
import { type Partner, partnerTokens, proofOfPayment } from "@campus-graph/clients/partner";
export const all = { connect, fetchWithToken, resumable, signIn, partnerTokens, proofOfPayment };
export type { Partner };
console.log(Object.values(all).map((each) => typeof each).join(" "));
`,
    );
    for (const [version] of typescripts) await checkTypes(version);
    expect((await tool("entries.ts")).stdout.trim()).toBe(Array(6).fill("function").join(" "));
    write("page.js", 'export * from "@campus-graph/clients/browser";');
    const how = { bundle: true, write: false, platform: "browser", logLevel: "silent" } as const;
    await build({ ...how, entryPoints: ["page.js"], absWorkingDir: folder });
  });

  it.each(typescripts)(
    "type-checks in a strict project of TypeScript %s, which refuses a wrong variable and an unknown field",
    async (version) => {
      write(
        "app.ts",
        `import { connect } from "@campus-graph/clients/connect";
import { billNotices } from "@campus-graph/clients/feeds";
import { SchoolsDocument } from "@campus-graph/clients/generated/operations";

const graph = connect({ url: process.argv[2]! });
const { schools } = await graph.query(SchoolsDocument, { level: "ELEMENTARY" });
console.log(schools.map(({ name }) => name).join(" "));
// @ts-expect-error no such level
const wrong = () => graph.query(SchoolsDocument, { level: "KINDERGARTEN" });
// @ts-expect-error no such field
const missing = schools[0]?.nickname;
export const tail = () => graph.subscribe(billNotices);
declare const process: { argv: string[] };
`,
      );
      await checkTypes(version);
    },
  );

  it("runs there", async () => {
    await using graph = await startGraph({ demoCity: true });
    const { stdout } = await run(process.execPath, ["app.ts", graph.publicUrl], { cwd: folder });
    expect(stdout).toContain("內湖國小");
  });

  it("types a team's own operations, every scalar included, by the guide's configuration", async () => {
    symlinkSync(join(root, "node_modules/@graphql-codegen"), join(folder, "node_modules/@graphql-codegen"));
    copyFileSync(join(root, "clients/guide/codegen.ts"), join(folder, "codegen.ts"));
    write(
      "operations/Due.graphql",
      "query Due($after: Cursor) { me { email } myBills(after: $after) { edges { node { accountNumber dueDate issuedAt } } } }",
    );
    await tool(join(root, "node_modules/@graphql-codegen/cli/cjs/bin.js"), "--config", "codegen.ts");
    const generated = readFileSync(join(folder, "generated.ts"), "utf8");
    expect(/^export type DueQuery = .*$/m.exec(generated)?.[0]).not.toMatch(/unknown|any/);
    rmSync(join(folder, "codegen.ts"));
    write(
      "own.ts",
      `import { connect } from "@campus-graph/clients/connect";
import { DueDocument } from "./generated.js";
const { myBills } = await connect({ url: "http://localhost:4000" }).query(DueDocument, { after: "cursor" });
export const days: string[] = myBills.edges.map(({ node }) => node.dueDate);
`,
    );
    for (const [version] of typescripts) await checkTypes(version);
  });
});
