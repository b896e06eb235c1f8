import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { expect, it } from "vitest";
import { codeOf, type Identity, startIdentity, wang } from "./given.js";

const elsewhere: Viewer = { ...anonymous, address: "192.0.2.1" };

it("sends a code of eight unambiguous characters that says how long it is good", async () => {
  await using identity = await startIdentity();
  await identity.requestCode(" Wang@Example.com ");
  const [mail] = identity.mailbox.to(wang.email);
  expect(mail?.to).toBe("Wang@example.com");
  expect(mail?.text).toMatch(/^[2-9A-HJKMNP-Z]{8}$/m);
  expect(mail?.text).toContain("1 小時");
  expect(mail?.text).toContain("do not reply");
  expect(mail?.raw).toContain("Auto-Submitted: auto-generated");
});

it("makes a subject of whoever shows the right code, however it is typed", async () => {
  await using identity = await startIdentity();
  const challengeId = await identity.requestCode(wang.email);
  const code = identity.mailbox.codeFor(wang.email);
  const typed = `\u200B${code.slice(0, 4).toLowerCase()} – ${code.slice(4)}`;
  const { data } = await identity.confirmCode(challengeId, typed);
  expect(data.confirmVerificationCode.subjectId).toMatch(/^[0-9a-f-]{36}$/);
});

it("leads a new code to the same address back to the same subject", async () => {
  await using identity = await startIdentity();
  const first = await identity.verify(wang.email);
  identity.clock.advance(60_000);
  const second = await identity.verify(wang.email);
  expect(second.viewer.subject).toBe(first.viewer.subject);
});

it.each([
  { afterMs: 3_599_000, answer: undefined },
  { afterMs: 3_601_000, answer: "CODE_EXPIRED" },
])("answers $answer to a right code after $afterMs ms", async ({ afterMs, answer }) => {
  await using identity = await startIdentity();
  const challengeId = await identity.requestCode(wang.email);
  identity.clock.advance(afterMs);
  expect(codeOf(await identity.confirmCode(challengeId, identity.mailbox.codeFor(wang.email)))).toBe(answer);
});

it("takes a code once", async () => {
  await using identity = await startIdentity();
  const challengeId = await identity.requestCode(wang.email);
  const code = identity.mailbox.codeFor(wang.email);
  await identity.confirmCode(challengeId, code);
  expect(codeOf(await identity.confirmCode(challengeId, code))).toBe("CODE_WRONG");
});

it("lets one of a hundred right answers at once win", async () => {
  await using identity = await startIdentity();
  const challengeId = await identity.requestCode(wang.email);
  const code = identity.mailbox.codeFor(wang.email);
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => identity.confirmCode(challengeId, code)),
  );
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
});

it.each([2, 15, 100, 1_000])("gives %i aliases in one request no more than five tries", async (aliases) => {
  await using identity = await startIdentity();
  const challengeId = await identity.requestCode(wang.email);
  const guess = (_: unknown, index: number) =>
    `a${index}: confirmVerificationCode(input: { challengeId: "${challengeId}", code: "2222${index}" }) { token }`;
  const mutation = `mutation { ${Array.from({ length: aliases }, guess).join(" ")} }`;
  const parallel = Array.from({ length: 10 }, () => identity.execute(anonymous, mutation));
  expect((await Promise.all(parallel)).every(({ data }) => data === null)).toBe(true);
  expect(await triesOf(identity, challengeId)).toBe(5);
});

it("gives two hundred guesses at once from twenty addresses five tries, and then takes not even the right code", async () => {
  await using identity = await startIdentity();
  const challengeId = await identity.requestCode(wang.email);
  const guesses = Array.from({ length: 200 }, (_, index) =>
    identity.confirmCode(challengeId, `2222${index}`, { ...anonymous, address: `10.0.0.${index % 20}` }),
  );
  await Promise.all(guesses);
  expect(await triesOf(identity, challengeId)).toBe(5);
  expect(codeOf(await identity.confirmCode(challengeId, identity.mailbox.codeFor(wang.email)))).toBe(
    "CODE_WRONG",
  );
});

