const dollars = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** Whole NT$, as bills in Taiwan write them in either language: NT$4,730. */
export function formatMoney(amount: number): string {
  return `NT$${dollars.format(amount)}`;
}

/** 4803 0063 0000 0198: sixteen digits as people read them out. */
export function formatAccountNumber(accountNumber: string): string {
  return accountNumber.replace(/(\d{4})(?=\d)/g, "$1 ");
}
