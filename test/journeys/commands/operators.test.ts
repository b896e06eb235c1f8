import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Graph, startGraph } from "../../harness/graph.js";
import { supergraphAt } from "../../harness/supergraph.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const launch = join(root, "gateway", "launch", "dist", "src");

interface Case {
  command: string;
  words?: string[];
  when: string;
  environment?: () => Record<string, string>;
  en: RegExp;
  zh: RegExp;
  /** What is no refusal ends well. */
  code?: number;
}

/** What an operator asks of the running graph, and of the doctor: every sentence in the terminal's language. */
describe("a command of an operator", () => {
  let folder: string;
  let graph: Graph;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "campus-operators-"));
    graph = await startGraph();
    const urls = new Map(Object.values(graph.subgraphs).map(({ name, url }) => [name, url]));
    writeFileSync(join(folder, "supergraph.graphql"), supergraphAt(urls));
    const nowhere = new Map([...urls.keys()].map((name) => [name, "http://127.0.0.1:1"]));
    writeFileSync(join(folder, "nowhere.graphql"), supergraphAt(nowhere));
    writeFileSync(join(folder, "big5.csv"), Buffer.from([0xa4, 0xa4, 0xb0, 0xea]));
    writeFileSync(join(folder, "wrong.csv"), "code,name,level\n1,中正國小,ELEMENTARY\n");
  });
  afterAll(async () => {
    await graph?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const running = () => ({
    SUPERGRAPH: join(folder, "supergraph.graphql"),
    KEYS_FILE: join(inject("keysFolder"), "gateway.json"),
  });
  const cases: Case[] = [
    {
      command: "commands/bounce",
      words: ["mail.eml"],
      when: "the mail is named instead of given",
      en: /^npm run -s bounce < returned-mail\.eml/,
      zh: /^用法：npm run -s bounce </,
    },
    {
      command: "commands/bounce",
      when: "something else than a report comes",
      environment: running,
      en: /^This is no delivery report/,
      zh: /^這不是退信報告/,
      code: 0,
    },
    {
      command: "commands/bounce",
      when: "the graph is gone",
      environment: () => ({ ...running(), SUPERGRAPH: join(folder, "nowhere.graphql") }),
      en: /identity does not answer at/,
      zh: /identity 在 .* 沒有回應/,
    },
    {
      command: "operator-command",
      words: ["schools"],
      when: "no graph runs",
      environment: () => ({ CAMPUS_DATA: join(folder, "none") }),
      // Where another test has one running from this checkout meanwhile, the sentence says where.
      en: /No graph runs from .*none(\.\n→ .*npm start.*CAMPUS_DATA|; the one at .* runs from .*\n→ .*CAMPUS_DATA=)/,
      zh: /資料夾 .*none 沒有執行中的系統(。\n→ .*npm start.*CAMPUS_DATA|；.*\n→ .*CAMPUS_DATA=)/,
    },
    {
      command: "commands/appoint",
      when: "nobody is named",
      en: /^npm run appoint -- <email> .*REGISTRAR 403601/,
      zh: /^用法：npm run appoint -- <電子郵件> .*REGISTRAR 403601/,
    },
    {
      command: "commands/appoint",
      words: ["office@school.example", "REGISTRAR", "000000"],
      when: "there is no such school",
      environment: running,
      en: /The city has no school 000000\.\n→ npm run schools/,
      zh: /本市沒有代碼為 000000 的學校。\n→ npm run schools/,
    },
    {
      command: "commands/appoint",
      words: ["office@school.example", "IT"],
      when: "the graph is gone",
      environment: () => ({ ...running(), SUPERGRAPH: join(folder, "nowhere.graphql") }),
      en: /identity does not answer at http:\/\/127\.0\.0\.1:1\.\n→ .*npm start/,
      zh: /identity 在 http:\/\/127\.0\.0\.1:1 沒有回應。\n→ .*npm start/,
    },
    {
      command: "commands/settle",
      words: ["--all"],
      when: "it is not understood",
      environment: running,
      en: /^npm run settle -- <file>/,
      zh: /^用法：npm run settle -- <對帳檔>/,
    },
    {
      command: "commands/settle",
      words: [],
      when: "nothing is in suspense",
      environment: running,
      en: /^Nothing is in suspense\.$/m,
      zh: /^沒有暫收項目。$/m,
      code: 0,
    },
    {
      command: "commands/settle",
      words: ["wrong.csv"],
      when: "the file is no bank's",
      environment: () => ({ ...running(), INIT_CWD: folder }),
      en: /Line 1 of the settlement file cannot be read\..*Nothing of the file was booked\. \(SETTLEMENT_UNREADABLE\)/,
      zh: /對帳檔第 1 行無法讀取：.*整個檔案都未入帳。 \(SETTLEMENT_UNREADABLE\)/,
    },
    {
      command: "commands/schools",
      words: ["--all"],
      when: "there is no such option",
      en: /^npm run schools lists .*--dry-run/,
      zh: /^用法：npm run schools .*--dry-run/,
    },
    {
      command: "commands/schools",
      words: ["none.csv"],
      when: "the file is not there",
      environment: () => ({ ...running(), INIT_CWD: folder }),
      en: /none\.csv cannot be read: ENOENT.*\n→ Name a file/,
      zh: /無法讀取 .*none\.csv：ENOENT.*\n→ 請指定/,
    },
    {
      command: "commands/schools",
      words: ["big5.csv"],
      when: "the file is not UTF-8",
      environment: () => ({ ...running(), INIT_CWD: folder }),
      en: /big5\.csv is not UTF-8\.\n→ Save it as “CSV UTF-8”/,
      zh: /big5\.csv 不是 UTF-8 編碼。\n→ 請另存為「CSV UTF-8」/,
    },
    {
      command: "commands/schools",
      words: ["wrong.csv"],
      when: "a line is wrong",
      environment: () => ({ ...running(), INIT_CWD: folder }),
      en: /^Nothing was entered\.\nwrong\.csv:2 {2}.*[a-z].*\n→ Correct/,
      zh: /^未登錄任何學校。\nwrong\.csv:2 {2}.*\p{Script=Han}.*\n→ 請更正/u,
    },
    {
      command: "commands/schools",
      when: "the keys are others",
      environment: () => ({ ...running(), KEYS_FILE: join(folder, "gateway.json") }),
      en: /The keys in .*gateway\.json cannot be read: .*\n→ .*KEYS_FOLDER/,
      zh: /無法讀取金鑰檔 .*gateway\.json：.*\n→ .*KEYS_FOLDER/,
    },
    {
      command: "commands/dead-letters",
      words: ["again"],
      when: "there is no such verb",
      en: /^npm run dead-letters lists .*retry <subgraph> <key>/,
      zh: /^用法：npm run dead-letters .*retry <子圖> <鍵>/,
    },
    {
      command: "commands/dead-letters",
      words: ["retry", "rooster", "k1"],
      when: "there is no such subgraph",
      environment: running,
      en: /There is no subgraph rooster\.\n→ .*roster/,
      zh: /沒有名為 rooster 的子圖。\n→ .*roster/,
    },
    {
      command: "commands/dead-letters",
      words: ["retry", "roster", "k1"],
      when: "nothing waits under that key",
      environment: running,
      en: /roster has no dead letters under k1\.\n→ npm run dead-letters/,
      zh: /roster 沒有鍵為 k1 的失敗事件或工作。\n→ npm run dead-letters/,
    },
    {
      command: "commands/dead-letters",
      when: "there are none",
      environment: running,
      en: /^There are no dead letters\.\n$/,
      zh: /^沒有處理失敗的事件或工作。\n$/,
      code: 0,
    },
    {
      command: "commands/dead-letters",
      when: "it is run by itself",
      en: /SUPERGRAPH is missing\.\n→ .*npm run/,
      zh: /缺少 SUPERGRAPH。\n→ .*npm run/,
    },
    {
      command: "doctor",
      when: "neither database nor mail server can be reached",
      environment: () => ({
        MODE: "demo",
        CAMPUS_DATA: join(folder, "none"),
        DATABASE_URL: "postgresql://admin@127.0.0.1:1/postgres",
        SMTP_URL: "smtp://127.0.0.1:1",
      }),
      en: /Lock +free\n[\s\S]*PostgreSQL at 127\.0\.0\.1:1\/postgres does not let admin in: .*\n +→ .*DATABASE_URL[\s\S]*Mail +127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)\n +→ .*SMTP_URL[\s\S]*\n\d+ in the way\.\n$/,
      zh: /鎖定檔 +未鎖定\n[\s\S]*127\.0\.0\.1:1\/postgres 的 PostgreSQL 不讓 admin 連線：.*\n +→ .*DATABASE_URL[\s\S]*郵件 +無法連線到 127\.0\.0\.1:1（ECONNREFUSED）\n +→ .*SMTP_URL[\s\S]*\n有 \d+ 個問題待解決。\n$/,
    },
  ];

  it.each(cases)(
    "$command, when $when",
    async ({ command, words = [], environment = () => ({}), en, zh, code = 1 }) => {
      const runs = [
        ["en_GB.UTF-8", en],
        ["zh_TW.UTF-8", zh],
      ] as const;
      await Promise.all(
        runs.map(async ([language, sentence]) => {
          const ended = await run(command, words, { ...environment(), LC_ALL: language });
          expect(ended.output).toMatch(sentence);
          expect(ended.output).not.toMatch(/^\s+at .*:\d+/m);
          expect(ended.code).toBe(code);
        }),
      );
    },
  );

  /** As the launcher does, which the commands' own tests start over a whole graph. */
  async function run(command: string, words: readonly string[], environment: Record<string, string>) {
    const { SUPERGRAPH: _, KEYS_FILE: __, INIT_CWD: ___, CAMPUS_DATA: ____, ...own } = process.env;
    const child = spawn(process.execPath, [join(launch, `${command}.js`), ...words], {
      env: { ...own, ...environment },
    });
    child.stdin.end("Subject: hello\r\n\r\nhello\r\n");
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, output };
  }
});
