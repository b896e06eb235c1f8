import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkoutFolder } from "./settings.js";
import { countTests, type VitestReport } from "./test-counts.js";

/** `npm test`: every test of the repository (or those named after `--`), closed by one line over all of them. */
async function test(): Promise<number> {
  const root = checkoutFolder();
  const place = mkdtempSync(join(tmpdir(), "campus-test-report-"));
  const report = join(place, "report.json");
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const child = spawn(
    process.execPath,
    [vitest, "run", "--config", "test/vitest.config.ts", ...reporters, ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, "close");
  const counts = existsSync(report)
    ? countTests(JSON.parse(readFileSync(report, "utf8")) as VitestReport)
    : { passed: 0, failed: 0, skipped: 0 };
  rmSync(place, { recursive: true, force: true });
  process.stdout.write(
    `tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
  );
  // No test at all is no success, and neither is a run that broke off or let an error escape.
  return code !== 0 || counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

process.exitCode = await test();
