import { anonymous } from "@campus-graph/kit/auth/viewer";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { expect, it } from "vitest";
import { queueMail } from "../mail/queue-mail.js";
import { codeOf, type Identity, startIdentity } from "./given.js";

const request = (identity: Identity, target: string) =>
  identity.execute(
    anonymous,
    `mutation { requestVerificationCode(input: { by: EMAIL, target: "${target}" }) { challengeId } }`,
  );

type Queued = { kind: "code" | "invitation"; to: string };

/** All at once, so that one round finds them all. */
const queueTogether = (identity: Identity, mails: readonly Queued[]) =>
  transaction(identity.context(), async (context) => {
    for (const { kind, to } of mails) {
      identity.clock.advance(10);
      const letter = { to: to as EmailAddress, subject: "s", text: "t" };
      await queueMail(context, { kind, dedupe: to, letter });
    }
  });

const invitations = (count: number): Queued[] =>
  Array.from({ length: count }, (_, at) => ({ kind: "invitation", to: `teacher${at}@example.com` }));

it("hands mails to the mail server side by side, over no more connections than it may", async () => {
  await using identity = await startIdentity();
  // The mail server takes none before ten have come: one after the other they would wait for ever.
  identity.mailbox.together = 10;
  await queueTogether(identity, invitations(40));
  await identity.settle();
  expect(new Set(identity.mailbox.mails.map(({ to }) => to)).size).toBe(40);
  expect(identity.mailbox.mails).toHaveLength(40);
  expect(identity.mailbox.mostConnections).toBe(10);
});

it("sends codes, for which people wait, before what came earlier", async () => {
  await using identity = await startIdentity();
  await queueTogether(identity, [...invitations(30), { kind: "code", to: "parent@example.com" }]);
  await identity.settle();
  expect(identity.mailbox.mails).toHaveLength(31);
  // Ten go side by side, the code among the first of them.
  expect(identity.mailbox.mails.findIndex(({ to }) => to === "parent@example.com")).toBeLessThan(10);
});

it("sends a mail that was not taken again, once", async () => {
  await using identity = await startIdentity();
  identity.mailbox.refuses = true;
  await request(identity, "parent@example.com");
  await identity.settle();
  expect(identity.mailbox.mails).toHaveLength(0);
  identity.mailbox.refuses = false;
  identity.clock.advance(50 * 60_000);
  await identity.settle();
  expect(identity.mailbox.mails).toHaveLength(1);
});

it("sends the whole city no more codes in ten minutes than is configured", async () => {
  await using identity = await startIdentity({ codes: { perTenMinutes: 3 } });
  for (let sent = 0; sent < 3; sent++)
    expect(codeOf(await request(identity, `parent${sent}@example.com`))).toBeUndefined();
  expect(codeOf(await request(identity, "one-more@example.com"))).toBe("TOO_MANY_ATTEMPTS");
  identity.clock.advance(10 * 60_000 + 1);
  expect(codeOf(await request(identity, "one-more@example.com"))).toBeUndefined();
});
