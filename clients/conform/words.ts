/** A sentence in each language. */
export type Words = Readonly<Record<"zh-TW" | "en", string>>;

/** What `npm run conform` says besides trials and rules. */
export const words = {
  usage: {
    "zh-TW":
      '用法：npm run conform -- <client id> [--run "<付款指令，{number} 為繳款帳號>"] [--patience <秒>]\n指令以環境變數 CAMPUS_URL 得知系統位址。未給 --run 時，wallet 由本程式啟動，其他業者請依畫面付款後按 Enter。',
    en: 'Usage: npm run conform -- <client id> [--run "<command that pays {number}>"] [--patience <seconds>]\nThe command finds the graph at CAMPUS_URL. Without --run, wallet is started here; anybody else pays by hand and presses Enter.',
  },
  begin: {
    "zh-TW":
      "{count} 筆付款，每筆約需 2 至 5 秒，另加程式等候重送的時間。\n指令得到 CAMPUS_URL（及相同的 GRAPH_URL）與 CLIENT_ID={partner}（已自行設定者不變）；其餘環境變數（如 KEY_FILE）原樣沿用。\ndiscovery（CAMPUS_URL 下的 /sso/.well-known/openid-configuration）也由此經過；權杖則依 discovery 所示，直接向系統的 token_endpoint 取得。\n",
    en: "{count} payments, 2 to 5 seconds each, and as long as the program waits before it sends again.\nThe command gets CAMPUS_URL (GRAPH_URL is the same) and CLIENT_ID={partner} unless you have set your own; all else, such as KEY_FILE, stays as it is in this terminal.\nDiscovery (/sso/.well-known/openid-configuration at CAMPUS_URL) goes through the endpoint too; it names the graph's own token_endpoint, so the token is asked of the graph itself.\n",
  },
  byHand: {
    "zh-TW": "  請讓程式以 {url} 為系統位址，繳納 {number}，完成後按 Enter。",
    en: "  Have your program, with the graph at {url}, pay {number}, then press Enter.",
  },
  notSeen: { "zh-TW": "未執行到", en: "not seen" },
  notStarted: {
    "zh-TW": "指令無法執行（結束代碼 {exitCode}），因此到第一筆為止。\n→ 請核對 --run 的指令與路徑。",
    en: "The command could not be started (exit code {exitCode}), so this ends with the first payment.\n→ Look at the command of --run, and at its paths.",
  },
  elsewhere: {
    "zh-TW":
      "您的程式沒有連到 CAMPUS_URL（{url}）：第一張繳費單是直接在系統繳清的，因此到第一筆為止。\n→ 請讓程式以環境變數 CAMPUS_URL 為系統位址。",
    en: "Your program did not go to CAMPUS_URL ({url}): the first bill was paid in the graph itself, so this ends here.\n→ Have it take the graph's address from the variable CAMPUS_URL.",
  },
  nothingCame: {
    "zh-TW":
      "CAMPUS_URL（{url}）沒有收到任何操作，繳費單也未繳清（結束代碼 {exitCode}），因此到第一筆為止。\n→ 請看上方程式的輸出：可能沒有啟動、沒有取得權杖，或連到別處。",
    en: "Nothing came to CAMPUS_URL ({url}), and the bill is not paid (exit code {exitCode}), so this ends with the first payment.\n→ See what the program printed above: it may not have started, got no token, or gone elsewhere.",
  },
  passed: {
    "zh-TW": "{partner} 的程式符合全部 {count} 條規則。",
    en: "The program of {partner} keeps all {count} rules.",
  },
  failed: {
    "zh-TW": "{partner} 的程式未通過：{all} 條規則中符合 {kept} 條、違反 {broken} 條、未執行到 {unseen} 條。",
    en: "The program of {partner} does not pass: of {all} rules it keeps {kept}, breaks {broken}, and {unseen} were not seen.",
  },
} as const;
