import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { type Checkout, smallCheckout } from "./test/checkout.js";

// Each starts a graph as far as it comes, in both languages side by side.
vi.setConfig({ testTimeout: 180_000 });

const daemon = 1;

interface Case {
  what: string;
  /** Puts the checkout or its data into the state that is refused; answers further variables. */
  spoil(checkout: Checkout): Record<string, string> | undefined;
  en: RegExp;
  zh: RegExp;
  uid?: number;
}

const write = (checkout: Checkout, file: string, text: string) => {
  const path = join(checkout.root, file);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
};

/** Nothing of this stands on stderr as a stack: an operator can mend each. */
const cases: Case[] = [
  {
    what: "a file of subgraphs that is no YAML",
    spoil: (checkout) => void write(checkout, "supergraph.yaml", "subgraphs: [alpha"),
    en: /supergraph\.yaml cannot be used: .*line 1[\s\S]*\n→ Mend it there/,
    zh: /無法使用 .*supergraph\.yaml：.*line 1[\s\S]*\n→ 請更正該處/,
  },
  {
    what: "a file that names no subgraph",
    spoil: (checkout) => void write(checkout, "supergraph.yaml", ""),
    en: /supergraph\.yaml names no subgraph\.\n→ Add one under `subgraphs:`\./,
    zh: /supergraph\.yaml 沒有列出任何子圖。\n→ 請在 `subgraphs:` 之下列出。/,
  },
  {
    what: "a subgraph without an address",
    spoil: (checkout) =>
      void write(checkout, "supergraph.yaml", "subgraphs: { alpha: { schema: { file: ./alpha.graphql } } }"),
    en: /gives alpha no routing_url that can be used\.\n→ Add it/,
    zh: /中的 alpha 沒有可用的 routing_url。\n→ 請補上/,
  },
  {
    what: "a subgraph without a schema",
    spoil: (checkout) =>
      void write(
        checkout,
        "supergraph.yaml",
        'subgraphs: { alpha: { routing_url: "http://127.0.0.1:4001/" } }',
      ),
    en: /gives alpha no schema\.file that can be used\.\n→ Add it/,
    zh: /中的 alpha 沒有可用的 schema\.file。\n→ 請補上/,
  },
  {
    what: "a subgraph whose program is missing",
    spoil: (checkout) => rmSync(join(checkout.root, "subgraphs/alpha"), { recursive: true }) as undefined,
    en: /names subgraphs\/alpha, but .*main\.ts is missing\.\n→ Take its row out/,
    zh: /列有 subgraphs\/alpha，但找不到 .*main\.ts。\n→ 請從檔案移除/,
  },
  {
    what: "a service that cannot say what it reads",
    spoil: (checkout) =>
      void write(checkout, "subgraphs/alpha/dist/src/main.js", "import 'no-such-package';"),
    en: /alpha does not say what it reads\. .*\n→ Look at it by itself: node .*main\.js --configuration/,
    zh: /alpha 未說明它讀取哪些設定。.*\n→ 請單獨執行以查看原因：node .*main\.js --configuration/,
  },
  {
    what: "a host that this machine has not",
    spoil: () => ({ HOST: "203.0.113.7" }),
    en: /HOST is 203\.0\.113\.7, which is no address of this machine\.\n→ .*HOST=127\.0\.0\.1/,
    zh: /HOST 是 203\.0\.113\.7，但這台電腦沒有這個位址。\n→ .*HOST=127\.0\.0\.1/,
  },
  {
    what: "a data folder that is a file",
    spoil: (checkout) => {
      write(checkout, "file", "");
      return { CAMPUS_DATA: join(checkout.root, "file") };
    },
    en: /The data folder .*file cannot be used: .*\n→ Choose a folder/,
    zh: /無法使用資料夾 .*file：.*\n→ 請改用這個使用者可寫入的資料夾/,
  },
  {
    what: "data whose keys are lost",
    spoil: (checkout) => void write(checkout, ".campus/postgres/PG_VERSION", "18\n"),
    en: /There is data in .*postgres, but its keys are missing from .*keys\.\n→ Put the keys back/,
    zh: /postgres 有資料，但 .*keys 缺少其金鑰。\n→ 請放回金鑰/,
  },
  {
    what: "keys that are damaged",
    spoil: (checkout) => void write(checkout, ".campus/keys/generated.json", '{ "rings": '),
    en: /generated\.json is damaged: .*\n→ Put it back from a backup/,
    zh: /generated\.json 的內容已損壞：.*\n→ 請以備份還原/,
  },
  {
    what: "data that another PostgreSQL wrote",
    spoil: (checkout) => {
      write(checkout, ".campus/keys/generated.json", '{ "rings": {}, "pairs": {}, "passwords": {} }');
      write(checkout, ".campus/postgres/PG_VERSION", "12\n");
    },
    en: /was written by PostgreSQL 12, and this is PostgreSQL 18\.\n→ .*pg_upgrade/,
    zh: /由 PostgreSQL 12 寫入，而這裡是 PostgreSQL 18。\n→ .*pg_upgrade/,
  },
  {
    what: "data of which only a part is there",
    spoil: (checkout) => {
      write(checkout, ".campus/keys/generated.json", '{ "rings": {}, "pairs": {}, "passwords": {} }');
      write(checkout, ".campus/postgres/PG_VERSION", "18\n");
    },
    en: /PostgreSQL did not start over .*postgres: [\s\S]*\n→ npm run doctor/,
    zh: /PostgreSQL 無法以 .*postgres 啟動：[\s\S]*\n→ 請執行 npm run doctor/,
  },
  {
    what: "a given server that does not run",
    spoil: () => ({ DATABASE_URL: "postgresql://office:secret@127.0.0.1:1/postgres" }),
    en: /PostgreSQL at 127\.0\.0\.1:1\/postgres does not let office in: .*\n→ Check DATABASE_URL/,
    zh: /127\.0\.0\.1:1\/postgres 的 PostgreSQL 不讓 office 連線：.*\n→ 請檢查 DATABASE_URL/,
  },
  {
    what: "a schema that is missing",
    spoil: (checkout) => rmSync(join(checkout.root, "alpha.graphql")) as undefined,
    en: /The printed schema of alpha, .*alpha\.graphql, is missing\.\n→ Print it with npm run schema/,
    zh: /找不到 alpha 的結構描述 .*alpha\.graphql。\n→ 請執行 npm run schema/,
  },
  {
    what: "a schema that cannot be read",
    spoil: (checkout) => void write(checkout, "alpha.graphql", "type Query { alpha: "),
    en: /cannot be composed\. The schema of alpha cannot be read: Syntax Error.*\n→ Mend those schemas/,
    zh: /無法組合子圖。The schema of alpha cannot be read: Syntax Error.*\n→ 請更正上述結構描述/,
  },
  {
    what: "schemas that contradict each other",
    spoil: (checkout) => void write(checkout, "alpha.graphql", "type Query { beta: String }"),
    en: /cannot be composed\. The subgraphs do not compose:\n[\s\S]*\n→ Mend those schemas/,
    zh: /無法組合子圖。The subgraphs do not compose:\n[\s\S]*\n→ 請更正上述結構描述/,
  },
  {
    what: "a service that ends before it is ready",
    spoil: (checkout) =>
      void write(
        checkout,
        "subgraphs/alpha/dist/src/main.js",
        `if (process.argv.includes("--configuration")) console.log('{"variables":[],"problems":[],"remarks":[]}');
        else { console.error("no more"); process.exit(1); }`,
      ),
    en: /alpha ended before it was ready; .*\n→ npm run doctor/,
    zh: /alpha 尚未就緒就結束了；.*\n→ npm run doctor/,
  },
];

