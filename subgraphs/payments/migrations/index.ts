import { bills } from "./0001-bills.js";
import { payments } from "./0002-payments.js";
import { ledger } from "./0003-ledger.js";

/** In the order they run. */
export const migrations = [bills, payments, ledger];
