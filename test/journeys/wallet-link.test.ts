import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "@campus-graph/clients/connect";
import {
  LinkedBillsDocument,
  MyBillsDocument,
  MyWalletLinksDocument,
  UnlinkWalletDocument,
} from "@campus-graph/clients/generated/operations";
import { beginLink, endLink, finishLink, linkTokens } from "@campus-graph/clients/link";
import { fixedToken } from "@campus-graph/clients/tokens";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest } from "@campus-graph/kit/auth/viewer";
import { linkedBillNotices } from "@campus-graph/wallet/linked-bill-notices";
import {
  buildSchema,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { importJWK, type JWK } from "jose";
import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as, asWallet, walletOf } from "../harness/as.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { childOf, children, issueBill } from "./given.js";
import { agree, linked, returnAddress } from "./linking.js";

const guardian = "guardian@campus.example";
const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const insecure = { [oauth.allowInsecureRequests]: true };

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true, gateways: 2 });
});
afterAll(() => graph?.[Symbol.asyncDispose]());

/** Issues one more bill to the guardian's younger child. */
async function anotherBill(): Promise<void> {
  await using parent = await as(graph, guardian);
  await using cashier = await as(graph, "cashier@campus.example");
  await issueBill(cashier, await childOf(parent, children.younger), "校外教學費");
  await graph.settle();
}

/** What an operator's command sends, signed as the gateway signs. */
async function operate(command: "suspend-partner" | "resume-partner"): Promise<void> {
  const path = `/internal/${command}`;
  const body = JSON.stringify({ clientId: "wallet" });
  const viewer = { ...anonymous, clientId: "operator" };
  const parts = { audience: "identity", method: "POST", path, body, viewer, traceId: "t" };
  const ring = readKeys(join(graph.keysFolder, "identity.json")).ring("viewer");
  const sent = await fetch(`${graph.subgraphs.identity.url}${path}`, {
    method: "POST",
    body,
    headers: signRequest(ring, parts),
  });
  if (!sent.ok) throw new Error(await sent.text());
}

describe("a standard OpenID client", () => {
  it("links a guardian by code, PKCE and the partner's own key, and renews", async () => {
    const partner = walletOf(graph);
    const issuer = new URL(`${graph.publicUrl}/sso`);
    const server = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { algorithm: "oidc", ...insecure }),
    );
    const client: oauth.Client = { client_id: partner.clientId };
    const key = (await importJWK(partner.privateKey as JWK, "ES256")) as CryptoKey;
    const byKey = oauth.PrivateKeyJwt({ key, kid: partner.privateKey.kid! });
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const start = new URL(server.authorization_endpoint!);
    start.search = new URLSearchParams({
      client_id: partner.clientId,
      response_type: "code",
      scope: "openid bills:read notices:subscribe",
      redirect_uri: returnAddress(graph),
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
    }).toString();
    const back = await agree(graph, start, guardian);
    expect(() => oauth.validateAuthResponse(server, client, back, "another-state")).toThrow();
    const answer = oauth.validateAuthResponse(server, client, back, state);
    const tokens = await oauth.processAuthorizationCodeResponse(
      server,
      client,
      await oauth.authorizationCodeGrantRequest(
        server,
        client,
        byKey,
        answer,
        returnAddress(graph),
        verifier,
        insecure,
      ),
    );
    expect(tokens.scope).toBe("bills:read notices:subscribe");
    expect(oauth.getValidatedIdTokenClaims(tokens)?.aud).toBe("wallet");
    const renewed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(server, client, byKey, tokens.refresh_token!, insecure),
    );
    expect(renewed.scope).toBe("bills:read notices:subscribe");
  });
});

