import { createHash } from "node:crypto";
import type { Language } from "@campus-graph/kit/refusals/refusal";
import { readLanguage } from "../viewer/authenticate.js";
import { sendText } from "./send-response.js";
import type { Handler } from "./server.js";
import { canonicalAddress } from "./static-app.js";

interface Options {
  publicUrl: string;
  /** Whether the parents' app is there. */
  hasParentApp: boolean;
  /** Whether the school console is there. */
  hasSchoolConsole: boolean;
  /** Whether the documentation is there. */
  hasDocs: boolean;
  /** Whether operations can be tried in a browser. */
  hasIde: boolean;
  /** Whether the demo's mails are shown. */
  hasMailbox: boolean;
  /** Whether the demo's partner runs. */
  hasWallet: boolean;
}

interface Way {
  href: string;
  title: string;
  lead: string;
}

/** The page at `/`: links to the apps, the IDE and the mailbox, whichever there are. */
export function createWelcomePage(options: Options): Handler {
  const pages = { "zh-TW": page("zh-TW", options), en: page("en", options) };
  return (request, response) => {
    const elsewhere = canonicalAddress(request, options.publicUrl);
    if (elsewhere !== null) {
      response.writeHead(307, { location: elsewhere, "cache-control": "no-cache" }).end();
      return;
    }
    response.setHeader("content-security-policy", contentSecurityPolicy);
    response.setHeader("vary", "Accept-Language");
    const requestedLocale = new URL(request.url ?? "/", options.publicUrl).searchParams.get("locale");
    const language =
      requestedLocale === "en" || requestedLocale === "zh-TW"
        ? requestedLocale
        : readLanguage(request.headers["accept-language"]);
    sendText(response, 200, "text/html; charset=utf-8", pages[language], "no-cache");
  };
}

const words = {
  "zh-TW": {
    lang: "zh-Hant-TW",
    service: "親師生平臺",
    lead: "親子綁定與校園繳費",
    other: { href: "/?locale=en", lang: "en", title: "English" },
    parent: { title: "家長", lead: "申請親子綁定、查看通知、繳納校園費用。" },
    signIn: { title: "登入", lead: "已經有帳號的家長，由此登入。" },
    school: { title: "教師與學校人員", lead: "審核親子綁定、管理學生資料、開立繳費單。" },
    account: { title: "我的帳號", lead: "變更密碼、在所有裝置登出。" },
    docs: { title: "文件", lead: "給學校、繳費業者與開發者：操作指引、API 參考、系統狀態。" },
    ide: { title: "查詢介面", lead: "以 GraphQL 查詢示範資料，並附每一步驟的範例。" },
    wallet: { title: "示範錢包", lead: "合作業者的範例：以遊戲幣繳費，家長隨即收到通知。" },
    mail: { title: "信箱", lead: "示範環境寄出的郵件，包括驗證碼，都留在這裡。" },
    demo: "這是示範環境，資料皆為虛構。登入帳號與密碼顯示於啟動服務的終端機，例如 guardian@campus.example。",
    trying: "試用",
  },
  en: {
    lang: "en",
    service: "Campus",
    lead: "Parents and their children, and what the school bills",
    other: { href: "/?locale=zh-TW", lang: "zh-Hant-TW", title: "中文" },
    parent: {
      title: "Parents",
      lead: "Apply for access to your children, follow the news, pay school bills.",
    },
    signIn: { title: "Sign in", lead: "For parents who have an account." },
    school: {
      title: "School staff",
      lead: "Review applications, keep the school's roster, issue bills.",
    },
    account: { title: "My account", lead: "Change a password, sign out everywhere." },
    docs: {
      title: "Documentation",
      lead: "For schools, payment partners and developers: guides, reference, status.",
    },
    ide: {
      title: "Explore the graph",
      lead: "Ask the demo city by GraphQL, with an example for every step.",
    },
    wallet: {
      title: "Play wallet",
      lead: "What a payment partner builds: pay a bill with play money, and the parent is told at once.",
    },
    mail: { title: "Mail", lead: "What the demo has sent, codes included, stays here." },
    demo: "This is a demo; everybody in it is made up. The terminal that started it shows the sign-ins, such as guardian@campus.example.",
    trying: "Try it",
  },
} as const satisfies Record<Language, object>;

function page(
  language: Language,
  { hasParentApp, hasSchoolConsole, hasDocs, hasIde, hasMailbox, hasWallet }: Options,
): string {
  const labels = words[language];
  const ways: Way[] = [
    ...(hasParentApp
      ? [
          { href: "/parent/", ...labels.parent },
          { href: `/session/sign-in?returnTo=/parent/&amp;locale=${language}`, ...labels.signIn },
        ]
      : []),
    ...(hasSchoolConsole ? [{ href: "/school/", ...labels.school }] : []),
    { href: "/sso", ...labels.account },
    ...(hasDocs ? [{ href: language === "en" ? "/docs/en/" : "/docs/zh-TW/", ...labels.docs }] : []),
  ];
  const toTry: Way[] = [
    ...(hasIde ? [{ href: "/graphql", ...labels.ide }] : []),
    ...(hasWallet ? [{ href: "/wallet/", ...labels.wallet }] : []),
    ...(hasMailbox ? [{ href: "/mail", ...labels.mail }] : []),
  ];
  const demo = hasMailbox ? `<p>${labels.demo}</p>` : "";
  return `<!doctype html>
<html lang="${labels.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${labels.service}</title>
${hasParentApp ? '<link rel="icon" href="/parent/icons/icon.svg" type="image/svg+xml">' : '<link rel="icon" href="data:,">'}
<style>${style}</style>
</head>
<body>
<main>
<header><h1>${labels.service}</h1><a href="${labels.other.href}" lang="${labels.other.lang}" hreflang="${labels.other.lang}">${labels.other.title}</a></header>
<p>${labels.lead}</p>
${list(ways)}
${toTry.length > 0 ? `<h2>${labels.trying}</h2>\n${demo}\n${list(toTry)}` : ""}
</main>
</body>
</html>
`;
}

function list(ways: readonly Way[]): string {
  const items = ways.map(({ href, title, lead }) => `<li><a href="${href}">${title}</a><p>${lead}</p></li>`);
  return `<ul>\n${items.join("\n")}\n</ul>`;
}

/** As the pages of the sign-in look, which come next. */
const style = `
:root { color-scheme: light; font: 1rem/1.6 system-ui, "PingFang TC", "Noto Sans TC", "Microsoft JhengHei", sans-serif; }
body { margin: 0; background: #f3f6f4; color: #16211b; }
main { box-sizing: border-box; max-width: 34rem; min-height: 100vh; margin: 0 auto; padding: 2rem 1.25rem; background: #fff; }
header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
h1 { margin: 0; color: #1d5c3f; font-size: 1.6rem; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
p { margin: .25rem 0 0; overflow-wrap: anywhere; }
ul { margin: 1rem 0 0; padding: 0; list-style: none; }
li { margin: .75rem 0 0; padding: .75rem 1rem; border: 1px solid #c7d3cb; border-radius: .5rem; }
a { color: #1d5c3f; font-weight: 700; }
li a { display: inline-block; padding: .4rem 0; font-size: 1.1rem; }
:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
`;

/** Nothing but this style, and the icon. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");
