import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

const name = "wallet_payer";
const aYearSeconds = 365 * 24 * 60 * 60;

/**
 * Whose purse it is: a browser is a payer. Lax, since a guardian who has linked an account comes back from the city's pages;
 * what changes anything is sent as JSON by the wallet's own page. A wallet for people asks them to sign in
 * here.
 */
export function payerOf(request: IncomingMessage, response: ServerResponse): string {
  const found = new RegExp(`(?:^|; )${name}=([\\w-]{36})`).exec(request.headers.cookie ?? "")?.[1];
  if (found) return found;
  const made = randomUUID();
  const secure = request.headers["x-forwarded-proto"] === "https" ? "; Secure" : "";
  response.setHeader(
    "set-cookie",
    `${name}=${made}; Path=/wallet/; Max-Age=${aYearSeconds}; HttpOnly; SameSite=Lax${secure}`,
  );
  return made;
}
