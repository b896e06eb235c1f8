import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { App } from "./app.js";
import { Browser } from "./browser.js";
import { codeOf, demoPassword, type Identity, signedIn, startIdentity } from "./given.js";

const { guardian, cashier } = demoPeople;
const { subjectId, email } = guardian;
const owner = signedIn(subjectId, { role: "GUARDIAN" });
const requestDeletion = `mutation ($input: RequestDeletionInput!) { requestDeletion(input: $input) { requestedAt destroysAt } }`;
const dayMs = 24 * 60 * 60_000;

async function requestBy(identity: Identity, viewer = owner, address: string = email) {
  identity.clock.advance(60_000);
  const challengeId = await identity.requestCode(address, viewer);
  const code = identity.mailbox.codeFor(address);
  const answer = await identity.execute(viewer, requestDeletion, { input: { challengeId, code } });
  await identity.settle();
  return answer;
}

async function signsIn(identity: Identity): Promise<boolean> {
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: email, password: demoPassword });
  return browser.arrival !== null;
}

const linkIn = (identity: Identity) =>
  /\/sso\/restore\?link=[\w-]{43}/.exec(identity.mailbox.to(email).at(-1)!.text)![0];

const restore = (identity: Identity, path: string) =>
  new Browser(identity).send("POST", "/sso/restore", { link: path.split("link=")[1]! });

it("closes the account before it is answered: no sign-in, no session, no token, and the others hear of it", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  const { requestedAt, destroysAt } = (await requestBy(identity)).data.requestDeletion;
  expect(Date.parse(destroysAt) - Date.parse(requestedAt)).toBe(14 * dayMs);
  expect((await app.session()).kind).toBe("ANONYMOUS");
  expect(await signsIn(identity)).toBe(false);
  const told = await identity.published("identity.DeletionRequested", "identity.TokensRevoked");
  expect(told.map(({ type, payload }) => [type, payload])).toEqual([
    ["identity.TokensRevoked", { subjectId, except: null }],
    ["identity.DeletionRequested", { subjectId }],
  ]);
  expect(codeOf(await requestBy(identity))).toBe("FORBIDDEN");
});

it("is done for no session alone, and for no staff, whose school ends their role first", async () => {
  await using identity = await startIdentity({ demoCity: true });
  expect(codeOf(await identity.execute(owner, requestDeletion, { input: {} }))).toBe("FRESH_CODE_REQUIRED");
  const staff = signedIn(cashier.subjectId, { role: "CASHIER", schoolCode: "403601" });
  expect(codeOf(await requestBy(identity, staff, cashier.email))).toBe("STAFF_KEEP_ACCOUNT");
  expect(await signsIn(identity)).toBe(true);
});

it("is undone by the mailed link for fourteen days, by nobody else, and a program that looks at it changes nothing", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await requestBy(identity);
  const path = linkIn(identity);
  const bureau = signedIn(demoPeople.bureau.subjectId, { role: "BUREAU" });
  const enable = `mutation { enableAccount(input: { accountId: "${subjectId}", reason: "asked by phone" }) { id } }`;
  expect(codeOf(await identity.execute(bureau, enable))).toBe("ACCOUNT_CLOSING");
  identity.clock.advance(14 * dayMs - 60_000);
  await identity.settle();
  expect((await new Browser(identity).send("GET", path)).text).toContain('data-step="restore"');
  expect(await signsIn(identity)).toBe(false);
  expect((await restore(identity, path)).status).toBe(200);
  expect(await signsIn(identity)).toBe(true);
  expect((await restore(identity, path)).text).not.toContain('data-step="restore"');
  identity.clock.advance(dayMs);
  await identity.settle();
  expect(await identity.published("identity.PersonErased")).toEqual([]);
  expect(await signsIn(identity)).toBe(true);
});

it("destroys what is personal after fourteen days: nothing opens it, and the address is somebody new's", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await requestBy(identity);
  const path = linkIn(identity);
  identity.clock.advance(14 * dayMs);
  await identity.settle();
  expect((await identity.published("identity.PersonErased")).map(({ payload }) => payload)).toEqual([
    { subjectId },
  ]);
  expect((await restore(identity, path)).text).not.toContain("帳號已復原");
  const [row] = await identity.rows(
    "select person_key, national_id, password_hash, roles, disabled_reason from account where id = ?",
    [subjectId],
  );
  expect(row).toEqual({
    person_key: null,
    national_id: null,
    password_hash: null,
    roles: [],
    disabled_reason: null,
  });
  for (const table of ["sign_in_name", "sign_in_attempt", "contact_change", "second_factor"])
    expect(await identity.rows(`select 1 as one from ${table} where account_id = ?`, [subjectId])).toEqual(
      [],
    );
  expect(
    await identity.rows("select 1 as one from declared_person where subject_id = ? and national_id <> ''", [
      subjectId,
    ]),
  ).toEqual([]);
  expect((await identity.verify(email)).viewer.subject).not.toBe(subjectId);
});
