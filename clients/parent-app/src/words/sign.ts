import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** Step 4: all of it once more, and the signature. */
interface SignWords {
  title: string;
  students: string;
  guardian: string;
  edit: string;
  signature: string;
  signatureHint: string;
  undo: string;
  clear: string;
  empty: string;
  strokes(count: number): string;
  byCode: string;
  byCodeHint: string;
  byHand: string;
  signedByCode: string;
  send: string;
  declareAgain: string;
}

export const signWords: Catalogue<SignWords> = {
  "zh-TW": {
    title: "確認並簽名",
    students: "學生資料",
    guardian: "家長資料",
    edit: "修改",
    signature: "電子簽章",
    signatureHint: "請用手指或滑鼠在框內簽上您的姓名。",
    undo: "復原一筆",
    clear: "清除",
    empty: "請先簽名，再送出。",
    strokes: (count) => (count === 0 ? "還沒有簽名" : `已簽 ${count} 筆`),
    byCode: "無法手寫？改用驗證碼簽署",
    byCodeHint: "我們會再寄一組新的驗證碼，輸入後視同您的簽名。",
    byHand: "改回手寫簽名",
    signedByCode: "已用驗證碼簽署，請送出資料。",
    send: "送出資料",
    declareAgain: "請重新確認家長資料",
  },
  en: {
    title: "Check and sign",
    students: "Students",
    guardian: "You",
    edit: "Change",
    signature: "Signature",
    signatureHint: "Sign your name in the frame, with a finger or the mouse.",
    undo: "Undo a stroke",
    clear: "Clear",
    empty: "Please sign before you send.",
    strokes: (count) => (count === 0 ? "Not signed yet" : count === 1 ? "1 stroke" : `${count} strokes`),
    byCode: "You cannot draw? Sign with a code",
    byCodeHint: "We mail a fresh code; entering it counts as your signature.",
    byHand: "Draw instead",
    signedByCode: "Signed with a code. You can send it now.",
    send: "Send",
    declareAgain: "Please confirm your data again",
  },
};
