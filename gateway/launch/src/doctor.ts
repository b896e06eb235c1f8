import { dataFolderAt } from "./data/folder.js";
import { lookAtConfiguration } from "./doctor/configuration.js";
import { lookAtDatabase } from "./doctor/database.js";
import type { Finding } from "./doctor/finding.js";
import { lookAtKeys } from "./doctor/keys.js";
import { lookAtLeftovers, runningGraph } from "./doctor/left-behind.js";
import { lookAtMachine } from "./doctor/machine.js";
import { lookAtMailServer } from "./doctor/mail-server.js";
import { lookAtClock, lookAtPorts } from "./doctor/neighbours.js";
import { sentence } from "./doctor/words.js";
import { runCommand } from "./explain.js";
import { checkoutFolder, readLaunchSettings } from "./settings.js";
import { terminalLanguage } from "./terminal.js";

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
    ...(await lookAtKeys(root, folder, settings, process.env)),
    ...(await lookAtMailServer(process.env.SMTP_URL)),
    ...(await lookAtConfiguration(root, folder, process.env)),
  ];
  const language = terminalLanguage(process.env);
  const width = Math.max(...findings.map(({ about }) => columnsOf(about[language])));
  for (const { kind, about, message, remedy } of findings) {
    const subject = about[language];
    const gap = " ".repeat(width - columnsOf(subject));
    process.stdout.write(`${marks[kind]} ${subject}${gap}  ${message[language]}\n`);
    if (remedy) process.stdout.write(`  ${" ".repeat(width)}  → ${remedy[language]}\n`);
  }
  const errors = findings.filter(({ kind }) => kind === "trouble").length;
  const verdict = errors === 0 ? sentence("allFine") : sentence("inTheWay", { count: errors });
  process.stdout.write(`\n${verdict[language]}\n`);
  if (errors > 0) process.exitCode = 1;
}

/** A terminal gives a Chinese character two columns. */
function columnsOf(text: string): number {
  return [...text].reduce((columns, character) => columns + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}

await runCommand(() => doctor(process.argv[2] ?? checkoutFolder()));
