import { type CheckStep, type CheckStepResult, runCheckStep } from "./check-step.js";
import { checkoutFolder } from "./settings.js";

/** Fewer modules than this, and dependency-cruiser has not found the code: it then calls everything well. */
const fewestModules = 50;

const steps: readonly CheckStep[] = [
  {
    name: "format and lint",
    node: ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "--colors=off"],
  },
  { name: "types", node: ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"] },
  { name: "types of the guide", node: ["node_modules/typescript/bin/tsc", "-p", "clients/guide"] },
  {
    name: "types of the parents' app",
    node: ["node_modules/typescript/bin/tsc", "-p", "clients/parent-app"],
  },
  {
    name: "types of the school console",
    node: ["node_modules/typescript/bin/tsc", "-p", "clients/school-console"],
  },
  { name: "types of the documentation", node: ["node_modules/typescript/bin/tsc", "-p", "clients/docs"] },
  {
    name: "types of the wallet's page",
    node: ["node_modules/typescript/bin/tsc", "-p", "clients/wallet/page"],
  },
  {
    name: "types of the worker",
    node: ["node_modules/typescript/bin/tsc", "-p", "clients/parent-app/worker"],
  },
  {
    name: "arrows between modules",
    node: [
      "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
      ...[
        "--config",
        ".dependency-cruiser.cjs",
        "--output-type",
        "err",
        "gateway",
        "subgraphs",
        "schema",
        "clients",
        "test",
      ],
    ],
    complain(output) {
      const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
      return modules < fewestModules
        ? `Only ${modules} modules were looked at; the rules held nothing.`
        : undefined;
    },
  },
  {
    name: "unused code",
    node: ["node_modules/knip/bin/knip.js", "--no-config-hints", "--tsConfig", ".knip.tsconfig.json"],
  },
  { name: "schemas, composition, operations", node: ["--enable-source-maps", "schema/dist/check.js"] },
];

/** `npm run check`: every step runs, whatever the others say; a table, and beneath it what the failed ones said. */
async function check(): Promise<void> {
  const root = checkoutFolder();
  const width = Math.max(...steps.map(({ name }) => name.length));
  const failed: CheckStepResult[] = [];
  for (const step of steps) {
    const result = await runCheckStep(step, root);
    if (!result.ok) failed.push(result);
    const seconds = (result.tookMs / 1000).toFixed(1).padStart(5);
    process.stdout.write(`${result.ok ? "✓" : "✗"} ${step.name.padEnd(width)} ${seconds} s\n`);
  }
  for (const { name, output } of failed) process.stdout.write(`\n── ${name}\n${output.trim()}\n`);
  if (failed.length > 0) process.exitCode = 1;
}

await check();
