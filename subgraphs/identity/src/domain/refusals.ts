import { Refusal, type Words } from "@campus-graph/kit/refusals/refusal";

export * from "./password-refusals.js";
export * from "./second-factor-refusals.js";

/** The code is wrong, used, dead because another was used, tried too often, or was never sent: never told apart. */
export class WrongCode extends Refusal {
  readonly code = "CODE_WRONG";
}

/** The code's time is over: ask for a new one. */
export class ExpiredCode extends Refusal {
  readonly code = "CODE_EXPIRED";
}

/** This browser is signed in to an account, which a code does not exchange for an application. */
export class AlreadySignedIn extends Refusal {
  readonly code = "ALREADY_SIGNED_IN";
}

/** A code that is good no longer, or what else is of no use any more. */
export class MessageOutdated extends Refusal {
  readonly code = "MESSAGE_OUTDATED";
}

/** The city sends no text messages, or none any more today. */
export class SmsNotAvailable extends Refusal {
  readonly code = "SMS_NOT_AVAILABLE";
}

/** The address becomes the login, so its owner must have shown a code that was sent there. */
export class EmailNotVerified extends Refusal {
  readonly code = "EMAIL_NOT_VERIFIED";
}

/** The owner has answered otherwise already, or the fourteen days are over. */
export class PersonLinkEnded extends Refusal {
  readonly code = "PERSON_LINK_ENDED";
}

/** Login or password is wrong, or the account's failures are too many: never told apart. Said on the sign-in page only. */
export class SignInFailed extends Refusal {
  readonly code = "SIGN_IN_WRONG";
}

/** Nobody signs in to this account. Told to who has shown its password, or a code of its mailbox. */
export class AccountIsDisabled extends Refusal {
  readonly code = "ACCOUNT_DISABLED";
}

/** Nobody disables, enables or opens their own account for others. */
export class OwnAccount extends Refusal {
  readonly code = "OWN_ACCOUNT";
}

/** The person also works elsewhere, or the bureau has disabled the account: the bureau changes it. */
export class AccountNotYours extends Refusal {
  readonly code = "ACCOUNT_NOT_YOURS";
}

/** A user name of another form. */
export class UserNameInvalid extends Refusal {
  readonly code = "USER_NAME_INVALID";
}

/** Somebody might pass for an office by it. */
export class ReservedUserName extends Refusal {
  readonly code = "USER_NAME_RESERVED";
}

/** Another person signs in by this user name. */
export class UserNameTaken extends Refusal {
  readonly code = "USER_NAME_TAKEN";
}

/** It is the account's own already. */
export class ContactUnchanged extends Refusal {
  readonly code = "CONTACT_UNCHANGED";
}

/** Another person signs in with this address or number. Told to who has shown its code. */
export class ContactTaken extends Refusal {
  readonly code = "CONTACT_TAKEN";
}

/** The same of the link by which a new account's person chooses a password. */
export class ActivationLinkEnded extends Refusal {
  readonly code = "ACTIVATION_LINK_ENDED";
}

/** The link is used, its seven days are over, or it never was one. Said on its own page only. */
export class UndoLinkEnded extends Refusal {
  readonly code = "UNDO_LINK_ENDED";
}

/** The person has chosen a password, and sets another by a mailed code. */
export class FirstSignInDone extends Refusal {
  readonly code = "FIRST_SIGN_IN_DONE";
}

/** It is done; `missing` has yet to act on it. */
export class TakingEffect extends Refusal {
  readonly code = "TAKING_EFFECT";
}

/** Nobody is registered under this client id. Said to operators only. */
export class PartnerNotFound extends Refusal {
  readonly code = "PARTNER_NOT_FOUND";
}

/** The client id is another partner's, or was. */
export class PartnerExists extends Refusal {
  readonly code = "PARTNER_EXISTS";
}

