/** What a push is shown as: fixed words, since who sees the screen of a telephone may be anybody. */
interface PushWords {
  title: string;
  body: string;
}

type Language = "zh-TW" | "en";

const words: Readonly<Record<string, Readonly<Record<Language, PushWords>>>> = {
  "bill-issued": {
    "zh-TW": { title: "新的繳費單", body: "請打開查看項目、金額與期限。" },
    en: { title: "A new bill", body: "Open it to see its items, amount and due date." },
  },
  "request-returned": {
    "zh-TW": { title: "親子綁定申請需要更正", body: "請打開查看原因並更正。" },
    en: { title: "Your application needs a correction", body: "Open it to see why, and to correct it." },
  },
  "request-provision-failed": {
    "zh-TW": { title: "親子綁定未能完成", body: "請打開查看原因。" },
    en: { title: "Your binding could not be completed", body: "Open it to see why." },
  },
  "binding-revoked": {
    "zh-TW": { title: "一項親子綁定已結束", body: "請打開查看。" },
    en: { title: "One of your bindings has ended", body: "Open it to see more." },
  },
};

/** What the graph says that this worker is too old to know. */
const anything: Readonly<Record<Language, PushWords>> = {
  "zh-TW": { title: "您有新的通知", body: "請打開查看。" },
  en: { title: "You have a new notice", body: "Open it to see more." },
};

export function wordsFor(kind: string, language: string): PushWords {
  const known = Object.hasOwn(words, kind) ? words[kind]! : anything;
  return known[language === "en" ? "en" : "zh-TW"];
}

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The screen that tells it; the notices where there is none. */
export function screenFor(kind: string, given: string | null): string {
  const isId = given !== null && id.test(given);
  if (kind === "bill-issued" && isId) return `/parent/bills/${given}`;
  if (kind === "request-returned" && isId) return `/parent/applications/${given}/correct`;
  if (kind === "request-provision-failed" || kind === "binding-revoked") return "/parent/applications";
  return "/parent/notices";
}
