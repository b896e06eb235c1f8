import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import type { IdentityConfig } from "../config.js";
import { codeSms, smsParts } from "../sms/sms-text.js";
import { givenApprovedGuardian } from "./accounts.js";
import { Browser } from "./browser.js";
import {
  applicantOf,
  codeOf,
  type Identity,
  li,
  requestFacts,
  signedIn,
  startIdentity,
  wang,
} from "./given.js";
import { Telephones } from "./telephones.js";

const minuteMs = 60_000;

async function startWithTelephones(codes: Partial<IdentityConfig["smsCodes"]> = {}) {
  const telephones = await Telephones.start();
  const identity = await startIdentity({ sms: { provider: telephones.settings(), codes } });
  identity.stack.use(telephones);
  return { identity, telephones };
}

const request = (identity: Identity, target: string, viewer: Viewer = anonymous) =>
  identity.execute(
    viewer,
    `mutation ($target: String!) {
      requestVerificationCode(input: { by: SMS, target: $target }) { challengeId expiresAt } }`,
    { target },
  );

const verify = `mutation ($input: ConfirmVerificationCodeInput!) { verifyContact(input: $input) { by target } }`;

it.each(["0912123456", "+886 912-123-456", "０９１２ １２３４５６"])(
  "sends a code by text message to %s",
  async (typed) => {
    const { identity, telephones } = await startWithTelephones();
    await using _ = identity;
    const { data } = await request(identity, typed);
    await identity.settle();
    expect(telephones.to("0912123456")).toHaveLength(1);
    const answer = await identity.confirmCode(
      data.requestVerificationCode.challengeId,
      telephones.codeFor("0912123456"),
    );
    expect(answer.data.confirmVerificationCode.subjectId).toBeTruthy();
  },
);

it.each(["0212345678", "+14155550123", "09121234", "0912123456\r\nX: y", '0912123456","x":"'])(
  "sends none to %j",
  async (typed) => {
    const { identity, telephones } = await startWithTelephones();
    await using _ = identity;
    expect(codeOf(await request(identity, typed))).toBe("MOBILE_INVALID");
    await identity.settle();
    expect(telephones.sent).toEqual([]);
  },
);

it("is good for ten minutes, a mailed one for an hour", async () => {
  const { identity, telephones } = await startWithTelephones();
  await using _ = identity;
  const first = await identity.requestCode(wang.mobile, anonymous, "SMS");
  const code = telephones.codeFor(wang.mobile);
  identity.clock.advance(10 * minuteMs - 1_000);
  const second = await identity.requestCode(wang.mobile, anonymous, "SMS");
  identity.clock.advance(1_000);
  expect(codeOf(await identity.confirmCode(first, code))).toBe("CODE_EXPIRED");
  expect((await identity.confirmCode(second, telephones.codeFor(wang.mobile))).errors).toBeUndefined();
  const mailed = await identity.requestCode(li.email);
  identity.clock.advance(59 * minuteMs);
  expect((await identity.confirmCode(mailed, identity.mailbox.codeFor(li.email))).errors).toBeUndefined();
});

it("lets newer codes live beside older ones, and one that is used kills the rest", async () => {
  const { identity, telephones } = await startWithTelephones();
  await using _ = identity;
  const first = await identity.requestCode(wang.mobile, anonymous, "SMS");
  const code = telephones.codeFor(wang.mobile);
  identity.clock.advance(31_000);
  const second = await identity.requestCode(wang.mobile, anonymous, "SMS");
  const secondCode = telephones.codeFor(wang.mobile);
  expect((await identity.confirmCode(first, code)).errors).toBeUndefined();
  expect(codeOf(await identity.confirmCode(second, secondCode))).toBe("CODE_WRONG");
});

