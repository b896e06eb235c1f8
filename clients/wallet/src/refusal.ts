/** Why the wallet itself does not pay. The page has the words. */
export type WalletCode =
  | "BILL_NOT_FOUND"
  | "NOT_PAYABLE"
  | "AMOUNT_CHANGED"
  | "BALANCE_TOO_LOW"
  | "ALREADY_PAID_HERE"
  | "BAD_REQUEST";

export class WalletRefusal extends Error {
  override readonly name = "WalletRefusal";

  constructor(readonly code: WalletCode) {
    super(code);
  }
}
