import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** A sheet of staff, from the file to the books. */
interface StaffImportWords {
  title(place: string): string;
  lead: string;
  example: string;
  exampleName: string;
  back: string;
  chooseSchool: string;
  plan(count: number): string;
  outcome: string;
  outcomes: { APPOINTED: string; AWAITS_APPROVAL: string; HELD: string };
  nothingToDo: string;
  carryOut: string;
  openFirst: string;
  done(appointed: number, awaiting: number): string;
}

export const staffImportWords: Catalogue<StaffImportWords> = {
  "zh-TW": {
    title: (place) => `匯入人員名單：${place}`,
    lead: "欄位：姓名、電子郵件、職務，需要時加上開始日期、結束日期；最多 100 人。有一行不對，就全部不匯入。",
    example: "下載範例",
    exampleName: "人員名單範例.csv",
    back: "回到人員職務",
    chooseSchool: "請先在上方選擇學校。",
    plan: (count) => `匯入後的 ${count} 項職務`,
    outcome: "結果",
    outcomes: { APPOINTED: "任命", AWAITS_APPROVAL: "提出，待另一位同仁核可", HELD: "已有此職務，不變" },
    nothingToDo: "名單上的人都已有這些職務，沒有要匯入的。",
    carryOut: "匯入",
    openFirst: "還有需要更正的地方。",
    done: (appointed, awaiting) =>
      awaiting > 0 ? `已任命 ${appointed} 項職務，另有 ${awaiting} 項待核可` : `已任命 ${appointed} 項職務`,
  },
  en: {
    title: (place) => `Import a sheet of staff: ${place}`,
    lead: "Columns: 姓名 (name), 電子郵件 (e-mail), 職務 (role), and if wanted 開始日期 (from), 結束日期 (until). Up to 100 people. With one wrong line nobody is appointed.",
    example: "Download an example",
    exampleName: "staff-example.csv",
    back: "Back to staff",
    chooseSchool: "Choose a school above first.",
    plan: (count) => `The ${count} roles of the sheet`,
    outcome: "Outcome",
    outcomes: {
      APPOINTED: "Appointed",
      AWAITS_APPROVAL: "Proposed: another person approves",
      HELD: "Held already, nothing is done",
    },
    nothingToDo: "Everybody on the sheet holds these roles already: there is nothing to import.",
    carryOut: "Import",
    openFirst: "Something is still to be corrected.",
    done: (appointed, awaiting) =>
      awaiting > 0
        ? `${appointed} roles are given, and ${awaiting} await approval`
        : `${appointed} roles are given`,
  },
};
