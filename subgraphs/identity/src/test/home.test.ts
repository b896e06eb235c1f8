import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { givenApprovedGuardian } from "./accounts.js";
import { Browser } from "./browser.js";
import { demoPassword, type Identity, publicUrl, startIdentity, wang } from "./given.js";

const { email, name } = demoPeople.newcomer;

it("leads from the link in the mail over the sign-in to a password of one's own", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity);
  const [, link = ""] =
    /登入入口 Sign in at：(\S+)/.exec(identity.mailbox.to(wang.email).at(-1)?.text ?? "") ?? [];
  expect(link).toBe(`${publicUrl}/sso`);
  const browser = new Browser(identity);
  await browser.visit(new URL(link).pathname);
  expect(browser.step).toBe("password");
  await browser.submit("password", { login: wang.email, password: "456789" });
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(wang.email) });
  expect(browser.text).toContain("您已登入");
  expect(browser.text).toContain("請先將初始密碼換成您自己的密碼");
  await browser.submitHome("change-password", { "current-password": "456789", password: "short" });
  expect(browser.alert).toBe("PASSWORD_TOO_SHORT");
  await browser.submitHome("change-password", {
    "current-password": "456789",
    password: "three green bicycles",
  });
  expect(browser.text).toContain("新密碼已儲存");
  expect(browser.text).toContain("家長：");
  expect(browser.text).not.toContain("請先將初始密碼");
});

it("shows who is signed in, in the reader's language", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await signedIn(identity, "en");
  expect(browser.text).toContain('<html lang="en">');
  expect(browser.text).toContain(name);
  expect(browser.text).toContain("What you may do next");
});

it("gives a page that signs in no token", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await signedIn(identity);
  expect(browser.page?.path).not.toContain("code=");
  expect(
    await identity.rows("select id from sso_item where model in ('AuthorizationCode', 'RefreshToken')"),
  ).toEqual([]);
});

it("signs out everywhere, and shows the sign-in again", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const elsewhere = new Browser(identity);
  const { refresh_token } = await elsewhere.signIn(email, demoPassword);
  const browser = await signedIn(identity);
  await browser.submitHome("sign-out-everywhere");
  expect(browser.text).toContain("您已在所有裝置登出");
  await browser.visit("/sso");
  expect(browser.step).toBe("password");
  expect((await elsewhere.refresh(refresh_token)).status).toBe(400);
});

it("does nothing for a form that another page made up", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await signedIn(identity);
  for (const guard of ["", "made-up"])
    await browser.submitHome("change-password", {
      guard,
      "current-password": demoPassword,
      password: "three green bicycles",
    });
  await new Browser(identity).signIn(email, demoPassword);
});

it("counts tries at the current password", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await signedIn(identity);
  const guess = { "current-password": "wrong", password: "three green bicycles" };
  for (let wrong = 0; wrong < 5; wrong++) {
    expect((await browser.submitHome("change-password", guess)).status).toBe(422);
    expect(browser.alert).toBe("PASSWORD_WRONG");
  }
  expect((await browser.submitHome("change-password", guess)).status).toBe(429);
});

it("answers an address under which there is nothing with a page that leads to the sign-in", async () => {
  await using identity = await startIdentity();
  for (const path of ["/sso/nothing", "/sso/interaction/long-ago"]) {
    const { status, text } = await new Browser(identity).send("GET", path);
    expect([404, 400]).toContain(status);
    expect(text).toContain('<a href="/sso">');
  }
});

async function signedIn(identity: Identity, language: "zh-TW" | "en" = "zh-TW"): Promise<Browser> {
  const browser = new Browser(identity, { language });
  await browser.visit("/sso");
  await browser.submit("password", { login: email, password: demoPassword });
  return browser;
}
