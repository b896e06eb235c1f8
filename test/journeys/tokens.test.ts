import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "@campus-graph/clients/connect";
import { TailEnded } from "@campus-graph/clients/failure";
import { billNotices } from "@campus-graph/clients/feeds";
import { MeDocument, SchoolsDocument } from "@campus-graph/clients/generated/operations";
import { decodeJwt, decodeProtectedHeader, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { as, asAnyone, signInTo } from "../harness/as.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { childOf, children, issueBill } from "./given.js";
import { refusalOf } from "./refusal.js";

describe("a token that is not good", () => {
  let graph: Graph;
  /** By what is wrong with it. */
  const bad = new Map<string, string>();
  beforeAll(async () => {
    graph = await startGraph({ demoCity: true });
    const good = (await (await signInTo(graph, "guardian@campus.example")).current())!;
    const [header, payload, signature] = good.split(".") as [string, string, string];
    const cashier = { ...decodeJwt(good), roles: [{ role: "CASHIER", schoolCode: "403601" }] };
    bad.set("unknown", "not-a-token-of-anybody");
    bad.set(
      "forged in its claims",
      `${header}.${Buffer.from(JSON.stringify(cashier)).toString("base64url")}.${signature}`,
    );
    bad.set("signed by a stranger", await signAgain(good, (await generateKeyPair("ES256")).privateKey, "1h"));
    bad.set("expired", await signAgain(good, await signingKey(), "-1s"));
    bad.set("cut short", `${header}.${payload}.`);
  });
  afterAll(() => graph?.[Symbol.asyncDispose]());

  it("is answered with UNAUTHENTICATED and HTTP 401, whatever is wrong with it", async () => {
    for (const [fault, token] of bad) {
      await using connection = connect({ url: graph.urls, token });
      expect((await refusalOf(connection.query(MeDocument))).code, fault).toBe("UNAUTHENTICATED");
      const response = await fetch(`${graph.publicUrl}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: "{ schools { code } }" }),
      });
      expect(response.status, fault).toBe(401);
    }
  });

  it("opens no socket", async () => {
    for (const [fault, token] of bad) {
      await using connection = connect({ url: graph.urls, token });
      await using tail = await connection.subscribe(billNotices, { after: "any" });
      const end = await tail.take().catch((error: unknown) => error);
      expect(end, fault).toBeInstanceOf(TailEnded);
      expect((end as TailEnded).closeCode, fault).toBe(4401);
    }
  });

  it("is worse than none: without one the open part of the graph answers", async () => {
    await using anyone = asAnyone(graph);
    expect((await anyone.query(SchoolsDocument)).schools.length).toBeGreaterThan(0);
    expect((await anyone.answer(MeDocument)).data?.me ?? null).toBeNull();
  });

  it("is replaced on a live socket when its time is over, and the tail goes on without a gap", async () => {
    const session = await signInTo(graph, "guardian@campus.example");
    await using cashier = await as(graph, "cashier@campus.example");
    const good = (await session.current())!;
    const short = await signAgain(good, await signingKey(), "3s");
    const endsAt = decodeJwt(short).exp! * 1000;
    const replaced = Promise.withResolvers<void>();
    const tokens = {
      async current() {
        if (Date.now() < endsAt) return short;
        replaced.resolve();
        return good;
      },
      renew: async () => good,
    };
    await using guardian = connect({ url: graph.urls, tokens });
    const child = await childOf(guardian, children.younger);
    await using tail = await guardian.subscribe(billNotices);
    await issueBill(cashier, child, "with the first token");
    expect((await tail.take()).bill?.title).toBe("with the first token");

    await replaced.promise;
    await issueBill(cashier, child, "with the second");
    expect((await tail.take()).bill?.title).toBe("with the second");
  });

  it("does not get better: a token ended by a sign-out stays refused, over HTTP and on live sockets", async () => {
    const session = await signInTo(graph, "coguardian@campus.example");
    const token = (await session.current())!;
    await using connection = connect({ url: graph.urls, token });
    await using tail = await connection.subscribe(billNotices);
    await session.signOut();
    await graph.settle();
    const end = await tail.take().catch((error: unknown) => error);
    expect(end).toBeInstanceOf(TailEnded);
    expect((end as TailEnded).code).toBe("SESSION_ENDED");
    expect((await refusalOf(connection.query(MeDocument))).code).toBe("UNAUTHENTICATED");
  });
});

/** The same token, signed anew with another end. */
function signAgain(token: string, key: Parameters<SignJWT["sign"]>[0], expires: string): Promise<string> {
  const { alg = "ES256", ...header } = decodeProtectedHeader(token);
  return new SignJWT(decodeJwt(token))
    .setProtectedHeader({ ...header, alg })
    .setExpirationTime(expires)
    .sign(key);
}

/** Identity's own key, which only a test can reach. */
async function signingKey() {
  const keys = JSON.parse(readFileSync(join(inject("keysFolder"), "identity.json"), "utf8")) as {
    ssoJwks: { keys: JWK[] };
  };
  return importJWK(keys.ssoJwks.keys[0]!, "ES256");
}