it("opens an application by a number, whose e-mail address must still be verified before it is the login", async () => {
  const { identity, telephones } = await startWithTelephones();
  await using _ = identity;
  const challengeId = await identity.requestCode(wang.mobile, anonymous, "SMS");
  const { data } = await identity.confirmCode(challengeId, telephones.codeFor(wang.mobile));
  const { viewer } = applicantOf(data.confirmVerificationCode.token);
  expect(viewer.verifiedEmail).toBeNull();
  const applicationId = newId();
  expect(codeOf(await identity.setGuardian(viewer, { applicationId, ...wang }))).toBe("EMAIL_NOT_VERIFIED");
  await identity.verifyMore(wang.email, viewer);
  expect((await identity.setGuardian(viewer, { applicationId, ...wang })).errors).toBeUndefined();

  const facts = requestFacts({ subjectId: viewer.subject!, applicationId, nationalId: wang.nationalId });
  await identity.deliver("binding.RequestSubmitted", facts.requestId, facts);
  await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: wang.mobile, password: "456789" });
  expect(browser.step).toBe("code");
  // And the number leads back to the same person.
  identity.clock.advance(31_000);
  const again = await identity.requestCode(wang.mobile, anonymous, "SMS");
  const { data: later } = await identity.confirmCode(again, telephones.codeFor(wang.mobile));
  expect(later.confirmVerificationCode.subjectId).toBe(viewer.subject);
});

it("lets the number on record sign in once its own code was shown, and no other number", async () => {
  const { identity, telephones } = await startWithTelephones();
  await using _ = identity;
  const { subjectId } = await givenApprovedGuardian(identity);
  const holder = signedIn(subjectId, { role: "GUARDIAN" });
  const signIn = async (login: string) => {
    const browser = await new Browser(identity).open();
    await browser.submit("password", { login, password: "456789" });
    return browser.alert ?? browser.step;
  };
  for (const number of [li.mobile, wang.mobile]) {
    expect(await signIn(number)).toBe("SIGN_IN_WRONG");
    const challengeId = await identity.requestCode(number, holder, "SMS");
    const { data } = await identity.execute(holder, verify, {
      input: { challengeId, code: telephones.codeFor(number) },
    });
    expect(data.verifyContact).toEqual({ by: "SMS", target: number });
  }
  expect(await signIn(li.mobile)).toBe("SIGN_IN_WRONG");
  expect(await signIn(wang.mobile)).toBe("code");
});

it("offers both ways on the pages, and sends a text message to none but a verified number, telling nobody", async () => {
  const { identity, telephones } = await startWithTelephones();
  await using _ = identity;
  const { subjectId } = await givenApprovedGuardian(identity);
  const recover = async (login: string) => {
    const browser = await new Browser(identity).open();
    await browser.submit("forgot");
    expect(browser.text).toContain('value="SMS"');
    await browser.submit("recover", { login, by: "SMS" });
    await identity.settle();
    return browser;
  };
  const shown = (browser: Browser) =>
    browser.text.replace(/data-reference>[^<]+/, "").replace(/interaction\/[\w-]+/g, "");
  const stranger = await recover("nobody@example.com");
  const unverified = await recover(wang.email);
  expect(shown(unverified)).toBe(shown(stranger));
  expect(telephones.sent).toEqual([]);

  const holder = signedIn(subjectId, { role: "GUARDIAN" });
  const challengeId = await identity.requestCode(wang.mobile, holder, "SMS");
  await identity.execute(holder, verify, { input: { challengeId, code: telephones.codeFor(wang.mobile) } });
  identity.clock.advance(31_000);
  const browser = await recover(wang.email);
  expect(shown(browser)).toBe(shown(stranger));
  await browser.submit("code", { code: telephones.codeFor(wang.mobile) });
  expect(browser.step).toBe("new-password");
});

it("sends the first sign-in's code to the mailbox alone, whatever the form says", async () => {
  const { identity, telephones } = await startWithTelephones();
  await using _ = identity;
  const { subjectId } = await givenApprovedGuardian(identity);
  const holder = signedIn(subjectId, { role: "GUARDIAN" });
  const challengeId = await identity.requestCode(wang.mobile, holder, "SMS");
  await identity.execute(holder, verify, { input: { challengeId, code: telephones.codeFor(wang.mobile) } });
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: wang.email, password: "456789" });
  expect(browser.text).not.toContain('value="SMS"');
  identity.clock.advance(31_000);
  await browser.submit("resend", { by: "SMS" });
  await identity.settle();
  expect(telephones.sent).toHaveLength(1);
});

it("refuses codes by SMS where the city sends none", async () => {
  await using identity = await startIdentity();
  expect(codeOf(await request(identity, wang.mobile))).toBe("SMS_NOT_AVAILABLE");
  const browser = await new Browser(identity).open();
  await browser.submit("forgot");
  expect(browser.text).not.toContain('value="SMS"');
  await browser.submit("recover", { login: wang.email, by: "SMS" });
  expect(browser.alert).toBe("SMS_NOT_AVAILABLE");
});

