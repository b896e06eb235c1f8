import { bills } from "./0001-bills.js";
import { payments } from "./0002-payments.js";
import { ledger } from "./0003-ledger.js";
import { partners } from "./0004-partners.js";
import { partnerMisses } from "./0005-partner-misses.js";
import { endedClaims } from "./0006-ended-claims.js";
import { claimants } from "./0007-claimants.js";
import { cashiersViews } from "./0008-cashiers-views.js";
import { issuedBy } from "./0009-issued-by.js";
import { billChannels } from "./0010-bill-channels.js";
import { amendedBills } from "./0011-amended-bills.js";
import { books } from "./0012-books.js";
import { paymentCases } from "./0013-payment-cases.js";
import { settlement } from "./0014-settlement.js";

/** In the order they run. */
export const migrations = [
  bills,
  payments,
  ledger,
  partners,
  partnerMisses,
  endedClaims,
  claimants,
  cashiersViews,
  issuedBy,
  billChannels,
  amendedBills,
  books,
  paymentCases,
  settlement,
];
