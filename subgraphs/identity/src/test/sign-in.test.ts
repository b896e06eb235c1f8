import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { signInAddressLimit } from "../domain/limits.js";
import { Browser, claimsOf } from "./browser.js";
import { demoPassword, type Identity, signedIn, startIdentity } from "./given.js";

const teacher = "teacher@campus.example";

it.each([
  "teacher@campus.example",
  " Teacher@Campus.Example ",
  "ｔｅａｃｈｅｒ＠ｃａｍｐｕｓ．ｅｘａｍｐｌｅ",
  "teacher＠campus。example",
  "\u200Bteacher@campus.example\uFEFF",
  "0912345605",
  "+886912345605",
  "０９１２－３４５－６０５",
  "teacher",
])("signs in by %s", async (login) => {
  await using identity = await startIdentity({ demoCity: true });
  const claims = claimsOf(await new Browser(identity).signIn(login, demoPassword));
  expect(claims.roles).toEqual([{ role: "TEACHER", schoolCode: "403601" }]);
  expect(claims.assurance).toBe("signed-in");
});

it.each([
  "a0912345605@x.tw",
  "王0912345605先生",
  "0912345605 #12",
  "tel:0912345605;x=1",
  "0912345605 0912345605",
])("takes %s for no mobile number, though it holds one", async (login) => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login, password: demoPassword });
  expect(browser.alert).toBe("SIGN_IN_WRONG");
  await browser.submit("forgot");
  await browser.submit("recover", { login });
  await identity.settle();
  expect(identity.mailbox.to(teacher)).toEqual([]);
});

it("answers an unknown login and a wrong password alike", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const answerFor = async (login: string) => {
    const browser = await new Browser(identity).open();
    const { status, text, headers } = await browser.submit("password", { login, password: "wrong" });
    const page = text.replaceAll(login, "LOGIN").replace(/\/sso\/interaction\/[\w-]+/g, "PAGE");
    return {
      status,
      page,
      names: [...headers.keys()].filter((name) => name !== "date" && name !== "content-length"),
    };
  };
  expect(await answerFor("nobody@campus.example")).toEqual(await answerFor(teacher));
});

it("asks to try again when the database cannot sign anybody in just now, and then does", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new Browser(identity).open();
  // An upgrade's lock outlasts the two seconds that a transaction may take.
  const lock = identity.running.database.em.fork();
  await lock.begin();
  await lock.execute("set local transaction_timeout = 0");
  await lock.execute("lock table account, attempt in access exclusive mode");
  const busy = await browser.submit("password", { login: teacher, password: demoPassword });
  expect({ status: busy.status, alert: browser.alert }).toEqual({ status: 503, alert: "TRY_AGAIN" });
  await lock.rollback();
  await browser.submit("password", { login: teacher, password: demoPassword });
  expect(claimsOf(await browser.tokens()).roles).toEqual([{ role: "TEACHER", schoolCode: "403601" }]);
});

it("takes as long for an unknown login as for a wrong password", { retry: 2 }, async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { passwords } = identity.context().services;
  const hash = await passwords.hash("some password");
  const millisecondsOf = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  const tryIn = async (login: string) => {
    const browser = await new Browser(identity).open();
    return millisecondsOf(() => browser.submit("password", { login, password: "wrong" }));
  };
  const differences: number[] = [];
  const comparisons: number[] = [];
  // In turns, so that a busy machine does both the same harm.
  for (const name of [
    "coguardian",
    "newcomer",
    "wu",
    "teacher",
    "teacher2",
    "registrar",
    "cashier",
    "it",
    "bureau",
  ])
    for (let time = 0; time < 2; time++) {
      differences.push((await tryIn(`${name}@campus.example`)) - (await tryIn(`no-${name}@campus.example`)));
      comparisons.push(await millisecondsOf(() => passwords.matches(hash, "wrong")));
    }
  // Were one of them answered without comparing a password, the difference would be a comparison.
  expect(Math.abs(median(differences))).toBeLessThan(0.7 * median(comparisons));
});

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

it("stops strangers after six failures in a quarter of an hour, and a known device after two of its own", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const owner = new Browser(identity);
  await owner.signIn(teacher, demoPassword);
  expect(await failuresUntilStopped(identity)).toBe(6);
  const stranger = await new Browser(identity).open();
  await stranger.submit("password", { login: teacher, password: demoPassword });
  expect(stranger.alert).toBe("TOO_MANY_ATTEMPTS");

  await owner.open({ prompt: "login" });
  for (let failure = 0; failure < 2; failure++) {
    await owner.submit("password", { login: teacher, password: "wrong" });
    expect(owner.alert).toBe("SIGN_IN_WRONG");
  }
  await owner.submit("password", { login: teacher, password: demoPassword });
  expect(owner.alert).toBe("TOO_MANY_ATTEMPTS");

  identity.clock.advance(15 * 60_000 + 1);
  await stranger.submit("password", { login: teacher, password: demoPassword });
  expect(stranger.arrival).not.toBeNull();
});

