import type { Catalogue } from "./catalogue.js";

/** Asking for a second factor anew. */
interface SecondFactorWords {
  title: string;
  lead: string;
  code: string;
  confirm: string;
  passkey: string;
  passkeyFailed: string;
  cancel: string;
  notEnrolled: string;
  setUp: string;
}

export const secondFactorWords: Catalogue<SecondFactorWords> = {
  "zh-TW": {
    title: "請再驗證一次",
    lead: "這個動作涉及個人資料或權限，請再確認是您本人。驗證後 5 分鐘內不必重複。您填的內容都還在。",
    code: "驗證碼（6 位數字）或備用碼",
    confirm: "確認",
    passkey: "使用通行密鑰",
    passkeyFailed: "通行密鑰沒有完成，請再試一次，或改用驗證碼。",
    cancel: "取消",
    notEnrolled: "您尚未設定第二重驗證。請先在新分頁完成設定，再回到這裡繼續。",
    setUp: "設定第二重驗證",
  },
  en: {
    title: "Confirm that it is you",
    lead: "This touches personal data or rights, so please confirm once more. It then holds for five minutes. What you typed is still here.",
    code: "Code (6 digits) or a recovery code",
    confirm: "Confirm",
    passkey: "Use a passkey",
    passkeyFailed: "The passkey did not go through. Try again, or use a code.",
    cancel: "Cancel",
    notEnrolled: "You have no second factor yet. Set one up in another tab, then come back and go on here.",
    setUp: "Set up a second factor",
  },
};
