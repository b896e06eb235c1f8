import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** Who stands in for a class's homeroom teacher. */
interface DeputyWords {
  title: string;
  none: string;
  /** Both days included. */
  days(from: string, until: string): string;
  somebody: string;
  assign: string;
  email: string;
  emailHint: string;
  from: string;
  until: string;
  missing: string;
  save: string;
  leave: string;
  assigned(name: string): string;
  end: string;
  endTitle(name: string): string;
  endLead: string;
  endYes: string;
  endNo: string;
  ended(name: string): string;
}

export const deputyWords: Catalogue<DeputyWords> = {
  "zh-TW": {
    title: "代理導師",
    none: "目前沒有代理導師。",
    days: (from, until) => (from === until ? `${from} 當日` : `${from} 至 ${until}（含當日）`),
    somebody: "本校教師",
    assign: "指派代理導師",
    email: "代理導師的電子郵件",
    emailHint: "須為本校在職教師登入用的電子郵件。",
    from: "第一天",
    until: "最後一天",
    missing: "請填寫電子郵件、第一天與最後一天。",
    save: "指派",
    leave: "取消",
    assigned: (name) => `已指派 ${name} 為代理導師`,
    end: "結束代理",
    endTitle: (name) => `結束 ${name} 的代理？`,
    endLead: "結束後立即生效：這位教師不再看得到這個班級，也不能審核其申請。",
    endYes: "結束代理",
    endNo: "不結束",
    ended: (name) => `已結束 ${name} 的代理`,
  },
  en: {
    title: "Deputies",
    none: "Nobody stands in for the homeroom teacher.",
    days: (from, until) => (from === until ? `on ${from}` : `from ${from} to ${until}, both included`),
    somebody: "A teacher of this school",
    assign: "Assign a deputy",
    email: "The deputy’s e-mail address",
    emailHint: "The one by which a teacher of this school signs in.",
    from: "First day",
    until: "Last day",
    missing: "Fill in the e-mail address, the first day and the last.",
    save: "Assign",
    leave: "Cancel",
    assigned: (name) => `${name} is assigned`,
    end: "End it",
    endTitle: (name) => `End that ${name} stands in?`,
    endLead: "It holds at once: this teacher sees the class no more, and decides none of its requests.",
    endYes: "End it",
    endNo: "Leave it",
    ended: (name) => `${name} does not stand in any more`,
  },
};
