import type { IdentityContext } from "../context.js";

/**
 * Whether one of the IT office or the bureau has signed in since they hold the role. The audit tells both; an account that
 * holds it without such a row was made by the demo.
 */
export async function hasAppointingStaff({ em }: IdentityContext): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 as one from account
     join audit signed_in on signed_in.object = 'account:' || account.id and signed_in.act = 'sign-in'
     where (roles @> '[{"role":"IT"}]' or roles @> '[{"role":"BUREAU"}]')
       and signed_in.occurred_at >= coalesce((
         select min(occurred_at) from audit
         where object = 'account:' || account.id and act in ('grant-role', 'appoint-first-staff')
           and detail->>'role' in ('IT', 'BUREAU')), account.created_at)
     limit 1`,
  );
  return rows.length > 0;
}