describe("a wallet's token of a guardian", () => {
  const api = buildSchema(read("schema/api.graphql"));
  const facts = JSON.parse(read("schema/facts.json")) as { permissions: Record<string, string> };
  const scalars: Readonly<Record<string, string>> = {
    ID: '"0195d000-0000-7000-8000-000000000001"',
    Int: "1",
    Money: "1",
    Float: "1",
    Boolean: "true",
    Date: '"2027-01-01"',
    DateTime: '"2027-01-01T00:00:00Z"',
    EmailAddress: '"somebody@example.com"',
    PayAccountNumber: '"4803006300000198"',
  };

  function literalOf(type: GraphQLInputType): string {
    if (isNonNullType(type)) return literalOf(type.ofType as GraphQLInputType);
    if (isListType(type)) return `[${literalOf(type.ofType as GraphQLInputType)}]`;
    if (isEnumType(type)) return type.getValues()[0]!.name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
      return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type)}`).join(", ")} }`;
    }
    return scalars[type.name] ?? '"x"';
  }

  const rootFields = (["query", "mutation", "subscription"] as const).flatMap((kind) => {
    const type: GraphQLObjectType = {
      query: api.getQueryType()!,
      mutation: api.getMutationType()!,
      subscription: api.getSubscriptionType()!,
    }[kind];
    return Object.values(type.getFields()).map((field) => {
      const given = field.args.filter(({ type }) => isNonNullType(type));
      const args = given.map(({ name, type }) => `${name}: ${literalOf(type)}`).join(", ");
      const selection = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
      const text = `${kind} { ${field.name}${args ? `(${args})` : ""}${selection} }`;
      return { row: `${type.name}.${field.name}`, kind, text };
    });
  });

  async function answerTo(token: string, kind: string, query: string): Promise<string> {
    const response = await fetch(`${graph.publicUrl}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: kind === "subscription" ? "text/event-stream" : "application/json",
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query }),
    });
    if (kind !== "subscription") return response.text();
    let text = "";
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (/^data: .+\n/m.test(text)) break;
    }
    return text;
  }

  const open = {
    "bills:read": ["Query.myBills"],
    "notices:subscribe": ["Query.billNotices", "Subscription.billNotice"],
  } as const;

  it.each(["bills:read", "notices:subscribe"] as const)(
    "within %s is refused every root field of the schema but what that scope opens",
    async (scope) => {
      const { access_token } = await linked(graph, guardian, { scopes: [scope] });
      expect(rootFields.length).toBeGreaterThan(50);
      const given: string[] = [];
      for (const { row, kind, text } of rootFields) {
        // A tail that is open answers when there is news: it is followed below.
        if (row === "Subscription.billNotice" && scope === "notices:subscribe") continue;
        const answer = await answerTo(access_token, kind, text);
        if (/"code":"FORBIDDEN"/.test(answer)) continue;
        // What is open to anybody has no row among the facts.
        if (facts.permissions[row] === undefined) expect(answer).not.toContain("林");
        else given.push(row);
      }
      expect(given).toEqual(open[scope].filter((row) => !row.startsWith("Subscription")));
    },
    120_000,
  );

  it("reaches nothing of a child beyond the bill, by whatever way through the graph", async () => {
    const { access_token } = await linked(graph, guardian);
    for (const path of [
      "student { name }",
      "student { studentNumber }",
      "student { schoolClass { name } }",
      "student { guardians { name } }",
      "student { bills { edges { node { id } } } }",
      "student { unpaidBillCount }",
      "school { classes { name } }",
      "claims { id }",
      "paymentOptions { channel }",
      "history { kind }",
    ]) {
      const answer = await answerTo(access_token, "query", `{ myBills { edges { node { id ${path} } } } }`);
      expect([path, answer]).toEqual([path, expect.stringContaining('"code":"FORBIDDEN"')]);
    }
    const bills = await answerTo(
      access_token,
      "query",
      "{ myBills { edges { node { student { id maskedName } } } } }",
    );
    expect(bills).toContain("林O佑");
  });

  it("opens no document", async () => {
    const { access_token } = await linked(graph, guardian);
    const response = await fetch(`${graph.publicUrl}/documents/anything`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    expect(response.status).toBe(404);
  });
});

describe("a linked wallet", () => {
  it("reads its guardian's bills, and is told of a new one at once, from where it was cut off", async () => {
    const partner = walletOf(graph);
    const { refresh_token } = await linked(graph, guardian);
    const kept: string[] = [];
    const tokens = linkTokens(partner, refresh_token!, (next) => kept.push(next));
    await using wallet = connect({ url: graph.urls, tokens });
    await using parent = await as(graph, guardian);
    const ids = (of: { edges: readonly { node: { id: string } }[] }) =>
      of.edges.map(({ node }) => node.id).sort();
    const { myBills: seen } = await wallet.query(LinkedBillsDocument, { first: 50 });
    expect(ids(seen)).toEqual(ids((await parent.query(MyBillsDocument, { first: 50 })).myBills));
    const tail = await wallet.subscribe(linkedBillNotices);
    await anotherBill();
    const first = await tail.take();
    expect(first).toMatchObject({ kind: "ISSUED", bill: { student: { maskedName: "林O佑" } } });
    await wallet.close();
    await anotherBill();
    await anotherBill();
    await using again = connect({
      url: graph.urls,
      tokens: linkTokens(partner, kept.at(-1)!, () => undefined),
    });
    const resumed = await again.subscribe(linkedBillNotices, { after: first.cursor });
    const missed = [await resumed.take(), await resumed.take()];
    expect(missed.map(({ kind }) => kind)).toEqual(["ISSUED", "ISSUED"]);
    expect(new Set([first, ...missed].map(({ id }) => id)).size).toBe(3);
  });

  it("is cut off within two seconds when its guardian ends the link, and gets no further token", async () => {
    const partner = walletOf(graph);
    const { refresh_token, access_token } = await linked(graph, guardian);
    await using wallet = connect({ url: graph.urls, tokens: fixedToken(access_token) });
    const tail = await wallet.subscribe(linkedBillNotices);
    const ended = tail.next(20_000).then(
      () => "ended",
      (error: Error) => error.name,
    );
    await using parent = await as(graph, guardian);
    const { myWalletLinks } = await parent.query(MyWalletLinksDocument);
    expect(myWalletLinks).toMatchObject([
      { partner: { name: "悠遊付" }, scopes: ["bills:read", "notices:subscribe"] },
    ]);
    const from = performance.now();
    expect((await parent.mutate(UnlinkWalletDocument, { id: myWalletLinks[0]!.id })).unlinkWallet).toEqual(
      [],
    );
    expect(await ended).toBe("TailEnded");
    // The bound itself is 2 s; machines that run tests are slow.
    expect(performance.now() - from).toBeLessThan(20_000);
    for (const url of graph.urls) {
      await using other = connect({ url, tokens: fixedToken(access_token) });
      await expect(other.query(LinkedBillsDocument, {})).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
    expect(await linkTokens(partner, refresh_token!, () => undefined).renew()).toBeUndefined();
  });

  it("ends the link itself, and leaves its guardian's browser signed in", async () => {
    const { refresh_token, access_token } = await linked(graph, guardian);
    await using parent = await as(graph, guardian);
    await endLink(walletOf(graph), refresh_token!);
    expect((await parent.query(MyWalletLinksDocument)).myWalletLinks).toEqual([]);
    await using wallet = connect({ url: graph.publicUrl, tokens: fixedToken(access_token) });
    await graph.settle();
    await expect
      .poll(() => wallet.query(LinkedBillsDocument, {}).catch((error) => error.code), { timeout: 20_000 })
      .toBe("UNAUTHENTICATED");
  });

  it("is cut off when the city suspends the partner, in its own name too", async () => {
    const { access_token } = await linked(graph, guardian);
    await using wallet = connect({ url: graph.urls, tokens: fixedToken(access_token) });
    const tail = await wallet.subscribe(linkedBillNotices);
    const ended = tail.next(20_000).then(
      () => "ended",
      (error: Error) => error.name,
    );
    await operate("suspend-partner");
    await graph.settle();
    expect(await ended).toBe("TailEnded");
    await expect(wallet.query(LinkedBillsDocument, {})).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await operate("resume-partner");
    await using partner = asWallet(graph);
    await expect
      .poll(() => partner.query(LinkedBillsDocument, {}).then(() => "works"), { timeout: 20_000 })
      .toBe("works");
  });

  it("takes no answer that belongs to another link, or comes from another server", async () => {
    const partner = walletOf(graph);
    const redirectUri = returnAddress(graph);
    const [mine, others] = [
      await beginLink(partner, { redirectUri }),
      await beginLink(partner, { redirectUri }),
    ];
    const back = await agree(graph, others.url, guardian);
    const finish = (query: URLSearchParams) => finishLink(partner, mine, query, redirectUri);
    await expect(finish(back.searchParams)).rejects.toMatchObject({ code: "invalid_state" });
    const slipped = new URLSearchParams(back.searchParams);
    slipped.set("state", mine.state);
    // The code of another's link is no use with this one's verifier.
    await expect(finish(slipped)).rejects.toMatchObject({ code: "invalid_grant" });
    slipped.set("iss", "https://elsewhere.example/sso");
    await expect(finish(slipped)).rejects.toMatchObject({ code: "invalid_issuer" });
  });
});
