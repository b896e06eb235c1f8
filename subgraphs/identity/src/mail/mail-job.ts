/** A mail to be sent. It is claimed, so that of several copies one sends it, and its letter is erased once it is out. */
export class MailJob {
  id!: string;
  kind!: string;
  /** Of jobs under the same word, the first counts. */
  dedupe!: string;
  /** Encrypted. */
  letter!: string | null;
  createdAt!: Date;
  nextTryAt!: Date;
  tries!: number;
  sentAt!: Date | null;
  givenUpAt!: Date | null;
}
