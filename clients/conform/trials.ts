import type { ServerResponse } from "node:http";
import type { Words } from "./words.js";

/** What is done to the answer of a notice, by how manieth of its trial it is; undefined: nothing. */
export type Misbehaviour = (
  count: number,
) => { lose?: boolean; delayMs?: number; instead?: (response: ServerResponse) => void } | undefined;

/** One payment under one kind of trouble. */
export interface Trial {
  name: string;
  description: Words;
  misbehave: Misbehaviour;
  /** Whether the same notice has to come again. */
  wantsAgain: boolean;
  /** A bill that is paid already, instead of a fresh one. */
  isPaid?: boolean;
}

const well: Misbehaviour = () => undefined;

/** As the graph says that it is busy, and refuses for good. */
function refuse(code: string, message: string, details: object = {}) {
  return (response: ServerResponse) => {
    const error = { message, path: ["notifyPayment"], extensions: { code, ...details } };
    response.writeHead(200, { "content-type": "application/graphql-response+json" });
    response.end(JSON.stringify({ data: null, errors: [error] }));
  };
}

/** As the gateway refuses a token that is good no longer. */
function signedOut(response: ServerResponse): void {
  const message = "You are not signed in, or your sign-in is not valid any more. Please sign in.";
  response.writeHead(401, {
    "content-type": "application/graphql-response+json",
    "www-authenticate": "Bearer",
  });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: "UNAUTHENTICATED" } }] }));
}

function unavailable(response: ServerResponse): void {
  response.writeHead(503, { "content-type": "text/html" }).end("<h1>503 Service Unavailable</h1>");
}

/** The graph's own sentence, to which a test holds it. */
export const billNotFound = "No bill has this account number. Check its 16 digits.";

/** How long the trial “limited” says to wait. */
export const limitedSeconds = 3;

/** In this order. */
export const trials: readonly Trial[] = [
  {
    name: "plain",
    description: { "zh-TW": "一筆普通的付款", en: "a payment with nothing in its way" },
    misbehave: well,
    wantsAgain: false,
  },
  {
    name: "lost",
    description: { "zh-TW": "回覆在途中遺失", en: "the answer is lost on the way" },
    misbehave: (count) => (count === 1 ? { lose: true } : undefined),
    wantsAgain: true,
  },
  {
    name: "busy",
    description: { "zh-TW": "系統忙碌（TRY_AGAIN）", en: "the city is busy (TRY_AGAIN)" },
    misbehave: (count) =>
      count === 1
        ? { instead: refuse("TRY_AGAIN", "We are busy just now. Please try again in a moment.") }
        : undefined,
    wantsAgain: true,
  },
  {
    name: "unavailable",
    description: { "zh-TW": "負載平衡器回覆 503", en: "a balancer answers 503" },
    misbehave: (count) => (count === 1 ? { instead: unavailable } : undefined),
    wantsAgain: true,
  },
  {
    name: "slow",
    description: { "zh-TW": "回覆遲了三秒", en: "the answer is three seconds late" },
    misbehave: (count) => (count === 1 ? { delayMs: 3_000 } : undefined),
    wantsAgain: false,
  },
  {
    name: "taking effect",
    description: {
      "zh-TW": "異動尚未全面生效（TAKING_EFFECT）",
      en: "a change takes effect just now (TAKING_EFFECT)",
    },
    misbehave: (count) =>
      count === 1
        ? { instead: refuse("TAKING_EFFECT", "This is taking effect. Please try again in a moment.") }
        : undefined,
    wantsAgain: true,
  },
  {
    name: "limited",
    description: {
      "zh-TW": "嘗試次數過多（TOO_MANY_ATTEMPTS）",
      en: "there were too many attempts (TOO_MANY_ATTEMPTS)",
    },
    misbehave: (count) =>
      count === 1
        ? {
            instead: refuse(
              "TOO_MANY_ATTEMPTS",
              `Too many attempts. Try again in ${limitedSeconds} seconds.`,
              { retryAfterSeconds: limitedSeconds },
            ),
          }
        : undefined,
    wantsAgain: true,
  },
  {
    name: "signed out",
    description: { "zh-TW": "權杖已失效（UNAUTHENTICATED）", en: "the token has ended (UNAUTHENTICATED)" },
    misbehave: (count) => (count === 1 ? { instead: signedOut } : undefined),
    wantsAgain: true,
  },
  {
    name: "refused",
    description: { "zh-TW": "通知被拒絕（BILL_NOT_FOUND）", en: "the notice is refused (BILL_NOT_FOUND)" },
    misbehave: () => ({ instead: refuse("BILL_NOT_FOUND", billNotFound) }),
    wantsAgain: false,
  },
  {
    name: "paid",
    description: { "zh-TW": "繳費單已經繳清", en: "the bill has been paid already" },
    misbehave: well,
    wantsAgain: false,
    isPaid: true,
  },
];
