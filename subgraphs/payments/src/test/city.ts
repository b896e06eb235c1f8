import type { Viewer } from "@campus-graph/kit/auth/viewer";
import type { PartnerFacts } from "@campus-graph/schema/events";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { expectBooksToAgree } from "../../../../test/harness/books.js";
import { openAlone, SubgraphAlone } from "../../../../test/harness/subgraph-alone.js";
import type { Agreements } from "../agreements.js";
import type { PaymentsConfig } from "../config.js";
import type { PaymentsServices } from "../context.js";
import { type Channel, channels } from "../domain/channel.js";
import { createPayments } from "../subgraph.js";
import { type PrivateJwk, publicHalf, strangeBankKey, walletKeys } from "./partner-keys.js";

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

/** A city's payments on a database of its own. */
export class City extends SubgraphAlone<PaymentsServices> {
  static async start({ partners = { wallet: channels }, ...changes }: CityOptions = {}): Promise<City> {
    const city = new City(
      await openAlone<PaymentsConfig, PaymentsServices>({
        name: "payments",
        create: createPayments,
        config: (common) => common,
        changes,
      }),
    );
    for (const [clientId, channels] of Object.entries(partners))
      await city.deliver("identity.PartnerRegistered", clientId, partnerFacts(clientId, channels));
    return city;
  }

  /** What an operation answers that must have no errors. */
  // biome-ignore lint/suspicious/noExplicitAny: what came back is looked into field by field
  async read(viewer: Viewer, query: string, variables: object = {}): Promise<any> {
    return dataOf(await this.execute(viewer, query, variables));
  }

  /** The code of the refusal that is expected. */
  async refusal(viewer: Viewer, query: string, variables: object = {}): Promise<string | undefined> {
    return codeOf(await this.execute(viewer, query, variables));
  }

  /** How many statements the requests of this work cost. */
  async countStatements(work: () => Promise<unknown>): Promise<number> {
    this.takeStatements();
    await work();
    return this.takeStatements().length;
  }

  /** Nothing undelivered, and the books agree with the bills. */
  async checkBooks(): Promise<void> {
    await this.settle();
    await expectBooksToAgree(this.database.urls, ["payments"]);
  }
}
