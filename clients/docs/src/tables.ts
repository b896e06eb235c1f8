import { facts, type RefusalFact } from "./facts.ts";
import { escapeHtml, table } from "./html.ts";
import { limitWords } from "./limit-words.ts";
import type { Page } from "./page.ts";
import { type Language, reference } from "./pages.ts";
import { remedies, remedyOf } from "./remedies.ts";
import { readJson } from "./sources.ts";

const lang = { en: "en", "zh-TW": "zh-Hant-TW" } as const;

function pageOf(language: Language, slug: string, html: string): Page {
  const title = reference[language].find((each) => each.slug === slug)!;
  return { ...title, language, html, sources: [], examples: [] };
}

const refusalWords = {
  en: {
    intro: `<p>A refusal is an error with a stable <code>extensions.code</code>, and a sentence in the language of
<code>Accept-Language</code>. Programs act on the code, people read the sentence. The details that a sentence names in braces stand in
<code>extensions</code> too. What belongs to somebody else is no refusal: it is null, as if it did not exist. The gateway’s own
refusals have an HTTP status; others come with 200, beside what data there is.</p>`,
    kinds: "What to do",
    kindRows: ["what to do", "send it again?", "codes"],
    again: { true: "yes", false: "not as it is" },
    codes: "Every code",
    rows: ["code", "said by", "sentence", "do"],
    sheet: "In a class sheet",
    sheetIntro:
      "<p>What is wrong with a sheet is no refusal: <code>importRoster</code> tells it as <code>problems</code>, by line and column.</p>",
    sheetRows: ["code", "sentence"],
  },
  "zh-TW": {
    intro: `<p>預期中的拒絕以固定的 <code>extensions.code</code> 回覆，並附 <code>Accept-Language</code> 語言的訊息：程式依代碼處理，訊息給人閱讀。
訊息中以大括號標示的內容，同時列於 <code>extensions</code>。屬於他人的資料不會回覆錯誤，而是 null，如同不存在。閘道本身的代碼帶有 HTTP 狀態碼；
其餘以 200 回覆，並附可取得的資料。</p>`,
    kinds: "處理方式",
    kindRows: ["處理方式", "可原樣重送？", "代碼"],
    again: { true: "可以", false: "不可" },
    codes: "所有代碼",
    rows: ["代碼", "來源", "訊息", "處理方式"],
    sheet: "班級名冊中的問題",
    sheetIntro:
      "<p>名冊的問題不是錯誤代碼：<code>importRoster</code> 於 <code>problems</code> 依行與欄列出。</p>",
    sheetRows: ["代碼", "訊息"],
  },
} as const;

/** Every code, its sentence in both languages, and what to do. */
export function refusalsPage(language: Language): Page {
  const text = refusalWords[language];
  const kinds = Object.entries(remedies).map(([kind, remedy]) => [
    `<span id="do-${kind}">${escapeHtml(remedy[language])}</span>`,
    text.again[`${remedy.again}`],
    codesTo(kind),
  ]);
  const rows = facts.refusals.map((refusal) => {
    const kind = remedyOf.get(refusal.code);
    const remedy = kind ? `<a href="#do-${kind}">${shortly[kind][language]}</a>` : "";
    return [codeCell(refusal), escapeHtml(sourceOf(refusal, language)), sentences(refusal, language), remedy];
  });
  const sheet = facts.sheetProblems.map((problem) => [
    `<code id="sheet-${problem.code}">${problem.code}</code>`,
    sentences(problem, language),
  ]);
  const section = (id: string, title: string, html: string) =>
    `<h2 id="${id}"><a class="anchor" href="#${id}">${title}</a></h2>\n${html}`;
  const html = [
    text.intro,
    section("remedies", text.kinds, table(text.kinds, text.kindRows, kinds)),
    section("codes", text.codes, table(text.codes, text.rows, rows)),
    section("sheet", text.sheet, text.sheetIntro + table(text.sheet, text.sheetRows, sheet)),
  ].join("\n");
  return pageOf(language, "refusals", html);
}

/** A code that several say stands once for each of them; the first is where links lead. */
function codeCell({ code, by, status }: RefusalFact): string {
  const first = facts.refusals.find((each) => each.code === code)!;
  const id = first.by === by ? ` id="${code}"` : "";
  return `<code${id}>${code}</code>${status ? `<br>HTTP ${status}` : ""}`;
}

function codesTo(kind: string): string {
  const codes = [...remedyOf].filter(([, each]) => each === kind).map(([code]) => code);
  return codes.map((code) => `<a href="#${code}"><code>${code}</code></a>`).join(" ");
}

function sourceOf({ by }: RefusalFact, language: Language): string {
  if (language === "en") return by;
  return { gateway: "閘道", "every subgraph": "各服務" }[by] ?? by;
}

/** The reader's own language first. */
function sentences(words: Readonly<Record<Language, string>>, language: Language): string {
  const order: Language[] = language === "en" ? ["en", "zh-TW"] : ["zh-TW", "en"];
  return order
    .map((each) => `<span class="sentence" lang="${lang[each]}">${escapeHtml(words[each])}</span>`)
    .join("");
}