it("does not show by a locked e-mail which mobile number is the same account's", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await failuresUntilStopped(identity);
  const alertsFor = async (login: string, password: string) => {
    const stranger = await new Browser(identity).open();
    const alerts: unknown[] = [];
    for (let tries = 0; tries < 7; tries++) {
      await stranger.submit("password", { login, password });
      alerts.push(stranger.alert);
    }
    return alerts;
  };
  const nobodys = await alertsFor("0912000000", "wrong");
  expect(nobodys).toEqual([...Array(6).fill("SIGN_IN_WRONG"), "TOO_MANY_ATTEMPTS"]);
  // Not even the right password is compared once the account has had its failures.
  expect(await alertsFor("0912345605", demoPassword)).toEqual(nobodys);
});

it("does not show by a code asked for an e-mail which mobile number is the same account's", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const answers: unknown[] = [];
  for (const login of [teacher, "0912345605", "0912000000"]) {
    const browser = await new Browser(identity).open();
    await browser.submit("forgot");
    await browser.submit("recover", { login });
    answers.push(browser.step);
  }
  expect(answers).toEqual(["code", "code", "code"]);
});

it("lets the owner in on a known device while a stranger guesses", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const owner = new Browser(identity);
  await owner.signIn(teacher, demoPassword);
  await failuresUntilStopped(identity);
  await owner.open({ prompt: "login" });
  await owner.submit("password", { login: teacher, password: demoPassword });
  expect(owner.arrival).not.toBeNull();
});

it("gives a known device what strangers have left over, once its own failures are used up", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const owner = new Browser(identity);
  await owner.signIn(teacher, demoPassword);
  await owner.open({ prompt: "login" });
  for (let failure = 0; failure < 7; failure++)
    await owner.submit("password", { login: teacher, password: "wrong" });
  await owner.submit("password", { login: teacher, password: demoPassword });
  expect(owner.arrival).not.toBeNull();
});

it("lets no known device use up what another has, and never more than ten failures in all", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const devices = [new Browser(identity), new Browser(identity), new Browser(identity)];
  for (const device of devices) {
    await device.signIn(teacher, demoPassword);
    await device.open({ prompt: "login" });
  }
  const [rogue, owner, third] = devices as [Browser, Browser, Browser];
  const failuresOf = async (device: Browser) => {
    for (let failures = 0; ; failures++) {
      await device.submit("password", { login: teacher, password: "wrong" });
      if (device.alert === "TOO_MANY_ATTEMPTS") return failures;
    }
  };
  expect(await failuresOf(rogue)).toBe(8);
  await owner.submit("password", { login: teacher, password: "wrong" });
  expect(owner.alert).toBe("SIGN_IN_WRONG");
  expect((await failuresOf(owner)) + 1 + (await failuresOf(third))).toBe(2);
});

it("knows no device any more once its account was signed out everywhere", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const device = new Browser(identity);
  await device.signIn(teacher, demoPassword);
  identity.clock.advance(1_000);
  await identity.execute(signedIn(demoPeople.teacher.subjectId), "mutation { signOutEverywhere { id } }");
  await failuresUntilStopped(identity);
  await device.open({ prompt: "login" });
  await device.submit("password", { login: teacher, password: demoPassword });
  expect(device.alert).toBe("TOO_MANY_ATTEMPTS");
});

it("lets a known device in from a network whose posts a stranger has used up", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const [owner, other] = [new Browser(identity), new Browser(identity)];
  await owner.signIn(teacher, demoPassword);
  await countAttempt(identity.context(), signInAddressLimit, "127.0.0.1", signInAddressLimit.limit).catch(
    () => null,
  );
  await other.open();
  await other.submit("password", { login: teacher, password: demoPassword });
  expect(other.alert).toBe("TOO_MANY_ATTEMPTS");
  await owner.open({ prompt: "login" });
  await owner.submit("password", { login: teacher, password: demoPassword });
  expect(owner.arrival).not.toBeNull();
});

