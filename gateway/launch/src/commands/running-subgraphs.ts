import { readFileSync } from "node:fs";
import { readSupergraph } from "@campus-graph/gateway/subgraphs/supergraph";
import { type Keys, readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest } from "@campus-graph/kit/auth/viewer";
import { explain } from "../explain.js";
import { translatorOf } from "../sentences.js";
import { terminalLanguage } from "../terminal.js";
import { words } from "./running-subgraphs-words.js";

/** What is wrong, where, and what to do: shown to the operator as it stands. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";
}

/** Signed requests to the running subgraphs, as the gateway makes them; for operators' commands. */
export interface Subgraphs {
  names: readonly string[];
  /** POST of JSON to a path of the subgraph; its answer. Throws {@link CommandRefused}. */
  post<Answer>(subgraph: string, path: string, content: object): Promise<Answer>;
}

type Environment = Readonly<Record<string, string | undefined>>;

type Translate = ReturnType<typeof translatorOf<keyof typeof words>>;

/** By the gateway's own SUPERGRAPH and KEYS_FILE. */
export function runningSubgraphs(environment: Environment): Subgraphs {
  const language = terminalLanguage(environment);
  const translate = translatorOf(words, language);
  const { SUPERGRAPH, KEYS_FILE } = environment;
  if (!SUPERGRAPH) throw new CommandRefused(translate("variableMissing", { variable: "SUPERGRAPH" }));
  if (!KEYS_FILE) throw new CommandRefused(translate("variableMissing", { variable: "KEYS_FILE" }));
  const { subgraphs } = readSupergraph(readFileSync(SUPERGRAPH, "utf8"));
  const keys = keysFrom(KEYS_FILE, translate);
  return {
    names: [...subgraphs.keys()],
    async post<Answer>(subgraph: string, path: string, content: object) {
      const url = subgraphs.get(subgraph);
      if (!url)
        throw new CommandRefused(
          translate("noSubgraph", { subgraph, names: [...subgraphs.keys()].join(", ") }),
        );
      const body = JSON.stringify(content);
      const viewer = { ...anonymous, clientId: "operator", language };
      const signed = { audience: subgraph, method: "POST", path, body, viewer, traceId: crypto.randomUUID() };
      const headers = signRequest(keys.ring(`viewer:${subgraph}`), signed);
      const response = await fetch(new URL(path, url), { method: "POST", body, headers }).catch(() => {
        throw new CommandRefused(translate("noAnswer", { subgraph, origin: new URL(url).origin }));
      });
      return readAnswer<Answer>(subgraph, response, translate);
    },
  };
}

function keysFrom(file: string, translate: Translate): Keys {
  try {
    return readKeys(file);
  } catch (error) {
    throw new CommandRefused(translate("keysUnreadable", { file, fault: (error as Error).message }));
  }
}

async function readAnswer<Answer>(
  subgraph: string,
  response: Response,
  translate: Translate,
): Promise<Answer> {
  if (response.ok) return (await response.json()) as Answer;
  if (response.status === 422) {
    const { code, message } = (await response.json()) as { code: string; message: string };
    throw new CommandRefused(`${message} (${code})`);
  }
  if (response.status === 401) throw new CommandRefused(translate("signatureUnknown", { subgraph }));
  throw new CommandRefused(translate("failed", { subgraph, status: response.status }));
}

/** Runs a command; a refusal is one sentence on standard error and the exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  // Whoever reads on in a pipe may have had enough, as `head` does.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${error instanceof CommandRefused ? error.message : explain(error)}\n`);
    process.exitCode = 1;
  }
}
