import type { DataCheck } from "@campus-graph/clients/generated/operations";
import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The class grid: 座號-姓名, 個資確認, 親子帳號1/親子帳號2, 審核. */
interface ReviewWords {
  classes: string;
  noClass: { title: string; lead: string };
  nothingWaits: string;
  nobody: string;
  /** Whoever stands in for the homeroom teacher until then, that day included. */
  deputy(until: string): string;
  deputyOver: string;
  columns: { choose: string; student: string; check: string; account: string; review: string };
  checks: Record<DataCheck, string>;
  glance: { label: string; all: string; waiting: string; bound: string; none: string };
  pick(student: string, guardian: string): string;
  chosen(count: number): string;
  chooseMatching: string;
  chooseNone: string;
  approve: string;
  return: string;
  approveChosen(count: number): string;
  returnChosen(count: number): string;
  working: string;
  reason: string;
  reasonHint: string;
  lastReasons: string;
  /** Offered to who has given none yet. */
  commonReasons: readonly string[];
  send: string;
  cancel: string;
  bound(day: string): string;
  notApplied: string;
  applied(moment: string): string;
  isNew: string;
  approved: string;
  returned(reason: string): string;
  decidedElsewhere: string;
  changed: string;
  was(value: string): string;
  haveSeen: string;
  guardianUnknown: string;
  taken: string;
  samePerson(former: string): string;
  hasAccount: string;
  awaitsOwner: string;
  told(approved: number, returned: number, refused: number): string;
  keys: { title: string; rows: readonly (readonly [key: string, what: string])[] };
}

