import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext } from "../context.js";

/** A bill that is asked for no more; `replacedBy` where another stands in its place. */
export interface WithdrawnBill {
  billId: string;
  replacedBy: string | null;
}

/** Of the same bill twice the first counts. One statement for a whole class. */
export async function keepWithdrawnBills(
  { em, clock }: IdentityContext,
  bills: readonly WithdrawnBill[],
): Promise<void> {
  await em.execute(
    `insert into withdrawn_bill (bill_id, replaced_by, since)
     select "billId", "replacedBy", ? from jsonb_to_recordset(?::jsonb) as bill ("billId" uuid, "replacedBy" uuid)
     on conflict (bill_id) do nothing`,
    [clock.now(), JSON.stringify(bills)],
  );
}

/** The bill itself while it stands, else the last that was put in its place; null where nothing is asked for any more. */
export async function billInPlaceOf({ em }: IdentityContext, billId: string): Promise<string | null> {
  if (!isId(billId)) return null;
  const [row] = await em.execute<{ id: string | null }[]>(
    `with recursive place (id, step) as (
       select ?::uuid, 0
       union all
       select bill.replaced_by, place.step + 1 from place join withdrawn_bill as bill on bill.bill_id = place.id
     )
     select id from place order by step desc limit 1`,
    [billId],
  );
  return row?.id ?? null;
}