it("gives who signs in again no further posts", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  await browser.signIn(teacher, demoPassword);
  const { subjectId } = demoPeople.teacher;
  await countAttempt(
    identity.context(),
    signInAddressLimit,
    `known to ${subjectId}`,
    signInAddressLimit.limit - 1,
  );
  await browser.open({ prompt: "login" });
  await browser.submit("password", { login: teacher, password: demoPassword });
  expect(browser.arrival).not.toBeNull();
  await browser.open({ prompt: "login" });
  await browser.submit("password", { login: teacher, password: demoPassword });
  expect(browser.alert).toBe("TOO_MANY_ATTEMPTS");
});

it("lets the owner in on a new device by a mailed code while a stranger guesses", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await failuresUntilStopped(identity);
  const owner = await new Browser(identity).open();
  await owner.submit("forgot");
  await owner.submit("recover", { login: teacher });
  await identity.settle();
  await owner.submit("code", { code: identity.mailbox.codeFor(teacher) });
  await owner.submit("new-password", { password: "a quiet afternoon" });
  expect(claimsOf(await owner.tokens()).assurance).toBe("signed-in");
});

it("lets the owner in by a mailed code while a stranger elsewhere uses up codes", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const requestCode = async (address: string) => {
    const browser = await new Browser(identity, { address }).open();
    await browser.submit("forgot");
    await browser.submit("recover", { login: teacher });
    return browser;
  };
  for (let code = 0; code < 10; code++) {
    expect((await requestCode("192.0.2.1")).step).toBe("code");
    identity.clock.advance(31_000);
  }
  expect((await requestCode("192.0.2.1")).alert).toBe("TOO_MANY_ATTEMPTS");
  await identity.settle();
  const owner = await requestCode("198.51.100.7");
  await identity.settle();
  const code = identity.mailbox.codeFor(teacher);
  // A code of the stranger's, asked for after the owner's, does not outdate it.
  identity.clock.advance(10 * 60_000);
  expect((await requestCode("192.0.2.2")).step).toBe("code");
  await owner.submit("code", { code });
  expect(owner.step).toBe("new-password");
});

it("mails an account only so many codes an hour, wherever and by whichever name they are asked for", async () => {
  await using identity = await startIdentity({ demoCity: true, codes: { perTarget: 3 } });
  const owner = new Browser(identity);
  await owner.signIn(teacher, demoPassword);
  const requestCode = async (browser: Browser, login: string) => {
    await browser.open({ prompt: "login" });
    await browser.submit("forgot");
    await browser.submit("recover", { login });
    await identity.settle();
    return browser.step;
  };
  for (let from = 0; from <= 3; from++)
    expect(await requestCode(new Browser(identity, { address: `192.${from}.2.1` }), teacher)).toBe(
      from < 3 ? "code" : "recover",
    );
  // By another name the answer is a page like any other; but no mail goes out.
  expect(await requestCode(new Browser(identity, { address: "192.0.2.99" }), "teacher")).toBe("code");
  expect(identity.mailbox.to(teacher)).toHaveLength(3);
  expect(await requestCode(owner, teacher)).toBe("code");
  expect(identity.mailbox.to(teacher)).toHaveLength(4);
});

it("mails a code to the network from which one was shown that day, whatever strangers have used up", async () => {
  await using identity = await startIdentity({ demoCity: true, codes: { perTarget: 3 } });
  const requestCode = async (address: string, login: string) => {
    const browser = await new Browser(identity, { address }).open();
    await browser.submit("forgot");
    await browser.submit("recover", { login });
    await identity.settle();
    return browser;
  };
  const owner = await requestCode("198.51.100.7", teacher);
  await owner.submit("code", { code: identity.mailbox.codeFor(teacher) });
  for (const login of [teacher, "teacher", "0912345605"])
    for (let from = 0; from < 3; from++) await requestCode(`192.${from}.2.1`, login);
  expect(identity.mailbox.to(teacher)).toHaveLength(3);
  identity.clock.advance(31_000);
  expect((await requestCode("198.51.100.7", teacher)).step).toBe("code");
  expect(identity.mailbox.to(teacher)).toHaveLength(4);
});

it("shows on the page the reference of the mail whose code it asks for", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new Browser(identity).open();
  await browser.submit("forgot");
  await browser.submit("recover", { login: teacher });
  await identity.settle();
  const [, reference] = /data-reference>(\w{4})</.exec(browser.page?.answer.text ?? "") ?? [];
  expect(identity.mailbox.to(teacher)[0]?.subject).toContain(`(${reference})`);
});

