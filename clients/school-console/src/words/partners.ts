import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** An act on a partner that asks why. */
export interface PartnerActWords {
  act: string;
  title(name: string): string;
  lead: string;
  done(name: string): string;
}

export type PartnerScope = "bills:read" | "payments:notify" | "notices:subscribe";

/** Wallets, banks and stores. */
interface PartnersWords {
  tab: string;
  title: string;
  lead: string;
  readOnly: string;
  none: string;
  partner(name: string): string;
  works: string;
  suspended(since: string): string;
  id: string;
  idHint: string;
  name: string;
  channels: string;
  scopes: string;
  scope: Readonly<Record<PartnerScope, string>>;
  redirects: string;
  redirectsHint: string;
  noRedirects: string;
  since: string;
  keys: string;
  keyCounts(since: string): string;
  keyEnded(since: string, until: string): string;
  key: string;
  keyHint: string;
  keyFile: string;
  reason: string;
  reasonHint: string;
  missing: string;
  leave: string;
  save: string;
  register: PartnerActWords;
  change: PartnerActWords;
  addKey: PartnerActWords;
  endKey: PartnerActWords;
  suspend: PartnerActWords;
  resume: PartnerActWords;
  endKeyOf(kid: string): string;
}

export const partnersWords: Catalogue<PartnersWords> = {
  "zh-TW": {
    tab: "繳費業者",
    title: "繳費業者",
    lead: "可查詢繳費單、回報收款，或經家長同意連結帳號的電子支付、銀行與商店。",
    readOnly: "業者的服務範圍是全市，由教育局登記與變更；如有異常請洽教育局。",
    none: "尚未登記任何業者。",
    partner: (name) => `業者：${name}`,
    works: "服務中",
    suspended: (since) => `已於 ${since} 暫停`,
    id: "業者代號",
    idHint: "2 至 40 個小寫英文字母、數字或連字號，英文字母開頭；登記後不可變更。",
    name: "業者名稱",
    channels: "繳費管道",
    scopes: "可使用的功能",
    scope: {
      "bills:read": "查詢繳費單（bills:read）",
      "payments:notify": "回報收款（payments:notify）",
      "notices:subscribe": "接收家長的繳費通知，須家長同意（notices:subscribe）",
    },
    redirects: "家長連結後返回的網址",
    redirectsHint: "每行一個完整的 https 網址，最多十個；留空表示家長不能連結。",
    noRedirects: "家長不能連結",
    since: "登記於",
    keys: "金鑰",
    keyCounts: (since) => `${since} 起有效`,
    keyEnded: (since, until) => `${since} 至 ${until}`,
    key: "公鑰",
    keyHint: "請業者提供 ES256（P-256）的公鑰：JWK、JWKS 或 PEM。私鑰由業者自行保管，請勿索取。",
    keyFile: "從檔案讀取",
    reason: "原因",
    reasonHint: "會加密留存備查。",
    missing: "請填寫這一欄。",
    leave: "取消",
    save: "儲存變更",
    register: {
      act: "登記業者",
      title: () => "登記新業者",
      lead: "登記後，業者即可以自己的金鑰登入。",
      done: (name) => `已登記「${name}」。`,
    },
    change: {
      act: "變更",
      title: (name) => `變更「${name}」`,
      lead: "取消勾選的功能立即停用；家長已連結的，須重新取得同意。",
      done: (name) => `已變更「${name}」，全系統已生效。`,
    },
    addKey: {
      act: "加入新金鑰",
      title: (name) => `為「${name}」加入新金鑰`,
      lead: "新舊金鑰同時有效，待業者換用新金鑰後，再停用舊的。",
      done: (name) => `已為「${name}」加入新金鑰，全系統已生效。`,
    },
    endKey: {
      act: "停用",
      title: (kid) => `停用金鑰 ${kid}？`,
      lead: "停用後，以這把金鑰簽章的登入與收款回報都會被拒絕，且不能恢復。",
      done: (name) => `已停用「${name}」的金鑰，全系統已生效。`,
    },
    suspend: {
      act: "暫停",
      title: (name) => `暫停「${name}」？`,
      lead: "業者立即不能查詢與回報，家長連結的電子支付也立即中斷。已收的款項仍會由銀行的對帳檔入帳。",
      done: (name) => `已暫停「${name}」，全系統已生效。`,
    },
    resume: {
      act: "恢復服務",
      title: (name) => `恢復「${name}」？`,
      lead: "業者可用原有的金鑰繼續服務，家長原有的連結也恢復。若曾疑似外洩，請先加入新金鑰並停用舊的。",
      done: (name) => `已恢復「${name}」。`,
    },
    endKeyOf: (kid) => `停用金鑰 ${kid}`,
  },
  en: {
    tab: "Payment partners",
    title: "Payment partners",
    lead: "Wallets, banks and stores that find bills, report payments, or are linked by guardians.",
    readOnly:
      "A partner serves the whole city, so the bureau registers and changes it. If something is wrong with one, tell the bureau.",
    none: "No partner is registered.",
    partner: (name) => `Partner: ${name}`,
    works: "In service",
    suspended: (since) => `Suspended since ${since}`,
    id: "Client id",
    idHint: "2 to 40 small letters, digits or hyphens, a letter first. It stays for good.",
    name: "Name",
    channels: "Ways to pay",
    scopes: "What it may do",
    scope: {
      "bills:read": "Find bills (bills:read)",
      "payments:notify": "Report payments (payments:notify)",
      "notices:subscribe": "Get a guardian's bill notices, with their consent (notices:subscribe)",
    },
    redirects: "Where guardians return to after linking",
    redirectsHint:
      "One whole https address a line, ten at most. Leave it empty where guardians cannot link it.",
    noRedirects: "Guardians cannot link it",
    since: "Registered",
    keys: "Keys",
    keyCounts: (since) => `counts since ${since}`,
    keyEnded: (since, until) => `${since} to ${until}`,
    key: "Public key",
    keyHint:
      "The partner's public key for ES256 (P-256): a JWK, a JWK set or PEM. The private one stays with the partner: do not ask for it.",
    keyFile: "Read from a file",
    reason: "Reason",
    reasonHint: "It is kept sealed, for an audit.",
    missing: "This is needed.",
    leave: "Cancel",
    save: "Save the changes",
    register: {
      act: "Register a partner",
      title: () => "A new partner",
      lead: "It can sign in by its own key as soon as it is registered.",
      done: (name) => `“${name}” is registered.`,
    },
    change: {
      act: "Change",
      title: (name) => `Change “${name}”`,
      lead: "What is no longer ticked ends at once; what a guardian has linked needs their consent anew.",
      done: (name) => `“${name}” is changed, everywhere.`,
    },
    addKey: {
      act: "Add a key",
      title: (name) => `A further key for “${name}”`,
      lead: "Both keys count until the partner signs with the new one; then end the old one.",
      done: (name) => `“${name}” has a further key, everywhere.`,
    },
    endKey: {
      act: "End",
      title: (kid) => `End the key ${kid}?`,
      lead: "Whatever is signed with it is refused from then on, sign-ins and payments. It cannot be taken back.",
      done: (name) => `The key of “${name}” is ended, everywhere.`,
    },
    suspend: {
      act: "Suspend",
      title: (name) => `Suspend “${name}”?`,
      lead: "It finds and reports nothing from this moment, and the wallets that guardians have linked are cut. Money that it has taken still reaches the books by the bank's file.",
      done: (name) => `“${name}” is suspended, everywhere.`,
    },
    resume: {
      act: "Let in again",
      title: (name) => `Let “${name}” in again?`,
      lead: "It goes on by the keys it had, and so do its guardians' links. If a key may have leaked, add a new one and end the old one first.",
      done: (name) => `“${name}” is let in again.`,
    },
    endKeyOf: (kid) => `End the key ${kid}`,
  },
};
