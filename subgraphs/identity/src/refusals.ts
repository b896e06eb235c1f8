import type { CodesOf, Words } from "@campus-graph/kit/refusals/refusal";

/** The words of identity's refusals. Each tells the next step. */
export const refusals = {
  CODE_WRONG: {
    "zh-TW": "驗證碼不正確。請輸入標示相同參考碼之郵件或簡訊內的驗證碼；輸入錯誤 5 次後，請重新取得驗證碼。",
    en: "This code is not right. Use the code from the mail or text message that shows the same reference; after five wrong tries, ask for a new one.",
  },
  CODE_EXPIRED: {
    "zh-TW": "驗證碼已逾時，請重新取得驗證碼。",
    en: "This code has expired. Please ask for a new one.",
  },
  ALREADY_SIGNED_IN: {
    "zh-TW": "您已登入，可直接申請；若要以其他身分申請，請先登出。",
    en: "You are signed in and can apply as you are. To apply as somebody else, sign out first.",
  },
  MESSAGE_OUTDATED: {
    "zh-TW": "這則訊息已逾時效，重送也無法使用；請對方重新取得驗證碼。",
    en: "This message is of no use any more. Let the person ask for a new code.",
  },
  SMS_NOT_AVAILABLE: {
    "zh-TW": "目前無法寄送簡訊驗證碼，請改用電子信箱取得驗證碼。",
    en: "Codes by text message are not available right now. Please choose e-mail.",
  },
  EMAIL_NOT_VERIFIED: {
    "zh-TW": "此電子信箱將作為登入帳號，請先取得並輸入寄到此信箱的驗證碼。",
    en: "This e-mail address becomes the login. First verify it with a code that we send there.",
  },
  PASSWORD_WRONG: {
    "zh-TW": "目前的密碼不正確。",
    en: "The current password is not right.",
  },
  PASSWORD_TOO_SHORT: {
    "zh-TW": "新密碼至少需要 {shortest} 個字元。",
    en: "A new password needs at least {shortest} characters.",
  },
  PASSWORD_TOO_LONG: {
    "zh-TW": "新密碼最多 {longest} 個字元。",
    en: "A new password has at most {longest} characters.",
  },
  PASSWORD_TOO_COMMON: {
    "zh-TW": "這個密碼太常見，容易被猜中，請換一個。",
    en: "This password is among the first that others would try. Please choose another.",
  },
  PASSWORD_PERSONAL: {
    "zh-TW": "新密碼不可包含您的姓名、帳號、電話或身分證字號，也不可僅由其拼湊而成，請換一個。",
    en: "A new password must not contain your name, login, phone number or national ID, nor be pieced together from them. Please choose another.",
  },
  PASSWORD_UNCHANGED: {
    "zh-TW": "新密碼不可與目前的密碼相同。",
    en: "The new password must differ from the current one.",
  },
  PERSON_LINK_ENDED: {
    "zh-TW": "此項綁定已經回覆過，或已超過 14 天的期限。",
    en: "This was answered already, or its fourteen days are over.",
  },
  SIGN_IN_WRONG: {
    "zh-TW":
      "帳號或密碼不正確，或嘗試次數過多。請稍候 15 分鐘再試；若忘記密碼，或初始密碼已失效，請點選「忘記密碼」。",
    en: "Login or password is not right, or there were too many tries: then wait 15 minutes. If you forgot your password, or the initial one no longer works, choose “Forgot password”.",
  },
  ACCOUNT_DISABLED: {
    "zh-TW": "此帳號已停用。請洽學校資訊組。",
    en: "This account is disabled. Ask your school's IT office.",
  },
  OWN_ACCOUNT: {
    "zh-TW": "這是您自己的帳號，請由其他資訊組人員或教育局處理。",
    en: "This is your own account. A colleague of the IT office or the bureau has to do it.",
  },
  ACCOUNT_NOT_YOURS: {
    "zh-TW": "此人另有他校或教育局的職務，或此帳號由教育局停用，請洽教育局處理。",
    en: "This person also works elsewhere, or the bureau has disabled the account. Please ask the bureau.",
  },
  USER_NAME_INVALID: {
    "zh-TW": "自訂帳號請用 {fewest} 至 {most} 個英文字母、中文字、數字或 . _ - 符號，並以字母或中文字開頭。",
    en: "A user name has {fewest} to {most} letters, Chinese characters, digits or . _ - and begins with a letter.",
  },
  USER_NAME_RESERVED: {
    "zh-TW": "這個自訂帳號保留不開放使用，請換一個。",
    en: "This user name is reserved. Please choose another.",
  },
  USER_NAME_TAKEN: {
    "zh-TW": "這個自訂帳號已有人使用，請換一個。",
    en: "Somebody else has this user name. Please choose another.",
  },
  CONTACT_UNCHANGED: {
    "zh-TW": "這就是您目前的電子信箱或手機號碼。",
    en: "This is your present address or number.",
  },
  CONTACT_TAKEN: {
    "zh-TW": "這個電子信箱或手機號碼是另一個帳號的登入帳號，請換一個；若都是您的帳號，請洽學校資訊組。",
    en: "Another account signs in with this address or number. Choose another; if both accounts are yours, ask your school's IT office.",
  },
  ACTIVATION_LINK_ENDED: {
    "zh-TW": "此連結已使用過或已超過 7 天。請在登入頁點選「忘記密碼或第一次登入」，或請學校資訊組重新寄送。",
    en: "This link was used already, or its seven days are over. Choose “Forgot password, or first sign-in” on the sign-in page, or ask your school's IT office to send another.",
  },
  UNDO_LINK_ENDED: {
    "zh-TW": "此連結已使用過或已超過 7 天。若仍需協助，請洽學校資訊組。",
    en: "This link was used already, or its seven days are over. For help ask your school's IT office.",
  },
  FIRST_SIGN_IN_DONE: {
    "zh-TW": "此人已設定自己的密碼。若忘記密碼，請本人於登入頁點選「忘記密碼或第一次登入」。",
    en: "This person has a password of their own. Who forgot it chooses “Forgot password, or first sign-in” on the sign-in page.",
  },
  TAKING_EFFECT: {
    "zh-TW": "已經辦理，但尚未在所有服務生效（{missing}）。請再按一次確認。",
    en: "It is done, but not everywhere yet ({missing}). Do it again to make sure.",
  },
  PARTNER_NOT_FOUND: {
    "zh-TW": "查無業者「{clientId}」。請查看已登記的業者清單。",
    en: "There is no partner “{clientId}”. The list of partners shows those there are.",
  },
  PARTNER_EXISTS: {
    "zh-TW": "「{clientId}」已有業者登記，請換一個代號；若要更換金鑰，請在原業者加入新金鑰。",
    en: "“{clientId}” is registered already. Take another id, or add a key to the partner there is.",
  },
  PARTNER_KEY_INVALID: {
    "zh-TW": "無法使用這個金鑰檔：{fault}",
    en: "This key file cannot be used. {fault}",
  },
  PARTNER_KEY_EXISTS: {
    "zh-TW": "代號「{kid}」的金鑰已登記過，請用新的金鑰與代號。",
    en: "A key “{kid}” was registered before. Use a new key with an id of its own.",
  },
  PARTNER_KEYS_FULL: {
    "zh-TW": "業者「{clientId}」已有 {most} 把有效金鑰，請先停用其中一把。",
    en: "“{clientId}” has {most} valid keys already. End one of them first.",
  },
  PARTNER_KEY_NOT_FOUND: {
    "zh-TW": "業者「{clientId}」沒有代號「{kid}」的有效金鑰。",
    en: "“{clientId}” has no valid key “{kid}”.",
  },
  PARTNER_LAST_KEY: {
    "zh-TW": "這是業者「{clientId}」唯一的有效金鑰。請先登記新金鑰，或暫停該業者。",
    en: "This is the only valid key of “{clientId}”. Register a new one first, or suspend the partner.",
  },
  SECOND_FACTOR_WRONG: {
    "zh-TW": "驗證失敗。請輸入驗證器目前顯示的新驗證碼（每組只能使用一次），或未使用過的備用碼。",
    en: "That was not right. Enter the code that your authenticator shows now (each works once), or an unused recovery code.",
  },
  SECOND_FACTOR_LAST: {
    "zh-TW": "教職員至少須保留一種第二重驗證。請先新增另一種，再移除這一種。",
    en: "Staff keep at least one second factor. Add another one first, then remove this one.",
  },
  SECOND_FACTOR_NOT_BEGUN: {
    "zh-TW": "尚未開始設定驗證器，或設定已完成。請重新開始設定。",
    en: "No authenticator is being set up, or it is done already. Begin again.",
  },
  PASSKEY_NOT_ENROLLED: {
    "zh-TW": "無法加入這個通行密鑰：它可能已加入過，或等候過久。請再試一次。",
    en: "This passkey could not be added: it may be here already, or it took too long. Please try again.",
  },
  OWN_ROLE: {
    "zh-TW": "不可指派、核准或結束自己的職務，請由另一位資訊組人員或教育局辦理。",
    en: "Nobody appoints, approves or ends themselves. Ask another of the IT office, or the bureau.",
  },
  OWN_APPOINTMENT: {
    "zh-TW": "提出指派的人不可自行核准，請由另一位資訊組人員或教育局核准。",
    en: "Who proposed an appointment does not approve it. Ask another of the IT office, or the bureau.",
  },
  STAFF_ROLE_HELD: {
    "zh-TW": "此人在這段期間已有這個職務。請先結束原有的職務，或填寫其最後一天之後的日期。",
    en: "The person holds this role on one of these days already. End that one first, or begin after its last day.",
  },
  STAFF_ROLE_OVER: {
    "zh-TW": "這個職務已經結束，請重新指派。",
    en: "This role is over. Appoint the person anew.",
  },
  STAFF_NAME_DIFFERS: {
    "zh-TW": "這個電子信箱是另一個姓名的登入帳號。請核對信箱；若信箱無誤，請填寫帳號上的姓名。",
    en: "This e-mail address signs in somebody of another name. Check the address; if it is right, write the name as the account has it.",
  },
  STAFF_KEEP_ACCOUNT: {
    "zh-TW": "教職員帳號不能自行刪除，請先由學校結束您的職務。",
    en: "A staff account cannot be deleted. Your school has to end your role first.",
  },
  ACCOUNT_CLOSING: {
    "zh-TW": "帳號持有人已申請刪除帳號，只有本人能以信中的連結復原。",
    en: "The owner asked for this account to be deleted. Only they can bring it back, by the link in their mail.",
  },
  DATA_ALREADY_REQUESTED: {
    "zh-TW": "24 小時內已申請過一次，請使用該次的檔案，或稍後再申請。",
    en: "You asked for this within the last 24 hours. Use that file, or ask again later.",
  },
  FRESH_CODE_REQUIRED: {
    "zh-TW": "請先取得寄到您登入信箱或手機的驗證碼，再輸入該驗證碼。",
    en: "Ask for a code to your own login address or number first, and give it here.",
  },
  SCHOOL_UNKNOWN: {
    "zh-TW": "本市沒有這個代碼的學校。請核對學校代碼；若學校剛加入，請過一分鐘再試。",
    en: "The city has no school with this code. Check the code; if the school was entered just now, try again in a minute.",
  },
  PUSH_UNAVAILABLE: {
    "zh-TW": "目前沒有推播服務。",
    en: "There are no push messages here.",
  },
  PUSH_HOST_NOT_ALLOWED: {
    "zh-TW": "不支援這個瀏覽器的推播服務「{host}」，請改用電子郵件，或換一個瀏覽器。",
    en: "We do not use the push service “{host}” of this browser. Choose e-mail instead, or use another browser.",
  },
  PUSH_KEY_CHANGED: {
    "zh-TW": "推播金鑰已更換，請先關閉推播再重新開啟。",
    en: "The key for push messages has changed. Switch them off and on again.",
  },
  FORM_TOO_LARGE: {
    "zh-TW": "輸入的內容過長，請縮短後再送出。",
    en: "What was entered is too long. Please shorten it and send it again.",
  },
} as const satisfies Readonly<Record<CodesOf<typeof import("./domain/refusals.js")>, Words>>;
