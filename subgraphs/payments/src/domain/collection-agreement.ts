import type { AgreementTerms } from "./agreement-terms.js";
import type { Channel } from "./channel.js";
import type { CheckRule } from "./check-digit.js";

/** What a school agreed with its bank, as it is kept. It is never changed, only ended: bills stay with the one they were issued under. */
export class CollectionAgreement implements AgreementTerms {
  readonly id: string;
  readonly schoolCode: string;
  readonly prefix: string;
  readonly checkRule: CheckRule;
  readonly bankCode: string;
  readonly bankName: string;
  readonly collectionCode: string;
  readonly storeCapNtd: number;
  readonly channels: readonly Channel[];
  /** Whether the school's bills are issued under it now. */
  current = true;

  constructor(terms: AgreementTerms) {
    this.id = terms.id;
    this.schoolCode = terms.schoolCode;
    this.prefix = terms.prefix;
    this.checkRule = terms.checkRule;
    this.bankCode = terms.bankCode;
    this.bankName = terms.bankName;
    this.collectionCode = terms.collectionCode;
    this.storeCapNtd = terms.storeCapNtd;
    this.channels = terms.channels;
  }

  end(): void {
    this.current = false;
  }
}
