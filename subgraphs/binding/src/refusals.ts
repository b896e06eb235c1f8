import type { CodesOf, Words } from "@campus-graph/kit/refusals/refusal";

/** The words of binding's own refusals. */
export const refusals = {
  APPLICATION_NOT_OPEN: {
    "zh-TW": "這份申請已送出或已結束，無法再修改。",
    en: "This application was already submitted or ended and can no longer be edited.",
  },
  APPLICATION_INCOMPLETE: {
    "zh-TW": "申請尚未完成，請先加入學生、同意個資聲明並簽名，再送出。",
    en: "The application is not complete yet. Still missing: {missing}.",
  },
  TOO_MANY_STUDENTS: {
    "zh-TW": "一份申請最多可加入 {limit} 位學生，其餘請於送出後另行申請。",
    en: "One application holds at most {limit} students. Submit it, then start another.",
  },
  STUDENT_ALREADY_IN_APPLICATION: {
    "zh-TW": "這位學生已在這份申請中。",
    en: "This student is already in the application.",
  },
  STUDENT_ALREADY_REQUESTED: {
    "zh-TW": "您已為這位學生提出申請，請查看該筆申請的進度，或先取消它。",
    en: "You already applied for this student. Follow that request, or cancel it first.",
  },
  ALREADY_BOUND: {
    "zh-TW": "這位家長與學生已完成綁定。",
    en: "This guardian is already bound to the student.",
  },
  RELATIONSHIP_TEXT_REQUIRED: {
    "zh-TW": "關係選擇「其他」時，請以 {longestTextInCharacters} 字以內說明。",
    en: "Say in at most {longestTextInCharacters} characters what the relationship is.",
  },
  CONSENT_NOT_CURRENT: {
    "zh-TW": "個資聲明已更新，請重新閱讀並同意最新版本（{currentVersion}）。",
    en: "The notice has changed. Please read and agree to version {currentVersion}.",
  },
  CONSENT_NOT_READ: {
    "zh-TW": "閱讀時間有誤，請將個資聲明捲動至末尾後再勾選同意。",
    en: "The reading time is not right. Scroll the notice to its end, then agree.",
  },
  SIGNATURE_EMPTY: {
    "zh-TW": "請先簽名。",
    en: "Please draw your signature first.",
  },
  SIGNATURE_OUTDATED: {
    "zh-TW": "簽署之後，申請內容已更改。請確認內容後，以新的驗證碼重新簽署。",
    en: "The application has changed since it was signed. Look at it again, and sign it by a new code.",
  },
  SIGNATURE_NOT_VALID: {
    "zh-TW": "簽名資料有誤，請清除後重新簽名。",
    en: "The signature cannot be used (check: {rule}). Clear it and sign again.",
  },
  GUARDIAN_IS_STUDENT: {
    "zh-TW": "家長的身分證統一編號與學生本人相同，請確認後重新填寫。",
    en: "The guardian's national ID is the student's own. Check it and enter it again.",
  },
  EMAIL_TAKEN: {
    "zh-TW": "此電子信箱已是他人的登入帳號，請改用另一個信箱申請。",
    en: "This e-mail address signs in another person's account. Another address is needed.",
  },
  ID_CHANGE_UNCONFIRMED: {
    "zh-TW":
      "這個信箱的帳號登記的是另一個證號，姓名相同。請核對證件：若為同一人更正或換發證號，請確認（confirmIdChange）後再核可；若非同一人，請退回。",
    en: "The account behind this address has this name and another national ID. Check the certificate: if the number was corrected or renewed, confirm it (confirmIdChange) and approve; if it is another person, return the request.",
  },
  PERSON_HAS_ACCOUNT: {
    "zh-TW": "此人已有另一個登入帳號，已通知其本人；待本人登入同意後才會綁定，14 天內未同意即失效。",
    en: "This person has an account under another login. Its owner was told; the child is linked once they sign in and accept, within 14 days.",
  },
  PERSON_LINK_DECLINED: {
    "zh-TW": "帳號持有人表示這不是本人的申請，請向申請人查證身分。",
    en: "The owner of the account says that this request is not theirs. Please check who applied.",
  },
  PERSON_LINK_EXPIRED: {
    "zh-TW": "帳號持有人未於 14 天內同意，申請已失效。",
    en: "The owner of the account did not accept within 14 days, so the request has ended.",
  },
  OWN_REQUEST: {
    "zh-TW": "這是您本人以家長身分提出的申請，不得由您自行核可；請由註冊組處理。",
    en: "This request is your own, as a guardian. You cannot approve it yourself; the school's registrar can.",
  },
  REQUEST_CHANGED: {
    "zh-TW": "這筆申請在您檢視之後已修正重送，請重新整理並確認內容後再核可。",
    en: "This request was corrected and sent in again since it was shown. Reload it and look at it first.",
  },
  HOMEROOM_DECIDES: {
    "zh-TW": "這筆申請由導師審核；僅在班級沒有導師、申請人即為導師本人，或申請逾期未審核時，由註冊組審核。",
    en: "The homeroom teacher decides this request. A registrar does where the class has none, the request is the teacher's own, or it has waited too long.",
  },
  REQUEST_ALREADY_DECIDED: {
    "zh-TW": "這筆申請已處理完畢，請重新整理畫面。",
    en: "This request was already dealt with. Reload the list to see its state.",
  },
  REQUEST_NOT_OPEN: {
    "zh-TW": "這筆申請目前無法變更。",
    en: "This request cannot be changed in its present state.",
  },
  GUARDIAN_SLOTS_FULL: {
    "zh-TW": "這位學生已有 {limit} 個親子帳號，無法再核可。",
    en: "This student already has {limit} guardian accounts.",
  },
  REVOCATION_REASON_REQUIRED: {
    "zh-TW": "請以 {longestReasonInCharacters} 字以內填寫撤銷事由。",
    en: "Give the reason for ending the binding, in at most {longestReasonInCharacters} characters.",
  },
  BINDING_ALREADY_REVOKED: {
    "zh-TW": "此綁定已由他人於 {revokedAt} 撤銷。",
    en: "Somebody else ended this binding already, at {revokedAt}.",
  },
  TAKING_EFFECT: {
    "zh-TW": "已撤銷，正在各處生效，尚待：{missing}。請稍後再按一次以確認。",
    en: "The binding is ended and this is taking effect; still missing: {missing}. Ask again to see it done.",
  },
  RETURN_REASON_REQUIRED: {
    "zh-TW": "請以 {longestReasonInCharacters} 字以內填寫退回事由。",
    en: "Give the reason for returning it, in at most {longestReasonInCharacters} characters.",
  },
} as const satisfies Readonly<Record<CodesOf<typeof import("./domain/refusals.js")>, Words>>;
