import type { SeedStep } from "@campus-graph/kit/sql/seeding";
import type { PaymentsServices } from "../context.js";
import { agreeWithBanks } from "./agree-with-banks.js";
import { fillSandbox } from "./fill-sandbox.js";
import { issueTermBills } from "./issue-term-bills.js";

/** Payments' part of the demo city, in order. */
export const demoCity: readonly SeedStep<PaymentsServices>[] = [agreeWithBanks, fillSandbox, issueTermBills];
