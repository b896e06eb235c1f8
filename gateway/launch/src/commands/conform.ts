import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { translatorOf } from "../sentences.js";
import { checkoutFolder } from "../settings.js";
import { terminalLanguage } from "../terminal.js";
import { words } from "./conform-words.js";
import { CommandRefused, runCommand, runningSubgraphs } from "./running-subgraphs.js";

const translate = translatorOf(words, terminalLanguage(process.env));

/** `npm run conform`: nothing is tried of a partner that is not registered, since all of it would fail for want of a token. */
async function conform(partner: string | undefined): Promise<void> {
  if (partner && !partner.startsWith("-")) await expectRegistered(partner);
  await import(pathToFileURL(join(checkoutFolder(), "clients/dist/conform/main.js")).href);
}

async function expectRegistered(partner: string): Promise<void> {
  const { partners } = await runningSubgraphs(process.env).post<{
    partners: { clientId: string; suspendedAt: string | null }[];
  }>("identity", "/internal/partners", {});
  const found = partners.find(({ clientId }) => clientId === partner);
  const known = partners.map(({ clientId }) => clientId).join(", ") || "–";
  if (!found) throw new CommandRefused(translate("notRegistered", { partner, known }));
  if (found.suspendedAt !== null) throw new CommandRefused(translate("suspended", { partner }));
}

await runCommand(() => conform(process.argv[2]));
