import { expect, it } from "vitest";
import { givenBoundGuardian } from "./accounts.js";
import { type Identity, signedIn, startIdentity, wang } from "./given.js";

/** A report as mail servers write it: RFC 3464 in the envelope of RFC 6522, with the headers of the mail that it is about. */
function report({
  messageId,
  to = wang.email,
  original,
  action = "failed",
  status = "5.1.1",
  diagnosis = "smtp; 550 5.1.1 no such user",
  returned = "text/rfc822-headers",
}: {
  messageId: string;
  to?: string;
  original?: string;
  action?: string;
  status?: string;
  diagnosis?: string;
  returned?: string;
}): string {
  return [
    "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
    "To: no-reply@campus.example",
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_cut"',
    "",
    "--=_cut",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "--=_cut",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example",
    "Arrival-Date: Mon, 1 Mar 2027 08:00:00 +0800",
    "",
    `Final-Recipient: rfc822; ${to}`,
    ...(original ? [`Original-Recipient: rfc822;${original}`] : []),
    `Action: ${action}`,
    `Status: ${status}`,
    "Remote-MTA: dns; mailbox.example",
    `Diagnostic-Code: ${diagnosis.slice(0, 20)}`,
    `    ${diagnosis.slice(20)}`,
    "",
    "--=_cut",
    `Content-Type: ${returned}`,
    "",
    "From: Campus <no-reply@campus.example>",
    `To: ${to}`,
    "Message-ID:",
    ` ${messageId}`,
    "Subject: =?UTF-8?B?57mz6LK75Zau?=",
    "",
    ...(returned === "message/rfc822" ? ["The text.", ""] : []),
    "--=_cut--",
    "",
  ].join("\r\n");
}

/** A guardian who was written to, and the Message-ID of that. */
async function givenWrittenTo(identity: Identity) {
  const { subjectId } = await givenBoundGuardian(identity);
  await write(identity, subjectId, "first");
  const holder = signedIn(subjectId, { role: "GUARDIAN" });
  const isUndeliverable = async () =>
    (await identity.execute(holder, "{ me { emailUndeliverable } }")).data.me.emailUndeliverable;
  return { subjectId, messageId: messageIdOfLast(identity), isUndeliverable };
}

const write = (identity: Identity, subjectId: string, occasion: string) =>
  identity.deliver("binding.DeliveryRequested", subjectId, {
    subjectId,
    template: "binding-revoked",
    ids: {},
    occasion,
  });

const messageIdOfLast = (identity: Identity) =>
  /^message-id: (<.+>)/im.exec(
    identity.mailbox
      .to(wang.email)
      .at(-1)!
      .raw.replace(/\r\n[ \t]+/g, " "),
  )![1]!;

const take = async (identity: Identity, mail: string) =>
  (await identity.operate("take-bounce", { mail })).outcome;

it.each(["text/rfc822-headers", "message/rfc822"])(
  "marks an address that a report says is not there, by a mail that came back as %s, until a code that went there is shown",
  async (returned) => {
    await using identity = await startIdentity();
    const { subjectId, messageId, isUndeliverable } = await givenWrittenTo(identity);
    expect(await isUndeliverable()).toBe(false);
    expect(await take(identity, report({ messageId, returned }))).toBe("MARKED");
    expect(await isUndeliverable()).toBe(true);
    const mails = identity.mailbox.to(wang.email).length;
    await write(identity, subjectId, "second");
    expect(identity.mailbox.to(wang.email)).toHaveLength(mails);
    // A code is sent and taken, as such servers take everything: that alone shows nothing.
    identity.clock.advance(31_000);
    const challengeId = await identity.requestCode(wang.email);
    expect(await isUndeliverable()).toBe(true);
    await identity.confirmCode(challengeId, identity.mailbox.codeFor(wang.email));
    expect(await isUndeliverable()).toBe(false);
    await write(identity, subjectId, "third");
    expect(identity.mailbox.to(wang.email)).toHaveLength(mails + 2);
  },
);

it.each<[string, Partial<Parameters<typeof report>[0]>]>([
  ["says that it is delayed", { action: "delayed", status: "4.4.1" }],
  ["says that the mailbox is full", { status: "5.2.2", diagnosis: "smtp; 552 5.2.2 over quota" }],
  ["says that nothing of ours is taken", { status: "5.7.1", diagnosis: "smtp; 550 5.7.1 blocked as spam" }],
  ["says that it arrived", { action: "delivered", status: "2.0.0" }],
  ["says no reason", { status: "5.0.0", diagnosis: "x-unix; something failed" }],
])("marks nothing where a report %s", async (_, change) => {
  await using identity = await startIdentity();
  const { messageId, isUndeliverable } = await givenWrittenTo(identity);
  expect(await take(identity, report({ messageId, ...change }))).toBe("PASSING");
  expect(await isUndeliverable()).toBe(false);
});

it("knows the address that it wrote to where the mail was forwarded on, and one that says no more than 550", async () => {
  await using identity = await startIdentity();
  const { messageId, isUndeliverable } = await givenWrittenTo(identity);
  const forwarded = { to: "elsewhere@other.example", original: wang.email };
  expect(
    await take(
      identity,
      report({ messageId, ...forwarded, status: "5.0.0", diagnosis: "smtp; 550 unknown" }),
    ),
  ).toBe("MARKED");
  expect(await isUndeliverable()).toBe(true);
});

it("lets nobody end another's mails by a report of their own making", async () => {
  await using identity = await startIdentity();
  const { messageId, isUndeliverable } = await givenWrittenTo(identity);
  await identity.requestCode("stranger@example.com");
  const raw = identity.mailbox.to("stranger@example.com").at(-1)!.raw;
  const [, strangers] = /^message-id: (<.+>)/im.exec(raw.replace(/\r\n[ \t]+/g, " "))!;
  const forged = messageId.replace(/\.[\w-]+@/, ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA@");
  for (const id of [strangers!, forged, "<0195d000-0000-7000-8000-000000000001@mail.campus-graph>", "<x@y>"])
    expect(await take(identity, report({ messageId: id }))).toBe("NOT_OURS");
  expect(await isUndeliverable()).toBe(false);
});

it.each([
  ["nothing", ""],
  ["a holiday's answer", "Subject: Out of office\r\n\r\nBack on Monday."],
  ["ten megabytes", `Subject: x\r\n\r\n${"x".repeat(600_000)}`],
  [
    "parts within parts",
    Array.from(
      { length: 300 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    ).join(""),
  ],
  ["a report without its mail", report({ messageId: "" }).replace(/Message-ID:\r\n [^\r]*\r\n/, "")],
])("takes %s for no report", async (_, mail) => {
  await using identity = await startIdentity();
  expect(await take(identity, mail)).toBe("NO_REPORT");
});
