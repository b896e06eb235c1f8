import { textScalarOfForm } from "@campus-graph/kit/scalars";
import { isPayAccountNumber } from "../domain/pay-account-number.js";

export const PayAccountNumberScalar = textScalarOfForm(
  "PayAccountNumber",
  "The 16 digits by which a bill is paid (繳款帳號). The last one is a check digit over the number and the amount.",
  isPayAccountNumber,
  { "zh-TW": "請填寫 16 位數字。", en: "Write 16 digits." },
);
