import { once } from "node:events";
import { connect } from "node:net";
import { type Finding, fine, problem } from "./finding.js";

const answersWithinMs = 5_000;

/** Whether anything listens where mail is to go. No mail is sent, and no password shown. */
export async function lookAtMailServer(smtpUrl: string | undefined): Promise<Finding[]> {
  if (!smtpUrl || !URL.canParse(smtpUrl)) return [];
  const { protocol, hostname, port } = new URL(smtpUrl);
  const number = Number(port || (protocol === "smtps:" ? 465 : 587));
  const socket = connect({ host: hostname, port: number, timeout: answersWithinMs });
  try {
    const outcome = await Promise.race([
      once(socket, "connect").then(() => "connected"),
      once(socket, "timeout").then(() => `does not answer within ${answersWithinMs / 1000} s`),
    ]);
    if (outcome === "connected") return [fine("Mail", `${hostname}:${number} answers`)];
    return [problem("Mail", `${hostname}:${number} ${outcome}`, "Check SMTP_URL and the way there.")];
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    return [
      problem(
        "Mail",
        `${hostname}:${number} cannot be reached (${code})`,
        "Check SMTP_URL and the way there.",
      ),
    ];
  } finally {
    socket.destroy();
  }
}