it("sends no more than the day's messages, however many ask for codes to however many numbers", async () => {
  const { identity, telephones } = await startWithTelephones({ perDay: 50, perNetwork: 10_000 });
  await using _ = identity;
  const { viewer } = await knownBySms(identity, telephones);
  const codes = new Map<string | undefined, number>();
  for (let tried = 0; tried < 1_000; tried++) {
    const from = { ...anonymous, address: `10.${tried % 250}.${tried % 199}.0` };
    const code = codeOf(await request(identity, `09${String(30_000_000 + tried)}`, from));
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (tried % 5 === 0) identity.clock.advance(10 * minuteMs + 1);
    if (tried === 130) break;
  }
  for (let tried = 0; tried < 870; tried++)
    await request(identity, `09${String(40_000_000 + tried)}`, {
      ...anonymous,
      address: `11.${tried % 250}.1.0`,
    });
  await identity.settle();
  expect(telephones.sent.length).toBeLessThanOrEqual(41);
  expect(codes.get("SMS_NOT_AVAILABLE")).toBeGreaterThan(0);
  // A fifth is left to who is known where they ask.
  identity.clock.advance(11 * minuteMs);
  expect(codeOf(await request(identity, wang.mobile, viewer))).toBeUndefined();
});

/** Somebody who has shown a code that came to their number. */
async function knownBySms(identity: Identity, telephones: Telephones) {
  const challengeId = await identity.requestCode(wang.mobile, anonymous, "SMS");
  const { data } = await identity.confirmCode(challengeId, telephones.codeFor(wang.mobile));
  return applicantOf(data.confirmVerificationCode.token);
}

it("sends one number only so many messages in an hour and in a day, known there or not", async () => {
  const { identity, telephones } = await startWithTelephones({ perTarget: 3, perTargetAndDay: 6 });
  await using _ = identity;
  const ask = async (count: number, viewer: (at: number) => Viewer) => {
    const codes = [];
    for (let at = 0; at < count; at++) {
      identity.clock.advance(31_000);
      codes.push(codeOf(await request(identity, wang.mobile, viewer(at))));
    }
    return codes;
  };
  const everywhere = await ask(5, (at) => ({ ...anonymous, address: `10.${at}.0.1` }));
  expect(everywhere).toEqual([undefined, undefined, undefined, "TOO_MANY_ATTEMPTS", "TOO_MANY_ATTEMPTS"]);
  await identity.settle();
  const challengeId = await identity.requestCode("0912000111", anonymous, "SMS");
  const { data } = await identity.confirmCode(challengeId, telephones.codeFor("0912000111"));
  const other = applicantOf(data.confirmVerificationCode.token).viewer;
  expect(codeOf(await request(identity, wang.mobile, other))).toBe("TOO_MANY_ATTEMPTS");
  identity.clock.advance(61 * minuteMs);
  const later = await ask(5, (at) => ({ ...anonymous, address: `10.${at}.0.1` }));
  expect(later.filter((code) => code === undefined)).toHaveLength(3);
  identity.clock.advance(61 * minuteMs);
  expect((await ask(2, () => anonymous)).every((code) => code === "TOO_MANY_ATTEMPTS")).toBe(true);
  expect(telephones.to(wang.mobile).length).toBeLessThanOrEqual(6);
});

it("keeps a message in one part, in both languages", () => {
  for (const language of ["zh-TW", "en"] as const)
    expect(smsParts(codeSms({ code: "WWWWWWWW", reference: "WWWW", language }))).toBe(1);
  expect(smsParts("字".repeat(70))).toBe(1);
  expect(smsParts("字".repeat(71))).toBe(2);
  expect(smsParts("a".repeat(160))).toBe(1);
  expect(smsParts(`${"a".repeat(158)}€`)).toBe(1);
  expect(smsParts(`${"a".repeat(159)}€`)).toBe(2);
});

it("keeps no number and no code open", async () => {
  const { identity, telephones } = await startWithTelephones();
  await using _ = identity;
  telephones.behave = (_, response) => response.writeHead(500).end();
  await identity.requestCode(wang.mobile, anonymous, "SMS");
  const dump = await identity.dump();
  expect(dump).not.toContain(wang.mobile);
  expect(dump).not.toContain(telephones.codeFor(wang.mobile));
});
