import { signRequest, type Viewer } from "@campus-graph/kit/auth/viewer";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import { newId } from "@campus-graph/kit/sql/id";
import type { RunningSubgraph } from "@campus-graph/kit/subgraph";
import type { CampusEvents, CampusEventType, PartnerFacts } from "@campus-graph/schema/events";
import { createDatabase, type TestDatabase } from "../../../../test/harness/postgres.js";
import { ofRequests } from "../../../../test/harness/statements.js";
import type { Agreements } from "../agreements.js";
import type { PaymentsConfig } from "../config.js";
import type { PaymentsServices } from "../context.js";
import { type Channel, channels } from "../domain/channel.js";
import { createPayments } from "../subgraph.js";
import { keys, type PrivateJwk, publicHalf, strangeBankKey, walletKeys } from "./keys.js";

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: what came back is looked into field by field
  data?: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

export interface CityOptions {
  agreements?: Partial<Agreements>;
  /** The channels of each partner that identity has told of; the wallet for all of them when absent. */
  partners?: Readonly<Record<string, readonly Channel[]>>;
  demoCity?: boolean;
}

/** A partner as identity tells of it. */
export function partnerFacts(
  clientId: string,
  channels: readonly Channel[],
  changes: Partial<PartnerFacts> = {},
) {
  return {
    subjectId: clientId,
    name: clientId,
    channels,
    scopes: ["bills:read", "payments:notify"],
    keys: partnerKeys(clientId).map(publicHalf),
    suspended: false,
    ...changes,
  };
}

function partnerKeys(clientId: string): PrivateJwk[] {
  return clientId === "wallet" ? Object.values(walletKeys) : [strangeBankKey];
}

/** A city's payments on a database of its own; the other subgraphs are heard by their events alone. */
export class City {
  readonly clock = new SettableClock();
  readonly statements: string[] = [];
  readonly #positions = new Map<string, number>();

  private constructor(
    readonly database: TestDatabase,
    readonly bus: PostgresBus,
  ) {}

  config!: PaymentsConfig;
  payments!: RunningSubgraph<PaymentsServices>;

  static async start({
    agreements,
    partners = { wallet: channels },
    demoCity = false,
  }: CityOptions = {}): Promise<City> {
    const database = await createDatabase();
    const city = new City(database, new PostgresBus(database.urls.bus));
    await city.bus.prepare();
    city.config = {
      mode: "test" as const,
      host: "127.0.0.1",
      port: 0,
      databaseUrl: database.urls.payments,
      busUrl: database.urls.bus,
      publicUrl: "http://campus.test",
      keys,
      logLevel: "silent",
      demoCity,
      ...(agreements ? { agreements } : {}),
    };
    const onStatement = ofRequests((sql) => city.statements.push(sql));
    city.payments = await createPayments(city.config, { clock: city.clock, onStatement });
    for (const [clientId, channels] of Object.entries(partners))
      await city.deliver("identity.PartnerRegistered", clientId, partnerFacts(clientId, channels));
    await city.settle();
    return city;
  }

  /** Payments once more, over the same database. */
  async anotherCopy(): Promise<{ url: string } & AsyncDisposable> {
    const copy = await createPayments(this.config, { clock: this.clock });
    return { url: copy.url, [Symbol.asyncDispose]: () => copy.stop() };
  }

  /** Stopped and started again, as for a new version: what is not in the database is gone. */
  async restart(): Promise<void> {
    await this.payments.stop();
    this.payments = await createPayments(this.config, { clock: this.clock });
  }

  /** An event of another subgraph, as it would arrive from the bus. */
  async deliver<T extends CampusEventType>(type: T, key: string, payload: CampusEvents[T]): Promise<void> {
    await this.deliverAll([{ type, key, payload }]);
  }

  async deliverAll<T extends CampusEventType>(
    events: readonly { type: T; key: string; payload: CampusEvents[T] }[],
  ): Promise<void> {
    await this.bus.publish(
      events.map(({ type, key, payload }) => {
        const source = type.slice(0, type.indexOf("."));
        const position = (this.#positions.get(source) ?? 0) + 1;
        this.#positions.set(source, position);
        return { source, epoch: 1, position, id: newId(), type, key, payload, occurredAt: this.clock.now() };
      }),
    );
  }

  /** Until nothing is left to do. */
  async settle(): Promise<void> {
    while (await this.payments.settle());
  }

  /** A request as the gateway would send it for this viewer. */
  async send(
    viewer: Viewer,
    query: string,
    variables: object = {},
    url = this.payments.url,
  ): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    const path = "/graphql";
    const headers = signRequest(keys.ring("viewer"), {
      audience: "payments",
      method: "POST",
      path,
      body,
      viewer,
      traceId: "trace",
    });
    const response = await fetch(`${url}${path}`, { method: "POST", headers, body });
    return (await response.json()) as Answer;
  }

  /** The same, where no error is expected. */
  // biome-ignore lint/suspicious/noExplicitAny: what came back is looked into field by field
  async execute(viewer: Viewer, query: string, variables: object = {}): Promise<any> {
    const { data, errors } = await this.send(viewer, query, variables);
    if (errors)
      throw new Error(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join("; "));
    return data;
  }

  /** The code of the refusal that is expected. */
  async refusal(viewer: Viewer, query: string, variables: object = {}): Promise<unknown> {
    const { errors } = await this.send(viewer, query, variables);
    return errors?.[0]?.extensions.code;
  }

  /** How many statements the requests of this work cost. */
  async countStatements(work: () => Promise<unknown>): Promise<number> {
    const before = this.statements.length;
    await work();
    return this.statements.length - before;
  }

  /** Rows of payments' own tables. */
  async rows<T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.payments.database.em.fork().execute<T[]>(sql, values);
  }

  /** Nothing undelivered, and the books agree with the bills. */
  async checkBooks(): Promise<void> {
    await this.settle();
    const problems = await this.rows<{ problem: string }>(contradictions);
    if (problems.length > 0) throw new Error(problems.map(({ problem }) => problem).join("; "));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.payments.stop();
    await this.bus.close();
    await this.database[Symbol.asyncDispose]();
  }
}

/** Each row is a contradiction between bills, payments and the ledger, or an event that was not dealt with. */
const contradictions = `
  select 'event not handled: ' || type || ' ' || coalesce(last_error, '') as problem from inbox_waiting
  union all
  select 'bill ' || bill.id || ' does not stand in the ledger once' from bill
  where 1 <> (select count(*) from ledger_transfer
              where bill_id = bill.id and kind = 'BILL_ISSUED' and amount = bill.amount)
  union all
  select 'payment ' || payment.id || ' does not stand in the ledger once' from payment
  where 1 <> (select count(*) from ledger_transfer
              where payment_id = payment.id and amount = payment.amount
                and kind = case outcome when 'RECEIVED' then 'PAYMENT_RECEIVED' else 'OVERPAYMENT_RECEIVED' end)
  union all
  select 'bill ' || bill.id || ' is ' || status || ' with ' || count(payment.id) || ' settling payments'
  from bill left join payment on bill_id = bill.id and outcome = 'RECEIVED'
  group by bill.id, status having (status = 'PAID') <> (count(payment.id) = 1)`;
