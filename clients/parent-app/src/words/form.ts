import { type Catalogue, useCatalogue } from "@campus-graph/ui/words/language";

/** The four steps of an application. */
export interface FormWords {
  short: string;
  code: {
    title: string;
    lead: string;
    email: string;
    get: string;
    sentTo(email: string): string;
    reference(reference: string): string;
    code: string;
    codeHint: string;
    confirm: string;
    again: string;
    againIn(seconds: number): string;
    otherEmail: string;
    demo: string;
    signIn: string;
    badEmail: string;
    badCode: string;
  };
  students: {
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
  };
  consent: {
    title: string;
    lead: string;
    region: string;
    scroll: string;
    agree: string;
    decline: string;
    declineTitle: string;
    declineHint: string;
    declineNo: string;
  };
  guardian: {
    title: string;
    lead: string;
    id: string;
    name: string;
    email: string;
    emailHint: string;
    mobile: string;
    badName: string;
    badMobile: string;
    taken: string;
    verifyEmail: string;
    verifyEmailLead(email: string): string;
    own: string;
  };
  sign: {
    title: string;
    students: string;
    guardian: string;
    edit: string;
    signature: string;
    signatureHint: string;
    undo: string;
    clear: string;
    empty: string;
    strokes(count: number): string;
    byCode: string;
    byCodeHint: string;
    byHand: string;
    signedByCode: string;
    send: string;
    declareAgain: string;
  };
  sent: { title: string; lead: string };
  correct: {
    title: string;
    data: string;
    dataHint: string;
    dataDone: string;
    change: string;
    send: string;
    gone: string;
  };
}

