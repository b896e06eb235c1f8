import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { partnerTokens } from "@campus-graph/clients/partner";
import { signIn } from "@campus-graph/clients/sign-in";
import { newId } from "@campus-graph/kit/sql/id";
import { decodeProtectedHeader } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { runningSubgraphs } from "../../gateway/launch/src/commands/running-subgraphs.js";
import { RotatingKeys } from "../../gateway/launch/src/data/rotate-keys.js";
import { dropKeys } from "../../gateway/launch/src/drop-keys.js";
import { withClient } from "../../gateway/launch/src/postgres/prepare-database.js";
import { eventually } from "../../subgraphs/kit/src/events/test/test-node.js";
import { walletAt } from "../harness/as.js";
import { demoPassword } from "../harness/graph.js";
import { Page } from "../harness/page.js";
import { tokenOf } from "./processes/applicants.js";
import { type DoubledCity, startDoubledCity } from "./processes/doubled-city.js";

const patience = 300_000;
/** As `npm run keys -- rotate` waits between the two steps. */
const rereadWithinMs = 15_000;
const me = "{ me { displayName unpaidBillCount } }";
const logins = ["guardian", "wu", "teacher", "cashier"].map((name) => `${name}@campus.example`);

describe("keys that are rotated with two copies of everything, under load", () => {
  let city: DoubledCity;
  let folder: string;
  /** Where a test failed before it ended its load. */
  let stopLoad = () => {};
  afterEach(() => stopLoad());
  const kept = { publicUrl: "", password: demoPassword };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "rotated-city-"));
    cpSync(inject("keysFolder"), folder, { recursive: true });
    city = await startDoubledCity({ keysFolder: folder });
    kept.publicUrl = city.publicUrl;
  }, patience);
  afterAll(async () => {
    await city?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(token: string | undefined, query: string): Promise<void> {
    const response = await fetch(`${city.publicUrl}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    if (response.status !== 200 || text.includes('"errors"')) throw new Error(`${response.status} ${text}`);
  }

  /** Everything that keys stand behind, on and on: cookies, sign-ins, tokens of every kind, and a person's sealed data. */
  async function startLoad() {
    const pages = logins.map(() => new Page(kept));
    for (const [index, page] of pages.entries()) await page.signIn(logins[index]!);
    const applicant = await tokenOf(newId(), city.publicUrl);
    const signedIn = () => signIn({ url: city.publicUrl, login: logins[0]!, password: demoPassword });
    const goOn = await signedIn();
    const acts: Record<string, () => Promise<unknown>> = {
      "a page that was signed in before": () => Promise.all(pages.map((page) => page.execute(me))),
      "a page that signs in": async () => {
        const page = new Page(kept);
        await page.signIn(logins[1]!);
        await page.execute(me);
      },
      "an app that signs in": async () => ask(await (await signedIn()).current(), me),
      "an app that was signed in before": async () => ask(await goOn.renew(), me),
      "an applicant of before": () =>
        ask(applicant, "{ bindingNotices(first: 1) { edges { node { id } } } }"),
      "a partner": async () => {
        const token = await partnerTokens(walletAt(city.publicUrl, folder)).current();
        await ask(token, '{ billByAccountNumber(accountNumber: "4803006300000198") { amount } }');
      },
    };
    const done: Record<string, number> = {};
    const failures: string[] = [];
    let isOver = false;
    stopLoad = () => {
      isOver = true;
    };
    const running = Object.entries(acts).map(async ([name, act]) => {
      done[name] = 0;
      while (!isOver) {
        await act().catch((error: Error) => failures.push(`${name}: ${error.message}`));
        done[name]++;
        await delay(20);
      }
    });
    const more = async (count: number) => {
      const goals = Object.entries(done).map(([name, before]) => [name, before + count] as const);
      await eventually(() => goals.every(([name, goal]) => done[name]! >= goal), "more was done", patience);
    };
    return {
      pages,
      failures,
      more,
      async end() {
        isOver = true;
        await Promise.all(running);
      },
    };
  }

  async function kidOfNewToken(): Promise<string | undefined> {
    const session = await signIn({ url: city.publicUrl, login: logins[0]!, password: demoPassword });
    return decodeProtectedHeader((await session.current())!).kid;
  }

  it(
    "refuses no request and loses no session, seals every row anew, and goes on without the old key",
    async () => {
      const load = await startLoad();
      await load.more(2);
      const before = await kidOfNewToken();
      new RotatingKeys(folder).add("2026-12-02");
      await load.more(2);
      await delay(rereadWithinMs);
      expect(await kidOfNewToken()).toBe(before);
      new RotatingKeys(folder).use(new Date());
      await eventually(
        async () => (await kidOfNewToken()) === "2026-12-02-sso",
        "the next key signs",
        patience,
      );
      await load.more(3);
      expect(load.failures).toEqual([]);

      const subgraphs = runningSubgraphs({
        SUPERGRAPH: join(city.folder, "supergraph.graphql"),
        KEYS_FILE: join(folder, "gateway.json"),
      });
      const drop = () =>
        dropKeys(new RotatingKeys(folder), { folder, now: new Date(), print: () => undefined, subgraphs });
      await expect(drop()).rejects.toThrow("Rows are still sealed by earlier keys");
      let dropped: string[] = [];
      await eventually(
        async () => {
          dropped = await drop().catch(() => []);
          return dropped.length > 0;
        },
        "every row is sealed anew",
        patience,
      );
      expect(dropped.toSorted()).toEqual(
        ["binding", "identity", "payments", "roster"].map((name) => `field:${name} demo-1`),
      );
      const { field, viewer } = JSON.parse(readFileSync(join(folder, "roster.json"), "utf8"));
      expect(Object.keys(field.keys)).toEqual(["2026-12-02"]);
      expect(Object.keys(viewer.keys)).toEqual(["demo-1", "2026-12-02"]);

      await load.more(3);
      await load.end();
      expect(load.failures).toEqual([]);
      expect(await placesOf("demo-1")).toEqual([]);

      for (const copy of [...city.copies.get("identity")!, ...city.copies.get("roster")!]) {
        await copy.stop();
        await copy.start();
      }
      for (const [index, page] of load.pages.entries())
        expect(await page.session()).toMatchObject({ kind: "SIGNED_IN", email: logins[index] });
    },
    patience,
  );

  it(
    "canary: a key that one service uses before the others have read it refuses requests",
    async () => {
      const load = await startLoad();
      await load.more(2);
      const others = ["binding", "identity", "payments", "roster"].map((name) =>
        join(folder, `${name}.json`),
      );
      const before = others.map((file) => readFileSync(file, "utf8"));
      new RotatingKeys(folder).add("2026-12-03");
      new RotatingKeys(folder).use(new Date());
      for (const [index, file] of others.entries()) writeFileSync(file, before[index]!);
      await eventually(() => load.failures.length > 0, "a request is refused", patience);
      await load.end();
    },
    patience,
  );

  /** The columns in which something lies that this key has sealed, of whatever ring, but for what knows keys again. */
  async function placesOf(keyId: string): Promise<string[]> {
    return withClient(city.database.adminUrl, async (client) => {
      const { rows: columns } = await client.query<{ schema: string; table: string; column: string }>(
        `select table_schema as schema, table_name as table, column_name as column
         from information_schema.columns where table_schema in ('identity', 'roster', 'binding', 'payments')
           and table_name <> 'key_check' and data_type in ('text', 'jsonb')`,
      );
      const found = [];
      for (const { schema, table, column } of columns) {
        const { rows } = await client.query<{ has: boolean }>(
          `select exists(select 1 from "${schema}"."${table}" where "${column}"::text ~ $1) as has`,
          [`\\m${keyId}\\.[A-Za-z0-9_-]{38}`],
        );
        if (rows[0]!.has) found.push(`${schema}.${table}.${column}`);
      }
      return found.toSorted();
    });
  }
});
