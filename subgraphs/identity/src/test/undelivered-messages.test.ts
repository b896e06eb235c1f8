import { encryptField } from "@campus-graph/kit/auth/crypto";
import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { mailKinds } from "../mail/queue-mail.js";
import { givenApprovedGuardian, place } from "./accounts.js";
import { codeOf, type Identity, signedIn, startIdentity, wang } from "./given.js";
import { Telephones } from "./telephones.js";

const bureau = signedIn(newId(), { role: "BUREAU" });
const office = (schoolCode: string) => signedIn(newId(), { role: "IT", schoolCode });

const list = async (identity: Identity, viewer: Viewer, after?: string) => {
  const { data, errors } = await identity.execute(
    viewer,
    `query ($after: Cursor) { undeliveredMessages(first: 2, after: $after) {
       edges { node { id kind by maskedTarget error canBeSent } } pageInfo { hasNextPage endCursor } } }`,
    { after },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.undeliveredMessages;
};
const nodes = async (identity: Identity, viewer: Viewer) =>
  // biome-ignore lint/suspicious/noExplicitAny: as it was asked for
  (await list(identity, viewer)).edges.map(({ node }: any) => node);
const resend = (identity: Identity, viewer: Viewer, id: string) =>
  identity.execute(viewer, "mutation ($id: ID!) { resendMessage(id: $id) { id } }", { id });

/** A guardian bound at 403601, to whom a letter was given up. */
async function givenUndelivered(identity: Identity) {
  const { subjectId, facts } = await givenApprovedGuardian(identity);
  await place(identity, facts.studentId, facts.classId);
  const { requestId, applicationId, studentId, relationship } = facts;
  const openedAt = identity.clock.now().toISOString();
  const opened = {
    bindingId: newId(),
    requestId,
    applicationId,
    subjectId,
    studentId,
    relationship,
    openedAt,
  };
  await identity.deliver("binding.BindingOpened", requestId, opened);
  identity.mailbox.unknown.add(wang.email);
  const asked = { subjectId, template: "binding-revoked", ids: {}, occasion: newId() };
  await identity.deliver("binding.DeliveryRequested", subjectId, asked);
  return { subjectId };
}

it("lists what was given up to its person's school and to the bureau, masked, and sends it again", async () => {
  await using identity = await startIdentity();
  await givenUndelivered(identity);
  const expected = {
    kind: "NOTICE",
    by: "EMAIL",
    maskedTarget: "w***@example.com",
    error: "MAIL_BOUNCED",
    canBeSent: true,
  };
  const [message] = await nodes(identity, office("403601"));
  expect(message).toMatchObject(expected);
  expect(await nodes(identity, bureau)).toMatchObject([expected]);
  expect(await nodes(identity, office("403501"))).toEqual([]);
  expect(codeOf(await resend(identity, office("403501"), message.id))).toBe("NOT_FOUND");
  expect(codeOf(await resend(identity, bureau, newId()))).toBe("NOT_FOUND");

  identity.mailbox.unknown.clear();
  identity.mailbox.mails.length = 0;
  expect((await resend(identity, office("403601"), message.id)).errors).toBeUndefined();
  await identity.settle();
  expect(identity.mailbox.to(wang.email)).toHaveLength(1);
  expect(await nodes(identity, bureau)).toEqual([]);
  expect(codeOf(await resend(identity, bureau, message.id))).toBe("NOT_FOUND");
  expect(await identity.rows("select act from audit where act = 'resend-message'")).toHaveLength(1);
});

it("sends no code again that is good no longer, and shows those of nobody's to the bureau alone", async () => {
  await using identity = await startIdentity();
  identity.mailbox.unknown.add("somebody@example.com");
  await identity.requestCode("somebody@example.com");
  const [message] = await nodes(identity, bureau);
  expect(message).toMatchObject({ kind: "CODE", canBeSent: true });
  expect(await nodes(identity, office("403601"))).toEqual([]);
  identity.clock.advance(61 * 60_000);
  expect(await nodes(identity, bureau)).toMatchObject([{ canBeSent: false }]);
  expect(codeOf(await resend(identity, bureau, message.id))).toBe("MESSAGE_OUTDATED");
});

it("shows pages, the latest first, and no word of what was written", async () => {
  await using identity = await startIdentity();
  for (const name of ["one", "two", "three"]) {
    identity.mailbox.unknown.add(`${name}@example.com`);
    await identity.requestCode(`${name}@example.com`);
    identity.clock.advance(1_000);
  }
  const first = await list(identity, bureau);
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = await list(identity, bureau, first.pageInfo.endCursor);
  // biome-ignore lint/suspicious/noExplicitAny: as it was asked for
  const targets = [...first.edges, ...second.edges].map(({ node }: any) => node.maskedTarget);
  expect(targets).toEqual(["t***@example.com", "t***@example.com", "o***@example.com"]);
  expect(JSON.stringify([first, second])).not.toMatch(/驗證碼|two@|three@/);
});

it("lists a text message that its provider says later did not arrive, and sends it again as a new one", async () => {
  await using telephones = await Telephones.start();
  await using identity = await startIdentity({ sms: { provider: telephones.settings() } });
  await identity.requestCode(wang.mobile, anonymous, "SMS");
  const code = telephones.codeFor(wang.mobile);
  telephones.state = "6";
  identity.clock.advance(60_000);
  await identity.settle();
  const [message] = await nodes(identity, bureau);
  expect(message).toMatchObject({
    kind: "CODE",
    by: "SMS",
    maskedTarget: "0912***456",
    error: "SMS_NOT_DELIVERED",
    canBeSent: true,
  });
  expect(await identity.dump()).not.toContain(code);
  expect((await resend(identity, bureau, message.id)).errors).toBeUndefined();
  await identity.settle();
  expect(telephones.to(wang.mobile)).toHaveLength(2);
  expect(telephones.codeFor(wang.mobile)).toBe(code);
  // Under the same id a provider would take it for the one that it has given up.
  expect(new Set(telephones.sent.map(({ url }) => url)).size).toBe(2);
  expect(await nodes(identity, bureau)).toEqual([]);
});

it("lists every kind of message that can be given up", async () => {
  await using identity = await startIdentity();
  const { clock, keys } = identity.context();
  for (const kind of mailKinds) {
    const id = newId();
    const place = { table: "mail_job", column: "letter", row: id };
    const letter = encryptField(keys.ring("field"), JSON.stringify({ to: wang.email }), place);
    await identity.rows(
      `insert into job (id, kind, dedupe, payload, urgent, created_at, next_try_at, dead_at, last_error)
       values (?, ?, 'x', ?, false, ?, ?, ?, 'MAIL_BOUNCED') returning 1`,
      [id, `mail-${kind}`, JSON.stringify({ letter }), clock.now(), clock.now(), clock.now()],
    );
  }
  const query = "{ undeliveredMessages(first: 100) { edges { node { kind } } } }";
  const { data, errors } = await identity.execute(bureau, query);
  expect(errors).toBeUndefined();
  expect(data.undeliveredMessages.edges).toHaveLength(mailKinds.length);
});
