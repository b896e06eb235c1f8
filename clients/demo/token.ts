import { partnerTokens } from "../src/partner.js";
import { signIn } from "../src/sign-in.js";
import { findCity, findForeignGraph } from "./city.js";
import { promptFor } from "./prompt.js";
import { CommandRefused, question, refusalOf, terminalLanguage } from "./refusal.js";

/**
 * `npm run -s token -- <login>`: an access token by the real flow, and nothing else on standard output. Of the demo's people
 * the password is known; for people elsewhere it is typed at a prompt, or read from a pipe.
 */
const [login] = process.argv.slice(2);
try {
  if (!login) throw new CommandRefused("nobodyNamed");
  const graph = findForeignGraph(process.env);
  process.stdout.write(`${await (graph ? signInForToken(login, graph) : demoToken(login))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof CommandRefused ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

async function demoToken(login: string): Promise<string> {
  const { url, password, wallet } = findCity(process.env);
  if (login === wallet.clientId) return current(login, url, async () => partnerTokens(wallet));
  return current(login, url, () => signIn({ url, login, password, language: terminalLanguage(process.env) }));
}

async function signInForToken(login: string, url: string): Promise<string> {
  const password = await promptFor(question("password", login), { secret: true });
  if (password === "") throw new CommandRefused("noPassword", login);
  const askCode = () => promptFor(question("code", login));
  const askSecondFactor = () => promptFor(question("secondFactor", login), { secret: true });
  const language = terminalLanguage(process.env);
  return current(login, url, () => signIn({ url, login, password, askCode, askSecondFactor, language }));
}

interface Tokens {
  current(): Promise<string | undefined>;
}

async function current(login: string, url: string, open: () => Promise<Tokens>): Promise<string> {
  try {
    const token = await (await open()).current();
    if (!token) throw new Error(`${login} got no token.`);
    return token;
  } catch (error) {
    throw refusalOf(error, url, login);
  }
}
