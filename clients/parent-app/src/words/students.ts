import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** Step 2: which students, and what the guardian is to each. */
interface StudentsWords {
  title: string;
  lead: string;
  chosen: string;
  relationship: string;
  legal: string;
  guardian: string;
  other: string;
  otherHint: string;
  level: string;
  id: string;
  idHint: string;
  verify: string;
  verified: string;
  badId: string;
  school: string;
  search: string;
  searchHint: string;
  noSchool: string;
  chosenSchool: string;
  moreSchools(count: number): string;
  chooseFirst: string;
  noMatch: string;
  confirmTitle: string;
  confirmYes: string;
  confirmNo: string;
  add: string;
  remove(name: string): string;
  cancel: string;
}

export const studentsWords: Catalogue<StudentsWords> = {
  "zh-TW": {
    title: "要綁定的學生",
    lead: "若要綁定多位學生，請先填一位，完成後再新增。",
    chosen: "已加入的學生",
    relationship: "您與學生的關係",
    legal: "法定代理人",
    guardian: "監護人",
    other: "請說明關係",
    otherHint: "例如：姑姑、寄養家庭。最多 20 個字。",
    level: "學生的學層",
    id: "學生的身分證字號",
    idHint: "或居留證號碼",
    verify: "驗證",
    verified: "號碼格式正確，請選擇學校。",
    badId: "身分證字號不正確，請再核對一次。",
    school: "學生所在的學校",
    search: "搜尋學校名稱",
    searchHint: "輸入校名的一部分，例如：內湖",
    chosenSchool: "已選擇",
    noSchool: "沒有符合的學校，請換個字試試。",
    moreSchools: (count) => `還有 ${count} 所，請輸入校名縮小範圍。`,
    chooseFirst: "請選擇一項。",
    noMatch: "查不到這位學生。請確認身分證字號、學層和學校都正確；仍查不到，請洽學校註冊組。",
    confirmTitle: "請確認學生資訊",
    confirmYes: "是這位學生，加入",
    confirmNo: "不是，回去修改",
    add: "新增綁定學生",
    remove: (name) => `移除 ${name}`,
    cancel: "先不新增",
  },
  en: {
    title: "The students",
    lead: "For several children, fill in one first and add the others after that.",
    chosen: "Students added",
    relationship: "What you are to the student",
    legal: "Legal representative",
    guardian: "Guardian",
    other: "Please say what you are",
    otherHint: "Such as aunt or foster family; at most 20 characters.",
    level: "The student’s level",
    id: "The student’s national ID",
    idHint: "or resident certificate number",
    verify: "Check",
    verified: "The number is well formed. Choose the school.",
    badId: "That is not a valid number. Please check it.",
    school: "The student’s school",
    search: "Search by name",
    searchHint: "A part of its Chinese name, such as 內湖",
    chosenSchool: "Chosen:",
    noSchool: "No school matches; try another part of the name.",
    moreSchools: (count) => `${count} more: type a part of the name.`,
    chooseFirst: "Please choose one.",
    noMatch:
      "No such student was found. Check the ID, the level and the school; if all are right, ask the school’s registrar’s office.",
    confirmTitle: "Is this the student?",
    confirmYes: "Yes, add",
    confirmNo: "No, go back",
    add: "Add another student",
    remove: (name) => `Remove ${name}`,
    cancel: "Not now",
  },
};
