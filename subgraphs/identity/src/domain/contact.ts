import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { MobileNumber } from "@campus-graph/kit/text/mobile-number";

/** How a code reaches a person. */
export type CodeDelivery = "EMAIL" | "SMS";

/** Where a code goes, and what showing it proves to be theirs. */
export type Contact = { by: "EMAIL"; target: EmailAddress } | { by: "SMS"; target: MobileNumber };
