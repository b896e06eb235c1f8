import { loginKey, sealToken } from "@campus-graph/kit/auth/crypto";
import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { Browser, claimsOf } from "./browser.js";
import { type Identity, keyOfPerson, keys, li, requestFacts, startIdentity, wang } from "./given.js";

async function list(
  identity: Identity,
  person: { name: string; email: string },
  schoolCode = "403601",
  isKnown = false,
): Promise<string> {
  const key = loginKey(keys().ring("person"), person.email);
  const expiresAt = new Date(identity.clock.now().getTime() + 60_000);
  const sealedPerson = sealToken(keys().ring("staff"), "staff-listed", person, expiresAt);
  await identity.deliver("roster.StaffListed", key, {
    schoolCode,
    role: "TEACHER",
    loginKey: key,
    sealedPerson,
    isKnown,
  });
  return key;
}

it("invites a listed teacher who has no account, and appoints them", async () => {
  await using identity = await startIdentity();
  const key = await list(identity, { name: li.name, email: li.email });
  const [appointed] = await identity.published("identity.StaffAppointed");
  expect(appointed?.payload).toMatchObject({
    subjectId: expect.any(String),
    role: "TEACHER",
    schoolCode: "403601",
    loginKey: key,
  });
  const [invitation] = identity.mailbox.to(li.email);
  expect(invitation?.text).toContain("李小美 您好");
  expect(invitation?.text).toContain("忘記密碼或第一次登入");
});

it("lets an invited teacher sign in by a mailed code and set a password", async () => {
  await using identity = await startIdentity();
  await list(identity, { name: li.name, email: li.email });
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: li.email, password: "" });
  expect(browser.alert).toBe("SIGN_IN_WRONG");
  await browser.submit("forgot");
  await browser.submit("recover", { login: li.email });
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(li.email) });
  await browser.submit("new-password", { password: "nine paper lanterns" });
  expect(claimsOf(await browser.tokens())).toMatchObject({
    assurance: "signed-in",
    roles: [{ role: "TEACHER", schoolCode: "403601" }],
  });
});

it("adds the role to an account that is there, once, and says so each time", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { email, name, subjectId } = demoPeople.guardian;
  await list(identity, { name, email });
  await list(identity, { name, email });
  const appointments = (await identity.published("identity.StaffAppointed")).filter(
    ({ payload }) => payload.subjectId === subjectId,
  );
  expect(appointments).toHaveLength(2);
  expect(identity.mailbox.to(email)).toHaveLength(0);
  const claims = claimsOf(await new Browser(identity).signIn(email, "correct horse battery staple"));
  expect(claims.roles).toEqual([{ role: "GUARDIAN" }, { role: "TEACHER", schoolCode: "403601" }]);
});

it("sends one invitation however often a sheet names the same teacher", async () => {
  await using identity = await startIdentity();
  await list(identity, { name: li.name, email: li.email });
  await list(identity, { name: li.name, email: li.email.toUpperCase() }, "333606");
  expect(identity.mailbox.to(li.email)).toHaveLength(1);
});

const dayMs = 24 * 60 * 60_000;

it("invites again, once, whoever has not signed in for three days when a sheet names them again", async () => {
  await using identity = await startIdentity();
  await list(identity, li);
  await list(identity, li, "403601", true);
  expect(identity.mailbox.to(li.email)).toHaveLength(1);
  identity.clock.advance(4 * dayMs);
  for (let tries = 0; tries < 2; tries++) await list(identity, li, "403601", true);
  expect(identity.mailbox.to(li.email)).toHaveLength(2);
  expect(await identity.published("identity.StaffAppointed")).toHaveLength(1);
  identity.clock.advance(4 * dayMs);
  await list(identity, li, "333606");
  expect(identity.mailbox.to(li.email)).toHaveLength(3);
});

it("invites again at once where the mail server never took the first invitation", async () => {
  await using identity = await startIdentity();
  await list(identity, li);
  await identity.rows(
    "update job set done_at = null, dead_at = now() where kind = 'mail-invitation' returning 1",
  );
  await list(identity, li, "403601", true);
  expect(identity.mailbox.to(li.email)).toHaveLength(2);
});

it("invites nobody again who has signed in, and gives a role back to nobody who lost it", async () => {
  await using identity = await startIdentity();
  await list(identity, li);
  await identity.rows(
    "update account set password_state = 'OWN', password_hash = 'x', roles = '[]' returning 1",
  );
  identity.clock.advance(4 * dayMs);
  await list(identity, li, "403601", true);
  expect(identity.mailbox.to(li.email)).toHaveLength(1);
  expect(await identity.rows("select roles from account")).toEqual([{ roles: [] }]);
  await list(identity, wang, "403601", true);
  expect(identity.mailbox.to(wang.email)).toHaveLength(0);
});

it("invites under the corrected address, and under the first one again when it is corrected back", async () => {
  await using identity = await startIdentity();
  await list(identity, { ...li, email: "lli@x.tw" });
  await list(identity, li);
  expect(identity.mailbox.to(li.email)).toHaveLength(1);
  identity.clock.advance(4 * dayMs);
  await list(identity, { ...li, email: "lli@x.tw" }, "403601", true);
  expect(identity.mailbox.to("lli@x.tw")).toHaveLength(2);
});

it("lets a teacher who was only listed become a guardian with the same account", async () => {
  await using identity = await startIdentity();
  await list(identity, { name: li.name, email: li.email });
  const { viewer } = await identity.verify(li.email);
  const facts = requestFacts({
    subjectId: viewer.subject!,
    applicationId: newId(),
    nationalId: li.nationalId,
  });
  const { data } = await identity.setGuardian(viewer, { applicationId: facts.applicationId, ...li });
  expect(data.setGuardian.loginCheck).toBe("OWN");
  await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  expect((await identity.published("identity.AccountProvisioned"))[0]?.payload).toEqual({
    requestId: facts.requestId,
    subjectId: viewer.subject,
    existing: true,
    personKey: keyOfPerson(li.nationalId),
  });
});
