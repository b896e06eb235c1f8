// A whole payment partner: finds a bill by its number, pays it, and tells again to show that nothing happens twice.
//
//   node subgraphs/payments/example-partner.mjs 4803006300000198
//
// From a checkout whose graph is running. CAMPUS_URL and WALLET_KEYS point elsewhere.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import canonicalize from "canonicalize";
import { CompactSign, importJWK, SignJWT } from "jose";

const url = process.env.CAMPUS_URL ?? "http://localhost:4000";
const keys = process.env.WALLET_KEYS ?? ".campus/keys/wallet.json";
const clientId = "wallet";
const [accountNumber = "4803006300000198"] = process.argv.slice(2);

const jwk = JSON.parse(readFileSync(keys, "utf8")).walletJwks.keys[0];
const key = await importJWK(jwk, "ES256");

// 1. A token, by client credentials: a signed assertion stands for a password.
const { issuer, token_endpoint } = await (await fetch(`${url}/sso/.well-known/openid-configuration`)).json();
const assertion = await new SignJWT({})
  .setProtectedHeader({ alg: "ES256", kid: jwk.kid })
  .setIssuer(clientId)
  .setSubject(clientId)
  .setAudience(issuer)
  .setJti(randomUUID())
  .setIssuedAt()
  .setExpirationTime("60s")
  .sign(key);
const granted = await fetch(token_endpoint, {
  method: "POST",
  body: new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  }),
});
const { access_token } = await granted.json();

async function ask(query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${access_token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data;
}

// 2. The bill of the number that the payer typed or scanned.
const { billByAccountNumber: bill } = await ask(
  `query ($number: PayAccountNumber!) { billByAccountNumber(accountNumber: $number) {
    title schoolName maskedStudentName amount dueDate status channels } }`,
  { number: accountNumber },
);
console.log(bill ?? `There is no bill ${accountNumber}.`);
if (!bill) process.exit(1);

// 3. The payer has paid. The proof signs the canonical form of exactly this input.
const input = {
  accountNumber,
  amount: bill.amount,
  channel: "EASY_WALLET",
  transactionNumber: `EXAMPLE-${randomUUID()}`,
  paidAt: new Date().toISOString(),
};
async function proofOf(input) {
  const jws = await new CompactSign(new TextEncoder().encode(canonicalize(input)))
    .setProtectedHeader({
      alg: "ES256",
      kid: jwk.kid,
      operation: "notifyPayment",
      aud: "campus-graph",
      iat: Math.floor(Date.now() / 1000),
      nonce: randomUUID(),
    })
    .sign(key);
  const [header, , signature] = jws.split(".");
  return `${header}..${signature}`;
}
const notify = `mutation ($input: NotifyPaymentInput!, $proof: String!) {
  notifyPayment(input: $input, proof: $proof) { transactionNumber outcome receivedAt } }`;
console.log(await ask(notify, { input, proof: await proofOf(input) }));

// 4. The answer got lost? Send the same notice again, whenever: it gets the same answer.
console.log(await ask(notify, { input, proof: await proofOf(input) }));
