// A whole payment partner: finds a bill by its number, pays it, and tells again to show that nothing happens twice.
//
//   node example-partner.mjs [16 digits]
//
// It needs Node 20 and nothing else, so it runs wherever it is copied. The graph is the one that `npm start` runs here;
// CAMPUS_URL names another. CLIENT_ID, KEY_FILE (a private key: PEM, JWK or a set of JWKs) and CHANNEL are those that a city
// registered; the demo's wallet otherwise. Exits with 0 when the bill is paid, with 1 when not, and says why.
import { createHash, createPrivateKey, randomUUID, sign } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [accountNumber = "4803006300000198"] = process.argv.slice(2);
const { CLIENT_ID: clientId = "wallet", KEY_FILE, CAMPUS_URL, CHANNEL } = process.env;

// A production graph runs the operations that it lists and no others: these are PayableBill and NotifyPayment of
// clients/operations/wallet, in a layout of our own.
const payableBill = `query PayableBill($accountNumber: PayAccountNumber!, $payerReference: String) {
  billByAccountNumber(accountNumber: $accountNumber, payerReference: $payerReference) {
    accountNumber title amount dueDate schoolName maskedStudentName status channels } }`;
const notifyPayment = `mutation NotifyPayment($input: NotifyPaymentInput!, $proof: String!) {
  notifyPayment(input: $input, proof: $proof) { transactionNumber accountNumber amount outcome receivedAt } }`;

class Failed extends Error {}
/** It passes: the answer was lost, the city is busy, or a new token is wanted. It may say how long to wait. */
class Unanswered extends Failed {
  constructor(message, { code, retryAfterSeconds = 0 } = {}) {
    super(message);
    this.code = code;
    this.waitMs = retryAfterSeconds * 1000;
  }
}
// As /docs/en/limits.html lists them; all other codes are answers.
const passing = new Set([
  "TRY_AGAIN",
  "TAKING_EFFECT",
  "TOO_MANY_ATTEMPTS",
  "UNAUTHENTICATED",
  "SUBGRAPH_UNAVAILABLE",
  "SUBGRAPH_RESPONSE_INVALID",
  "SESSION_UNCERTAIN",
  "INTERNAL",
]);

// Where the graph is and which key is ours: as `npm run token` finds them.
function folderAbove(start, file) {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, file))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
const script = dirname(fileURLToPath(import.meta.url));
const checkout = folderAbove(script, "supergraph.yaml") ?? folderAbove(process.cwd(), "supergraph.yaml");
const data = process.env.CAMPUS_DATA ?? join(checkout ?? ".", ".campus");
function readText(file, parse) {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Failed(`${file} cannot be read (${error.message}). Run npm start first, or set KEY_FILE.`);
  }
}
const { PUBLIC_URL, PORT } = process.env;
const lock = join(data, "lock.json");
const url =
  CAMPUS_URL ??
  PUBLIC_URL ??
  (PORT && `http://localhost:${PORT}`) ??
  (existsSync(lock) ? readText(lock, JSON.parse).url : "http://localhost:4000");

function privateJwk() {
  const file = readText(KEY_FILE ?? join(data, "keys", "wallet.json"), (text) =>
    text.startsWith("-----BEGIN") ? jwkOfPem(text) : JSON.parse(text),
  );
  const jwk = (file.walletJwks ?? file).keys?.[0] ?? file;
  if (!jwk.d || !jwk.kid) throw new Failed("The key file holds no private JWK with a kid.");
  return jwk;
}

/** A key that was handed over without an id is known by its thumbprint (RFC 7638). */
function jwkOfPem(text) {
  const jwk = createPrivateKey(text).export({ format: "jwk" });
  const { crv, kty, x, y } = jwk;
  const kid = createHash("sha256").update(JSON.stringify({ crv, kty, x, y })).digest("base64url");
  return { ...jwk, kid };
}

