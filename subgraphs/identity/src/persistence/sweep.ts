import type { RecurringTask } from "@campus-graph/kit/jobs/recurring-task";
import { keptSince, type Retention } from "@campus-graph/kit/ops/retention";
import type { IdentityServices } from "../context.js";
import { idleMs, longestMs } from "../domain/cookie-session.js";

const atOnce = 500;
const dayMs = 24 * 60 * 60_000;
/** Its session has run out by itself. */
const ofNoSession = `not exists (select 1 from cookie_session where sid = push_subscription.sid)
  and not exists (select 1 from sso_item where session_uid = push_subscription.sid)`;
/** For longer than any letter waits to be sent. */
const withdrawnBillsKeptMs = 14 * dayMs;
/** As long as done jobs are of use to who looks for one. */
const smsKeptMs = 14 * dayMs;

/**
 * Takes away what has run out and is of no use to anyone: sessions and tokens of single sign-on, sign-ins that nobody
 * finished, codes of yesterday with the addresses they went to, failures long past.
 */
export const sweep = (retention: Retention | undefined): RecurringTask<IdentityServices> => ({
  name: "sweep",
  everyMs: 60_000,
  async run({ em, clock, services }) {
    const yesterday = new Date(clock.now().getTime() - dayMs);
    const kept = (name: keyof Retention) => keptSince(retention, name, clock.now());
    const swept = [
      // The provider tells time by the system's clock.
      await remove("sso_item", "expires_at < ?", new Date()),
      await remove("sign_in", "started_at < ?", yesterday),
      await remove("verification_challenge", "expires_at < ?", yesterday),
      await remove("sign_in_failure", "since < ?", yesterday),
      await remove("sign_in_attempt", "at < ? and account_id is null", yesterday),
      await remove(
        "sign_in_attempt",
        "at < ?",
        new Date(clock.now().getTime() - services.signInHistoryDays * dayMs),
      ),
      await remove("ended_session", "ended_at < ?", yesterday),
      await remove("cookie_session", "expires_at < ?", clock.now()),
      await remove("sms_delivery", "accepted_at < ?", new Date(clock.now().getTime() - smsKeptMs)),
      await remove("withdrawn_bill", "since < ?", new Date(clock.now().getTime() - withdrawnBillsKeptMs)),
      await remove("session_device", "seen_at < ?", new Date(clock.now().getTime() - longestMs.APPLICANT)),
      await remove("session_factor", "given_at < ?", new Date(clock.now().getTime() - longestMs.APPLICANT)),
      await remove("disclosure", "at < ?", kept("disclosures")),
      // Of an application that never came in, or is kept no longer, binding has told nothing that would still be asked for.
      await remove(
        "declared_person",
        `declared_at < ? and not exists (
           select from request where request.application_id = declared_person.application_id)`,
        kept("drafts"),
      ),
      await remove("data_link", "expires_at < ?", clock.now()),
      await remove("data_request", "expires_at < ?", clock.now()),
      await remove("passkey_challenge", "expires_at < ?", clock.now()),
      await remove("second_factor", "confirmed_at is null and created_at < ?", yesterday),
      await remove("cookie_session", "used_at < ?", new Date(clock.now().getTime() - idleMs)),
      await remove("push_subscription", `since < ? and ${ofNoSession}`, yesterday),
    ];
    return swept.includes(true);

    async function remove(table: string, condition: string, moment: Date): Promise<boolean> {
      const rows = await em.execute<unknown[]>(
        `delete from ${table} where ctid = any(array(
           select ctid from ${table} where ${condition} limit ${atOnce} for update skip locked))
         returning 1 as one`,
        [moment],
      );
      return rows.length > 0;
    }
  },
});
