import { Unreachable } from "../src/failure.js";
import { SignInRefused } from "../src/sign-in-refused.js";

type Environment = Readonly<Record<string, string | undefined>>;
export type Language = "zh-TW" | "en";

/** The language of a terminal, by the variables that POSIX has for it. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  return (LC_ALL || LC_MESSAGES || LANG || "").startsWith("zh") ? "zh-TW" : "en";
}

type Sentence = (...details: string[]) => readonly [what: string, remedy: string];

/** What may keep the demo's commands from doing anything: what is wrong and where, and what to do. */
const sentences = {
  nobodyNamed: {
    "zh-TW": () => [
      "請指定要取得誰的權杖。",
      "例如 npm run -s token -- guardian@campus.example（或 wallet）",
    ],
    en: () => ["Say whose token.", "For example: npm run -s token -- guardian@campus.example (or: wallet)"],
  },
  noCity: {
    "zh-TW": (folder) => [
      `${folder} 還沒有啟動過示範城市。`,
      "請在另一個終端機執行 npm start，待其就緒；資料若在別的資料夾，請設 CAMPUS_DATA=…。",
    ],
    en: (folder) => [
      `No demo city was started from ${folder}.`,
      "Run npm start in another terminal and wait until it is ready; if its data lie elsewhere, give CAMPUS_DATA=…",
    ],
  },
  noDemo: {
    "zh-TW": (url, folder) => [
      `${url}（資料在 ${folder}）的不是示範城市；這個命令只用示範城市的業者與繳費單。`,
      "請另外啟動示範城市：MODE=demo CAMPUS_DATA=/tmp/campus-demo PORT=4100 npm start，再以同樣的 CAMPUS_DATA 與 PORT 執行。",
    ],
    en: (url, folder) => [
      `What runs at ${url}, from ${folder}, is no demo city; this command works with the demo's partner and bills alone.`,
      "Start the demo beside it, MODE=demo CAMPUS_DATA=/tmp/campus-demo PORT=4100 npm start, and give the same CAMPUS_DATA and PORT.",
    ],
  },
  cityElsewhere: {
    "zh-TW": (folder, url, other) => [
      `${folder} 還沒有啟動過示範城市；${url} 的系統是從 ${other} 執行的。`,
      `請設為 CAMPUS_DATA=${other}。`,
    ],
    en: (folder, url, other) => [
      `No demo city was started from ${folder}; the graph at ${url} runs from ${other}.`,
      `Give CAMPUS_DATA=${other}.`,
    ],
  },
  noPort: {
    "zh-TW": (port) => [`PORT 是「${port}」，不是 1 到 65535 的整數。`, "例如設為 PORT=4000，或不設。"],
    en: (port) => [
      `PORT is “${port}”, which is no whole number from 1 to 65535.`,
      "Give one, such as PORT=4000, or leave it out.",
    ],
  },
  noAddress: {
    "zh-TW": () => [
      "PUBLIC_URL 不是以 http:// 或 https:// 開頭的網址。",
      "例如設為 PUBLIC_URL=http://localhost:4000，或不設。",
    ],
    en: () => [
      "PUBLIC_URL is no address that begins with http:// or https://.",
      "Give one, such as PUBLIC_URL=http://localhost:4000, or leave it out.",
    ],
  },
  noAnswer: {
    "zh-TW": (url, reason) => [
      `${url} 沒有回應（${reason}）。`,
      "請在另一個終端機執行 npm start，待其就緒；若在別的埠執行，請設 PORT=… 或 PUBLIC_URL=…。",
    ],
    en: (url, reason) => [
      `No graph answers at ${url} (${reason}).`,
      "Run npm start in another terminal and wait until it is ready; if it runs elsewhere, give PORT=… or PUBLIC_URL=…",
    ],
  },
  noGraph: {
    "zh-TW": (url) => [
      `在 ${url} 的程式不是 Campus Graph。`,
      "請以 PORT=… 或 PUBLIC_URL=… 指出 npm start 所列的位址。",
    ],
    en: (url) => [
      `What answers at ${url} is no graph of ours.`,
      "Give the address that npm start printed: PORT=… or PUBLIC_URL=…",
    ],
  },
  noPassword: {
    "zh-TW": (login) => [
      `沒有 ${login} 的密碼。`,
      `請在提示後輸入，或由管線傳入：npm run -s token -- ${login} < 密碼檔。第一次登入請先在瀏覽器開啟 /sso 設定密碼。`,
    ],
    en: (login) => [
      `There is no password for ${login}.`,
      `Type it when asked, or pipe it in: npm run -s token -- ${login} < password-file. Who has none yet chooses one at /sso in a browser.`,
    ],
  },
  notSignedIn: {
    "zh-TW": (login, reason) => [
      `${login} 無法登入：${reason}`,
      "示範城市的帳號由 npm start 列出，例如 guardian@campus.example、teacher@campus.example、wallet；其他城市請核對帳號與密碼。",
    ],
    en: (login, reason) => [
      `${login} cannot sign in: ${reason}`,
      "npm start lists the demo's logins, such as guardian@campus.example, teacher@campus.example, wallet; of another city, check login and password.",
    ],
  },
} as const satisfies Record<string, Readonly<Record<Language, Sentence>>>;

const questions = {
  password: {
    "zh-TW": (login: string) => `${login} 的密碼：`,
    en: (login: string) => `Password of ${login}: `,
  },
  code: {
    "zh-TW": (login: string) => `寄到 ${login} 的驗證碼：`,
    en: (login: string) => `The code that was mailed to ${login}: `,
  },
  secondFactor: {
    "zh-TW": (login: string) => `${login} 的驗證器驗證碼，或備用碼：`,
    en: (login: string) => `The code of ${login}'s authenticator, or a recovery code: `,
  },
};

/** A prompt at the terminal. */
export function question(about: keyof typeof questions, login: string): string {
  return questions[about][terminalLanguage(process.env)](login);
}

/** A sentence for whoever runs the command, in the terminal's language. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";

  constructor(sentence: keyof typeof sentences, ...details: string[]) {
    const translate: Sentence = sentences[sentence][terminalLanguage(process.env)];
    const [what, remedy] = translate(...details);
    super(`${what}\n→ ${remedy}`);
  }
}

/** Why a request to the city failed; an error of another kind is returned as it is. */
export function refusalOf(error: unknown, url: string, login?: string): unknown {
  if (error instanceof SignInRefused && login)
    return new CommandRefused("notSignedIn", login, `${error.message} (${error.code})`);
  if (!(error instanceof Unreachable)) return error;
  const reason = systemCodeIn(error);
  return reason ? new CommandRefused("noAnswer", url, reason) : new CommandRefused("noGraph", url);
}

/** The system's code for the cause, such as ECONNREFUSED, however deep it lies. */
function systemCodeIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  if (code && /^E[A-Z]+/.test(code)) return code;
  if (error instanceof AggregateError) return error.errors.map(systemCodeIn).find((found) => found);
  return systemCodeIn(error.cause);
}
