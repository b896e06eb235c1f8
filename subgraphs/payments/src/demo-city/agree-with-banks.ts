import type { SeedStep } from "@campus-graph/kit/sql/seeding";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { demoBill, demoClasses } from "@campus-graph/schema/demo-city";
import type { PaymentsServices } from "../context.js";
import { agreeWithBank } from "../use-cases/agree-with-bank.js";

/** The school of the slides' bill has the prefix that the bill shows; the others are given theirs when they bill. */
export const agreeWithBanks: SeedStep<PaymentsServices> = {
  name: "agreements with the bank",
  ready: async () => true,
  run: (context) =>
    transaction(context, async (context) => {
      const terms = context.services.issuerTerms;
      if (!terms) throw new Error("The demo city needs the demo's terms.");
      const { firstPrefix: _, ...agreed } = terms;
      const { schoolCode } = demoClasses.sevenThree;
      await agreeWithBank(context, { ...agreed, schoolCode, prefix: demoBill.prefix });
    }),
};
