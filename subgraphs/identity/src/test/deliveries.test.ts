import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { givenApprovedGuardian, givenSubmittedRequest, place } from "./accounts.js";
import { type Identity, signedIn, startIdentity, wang } from "./given.js";
import { Telephones } from "./telephones.js";

const quietHours = { from: "21:30", until: "07:30" };
const hourMs = 60 * 60_000;

/** A moment of Taipei's day. */
function atTaipei(identity: Identity, time: string): void {
  const now = identity.clock.now();
  const day = new Date(now.getTime() + 8 * hourMs).toISOString().slice(0, 10);
  const then = new Date(`${day}T${time}:00+08:00`).getTime();
  identity.clock.advance(then > now.getTime() ? then - now.getTime() : then + 24 * hourMs - now.getTime());
}

const choose = (identity: Identity, subjectId: string, kind: string, channel: string, wanted: boolean) =>
  identity.execute(
    signedIn(subjectId, { role: "GUARDIAN" }),
    `mutation { setDeliveryPreference(input: { kind: ${kind}, channel: ${channel}, wanted: ${wanted} }) { kind email sms push } }`,
  );

const ask = (
  identity: Identity,
  subjectId: string,
  template: string,
  ids: Record<string, string>,
  occasion: string,
) => identity.deliver("binding.DeliveryRequested", subjectId, { subjectId, template, ids, occasion });

/** A request that came back to its applicant, who has no account yet. */
async function givenReturned(identity: Identity) {
  const applied = await givenSubmittedRequest(identity);
  const { facts } = applied;
  await place(identity, facts.studentId, facts.classId);
  await identity.deliver("binding.RequestReturned", facts.requestId, facts);
  identity.mailbox.mails.length = 0;
  return applied;
}

/** A guardian who is bound. */
async function givenBound(identity: Identity) {
  const { subjectId, facts } = await givenApprovedGuardian(identity);
  await place(identity, facts.studentId, facts.classId);
  const { requestId, applicationId, studentId, relationship } = facts;
  const bindingId = newId();
  await identity.deliver("binding.BindingOpened", requestId, {
    bindingId,
    requestId,
    applicationId,
    subjectId,
    studentId,
    relationship,
    openedAt: identity.clock.now().toISOString(),
  });
  identity.mailbox.mails.length = 0;
  return { subjectId, facts, bindingId };
}

const billFacts = { accountNumber: "4803006300000198", schoolCode: "403601", amount: 4730 };
const bill = (identity: Identity, studentId: string, billId = newId()) =>
  identity.deliver("payments.BillIssued", billId, {
    ...billFacts,
    billId,
    studentId,
    issuedAt: identity.clock.now().toISOString(),
  });

it("writes to an applicant whose request came back, where to correct it, once, text before HTML", async () => {
  await using identity = await startIdentity();
  const { subjectId, facts } = await givenReturned(identity);
  const { requestId } = facts;
  for (let time = 0; time < 3; time++)
    await ask(identity, subjectId, "request-returned", { requestId }, "one event");
  const mails = identity.mailbox.to(wang.email);
  expect(mails).toHaveLength(1);
  const [mail] = mails as [(typeof mails)[0]];
  expect(mail.parts).toEqual(["text/plain", "text/html"]);
  expect(mail.subject).toContain("親子綁定申請需要更正 Your application needs a correction");
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain("王大明 您好");
    expect(part).toContain("市立內湖國小的林O佑");
    expect(part).toContain(`/parent/applications/${requestId}/correct`);
    expect(part).toContain("臺北市政府教育局");
    expect(part).not.toMatch(/[A-Z][12]\d{8}/);
  }
});

it("writes of a request what is true when the letter goes, and nothing where it is not any more", async () => {
  await using identity = await startIdentity({ deliveries: { quietHours } });
  atTaipei(identity, "20:00");
  const { subjectId, facts } = await givenReturned(identity);
  atTaipei(identity, "23:00");
  await ask(identity, subjectId, "request-returned", { requestId: facts.requestId }, "one");
  await identity.deliver("binding.RequestSubmitted", facts.requestId, { ...facts, version: 2 });
  atTaipei(identity, "07:31");
  await identity.settle();
  expect(identity.mailbox.to(wang.email)).toEqual([]);
});

