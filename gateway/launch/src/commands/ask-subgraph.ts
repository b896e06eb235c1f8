import { readFileSync } from "node:fs";
import { readSupergraph } from "@campus-graph/gateway/subgraphs/supergraph";
import { readKeys } from "@campus-graph/kit/keys";
import { anonymous, signRequest } from "@campus-graph/kit/viewer";
import { terminalLanguage } from "../terminal.js";

/** What is wrong, where, and what to do: shown to the operator as it stands. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";
}

/** A signed question to a running subgraph, as the gateway's own; for what operators do from the command line. */
export interface Subgraphs {
  names: readonly string[];
  /** POST of JSON to a path of the subgraph; its answer. Throws {@link CommandRefused}. */
  ask<Answer>(subgraph: string, path: string, content: object): Promise<Answer>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const alone = "npm run sets it; alone, the command wants what the gateway has.";

/** By the gateway's own SUPERGRAPH and KEYS_FILE. */
export function runningSubgraphs(environment: Environment): Subgraphs {
  const { SUPERGRAPH, KEYS_FILE } = environment;
  if (!SUPERGRAPH) throw new CommandRefused(`SUPERGRAPH is missing: ${alone}`);
  if (!KEYS_FILE) throw new CommandRefused(`KEYS_FILE is missing: ${alone}`);
  const { subgraphs } = readSupergraph(readFileSync(SUPERGRAPH, "utf8"));
  const keys = readKeys(KEYS_FILE);
  return {
    names: [...subgraphs.keys()],
    async ask<Answer>(subgraph: string, path: string, content: object) {
      const url = subgraphs.get(subgraph);
      if (!url)
        throw new CommandRefused(`There is no subgraph ${subgraph}: ${[...subgraphs.keys()].join(", ")}.`);
      const body = JSON.stringify(content);
      const viewer = { ...anonymous, clientId: "operator", language: terminalLanguage(environment) };
      const signed = { audience: subgraph, method: "POST", path, body, viewer, traceId: crypto.randomUUID() };
      const headers = signRequest(keys.ring(`viewer:${subgraph}`), signed);
      return readAnswer<Answer>(
        subgraph,
        await send(subgraph, new URL(path, url), { method: "POST", body, headers }),
      );
    },
  };
}

async function send(subgraph: string, url: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch {
    throw new CommandRefused(
      `${subgraph} does not answer at ${url.origin}. Start the graph with npm start, and wait until it is ready.`,
    );
  }
}

async function readAnswer<Answer>(subgraph: string, response: Response): Promise<Answer> {
  if (response.ok) return (await response.json()) as Answer;
  if (response.status === 422) {
    const { code, message } = (await response.json()) as { code: string; message: string };
    throw new CommandRefused(`${message} (${code})`);
  }
  if (response.status === 401)
    throw new CommandRefused(
      `${subgraph} does not know our signature. Give the KEYS_FOLDER (and CAMPUS_DATA) that it was started with.`,
    );
  throw new CommandRefused(
    `${subgraph} answered ${response.status}; its log says why (LOG_LEVEL=info npm start).`,
  );
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
    process.stderr.write(`${error instanceof CommandRefused ? error.message : (error as Error).stack}\n`);
    process.exitCode = 1;
  }
}
