import { dataFolderAt } from "./data/folder.js";
import { lookAtConfiguration } from "./doctor/configuration.js";
import { lookAtDatabase } from "./doctor/database.js";
import type { Finding } from "./doctor/finding.js";
import { lookAtLeftovers, runningGraph } from "./doctor/left-behind.js";
import { lookAtMachine } from "./doctor/machine.js";
import { lookAtMailServer } from "./doctor/mail-server.js";
import { lookAtClock, lookAtPorts } from "./doctor/neighbours.js";
import { runCommand } from "./explain.js";
import { checkoutFolder, readLaunchSettings } from "./settings.js";

const marks: Readonly<Record<Finding["kind"], string>> = { fine: "✓", remark: "!", trouble: "✗" };

/** `npm run doctor`: what is wrong with this machine's set-up, and the remedy. Changes nothing. */
async function doctor(root: string): Promise<void> {
  const { settings } = readLaunchSettings(process.env);
  const folder = dataFolderAt(root, process.env.CAMPUS_DATA);
  const findings = [
    ...lookAtMachine(root, folder.path),
    lookAtClock(new Date()),
    ...lookAtLeftovers(folder, settings.mode),
    ...(await lookAtPorts(root, settings, runningGraph(folder) !== undefined)),
    ...(await lookAtDatabase(process.env.DATABASE_URL)),
    ...(await lookAtMailServer(process.env.SMTP_URL)),
    ...(await lookAtConfiguration(root, folder, process.env)),
  ];
  const width = Math.max(...findings.map(({ about }) => about.length));
  for (const { kind, about, says, remedy } of findings) {
    process.stdout.write(`${marks[kind]} ${about.padEnd(width)}  ${says}\n`);
    if (remedy) process.stdout.write(`  ${"".padEnd(width)}  → ${remedy}\n`);
  }
  const errors = findings.filter(({ kind }) => kind === "trouble").length;
  process.stdout.write(errors === 0 ? "\nNothing stands in the way.\n" : `\n${errors} in the way.\n`);
  if (errors > 0) process.exitCode = 1;
}

await runCommand(() => doctor(process.argv[2] ?? checkoutFolder()));
