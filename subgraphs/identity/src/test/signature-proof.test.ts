import { openToken } from "@campus-graph/kit/auth/crypto";
import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import {
  codeOf,
  confirmSignature,
  keys,
  li,
  openDeclaration,
  signedIn,
  startIdentity,
  wang,
} from "./given.js";

it("seals who signed which application by a fresh code, for a quarter of an hour", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  identity.clock.advance(60_000);
  const challengeId = await identity.requestCode(wang.email, viewer);
  const input = { challengeId, code: identity.mailbox.codeFor(wang.email), applicationId: newId() };
  const { data, errors } = await identity.execute(viewer, confirmSignature, { input });
  expect(errors).toBeUndefined();
  const { proof, expiresAt } = data.confirmSignature;
  const open = (purpose: string, now = identity.clock.now()) =>
    openToken(keys().ring("declaration"), purpose, proof, now);
  expect(open("signature-proof")).toEqual({
    id: expect.any(String),
    subject: viewer.subject,
    applicationId: input.applicationId,
    verifiedEmail: wang.email,
    confirmedAt: expect.any(String),
  });
  expect(() => open("guardian-declaration")).toThrow("InvalidToken");
  expect(() => open("signature-proof", new Date(expiresAt))).toThrow("InvalidToken");
  expect((Date.parse(expiresAt) - identity.clock.now().getTime()) / 60_000).toBeCloseTo(15, 1);
  expect(await identity.rows("select object from audit where act = 'confirm-signature'")).toEqual([
    { object: `application:${input.applicationId}` },
  ]);
  // The code is used up.
  expect(codeOf(await identity.execute(viewer, confirmSignature, { input }))).toBe("CODE_WRONG");
});

it("says whom the guardian had declared when the code was given", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  const applicationId = newId();
  const declare = async () => {
    const { data } = await identity.setGuardian(viewer, { applicationId, ...wang });
    return openDeclaration(data.setGuardian.declaration).declarationId;
  };
  const signed = async () => {
    identity.clock.advance(60_000);
    const challengeId = await identity.requestCode(wang.email, viewer);
    const input = { challengeId, code: identity.mailbox.codeFor(wang.email), applicationId };
    const { data } = await identity.execute(viewer, confirmSignature, { input });
    const ring = keys().ring("declaration");
    return openToken<{ declarationId?: string }>(
      ring,
      "signature-proof",
      data.confirmSignature.proof,
      identity.clock.now(),
    ).declarationId;
  };
  const first = await declare();
  expect(await signed()).toBe(first);
  identity.clock.advance(1_000);
  const second = await declare();
  expect(second).not.toBe(first);
  expect(await signed()).toBe(second);
});

it("signs for an account by a code to its login", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { subjectId, email } = demoPeople.guardian;
  const viewer = signedIn(subjectId, { role: "GUARDIAN" });
  const challengeId = await identity.requestCode(email, viewer);
  const input = { challengeId, code: identity.mailbox.codeFor(email), applicationId: newId() };
  expect(codeOf(await identity.execute(viewer, confirmSignature, { input }))).toBeUndefined();
});

it("takes no code that went to an address which the caller never showed to be theirs", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  const challengeId = await identity.requestCode(li.email, viewer);
  const input = { challengeId, code: identity.mailbox.codeFor(li.email), applicationId: newId() };
  expect(codeOf(await identity.execute(viewer, confirmSignature, { input }))).toBe("EMAIL_NOT_VERIFIED");
});

it.each([
  { title: "a wrong code", change: { code: "22222222" }, code: "CODE_WRONG" },
  { title: "no application's id", change: { applicationId: "x" }, code: "NOT_FOUND" },
])("refuses $title with $code", async ({ change, code }) => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  identity.clock.advance(60_000);
  const challengeId = await identity.requestCode(wang.email, viewer);
  const right = { challengeId, code: identity.mailbox.codeFor(wang.email), applicationId: newId() };
  const answer = await identity.execute(viewer, confirmSignature, { input: { ...right, ...change } });
  expect(codeOf(answer)).toBe(code);
});

it("signs with a token for one application no other", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  identity.clock.advance(60_000);
  const challengeId = await identity.requestCode(wang.email, viewer);
  const input = { challengeId, code: identity.mailbox.codeFor(wang.email), applicationId: newId() };
  const narrow = { ...viewer, applicationId: newId() };
  expect(codeOf(await identity.execute(narrow, confirmSignature, { input }))).toBe("NOT_FOUND");
});
