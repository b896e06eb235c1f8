import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { App, trade } from "./app.js";
import { Authenticator, recoveryCodesIn } from "./authenticator.js";
import { Browser, claimsOf, type Tokens } from "./browser.js";
import { demoPassword, type Identity, startIdentity } from "./given.js";

const minuteMs = 60_000;
const teacher = "teacher@campus.example";
const guardian = "guardian@campus.example";

interface FactorClaims {
  acr?: string;
  amr?: string[];
  auth_time?: number;
  second_factor?: string;
}
const factorClaimsOf = (tokens: Tokens) => claimsOf(tokens) as ReturnType<typeof claimsOf> & FactorClaims;

/** As far as the page after the password. */
async function givePassword(identity: Identity, login: string): Promise<Browser> {
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login, password: demoPassword });
  return browser;
}

/** Staff who enrol at their first sign-in: the telephone, their recovery codes and what the app was given. */
async function enrolTeacher(identity: Identity) {
  const browser = await givePassword(identity, teacher);
  const phone = Authenticator.readFrom(browser);
  await browser.submit("enrol-authenticator", { code: phone.code(identity.clock.now()) });
  const recoveryCodes = recoveryCodesIn(browser);
  await browser.submit("leave-recovery-codes");
  return { browser, phone, recoveryCodes, tokens: await browser.tokens() };
}

/** The next code: each is good once. */
function nextCode(identity: Identity, phone: Authenticator): string {
  identity.clock.advance(30_000);
  return phone.code(identity.clock.now());
}