/** What is wrong with the file of a partner's key. */
const keyFaults = {
  FORM: { "zh-TW": "檔案內容不是 JWK、JWKS 或 PEM。", en: "The file is neither a JWK, a JWK set nor PEM." },
  PRIVATE: {
    "zh-TW": "這是私鑰，請業者自行保管並視為已外洩更換，只提供公鑰。",
    en: "This is a private key. The partner keeps it, replaces this one since it was handed out, and gives the public half.",
  },
  KIND: {
    "zh-TW": "只接受 P-256 橢圓曲線（ES256）公鑰。",
    en: "It must be a public key on the curve P-256, for ES256.",
  },
  KID: {
    "zh-TW": "金鑰代號（kid）請用 1 至 100 個英文字母、數字或 . _ : - 符號。",
    en: "Its kid must be 1 to 100 letters, digits or . _ : -",
  },
  COUNT: { "zh-TW": "一次請提供一把或兩把公鑰。", en: "Give one public key, or two." },
  TOO_LARGE: { "zh-TW": "檔案過大。", en: "The file is too large for a key." },
} as const satisfies Record<string, Words>;

/** The file does not hold what a partner's signatures can be checked by. */
export class InvalidPartnerKey extends Refusal {
  readonly code = "PARTNER_KEY_INVALID";

  constructor({ found }: { found: keyof typeof keyFaults }) {
    super({ found, fault: keyFaults[found] });
  }
}

/** The partner has, or had, another key of this id. */
export class PartnerKeyExists extends Refusal {
  readonly code = "PARTNER_KEY_EXISTS";
}

/** Two keys are good already: end one first. */
export class PartnerKeysFull extends Refusal {
  readonly code = "PARTNER_KEYS_FULL";
}

/** No key of this id is good now. */
export class PartnerKeyNotFound extends Refusal {
  readonly code = "PARTNER_KEY_NOT_FOUND";
}

/** The partner's only key: without it nobody would be known. Suspend the partner instead. */
export class LastPartnerKey extends Refusal {
  readonly code = "PARTNER_LAST_KEY";
}

/** A form of the sign-in pages that holds more than any person types. */
export class FormTooLarge extends Refusal {
  readonly code = "FORM_TOO_LARGE";
}

/** Nobody appoints, approves or ends themselves. */
export class OwnRole extends Refusal {
  readonly code = "OWN_ROLE";
}

/** Who proposed an appointment does not approve it. */
export class OwnAppointment extends Refusal {
  readonly code = "OWN_APPOINTMENT";
}

/** The person holds this role at this school on one of these days already. */
export class StaffRoleHeld extends Refusal {
  readonly code = "STAFF_ROLE_HELD";
}

/** The role is over: it is neither approved nor taken up again. */
export class StaffRoleOver extends Refusal {
  readonly code = "STAFF_ROLE_OVER";
}

/** Roster has told of no school with this code. */
export class SchoolUnknown extends Refusal {
  readonly code = "SCHOOL_UNKNOWN";
}

/** The address signs in a person whom we know by national ID, under another name. */
export class StaffNameDiffers extends Refusal {
  readonly code = "STAFF_NAME_DIFFERS";
}

/** Staff cannot have their account deleted: their school ends their role first. */
export class StaffKeepAccount extends Refusal {
  readonly code = "STAFF_KEEP_ACCOUNT";
}

/** The owner wishes to be here no longer: only they undo that, by the link that they were mailed. */
export class AccountClosing extends Refusal {
  readonly code = "ACCOUNT_CLOSING";
}

/** What is kept about a person was asked for within the last day. */
export class DataAlreadyRequested extends Refusal {
  readonly code = "DATA_ALREADY_REQUESTED";

  constructor(details: { againAt: string }) {
    super(details);
  }
}

/** What is asked for wants a fresh code that went to the account's own address or number. */
export class FreshCodeRequired extends Refusal {
  readonly code = "FRESH_CODE_REQUIRED";
}

/** The city sends no pushes: it has no key for them. */
export class PushUnavailable extends Refusal {
  readonly code = "PUSH_UNAVAILABLE";
}

/** The subscription is of a push service that the city does not call. */
export class PushHostNotAllowed extends Refusal {
  readonly code = "PUSH_HOST_NOT_ALLOWED";
}

/** The subscription was made with a key that is not, or no longer, the city's: the browser is to subscribe anew. */
export class PushKeyChanged extends Refusal {
  readonly code = "PUSH_KEY_CHANGED";
}
