import { anonymous, signRequest, type Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { decodeJwt } from "jose";
import { expect, it } from "vitest";
import { Browser, claimsOf } from "./browser.js";
import { codeOf, demoPassword, type Identity, keys, li, startIdentity, wang } from "./given.js";

const { subjectId, email, nationalId } = demoPeople.newcomer;

it("verifies a further address for one who has a token, and mints and prolongs nothing", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  const { data, errors } = await identity.verifyMore(li.email, viewer);
  expect(errors).toBeUndefined();
  expect(data.verifyContact).toEqual({ by: "EMAIL", target: li.email });
  const declared = await identity.setGuardian(viewer, { applicationId: newId(), ...wang, email: li.email });
  expect(declared.data.setGuardian.loginCheck).toBe("FREE");
});

it("opens no other session for one who has a token", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const applicant = (await identity.verify(wang.email)).viewer;
  const holder: Viewer = { ...anonymous, subject: subjectId, session: "s", assurance: "signed-in" };
  for (const viewer of [applicant, holder]) {
    identity.clock.advance(60_000);
    const challengeId = await identity.requestCode(li.email, viewer);
    const answer = await identity.confirmCode(challengeId, identity.mailbox.codeFor(li.email), viewer);
    expect(codeOf(answer)).toBe("FORBIDDEN");
  }
});

it("refuses a wrong code for a further address, five times, and then the right one", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  const challengeId = await identity.requestCode(li.email, viewer);
  const verify = (code: string) =>
    identity.execute(
      viewer,
      `mutation { verifyContact(input: { challengeId: "${challengeId}", code: "${code}" }) { target } }`,
    );
  for (let wrong = 0; wrong < 5; wrong++) expect(codeOf(await verify("22222222"))).toBe("CODE_WRONG");
  expect(codeOf(await verify(identity.mailbox.codeFor(li.email)))).toBe("CODE_WRONG");
});

it("says to the millisecond when an applicant's token was given", async () => {
  await using identity = await startIdentity();
  const { applicantTokens } = identity.context().services;
  const claims = { subjectId, verifiedEmail: wang.email as EmailAddress, applicationId: null };
  const { token } = await applicantTokens.mint(claims, new Date("2026-11-30T08:00:00.123Z"));
  expect(decodeJwt(token).iat).toBe(Date.parse("2026-11-30T08:00:00.123Z") / 1_000);
});

const revoking: Record<string, (identity: Identity) => Promise<string | null>> = {
  "a changed password": async (identity) => {
    const browser = new Browser(identity);
    const { sid } = claimsOf(await browser.signIn(email, demoPassword));
    const viewer: Viewer = { ...anonymous, subject: subjectId, session: sid!, assurance: "signed-in" };
    const input = `{ currentPassword: "${demoPassword}", newPassword: "seven blue kettles" }`;
    await identity.execute(viewer, `mutation { changePassword(input: ${input}) { id } }`);
    return sid!;
  },
  "a password set anew by a mailed code": async (identity) => {
    const browser = await new Browser(identity).open();
    await browser.submit("forgot");
    await browser.submit("recover", { login: email });
    await identity.settle();
    await browser.submit("code", { code: identity.mailbox.codeFor(email) });
    await browser.submit("new-password", { password: "seven blue kettles" });
    return null;
  },
  "a sign-out everywhere": async (identity) => {
    const { sid } = claimsOf(await new Browser(identity).signIn(email, demoPassword));
    const viewer: Viewer = { ...anonymous, subject: subjectId, session: sid!, assurance: "signed-in" };
    const answer = await identity.execute(viewer, "mutation { signOutEverywhere { id } }");
    expect(answer.errors).toBeUndefined();
    expect((await identity.published("identity.SessionEnded")).map(({ payload }) => payload)).toEqual([
      { subjectId, sid },
    ]);
    return null;
  },
};

it.each(Object.keys(revoking))("ends by %s every token that the subject got before", async (how) => {
  await using identity = await startIdentity({ demoCity: true });
  expect(await notBeforeOf(identity, subjectId)).toBeNull();
  // A subject of its own, which the account declared for one application under another person's login.
  const holder: Viewer = { ...anonymous, subject: subjectId, session: "s", assurance: "signed-in" };
  await identity.verifyMore(demoPeople.guardian.email, holder);
  const declared = await identity.setGuardian(holder, {
    applicationId: newId(),
    name: demoPeople.newcomer.name,
    nationalId,
    email: demoPeople.guardian.email,
  });
  const made = declared.data.setGuardian.session.subjectId;
  identity.clock.advance(60_000);
  const before = identity.clock.now().toISOString();
  const except = await revoking[how]!(identity);
  const [notBefore, ...others] = await Promise.all(
    [subjectId, made].map((subject) => notBeforeOf(identity, subject)),
  );
  expect(notBefore! > before && notBefore! < identity.clock.now().toISOString()).toBe(true);
  expect(others).toEqual([notBefore]);
  const events = (await identity.published("identity.TokensRevoked")).map(({ payload }) => payload);
  expect(events).toHaveLength(2);
  expect(events).toEqual(
    expect.arrayContaining([subjectId, made].map((subjectId) => ({ subjectId, except }))),
  );
});

async function notBeforeOf(identity: Identity, subject: string): Promise<string | null> {
  const body = JSON.stringify({ subject });
  const path = "/internal/tokens-not-before";
  const parts = { audience: "identity", method: "POST", path, body, viewer: anonymous, traceId: newId() };
  const headers = signRequest(keys().ring("viewer"), parts);
  const response = await fetch(`${identity.running.url}${path}`, { method: "POST", body, headers });
  expect(response.status).toBe(200);
  return ((await response.json()) as { notBefore: string | null }).notBefore;
}
