import { decryptField } from "@campus-graph/kit/auth/crypto";
import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { App, trade } from "./app.js";
import { Authenticator } from "./authenticator.js";
import { Browser } from "./browser.js";
import { codeOf, demoPassword, type Identity, keys, signedIn, startIdentity } from "./given.js";

const { cashier, it: itPerson } = demoPeople;
const { email, subjectId } = cashier;

const reset = "mutation ($input: AccountCareInput!) { resetSecondFactor(input: $input) { id } }";
const reason = "手機與備用碼遺失，本人到校確認";
const resetAs = (identity: Identity, viewer: Viewer, accountId: string = subjectId) =>
  identity.execute(viewer, reset, { input: { accountId, reason } });

/** Somebody of an office, who gave their second factor just now. */
const office = (role: Viewer["roles"][number], subject: string = newId()): Viewer => ({
  ...signedIn(subject, role),
  assurance: "second-factor",
  secondFactor: { givenAt: Date.now() },
});
const schoolsIt = { role: "IT", schoolCode: "403601" } as const;

/** A cashier with an authenticator, signed in. */
async function givenEnrolled(identity: Identity) {
  const app = new App(identity);
  await app.beginSignIn();
  await app.submit("password", { login: email, password: demoPassword });
  const phone = Authenticator.readFrom(app);
  await app.submit("enrol-authenticator", { code: phone.code(identity.clock.now()) });
  await app.submit("leave-recovery-codes");
  return { app, phone };
}

it("is done by another of the IT office, ends every session, is audited with its reason, and told by mail", async () => {
  await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
  const { app } = await givenEnrolled(identity);
  expect(await trade(identity, app.secret)).not.toBeNull();
  const viewer = office(schoolsIt);
  expect((await resetAs(identity, viewer)).errors).toBeUndefined();
  expect(await trade(identity, app.secret)).toBeNull();
  expect(await identity.rows("select * from second_factor")).toEqual([]);
  expect(await identity.rows("select * from recovery_code")).toEqual([]);
  const [row] = await identity.rows<{ subject: string; object: string; detail: { reason: string } }>(
    "select subject, object, detail from audit where act = 'reset-second-factor'",
  );
  expect(row).toMatchObject({ subject: viewer.subject, object: `account:${subjectId}` });
  const place = { table: "audit", column: "reason", row: subjectId };
  expect(decryptField(keys().ring("field"), row!.detail.reason, place)).toBe(reason);
  await identity.settle();
  expect(identity.mailbox.to(email).some(({ text }) => text.includes("已重設您的第二重驗證"))).toBe(true);
  // The next sign-in leads through enrolment again.
  const next = await new Browser(identity).open();
  await next.submit("password", { login: email, password: demoPassword });
  expect(next.text).toContain('data-step="enrol-authenticator"');
});

it.each([
  ["one's own", office(schoolsIt, itPerson.subjectId), itPerson.subjectId, "OWN_ACCOUNT"],
  ["another school's", office({ role: "IT", schoolCode: "333606" }), subjectId, "NOT_FOUND"],
  ["a colleague's, by a cashier", office({ role: "CASHIER", schoolCode: "403601" }), subjectId, "FORBIDDEN"],
  ["without a fresh factor", signedIn(newId(), schoolsIt), subjectId, "SECOND_FACTOR_REQUIRED"],
] as const)("is not done for %s account", async (_, viewer, accountId, code) => {
  await using identity = await startIdentity({ demoCity: true });
  expect(codeOf(await resetAs(identity, viewer, accountId))).toBe(code);
  expect(await identity.rows("select * from audit where act = 'reset-second-factor'")).toEqual([]);
});

it("is done by the bureau for the IT office's own", async () => {
  await using identity = await startIdentity({ demoCity: true });
  expect((await resetAs(identity, office({ role: "BUREAU" }), itPerson.subjectId)).errors).toBeUndefined();
});
