import { currentKey } from "@campus-graph/kit/auth/keys";
import type { PaymentsContext } from "../context.js";
import type { AgreementTerms } from "../domain/agreement-terms.js";
import type { Money } from "../domain/money.js";
import {
  composePayAccountNumber,
  type PayAccountNumber,
  reservedSerials,
} from "../domain/pay-account-number.js";
import { serialAt } from "../domain/serial-permutation.js";
import { takenAccountNumbers } from "../persistence/bills.js";
import { nextSerialPlaces } from "../persistence/serial-places.js";

/** Account numbers that no bill has had, all for one amount. Three statements as a rule, however many are drawn. */
export async function drawAccountNumbers(
  context: PaymentsContext,
  agreement: AgreementTerms,
  amount: Money,
  count: number,
): Promise<PayAccountNumber[]> {
  const drawn: PayAccountNumber[] = [];
  while (drawn.length < count) drawn.push(...(await draw(context, agreement, amount, count - drawn.length)));
  return drawn;
}

/** Fewer than asked for when a serial is reserved, or was given out under an older key of the permutation. */
async function draw(
  { em, keys }: PaymentsContext,
  agreement: AgreementTerms,
  amount: Money,
  count: number,
): Promise<PayAccountNumber[]> {
  const key = currentKey(keys.ring("serial"));
  const places = await nextSerialPlaces(em, count);
  const numbers = places
    .map((place) => serialAt(place, key))
    .filter((serial) => !reservedSerials.has(serial))
    .map((serial) =>
      composePayAccountNumber(agreement.checkRule, { prefix: agreement.prefix, serial, amount }),
    );
  const taken = await takenAccountNumbers(em, numbers);
  return numbers.filter((number) => !taken.has(number));
}
