import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

interface PerState {
  AWAITS_APPROVAL: string;
  COMING: string;
  IN_EFFECT: string;
  OVER: string;
}

/** Who is what at a school, and who appoints them. */
interface StaffWords {
  tab: string;
  wholeCity: string;
  title: string;
  lead: string;
  bureauLead: string;
  appointNew: string;
  importSheet: string;
  onlyRole: string;
  everyRole: string;
  onlyAwaiting: string;
  withPast: string;
  caption: string;
  none: string;
  who: string;
  role: string;
  class: string;
  school: string;
  from: string;
  until: string;
  state: string;
  act: string;
  ofTheCity: string;
  withoutEnd: string;
  states: PerState;
  endsFrom(day: string): string;
  own: string;
  awaitsAnother: string;
  next: string;
  first: string;
  /** Whose role it is, as buttons and dialogs say it. */
  whose(name: string, role: string): string;
  appoint: {
    title(place: string): string;
    email: string;
    emailHint: string;
    name: string;
    role: string;
    class: string;
    noClass: string;
    from: string;
    fromHint: string;
    until: string;
    untilHint: string;
    needsApproval: string;
    submit: string;
    leave: string;
    missing: string;
    done(whose: string): string;
    proposed(whose: string): string;
  };
  approve: {
    act: string;
    title(whose: string): string;
    lead(email: string): string;
    days(from: string, until: string): string;
    yes: string;
    no: string;
    done(whose: string): string;
  };
  end: {
    act: string;
    withdraw: string;
    title(whose: string): string;
    withdrawTitle(whose: string): string;
    lead: string;
    withdrawLead: string;
    on: string;
    onHint: string;
    no: string;
    done(whose: string): string;
    doneLater(whose: string, day: string): string;
  };
  undo: { act: string; done(whose: string): string };
  reset: { act: string; done(name: string): string };
}

