import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";
import type { UnreadableReason } from "../sheet/unreadable.js";

/** The columns of a class sheet by their own titles, which the graph knows in any language. */
export const sheetColumns: readonly string[] = [
  "班級",
  "年級",
  "座號",
  "姓名",
  "性別",
  "英文姓名",
  "學號",
  "出生日期",
  "身分證號",
  "導師姓名",
  "導師電子郵件",
  "父親身分證號",
  "母親身分證號",
  "監護人身分證號",
];

interface Counts {
  added: number;
  changed: number;
  moved: number;
  left: number;
}

interface ImportWords {
  title: string;
  choose: string;
  chooseAnother: string;
  dropHint: string;
  read(kind: string, lines: number): string;
  unreadable: Record<UnreadableReason, (line: number) => string>;
  columns: string;
  noTitle(at: number): string;
  notRead: string;
  noProblem: string;
  problems(count: number): string;
  firstOnly(count: number): string;
  line: string;
  who: string;
  column: string;
  cell: string;
  what: string;
  cellOf(line: number, column: string): string;
  asItShould: string;
  leaversAsTheyShould(count: number): string;
  checkAgain: string;
  checkFirst: string;
  openFirst: string;
  download: string;
  corrected: string;
  plan: string;
  noPlanYet: string;
  coming: string;
  changing: string;
  moving: string;
  leaving: string;
  newClasses(names: string): string;
  endingClasses(names: string): string;
  carryOut: string;
  done(counts: Counts): string;
  undo: string;
  saveBefore: string;
  beforeName: string;
  undoHint: string;
  another: string;
}

export const importWords: Catalogue<ImportWords> = {
  "zh-TW": {
    title: "匯入名冊",
    choose: "選擇檔案",
    chooseAnother: "換一個檔案",
    dropHint:
      "或把檔案拖到這裡：CSV（UTF-8、UTF-16、Big5）或 Excel（.xlsx）。檔案先在這台電腦上讀取與檢查，按下匯入前不會更動任何資料。",
    read: (kind, lines) => `${kind}，${lines} 行`,
    unreadable: {
      OLD_EXCEL: () =>
        "這是舊版 Excel（.xls）。請在 Excel 開啟後，選「檔案 → 另存新檔」，檔案類型選「Excel 活頁簿 (.xlsx)」，再匯入新檔。",
      NOT_A_SHEET: () => "這個檔案不是名冊，或已損壞。請匯入 CSV 或 Excel（.xlsx）檔。",
      STRANGE_CHARACTER: (line) =>
        `第 ${line} 行有 Big5 以外的字（多半是自造字），讀出來會變成別的字。請在 Excel 另存為「CSV UTF-8」或 .xlsx 再匯入。`,
      TOO_LARGE: () => "檔案太大（超過 4 MB）。請分成幾個班級的名冊分別匯入。",
      EMPTY: () => "這個檔案裡沒有資料。",
    },
    columns: "欄位",
    noTitle: (at) => `第 ${at} 欄（沒有標題）`,
    notRead: "不匯入",
    noProblem: "名冊沒有問題。",
    problems: (count) => `${count} 處需要處理或留意`,
    firstOnly: (count) => `先列出前 ${count} 處。`,
    line: "行",
    who: "姓名",
    column: "欄位",
    cell: "內容",
    what: "怎麼處理",
    cellOf: (line, column) => `第 ${line} 行的${column}`,
    asItShould: "已確認，就是這樣",
    leaversAsTheyShould: (count) => `已確認，這 ${count} 人離開`,
    checkAgain: "重新檢查",
    checkFirst: "內容改過了，請先重新檢查。",
    openFirst: "還有需要更正或確認的地方。",
    download: "下載更正後的名冊",
    corrected: "更正",
    plan: "匯入後會有的變動",
    noPlanYet: "紅色的地方更正並重新檢查後，這裡會列出誰新進、變更、轉班、離開。",
    coming: "新進",
    changing: "資料變更",
    moving: "轉班",
    leaving: "離開",
    newClasses: (names) => `新設班級：${names}`,
    endingClasses: (names) => `移除班級：${names}`,
    carryOut: "匯入",
    done: ({ added, changed, moved, left }) =>
      `已匯入：新進 ${added} 人，資料變更 ${changed} 人，轉班 ${moved} 人，離開 ${left} 人`,
    undo: "復原",
    saveBefore: "下載匯入前的名冊",
    beforeName: "匯入前的名冊.csv",
    undoHint: "復原時會先列出變動讓您確認。這次新設的班級會一併移除。",
    another: "再匯入一份",
  },
  en: {
    title: "Import a sheet",
    choose: "Choose a file",
    chooseAnother: "Choose another file",
    dropHint:
      "Or drop it here: CSV (UTF-8, UTF-16, Big5) or Excel (.xlsx). It is read and checked first; nothing changes before you press Import.",
    read: (kind, lines) => `${kind}, ${lines} lines`,
    unreadable: {
      OLD_EXCEL: () =>
        "This is old Excel (.xls). Open it in Excel, choose File → Save As, type “Excel Workbook (.xlsx)”, and import the new file.",
      NOT_A_SHEET: () => "This file is no sheet, or is damaged. Import a CSV or an Excel (.xlsx) file.",
      STRANGE_CHARACTER: (line) =>
        `Line ${line} has a character that Big5 does not have (most likely one of the school’s own), which would become another. Save it as “CSV UTF-8” or .xlsx in Excel.`,
      TOO_LARGE: () => "The file is too large (over 4 MB). Import a few classes at a time.",
      EMPTY: () => "There is nothing in this file.",
    },
    columns: "Columns",
    noTitle: (at) => `Column ${at} (no title)`,
    notRead: "Not imported",
    noProblem: "There is nothing wrong with the sheet.",
    problems: (count) => `${count} to correct or to look at`,
    firstOnly: (count) => `The first ${count} are listed.`,
    line: "Line",
    who: "Name",
    column: "Column",
    cell: "Content",
    what: "What to do",
    cellOf: (line, column) => `${column} of line ${line}`,
    asItShould: "It is as it should be",
    leaversAsTheyShould: (count) => `Yes, ${count} leave`,
    checkAgain: "Check again",
    checkFirst: "Cells were changed: check again first.",
    openFirst: "Something is still to be corrected or confirmed.",
    download: "Download the corrected sheet",
    corrected: "corrected",
    plan: "What the import would do",
    noPlanYet:
      "Once what is marked red was corrected and checked again, who comes, changes, moves and leaves is listed here.",
    coming: "Coming",
    changing: "Changing",
    moving: "Moving",
    leaving: "Leaving",
    newClasses: (names) => `New classes: ${names}`,
    endingClasses: (names) => `Classes that end: ${names}`,
    carryOut: "Import",
    done: ({ added, changed, moved, left }) =>
      `Imported: ${added} came, ${changed} changed, ${moved} moved, ${left} left`,
    undo: "Undo",
    saveBefore: "Download the sheet of before",
    beforeName: "sheet-before.csv",
    undoHint: "You see what undoing would do before it is done. A class that this import made ends with it.",
    another: "Import another",
  },
};