describe("where staff need a second factor", () => {
  it("leads a teacher who has none through enrolment at the sign-in, and to nothing else", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const browser = await givePassword(identity, teacher);
    expect(browser.arrival).toBeNull();
    expect(browser.text).toContain('data-step="enrol-authenticator"');
    const phone = Authenticator.readFrom(browser);
    await browser.submit("leave-recovery-codes");
    expect(browser.arrival).toBeNull();
    await browser.submit("enrol-authenticator", { code: "000000" });
    expect(browser.alert).toBe("SECOND_FACTOR_WRONG");
    await browser.submit("enrol-authenticator", { code: phone.code(identity.clock.now()) });
    expect(recoveryCodesIn(browser)).toHaveLength(10);
    await browser.submit("leave-recovery-codes");
    const claims = factorClaimsOf(await browser.tokens());
    expect(claims).toMatchObject({
      assurance: "second-factor",
      acr: "urn:campus-graph:acr:second-factor",
      amr: ["otp", "mfa"],
      roles: [{ role: "TEACHER", schoolCode: "403601" }],
    });
    expect(Math.abs(claims.auth_time! - identity.clock.now().getTime() / 1_000)).toBeLessThan(60);
  });

  it("tells the owner by mail that one was enrolled", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    await enrolTeacher(identity);
    await identity.settle();
    expect(identity.mailbox.to(teacher).some(({ text }) => text.includes("新增了一種第二重驗證"))).toBe(true);
  });

  it("asks for it at every sign-in from then on", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { phone } = await enrolTeacher(identity);
    const browser = await givePassword(identity, teacher);
    expect(browser.step).toBe("second-factor");
    await browser.submit("second-factor", { code: nextCode(identity, phone) });
    expect(claimsOf(await browser.tokens()).assurance).toBe("second-factor");
  });

  it("takes no code twice, whoever brings it again", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { phone } = await enrolTeacher(identity);
    const code = nextCode(identity, phone);
    const [one, other] = [await givePassword(identity, teacher), await givePassword(identity, teacher)];
    await one.submit("second-factor", { code });
    expect(one.arrival).not.toBeNull();
    await other.submit("second-factor", { code });
    expect(other.alert).toBe("SECOND_FACTOR_WRONG");
  });

  it.each([
    ["one step behind", -30_000, true],
    ["two steps behind", -60_001, false],
    ["one step ahead", 30_000, true],
    ["two steps ahead", 60_001, false],
  ])("lets a telephone's clock be %s", async (_, offMs, isTaken) => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { phone } = await enrolTeacher(identity);
    identity.clock.advance(5 * minuteMs);
    const browser = await givePassword(identity, teacher);
    await browser.submit("second-factor", {
      code: phone.code(new Date(identity.clock.now().getTime() + offMs)),
    });
    expect(browser.arrival !== null).toBe(isTaken);
  });

  it("opens by each recovery code once, and tells its owner", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { recoveryCodes } = await enrolTeacher(identity);
    const [code = ""] = recoveryCodes;
    const browser = await givePassword(identity, teacher);
    await browser.submit("second-factor", { code: code.toLowerCase().replaceAll("-", " ") });
    expect(claimsOf(await browser.tokens()).assurance).toBe("second-factor");
    await identity.settle();
    expect(identity.mailbox.to(teacher).some(({ text }) => text.includes("備用碼"))).toBe(true);
    const again = await givePassword(identity, teacher);
    await again.submit("second-factor", { code });
    expect(again.alert).toBe("SECOND_FACTOR_WRONG");
  });

  it("keeps neither secret nor codes in clear", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { phone, recoveryCodes } = await enrolTeacher(identity);
    const dump = await identity.dump();
    for (const secret of [
      phone.secret,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll("-", "")),
    ])
      expect(dump).not.toContain(secret);
  });

  it("stops after five wrong codes, also for right ones, and opens again later", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { phone } = await enrolTeacher(identity);
    const browser = await givePassword(identity, teacher);
    for (let n = 0; n < 5; n++) {
      await browser.submit("second-factor", { code: `00000${n}` });
      expect(browser.alert).toBe("SECOND_FACTOR_WRONG");
    }
    await browser.submit("second-factor", { code: nextCode(identity, phone) });
    expect(browser.alert).toBe("TOO_MANY_ATTEMPTS");
    identity.clock.advance(15 * minuteMs);
    const later = await givePassword(identity, teacher);
    await later.submit("second-factor", { code: nextCode(identity, phone) });
    expect(later.arrival).not.toBeNull();
  });

  it("does not let strangers, who have no password, use up the tries", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { phone } = await enrolTeacher(identity);
    const stranger = await new Browser(identity).open();
    for (let n = 0; n < 8; n++) {
      await stranger.submit("password", { login: teacher, password: `wrong ${n}` });
      await stranger.submit("second-factor", { code: `00000${n}` });
    }
    const { value } = (
      await identity.rows<{ value: number }>(
        "select count(*)::int as value from attempt where scope = 'second-factor'",
      )
    )[0]!;
    expect(value).toBe(0);
    // The owner, who is known to this browser, is not kept out of their second factor.
    identity.clock.advance(15 * minuteMs);
    const owner = await givePassword(identity, teacher);
    await owner.submit("second-factor", { code: nextCode(identity, phone) });
    expect(owner.arrival).not.toBeNull();
  });

  it("asks for the second factor before a password is chosen anew: a mailbox alone opens nothing", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { phone } = await enrolTeacher(identity);
    // The letter that one was enrolled comes before the code.
    await identity.settle();
    const browser = await new Browser(identity).open();
    await browser.submit("forgot");
    await browser.submit("recover", { login: teacher });
    await identity.settle();
    await browser.submit("code", { code: identity.mailbox.codeFor(teacher) });
    expect(browser.step).toBe("second-factor");
    await browser.submit("new-password", { password: "nine paper lanterns" });
    expect(browser.step).toBe("second-factor");
    await browser.submit("second-factor", { code: nextCode(identity, phone) });
    expect(browser.step).toBe("new-password");
    await browser.submit("new-password", { password: "nine paper lanterns" });
    expect(claimsOf(await browser.tokens()).assurance).toBe("second-factor");
  });

  it("asks no guardian, who may have one all the same", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const tokens = await new Browser(identity).signIn(guardian, demoPassword);
    expect(factorClaimsOf(tokens)).toMatchObject({ assurance: "signed-in", roles: [{ role: "GUARDIAN" }] });
    expect(factorClaimsOf(tokens).second_factor).toBeUndefined();
  });

  it("gives no staff role to a session in which none was given", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const browser = new Browser(identity);
    const tokens = await browser.signIn(guardian, demoPassword);
    await identity.rows("update account set roles = roles || ?::jsonb where id = ?", [
      JSON.stringify([{ role: "REGISTRAR", schoolCode: "403601" }]),
      claimsOf(tokens).sub,
    ]);
    const refreshed = JSON.parse((await browser.refresh(tokens.refresh_token)).text) as Tokens;
    expect(claimsOf(refreshed).roles).toEqual([{ role: "GUARDIAN" }]);
    // And the session is not enough for the next app: its sign-in leads to enrolment.
    await browser.open({ redirect_uri: "http://127.0.0.1/signed-in" });
    expect(browser.step).toBe("password");
  });
});

