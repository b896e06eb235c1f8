import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { givenApprovedGuardian, givenSubmittedRequest } from "./accounts.js";
import { Browser } from "./browser.js";
import { keyOfPerson, li, requestFacts, signedIn, startIdentity, wang } from "./given.js";

it("makes an approved guardian's account and sends the seed's mail", async () => {
  await using identity = await startIdentity();
  const { subjectId, facts } = await givenApprovedGuardian(identity);
  expect(await identity.published("identity.AccountProvisioned", "identity.ProvisionRefused")).toMatchObject([
    {
      type: "identity.AccountProvisioned",
      payload: {
        requestId: facts.requestId,
        subjectId,
        existing: false,
        personKey: keyOfPerson(wang.nationalId),
      },
    },
  ]);
  const mail = identity.mailbox.to(wang.email).at(-1);
  for (const line of [
    "** 本郵件由系統自動發送，請勿直接回覆 **",
    "** This is an automatically generated email, please do not reply. **",
    "王大明 您好，歡迎使用臺北市校園單一身分驗證服務",
    "您於 2020/08/14 15:03:46 申請的帳號已建立完成，登入資訊如下：",
    "帳號 Login：wang@example.com",
    "臺端身分證統一編號後6碼",
    "登入入口 Sign in at：http://campus.test/",
    "臺北市政府教育局",
    "地址：臺北市信義區市府路1號8樓",
    "電話：1999（外縣市請撥02-27208889）#1234",
    "信箱：tpservice@oneplus.com.tw",
  ])
    expect(mail?.text).toContain(line);
  expect(mail?.raw).not.toContain(wang.nationalId);
  expect(mail?.text).not.toContain("456789");
});

it("does one thing and sends one mail when it hears the same approval twice", async () => {
  await using identity = await startIdentity();
  const { facts } = await givenSubmittedRequest(identity);
  const eventId = newId();
  await identity.deliver("binding.RequestApproved", facts.requestId, facts, eventId);
  await identity.deliver("binding.RequestApproved", facts.requestId, facts, eventId);
  await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  expect(
    identity.mailbox.to(wang.email).filter(({ subject }) => subject.includes("帳號已建立完成")),
  ).toHaveLength(1);
  const accounts = await identity.rows("select id from account");
  expect(accounts).toHaveLength(1);
});

it("adds the guardian role to an account that the person has", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity);
  const second = requestFacts({ subjectId, applicationId: newId(), nationalId: wang.nationalId });
  identity.clock.advance(60_000);
  const { viewer } = await identity.verify(wang.email);
  await identity.setGuardian(viewer, { applicationId: second.applicationId, ...wang });
  await identity.deliver("binding.RequestApproved", second.requestId, second);
  expect((await identity.published("identity.AccountProvisioned")).at(-1)?.payload).toEqual({
    requestId: second.requestId,
    subjectId,
    existing: true,
    personKey: keyOfPerson(wang.nationalId),
  });
  expect(identity.mailbox.to(wang.email).at(-1)?.text).not.toContain("後6碼");
});

it("refuses an address that another person signs in with", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity, wang);
  identity.clock.advance(60_000);
  const taken = await givenApprovedGuardian(identity, { ...li, email: wang.email });
  expect((await identity.published("identity.ProvisionRefused")).map(({ payload }) => payload)).toEqual([
    { requestId: taken.facts.requestId, subjectId: taken.subjectId, code: "EMAIL_TAKEN" },
  ]);
});

it("refuses the later of two persons who applied by one address before either was approved", async () => {
  await using identity = await startIdentity();
  const first = await givenSubmittedRequest(identity, wang);
  identity.clock.advance(60_000);
  const second = await givenSubmittedRequest(identity, { ...li, email: wang.email });
  expect(second.subjectId).toBe(first.subjectId);
  for (const { facts } of [first, second])
    await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  const events = await identity.published("identity.AccountProvisioned", "identity.ProvisionRefused");
  expect(events.map(({ type }) => type)).toEqual([
    "identity.AccountProvisioned",
    "identity.ProvisionRefused",
  ]);
});

it("makes an account of its own for a person declared from another's session with a free address", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity, wang);
  identity.clock.advance(60_000);
  const { viewer } = await identity.verify(wang.email);
  await identity.verifyMore(li.email, viewer);
  const facts = requestFacts({ subjectId, applicationId: newId(), nationalId: li.nationalId });
  await identity.setGuardian(viewer, { applicationId: facts.applicationId, ...li });
  await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  const { payload } = (await identity.published("identity.AccountProvisioned")).at(-1)!;
  expect(payload).toMatchObject({ requestId: facts.requestId, existing: false });
  expect(payload.subjectId).not.toBe(subjectId);
});