it("wakes nobody between 21:30 and 07:30, but for codes", async () => {
  await using identity = await startIdentity({ deliveries: { quietHours } });
  atTaipei(identity, "12:00");
  const { subjectId } = await givenBound(identity);
  atTaipei(identity, "21:30");
  await ask(identity, subjectId, "binding-revoked", {}, "one");
  expect(identity.mailbox.mails).toEqual([]);
  await identity.requestCode("somebody@example.com");
  expect(identity.mailbox.to("somebody@example.com")).toHaveLength(1);
  atTaipei(identity, "07:29");
  await identity.settle();
  expect(identity.mailbox.to(wang.email)).toEqual([]);
  atTaipei(identity, "07:30");
  await identity.settle();
  expect(identity.mailbox.to(wang.email)).toHaveLength(1);
});

it("names no child to who is bound no more", async () => {
  await using identity = await startIdentity();
  const { subjectId, facts, bindingId } = await givenBound(identity);
  const { requestId, studentId } = facts;
  await identity.deliver("binding.BindingRevoked", requestId, { bindingId, requestId, subjectId, studentId });
  expect(identity.mailbox.mails).toEqual([]);
  await ask(identity, subjectId, "binding-revoked", { requestId }, "one");
  const [mail] = identity.mailbox.to(wang.email);
  expect(mail?.subject).toContain("一項親子綁定已結束");
  for (const part of [mail!.text, mail!.html]) expect(part).not.toMatch(/林|內湖|403601/);
});

