import type { Job } from "@campus-graph/kit/jobs";
import type { IdentityServices } from "../services.js";

const atOnce = 500;

/** Takes away what has run out: sessions, tokens and codes of single sign-on, and sign-ins that nobody finished. */
export const sweepSso: Job<IdentityServices> = {
  name: "sweep sso",
  everyMs: 60_000,
  async run({ em }) {
    // The provider tells time by the system's clock.
    const [row] = await em.execute<[{ swept: number }]>(
      `with item as (
         delete from sso_item where ctid = any(array(
           select ctid from sso_item where expires_at < now() limit ${atOnce} for update skip locked))
         returning 1
       ), unfinished as (
         delete from sign_in where ctid = any(array(
           select ctid from sign_in where started_at < now() - interval '1 day' limit ${atOnce} for update skip locked))
         returning 1
       )
       select (select count(*) from item)::int + (select count(*) from unfinished)::int as swept`,
    );
    return row.swept > 0;
  },
};
