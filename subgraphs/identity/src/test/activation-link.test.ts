import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { givenApprovedGuardian, givenBoundGuardian } from "./accounts.js";
import { Browser } from "./browser.js";
import { type Identity, signedIn, startIdentity, wang } from "./given.js";

const password = "nine paper lanterns";
const start = () => startIdentity({ initialPassword: "activation-link" });

const pathIn = (identity: Identity, to = wang.email) =>
  /\/sso\/activate\?link=[\w-]{43}/.exec(identity.mailbox.to(to).at(-1)!.text)![0];

const post = (identity: Identity, path: string, chosen = password) =>
  new Browser(identity).send("POST", "/sso/activate", { link: path.split("link=")[1]!, password: chosen });

async function signsIn(identity: Identity, login: string, given: string): Promise<boolean> {
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login, password: given });
  return browser.arrival !== null;
}

it("mails a link by which an approved guardian chooses a password, and hands no password out", async () => {
  await using identity = await start();
  await givenApprovedGuardian(identity);
  expect(identity.mailbox.to(wang.email).at(-1)!.text).not.toContain("後6碼");
  expect(await signsIn(identity, wang.email, wang.nationalId.slice(-6))).toBe(false);
  const path = pathIn(identity);
  const page = await new Browser(identity).send("GET", path);
  expect(page.text).toContain('data-step="activate"');
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  const tooShort = await post(identity, path, "short");
  expect(tooShort.text).toContain('data-code="PASSWORD_TOO_SHORT"');
  expect(tooShort.text).toContain('data-step="activate"');
  expect((await post(identity, path)).status).toBe(200);
  expect(await signsIn(identity, wang.email, password)).toBe(true);
});

it("takes a link once, however many come at once, and not after seven days", async () => {
  await using identity = await start();
  await givenApprovedGuardian(identity);
  const path = pathIn(identity);
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, at) => post(identity, path, `${password} ${at}`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422]);
  expect((await new Browser(identity).send("GET", path)).text).toContain("ACTIVATION_LINK_ENDED");

  const li = { name: "李小美", nationalId: "F222315508", email: "li@example.com" };
  await givenApprovedGuardian(identity, li);
  const late = pathIn(identity, li.email);
  identity.clock.advance(7 * 24 * 60 * 60_000 + 1_000);
  expect((await post(identity, late)).text).toContain("ACTIVATION_LINK_ENDED");
});

it("sends another at the IT office's word, and the one before is dead", async () => {
  await using identity = await start();
  const { subjectId } = await givenBoundGuardian(identity);
  const before = pathIn(identity);
  const office = signedIn(newId(), { role: "IT", schoolCode: "403601" });
  const answer = await identity.execute(
    office,
    'mutation ($id: ID!) { restartFirstSignIn(input: { accountId: $id, reason: "lost mail" }) { state firstSignInUntil } }',
    { id: subjectId },
  );
  expect(answer.data.restartFirstSignIn).toEqual({
    state: "AWAITING_FIRST_SIGN_IN",
    firstSignInUntil: expect.any(String),
  });
  await identity.settle();
  const after = pathIn(identity);
  expect(after).not.toBe(before);
  expect((await post(identity, before)).text).toContain("ACTIVATION_LINK_ENDED");
  expect((await post(identity, after)).status).toBe(200);
});

it("opens nothing of a disabled account", async () => {
  await using identity = await start();
  const { subjectId } = await givenBoundGuardian(identity);
  await identity.rows("update account set disabled_at = now(), disabled_by = 'SCHOOL' where id = ?", [
    subjectId,
  ]);
  expect((await post(identity, pathIn(identity))).text).toContain("ACCOUNT_DISABLED");
});

it("mails who applied under another address a letter that looks the same, and whose link opens nothing", async () => {
  await using identity = await start();
  await givenApprovedGuardian(identity);
  const further = { ...wang, email: "further@example.com" };
  await givenApprovedGuardian(identity, further);
  const letters = [wang.email, further.email].map((to) =>
    identity.mailbox
      .to(to)
      .find(({ subject }) => subject.includes("帳號已建立完成"))!
      .text.replaceAll(to, "the login")
      .replaceAll(/link=[\w-]{43}/g, "link"),
  );
  const withoutTimes = letters.map((text) => text.replace(/\d{4}\/\d\d\/\d\d [\d:]+/g, "then"));
  expect(withoutTimes[0]).toBe(withoutTimes[1]);
  const link = /\/sso\/activate\?link=[\w-]{43}/.exec(identity.mailbox.to(further.email).at(-1)!.text)![0];
  expect((await post(identity, link)).text).toContain("ACTIVATION_LINK_ENDED");
});