/** A compact JWS, ES256 (RFC 7515). */
function signed(jwk, header, payload) {
  const parts = [JSON.stringify({ alg: "ES256", kid: jwk.kid, ...header }), payload];
  const text = parts.map((part) => Buffer.from(part).toString("base64url")).join(".");
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  return `${text}.${sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}

async function request(address, init) {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(15_000) });
    const text = await response.text();
    if (!/^[[{]/.test(text)) throw new Error(`${response.status}, which is no JSON: ${text.slice(0, 200)}`);
    return { ok: response.ok, body: JSON.parse(text) };
  } catch (error) {
    throw new Unanswered(`${address} cannot be reached: ${error.cause?.message ?? error.message}`);
  }
}

// 1. A token, by client credentials: a signed assertion stands for a password.
async function requestToken(jwk) {
  const discovery = await request(`${url}/sso/.well-known/openid-configuration`);
  if (!discovery.ok) throw new Failed(`${url} answered ${discovery.status} instead of where to sign in.`);
  const { issuer, token_endpoint } = discovery.body;
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: clientId, sub: clientId, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 };
  const { ok, body } = await request(token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: signed(jwk, {}, JSON.stringify(claims)),
    }),
  });
  if (!ok || !body.access_token)
    throw new Failed(`No token for ${clientId}: ${body.error ?? "?"} ${body.error_description ?? ""}`);
  return body.access_token;
}

async function ask(token, query, variables) {
  const { body } = await request(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "accept-language": "en",
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  const [error] = body.errors ?? [];
  if (!error) return body.data;
  const { code } = error.extensions ?? {};
  throw new (passing.has(code) ? Unanswered : Failed)(`${code}: ${error.message}`, error.extensions);
}

// A token lasts five minutes. It is renewed where the graph says that it has ended.
let token;
async function askPatiently(jwk, query, variables) {
  for (let pauseMs = 500; ; pauseMs *= 2)
    try {
      token ??= await requestToken(jwk);
      return await ask(token, query, variables());
    } catch (error) {
      if (!(error instanceof Unanswered) || pauseMs > 10_000) throw error;
      if (error.code === "UNAUTHENTICATED") token = undefined;
      await new Promise((resolve) => setTimeout(resolve, Math.max(pauseMs, error.waitMs)));
    }
}

// 3b. The proof signs the canonical form (RFC 8785) of exactly this input: of a flat object of texts and whole numbers that
// is its JSON with sorted names. The payload itself is left out of what is sent.
function proofOf(jwk, input) {
  const canonical = JSON.stringify(
    Object.fromEntries(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  const iat = Math.floor(Date.now() / 1000);
  const header = { operation: "notifyPayment", aud: "campus-graph", iat, nonce: randomUUID() };
  return signed(jwk, header, canonical).replace(/\.[^.]*\./, "..");
}

// 3c. The money is taken, so the city must hear of it: without an answer the same notice goes out again, under its own
// number and with a fresh proof. A real partner has written it down before, and goes on for days.
async function tell(jwk, input) {
  return (await askPatiently(jwk, notifyPayment, () => ({ input, proof: proofOf(jwk, input) })))
    .notifyPayment;
}

async function main() {
  const jwk = privateJwk();
  token = await requestToken(jwk);
  // 2. The bill of the number that the payer typed or scanned. The reference is our own name for the payer.
  const { billByAccountNumber: bill } = await askPatiently(jwk, payableBill, () => ({
    accountNumber,
    payerReference: "example-payer",
  }));
  if (!bill) throw new Failed(`There is no bill ${accountNumber} for ${clientId}.`);
  console.log(bill);
  const channel = CHANNEL ?? (bill.channels.includes("EASY_WALLET") ? "EASY_WALLET" : bill.channels[0]);
  if (!bill.channels.includes(channel))
    throw new Failed(`Nothing is to be paid: the bill is ${bill.status}, and no channel of ours takes it.`);

  // 3. The payer has paid.
  const input = {
    accountNumber,
    amount: bill.amount,
    channel,
    transactionNumber: `EXAMPLE-${randomUUID()}`,
    paidAt: new Date().toISOString(),
  };
  const told = await tell(jwk, input);
  console.log(told);

  // 4. The same notice again, whenever, gets the same answer.
  const again = await tell(jwk, input);
  console.log(again);
  if (JSON.stringify(again) !== JSON.stringify(told)) throw new Failed("The same notice got another answer.");
}

await main().catch((error) => {
  console.error(error instanceof Failed ? error.message : error);
  process.exitCode = 1;
});