export const reviewWords: Catalogue<ReviewWords> = {
  "zh-TW": {
    classes: "班級",
    noClass: {
      title: "目前沒有您的班級",
      lead: "註冊組在班級名冊填上您的電子郵件後，班級就會出現在這裡。",
    },
    nothingWaits: "目前沒有待審核的申請。有新的申請時，會自動出現在這裡。",
    nobody: "這個班級還沒有學生。",
    deputy: (until) => `您代理本班導師至 ${until}（含當日）。`,
    deputyOver: "您代理本班導師的期間已經結束。",
    columns: {
      choose: "選取",
      student: "座號-姓名",
      check: "個資確認",
      account: "親子帳號1／親子帳號2",
      review: "審核",
    },
    checks: { MATCH: "資訊正確", MISMATCH: "資訊不符", UNCHECKED: "無法比對" },
    glance: { label: "全班狀況", all: "全部", waiting: "待審核", bound: "已綁定", none: "未申請" },
    pick: (student, guardian) => `選取 ${student} 的申請人 ${guardian}`,
    chosen: (count) => `已選取 ${count} 件`,
    chooseMatching: "選取所有資訊正確的",
    chooseNone: "全部不選",
    approve: "核可",
    return: "退回",
    approveChosen: (count) => `核可 ${count} 件`,
    returnChosen: (count) => `退回 ${count} 件`,
    working: "處理中…",
    reason: "退回事由",
    reasonHint: "家長會看到這段文字，請寫明要更正什麼。按 ↑↓ 可帶入先前用過的事由。",
    lastReasons: "先前用過的事由",
    commonReasons: [
      "申請人不是學生的監護人。",
      "與學生的關係請更正。",
      "姓名或身分證字號與學校資料不符，請更正。",
    ],
    send: "退回",
    cancel: "取消",
    bound: (day) => `${day} 綁定`,
    notApplied: "未申請",
    applied: (moment) => `${moment} 申請`,
    isNew: "新申請",
    approved: "已核可，正在開通帳號",
    returned: (reason) => `已退回：${reason}`,
    decidedElsewhere: "這件申請已在別處處理（或由家長取消）",
    changed: "家長剛修改了這件申請，請重新確認",
    was: (value) => `原為 ${value}`,
    haveSeen: "已重新確認",
    guardianUnknown: "家長資料更新中，請稍候",
    taken: "這個電子郵件是另一個人的登入帳號，無法核可；請退回並請家長改用自己的電子郵件。",
    samePerson: (former) => `確認是同一人：帳號登記的身分證字號為 ${former}，已更正或換號`,
    hasAccount: "這個人另有帳號，核可後會先請帳號本人確認。",
    awaitsOwner: "已核可，等帳號本人確認",
    told: (approved, returned, refused) =>
      [
        approved && `已核可 ${approved} 件`,
        returned && `已退回 ${returned} 件`,
        refused && `${refused} 件沒有完成，原因寫在各列`,
      ]
        .filter(Boolean)
        .join("，"),
    keys: {
      title: "鍵盤操作",
      rows: [
        ["↑ ↓", "上一件、下一件"],
        ["A", "核可"],
        ["R", "退回，並填寫事由"],
        ["空白鍵", "選取"],
        ["Shift+A", "核可所有選取的"],
        ["Shift+R", "退回所有選取的"],
      ],
    },
  },
  en: {
    classes: "Classes",
    noClass: {
      title: "No class is yours at the moment",
      lead: "Once the registrar has entered your e-mail address in the class sheet, the class appears here.",
    },
    nothingWaits: "Nothing waits for review. New applications appear here by themselves.",
    nobody: "There is no student in this class yet.",
    deputy: (until) => `You stand in for the homeroom teacher until ${until}, that day included.`,
    deputyOver: "You do not stand in for this class's homeroom teacher any more.",
    columns: {
      choose: "Choose",
      student: "Seat and name",
      check: "Data check",
      account: "Guardians 1 and 2",
      review: "Review",
    },
    checks: { MATCH: "Matches", MISMATCH: "Does not match", UNCHECKED: "Nothing to check" },
    glance: { label: "The class", all: "All", waiting: "Waiting", bound: "Bound", none: "Not applied" },
    pick: (student, guardian) => `Choose ${guardian}, who applies for ${student}`,
    chosen: (count) => `${count} chosen`,
    chooseMatching: "Choose all that match",
    chooseNone: "Choose none",
    approve: "Approve",
    return: "Return",
    approveChosen: (count) => `Approve ${count}`,
    returnChosen: (count) => `Return ${count}`,
    working: "Working…",
    reason: "Why it is returned",
    reasonHint: "The guardian reads this: say what to correct. ↑↓ bring back reasons that you gave before.",
    lastReasons: "Reasons that you gave before",
    commonReasons: [
      "The applicant is not a guardian of the student.",
      "Please correct the relationship to the student.",
      "Name or national ID differ from the school’s records; please correct them.",
    ],
    send: "Return",
    cancel: "Cancel",
    bound: (day) => `Bound ${day}`,
    notApplied: "Not applied",
    applied: (moment) => `Applied ${moment}`,
    isNew: "New",
    approved: "Approved; the account is being opened",
    returned: (reason) => `Returned: ${reason}`,
    decidedElsewhere: "Decided elsewhere, or taken back by the guardian",
    changed: "The guardian has just changed this: please look again",
    was: (value) => `was ${value}`,
    haveSeen: "I have looked again",
    guardianUnknown: "The guardian’s data is being updated; a moment, please",
    taken:
      "Another person signs in with this e-mail address, so this cannot be approved: return it, and ask for an address of their own.",
    samePerson: (former) => `It is the same person, whose ID on record, ${former}, was corrected or renewed`,
    hasAccount: "This person has another account, whose owner is asked once you approve.",
    awaitsOwner: "Approved; the account’s owner is asked",
    told: (approved, returned, refused) =>
      [
        approved && `${approved} approved`,
        returned && `${returned} returned`,
        refused && `${refused} not done; each row says why`,
      ]
        .filter(Boolean)
        .join(", "),
    keys: {
      title: "By keyboard",
      rows: [
        ["↑ ↓", "the one before, the next one"],
        ["A", "approve"],
        ["R", "return, with a reason"],
        ["Space", "choose"],
        ["Shift+A", "approve all that are chosen"],
        ["Shift+R", "return all that are chosen"],
      ],
    },
  },
};
