/** What `npm run conform` says besides trials and rules. */
export const words = {
  usage: {
    "zh-TW":
      '用法：npm run conform -- <client id> [--run "<付款指令，{number} 為繳款帳號>"] [--patience <秒>]\n指令以環境變數 CAMPUS_URL 得知系統位址。未給 --run 時，wallet 由本程式啟動，其他業者請依畫面付款後按 Enter。',
    en: 'Usage: npm run conform -- <client id> [--run "<command that pays {number}>"] [--patience <seconds>]\nThe command finds the graph at CAMPUS_URL. Without --run, wallet is started here; anybody else pays by hand and presses Enter.',
  },
  byHand: {
    "zh-TW": "  請讓程式以 {url} 為系統位址，繳納 {number}，完成後按 Enter。",
    en: "  Have your program, with the graph at {url}, pay {number}, then press Enter.",
  },
  passed: {
    "zh-TW": "{partner} 的程式符合全部 {count} 條規則。",
    en: "The program of {partner} keeps all {count} rules.",
  },
  failed: {
    "zh-TW": "{partner} 的程式違反 {count} 條規則。",
    en: "The program of {partner} breaks {count} rules.",
  },
} as const;
