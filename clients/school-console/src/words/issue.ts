import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";
import { type IssueCheckWords, issueCheckWords } from "./issue-check.js";

export type Step = "WHOM" | "WHAT" | "WHEN" | "CHECK";

/** What billing in four steps says. */
interface IssueWords extends IssueCheckWords {
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
}

export const issueWords: Catalogue<IssueWords> = {
  "zh-TW": {
    ...issueCheckWords["zh-TW"],
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
  },
  en: {
    ...issueCheckWords.en,
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
  },
};
