import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { App } from "./app.js";
import { Browser } from "./browser.js";
import { codeOf, demoPassword, type Identity, signedIn, startIdentity } from "./given.js";

const { newcomer, guardian, cashier } = demoPeople;
const { subjectId, email } = newcomer;
const owner = signedIn(subjectId, { role: "GUARDIAN" });
const moved = "moved@example.com";

async function request(identity: Identity, target: string, viewer = owner) {
  const answer = await identity.execute(
    viewer,
    "mutation ($target: String!) { requestContactChange(input: { by: EMAIL, target: $target }) { challengeId reference } }",
    { target },
  );
  await identity.settle();
  return { code: codeOf(answer), challengeId: answer.data?.requestContactChange.challengeId as string };
}

function confirm(identity: Identity, challengeId: string, code: string, viewer = owner) {
  return identity.execute(
    viewer,
    "mutation ($input: ConfirmVerificationCodeInput!) { confirmContactChange(input: $input) { email } }",
    { input: { challengeId, code } },
  );
}

async function change(identity: Identity, target: string, viewer = owner) {
  const { challengeId } = await request(identity, target, viewer);
  const answer = await confirm(identity, challengeId, identity.mailbox.codeFor(target), viewer);
  await identity.settle();
  return answer;
}

const undoPathIn = (identity: Identity, to: string) =>
  /\/sso\/undo\?link=[\w-]{43}/.exec(identity.mailbox.to(to).at(-1)!.text)![0];

const post = (browser: Browser, path: string) =>
  browser.send("POST", "/sso/undo", { link: path.split("link=")[1]! });

async function signsIn(identity: Identity, login: string, password = demoPassword): Promise<boolean> {
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login, password });
  return browser.arrival !== null;
}

it("makes the address whose code was shown the login, and tells the former one without the new one", async () => {
  await using identity = await startIdentity({ demoCity: true });
  expect((await change(identity, moved)).data.confirmContactChange.email).toBe(moved);
  expect(await signsIn(identity, moved)).toBe(true);
  expect(await signsIn(identity, email)).toBe(false);
  const letter = identity.mailbox.to(email).at(-1)!;
  expect(letter.subject).toContain("已變更");
  expect(letter.raw).not.toContain(moved);
  // Whoever reads the former mailbox is somebody new.
  const stranger = await identity.verify(email);
  expect(stranger.viewer.subject).not.toBe(subjectId);
});

it("undoes it by the mailed link: the login is restored, every session over, and the password dead", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  await change(identity, moved);
  const path = undoPathIn(identity, email);
  const browser = new Browser(identity);
  // A program that looks at links changes nothing.
  expect((await browser.send("GET", path)).text).toContain('data-step="undo"');
  expect(await signsIn(identity, moved)).toBe(true);
  expect((await post(browser, path)).status).toBe(200);
  expect((await app.session()).kind).toBe("ANONYMOUS");
  for (const login of [moved, email]) expect(await signsIn(identity, login)).toBe(false);
  const again = await new Browser(identity).open();
  await again.submit("forgot");
  await again.submit("recover", { login: email });
  await identity.settle();
  await again.submit("code", { code: identity.mailbox.codeFor(email) });
  await again.submit("new-password", { password: "nine paper lanterns" });
  expect(again.arrival).not.toBeNull();
  expect(await signsIn(identity, email, "nine paper lanterns")).toBe(true);
});

it("takes a link once, for seven days, and none that a stranger made up", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await change(identity, moved);
  const path = undoPathIn(identity, email);
  const browser = new Browser(identity);
  for (const link of ["", "x", "A".repeat(43), newId()])
    expect((await browser.send("POST", "/sso/undo", { link })).text).toContain("UNDO_LINK_ENDED");
  const answers = await Promise.all(Array.from({ length: 5 }, () => post(browser, path)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422]);
  expect((await browser.send("GET", path)).text).toContain("UNDO_LINK_ENDED");
  await change(identity, "later@example.com");
  const late = undoPathIn(identity, email);
  identity.clock.advance(7 * 24 * 60 * 60_000 + 1_000);
  expect((await post(browser, late)).text).toContain("UNDO_LINK_ENDED");
});

it("leaves whoever took an account over no way back: what they changed after it is undone with it", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await change(identity, moved);
  const ofOwner = undoPathIn(identity, email);
  identity.clock.advance(60_000);
  await change(identity, "thief@example.com");
  const ofThief = undoPathIn(identity, moved);
  const browser = new Browser(identity);
  expect((await post(browser, ofOwner)).status).toBe(200);
  expect((await post(browser, ofThief)).text).toContain("UNDO_LINK_ENDED");
  expect(
    await identity.rows("select 1 as one from sign_in_name where account_id = ? and kind = 'EMAIL'", [
      subjectId,
    ]),
  ).toHaveLength(1);
  expect((await identity.execute(owner, "{ me { email } }")).data.me.email).toBe(email);
});

it("tells whether an address is another's login to nobody but who shows its code", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const taken = await request(identity, guardian.email);
  const free = await request(identity, moved);
  expect([taken.code, free.code]).toEqual([undefined, undefined]);
  const answer = await confirm(identity, taken.challengeId, identity.mailbox.codeFor(guardian.email));
  expect(codeOf(answer)).toBe("CONTACT_TAKEN");
  expect(await signsIn(identity, email)).toBe(true);
  expect((await request(identity, email)).code).toBe("CONTACT_UNCHANGED");
});

it("takes no code that was sent for anything else, nor one of the change for an application", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const ofApplication = await identity.requestCode(moved);
  expect(codeOf(await confirm(identity, ofApplication, identity.mailbox.codeFor(moved)))).toBe("CODE_WRONG");
  const { challengeId } = await request(identity, "other@example.com");
  const answer = await identity.confirmCode(challengeId, identity.mailbox.codeFor("other@example.com"));
  expect(codeOf(answer)).toBe("CODE_WRONG");
});

it("tells the others by which login staff are found from now on", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { length } = await identity.published("identity.StaffAppointed");
  await change(identity, moved, signedIn(cashier.subjectId, { role: "CASHIER", schoolCode: "403601" }));
  const appointed = (await identity.published("identity.StaffAppointed")).slice(length);
  expect(appointed).toMatchObject([{ payload: { subjectId: cashier.subjectId, role: "CASHIER" } }]);
});
