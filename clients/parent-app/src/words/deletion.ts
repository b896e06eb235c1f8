import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The end of an account. */
interface DeletionWords {
  title: string;
  lead: string;
  atOnceTitle: string;
  atOnce: readonly string[];
  laterTitle: string;
  later: readonly string[];
  staysTitle: string;
  stays: readonly string[];
  understood: string;
  missing: string;
  delete: string;
  prove: string;
  closed: string;
}

export const deletionWords: Catalogue<DeletionWords> = {
  "zh-TW": {
    title: "刪除帳號",
    lead: "刪除前請先看過會發生什麼。",
    atOnceTitle: "立即",
    atOnce: ["所有裝置登出，無法再登入。", "與孩子的綁定結束，審核中的申請取消。", "已連結的電子支付解除。"],
    laterTitle: "14 天後",
    later: ["個人資料銷毀。在此之前，可以用信中的連結復原帳號。", "復原後，與孩子的綁定須重新申請。"],
    staysTitle: "會保留的",
    stays: ["學校的繳費單與付款紀錄（不含您的資料）。", "法律要求保存的申請紀錄，但金鑰已銷毀，無人能讀取。"],
    understood: "我了解，並要刪除我的帳號",
    missing: "請先勾選確認。",
    delete: "刪除我的帳號",
    prove: "為了保護您的帳號，請再驗證一次是您本人。",
    closed: "您的帳號已停用。14 天內可以用信中的連結復原。",
  },
  en: {
    title: "Delete my account",
    lead: "Please see first what will happen.",
    atOnceTitle: "At once",
    atOnce: [
      "All devices are signed out, and nobody can sign in.",
      "Bindings to your children end, and waiting requests are cancelled.",
      "Linked wallets are unlinked.",
    ],
    laterTitle: "After 14 days",
    later: [
      "What is personal is destroyed. Until then a link in the mail brings the account back.",
      "Bindings to your children have to be applied for anew then.",
    ],
    staysTitle: "What stays",
    stays: [
      "The school’s bills and payments, without your data.",
      "Records of applications that law requires, unreadable, since their key is destroyed.",
    ],
    understood: "I understand, and want my account deleted",
    missing: "Please tick the box first.",
    delete: "Delete my account",
    prove: "To protect your account, please show once more that it is you.",
    closed: "Your account is closed. For 14 days the link in the mail brings it back.",
  },
};
