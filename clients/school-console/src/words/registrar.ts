import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The registrar's room beside the import. */
interface RegistrarWords {
  tabs: { label: string; import: string; classes: string; waiting: string };
  school: string;
  waiting: { title: string; lead: string };
  classes: {
    title: string;
    none: string;
    choose: string;
    student: string;
    number: string;
    guardians: string;
    since(day: string): string;
    pending(count: number): string;
    end: string;
    ended(student: string, guardian: string): string;
    endTitle(student: string, guardian: string, relationship: string): string;
    endLead: string;
    endYes: string;
    endNo: string;
    reason: string;
    reasonHint: string;
    reasonMissing: string;
  };
}

export const registrarWords: Catalogue<RegistrarWords> = {
  "zh-TW": {
    tabs: { label: "註冊組", import: "匯入名冊", classes: "班級與學生", waiting: "待註冊組審核" },
    school: "學校",
    waiting: {
      title: "待註冊組審核",
      lead: "班級沒有導師、申請人就是導師本人，或申請已逾期無人審核時，由註冊組審核。逾期的申請，導師仍可審核。",
    },
    classes: {
      title: "班級與學生",
      none: "學校還沒有班級。匯入名冊後，班級會出現在這裡。",
      choose: "請選擇班級。",
      student: "座號-姓名",
      number: "學號",
      guardians: "已綁定的親子帳號",
      since: (day) => `${day} 綁定`,
      pending: (count) => `另有 ${count} 件申請待審核`,
      end: "解除綁定",
      ended: (student, guardian) => `已解除 ${student} 與 ${guardian} 的綁定`,
      endTitle: (student, guardian, relationship) =>
        `解除 ${student} 與 ${guardian}（${relationship}）的綁定？`,
      endLead: "解除後立即生效：這位家長不再看得到這個孩子與其繳費單，並會收到通知。",
      endYes: "解除綁定",
      endNo: "不解除",
      reason: "解除的原因",
      reasonHint: "留存備查，家長看不到。",
      reasonMissing: "請填寫原因。",
    },
  },
  en: {
    tabs: {
      label: "Registrar",
      import: "Import a sheet",
      classes: "Classes and students",
      waiting: "Waiting for you",
    },
    school: "School",
    waiting: {
      title: "Waiting for the registrar",
      lead: "Where a class has no homeroom teacher, the teacher is who applies, or nobody has decided in time, the registrar decides. What is late the teacher may still decide.",
    },
    classes: {
      title: "Classes and students",
      none: "The school has no class yet. Import a sheet, and its classes appear here.",
      choose: "Choose a class.",
      student: "Seat and name",
      number: "Number",
      guardians: "Guardians bound",
      since: (day) => `Bound ${day}`,
      pending: (count) => `${count} more waiting for review`,
      end: "End the binding",
      ended: (student, guardian) => `${guardian} is not bound to ${student} any more`,
      endTitle: (student, guardian, relationship) =>
        `End the binding of ${guardian} (${relationship}) to ${student}?`,
      endLead:
        "It holds at once: the guardian sees neither the child nor its bills any more, and is told so.",
      endYes: "End the binding",
      endNo: "Leave it",
      reason: "Why it ends",
      reasonHint: "It is kept, and not shown to the guardian.",
      reasonMissing: "Say why.",
    },
  },
};
