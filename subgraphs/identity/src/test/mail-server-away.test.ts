import { createServer } from "node:net";
import { JobRunner } from "@campus-graph/kit/jobs/job-runner";
import { createLog } from "@campus-graph/kit/ops/log";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { expect, it } from "vitest";
import { mailJobs } from "../mail/mail-jobs.js";
import { queueMail } from "../mail/queue-mail.js";
import { createMailTransport } from "../mail/transport.js";
import { startIdentity } from "./given.js";

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it("tells the operator of a mail server that is away in one line with the remedy, and when it is back", async () => {
  await using identity = await startIdentity();
  await transaction(identity.context(), async (context) => {
    for (const to of ["a@example.com", "b@example.com", "c@example.com"] as EmailAddress[])
      await queueMail(context, { kind: "invitation", dedupe: to, letter: { to, subject: "s", text: "t" } });
  });
  const lines: { level: number; msg: string }[] = [];
  const log = createLog("identity", "info", { write: (line: string) => void lines.push(JSON.parse(line)) });
  const smtpUrl = `smtp://city:secret@127.0.0.1:${await closedPort()}`;
  const kinds = mailJobs(2, smtpUrl);
  const round = async (url: string) => {
    const mail = createMailTransport({ smtpUrl: url, from: "no-reply@campus.example", connections: 2 });
    const context = identity.context();
    const services = { ...context.services, mail };
    await new JobRunner({ kinds, schedules: [], contextFor: () => ({ ...context, services, log }) }).round();
    mail.close();
  };
  await round(smtpUrl);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    level: 50,
    alert: "mail-server-away",
    msg: expect.stringMatching(
      /^The mail server 127\.0\.0\.1:\d+ takes no mail \(ECONNREFUSED\)\. .*SMTP_URL.*npm run doctor/,
    ),
  });
  expect(JSON.stringify(lines)).not.toContain("secret");

  identity.clock.advance(60 * 60_000);
  await round(identity.mailbox.url);
  expect(lines.slice(1).map(({ msg }) => msg)).toEqual([
    expect.stringMatching(/^The mail server 127\.0\.0\.1:\d+ takes mail again\.$/),
  ]);
  expect(identity.mailbox.mails).toHaveLength(3);
});
