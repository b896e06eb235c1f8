import type { Sentences } from "../sentences.js";

/** What `npm run partner` says by itself; what identity refuses, it says in its own words. */
export const words = {
  usage: {
    "zh-TW": `用法：npm run partner -- <動作>
  list                                                列出業者
  add <代號> --name <名稱> --channels <管道,…> --key <公鑰檔> [--scopes <權限,…>] [--redirects <返回網址,…>]
  key <代號> --key <公鑰檔>                           登記新的公鑰，與原有公鑰並用
  end-key <代號> <金鑰代號>                           停用一把公鑰
  suspend <代號>                                      暫停
  resume <代號>                                       恢復
管道：EASY_WALLET PAY_TAIPEI CREDIT_CARD ATM CONVENIENCE_STORE
權限：bills:read payments:notify（未填則兩者皆有）；notices:subscribe 與返回網址供家長連結電子支付
公鑰檔：JWK、JWKS 或 PEM，ES256（P-256）`,
    en: `Usage: npm run partner -- <command>
  list                                                the partners
  add <id> --name <name> --channels <channel,…> --key <file> [--scopes <scope,…>] [--redirects <url,…>]
  key <id> --key <file>                               a further public key, good beside the one there is
  end-key <id> <key id>                               the key is good no longer
  suspend <id>
  resume <id>
Channels: EASY_WALLET PAY_TAIPEI CREDIT_CARD ATM CONVENIENCE_STORE
Scopes: bills:read payments:notify; both unless some are named. notices:subscribe, with redirect URLs, lets guardians link a wallet
Key file: JWK, JWK set or PEM, the public half, ES256 (P-256)`,
  },
  unreadable: {
    "zh-TW": "無法讀取金鑰檔 {file}：{fault}",
    en: "The key file {file} cannot be read: {fault}",
  },
  none: { "zh-TW": "尚未登記任何業者。", en: "No partner is registered." },
  suspendedPartner: {
    "zh-TW": "{clientId}  {name}  已於 {suspendedAt} 暫停",
    en: "{clientId}  {name}  suspended {suspendedAt}",
  },
  allowances: {
    "zh-TW": "  管道 {channels}；權限 {scopes}",
    en: "  channels {channels}; scopes {scopes}",
  },
  currentKey: { "zh-TW": "  金鑰 {kid}  自 {since} 起", en: "  key {kid}  since {since}" },
  endedKey: {
    "zh-TW": "  金鑰 {kid}  自 {since} 起，已於 {until} 停用",
    en: "  key {kid}  since {since}, ended {until}",
  },
  done: { "zh-TW": "已完成，全系統已生效。", en: "Done. It holds everywhere." },
  kids: {
    "zh-TW": "業者簽章時以此為金鑰代號（kid）：{kids}",
    en: "The partner signs under this key id (kid): {kids}",
  },
  takingEffect: {
    "zh-TW": "已記錄，尚待下列服務生效：{missing}。",
    en: "Written down, and taking effect. Not yet everywhere: {missing}.",
  },
} as const satisfies Sentences;
