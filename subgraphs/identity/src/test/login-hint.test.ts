import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser } from "./browser.js";
import { demoPassword, type Identity, startIdentity } from "./given.js";

/** What stands in a field of the sign-in page. */
const valueIn = ({ text }: Browser, field: string) =>
  new RegExp(`id="${field}"[^>]* value="([^"]*)"`).exec(text)?.[1];
const guardian = "guardian@campus.example";

describe.each([
  { city: "the demo city", demoCity: true, password: demoPassword },
  { city: "a city of its own", demoCity: false, password: "" },
])("the sign-in page of $city, for an app that says whom it is for", ({ demoCity, password }) => {
  let identity: Identity;
  beforeAll(async () => {
    identity = await startIdentity({ demoCity });
  });
  afterAll(() => identity[Symbol.asyncDispose]());

  it("has the login filled in, and the password where it is no secret", async () => {
    const hinted = await new Browser(identity).open({ login_hint: guardian });
    expect([valueIn(hinted, "login"), valueIn(hinted, "password")]).toEqual([guardian, password]);
    const unhinted = await new Browser(identity).open();
    expect([valueIn(unhinted, "login"), valueIn(unhinted, "password")]).toEqual(["", ""]);
  });

  it("has no password filled in again beside a refusal", async () => {
    const browser = await new Browser(identity).open({ login_hint: guardian });
    await browser.submit("password", { login: "somebody@campus.example", password: "wrong" });
    expect(browser.alert).toBe("SIGN_IN_WRONG");
    expect([valueIn(browser, "login"), valueIn(browser, "password")]).toEqual([
      "somebody@campus.example",
      "",
    ]);
  });

  it("shows a hint as text, whatever it is", async () => {
    const hinted = await new Browser(identity).open({ login_hint: `"><script>${"x".repeat(1_000)}` });
    expect(hinted.text).toContain("&quot;&gt;&lt;script&gt;x");
    expect(hinted.text.length).toBeLessThan(10_000);
  });
});
