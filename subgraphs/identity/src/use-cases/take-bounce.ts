import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import type { IdentityContext } from "../context.js";
import { isOurMailTo } from "../mail/message-id.js";
import { readDeliveryReports, saysNoSuchMailbox } from "../mail/read-delivery-report.js";
import { markBounced } from "../persistence/bounced-addresses.js";

/**
 * MARKED: the address is written to no more, until a code that went there was shown. PASSING: a report, but not that there
 * is no such mailbox. NOT_OURS: not of a mail that we sent to this address. NO_REPORT: something else.
 */
export type BounceOutcome = "MARKED" | "PASSING" | "NOT_OURS" | "NO_REPORT";

/** A mail that came back after it was taken (RFC 3464). Anybody can write one: it counts by our own Message-ID for its recipient. */
export async function takeBounce(context: IdentityContext, mail: string): Promise<BounceOutcome> {
  const reports = await readDeliveryReports(mail);
  if (reports.length === 0) return "NO_REPORT";
  let outcome: BounceOutcome = "NOT_OURS";
  for (const report of reports) {
    const to = report.recipients.find((each) => isOurMailTo(context.keys, report.messageId, each));
    if (to === undefined) continue;
    if (!saysNoSuchMailbox(report)) {
      if (outcome === "NOT_OURS") outcome = "PASSING";
      continue;
    }
    await transaction(context, async (context) => {
      await markBounced(context, parseEmailAddress(to), { isReported: true });
      await recordAudit(context, {
        act: "take-bounce",
        object: "address",
        detail: { status: report.status },
      });
    });
    outcome = "MARKED";
  }
  return outcome;
}
