import { once } from "node:events";
import { connect } from "node:net";
import { type Finding, fine, problem } from "./finding.js";
import { sentence } from "./words.js";

const answersWithinMs = 5_000;

/** Whether anything listens where mail is to go. No mail is sent, and no password shown. */
export async function lookAtMailServer(smtpUrl: string | undefined): Promise<Finding[]> {
  if (!smtpUrl || !URL.canParse(smtpUrl)) return [];
  const { protocol, hostname, port } = new URL(smtpUrl);
  const number = Number(port || (protocol === "smtps:" ? 465 : 587));
  const server = `${hostname}:${number}`;
  const socket = connect({ host: hostname, port: number, timeout: answersWithinMs });
  try {
    const answers = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "timeout").then(() => false),
    ]);
    if (answers) return [fine("mail", sentence("mailAnswers", { server }))];
    return [
      problem(
        "mail",
        sentence("mailSilent", { server, seconds: answersWithinMs / 1000 }),
        sentence("checkSmtp"),
      ),
    ];
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    return [problem("mail", sentence("mailUnreachable", { server, code }), sentence("checkSmtp"))];
  } finally {
    socket.destroy();
  }
}
