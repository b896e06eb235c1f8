import { expect, it } from "vitest";
import { startIdentity } from "./given.js";
import { WalletBrowser } from "./wallet-browser.js";

const guardian = "guardian@campus.example";
const coguardian = "coguardian@campus.example";

it("lets nobody frame the page, keep it, or run a script on it", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new WalletBrowser(identity).askForLink(guardian);
  const headers = browser.page!.answer.headers;
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("cache-control")).toContain("no-store");
});

it("takes an agreement only with the guard of this very page", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const victim = await new WalletBrowser(identity).askForLink(guardian);
  const attacker = await new WalletBrowser(identity).askForLink(coguardian);
  for (const guard of ["", "a guess", attacker.guard]) {
    await victim.answer("agree", guard);
    expect(victim.arrival).toBeNull();
  }
  expect(await identity.rows("select 1 from wallet_link")).toEqual([]);
  await victim.answer("agree");
  expect(victim.arrival?.searchParams.get("code")).toBeTruthy();
});

it("asks anew each time, however often this wallet was agreed to, and unseen never", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new WalletBrowser(identity);
  await browser.link(guardian);
  await browser.askForLink(guardian);
  expect(browser.told).not.toEqual([]);
  await browser.askForLink(guardian, { prompt: "none" });
  expect(browser.arrival?.searchParams.get("error")).toBe("consent_required");
  expect(browser.arrival?.searchParams.get("code")).toBeNull();
});

it("gives nothing for a code a second time, and takes back what the first gave", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new WalletBrowser(identity).askForLink(guardian);
  await browser.answer("agree");
  const first = JSON.parse((await browser.redeemAsWallet()).text);
  expect((await browser.redeemAsWallet()).status).toBe(400);
  expect((await browser.refreshAsWallet(first.refresh_token)).status).toBe(400);
  expect(await identity.rows("select 1 from wallet_link")).toEqual([]);
});

it("gives nothing for another's code, a wrong verifier, or another return address", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new WalletBrowser(identity).askForLink(guardian);
  await browser.answer("agree");
  const code = browser.arrival!.searchParams.get("code")!;
  // A code slipped into another's sign-in is held by another verifier there (mix-up, RFC 9700 §4.5).
  expect((await new WalletBrowser(identity).redeemAsWallet(code)).status).toBe(400);
  const elsewhere = await new WalletBrowser(identity).askForLink(guardian, {
    redirect_uri: `${identity.publicUrl}/wallet/linked/../../evil`,
  });
  expect(elsewhere.arrival).toBeNull();
  expect(elsewhere.page?.answer.status).toBe(400);
});

it("names itself in its answer, so that a wallet of several cities is not confused", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new WalletBrowser(identity).askForLink(guardian);
  await browser.answer("agree");
  const { searchParams } = browser.arrival!;
  expect(searchParams.get("iss")).toBe(`${identity.publicUrl}/sso`);
  expect(searchParams.get("state")).toBe("the-state");
});

it("links nothing without PKCE, by the plain method, or by an implicit answer", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const wrongs: Record<string, string>[] = [
    { code_challenge: "", code_challenge_method: "" },
    { code_challenge_method: "plain" },
    { response_type: "token" },
  ];
  for (const wrong of wrongs) {
    const browser = new WalletBrowser(identity);
    await browser.open({ client_id: "wallet", scope: "bills:read", ...wrong });
    expect(browser.step).toBeUndefined();
    expect(browser.arrival?.searchParams.get("code") ?? null).toBeNull();
  }
});
