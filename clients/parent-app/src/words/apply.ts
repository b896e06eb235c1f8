import type {
  BindingNoticeKind,
  EducationLevel,
  Relationship,
  RequestStatus,
} from "@campus-graph/clients/generated/operations";
import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";
import { relationshipWords } from "@campus-graph/ui/words/relationship-words.js";

/** What the application and its list share. */
interface ApplyWords {
  title: string;
  steps: readonly [string, string, string, string];
  stepOf(step: number): string;
  next: string;
  relationships: Record<Relationship, string>;
  levels: Record<EducationLevel, string>;
  status: Record<RequestStatus, string>;
  notices: Record<BindingNoticeKind, string>;
  list: {
    title: string;
    bound: string;
    start: string;
    another: string;
    goOn: string;
    goOnHint: string;
    nothing: string;
    nothingHint: string;
    applied(day: string): string;
    what: Record<RequestStatus, string>;
    reason: string;
    correct: string;
    cancel: string;
    cancelTitle(name: string): string;
    cancelHint: string;
    cancelYes: string;
    cancelNo: string;
    signInFirst(email: string): string;
    signInSteps: readonly string[];
    signIn: string;
    studentGone: string;
    sent: { title: string; lead: string };
  };
}

export const applyWords: Catalogue<ApplyWords> = {
  "zh-TW": {
    title: "申請親子綁定",
    steps: ["驗證", "學生", "個資聲明", "家長與簽名"],
    stepOf: (step) => `步驟 ${step}，共 4 步`,
    next: "下一步",
    relationships: relationshipWords["zh-TW"],
    levels: { ELEMENTARY: "國小", JUNIOR_HIGH: "國中", SENIOR_HIGH: "高中", VOCATIONAL_HIGH: "高職" },
    status: {
      DRAFT: "填寫中",
      PENDING: "申請",
      RETURNED: "退回",
      APPROVED: "核可",
      BOUND: "認證",
      PROVISION_FAILED: "未完成",
      CANCELLED: "已取消",
      REVOKED: "已解除",
    },
    notices: {
      APPROVED: "親子綁定已通過",
      RETURNED: "申請被退回，請修正",
      PROVISION_FAILED: "已核可，但帳號沒有建立成功",
      REVOKED: "親子綁定已解除",
    },
    list: {
      title: "親子綁定",
      bound: "已綁定的孩子",
      start: "申請親子綁定",
      another: "再綁定一位孩子",
      goOn: "繼續填寫",
      goOnHint: "您有一份還沒送出的申請，填過的都還在。",
      nothing: "還沒有申請",
      nothingHint: "準備好孩子的身分證字號，約 5 分鐘就能送出。",
      applied: (day) => `${day} 送出`,
      what: {
        DRAFT: "還沒送出。",
        PENDING: "等導師審核。可以先離開，結果會出現在這裡，也會寄信給您。",
        RETURNED: "導師請您修正後再送出。",
        APPROVED: "導師已核可，正在建立帳號。若您原本就有帳號，請用它登入，到「我的」接受這份綁定。",
        BOUND: "完成了，可以看到這位孩子的繳費單。",
        PROVISION_FAILED: "老師已核可，但帳號沒有建立成功：這個電子信箱可能已是別的帳號。",
        CANCELLED: "您已取消這份申請。",
        REVOKED: "學校已解除這份綁定，有疑問請洽學校註冊組。",
      },
      reason: "退回原因",
      correct: "修正",
      cancel: "取消申請",
      cancelTitle: (name) => `取消「${name}」的申請？`,
      cancelHint: "取消後要重新申請才能綁定。",
      cancelYes: "取消這份申請",
      cancelNo: "先不取消",
      signInFirst: (email) => `現在可以用 ${email} 登入了`,
      signInSteps: [
        "帳號是您的電子信箱；第一次的密碼是您身分證字號的後六碼。",
        "系統會再寄一次驗證碼到這個信箱。",
        "登入後請設定自己的密碼。",
      ],
      signIn: "前往登入",
      studentGone: "學生",
      sent: {
        title: "已送出申請",
        lead: "導師審核後，結果會出現在這裡，也會寄信給您。您可以放心離開。",
      },
    },
  },
  en: {
    title: "Link your child",
    steps: ["Code", "Students", "Consent", "You and signature"],
    stepOf: (step) => `Step ${step} of 4`,
    next: "Next",
    relationships: relationshipWords.en,
    levels: {
      ELEMENTARY: "Elementary",
      JUNIOR_HIGH: "Junior high",
      SENIOR_HIGH: "Senior high",
      VOCATIONAL_HIGH: "Vocational high",
    },
    status: {
      DRAFT: "Draft",
      PENDING: "Applied",
      RETURNED: "Returned",
      APPROVED: "Approved",
      BOUND: "Linked",
      PROVISION_FAILED: "Not complete",
      CANCELLED: "Cancelled",
      REVOKED: "Ended",
    },
    notices: {
      APPROVED: "Your child is linked to you",
      RETURNED: "Your application came back: please correct it",
      PROVISION_FAILED: "Approved, but no account could be made",
      REVOKED: "The link to your child was ended",
    },
    list: {
      title: "Children and applications",
      bound: "Your children",
      start: "Link your child",
      another: "Apply for another child",
      goOn: "Go on",
      goOnHint: "You have an application that was not sent yet. What you filled in is still there.",
      nothing: "No applications yet",
      nothingHint: "Have your child’s national ID at hand; it takes about 5 minutes.",
      applied: (day) => `Sent on ${day}`,
      what: {
        DRAFT: "Not sent yet.",
        PENDING:
          "Waiting for the homeroom teacher. You can leave; the answer appears here and comes by mail.",
        RETURNED: "The teacher asks you to correct it and send it again.",
        APPROVED:
          "Approved; your account is being made. If you have one already, sign in with it and accept the child under “Me”.",
        BOUND: "Done: you can see this child’s bills.",
        PROVISION_FAILED:
          "Approved, but no account could be made: your e-mail address may be another account’s.",
        CANCELLED: "You cancelled this application.",
        REVOKED: "The school ended this link. If you have questions, ask the registrar’s office.",
      },
      reason: "Why it came back",
      correct: "Correct",
      cancel: "Cancel the application",
      cancelTitle: (name) => `Cancel the application for ${name}?`,
      cancelHint: "You would have to apply anew.",
      cancelYes: "Cancel this application",
      cancelNo: "Keep it",
      signInFirst: (email) => `You can sign in with ${email} now`,
      signInSteps: [
        "The login is your e-mail address; the first password is the last six of your national ID.",
        "A fresh code is mailed to that address.",
        "Then choose a password of your own.",
      ],
      signIn: "Sign in",
      studentGone: "Student",
      sent: {
        title: "Your application was sent",
        lead: "The teacher’s answer appears here and comes by mail. You can leave this page.",
      },
    },
  },
};
