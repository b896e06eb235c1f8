import type { Channel } from "@campus-graph/clients/generated/operations";
import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** How each channel is used, step by step, as the city's own slides tell it. */
interface ChannelWords {
  steps: Record<Channel, readonly string[]>;
  open: Record<"EASY_WALLET" | "PAY_TAIPEI" | "CREDIT_CARD", string>;
  news: Record<Channel, string>;
  qrOf: Record<Exclude<Channel, "CONVENIENCE_STORE">, string>;
  bank: string;
  bankAccount: string;
  banks: string;
  barcodes: string;
  barcode(position: number, text: string): string;
  enlarge: string;
  saveQr: string;
  saveBarcodes: string;
  showTill: string;
}

export const channelWords: Catalogue<ChannelWords> = {
  "zh-TW": {
    steps: {
      EASY_WALLET: [
        "在這支手機上：按上面的按鈕，直接在悠遊付打開這張帳單付款。",
        "用另一支手機：打開悠遊付 APP →「生活繳費」→「台北市學雜費」→ 掃描 QR Code，或輸入 16 碼繳款帳號。",
      ],
      PAY_TAIPEI: [
        "在這支手機上：按上面的按鈕，選擇支付業者付款。",
        "或打開 PayTaipei →「學雜費」→ 掃描 QR Code，或輸入 16 碼繳款帳號。",
      ],
      CREDIT_CARD: [
        "在這支手機上：按上面的按鈕，在 i繳費 選擇「信用卡繳學費」。",
        "用另一支手機：打開可掃描 QR Code 的 APP → 掃描 QR Code → 選擇「信用卡繳學費」。",
      ],
      ATM: [
        "網路銀行：打開銀行 APP 掃描 QR Code；或先儲存 QR Code，再從 APP 讀取。",
        "實體 ATM：選擇「轉帳」，輸入銀行代碼和 16 碼帳號，金額要完全相同。",
      ],
      CONVENIENCE_STORE: [
        "到超商櫃檯，按「放大給店員掃描」，把手機打橫。",
        "請店員由上而下依序掃描三段條碼，付現後留下收據。",
      ],
    },
    open: { EASY_WALLET: "用悠遊付付款", PAY_TAIPEI: "用 PayTaipei 付款", CREDIT_CARD: "用信用卡付款" },
    news: {
      EASY_WALLET: "付款後立刻入帳。",
      PAY_TAIPEI: "付款後約 1 天入帳。",
      CREDIT_CARD: "付款後立刻入帳。",
      ATM: "轉帳後當天入帳；手續費與限額依各銀行規定。",
      CONVENIENCE_STORE: "超商約 3 天後才會通知學校，這段時間請不要再用其他方式繳。",
    },
    qrOf: {
      EASY_WALLET: "悠遊付 QR Code",
      PAY_TAIPEI: "PayTaipei QR Code",
      CREDIT_CARD: "信用卡繳費 QR Code",
      ATM: "銀行轉帳 QR Code（TWQR）",
    },
    bank: "轉入銀行",
    bankAccount: "帳號",
    banks:
      "可掃描的銀行 APP：台北富邦、臺銀、土銀、合庫、一銀、華南、彰銀、上海商銀（Android）、兆豐、王道、臺企銀、三信商銀、新光、中華郵政、遠銀、台新、日盛、中信、陽信、高雄銀行、玉山等。",
    barcodes: "超商三段式條碼",
    barcode: (position, text) => `第 ${position} 段條碼：${text}`,
    enlarge: "放大顯示",
    saveQr: "儲存 QR CODE",
    saveBarcodes: "儲存條碼",
    showTill: "放大給店員掃描",
  },
  en: {
    steps: {
      EASY_WALLET: [
        "On this telephone: press the button above; the wallet opens at this bill.",
        "With another one: open Easy Wallet (悠遊付) → 生活繳費 → 台北市學雜費 → scan the QR code, or type the 16 digits.",
      ],
      PAY_TAIPEI: [
        "On this telephone: press the button above and choose a provider.",
        "Or open PayTaipei → 學雜費 → scan the QR code, or type the 16 digits.",
      ],
      CREDIT_CARD: [
        "On this telephone: press the button above and choose 信用卡繳學費 in i繳費.",
        "With another one: scan the QR code with any scanning app → choose 信用卡繳學費.",
      ],
      ATM: [
        "In your bank’s app: scan the QR code; or save it first and read it from the app.",
        "At a machine: choose transfer, type the bank’s code and the 16 digits; the amount must be exactly this.",
      ],
      CONVENIENCE_STORE: [
        "At the till press “Show at the till”, and turn the telephone sideways.",
        "Have the three barcodes scanned from top to bottom, pay in cash, keep the receipt.",
      ],
    },
    open: {
      EASY_WALLET: "Pay with Easy Wallet",
      PAY_TAIPEI: "Pay with PayTaipei",
      CREDIT_CARD: "Pay by credit card",
    },
    news: {
      EASY_WALLET: "The school knows at once.",
      PAY_TAIPEI: "The school knows after about a day.",
      CREDIT_CARD: "The school knows at once.",
      ATM: "The school knows the same day; fees and limits are your bank’s.",
      CONVENIENCE_STORE:
        "The store tells the school after about 3 days. Please do not pay in another way meanwhile.",
    },
    qrOf: {
      EASY_WALLET: "QR code for Easy Wallet",
      PAY_TAIPEI: "QR code for PayTaipei",
      CREDIT_CARD: "QR code for paying by card",
      ATM: "QR code for a bank transfer (TWQR)",
    },
    bank: "Bank",
    bankAccount: "Account",
    banks:
      "Apps that read it: Taipei Fubon, Bank of Taiwan, Land Bank, TCB, First, Hua Nan, Chang Hwa, SCSB (Android), Mega, O-Bank, TBB, COTA, Shin Kong, Chunghwa Post, Far Eastern, Taishin, Jih Sun, CTBC, Sunny, Bank of Kaohsiung, E.SUN and others.",
    barcodes: "The store’s three barcodes",
    barcode: (position, text) => `Barcode ${position}: ${text}`,
    enlarge: "Enlarge",
    saveQr: "Save the QR code",
    saveBarcodes: "Save the barcodes",
    showTill: "Show at the till",
  },
};
