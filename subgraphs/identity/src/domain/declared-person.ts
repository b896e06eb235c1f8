/**
 * Who a subject says to be, for one application. Never changed: correcting it declares anew, and the newest counts.
 * `nationalId` and `contacts` are sealed for this row.
 */
export class DeclaredPerson {
  readonly id: string;
  readonly applicationId: string;
  /** Whose application it is from its submission on. */
  readonly subjectId: string;
  readonly declaredBy: string;
  readonly declaredAt: Date;
  readonly personKey: string;
  readonly nationalId: string;
  readonly contacts: string;
  readonly emailIndex: string;

  constructor(declared: {
    id: string;
    applicationId: string;
    subjectId: string;
    declaredBy: string;
    declaredAt: Date;
    personKey: string;
    nationalId: string;
    contacts: string;
    emailIndex: string;
  }) {
    this.id = declared.id;
    this.applicationId = declared.applicationId;
    this.subjectId = declared.subjectId;
    this.declaredBy = declared.declaredBy;
    this.declaredAt = declared.declaredAt;
    this.personKey = declared.personKey;
    this.nationalId = declared.nationalId;
    this.contacts = declared.contacts;
    this.emailIndex = declared.emailIndex;
  }
}
