import { parse, print, visit } from "graphql";
import { NotifyPaymentDocument, PayableBillDocument } from "../src/generated/operations.js";

const listed = new Set(
  [PayableBillDocument, NotifyPaymentDocument].map((text) => essenceOf(text.toString())),
);

/** Whether a production gateway would run it. */
export function isListed(query: string): boolean {
  try {
    return listed.has(essenceOf(query));
  } catch {
    return false;
  }
}

/** Whatever its layout and wherever it asks for `__typename`, as a production gateway compares. */
function essenceOf(query: string): string {
  return print(
    visit(parse(query), { Field: ({ name }) => (name.value === "__typename" ? null : undefined) }),
  );
}
