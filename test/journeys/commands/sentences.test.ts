import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createListener } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noteStart } from "../../../gateway/launch/src/data/last-start.js";
import { startMark } from "../../../gateway/launch/src/processes.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

interface Case {
  command: string[];
  when: string;
  environment?: () => Record<string, string>;
  en: RegExp;
  zh: RegExp;
}

/** What somebody types wrongly, or before its time, and the sentence: what is wrong, where, and what to do. */
describe("a command of the terminal that cannot be done", () => {
  let folder: string;
  let elsewhere: string;
  let graph: Graph;
  let otherProgram: Server;
  let closedPort: number;
  const otherPort = () => (otherProgram.address() as AddressInfo).port;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "campus-commands-"));
    graph = await startGraph({ demoCity: true });
    mkdirSync(join(folder, "keys"));
    writeFileSync(join(folder, "keys", "demo.json"), JSON.stringify({ DEMO_PASSWORD: demoPassword }));
    writeFileSync(join(folder, "keys", "wallet.json"), JSON.stringify({ walletJwks: { keys: [{}] } }));
    elsewhere = mkdtempSync(join(tmpdir(), "campus-elsewhere-"));
    const launcher = { name: "launcher", pid: process.pid, mark: startMark(process.pid) };
    writeFileSync(
      join(elsewhere, "lock.json"),
      JSON.stringify({ launcher, url: "http://localhost:4700", services: [] }),
    );
    writeFileSync(join(folder, "broken.graphql"), "type Query { a: ");
    writeFileSync(join(folder, "plain.graphql"), "type Query { a: String }");
    otherProgram = createServer((_, response) => response.end("<html>another program</html>"));
    await new Promise<void>((resolve) => otherProgram.listen(0, "127.0.0.1", resolve));
    closedPort = await portThatIsClosed();
    // Once, so that the runs below find everything built.
    await run(["token"], {});
  });
  afterAll(async () => {
    await graph?.[Symbol.asyncDispose]();
    otherProgram?.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(elsewhere, { recursive: true, force: true });
    rmSync(join(root, "node_modules/.campus-started.json"), { force: true });
  });

  const supergraph = join(root, "schema", "supergraph.graphql");
  const here = () => ({ CAMPUS_DATA: folder });
  const cases: Case[] = [
    {
      command: ["token"],
      when: "nobody is named",
      en: /Say whose token.*\n→ .*npm run -s token -- guardian@campus\.example/,
      zh: /請指定.*\n→ .*npm run -s token -- guardian@campus\.example/,
    },
    {
      command: ["token", "guardian@campus.example"],
      when: "no graph was ever started there",
      environment: () => ({ CAMPUS_DATA: join(folder, "nowhere") }),
      en: /No demo city was started from .*nowhere\.\n→ .*npm start/,
      zh: /nowhere.*示範城市.*\n→ .*npm start/,
    },
    {
      command: ["token", "guardian@campus.example"],
      when: "a graph runs from another folder",
      environment: () => {
        noteStart(root, { folder: elsewhere, url: "http://localhost:4700" });
        return { CAMPUS_DATA: join(folder, "nowhere") };
      },
      en: /No demo city was started from .*nowhere; the graph at http:\/\/localhost:4700 runs from .*-elsewhere.*\.\n→ Give CAMPUS_DATA=.*-elsewhere/,
      zh: /http:\/\/localhost:4700 的系統是從 .*-elsewhere.* 執行的。\n→ .*CAMPUS_DATA=.*-elsewhere/,
    },
    {
      command: ["partner"],
      when: "its graph runs from another folder",
      environment: () => {
        noteStart(root, { folder: elsewhere, url: "http://localhost:4700" });
        return { CAMPUS_DATA: join(folder, "nowhere") };
      },
      en: /No graph runs from .*nowhere; the one at http:\/\/localhost:4700 runs from .*-elsewhere.*\.\n→ Give that: CAMPUS_DATA=/,
      zh: /http:\/\/localhost:4700 的系統是從 .*-elsewhere.* 執行的。\n→ .*CAMPUS_DATA=/,
    },
    {
      command: ["token", "guardian@campus.example"],
      when: "no graph runs",
      environment: () => ({ ...here(), PORT: String(closedPort) }),
      en: /No graph answers at http:\/\/localhost:\d+ \(ECONNREFUSED\)\.\n→ .*npm start.*PORT/,
      zh: /http:\/\/localhost:\d+ 沒有回應（ECONNREFUSED）。\n→ .*npm start.*PORT/,
    },
    {
      command: ["token", "guardian@campus.example"],
      when: "another program answers",
      environment: () => ({ ...here(), PORT: String(otherPort()) }),
      en: /What answers at http:\/\/localhost:\d+ is no graph.*\n→ .*PORT/,
      zh: /http:\/\/localhost:\d+ 的程式不是.*\n→ .*PORT/,
    },
    {
      command: ["token", "guardian@campus.example"],
      when: "the port is none",
      environment: () => ({ ...here(), PORT: "abc" }),
      en: /PORT is “abc”, which is no whole number from 1 to 65535\.\n→ .*PORT=4000/,
      zh: /PORT 是「abc」.*\n→ .*PORT=4000/,
    },
    {
      command: ["token", "guardian@campus.example"],
      when: "the address is none",
      environment: () => ({ ...here(), PUBLIC_URL: "localhost:4000" }),
      en: /PUBLIC_URL is no address that begins with http:\/\/ or https:\/\/\.\n→ .*PUBLIC_URL=/,
      zh: /PUBLIC_URL 不是.*\n→ .*PUBLIC_URL=/,
    },
    {
      command: ["token", "nobody@campus.example"],
      when: "nobody has that login",
      environment: () => ({ ...here(), PUBLIC_URL: graph.publicUrl }),
      en: /nobody@campus\.example cannot sign in: .*SIGN_IN_WRONG.*\n→ .*guardian@campus\.example/s,
      zh: /nobody@campus\.example 無法登入：.*SIGN_IN_WRONG.*\n→ .*guardian@campus\.example/s,
    },
    {
      command: ["token", "registrar@school.example"],
      when: "the graph has no demo people, and no password is given",
      environment: () => ({ CAMPUS_DATA: join(folder, "nowhere"), PUBLIC_URL: graph.publicUrl }),
      en: /There is no password for registrar@school\.example\.\n→ .*\/sso/,
      zh: /沒有 registrar@school\.example 的密碼。\n→ .*\/sso/,
    },
    {
      command: ["demo"],
      when: "no graph runs",
      environment: () => ({ ...here(), PORT: String(closedPort) }),
      en: /No graph answers at http:\/\/localhost:\d+ \(ECONNREFUSED\)\.\n→ .*npm start/,
      zh: /http:\/\/localhost:\d+ 沒有回應（ECONNREFUSED）。\n→ .*npm start/,
    },
    {
      command: ["demo"],
      when: "the port is none",
      environment: () => ({ ...here(), PORT: "70000" }),
      en: /PORT is “70000”, which is no whole number from 1 to 65535\.\n→ /,
      zh: /PORT 是「70000」.*\n→ /,
    },
    {
      command: ["bench"],
      when: "no benchmark is named",
      en: /Say which benchmark\.\n→ npm run bench -- abuse \| gateway/,
      zh: /請指定.*\n→ npm run bench -- abuse \| gateway/,
    },
    {
      command: ["bench", "speed"],
      when: "there is no such benchmark",
      en: /There is no benchmark “speed”\.\n→ npm run bench -- abuse \| gateway/,
      zh: /沒有「speed」.*\n→ npm run bench -- abuse \| gateway/,
    },
    {
      command: ["bench", "gateway", "--fast"],
      when: "there is no such option",
      en: /There is no option “--fast”\.\n→ .*--quick.*--rounds=/,
      zh: /沒有「--fast」.*\n→ .*--quick.*--rounds=/,
    },
    {
      command: ["doctor"],
      when: "production is told nothing",
      environment: () => ({
        MODE: "production",
        CAMPUS_DATA: join(folder, "production"),
        PORT: String(closedPort),
      }),
      en: /KEYS_FOLDER is missing.*\n\s*→ .*npm run keys[\s\S]*PUBLIC_URL is missing\.\n\s*→ [\s\S]*SMTP_URL is missing\.\n\s*→ [\s\S]*ISSUER_NOT_SET/,
      zh: /缺少 KEYS_FOLDER.*\n\s*→ .*npm run keys[\s\S]*缺少 PUBLIC_URL。\n\s*→ [\s\S]*缺少 SMTP_URL。\n\s*→ [\s\S]*各校都不能開立繳費單/,
    },
    {
      command: ["start"],
      when: "the port and the mode are none",
      environment: () => ({ MODE: "prod", CAMPUS_DATA: join(folder, "demo"), PORT: "none" }),
      en: /PORT is “none”, which is no port\.\n→ .*\n\nMODE is “prod”, which is no mode\.\n→ .*MODE=production/,
      zh: /PORT 是「none」，不是埠號。\n→ .*\n\nMODE 不能是「prod」。\n→ .*MODE=production/,
    },
    {
      command: ["start"],
      when: "the addresses of its databases are none",
      environment: () => ({
        DATABASE_URL: "localhost/campus",
        BUS_URL: "https://bus.example",
        CAMPUS_DATA: join(folder, "demo"),
        PORT: String(closedPort),
      }),
      en: /DATABASE_URL is no address that begins with postgresql:\/\/ .*\n→ .*DATABASE_URL=postgresql:[\s\S]*BUS_URL is no address/,
      zh: /DATABASE_URL 不是以 postgresql:\/\/ .*\n→ .*DATABASE_URL=postgresql:[\s\S]*BUS_URL 不是/,
    },
    {
      command: ["start"],
      when: "a service is told what cannot be",
      environment: () => ({
        SAFELIST: join(folder, "none.json"),
        CAMPUS_DATA: join(folder, "demo"),
        PORT: String(closedPort),
      }),
      en: /The list of operations .*none\.json cannot be used: .*\n→ .*SAFELIST=off/,
      zh: /無法使用操作清單 .*none\.json：.*\n→ .*SAFELIST=off/,
    },
    {
      command: ["doctor"],
      when: "the database's address is none",
      environment: () => ({
        DATABASE_URL: "campus",
        CAMPUS_DATA: join(folder, "demo"),
        PORT: String(closedPort),
      }),
      en: /✗ Configuration +DATABASE_URL is no address.*\n\s*→ /,
      zh: /✗ 設定 +DATABASE_URL 不是.*\n\s*→ /,
    },
    {
      command: ["keys"],
      when: "no folder is named",
      en: /One folder is wanted.*\n→ npm run keys -- \/some\/folder/,
      zh: /請指定一個資料夾.*\n→ npm run keys -- \/some\/folder/,
    },
    {
      command: ["keys", "rotate", "/campus-nowhere"],
      when: "there is nothing to rotate",
      en: /There are no key files in .*nowhere\.\n→ .*KEYS_FOLDER/,
      zh: /nowhere 沒有金鑰檔。\n→ .*KEYS_FOLDER/,
    },
    {
      command: ["keys", root],
      when: "the folder is not empty",
      en: /is not empty: it holds .*\n→ .*Give another folder\./,
      zh: /不是空的，其中有 .*\n→ .*請指定其他資料夾。/,
    },
    {
      command: ["keys", join(root, "package.json")],
      when: "what is named is a file",
      en: /package\.json cannot be used: .*\n→ Give a folder that this user may write to\./,
      zh: /無法使用 .*package\.json：.*\n→ 請指定這個使用者可寫入的資料夾。/,
    },
    {
      command: ["partner", "list"],
      when: "no graph runs",
      environment: () => {
        rmSync(join(root, "node_modules/.campus-started.json"), { force: true });
        return { CAMPUS_DATA: join(folder, "nowhere") };
      },
      en: /No graph runs from .*nowhere\.\n→ .*npm start/,
      zh: /nowhere 沒有執行中的系統。\n→ .*npm start/,
    },
    {
      command: ["fly"],
      when: "there is no such command",
      en: /There is no command “fly”\.\n→ .*start, test/,
      zh: /沒有「fly」這個命令。\n→ .*start, test/,
    },
    {
      command: ["gateway"],
      when: "a plugin is not there",
      environment: () => ({ SUPERGRAPH: supergraph, APOLLO_PLUGINS: "./none.mjs" }),
      en: /APOLLO_PLUGINS: \.\/none\.mjs cannot be loaded: .*\n→ Mend the module/,
      zh: /APOLLO_PLUGINS：無法載入 \.\/none\.mjs：.*\n→ 請修正該模組/,
    },
    {
      command: ["gateway"],
      when: "a header cannot be passed on",
      environment: () => ({ SUPERGRAPH: supergraph, PASS_HEADERS: "x-shop, host" }),
      en: /PASS_HEADERS: “host” is no header .*\n→ Take it out/,
      zh: /PASS_HEADERS：「host」不是.*\n→ 請從 PASS_HEADERS 移除/,
    },
    {
      command: ["gateway"],
      when: "no supergraph is named",
      en: /SUPERGRAPH is missing\.\n→ .*SUPERGRAPH=<file> PORT=<port> npm run gateway/,
      zh: /缺少 SUPERGRAPH。\n→ .*SUPERGRAPH=<檔案> PORT=<埠> npm run gateway/,
    },
    {
      command: ["gateway"],
      when: "the supergraph is not there",
      environment: () => ({ SUPERGRAPH: join(folder, "none.graphql") }),
      en: /SUPERGRAPH is .*none\.graphql, which does not exist\.\n→ /,
      zh: /SUPERGRAPH 是 .*none\.graphql，但沒有這個檔案。\n→ /,
    },
    {
      command: ["gateway"],
      when: "the supergraph cannot be read",
      environment: () => ({ SUPERGRAPH: join(folder, "broken.graphql") }),
      en: /SUPERGRAPH is .*broken\.graphql, which is no composed supergraph: Syntax Error.*\n→ .*rover supergraph compose/,
      zh: /SUPERGRAPH 是 .*broken\.graphql，但內容不是組合好的 supergraph：Syntax Error.*\n→ /,
    },
    {
      command: ["gateway"],
      when: "the file is a schema that nobody composed",
      environment: () => ({ SUPERGRAPH: join(folder, "plain.graphql") }),
      en: /SUPERGRAPH is .*plain\.graphql, which is no composed supergraph: .*\n→ /,
      zh: /SUPERGRAPH 是 .*plain\.graphql，但內容不是組合好的 supergraph：.*\n→ /,
    },
    {
      command: ["gateway"],
      when: "the port is none",
      environment: () => ({ SUPERGRAPH: supergraph, PORT: "abc" }),
      en: /PORT is “abc”, which is no whole number from 0 to 65535\.\n→ .*PORT=4000/,
      zh: /PORT 是「abc」，不是 0 到 65535 的整數。\n→ .*PORT=4000/,
    },
    {
      command: ["gateway"],
      when: "the port is taken",
      environment: () => ({ SUPERGRAPH: supergraph, PORT: String(otherPort()) }),
      en: /PORT is \d+, which another program has taken on 127\.0\.0\.1\.\n→ .*PORT=/,
      zh: /PORT 是 \d+，但 127\.0\.0\.1 的這個埠已被其他程式占用。\n→ .*PORT=/,
    },
    {
      command: ["gateway"],
      when: "the machine has no such address",
      environment: () => ({ SUPERGRAPH: supergraph, HOST: "203.0.113.7", PORT: String(closedPort) }),
      en: /HOST is 203\.0\.113\.7, which is no address of this machine\.\n→ .*HOST=127\.0\.0\.1/,
      zh: /HOST 是 203\.0\.113\.7，但這台電腦沒有這個位址。\n→ .*HOST=127\.0\.0\.1/,
    },
    {
      command: ["gateway"],
      when: "there is no such level",
      environment: () => ({ SUPERGRAPH: supergraph, LOG_LEVEL: "loud" }),
      en: /LOG_LEVEL is “loud”, which it cannot be\.\n→ .*LOG_LEVEL=warn/,
      zh: /LOG_LEVEL 不能是「loud」。\n→ .*LOG_LEVEL=warn/,
    },
  ];

  it.each(cases)("npm run $command, when $when", async ({ command, environment = () => ({}), en, zh }) => {
    for (const [language, sentence] of [
      ["en_GB.UTF-8", en],
      ["zh_TW.UTF-8", zh],
    ] as const) {
      const { code, output } = await run(command, { ...environment(), LC_ALL: language });
      expect(output).toMatch(sentence);
      expect(output).not.toMatch(/^\s+at .*:\d+/m);
      expect(code).not.toBe(0);
    }
  });

  it("npm run token asks for the password of somebody whom it does not know, and prints the token alone", async () => {
    const foreign = {
      CAMPUS_DATA: join(folder, "nowhere"),
      PUBLIC_URL: graph.publicUrl,
      LC_ALL: "en_GB.UTF-8",
    };
    const { code, output } = await run(["token", "guardian@campus.example"], foreign, `${demoPassword}\n`);
    expect(output).toMatch(/^Password of guardian@campus\.example: ey[\w.-]+\n$/);
    expect(code).toBe(0);
  });

  /** As `npm run` does, without npm. */
  async function run(
    [command = "", ...words]: readonly string[],
    environment: Record<string, string>,
    input = "",
  ) {
    const { CAMPUS_DATA: _, PORT: __, PUBLIC_URL: ___, ...own } = process.env;
    const script = join(root, "gateway", "launch", "src", "run.mjs");
    const child = spawn(process.execPath, [script, command, ...words], { env: { ...own, ...environment } });
    child.stdin.end(input);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    return { code, output };
  }
});

async function portThatIsClosed(): Promise<number> {
  const listener = createListener();
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