it("lets a code be used that was sent before another", async () => {
  await using identity = await startIdentity();
  const older = await identity.requestCode(wang.email);
  const code = identity.mailbox.codeFor(wang.email);
  identity.clock.advance(60_000);
  await identity.requestCode(wang.email, elsewhere);
  expect(codeOf(await identity.confirmCode(older, code))).toBeUndefined();
});

it("lets the other codes to a target die with the one that is used", async () => {
  await using identity = await startIdentity();
  const older = await identity.requestCode(wang.email);
  const code = identity.mailbox.codeFor(wang.email);
  identity.clock.advance(60_000);
  const newer = await identity.requestCode(wang.email);
  await identity.confirmCode(newer, identity.mailbox.codeFor(wang.email));
  expect(codeOf(await identity.confirmCode(older, code))).toBe("CODE_WRONG");
});

it("lets one of twenty right codes to the same target at once win", async () => {
  await using identity = await startIdentity();
  const codes: { challengeId: string; code: string }[] = [];
  for (let from = 0; from < 20; from++) {
    const challengeId = await identity.requestCode(wang.email, { ...anonymous, address: `10.0.0.${from}` });
    codes.push({ challengeId, code: identity.mailbox.codeFor(wang.email) });
  }
  const answers = await Promise.all(
    codes.map(({ challengeId, code }) => identity.confirmCode(challengeId, code)),
  );
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
});

it("shows in the mail the reference that the page shows", async () => {
  await using identity = await startIdentity();
  const { data } = await identity.execute(
    anonymous,
    `mutation { requestVerificationCode(input: { by: EMAIL, target: "${wang.email}" }) { reference } }`,
  );
  await identity.settle();
  const { reference } = data.requestVerificationCode;
  expect(reference).toMatch(/^[2-9A-HJKMNP-Z]{4}$/);
  const [mail] = identity.mailbox.to(wang.email);
  expect(mail?.subject).toContain(`(${reference})`);
  expect(mail?.text).toContain(`參考碼 Reference：${reference}`);
});

it("answers an unknown challenge and a wrong code alike", async () => {
  await using identity = await startIdentity();
  const challengeId = await identity.requestCode(wang.email);
  const answerFor = async (id: string) => {
    const { data, errors } = await identity.confirmCode(id, "22222222");
    return { data, message: errors?.[0]?.message, code: codeOf({ errors: errors ?? [] }) };
  };
  const wrong = await answerFor(challengeId);
  expect(await answerFor("01990000-0000-7000-8000-000000000000")).toEqual(wrong);
  expect(await answerFor("nonsense")).toEqual(wrong);
});

it("makes one wait before a further code, and tells how long", async () => {
  await using identity = await startIdentity();
  await identity.requestCode(wang.email);
  const input = { by: "EMAIL", target: wang.email };
  const again = () =>
    identity.execute(
      anonymous,
      "mutation ($input: RequestVerificationCodeInput!) { requestVerificationCode(input: $input) { challengeId } }",
      { input },
    );
  const tooSoon = await again();
  expect(codeOf(tooSoon)).toBe("TOO_MANY_ATTEMPTS");
  expect(tooSoon.errors?.[0]?.extensions.retryAfterSeconds).toBeLessThanOrEqual(30);
  identity.clock.advance(31_000);
  expect(codeOf(await again())).toBeUndefined();
});

it("sends one target ten codes an hour from one network, and two hundred to all targets", async () => {
  await using identity = await startIdentity();
  for (let sent = 0; sent < 10; sent++) {
    expect(codeOf(await request(identity, wang.email, elsewhere))).toBeUndefined();
    identity.clock.advance(31_000);
  }
  expect(codeOf(await request(identity, wang.email, elsewhere))).toBe("TOO_MANY_ATTEMPTS");
  expect(codeOf(await request(identity, wang.email, anonymous))).toBeUndefined();
  const school = { ...anonymous, address: "10.9.9.9" };
  for (let sent = 0; sent < 200; sent++)
    expect(codeOf(await request(identity, `parent${sent}@example.com`, school))).toBeUndefined();
  expect(codeOf(await request(identity, "one-more@example.com", school))).toBe("TOO_MANY_ATTEMPTS");
});