it("compares no more of a hundred guesses at once than one by one", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browsers = await Promise.all(Array.from({ length: 40 }, () => new Browser(identity).open()));
  await Promise.all(
    browsers.map((browser) => browser.submit("password", { login: teacher, password: "wrong" })),
  );
  const alerts = browsers.map((browser) => browser.alert);
  expect(alerts.filter((alert) => alert === "SIGN_IN_WRONG")).toHaveLength(6);
  expect(alerts.filter((alert) => alert === "TOO_MANY_ATTEMPTS")).toHaveLength(34);
});

it("does not count sign-ins that were right", async () => {
  await using identity = await startIdentity({ demoCity: true });
  for (let time = 0; time < 8; time++) await new Browser(identity).signIn(teacher, demoPassword);
});

it("says nothing about who has an account to one who asks for a code", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const answerFor = async (login: string) => {
    const browser = await new Browser(identity).open();
    await browser.submit("forgot");
    const { status, text } = await browser.submit("recover", { login });
    await browser.submit("code", { code: "22222222" });
    const page = text
      .replace(/\/sso\/interaction\/[\w-]+/g, "PAGE")
      .replace(/data-reference>\w{4}/, "REFERENCE");
    return { status, page, alert: browser.alert };
  };
  expect(await answerFor("nobody@campus.example")).toEqual(await answerFor(teacher));
  await identity.settle();
  expect(identity.mailbox.to("nobody@campus.example")).toHaveLength(0);
});

it.each([
  { extra: {} as Record<string, string>, title: "ends with the browser", step: "password" },
  { extra: { remember: "on" }, title: "outlives it with 記住我", step: undefined },
])("keeps a session while the browser is open; it $title", async ({ extra, step }) => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  await browser.signIn(teacher, demoPassword, extra);
  await browser.open();
  expect(browser.arrival).not.toBeNull();
  browser.restart();
  await browser.open();
  expect(browser.step).toBe(step);
});

it("meets the person each time an app on the device itself asks, session or not", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity, { redirectUri: "http://127.0.0.1:7777/callback" });
  await browser.signIn(teacher, demoPassword);
  await browser.open();
  expect(browser.step).toBe("password");
  await browser.submit("password", { login: teacher, password: demoPassword });
  expect(claimsOf(await browser.tokens()).assurance).toBe("signed-in");
});

it("speaks the language that the browser asks for", async () => {
  await using identity = await startIdentity();
  const chinese = await new Browser(identity).open();
  expect(chinese.page?.answer.text).toContain('<html lang="zh-Hant-TW">');
  expect(chinese.page?.answer.text).toContain("記住我");
  const english = await new Browser(identity, { language: "en" }).open();
  expect(english.page?.answer.text).toContain('<html lang="en">');
  expect(english.page?.answer.text).toContain("Remember me");
});

it("escapes what was typed, and lets nothing but its own style run", async () => {
  await using identity = await startIdentity();
  const browser = await new Browser(identity).open();
  const { text, headers } = await browser.submit("password", {
    login: '"><script>alert(1)</script>',
    password: "x",
  });
  expect(text).not.toContain("<script>");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("cache-control")).toContain("no-store");
});

it("tells one who comes too late to begin again", async () => {
  await using identity = await startIdentity();
  const answer = await new Browser(identity).send("GET", "/sso/interaction/long-ago");
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("請重新登入");
});

it("refuses an app that it does not know, another return address, and a request without PKCE", async () => {
  await using identity = await startIdentity();
  for (const change of [
    { client_id: "somebody-else" },
    { redirect_uri: "https://evil.example/signed-in" },
    { code_challenge: "", code_challenge_method: "" },
  ] as Record<string, string>[]) {
    const browser = await new Browser(identity).open(change).catch((error: Error) => error);
    if (browser instanceof Error) throw browser;
    expect(browser.step).toBeUndefined();
    expect(browser.arrival?.searchParams.get("code") ?? null).toBeNull();
  }
});

it("gives tokens for a code once, and only to who began the sign-in", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: teacher, password: demoPassword });
  expect((await browser.redeem("another verifier, which is forty-three characters")).status).toBe(400);
  const again = await new Browser(identity).open();
  await again.submit("password", { login: teacher, password: demoPassword });
  expect((await again.redeem()).status).toBe(200);
  expect((await again.redeem()).status).toBe(400);
});

/** How many wrong passwords strangers can try before they are told to wait. */
async function failuresUntilStopped(identity: Identity): Promise<number> {
  for (let failures = 0; ; failures++) {
    const stranger = await new Browser(identity, { address: `10.0.0.${failures}` }).open();
    await stranger.submit("password", { login: teacher, password: `guess ${failures}` });
    if (stranger.alert === "TOO_MANY_ATTEMPTS") return failures;
  }
}
