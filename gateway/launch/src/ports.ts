import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import type { SubgraphEntry } from "@campus-graph/schema/supergraph-file";
import { words } from "./start-words.js";
import { isLoopback, usualPort } from "./subgraph-entries.js";
import { type UserError, userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

export async function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return (await refusalOfPort(port, host)) === undefined;
}

/** The system's code, such as EADDRINUSE, where nobody could listen there now. */
function refusalOfPort(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", ({ code = "EADDRINUSE" }: NodeJS.ErrnoException) => resolve(code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** A free loopback port below the range from which the system takes ports for outgoing connections. */
export async function findFreePort(from = 20_000, until = 30_000): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = from + Math.floor(Math.random() * (until - from));
    if (await isPortFree(port)) return port;
  }
  throw userError("noFreePort", { from, until });
}

/** Where a database listens: never where a service, started after it, is yet to listen. */
export const databasePorts = [30_000, 32_000] as const;

/** "node (process 1234)", where the system tells; for the sentence about a taken port. */
export function holderOf(port: number): string | undefined {
  for (const [command, args] of [
    ["ss", ["-Hltnp", `sport = :${port}`]],
    ["lsof", ["-nP", "-Fpc", `-iTCP:${port}`, "-sTCP:LISTEN"]],
  ] as const) {
    try {
      const answer = execFileSync(command, args, { encoding: "utf8", stdio: "pipe" });
      const [, name, pid] = /\("([^"]+)",pid=(\d+)/.exec(answer) ?? [];
      if (name) return `${name} (process ${pid})`;
      const [, lsofPid, lsofName] = /^p(\d+)\nc(.+)$/m.exec(answer) ?? [];
      if (lsofName) return `${lsofName} (process ${lsofPid})`;
    } catch {
      // This machine has not that program; the sentence does without the name.
    }
  }
  return undefined;
}

/** Which of the gateway's and the local subgraphs' ports are taken, by whom, and the way round it. */
export async function takenPorts(
  host: string,
  port: number,
  entries: readonly SubgraphEntry[],
): Promise<UserError[]> {
  const wanted = [
    { who: "Campus Graph", port, host },
    ...entries
      .map(({ name, routingUrl }) => ({ name, url: new URL(routingUrl) }))
      .filter(({ url }) => isLoopback(url))
      .map(({ name, url }) => ({ who: name, port: Number(url.port), host: "127.0.0.1" })),
  ];
  const errors: UserError[] = [];
  for (const { who, port: each, host: address } of wanted) {
    const code = await refusalOfPort(each, address);
    if (code !== undefined)
      errors.push(portError(code, { who, port: each, host: address, other: port + 100 }));
  }
  return errors;
}

function portError(
  code: string,
  details: { who: string; port: number; host: string; other: number },
): UserError {
  if (["EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN", "EINVAL"].includes(code))
    return userError("hostUnknown", details);
  if (code === "EACCES") return userError("portForbidden", { ...details, other: usualPort });
  const holder = holderOf(details.port);
  return holder ? userError("portTakenBy", { ...details, holder }) : userError("portTaken", details);
}