it("sends one target only so many codes an hour from all networks, and then only to who is known there", async () => {
  await using identity = await startIdentity({ codes: { perTarget: 4 } });
  const { viewer } = await identity.verify(wang.email);
  for (let sent = 1; sent < 4; sent++)
    expect(
      codeOf(await request(identity, wang.email, { ...anonymous, address: `10.${sent}.0.1` })),
    ).toBeUndefined();
  expect(codeOf(await request(identity, wang.email, { ...anonymous, address: "10.9.1.1" }))).toBe(
    "TOO_MANY_ATTEMPTS",
  );
  expect(codeOf(await request(identity, wang.email, { ...viewer, address: "10.9.1.2" }))).toBeUndefined();
  // And to the network from which the address's owner has just shown a code, also without the token.
  identity.clock.advance(31_000);
  expect(codeOf(await request(identity, wang.email, anonymous))).toBeUndefined();
});

it.each([
  [["2001:db8:1:1::", "2001:db8:2:2::", "2001:db8:ffff:3::"], "one provider's addresses"],
  [["10.0.0.1", "10.0.1.1", "10.0.255.1"], "one block of addresses"],
])("leaves half of a target's codes an hour to others than %s, %s", async (addresses) => {
  await using identity = await startIdentity({ codes: { perTarget: 4 } });
  const codes: unknown[] = [];
  for (const address of addresses)
    codes.push(codeOf(await request(identity, wang.email, { ...anonymous, address })));
  expect(codes).toEqual([undefined, undefined, "TOO_MANY_ATTEMPTS"]);
  expect(codeOf(await request(identity, wang.email, elsewhere))).toBeUndefined();
});

it("counts who is known at the target apart from strangers on the same network", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  for (let sent = 0; sent < 10; sent++) {
    identity.clock.advance(31_000);
    await request(identity, wang.email, anonymous);
  }
  expect(codeOf(await request(identity, wang.email, anonymous))).toBe("TOO_MANY_ATTEMPTS");
  expect(codeOf(await request(identity, wang.email, viewer))).toBeUndefined();
  expect(codeOf(await request(identity, wang.email, viewer))).toBe("TOO_MANY_ATTEMPTS");
});

function request(identity: Identity, target: string, viewer: Viewer) {
  return identity.execute(
    viewer,
    "mutation ($input: RequestVerificationCodeInput!) { requestVerificationCode(input: $input) { challengeId } }",
    { input: { by: "EMAIL", target } },
  );
}

it.each([
  { input: { by: "SMS", target: "0912345678" }, code: "SMS_NOT_AVAILABLE" },
  { input: { by: "EMAIL", target: "not an address" }, code: "EMAIL_INVALID" },
  { input: { by: "EMAIL", target: "a@b" }, code: "EMAIL_INVALID" },
])("refuses $input with $code", async ({ input, code }) => {
  await using identity = await startIdentity();
  const answer = await identity.execute(
    anonymous,
    "mutation ($input: RequestVerificationCodeInput!) { requestVerificationCode(input: $input) { challengeId } }",
    { input },
  );
  expect(codeOf(answer)).toBe(code);
});

it("forgets codes and where they went after a day", async () => {
  await using identity = await startIdentity();
  await identity.requestCode(wang.email);
  identity.clock.advance(26 * 60 * 60_000);
  await identity.settle();
  expect(await identity.rows("select id from verification_challenge")).toEqual([]);
});

it("keeps no code and no address open", async () => {
  await using identity = await startIdentity();
  await identity.requestCode(wang.email);
  const dump = await identity.dump();
  expect(dump).not.toContain(identity.mailbox.codeFor(wang.email));
  expect(dump).not.toContain(wang.email);
});

async function triesOf(identity: Identity, challengeId: string): Promise<number | undefined> {
  const [row] = await identity.rows<{ tries: number }>(
    "select tries from verification_challenge where id = ?",
    [challengeId],
  );
  return row?.tries;
}
