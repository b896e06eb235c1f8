/** What a message was for. */
export const messageKinds = [
  "CODE",
  "APPROVAL",
  "INVITATION",
  "PERSON_LINK",
  "FIRST_SIGN_IN",
  "SECOND_FACTOR",
  "CONTACT_CHANGED",
  "ACCOUNT_STATE",
  "NOTICE",
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** A message that nobody took, as those see it who look after accounts: never its words, nor where exactly it went. */
export interface UndeliveredMessage {
  id: string;
  kind: MessageKind;
  by: "EMAIL" | "SMS";
  maskedTarget: string;
  /** The class of the last failure, such as `MAIL_BOUNCED`. */
  error: string;
  /** When it was given up. */
  since: Date;
  /** Whether it is still of use to whom it goes. */
  canBeSent: boolean;
}
