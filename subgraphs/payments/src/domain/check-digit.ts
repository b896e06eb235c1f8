import type { Money } from "./money.js";

/** What a check digit is computed over. */
export interface CheckedParts {
  /** 6 digits: the school and the kind of fee. */
  prefix: string;
  /** 9 digits. */
  serial: string;
  amount: Money;
}

/**
 * The rules by which banks close a pay account number, by the name that stands on the issuer.
 * Another bank's rule is one more entry.
 */
export const checkRules = {
  /**
   * The Bank of Taiwan's published rule for its 16-digit accounts: Σ dᵢ·wᵢ mod 10 over prefix, serial and the amount
   * padded to ten digits, the weights 1, 3, 7 repeating from the left.
   */
  "bank-of-taiwan-137": ({ prefix, serial, amount }: CheckedParts): string => {
    const weights = [1, 3, 7];
    const digits = [...`${prefix}${serial}${String(amount).padStart(10, "0")}`];
    const sum = digits.reduce((sum, digit, index) => sum + Number(digit) * weights[index % 3]!, 0);
    return String(sum % 10);
  },
} as const satisfies Record<string, (parts: CheckedParts) => string>;

export type CheckRule = keyof typeof checkRules;