describe("where it is everybody's choice, as in the demo", () => {
  it("signs staff in by the password alone, and waives what asks for a fresh one", async () => {
    await using identity = await startIdentity({ demoCity: true });
    const tokens = await new Browser(identity).signIn(teacher, demoPassword);
    expect(factorClaimsOf(tokens)).toMatchObject({ assurance: "signed-in", second_factor: "waived" });
  });

  it("asks whoever has enrolled, and waives nothing for them", async () => {
    await using identity = await startIdentity({ demoCity: true });
    const browser = new Browser(identity);
    await browser.signIn(teacher, demoPassword);
    await browser.visit("/sso/second-factor");
    const phone = Authenticator.readFrom(browser);
    await submitFactors(browser, "confirm-authenticator", { code: phone.code(identity.clock.now()) });
    expect(recoveryCodesIn(browser)).toHaveLength(10);
    const next = await givePassword(identity, teacher);
    expect(next.step).toBe("second-factor");
    await next.submit("second-factor", { code: nextCode(identity, phone) });
    const claims = factorClaimsOf(await next.tokens());
    expect(claims).toMatchObject({ assurance: "second-factor" });
    expect(claims.second_factor).toBeUndefined();
  });
});

/** Sends a form of the page at /sso/second-factor, with the guard that stands in it. */
async function submitFactors(browser: Browser, step: string, fields: Record<string, string> = {}) {
  const [, guard = ""] = /name="guard" value="([^"]+)"/.exec(browser.text) ?? [];
  return browser.submitTo("/sso/second-factor", { step, guard, ...fields });
}

describe("an account's page of second factors", () => {
  /** A guardian on the page, who has just enrolled an authenticator. */
  async function givenEnrolled(identity: Identity, login = guardian) {
    const browser = new Browser(identity);
    await browser.signIn(login, demoPassword);
    await browser.visit("/sso/second-factor");
    const phone = Authenticator.readFrom(browser);
    await submitFactors(browser, "confirm-authenticator", { code: phone.code(identity.clock.now()) });
    await browser.visit("/sso/second-factor");
    return { browser, phone };
  }

  it("renews the recovery codes, and those before open nothing any more", async () => {
    await using identity = await startIdentity({ demoCity: true });
    const browser = new Browser(identity);
    await browser.signIn(guardian, demoPassword);
    await browser.visit("/sso/second-factor");
    const phone = Authenticator.readFrom(browser);
    await submitFactors(browser, "confirm-authenticator", { code: phone.code(identity.clock.now()) });
    const [before = ""] = recoveryCodesIn(browser);
    await browser.visit("/sso/second-factor");
    await submitFactors(browser, "renew");
    const [after = ""] = recoveryCodesIn(browser);
    const next = await givePassword(identity, guardian);
    await next.submit("second-factor", { code: before });
    expect(next.alert).toBe("SECOND_FACTOR_WRONG");
    await next.submit("second-factor", { code: after });
    expect(next.arrival).not.toBeNull();
  });

  it("changes nothing until the second factor was given anew, once five minutes are over", async () => {
    await using identity = await startIdentity({ demoCity: true });
    const { browser, phone } = await givenEnrolled(identity);
    identity.clock.advance(5 * minuteMs + 1_000);
    await submitFactors(browser, "renew");
    expect(browser.alert).toBe("SECOND_FACTOR_REQUIRED");
    expect(browser.step).toBe("give");
    await submitFactors(browser, "give", { code: nextCode(identity, phone) });
    await submitFactors(browser, "renew");
    expect(recoveryCodesIn(browser)).toHaveLength(10);
  });

  it("changes nothing by a form without the page's own guard", async () => {
    await using identity = await startIdentity({ demoCity: true });
    const { browser } = await givenEnrolled(identity);
    const [before] = await identity.rows("select string_agg(digest, ' ') from recovery_code");
    await browser.submitTo("/sso/second-factor", { step: "renew", guard: "another" });
    expect(await identity.rows("select string_agg(digest, ' ') from recovery_code")).toEqual([before]);
  });

  it("lets a guardian go on without, and staff who must have one keep their last", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { browser } = await givenEnrolled(identity);
    await submitFactors(browser, "remove", { id: idIn(browser) });
    expect(await identity.rows("select * from second_factor where confirmed_at is not null")).toEqual([]);
    expect(await identity.rows("select * from recovery_code")).toEqual([]);
    const { browser: ofTeacher } = await enrolTeacher(identity);
    await ofTeacher.visit("/sso/second-factor");
    await submitFactors(ofTeacher, "remove", { id: idIn(ofTeacher) });
    expect(ofTeacher.alert).toBe("SECOND_FACTOR_LAST");
    expect(await identity.rows("select * from second_factor where confirmed_at is not null")).toHaveLength(1);
  });

  const idIn = ({ text }: Browser) => /name="id" value="([^"]+)"/.exec(text)?.[1] ?? "";
});

