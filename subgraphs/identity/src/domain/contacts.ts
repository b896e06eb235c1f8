import type { EmailAddress } from "./email-address.js";
import type { MobileNumber } from "./mobile-number.js";
import type { PersonName } from "./person-name.js";

/** How a person is called and reached. Kept encrypted as one piece. */
export interface Contacts {
  name: PersonName;
  /** Null for staff, whose national ID nobody told us. */
  maskedNationalId: string | null;
  email: EmailAddress;
  mobile: MobileNumber | null;
}
