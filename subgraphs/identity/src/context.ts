import type { Context } from "@campus-graph/kit/context";
import type { AccessTokens } from "./access-tokens.js";
import type { ApplicantTokens } from "./applicant-tokens.js";
import type { InitialPasswordMode } from "./config.js";
import type { CodeLimits, SmsLimits } from "./domain/limits.js";
import type { QuietHours } from "./domain/quiet-hours.js";
import type { Signature } from "./mail/signature.js";
import type { MailTransport } from "./mail/transport.js";
import type { Passkeys } from "./passkeys.js";
import type { Passwords } from "./passwords.js";
import type { PushService } from "./push/push-service.js";
import type { SmsProvider } from "./sms/sms-provider.js";

/** Identity's own part of every context. */
export interface IdentityServices {
  passwords: Passwords;
  passkeys: Passkeys;
  /** Whether staff sign in with a second factor or not at all. */
  staffNeedSecondFactor: boolean;
  /** For how many days an account's owner is shown who signed in. */
  signInHistoryDays: number;
  applicantTokens: ApplicantTokens;
  accessTokens: AccessTokens;
  mail: MailTransport;
  /** Null where the city sends no text messages. */
  sms: SmsProvider | null;
  /** Null where the city has no key to push with. */
  push: PushService | null;
  codeLimits: CodeLimits;
  smsLimits: SmsLimits;
  /** A new verification code; tests give their own. */
  drawCode: () => string;
  deliveries: Deliveries;
  /** Where people sign in, as mails tell them. */
  signInUrl: string;
  /** Where browsers reach us, for links in mails. */
  publicUrl: string;
  signature: Signature;
  /** How an approved guardian signs in for the first time. */
  initialPassword: InitialPasswordMode;
}

/** How people are written to about what happens. */
export interface Deliveries {
  quietHours: QuietHours;
  /** Of one template, at most. */
  perMinute: number;
  /** Days on which schools are closed beside weekends, `yyyy-MM-dd`. */
  holidays: ReadonlySet<string>;
  /** When teachers are sent their digest, by the city's clock. */
  digestAt: string;
  /** Where the links of letters lead. */
  publicUrl: string;
}

export type IdentityContext = Context<IdentityServices>;