const words: Catalogue<FormWords> = {
  "zh-TW": {
    short: "我們會用您的資料做什麼（摘要）",
    code: {
      title: "取得驗證碼",
      lead: "我們會寄一組驗證碼到您的電子信箱。這個信箱之後就是您的登入帳號。",
      email: "電子信箱",
      get: "取得驗證碼",
      sentTo: (email) => `驗證碼已寄到 ${email}`,
      reference: (reference) => `請用信件編號 ${reference} 的那一封。`,
      code: "請輸入驗證碼",
      codeHint: "8 個字，時效 1 小時，逾時請重新取得。",
      confirm: "確認",
      again: "重新取得驗證碼",
      againIn: (seconds) => `${seconds} 秒後可重新取得`,
      otherEmail: "改用別的信箱",
      demo: "示範環境：打開收件匣看驗證碼",
      signIn: "已經有帳號？登入後可直接申請",
      badEmail: "請輸入正確的電子信箱，例如 name@example.com。",
      badCode: "請輸入信裡的 8 個字。",
    },
    students: {
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
    consent: {
      title: "個資使用聲明",
      lead: "請詳閱以下聲明，捲到最底才能勾選同意。",
      region: "個資使用聲明全文",
      scroll: "請先把聲明捲到最底。",
      agree: "本人已詳閱並同意以上條款聲明",
      decline: "不同意並退出",
      declineTitle: "不同意並退出？",
      declineHint: "這份申請會結束，您填過的學生資料會刪除。",
      declineNo: "回到聲明",
    },
    guardian: {
      title: "家長資料",
      lead: "請填申請人本人的資料，導師會用來核對。",
      id: "家長的身分證字號",
      name: "家長姓名",
      email: "電子信箱",
      emailHint: "這個信箱會作為登入帳號。",
      mobile: "行動電話",
      badName: "請填寫姓名。",
      badMobile: "請輸入 09 開頭的 10 位數手機號碼。",
      taken: "這個電子信箱已是別人的帳號，請改用您自己的另一個信箱。",
      verifyEmail: "請先驗證這個信箱",
      verifyEmailLead: (email) => `${email} 還沒有驗證過，驗證後就會繼續。`,
      own: "這是您原有的帳號，核可後用它登入即可。",
    },
    sign: {
      title: "確認並簽名",
      students: "學生資料",
      guardian: "家長資料",
      edit: "修改",
      signature: "電子簽章",
      signatureHint: "請用手指或滑鼠在框內簽上您的姓名。",
      undo: "復原一筆",
      clear: "清除",
      empty: "請先簽名，再送出。",
      strokes: (count) => (count === 0 ? "還沒有簽名" : `已簽 ${count} 筆`),
      byCode: "無法手寫？改用驗證碼簽署",
      byCodeHint: "我們會再寄一組新的驗證碼，輸入後視同您的簽名。",
      byHand: "改回手寫簽名",
      signedByCode: "已用驗證碼簽署，請送出資料。",
      send: "送出資料",
      declareAgain: "請重新確認家長資料",
    },
    sent: {
      title: "已送出申請",
      lead: "導師審核後，結果會出現在這裡，也會寄信給您。您可以放心離開。",
    },
    correct: {
      title: "修正申請",
      data: "家長資料",
      dataHint: "資料沒有錯就不用重填。",
      dataDone: "已填好新的家長資料。",
      change: "修改家長資料",
      send: "重新送出",
      gone: "這份申請現在不能修正，請回到列表查看。",
    },
  },
  en: {
    short: "What your data is used for, in short",
    code: {
      title: "Get a code",
      lead: "We mail a code to your address. That address will be your login.",
      email: "E-mail address",
      get: "Send me a code",
      sentTo: (email) => `A code was sent to ${email}`,
      reference: (reference) => `It is in the mail with reference ${reference}.`,
      code: "The code",
      codeHint: "8 characters, good for one hour; ask again after that.",
      confirm: "Confirm",
      again: "Send another code",
      againIn: (seconds) => `Another code in ${seconds} s`,
      otherEmail: "Use another address",
      demo: "Demo: open the mailbox to see the code",
      signIn: "You have an account? Sign in and apply without a code",
      badEmail: "Please enter an e-mail address such as name@example.com.",
      badCode: "Please enter the 8 characters of the mail.",
    },
    students: {
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
    consent: {
      title: "How your data is used",
      lead: "Please read the notice to its end; then you can agree.",
      region: "The whole notice",
      scroll: "Scroll the notice to its end first.",
      agree: "I have read this notice and agree to it",
      decline: "I do not agree; leave",
      declineTitle: "Leave without agreeing?",
      declineHint: "The application ends, and the students that you filled in are deleted.",
      declineNo: "Back to the notice",
    },
    guardian: {
      title: "About you",
      lead: "The applicant’s own data, which the teacher checks.",
      id: "Your national ID",
      name: "Your name",
      email: "E-mail address",
      emailHint: "It becomes your login.",
      mobile: "Mobile number",
      badName: "Please enter your name.",
      badMobile: "Please enter 10 digits beginning with 09.",
      taken: "This address is another person’s account. Please use another one of your own.",
      verifyEmail: "Verify this address first",
      verifyEmailLead: (email) => `${email} is not verified yet; then we go on.`,
      own: "This is your own account: sign in with it once approved.",
    },
    sign: {
      title: "Check and sign",
      students: "Students",
      guardian: "You",
      edit: "Change",
      signature: "Signature",
      signatureHint: "Sign your name in the frame, with a finger or the mouse.",
      undo: "Undo a stroke",
      clear: "Clear",
      empty: "Please sign before you send.",
      strokes: (count) => (count === 0 ? "Not signed yet" : count === 1 ? "1 stroke" : `${count} strokes`),
      byCode: "You cannot draw? Sign with a code",
      byCodeHint: "We mail a fresh code; entering it counts as your signature.",
      byHand: "Draw instead",
      signedByCode: "Signed with a code. You can send it now.",
      send: "Send",
      declareAgain: "Please confirm your data again",
    },
    sent: {
      title: "Your application was sent",
      lead: "The teacher’s answer appears here and comes by mail. You can leave this page.",
    },
    correct: {
      title: "Correct the application",
      data: "About you",
      dataHint: "If your data is right, leave it as it is.",
      dataDone: "New data is filled in.",
      change: "Change my data",
      send: "Send it again",
      gone: "This application cannot be corrected now; see the list.",
    },
  },
};

export function useFormWords(): FormWords {
  return useCatalogue(words);
}
