import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import type { SubgraphEntry } from "@campus-graph/schema/supergraph-file";
import { isLoopback } from "./subgraph-entries.js";
import { UserError } from "./user-error.js";

export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A free loopback port below the range from which the system takes ports for outgoing connections. */
export async function findFreePort(from = 20_000, until = 30_000): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = from + Math.floor(Math.random() * (until - from));
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port between ${from} and ${until} after a hundred tries.`);
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
    if (await isPortFree(each, address)) continue;
    const holder = holderOf(each);
    errors.push(
      new UserError(
        `Port ${each}, where ${who} would listen, is taken${holder ? ` by ${holder}` : ""}.`,
        `Stop that, or start elsewhere: PORT=${port + 100} npm start (the subgraphs move along).`,
        {
          what: `埠 ${each}（供 ${who} 使用）已被${holder ? ` ${holder} ` : "其他程式"}占用。`,
          remedy: `請停止該程式，或改用其他埠：PORT=${port + 100} npm start（子圖的埠會一起移動）。`,
        },
      ),
    );
  }
  return errors;
}
