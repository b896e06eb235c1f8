import { setTimeout as held } from "node:timers/promises";
import { connect } from "@campus-graph/clients/connect";
import { signIn } from "@campus-graph/clients/sign-in";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withClient } from "../../gateway/launch/src/postgres/prepare-database.js";
import { eventually } from "../../subgraphs/kit/src/events/test/test-node.js";
import { walletAt } from "../harness/as.js";
import { disagreementsIn, leftOverIn } from "../harness/books.js";
import { demoPassword } from "../harness/graph.js";
import { childOf, children } from "../journeys/given.js";
import { accountOf, noticesOf } from "./processes/accounts.js";
import { type DoubledCity, startDoubledCity } from "./processes/doubled-city.js";
import { type PayerFixtures, type Payers, pay } from "./processes/payers.js";
import { lastingTokens, persistently } from "./processes/persistence.js";
import { Reader } from "./processes/reader.js";
import { size } from "./size.js";

const kills = size(5, 200);
const payers = 4;
/** So many more payments are acknowledged between two kills. */
const stretch = 4;
const readers = ["guardian", "coguardian"] as const;
const patience = size(600_000, 3_600_000);

describe("F2: gateways, subgraphs and their relays killed with -9, two copies of each", () => {
  let city: DoubledCity;
  beforeAll(async () => {
    city = await startDoubledCity();
  });
  afterAll(() => city?.[Symbol.asyncDispose]());

  it(
    `loses and doubles no payment, no bill and no notice over ${kills} kills`,
    async () => {
      const apps = readers.map((name) => new Reader(city.gatewayUrls, tokensOf(name)));
      for (const app of apps) await app.start();
      const { paid, contradictions, run } = await payThrough(kills);
      expect(paid.size).toBeGreaterThanOrEqual(kills * stretch);
      expect(contradictions).toBe(0);
      expect(await accountOf(city.database.adminUrl, run, paid)).toEqual({ lost: 0, doubled: 0 });

      const { urls, adminUrl } = city.database;
      await eventually(
        async () => (await leftOverIn(urls)).length === 0,
        "every event is dealt with",
        patience,
      );
      expect(await disagreementsIn(urls)).toEqual([]);
      for (const [index, app] of apps.entries()) {
        const { subjectId } = demoPeople[readers[index]!];
        const notices = await noticesOf(adminUrl, subjectId, run);
        expect(notices).toHaveLength(paid.size * 2);
        await eventually(() => app.received.length >= notices.length, "every notice has arrived", patience);
        await app.stop();
        expect(app.received).toEqual(notices);
      }
    },
    patience,
  );

  it(
    "canary: without the key under which a payment is known, a notice told again pays again",
    async () => {
      await withClient(city.database.adminUrl, (client) => client.query(forgetKeys));
      const { paid, run } = await payThrough(2);
      expect((await accountOf(city.database.adminUrl, run, paid)).doubled).toBeGreaterThan(0);
    },
    patience,
  );

  async function payThrough(kills: number) {
    const run = crypto.randomUUID().slice(0, 8);
    const fixtures = await Promise.all(Array.from({ length: payers }, (_, payer) => fixture(payer)));
    const paying = pay(fixtures, run);
    for (let killed = 0, turn = 0; killed < kills; turn++) killed += await killAndStart(turn, paying);
    await paying.stop();
    return { paid: paying.paid, contradictions: paying.contradictions, run };
  }

  /** In the midst of payments, one copy of a service or, every fourth time, both. How many were killed. */
  async function killAndStart(turn: number, paying: Payers): Promise<number> {
    const goal = paying.paid.size + stretch;
    await eventually(() => paying.paid.size >= goal, `more is paid before kill ${turn}`, patience);
    await held(Math.random() * 200);
    const services = [...city.copies.values()];
    const copies = services[turn % services.length]!;
    const chosen = turn % 4 === 3 ? copies : [copies[turn % 2]!];
    await Promise.all(chosen.map((copy) => copy.kill()));
    await Promise.all(chosen.map((copy) => copy.start()));
    return chosen.length;
  }

  /** Every other one asks the second gateway first. */
  async function fixture(payer: number): Promise<PayerFixtures> {
    const urls = payer % 2 === 0 ? city.gatewayUrls : city.gatewayUrls.toReversed();
    const as = (name: keyof typeof demoPeople) => connect({ url: urls, tokens: tokensOf(name) });
    const guardian = as("guardian");
    const studentId = await persistently(() => childOf(guardian, children.younger));
    return { cashier: as("cashier"), guardian, wallet: walletAt(city.publicUrl), urls, studentId };
  }

  function tokensOf(name: keyof typeof demoPeople) {
    const { email: login } = demoPeople[name];
    return lastingTokens(() => signIn({ url: city.publicUrl, login, password: demoPassword }));
  }
});

/** The unique key is still there, but what stands under it says nothing any more. */
const forgetKeys = `
  create function payments.forget_key() returns trigger language plpgsql as $$
  begin
    new.transaction_number := gen_random_uuid();
    return new;
  end $$;
  create trigger forget_key before insert on payments.payment for each row execute function payments.forget_key();
  grant execute on function payments.forget_key() to public`;