export const staffWords: Catalogue<StaffWords> = {
  "zh-TW": {
    tab: "人員職務",
    wholeCity: "全市（各校與教育局）",
    title: "人員職務",
    lead: "貴校的導師、註冊組、出納組、資訊組與客服：誰任什麼職務、從哪天到哪天。註冊組、出納組、資訊組須由另一位同仁核可才生效。",
    bureauLead:
      "各校人員與教育局同仁的職務。選擇學校可任命該校人員；選擇全市可任命教育局與全市客服，並查看各校待核可的任命。",
    appointNew: "任命一人",
    importSheet: "匯入名單",
    onlyRole: "職務",
    everyRole: "所有職務",
    onlyAwaiting: "只看待核可",
    withPast: "包含已結束",
    caption: "人員職務",
    none: "沒有符合的職務。",
    who: "人員",
    role: "職務",
    class: "班級",
    school: "學校",
    from: "第一天",
    until: "最後一天",
    state: "狀態",
    act: "處理",
    ofTheCity: "全市",
    withoutEnd: "不設期限",
    states: { AWAITS_APPROVAL: "待核可", COMING: "尚未開始", IN_EFFECT: "任職中", OVER: "已結束" },
    endsFrom: (day) => `自 ${day} 起結束`,
    own: "您自己的職務，須由其他同仁處理",
    awaitsAnother: "由您提出，須由其他同仁核可",
    next: "下一頁",
    first: "回到第一頁",
    whose: (name, role) => `${name}（${role}）`,
    appoint: {
      title: (place) => `任命人員：${place}`,
      email: "電子信箱",
      emailHint: "本人的登入帳號。已有帳號的人（包括家長）會在原帳號加上這個職務。",
      name: "姓名",
      role: "職務",
      class: "擔任導師的班級",
      noClass: "依名冊，或之後再指定",
      from: "第一天",
      fromHint: "不填就從今天開始。",
      until: "最後一天",
      untilHint: "代理或約聘人員請填；不填就不設期限。",
      needsApproval: "這個職務須由另一位同仁或教育局核可後才生效。",
      submit: "任命",
      leave: "取消",
      missing: "請填寫此欄。",
      done: (whose) => `已任命 ${whose}，並寄信告知本人。`,
      proposed: (whose) => `已提出 ${whose}，等待另一位同仁核可。`,
    },
    approve: {
      act: "核可",
      title: (whose) => `核可 ${whose} 的任命？`,
      lead: (email) => `登入帳號是 ${email}。請先向貴校確認此人確實任此職務。`,
      days: (from, until) => `${from} 起，${until}`,
      yes: "核可",
      no: "先不要",
      done: (whose) => `已核可 ${whose}，並寄信告知本人。`,
    },
    end: {
      act: "結束職務",
      withdraw: "撤回任命",
      title: (whose) => `結束 ${whose} 的職務？`,
      withdrawTitle: (whose) => `撤回 ${whose} 的任命？`,
      lead: "從這一天起不再有此職務。選今天就立刻生效，正在使用的畫面也會失去權限。",
      withdrawLead: "這項任命尚未核可，撤回後不會生效。",
      on: "從哪一天起",
      onHint: "今天或以後。",
      no: "先不要",
      done: (whose) => `${whose} 的職務已結束。`,
      doneLater: (whose, day) => `${whose} 的職務自 ${day} 起結束；在那之前都可以取消。`,
    },
    undo: { act: "取消結束", done: (whose) => `${whose} 的職務照原定期間繼續。` },
    reset: { act: "重設第二重驗證", done: (name) => `已重設${name}的第二重驗證，並已寄信告知本人。` },
  },
  en: {
    tab: "Staff",
    wholeCity: "The whole city",
    title: "Staff",
    lead: "Your school’s homeroom teachers, registrars, cashiers, IT and support: who is what, from when until when. Registrars, cashiers and IT are in effect once a colleague has approved them.",
    bureauLead:
      "The staff of every school, and the bureau’s own. Choose a school to appoint there; choose the whole city to appoint the bureau and the city’s support, and to see what awaits approval anywhere.",
    appointNew: "Appoint somebody",
    importSheet: "Import a sheet",
    onlyRole: "Role",
    everyRole: "Every role",
    onlyAwaiting: "Only what awaits approval",
    withPast: "With roles that are over",
    caption: "Staff roles",
    none: "There is no such role.",
    who: "Who",
    role: "Role",
    class: "Class",
    school: "School",
    from: "First day",
    until: "Last day",
    state: "State",
    act: "Act",
    ofTheCity: "The city",
    withoutEnd: "Without end",
    states: {
      AWAITS_APPROVAL: "Awaits approval",
      COMING: "Not begun",
      IN_EFFECT: "In effect",
      OVER: "Over",
    },
    endsFrom: (day) => `Ends on ${day}`,
    own: "Your own role: somebody else looks after it",
    awaitsAnother: "You proposed it: somebody else approves",
    next: "Next page",
    first: "First page",
    whose: (name, role) => `${name} (${role})`,
    appoint: {
      title: (place) => `Appoint somebody: ${place}`,
      email: "E-mail address",
      emailHint: "Their login. Whoever has an account, a guardian too, gains the role with it.",
      name: "Name",
      role: "Role",
      class: "Homeroom of",
      noClass: "As the class sheet says, or later",
      from: "First day",
      fromHint: "Today, where left out.",
      until: "Last day",
      untilHint: "For a stand-in; without end where left out.",
      needsApproval: "It is in effect once another person of your office, or the bureau, has approved it.",
      submit: "Appoint",
      leave: "Cancel",
      missing: "Fill this in.",
      done: (whose) => `${whose} is appointed, and was told by mail.`,
      proposed: (whose) => `${whose} awaits another person’s approval.`,
    },
    approve: {
      act: "Approve",
      title: (whose) => `Approve ${whose}?`,
      lead: (email) => `The login is ${email}. Make sure first that the school wants this.`,
      days: (from, until) => `From ${from}, ${until}`,
      yes: "Approve",
      no: "Not now",
      done: (whose) => `${whose} is approved, and was told by mail.`,
    },
    end: {
      act: "End",
      withdraw: "Withdraw",
      title: (whose) => `End the role of ${whose}?`,
      withdrawTitle: (whose) => `Withdraw ${whose}?`,
      lead: "From this day on the role is over. Today is at once, on screens that are open too.",
      withdrawLead: "Nobody has approved it yet. Withdrawn, it never comes into effect.",
      on: "From which day on",
      onHint: "Today or later.",
      no: "Not now",
      done: (whose) => `The role of ${whose} is over.`,
      doneLater: (whose, day) => `The role of ${whose} ends on ${day}; until then it can be taken back.`,
    },
    undo: { act: "Take the end back", done: (whose) => `${whose} goes on as appointed.` },
    reset: {
      act: "Reset second factor",
      done: (name) => `The second factor of ${name} was reset, and they were told by mail.`,
    },
  },
};
