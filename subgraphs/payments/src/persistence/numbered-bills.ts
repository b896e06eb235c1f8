import { textArray } from "@campus-graph/kit/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import { Bill } from "../domain/bill.js";
import type { Issuer } from "../domain/issuer.js";
import { asIssuer, type IssuerRow, issuerColumns } from "./issuers.js";

/** A bill with all that is needed to tell its holder of it. */
export interface NumberedBill {
  bill: Bill;
  issuer: Issuer;
  maskedStudentName: string;
}

/** The bills of these account numbers. Partners ask for them more than for anything else, so it is one statement. */
export async function findNumberedBills(
  em: EntityManager,
  numbers: readonly string[],
): Promise<NumberedBill[]> {
  const rows = await em.execute<NumberedRow[]>(byAccountNumber, [textArray(numbers)]);
  return rows.map(({ bill, maskedStudentName, ...issuer }) => ({
    bill: em.map(Bill, typeof bill === "string" ? JSON.parse(bill) : bill),
    issuer: asIssuer(issuer),
    maskedStudentName,
  }));
}

type NumberedRow = IssuerRow & { bill: object | string; maskedStudentName: string };

const byAccountNumber = `
  select to_jsonb(bill) as bill, coalesce(masked_name, '') as "maskedStudentName", ${issuerColumns}
  from bill join issuer on issuer.id = bill.issuer_id left join student on student.id = bill.student_id
  where account_number = any(?::text[])`;
