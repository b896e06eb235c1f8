import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

export type Step = "WHOM" | "WHAT" | "WHEN" | "CHECK";

/** What billing in four steps says. */
interface IssueWords {
  title: string;
  steps: Record<Step, string>;
  stepOf(step: number, name: string): string;
  next: string;
  back: string;
  whom: {
    whole(count: number): string;
    classes: string;
    grade(grade: number): string;
    single: string;
    singleHint: string;
    nobody: string;
    chosen(count: number): string;
    none: string;
  };
  what: {
    title: string;
    titleHint: string;
    titleMissing: string;
    items: string;
    itemName: string;
    amount: string;
    add: string;
    remove(name: string): string;
    itemMissing: string;
    amountWrong: string;
    sum(amount: string): string;
    tooMuch: string;
    perChild: string;
    perChildHint: string;
    perChildTooMany(most: number): string;
    perChildNone: string;
  };
  when: {
    dueDate: string;
    hint: string;
    in(days: number): string;
    reads(day: string, days: number): string;
    wrong(first: string, last: string): string;
  };
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

export const issueWords: Catalogue<IssueWords> = {
  "zh-TW": {
    title: "開立繳費單",
    steps: { WHOM: "對象", WHAT: "內容", WHEN: "期限", CHECK: "確認" },
    stepOf: (step, name) => `第 ${step} 步，共 4 步：${name}`,
    next: "下一步",
    back: "上一步",
    whom: {
      whole: (count) => `全校 ${count.toLocaleString("en")} 位學生`,
      classes: "班級",
      grade: (grade) => `${grade} 年級`,
      single: "另外加上個別學生",
      singleHint: "輸入姓名、學號或班級座號",
      nobody: "本校沒有符合的學生",
      chosen: (count) => `已選 ${count.toLocaleString("en")} 位學生`,
      none: "請至少選擇一個班級或一位學生。",
    },
    what: {
      title: "繳費單名稱",
      titleHint: "家長看到的名稱，例如「115 學年度第 1 學期學雜費」，最多 60 字",
      titleMissing: "請填寫名稱，最多 60 字。",
      items: "收費項目",
      itemName: "項目名稱",
      amount: "金額（元）",
      add: "再加一項",
      remove: (name) => `刪除「${name}」`,
      itemMissing: "請填寫項目名稱，最多 40 字。",
      amountWrong: "請填寫 1 至 1,000,000 之間的整數。",
      sum: (amount) => `每張合計 ${amount}`,
      tooMuch: "每張合計不能超過 NT$1,000,000。",
      perChild: "每位學生的金額不同",
      perChildHint: "在下表填寫各人的金額；留白的學生不開立。",
      perChildTooMany: (most) => `選取的學生在 ${most} 位以內時，才能逐一填寫金額。`,
      perChildNone: "請至少填寫一位學生的金額。",
    },
    when: {
      dueDate: "繳費期限",
      hint: "以臺北的日期計算，當天結束前都可以繳費",
      in: (days) => `${days} 天後`,
      reads: (day, days) => `${day}，${days === 0 ? "就是今天" : `還有 ${days} 天`}`,
      wrong: (first, last) => `請選擇 ${first} 至 ${last} 之間的日期。`,
    },
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
    title: "Issue bills",
    steps: { WHOM: "Whom", WHAT: "What", WHEN: "When", CHECK: "Check" },
    stepOf: (step, name) => `Step ${step} of 4: ${name}`,
    next: "Next",
    back: "Back",
    whom: {
      whole: (count) => `The whole school, ${count.toLocaleString("en")} students`,
      classes: "Classes",
      grade: (grade) => `Grade ${grade}`,
      single: "Single students besides",
      singleHint: "Type a name, a student number, or class and seat",
      nobody: "No such student at this school",
      chosen: (count) => (count === 1 ? "1 student chosen" : `${count.toLocaleString("en")} students chosen`),
      none: "Choose at least one class or one student.",
    },
    what: {
      title: "Title of the bills",
      titleHint: "What the guardians read, such as “Tuition, first term of 2026”; at most 60 characters",
      titleMissing: "Write a title of at most 60 characters.",
      items: "Items",
      itemName: "Item",
      amount: "Amount (NT$)",
      add: "Add an item",
      remove: (name) => `Remove “${name}”`,
      itemMissing: "Name the item, in at most 40 characters.",
      amountWrong: "Write a whole number from 1 to 1,000,000.",
      sum: (amount) => `${amount} each`,
      tooMuch: "A bill cannot ask for more than NT$1,000,000.",
      perChild: "The amount differs by student",
      perChildHint: "Write each student’s amount below; who has none is not billed.",
      perChildTooMany: (most) => `Amounts can be written one by one for up to ${most} students.`,
      perChildNone: "Write an amount for at least one student.",
    },
    when: {
      dueDate: "Last day to pay",
      hint: "A day in Taipei; it can be paid until that day ends",
      in: (days) => `In ${days} days`,
      reads: (day, days) => `${day}: ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}`,
      wrong: (first, last) => `Choose a day from ${first} to ${last}.`,
    },
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
