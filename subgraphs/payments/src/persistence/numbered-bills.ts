import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import { Bill } from "../domain/bill.js";
import type { Channel } from "../domain/channel.js";
import { CollectionAgreement } from "../domain/collection-agreement.js";
import { servedChannelsSql } from "./partners.js";

/** A bill with all that is needed to tell its holder of it. */
export interface NumberedBill {
  bill: Bill;
  agreement: CollectionAgreement;
  maskedStudentName: string;
  /** The channels for which a partner speaks. */
  served: ReadonlySet<Channel>;
}

/** The bills of these account numbers. Partners ask for them more than for anything else, so it is one statement. */
export async function findNumberedBills(
  em: EntityManager,
  numbers: readonly string[],
): Promise<NumberedBill[]> {
  const rows = await em.execute<NumberedRow[]>(byAccountNumber, [textArray(numbers)]);
  return rows.map(({ bill, agreement, maskedStudentName, served }) => ({
    bill: em.map(Bill, parsed(bill)),
    agreement: em.map(CollectionAgreement, parsed(agreement)),
    maskedStudentName,
    served: new Set(parsed(served) as Channel[]),
  }));
}

interface NumberedRow {
  bill: object | string;
  agreement: object | string;
  maskedStudentName: string;
  served: object | string;
}

function parsed(row: object | string): object {
  return typeof row === "string" ? (JSON.parse(row) as object) : row;
}

const byAccountNumber = `
  select to_jsonb(bill) as bill, to_jsonb(issuer) as agreement, coalesce(masked_name, '') as "maskedStudentName",
    to_jsonb(array(${servedChannelsSql})) as served
  from bill join issuer on issuer.id = bill.issuer_id left join student on student.id = bill.student_id
  where account_number = any(?::text[])`;
