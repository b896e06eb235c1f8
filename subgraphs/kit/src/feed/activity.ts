/** The most rows that one transaction appends to feeds: a feed has one writer at a time, and the others wait for it. */
export const largestAppend = 500;

const rows = new WeakMap<object, number>();

/** How many rows were ever offered to feeds through this ORM's driver, committed or not. */
export function appendedRows(driver: object): number {
  return rows.get(driver) ?? 0;
}

export function countAppended(driver: object, count: number): void {
  rows.set(driver, appendedRows(driver) + count);
}
