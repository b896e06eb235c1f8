import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** What the last step of billing says: the preview, the run, and what came of it. */
export interface IssueCheckWords {
  check: {
    summary(bills: number, amount: string): string;
    items: string;
    due: string;
    odd: string;
    nothingOdd: string;
    oddCount(count: number): string;
    again(count: number): string;
    list: string;
    reading(done: number, total: number): string;
    issue(bills: number): string;
    warnings: Readonly<Record<string, string>>;
    columns: { student: string; seat: string; amount: string; odd: string };
  };
  run: {
    title: string;
    stopped: string;
    progress(done: number, total: number): string;
    cut(done: number, total: number): string;
    cutHint: string;
    goOn: string;
    giveUp: string;
    leave: string;
  };
  result: {
    title: string;
    issued(count: number, amount: string): string;
    told: string;
    refused(count: number): string;
    reason: string;
    notSent: string;
    retry(count: number): string;
    again(count: number): string;
    see: string;
    csv: string;
    anew: string;
    outcome: string;
    ok: string;
  };
}

export const issueCheckWords: Catalogue<IssueCheckWords> = {
  "zh-TW": {
    check: {
      summary: (bills, amount) => `將開立 ${bills.toLocaleString("en")} 張，共 ${amount}`,
      items: "項目",
      due: "繳費期限",
      odd: "請留意",
      nothingOdd: "沒有異常。",
      oddCount: (count) => `${count.toLocaleString("en")} 位`,
      again: (count) => `這 ${count} 位學生剛剛才開立過相同的繳費單，仍要再開一張`,
      list: "每位學生",
      reading: (done, total) => `核對中…${done} / ${total}`,
      issue: (bills) => `開立 ${bills.toLocaleString("en")} 張繳費單`,
      warnings: {
        NO_GUARDIAN_BOUND: "沒有家長綁定，不會收到通知",
        BILLED_BEFORE: "已有相同名稱的繳費單",
        ALREADY_BILLED: "十分鐘內開立過相同的繳費單",
        STUDENT_NOT_AT_SCHOOL: "已不在本校，不會開立",
      },
      columns: { student: "學生", seat: "班級座號", amount: "金額", odd: "請留意" },
    },
    run: {
      title: "開立中",
      stopped: "開立中斷",
      progress: (done, total) => `已處理 ${done.toLocaleString("en")} / ${total.toLocaleString("en")} 位`,
      cut: (done, total) => `中斷在 ${done.toLocaleString("en")} / ${total.toLocaleString("en")} 位`,
      cutHint: "已開立的不會重複開立，按「繼續」會從中斷的地方接著做。",
      goOn: "繼續開立",
      giveUp: "其餘不開立",
      leave: "開立完成前請不要關閉這個分頁。",
    },
    result: {
      title: "開立結果",
      issued: (count, amount) => `已開立 ${count.toLocaleString("en")} 張，共 ${amount}`,
      told: "已綁定的家長會立刻收到通知。",
      refused: (count) => `${count.toLocaleString("en")} 位沒有開立`,
      reason: "原因",
      notSent: "您選擇不開立",
      retry: (count) => `再試這 ${count} 位`,
      again: (count) => `仍要開立給剛開立過的 ${count} 位`,
      see: "查看這些繳費單",
      csv: "下載結果（CSV）",
      anew: "開立另一批",
      outcome: "結果",
      ok: "已開立",
    },
  },
  en: {
    check: {
      summary: (bills, amount) =>
        bills === 1 ? `1 bill, ${amount}` : `${bills.toLocaleString("en")} bills, ${amount} in all`,
      items: "Items",
      due: "Last day to pay",
      odd: "Please note",
      nothingOdd: "Nothing is odd.",
      oddCount: (count) => (count === 1 ? "1 student" : `${count.toLocaleString("en")} students`),
      again: (count) =>
        count === 1
          ? "1 student was given an equal bill just now. Issue another one all the same"
          : `${count} students were given an equal bill just now. Issue another one all the same`,
      list: "Every student",
      reading: (done, total) => `Checking… ${done} of ${total}`,
      issue: (bills) => (bills === 1 ? "Issue 1 bill" : `Issue ${bills.toLocaleString("en")} bills`),
      warnings: {
        NO_GUARDIAN_BOUND: "No guardian bound, so nobody is notified",
        BILLED_BEFORE: "Has a bill of the same title already",
        ALREADY_BILLED: "Was given an equal bill in the last ten minutes",
        STUDENT_NOT_AT_SCHOOL: "Is not at the school any more, and is not billed",
      },
      columns: { student: "Student", seat: "Class, seat", amount: "Amount", odd: "Please note" },
    },
    run: {
      title: "Issuing",
      stopped: "Issuing was interrupted",
      progress: (done, total) =>
        `${done.toLocaleString("en")} of ${total.toLocaleString("en")} students done`,
      cut: (done, total) =>
        `Interrupted at ${done.toLocaleString("en")} of ${total.toLocaleString("en")} students`,
      cutHint: "Nobody is billed twice: going on takes up where it was interrupted.",
      goOn: "Go on",
      giveUp: "Leave out the rest",
      leave: "Please keep this tab open until it is done.",
    },
    result: {
      title: "What was issued",
      issued: (count, amount) =>
        count === 1
          ? `1 bill issued, ${amount}`
          : `${count.toLocaleString("en")} bills issued, ${amount} in all`,
      told: "Guardians who are bound are notified at once.",
      refused: (count) =>
        count === 1 ? "1 student was not billed" : `${count.toLocaleString("en")} students were not billed`,
      reason: "Why",
      notSent: "You chose not to",
      retry: (count) => (count === 1 ? "Try this one again" : `Try these ${count} again`),
      again: (count) => `Bill the ${count} who have just been billed all the same`,
      see: "See these bills",
      csv: "Download the results (CSV)",
      anew: "Issue others",
      outcome: "Outcome",
      ok: "issued",
    },
  },
};