describe("a second factor anew, in a browser's session", () => {
  const claims = async (identity: Identity, app: App) =>
    decodeJwt<FactorClaims & { assurance: string }>((await trade(identity, app.secret))!.token);

  it("counts from then on in the token, under another cookie", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { phone } = await enrolTeacher(identity);
    const app = new App(identity);
    await app.beginSignIn();
    await app.submit("password", { login: teacher, password: demoPassword });
    await app.submit("second-factor", { code: nextCode(identity, phone) });
    const before = await claims(identity, app);
    expect(before).toMatchObject({ assurance: "second-factor", amr: ["otp", "mfa"] });
    identity.clock.advance(20 * minuteMs);
    expect((await app.post("/session/second-factor/question")).body).toEqual({
      isEnrolled: true,
      passkey: null,
    });
    const secret = app.secret;
    const given = await app.post("/session/second-factor", { code: nextCode(identity, phone) });
    expect(given.status).toBe(200);
    expect(app.secret).not.toBe(secret);
    expect((await claims(identity, app)).auth_time! - before.auth_time!).toBeGreaterThanOrEqual(20 * 60);
    // What is under way by the old one goes on for a while, and no longer.
    expect(await trade(identity, secret)).not.toBeNull();
    identity.clock.advance(10 * minuteMs + 1_000);
    expect(await trade(identity, secret)).toBeNull();
    expect(await trade(identity, app.secret)).not.toBeNull();
  });

  it("is refused to who is not signed in, to another site's page, and for a wrong code", async () => {
    await using identity = await startIdentity({ demoCity: true });
    const app = await new App(identity).signInByCookie(teacher);
    expect((await new App(identity).post("/session/second-factor", { code: "000000" })).status).toBe(403);
    const elsewhere = { origin: "https://elsewhere.example" };
    expect((await app.post("/session/second-factor", { code: "000000" }, elsewhere)).status).toBe(403);
    expect((await app.post("/session/second-factor", { code: "000000" })).body.code).toBe(
      "SECOND_FACTOR_WRONG",
    );
    expect((await app.post("/session/second-factor", {})).body.code).toBe("BAD_INPUT");
  });
});

describe("an app that asks for a second factor (acr_values, max_age)", () => {
  const acr = "urn:campus-graph:acr:second-factor";

  it("is told in the ID token how and when it was given", async () => {
    await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
    const { phone } = await enrolTeacher(identity);
    const browser = await new Browser(identity).open({ acr_values: acr, max_age: "300" });
    await browser.submit("password", { login: teacher, password: demoPassword });
    await browser.submit("second-factor", { code: nextCode(identity, phone) });
    const idToken = decodeJwt<FactorClaims>((await browser.tokens()).id_token);
    expect(idToken.acr).toBe(acr);
    expect(idToken.auth_time).toEqual(expect.any(Number));
  });

  it("has a session that has seen none meet the person again", async () => {
    await using identity = await startIdentity({ demoCity: true });
    const browser = new Browser(identity);
    await browser.signIn(guardian, demoPassword);
    await browser.open();
    expect(browser.arrival).not.toBeNull();
    await browser.open({ acr_values: acr });
    expect(browser.step).toBe("password");
  });
});
