import { describe, expect, it } from "vitest";
import { recoveryCodesIn } from "./authenticator.js";
import { Browser, claimsOf } from "./browser.js";
import { demoPassword, type Identity, publicUrl, startIdentity } from "./given.js";
import { optionsIn, VirtualPasskey, type Wrongly } from "./virtual-passkey.js";

const teacher = "teacher@campus.example";

async function givePassword(identity: Identity): Promise<Browser> {
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: teacher, password: demoPassword });
  return browser;
}

/** A teacher whose first second factor is a passkey, made at the sign-in. */
async function enrol(identity: Identity, wrongly: Wrongly = {}) {
  const passkey = new VirtualPasskey(identity.publicUrl);
  const browser = await givePassword(identity);
  const answer = passkey.create(optionsIn(browser), wrongly);
  await browser.submit("enrol-passkey", { answer, name: "導師室電腦" });
  return { browser, passkey, answer };
}

const start = () => startIdentity({ demoCity: true, staffNeedSecondFactor: true });

describe("a passkey", () => {
  it("is made at the sign-in, named, and opens the next one", async () => {
    await using identity = await start();
    const { browser, passkey } = await enrol(identity);
    expect(recoveryCodesIn(browser)).toHaveLength(10);
    await browser.submit("leave-recovery-codes");
    const next = await givePassword(identity);
    expect(optionsIn(next)).toMatchObject({
      rpId: "campus.test",
      userVerification: "required",
      allowCredentials: [{ id: passkey.id.toString("base64url") }],
    });
    await next.submit("passkey", { answer: passkey.get(optionsIn(next)) });
    const claims = claimsOf(await next.tokens());
    expect(claims).toMatchObject({ assurance: "second-factor", amr: ["pop", "mfa"] });
    await next.visit("/sso/second-factor");
    expect(next.text).toContain("導師室電腦");
  });

  it.each<[string, Wrongly]>([
    ["from another site", { origin: "https://campus.example.com" }],
    ["from another port of the host", { origin: `${publicUrl}:8443` }],
    ["for another host", { host: "elsewhere.test" }],
    ["without its person verified", { isVerified: false }],
    ["to a question that nobody asked", { challenge: "AAAA" }],
  ])("is not made by an answer %s", async (_, wrongly) => {
    await using identity = await start();
    const { browser } = await enrol(identity, wrongly);
    expect(browser.alert).toBe("PASSKEY_NOT_ENROLLED");
    expect(await identity.rows("select * from second_factor where kind = 'PASSKEY'")).toEqual([]);
  });

  it.each<[string, Wrongly]>([
    ["from another site", { origin: "https://campus.example.com" }],
    ["for another host", { host: "elsewhere.test" }],
    ["without its person verified", { isVerified: false }],
    ["to a question that nobody asked", { challenge: "AAAA" }],
  ])("opens nothing by an answer %s", async (_, wrongly) => {
    await using identity = await start();
    const { passkey } = await enrol(identity);
    const next = await givePassword(identity);
    await next.submit("passkey", { answer: passkey.get(optionsIn(next), wrongly) });
    expect(next.alert).toBe("SECOND_FACTOR_WRONG");
  });

  it("opens nothing by an answer that was given before, nor by a copy whose count went back", async () => {
    await using identity = await start();
    const { passkey } = await enrol(identity);
    const next = await givePassword(identity);
    const answer = passkey.get(optionsIn(next));
    await next.submit("passkey", { answer });
    expect(next.arrival).not.toBeNull();
    const again = await givePassword(identity);
    await again.submit("passkey", { answer });
    expect(again.alert).toBe("SECOND_FACTOR_WRONG");
    await again.submit("passkey", { answer: passkey.get(optionsIn(again), { count: 1 }) });
    expect(again.alert).toBe("SECOND_FACTOR_WRONG");
    await again.submit("passkey", { answer: passkey.get(optionsIn(again)) });
    expect(again.arrival).not.toBeNull();
  });

  it("opens nothing by an answer that was given before, where the passkey keeps no count", async () => {
    await using identity = await start();
    const { passkey } = await enrol(identity);
    const next = await givePassword(identity);
    const answer = passkey.get(optionsIn(next), { count: 0 });
    await next.submit("passkey", { answer });
    expect(next.arrival).not.toBeNull();
    const again = await givePassword(identity);
    await again.submit("passkey", { answer });
    expect(again.alert).toBe("SECOND_FACTOR_WRONG");
  });

  it("answers a question within five minutes", async () => {
    await using identity = await start();
    const { passkey } = await enrol(identity);
    const next = await givePassword(identity);
    const options = optionsIn(next);
    identity.clock.advance(5 * 60_000 + 1_000);
    await next.submit("passkey", { answer: passkey.get(options) });
    expect(next.alert).toBe("SECOND_FACTOR_WRONG");
  });

  it("of somebody else opens nothing", async () => {
    await using identity = await start();
    await enrol(identity);
    const next = await givePassword(identity);
    await next.submit("passkey", { answer: new VirtualPasskey(publicUrl).get(optionsIn(next)) });
    expect(next.alert).toBe("SECOND_FACTOR_WRONG");
    await next.submit("passkey", { answer: "{" });
    expect(next.alert).toBe("SECOND_FACTOR_WRONG");
    expect(next.step).toBe("second-factor");
  });

  it("is not offered where the city's address is a number, which passkeys cannot be tied to", async () => {
    await using identity = await startIdentity({
      demoCity: true,
      staffNeedSecondFactor: true,
      publicUrl: "http://127.0.0.1:4000",
    });
    const browser = await givePassword(identity);
    expect(browser.text).toContain('data-step="enrol-authenticator"');
    expect(browser.text).not.toContain("data-passkey");
  });
});

it("runs two scripts of its own on the sign-in pages, and nothing inline", async () => {
  await using identity = await start();
  const browser = await givePassword(identity);
  const policy = browser.page!.answer.headers.get("content-security-policy");
  expect(policy).toContain(`script-src ${publicUrl}/sso/scripts/`);
  expect(policy).toContain("default-src 'none'");
  const scripts = [...browser.text.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, content] of scripts) {
    expect(content).toBe("");
    const [, source = ""] = /src="([^"]+)"/.exec(attributes!) ?? [];
    const script = await browser.send("GET", source);
    expect(script.status).toBe(200);
    expect(script.headers.get("content-type")).toContain("text/javascript");
  }
  expect((await browser.send("GET", "/sso/scripts/package.json")).status).toBe(404);
});
