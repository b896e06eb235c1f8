import { partnerTokens } from "../src/partner.js";
import { signIn } from "../src/sign-in.js";
import { type City, findCity } from "./city.js";
import { CommandRefused, refusalOf, terminalLanguage } from "./refusal.js";

/** `npm run -s token -- <login>`: an access token by the real flow, and nothing else on standard output. */
const [login] = process.argv.slice(2);
try {
  if (!login) throw new CommandRefused("nobodyNamed");
  process.stdout.write(`${await tokenOf(login, findCity(process.env))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof CommandRefused ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

async function tokenOf(login: string, { url, password, wallet }: City): Promise<string> {
  try {
    const language = terminalLanguage(process.env);
    const tokens =
      login === wallet.clientId ? partnerTokens(wallet) : await signIn({ url, login, password, language });
    const token = await tokens.current();
    if (!token) throw new Error(`${login} got no token.`);
    return token;
  } catch (error) {
    throw refusalOf(error, url, login);
  }
}
