import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

interface PerStatus {
  DRAFT: string;
  PENDING: string;
  RETURNED: string;
  APPROVED: string;
  BOUND: string;
  PROVISION_FAILED: string;
  CANCELLED: string;
  REVOKED: string;
}

/** Support: what somebody's account, messages and requests are in, and nothing of the person. */
interface SupportWords {
  title: string;
  lead: string;
  number: string;
  numberHint: string;
  find: string;
  missing: string;
  none: string;
  found: string;
  account: string;
  messages: string;
  noMessages: string;
  message: string;
  way: string;
  state: string;
  written: string;
  givenUp: string;
  tries: string;
  messageStates: { WAITING: string; GIVEN_UP: string };
  requests: string;
  noRequests: string;
  request: string;
  status: string;
  applied: string;
  decided: string;
  statuses: PerStatus;
}

export const supportWords: Catalogue<SupportWords> = {
  "zh-TW": {
    title: "查詢處理狀態",
    lead: "請對方念出家長頁面「我的」上的客服編號。這裡只看得到狀態與時間，看不到姓名、信箱、電話或證號；每次查詢都會留下紀錄。",
    number: "客服編號",
    numberHint: "對方登入家長頁面後，在「我的」可以看到。",
    find: "查詢",
    missing: "請先填寫客服編號。",
    none: "查無此編號，或與您服務的學校無關。",
    found: "查詢結果",
    account: "帳號",
    messages: "尚未送達的訊息",
    noMessages: "沒有等待寄送或未送達的訊息。",
    message: "訊息",
    way: "方式",
    state: "狀態",
    written: "建立時間",
    givenUp: "停止嘗試",
    tries: "嘗試次數",
    messageStates: { WAITING: "等待寄送", GIVEN_UP: "未送達，可請資訊組重送" },
    requests: "綁定申請",
    noRequests: "沒有綁定申請。",
    request: "申請編號",
    status: "狀態",
    applied: "送出時間",
    decided: "審核時間",
    statuses: {
      DRAFT: "尚未送出",
      PENDING: "等待導師審核",
      RETURNED: "已退回，請家長更正",
      APPROVED: "已核可，準備帳號中",
      BOUND: "已完成綁定",
      PROVISION_FAILED: "未能建立帳號，請家長更正後再送",
      CANCELLED: "家長已取消",
      REVOKED: "綁定已解除",
    },
  },
  en: {
    title: "What became of it",
    lead: "Ask for the support number on the parents’ page “Me”. You see states and times, and no name, address or ID; each search is written down.",
    number: "Support number",
    numberHint: "It stands on the parents’ page “Me”, once they have signed in.",
    find: "Look up",
    missing: "Fill in the support number first.",
    none: "There is no such number, or it has nothing to do with your school.",
    found: "What was found",
    account: "Account",
    messages: "Messages that have not arrived",
    noMessages: "No message waits or was given up.",
    message: "Message",
    way: "By",
    state: "State",
    written: "Written",
    givenUp: "Given up",
    tries: "Tries",
    messageStates: { WAITING: "Waits to be sent", GIVEN_UP: "Given up: the IT office can send it again" },
    requests: "Requests",
    noRequests: "There is no request.",
    request: "Request",
    status: "State",
    applied: "Sent in",
    decided: "Decided",
    statuses: {
      DRAFT: "Not sent in yet",
      PENDING: "Waits for the homeroom teacher",
      RETURNED: "Returned: the guardian corrects it",
      APPROVED: "Approved: the account is being prepared",
      BOUND: "Bound",
      PROVISION_FAILED: "No account could be made: the guardian corrects it and sends it again",
      CANCELLED: "Cancelled by the guardian",
      REVOKED: "The binding was ended",
    },
  },
};
