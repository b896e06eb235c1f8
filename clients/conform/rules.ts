import { isListed } from "./listed-operations.js";
import {
  distinct,
  hasReported,
  hasRequested,
  lookUpBefore,
  noticesIn,
  type Recorded,
  trialsOf,
} from "./record.js";
import { limitedSeconds, trials } from "./trials.js";
import type { Words } from "./words.js";

/** What a partner's program has to keep to. */
export interface Rule {
  name: string;
  /** What holds of a program that keeps it. */
  description: Words;
  remedy: Words;
  /** Whether the program came to do what the rule is about; nothing is known of it otherwise. */
  isSeen(recorded: Recorded): boolean;
  /** What was seen against it, each with where; none of a program that keeps it. */
  faults(recorded: Recorded, partner: string): string[];
}

const mostClockSkewMs = 60_000;

export const rules: readonly Rule[] = [
  {
    name: "token",
    description: { "zh-TW": "以自己的權杖提問", en: "asks with a token of its own" },
    remedy: {
      "zh-TW": "以自己的 client id 及金鑰向 /sso/token 取得權杖（client_credentials）。",
      en: "Get a token at /sso/token by client_credentials, with your own client id and key.",
    },
    isSeen: hasRequested,
    faults: ({ operations }, partner) =>
      distinct(
        operations
          .filter(({ clientId }) => clientId !== partner)
          .map(({ clientId }) => `as ${clientId ?? "nobody"}`),
      ),
  },
  {
    name: "operations",
    description: { "zh-TW": "只送出登錄過的操作", en: "sends listed operations only" },
    remedy: {
      "zh-TW": "照 clients/operations/wallet 的 PayableBill 與 NotifyPayment 送出；正式環境不執行其他操作。",
      en: "Send PayableBill and NotifyPayment of clients/operations/wallet as they stand: production runs no others.",
    },
    isSeen: hasRequested,
    faults: ({ operations }) =>
      distinct(
        operations
          .filter(({ query }) => !isListed(query))
          .map(({ query }) => query.replace(/\s+/g, " ").slice(0, 80)),
      ),
  },
  {
    name: "look-up",
    description: { "zh-TW": "付款前先查詢繳費單", en: "asks for the bill before it tells of a payment" },
    remedy: {
      "zh-TW": "先以 billByAccountNumber 查詢，讓付款人看過再付款。",
      en: "Ask billByAccountNumber first, and show the payer what it answers.",
    },
    isSeen: hasReported,
    faults: (recorded) =>
      trialsOf(recorded.notices.filter((notice) => lookUpBefore(recorded, notice) === undefined)),
  },
  {
    name: "amount",
    description: { "zh-TW": "付款金額就是查到的金額", en: "pays the amount that the look-up answered" },
    remedy: {
      "zh-TW": "以查詢所得的 amount 收款，不要用條碼上或自行保存的金額。",
      en: "Take the money of exactly the amount that the look-up answered, not one from a barcode or a list of yours.",
    },
    isSeen: (recorded) =>
      recorded.notices.some((notice) => lookUpBefore(recorded, notice)?.amount !== undefined),
    faults: (recorded) =>
      recorded.notices.flatMap((notice) => {
        const seen = lookUpBefore(recorded, notice)?.amount;
        return seen === undefined || seen === notice.input.amount
          ? []
          : [`${notice.trial}: ${notice.input.amount} instead of ${seen}`];
      }),
  },
  {
    name: "signature",
    description: { "zh-TW": "證明可以驗證", en: "signs a proof that verifies" },
    remedy: {
      "zh-TW": "以登錄的金鑰（ES256）簽署 input 的 RFC 8785 形式，paidAt 寫成 UTC 毫秒，中段留空。",
      en: "Sign the RFC 8785 form of input with the registered key (ES256), paidAt in UTC with milliseconds, the middle part left empty.",
    },
    isSeen: ({ notices }) => notices.some(({ answered }) => answered !== undefined),
    faults: ({ notices }) =>
      notices.flatMap(({ trial, answered }) =>
        answered?.code === "BAD_SIGNATURE"
          ? [`${trial}: ${answered.fault ?? "BAD_SIGNATURE"} ${answered.explanation ?? ""}`.trim()]
          : [],
      ),
  },
  {
    name: "clock",
    description: { "zh-TW": "時鐘與時區正確", en: "has the right time" },
    remedy: {
      "zh-TW": "以 NTP 校時；iat 是 UTC 秒數，paidAt 要含時區。",
      en: "Set the clock by NTP; iat is in UTC seconds, and paidAt carries its zone.",
    },
    isSeen: hasReported,
    faults: ({ notices }) =>
      notices.flatMap(({ trial, at, header, answered }) => {
        if (answered?.code === "BAD_INPUT" && answered.field === "paidAt") return [`${trial}: paidAt`];
        const skewMs = Number(header.iat) * 1000 - at.getTime();
        if (answered?.code !== "CLOCK_SKEW" && !(Math.abs(skewMs) > mostClockSkewMs)) return [];
        return [`${trial}: ${Math.round(skewMs / 1000)} s`];
      }),
  },
  {
    name: "retries",
    description: { "zh-TW": "沒有得到回覆的通知會再送出", en: "sends a notice again until it is answered" },
    remedy: {
      "zh-TW":
        "收款後先存檔；逾時、斷線、5xx、TRY_AGAIN、TAKING_EFFECT、TOO_MANY_ATTEMPTS、UNAUTHENTICATED（先換權杖）都要再送出，每次間隔加長。",
      en: "Write the payment down first; after a time-out, a cut, a 5xx, TRY_AGAIN, TAKING_EFFECT, TOO_MANY_ATTEMPTS or (with a new token) UNAUTHENTICATED send it again, waiting longer each time.",
    },
    isSeen: (recorded) =>
      trials.every(({ name, wantsAgain }) => !wantsAgain || noticesIn(recorded, name).length > 0),
    faults: (recorded) =>
      trials
        .filter(({ name, wantsAgain }) => wantsAgain && noticesIn(recorded, name).length === 1)
        .map(({ name }) => name),
  },
  {
    name: "wait",
    description: { "zh-TW": "依 retryAfterSeconds 等候", en: "waits as long as retryAfterSeconds says" },
    remedy: {
      "zh-TW": "收到 TOO_MANY_ATTEMPTS 時，等候 extensions.retryAfterSeconds 秒後再送出。",
      en: "After TOO_MANY_ATTEMPTS, wait for extensions.retryAfterSeconds before it is sent again.",
    },
    isSeen: (recorded) => noticesIn(recorded, "limited").length > 1,
    faults: (recorded) => {
      const [first, second] = noticesIn(recorded, "limited");
      const seconds = first && second ? (second.at.getTime() - first.at.getTime()) / 1000 : limitedSeconds;
      return seconds < limitedSeconds
        ? [`limited: ${seconds.toFixed(1)} s instead of ${limitedSeconds}`]
        : [];
    },
  },
  {
    name: "renewed token",
    description: { "zh-TW": "權杖失效後換新再送", en: "gets a new token where its own has ended" },
    remedy: {
      "zh-TW": "收到 UNAUTHENTICATED（401）時，重新取得權杖，再以同一內容送出；權杖效期為五分鐘。",
      en: "After UNAUTHENTICATED (401), get a new token and send the same again: tokens last five minutes.",
    },
    isSeen: (recorded) => noticesIn(recorded, "signed out").length > 1,
    faults: (recorded) => {
      const [first, second] = noticesIn(recorded, "signed out");
      return second !== undefined && second.token === first?.token ? ["signed out: the same token"] : [];
    },
  },
  {
    name: "same notice",
    description: { "zh-TW": "再送出的是同一筆通知", en: "sends the same notice again, not another" },
    remedy: {
      "zh-TW": "再送出時沿用原來的 transactionNumber 與全部內容，否則會成為第二筆付款。",
      en: "Send it again under its own transactionNumber, with nothing changed: anything else is a second payment.",
    },
    isSeen: hasReportedAgain,
    faults: (recorded) =>
      trials
        .map(({ name }) => name)
        .filter((name) => {
          const inputs = noticesIn(recorded, name).map(({ input }) =>
            JSON.stringify(Object.entries(input).sort()),
          );
          return new Set(inputs).size > 1;
        }),
  },
  {
    name: "replay",
    description: { "zh-TW": "每次送出都另做證明", en: "makes a fresh proof for each sending" },
    remedy: {
      "zh-TW": "每次送出都用新的 nonce 與 iat 重新簽署；舊的證明十分鐘後失效。",
      en: "Sign anew for each sending, with a new nonce and iat: an old proof ends after ten minutes.",
    },
    isSeen: hasReportedAgain,
    faults: ({ notices }) =>
      trialsOf(
        notices.filter(
          // A refused token is refused before a proof is read, which then is as fresh as it was.
          ({ header, trial }, at) =>
            trial !== "signed out" && notices.findIndex((each) => each.header.nonce === header.nonce) < at,
        ),
      ),
  },
  {
    name: "own number",
    description: { "zh-TW": "每筆付款各有編號", en: "has a number of its own for each payment" },
    remedy: {
      "zh-TW": "每筆付款用不同的 transactionNumber，重新啟動後也不重複。",
      en: "Give each payment a transactionNumber of its own, after a restart too.",
    },
    isSeen: ({ notices }) => distinct(notices.map(({ input }) => input.accountNumber)).length > 1,
    faults: ({ notices }) =>
      trialsOf(
        notices.filter(
          ({ input, answered }) =>
            answered?.code === "TRANSACTION_CONFLICT" ||
            notices.some(
              (each) =>
                each.input.transactionNumber === input.transactionNumber &&
                each.input.accountNumber !== input.accountNumber,
            ),
        ),
      ),
  },
  {
    name: "refusals",
    description: {
      "zh-TW": "被拒絕的通知不會原樣再送",
      en: "does not send a refused notice again as it was",
    },
    remedy: {
      "zh-TW": "BILL_NOT_FOUND 等拒絕不會因重送而改變：停止，並由人處理。",
      en: "A refusal such as BILL_NOT_FOUND stays one however often it is sent: stop, and have somebody look.",
    },
    isSeen: (recorded) => noticesIn(recorded, "refused").length > 0,
    faults: (recorded) => {
      const { length } = noticesIn(recorded, "refused");
      return length > 1 ? [`${length} times`] : [];
    },
  },
  {
    name: "paid bill",
    description: { "zh-TW": "不收已繳清的繳費單", en: "takes no money for a bill that needs none" },
    remedy: {
      "zh-TW": "status 不是 UNPAID，或 channels 沒有貴公司的通路時，不要收款。",
      en: "Take no money where status is not UNPAID, or your channel is not among channels.",
    },
    isSeen: ({ lookUps, notices }) => [...lookUps, ...notices].some(({ trial }) => trial === "paid"),
    faults: (recorded) =>
      trialsOf(recorded.notices.filter((notice) => lookUpBefore(recorded, notice)?.isPayable === false)),
  },
];

/** Whether one payment was reported more than once, as most trials want. */
function hasReportedAgain(recorded: Recorded): boolean {
  return trials.some(({ name }) => noticesIn(recorded, name).length > 1);
}