it("mails a bill to the guardian who wishes it, and to no other, while they are bound", async () => {
  await using identity = await startIdentity();
  const { subjectId, facts, bindingId } = await givenBound(identity);
  await bill(identity, facts.studentId);
  expect(identity.mailbox.mails).toEqual([]);
  const { data } = await choose(identity, subjectId, "BILLS", "EMAIL", true);
  expect(data.setDeliveryPreference).toContainEqual({ kind: "BILLS", email: true, sms: false, push: true });
  const billId = newId();
  await bill(identity, facts.studentId, billId);
  await bill(identity, newId());
  const mails = identity.mailbox.to(wang.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain(`/parent/bills/${billId}`);
  expect(mails[0]?.text).toContain("林O佑");
  expect(mails[0]?.text).not.toMatch(/4,?730|4803006300000198/);
  const { requestId, studentId } = facts;
  await identity.deliver("binding.BindingRevoked", requestId, { bindingId, requestId, subjectId, studentId });
  await bill(identity, studentId);
  expect(identity.mailbox.to(wang.email)).toHaveLength(1);
});

it("does not tell in the morning, as of a new one, of a bill that the night has taken back or replaced", async () => {
  await using identity = await startIdentity({ deliveries: { quietHours } });
  atTaipei(identity, "12:00");
  const { subjectId, facts } = await givenBound(identity);
  await choose(identity, subjectId, "BILLS", "EMAIL", true);
  atTaipei(identity, "22:00");
  const [voided, waived, standing] = [newId(), newId(), newId()];
  const amended = [newId(), newId(), newId()] as const;
  for (const billId of [voided, waived, standing, amended[0]]) await bill(identity, facts.studentId, billId);
  const of = (billId: string) => ({ ...billFacts, billId, studentId: facts.studentId });
  const now = identity.clock.now().toISOString();
  await identity.deliver("payments.BillVoided", voided, { ...of(voided), voidedAt: now });
  await identity.deliver("payments.BillWaived", waived, { ...of(waived), waivedAt: now });
  for (const [place, replacedBillId] of amended.slice(0, 2).entries()) {
    const next = amended[place + 1]!;
    await identity.deliver("payments.BillAmended", next, { ...of(next), replacedBillId, amendedAt: now });
  }
  expect(identity.mailbox.mails).toEqual([]);
  atTaipei(identity, "07:30");
  await identity.settle();
  const told = identity.mailbox.to(wang.email).map(({ text }) => /\/parent\/bills\/(\S+)/.exec(text)?.[1]);
  expect(told.sort()).toEqual([standing, amended[2]].sort());
  expect(await identity.rows("select bill_id from withdrawn_bill")).toHaveLength(4);
  identity.clock.advance(15 * 24 * hourMs);
  await identity.settle();
  expect(await identity.rows("select bill_id from withdrawn_bill")).toEqual([]);
});

it("writes by the ways that the person chose, by text message to a verified number alone", async () => {
  const telephones = await Telephones.start();
  await using identity = await startIdentity({ sms: { provider: telephones.settings() } });
  identity.stack.use(telephones);
  const { subjectId } = await givenBound(identity);
  await choose(identity, subjectId, "BINDING", "EMAIL", false);
  await choose(identity, subjectId, "BILLS", "SMS", true);
  await choose(identity, subjectId, "BILLS", "EMAIL", true);
  await ask(identity, subjectId, "binding-revoked", {}, "one");
  expect(identity.mailbox.mails).toEqual([]);
  const [request] = await identity.rows<{ student_id: string }>("select student_id from request");
  await bill(identity, request!.student_id);
  expect(telephones.sent).toEqual([]);
  const holder = signedIn(subjectId, { role: "GUARDIAN" });
  const challengeId = await identity.requestCode(wang.mobile, holder, "SMS");
  await identity.execute(
    holder,
    "mutation ($input: ConfirmVerificationCodeInput!) { verifyContact(input: $input) { by } }",
    { input: { challengeId, code: telephones.codeFor(wang.mobile) } },
  );
  await bill(identity, request!.student_id);
  expect(telephones.to(wang.mobile).at(-1)).toContain("新的繳費單");
  expect(telephones.to(wang.mobile).at(-1)!.length).toBeLessThanOrEqual(70);
});

it("lets a batch go evenly, and another template's letters not wait for it", async () => {
  await using identity = await startIdentity({ deliveries: { deliveriesPerMinute: 3 } });
  const { subjectId, facts } = await givenBound(identity);
  await choose(identity, subjectId, "BILLS", "EMAIL", true);
  for (let count = 0; count < 8; count++) await bill(identity, facts.studentId);
  await ask(identity, subjectId, "binding-revoked", {}, "one");
  const bills = () => identity.mailbox.mails.filter(({ subject }) => subject.includes("繳費單")).length;
  expect(identity.mailbox.mails.length - bills()).toBe(1);
  expect(bills()).toBe(3);
  for (const expected of [6, 8]) {
    identity.clock.advance(60_000);
    await identity.settle();
    expect(bills()).toBe(expected);
  }
});

it("marks an address that its own server does not know, tells its owner, and writes there no more but codes", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenBound(identity);
  const holder = signedIn(subjectId, { role: "GUARDIAN" });
  const isUndeliverable = async () =>
    (await identity.execute(holder, "{ me { emailUndeliverable } }")).data.me.emailUndeliverable;
  expect(await isUndeliverable()).toBe(false);
  identity.mailbox.unknown.add(wang.email);
  await ask(identity, subjectId, "binding-revoked", {}, "one");
  expect(await isUndeliverable()).toBe(true);
  expect(await identity.rows("select last_error, tries from job where dead_at is not null")).toEqual([
    { last_error: "MAIL_BOUNCED", tries: 1 },
  ]);
  await ask(identity, subjectId, "binding-revoked", {}, "two");
  expect(
    await identity.rows("select id from job where kind = 'mail-notice' and payload is not null"),
  ).toHaveLength(1);
  identity.mailbox.unknown.clear();
  identity.clock.advance(31_000);
  await identity.requestCode(wang.email);
  expect(await isUndeliverable()).toBe(false);
});

it("waits with a letter for a template that nobody has made here yet", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenBound(identity);
  await ask(identity, subjectId, "bill-due-soon", {}, "one");
  expect(await identity.rows("select dedupe from job where kind = 'delivery'")).toEqual([]);
  expect(await identity.running.settle()).toBe(false);
});

it("keeps who is written to about what in ids alone", async () => {
  await using identity = await startIdentity({
    deliveries: { quietHours: { from: "00:00", until: "23:59" } },
  });
  const { subjectId, facts } = await givenReturned(identity);
  await ask(identity, subjectId, "request-returned", { requestId: facts.requestId }, "one");
  expect(JSON.stringify(await identity.rows("select * from job where kind = 'delivery'"))).not.toMatch(
    /王|林|@/,
  );
});
