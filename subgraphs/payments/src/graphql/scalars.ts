import { specifiedBy, textScalarOfForm } from "@campus-graph/kit/graphql/scalars";
import { GraphQLScalarType } from "graphql";
import { isPayAccountNumber } from "../domain/pay-account-number.js";

export const PayAccountNumberScalar = specifiedBy(
  "https://campus-graph.example/scalars/pay-account-number",
  textScalarOfForm(
    "PayAccountNumber",
    "The 16 digits by which a bill is paid (繳款帳號). The last one is a check digit over the number and the amount.",
    isPayAccountNumber,
    { "zh-TW": "請填寫 16 位數字。", en: "Write 16 digits." },
  ),
);

/** Sums outgrow `Int`, which ends at 2^31. Only answers have it: what people ask for is the amount of a bill. */
export const MoneyScalar = new GraphQLScalarType<number, number>({
  name: "Money",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc7493.html#section-2.2",
  description:
    "Whole NT$: an integer, exact up to 2^53, so read it as a number of double precision and not as a 32-bit integer.",
  serialize(value) {
    if (Number.isSafeInteger(value)) return value as number;
    throw new Error("A sum of money is no integer that can be told exactly.");
  },
});
