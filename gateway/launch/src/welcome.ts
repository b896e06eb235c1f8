import { terminalLanguage } from "./terminal.js";
import type { UserError } from "./user-error.js";

/** What is true of a graph that has just come up. */
export interface Launched {
  mode: "demo" | "production";
  /** As browsers and mails have it. */
  url: string;
  /** Where the graph listens. */
  host: string;
  port: number;
  /** Opens every sign-in of the demo; production has none. */
  password: string;
  /** Whether mail is kept and shown at `/mail` instead of leaving. */
  showsMail: boolean;
  /** Whether the demo's partner runs. */
  hasWallet: boolean;
  /** Where Prometheus finds figures, if anywhere. */
  metricsUrl: string | undefined;
  dataFolder: string;
  /** What it will lack. */
  remarks: readonly UserError[];
}

interface Running extends Launched {
  /** Milliseconds from the command to ready. */
  tookMs: number;
}

/** The people of the demo city; all have one password. */
const signIns: readonly (readonly [login: string, who: string])[] = [
  ["guardian@campus.example", "a guardian with two children, unpaid bills"],
  ["coguardian@campus.example", "the other guardian of the younger child"],
  ["newcomer@campus.example", "an account, nothing bound yet"],
  ["wu@campus.example", "a guardian with three children, a fourth request pending"],
  ["teacher@campus.example", "homeroom teacher of 二年一班, 內湖國小"],
  ["teacher2@campus.example", "homeroom teacher at the junior high"],
  ["registrar@campus.example", "registrar (registrar2@ at the junior high)"],
  ["cashier@campus.example", "cashier (cashier2@ is another)"],
  ["it@campus.example", "IT office"],
  ["bureau@campus.example", "the city's bureau"],
  ["support@campus.example", "the city's support: states, never persons"],
];

export function welcome(running: Running): string {
  const { url, tookMs, remarks, metricsUrl } = running;
  return `
Campus Graph is ready at ${url} after ${(tookMs / 1000).toFixed(1)} s.

${running.mode === "demo" ? demo(running) : production(running)}${metricsUrl ? `Metrics: ${metricsUrl}\n` : ""}${remarks
  .map(({ advice }) => advice[terminalLanguage(process.env)])
  .map(({ what, remedy }) => `! ${what}\n  → ${remedy}\n`)
  .join("")}Stop with Ctrl-C. The data stays for the next start.
`;
}

function demo({ url, password, showsMail, hasWallet, dataFolder }: Running): string {
  const width = Math.max(...signIns.map(([login]) => login.length));
  return `  Parents   ${url}/parent/      School   ${url}/school/      ${hasWallet ? `Wallet   ${url}/wallet/      ` : ""}
  Docs      ${url}/docs/      Explore   ${url}/graphql      ${showsMail ? `Mail   ${url}/mail      ` : ""}Data   ${dataFolder}

Sign-ins, all with the password  ${password}
${signIns.map(([login, who]) => `  ${login.padEnd(width)}  ${who}`).join("\n")}

A first query, and one as a guardian:
  curl -s ${url}/graphql -H 'content-type: application/json' \\
    -d '{"query":"{ schools(level: ELEMENTARY) { code name } }"}'
  curl -s ${url}/graphql -H 'content-type: application/json' \\
    -H "authorization: Bearer $(npm run -s token -- guardian@campus.example)" \\
    -d '{"query":"{ me { displayName unpaidBillCount } }"}'

See a notice: bill 二年一班 27 林承佑 at ${url}/school/ as cashier@campus.example while
guardian@campus.example has ${url}/parent/ open in another browser.
To begin anew: stop, remove ${dataFolder}, start.

The whole story, told step by step, in a second terminal:  npm run demo
`;
}

function production({ url, host, port, dataFolder }: Running): string {
  return `  Production. It listens on ${host}:${port}; the address for people is ${url}.
  Parents   ${url}/parent/      School   ${url}/school/      Docs   ${url}/docs/
  GraphQL   ${url}/graphql      Sign-in   ${url}/sso/.well-known/openid-configuration
  Health    http://${host}:${port}/readyz      Data   ${dataFolder}
  Mail leaves by SMTP_URL. The offices' people are appointed here, teachers by a class sheet:
    npm run appoint -- <email> <REGISTRAR | CASHIER | IT | BUREAU> [school code]

`;
}