const shortly = {
  correct: { en: "Correct it", "zh-TW": "更正" },
  program: { en: "Mend the program", "zh-TW": "修正程式" },
  retry: { en: "Send again", "zh-TW": "重送" },
  wait: { en: "Wait, send again", "zh-TW": "等候後重送" },
  signIn: { en: "Sign in", "zh-TW": "登入" },
  reload: { en: "Read again", "zh-TW": "重新讀取" },
  redo: { en: "Redo the step before", "zh-TW": "重做上一步" },
  confirm: { en: "Confirm", "zh-TW": "確認" },
  check: { en: "Look again", "zh-TW": "再確認" },
  others: { en: "Somebody else acts", "zh-TW": "由他人處理" },
  done: { en: "Nothing", "zh-TW": "無須處理" },
} as const satisfies Record<keyof typeof remedies, Record<Language, string>>;

const limitTitles = {
  en: {
    limits: "One operation",
    sockets: "Sockets and event streams",
    tails: "Live notices",
    times: "Time-outs",
    sizes: "Answers",
    head: ["what", "at most"],
    retry: "What to send again",
    retryIntro: `<p>These codes pass by themselves. Wait a second, then twice as long each time, with some chance in it, up to ten seconds;
<code>TOO_MANY_ATTEMPTS</code> says its own time in <code>retryAfterSeconds</code>. No answer at all is the same case. Send a mutation again
with the very same input (<code>idempotencyKey</code>, or a partner’s <code>transactionNumber</code>): what was done is not done twice,
and the answer is the first one.</p>
<p>A socket that was cut is opened again with a fresh token, and each subscription with the cursor of its last notice as
<code>after</code>. A socket closed with the reason <code>SESSION_ENDED</code> stays closed. Access tokens last five minutes.</p>`,
  },
  "zh-TW": {
    limits: "單次操作",
    sockets: "WebSocket 與事件串流",
    tails: "即時通知",
    times: "逾時",
    sizes: "回覆",
    head: ["項目", "上限"],
    retry: "可重送的情況",
    retryIntro: `<p>下列代碼屬暫時狀況：先等 1 秒，之後每次加倍並略為隨機，至多 10 秒；<code>TOO_MANY_ATTEMPTS</code> 依所附
<code>retryAfterSeconds</code> 等候。未收到任何回覆時亦同。異動須以完全相同的內容重送（<code>idempotencyKey</code>，或業者的
<code>transactionNumber</code>）：已完成者不會重複執行，並得到第一次的回覆。</p>
<p>斷線後請以新的權杖重新連線，每個訂閱以最後一則通知的 cursor 作為 <code>after</code>。以 <code>SESSION_ENDED</code> 關閉的連線請勿重連。
存取權杖效期為五分鐘。</p>`,
  },
} as const;

/** What the gateway declares, and what may be sent again. */
export function limitsPage(language: Language): Page {
  const text = limitTitles[language];
  const groups = (["limits", "times", "sockets", "tails", "sizes"] as const).map((group) => {
    const rows = Object.entries(limitWords[group]).map(([name, words]) => [
      withCodes(escapeHtml(words[language])),
      amount(name, facts[group][name]!),
    ]);
    return `<h2 id="${group}"><a class="anchor" href="#${group}">${text[group]}</a></h2>\n${table(text[group], text.head, rows)}`;
  });
  const passing = [...remedyOf].filter(([, kind]) => remedies[kind].again);
  const codes = passing
    .map(([code]) => `<li><a href="refusals.html#${code}"><code>${code}</code></a></li>`)
    .join("");
  const retry = `<h2 id="retries"><a class="anchor" href="#retries">${text.retry}</a></h2>\n${text.retryIntro}\n<ul>${codes}</ul>`;
  return pageOf(language, "limits", [...groups, retry].join("\n"));
}

/** Codes in a sentence lead to where they are explained. */
function withCodes(sentence: string): string {
  return sentence.replace(/[A-Z]+(?:_[A-Z]+)+/g, (name) =>
    remedyOf.has(name) ? `<a href="refusals.html#${name}"><code>${name}</code></a>` : `<code>${name}</code>`,
  );
}

function amount(name: string, value: number): string {
  if (name.endsWith("Ms")) return `${value / 1000} s`;
  if (name.endsWith("Bytes"))
    return value >= 1024 * 1024 ? `${value / 1024 / 1024} MB` : `${value / 1024} KB`;
  return value.toLocaleString("en");
}

interface Entry {
  date: string;
  changes: { level: string; path: string; message: string }[];
}

const levels = [
  ["BREAKING", "Breaking"],
  ["DANGEROUS", "May be noticed"],
  ["SAFE", "Added or reworded"],
] as const;

/** What became different in the schema, newest first. */
export function changelogPage(): Page {
  const entries = readJson<Entry[]>("schema/changelog.json");
  const intro = `<p>Made by comparing each schema with the one before. A breaking change is let in only by a written decision. A client that
meets a value or a type that it does not know should pass over it.</p>`;
  const sections = entries.map(({ date, changes }) => {
    const groups = levels.map(([level, title]) => {
      const found = changes.filter((each) => each.level === level);
      if (found.length === 0) return "";
      return `<h3 id="${date}-${level.toLowerCase()}">${title}</h3>\n<ul>${found.map(({ message }) => `<li>${marked(message)}</li>`).join("\n")}</ul>`;
    });
    const first = changes.length === 0 ? "<p>The first schema.</p>" : "";
    return `<h2 id="${date}"><a class="anchor" href="#${date}">${date}</a></h2>\n${first}${groups.join("\n")}`;
  });
  return pageOf("en", "changelog", [intro, ...sections].join("\n"));
}

function marked(message: string): string {
  return escapeHtml(message).replace(/'([^']+)'/g, "<code>$1</code>");
}
