import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { translatorOf } from "../sentences.js";
import { terminalLanguage } from "../terminal.js";
import { words } from "./partner-words.js";
import { CommandRefused, runCommand, runningSubgraphs } from "./running-subgraphs.js";

interface ListedPartner {
  clientId: string;
  name: string;
  channels: string[];
  scopes: string[];
  suspendedAt: string | null;
  keys: { kid: string; since: string; until: string | null }[];
}

const translate = translatorOf(words, terminalLanguage(process.env));

/**
 * `npm run partner`: registers payment partners, exchanges their keys, suspends them, in the running graph. Identity does
 * it by its own use cases and writes it into the audit; its signed requests are made as those of `npm run dead-letters`.
 */
async function partner(typed: readonly string[]): Promise<void> {
  const { positionals, values } = readTyped(typed);
  const [command = "list", clientId, kid] = positionals;
  const commands: Readonly<Record<string, () => Promise<void>>> = {
    list,
    add: async () => {
      await change("register-partner", {
        clientId: given(clientId),
        name: given(values.name),
        channels: listed(given(values.channels)),
        scopes: listed(values.scopes ?? "bills:read,payments:notify"),
        redirectUris: listed(values.redirects ?? ""),
        keys: contentOf(given(values.key)),
      });
      await printKeyIds(given(clientId));
    },
    key: async () => {
      await change("add-partner-key", { clientId: given(clientId), keys: contentOf(given(values.key)) });
      await printKeyIds(given(clientId));
    },
    "end-key": () => change("end-partner-key", { clientId: given(clientId), kid: given(kid) }),
    suspend: () => change("suspend-partner", { clientId: given(clientId) }),
    resume: () => change("resume-partner", { clientId: given(clientId) }),
  };
  if (!Object.hasOwn(commands, command)) throw new CommandRefused(translate("usage"));
  await commands[command]!();
}

function readTyped(typed: readonly string[]) {
  try {
    const text = { type: "string" } as const;
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: { name: text, channels: text, scopes: text, redirects: text, key: text },
    });
  } catch {
    throw new CommandRefused(translate("usage"));
  }
}

function post<Answer>(path: string, content: object): Promise<Answer> {
  return runningSubgraphs(process.env).post("identity", `/internal/${path}`, content);
}

async function list(): Promise<void> {
  const { partners } = await post<{ partners: ListedPartner[] }>("partners", {});
  if (partners.length === 0) print(translate("none"));
  for (const { clientId, name, channels, scopes, suspendedAt, keys } of partners) {
    print(
      suspendedAt === null
        ? `${clientId}  ${name}`
        : translate("suspendedPartner", { clientId, name, suspendedAt }),
    );
    print(translate("allowances", { channels: channels.join(", "), scopes: scopes.join(", ") }));
    for (const { kid, since, until } of keys)
      print(
        until === null
          ? translate("currentKey", { kid, since })
          : translate("endedKey", { kid, since, until }),
      );
  }
}

async function change(command: string, content: object): Promise<void> {
  const { missing } = await post<{ missing: string[] }>(command, content);
  if (missing.length === 0) print(translate("done"));
  else print(translate("takingEffect", { missing: missing.join(", ") }));
}

/** The partner names its key in all that it signs, and one that came without a name got one here. */
async function printKeyIds(clientId: string): Promise<void> {
  const { partners } = await post<{ partners: ListedPartner[] }>("partners", {});
  const keys = partners.find((partner) => partner.clientId === clientId)?.keys ?? [];
  const kids = keys.filter(({ until }) => until === null).map(({ kid }) => kid);
  print(translate("kids", { kids: kids.join(", ") }));
}

function given(word: string | undefined): string {
  if (!word) throw new CommandRefused(translate("usage"));
  return word;
}

function listed(words: string): string[] {
  return words.split(/[,\s]+/).filter((word) => word !== "");
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandRefused(translate("unreadable", { file, fault: (error as Error).message }));
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runCommand(() => partner(process.argv.slice(2)));
