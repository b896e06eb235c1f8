import { encryptField, type FieldPlace } from "@campus-graph/kit/auth/crypto";
import { subjectOf } from "@campus-graph/kit/context";
import { BadInput, NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { seeOwnCase } from "../access/cases.js";
import type { PaymentsContext } from "../context.js";
import type { PaymentCase } from "../domain/payment-case.js";
import { OtherGuardianPaid } from "../domain/refusals.js";
import { guardiansOf } from "../persistence/guardians.js";
import { lockCase, refundsOfCases } from "../persistence/payment-cases.js";
import { mayGiveAccount } from "./see-cases.js";

export interface SetRefundAccountRequest {
  caseId: string;
  bankCode: string;
  account: string;
}

/**
 * A guardian says where money that is owed back shall be paid. Kept sealed, shown by its last four digits, opened for the
 * order to the bank alone. The guardian who gave it may change it until the bank is asked (REFUND_ACCOUNT_FIXED).
 */
export async function setRefundAccount(
  context: PaymentsContext,
  { caseId, ...written }: SetRefundAccountRequest,
): Promise<PaymentCase> {
  const seen = await seeOwnCase(context, caseId);
  if (!seen) throw new NotFound();
  if (!(await mayGiveAccount(context, seen))) throw new OtherGuardianPaid();
  const { bankCode, account } = checkedAccount(written);
  return transaction(context, async (context) => {
    const { em, keys, clock } = context;
    const of = await lockCase(em, caseId);
    const refunds = (await refundsOfCases(em, [caseId])).get(caseId) ?? [];
    const guardians = (await guardiansOf(em, [of.studentId], clock.now())).get(of.studentId) ?? [];
    of.payTo(
      {
        bankCode,
        sealedAccount: encryptField(keys.ring("field"), account, placeOfAccount(caseId)),
        accountEnd: account.slice(-4),
        subject: subjectOf(context),
        givenAt: clock.now(),
      },
      refunds,
      guardians,
    );
    await recordAudit(context, { act: "setRefundAccount", object: `paymentCase:${caseId}` });
    return of;
  });
}

/** Where a guardian's account stands sealed. */
export function placeOfAccount(caseId: string): FieldPlace {
  return { table: "payment_case", column: "payee_account", row: caseId };
}

/** People copy an account as it stands on a passbook, in full-width digits, with hyphens and blanks. */
function checkedAccount({ bankCode, account }: Omit<SetRefundAccountRequest, "caseId">) {
  const digits = { bankCode: digitsOf(bankCode), account: digitsOf(account) };
  if (!/^\d{3}$/.test(digits.bankCode))
    throw new BadInput({
      field: "bankCode",
      rule: { "zh-TW": "請填 3 碼銀行代碼，例如 012。", en: "Write the bank's 3 digits, such as 012." },
    });
  if (!/^\d{6,16}$/.test(digits.account))
    throw new BadInput({
      field: "account",
      rule: { "zh-TW": "請填 6 至 16 碼的帳號數字。", en: "Write the account's 6 to 16 digits." },
    });
  return digits;
}

function digitsOf(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "");
}