it("provisions the person who was submitted, whoever is declared afterwards", async () => {
  await using identity = await startIdentity();
  const { facts, applicationId, subjectId } = await givenSubmittedRequest(identity, wang);
  identity.clock.advance(60_000);
  const { viewer } = await identity.verify(wang.email);
  await identity.setGuardian(viewer, { applicationId, ...li, email: wang.email });
  await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  const [account] = await identity.rows<{ person_key: string }>(
    "select person_key from account where id = ?",
    [subjectId],
  );
  expect(account?.person_key).toBe(keyOfPerson(wang.nationalId));
});

it("provisions the contacts that were submitted, whatever the same person declares afterwards", async () => {
  await using identity = await startIdentity();
  const { facts, applicationId, subjectId } = await givenSubmittedRequest(identity, wang);
  identity.clock.advance(60_000);
  const { viewer } = await identity.verify(wang.email);
  await identity.verifyMore("another@example.com", viewer);
  const answer = await identity.setGuardian(viewer, { applicationId, ...wang, email: "another@example.com" });
  expect(answer.errors).toBeUndefined();
  const own = await identity.entities(
    signedIn(subjectId),
    "BindingRequest",
    [facts.requestId],
    "guardian { email }",
    { version: 1 },
  );
  expect(own.entities).toEqual([{ guardian: { email: wang.email } }]);
  await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  expect(identity.mailbox.to(wang.email).at(-1)?.text).toContain(wang.email);
  expect(identity.mailbox.to("another@example.com").filter(({ text }) => text.includes("核可"))).toEqual([]);
  const byOther = await new Browser(identity).open();
  await byOther.submit("password", { login: "another@example.com", password: "456789" });
  expect(byOther.alert).toBe("SIGN_IN_WRONG");
});

it("lets a mailbox that is not the login lead to the account no more", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify("old@example.com");
  await identity.verifyMore(wang.email, viewer);
  const facts = requestFacts({
    subjectId: viewer.subject!,
    applicationId: newId(),
    nationalId: wang.nationalId,
  });
  await identity.setGuardian(viewer, { applicationId: facts.applicationId, ...wang });
  await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  identity.clock.advance(60_000);
  expect((await identity.verify("old@example.com")).viewer.subject).not.toBe(viewer.subject);
  expect((await identity.verify(wang.email)).viewer.subject).toBe(viewer.subject);
});

it("gives a mobile number that several share to the first who came with it", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity, wang);
  await givenApprovedGuardian(identity, { ...li, mobile: wang.mobile });
  const byMobile = await new Browser(identity).open();
  await byMobile.submit("password", { login: wang.mobile, password: "315508" });
  expect(byMobile.alert).toBe("SIGN_IN_WRONG");
  const byEmail = await new Browser(identity).open();
  await byEmail.submit("password", { login: li.email, password: "315508" });
  expect(byEmail.step).toBe("code");
});

it("sends the mail once the mail server takes it again", async () => {
  await using identity = await startIdentity();
  const { facts } = await givenSubmittedRequest(identity);
  identity.mailbox.refuses = true;
  await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  const approvals = () =>
    identity.mailbox.to(wang.email).filter(({ subject }) => subject.includes("帳號已建立完成"));
  expect(approvals()).toHaveLength(0);
  identity.mailbox.refuses = false;
  await identity.settle();
  expect(approvals()).toHaveLength(0);
  identity.clock.advance(60_000);
  await identity.settle();
  expect(approvals()).toHaveLength(1);
  const jobs = await identity.rows<{ payload: object | null }>("select payload from job");
  expect(jobs.length).toBeGreaterThan(0);
  expect(jobs.every(({ payload }) => payload === null)).toBe(true);
});

it("lists a mail that the mail server never took, and sends it when an operator wants it", async () => {
  await using identity = await startIdentity();
  const { facts } = await givenSubmittedRequest(identity);
  const approvals = () =>
    identity.mailbox.to(wang.email).filter(({ subject }) => subject.includes("帳號已建立完成"));
  identity.mailbox.refuses = true;
  await identity.deliver("binding.RequestApproved", facts.requestId, facts);
  await identity.rows("update job set tries = 99 where kind = 'mail-approval'");
  identity.clock.advance(60_000);
  await identity.settle();
  const { jobs } = await identity.operate("parked", {});
  expect(jobs).toMatchObject([{ kind: "mail-approval", tries: 100 }]);
  expect(JSON.stringify(jobs)).not.toContain(wang.email);
  identity.mailbox.refuses = false;
  expect(await identity.operate("retry-parked", { key: jobs[0].id })).toEqual({ found: true });
  await identity.settle();
  expect(approvals()).toHaveLength(1);
  expect((await identity.operate("parked", {})).jobs).toEqual([]);
});
