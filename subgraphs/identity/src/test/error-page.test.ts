import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alertOf, Browser } from "./browser.js";
import { appAddress, type Identity, startIdentity } from "./given.js";

const sentences = ({ text }: { text: string }) =>
  [...text.matchAll(/<(?:p|h1)\b[^>]*>([^<]+)</g)].map(([, sentence]) => sentence);

describe("what an app is refused before anybody can be sent back to it", () => {
  let identity: Identity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity[Symbol.asyncDispose]());

  const arrive = async (path: string, language: "zh-TW" | "en") =>
    new Browser(identity, { language }).send("GET", path, undefined, { accept: "text/html" });
  const signIn = (parameters: Record<string, string>) =>
    `/sso/auth?${new URLSearchParams({
      client_id: "parent-app",
      response_type: "code",
      scope: "openid",
      redirect_uri: appAddress,
      code_challenge: "x".repeat(43),
      code_challenge_method: "S256",
      ...parameters,
    })}`;

  it.each([
    {
      fault: "an address that is not registered",
      path: signIn({ redirect_uri: "https://app.campus.test/sined-in?a=<b>" }),
      code: "invalid_redirect_uri",
      en: "The app asked to be sent back to an address that is not registered for it.",
      zh: "App 要求返回的網址沒有登記。",
      shown: ["https://app.campus.test/sined-in?a=&lt;b&gt;", appAddress, "http://localhost/callback"],
    },
    {
      fault: "an address after sign-out that is not registered",
      path: "/sso/session/end?client_id=parent-app&post_logout_redirect_uri=https%3A%2F%2Fapp.campus.test%2Fbye",
      code: "invalid_request",
      en: "The app asked to be sent back to an address that is not registered for it.",
      zh: "App 要求返回的網址沒有登記。",
      shown: ["https://app.campus.test/bye", appAddress],
    },
    {
      fault: "an unknown app",
      path: signIn({ client_id: "my-app" }),
      code: "invalid_client",
      en: "The app is not registered here.",
      zh: "這個 App 沒有登記。",
      shown: ["my-app", "parent-app"],
    },
  ])(
    "says of $fault what is wrong, once, and what is registered",
    async ({ path, code, en, zh, shown: tells }) => {
      for (const [language, sentence] of [
        ["en", en],
        ["zh-TW", zh],
      ] as const) {
        const page = await arrive(path, language);
        expect(page.status).toBeGreaterThanOrEqual(400);
        expect(alertOf(page)).toBe(code);
        expect(sentences(page)).toContain(sentence);
        // One remedy: nobody is told that a sign-in with a wrong address has run out.
        expect(page.text).not.toMatch(/run out|逾時/);
        for (const value of tells) expect(page.text).toContain(`<code>${value}</code>`);
      }
    },
  );

  it("says of a page that is over only that the sign-in must begin again", async () => {
    const page = await arrive("/sso/auth/gone", "en");
    expect(alertOf(page)).toBeUndefined();
    expect(page.text).toContain("Please begin again");
  });
});
