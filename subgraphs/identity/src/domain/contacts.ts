import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { MobileNumber } from "@campus-graph/kit/text/mobile-number";
import type { PersonName } from "@campus-graph/kit/text/person-name";

/** How a person is called and reached. Kept encrypted as one piece. */
export interface Contacts {
  name: PersonName;
  /** Null for staff, whose national ID nobody told us. */
  maskedNationalId: string | null;
  email: EmailAddress;
  mobile: MobileNumber | null;
  /** Of their own choice. */
  userName?: string;
}