/** As root all folders can be written and all ports be taken, so these are another user's. */
const ofAnotherUser: Case[] = [
  {
    what: "a folder that this user may not write to",
    uid: daemon,
    spoil: () => undefined,
    en: /The data folder .* cannot be used: EACCES.*\n→ Choose a folder|belongs to user 0, and this is user 1\.\n→ /,
    zh: /無法使用資料夾 .*EACCES.*\n→ |屬於使用者 0，而目前的使用者是 1。\n→ /,
  },
];

it.each(process.getuid?.() === 0 ? [...cases, ...ofAnotherUser] : cases)(
  "refuses in the operator's language, with what to do: $what",
  async ({ spoil, en, zh, uid }) => {
    const inLanguage = async (language: string, sentence: RegExp) => {
      await using checkout = await smallCheckout();
      const start = checkout.start({ ...spoil(checkout), LC_ALL: language }, uid);
      expect(await start.exited).toBe(1);
      expect(start.output).toMatch(sentence);
      expect(start.output).not.toMatch(/^\s+at .*:\d+/m);
      expect(checkout.processes()).toEqual([]);
    };
    await Promise.all([inLanguage("en_GB.UTF-8", en), inLanguage("zh_TW.UTF-8", zh)]);
  },
);

it("tells in the operator's language that a graph runs from the folder already", async () => {
  await using checkout = await smallCheckout();
  await checkout.start().ready();
  const second = checkout.start({ LC_ALL: "zh_TW.UTF-8" });
  expect(await second.exited).toBe(1);
  expect(second.output).toMatch(/這個資料夾的系統已在 .* 執行（行程 \d+）。\n→ 請直接使用/);
});
