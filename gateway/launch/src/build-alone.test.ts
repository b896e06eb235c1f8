import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "campus-checkout-"));
  mkdirSync(join(root, "node_modules"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const module = new URL("./build-alone.mjs", import.meta.url).href;

/** A command that builds for 300 ms and writes down when it begins and ends; answers what it says. */
async function building(name: string): Promise<string> {
  const program = `
    import { appendFileSync } from "node:fs";
    import { buildAlone } from ${JSON.stringify(module)};
    const note = (what) => appendFileSync(${JSON.stringify(join(root, "log"))}, what + " ");
    await buildAlone(${JSON.stringify(root)}, console.log, async () => {
      note("begin");
      await new Promise((resolve) => setTimeout(resolve, 300));
      note("end");
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    env: { ...process.env, LC_ALL: "C" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(code, `${name}: ${output}`).toBe(0);
  return output;
}

const log = () => readFileSync(join(root, "log"), "utf8").trim();

it("builds one after the other when commands of one checkout start at once, and says what it waits for", async () => {
  const outputs = await Promise.all(["one", "two", "three"].map(building));
  expect(log()).toBe("begin end begin end begin end");
  expect(
    outputs.filter((text) => /Another command \(process \d+\) is building here/.test(text)),
  ).not.toHaveLength(0);
  expect(existsSync(join(root, "node_modules/.campus-building"))).toBe(false);
});

it("goes on where a command was killed while it built", async () => {
  writeFileSync(join(root, "node_modules/.campus-building"), "4194303");
  await building("next");
  expect(log()).toBe("begin end");
});
