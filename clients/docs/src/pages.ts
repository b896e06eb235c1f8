/** The languages of the documentation. */
export type Language = "en" | "zh-TW";

export const languages: readonly Language[] = ["en", "zh-TW"];

export interface PageTitle {
  slug: string;
  title: string;
  /** One sentence for the page that leads to it, and for search. */
  lead: string;
}

/** A file, or those sections of it that bear the headings. */
export interface Part {
  source: string;
  sections?: readonly string[];
}

/** A page of which the text is written by people, where their readers in the repository find it too. */
export interface WrittenPage extends PageTitle {
  parts: readonly Part[];
}

/** Guides, each made of the file that its own test runs, so that nothing stands twice. */
export const guides: Readonly<Record<Language, readonly WrittenPage[]>> = {
  en: [
    {
      slug: "first-query",
      title: "A first query",
      lead: "Start the demo city, ask it something, and be somebody in it.",
      parts: [
        { source: "README.md", sections: ["Two commands", "What to try next", "For a front-end team"] },
      ],
    },
    {
      slug: "browser-app",
      title: "A browser app in fifteen minutes",
      lead: "Sign-in, the list of bills, and live notices on an origin of your own.",
      parts: [{ source: "clients/guide/README.md" }],
    },
    {
      slug: "live-notices",
      title: "Live notices that miss nothing",
      lead: "Subscriptions over graphql-ws, urql and Apollo Client that go on after a cut.",
      parts: [{ source: "clients/docs/pages/en/live-notices.md" }],
    },
    {
      slug: "partner",
      title: "A partner’s first paid bill",
      lead: "Register a key, find a bill by its number, report the money, retry safely.",
      parts: [
        { source: "subgraphs/payments/README.md", sections: ["A partner's first paid bill, in ten minutes"] },
        { source: "clients/docs/pages/en/partner-elsewhere.md" },
      ],
    },
    {
      slug: "wallet",
      title: "A wallet, whole",
      lead: "A partner’s server, key and page, to try at /wallet/ and to copy.",
      parts: [{ source: "clients/wallet/README.md" }],
    },
    {
      slug: "wallet-link",
      title: "Link a guardian’s account",
      lead: "With a guardian’s consent, read their bills and get their notices; how it ends.",
      parts: [{ source: "clients/docs/pages/en/wallet-link.md" }],
    },
    {
      slug: "class-sheet",
      title: "A school’s first class sheet",
      lead: "Enter classes and students from a spreadsheet, and mend what is wrong in it.",
      parts: [{ source: "subgraphs/roster/README.md", sections: ["Enter your own class"] }],
    },
    {
      slug: "production",
      title: "To production",
      lead: "From a clean machine to the first paid bill, and every setting.",
      parts: [
        {
          source: "README.md",
          sections: ["Production, from a clean machine to the first paid bill", "Settings"],
        },
        { source: "subgraphs/payments/README.md", sections: ["Agreements"] },
      ],
    },
  ],
  "zh-TW": [
    {
      slug: "class-sheet",
      title: "學校的第一份班級名冊",
      lead: "以試算表匯入班級與學生，並依提示更正。",
      parts: [{ source: "clients/docs/pages/zh-TW/class-sheet.md" }],
    },
    {
      slug: "partner",
      title: "繳費業者：第一筆入帳",
      lead: "登記金鑰、以繳款帳號查詢繳費單、通知入帳、安全重送。",
      parts: [{ source: "clients/docs/pages/zh-TW/partner.md" }],
    },
    {
      slug: "browser-app",
      title: "十五分鐘做出瀏覽器 App",
      lead: "在自己的網址登入、列出繳費單，並即時收到通知。",
      parts: [{ source: "clients/docs/pages/zh-TW/browser-app.md" }],
    },
  ],
};

/** Pages made from the code's own tables. */
export const reference: Readonly<Record<Language, readonly PageTitle[]>> = {
  en: [
    {
      slug: "operations",
      title: "Operations by role",
      lead: "A named operation for every step, with variables and what it costs.",
    },
    { slug: "queries", title: "Queries", lead: "What can be asked, and by whom." },
    { slug: "mutations", title: "Mutations", lead: "What can be done, and by whom." },
    { slug: "subscriptions", title: "Subscriptions", lead: "What is told live." },
    { slug: "types", title: "Types", lead: "Objects, interfaces and unions, field by field." },
    { slug: "inputs", title: "Inputs", lead: "What mutations and queries are given." },
    {
      slug: "values",
      title: "Enums and scalars",
      lead: "Closed sets of values, and how values are written.",
    },
    {
      slug: "refusals",
      title: "Refusal codes",
      lead: "Every code, its sentence in both languages, and what to do about it.",
    },
    {
      slug: "limits",
      title: "Limits, time-outs, retries",
      lead: "How much one request may ask for, how long things take, and what to send again.",
    },
    { slug: "changelog", title: "Changes of the schema", lead: "What became different, and whom it breaks." },
  ],
  "zh-TW": [
    { slug: "refusals", title: "錯誤代碼", lead: "所有代碼、中英文訊息與處理方式。" },
    { slug: "limits", title: "限制、逾時與重試", lead: "單次請求的上限、等待時間，以及哪些情況可以重送。" },
  ],
};

export const statusPage = {
  en: {
    slug: "status",
    title: "Status",
    lead: "Whether this graph answers right now, asked by your browser.",
  },
  "zh-TW": { slug: "status", title: "系統狀態", lead: "由您的瀏覽器即時查詢本系統是否正常回應。" },
} as const;
