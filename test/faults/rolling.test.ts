import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../../subgraphs/kit/src/events/test/test-node.js";
import { endOf, tokenOf } from "./processes/applicants.js";
import { Balancer } from "./processes/balancer.js";
import { type DoubledCity, startDoubledCity } from "./processes/doubled-city.js";
import { type Load, startLoad } from "./processes/load.js";
import { Publisher } from "./processes/publisher.js";
import { size } from "./size.js";
import { Subscriber } from "./subscriber.js";

const rounds = size(1, 3);
const clients = 4;
/** So many more requests are answered between two restarts. */
const stretch = 100;
/** So many failures say that it is no passing fault. */
const hopeless = 1_000;
const drainGraceMs = 500;
const patience = size(240_000, 600_000);

const query =
  "{ schools(level: ELEMENTARY) { code name } bindingNotices(first: 5) { edges { node { id } } } }";

/** CI restarts the gateways only. */
const isRestarted = (service: string) => service === "gateway" || size(0, 1) === 1;

describe("F11: processes restarted, one after another, under load", () => {
  let city: DoubledCity;
  let speaker: Publisher;
  let balancer: Balancer;
  beforeAll(async () => {
    city = await startDoubledCity({ demo: false, drainGraceMs });
    speaker = await Publisher.open(city.database.urls);
    balancer = await Balancer.start(city.copies.get("gateway")!.map(({ port }) => port));
    balancer.pollReadiness(drainGraceMs / 10);
  });
  afterAll(async () => {
    await balancer?.[Symbol.asyncDispose]();
    await speaker?.[Symbol.asyncDispose]();
    await city?.[Symbol.asyncDispose]();
  });

  it(
    "fails no request, and sockets go on where they were",
    async () => {
      const subject = newId();
      const token = await tokenOf(subject, city.publicUrl);
      const after = await endOf(balancer.url, token);
      const reader = new Subscriber({ urls: [balancer.url], token, after, resumes: true });
      const reading = reader.read(0);
      await using load = startLoad({ url: balancer.url, query, token, clients });
      let published = 0;
      for (let round = 0; round < rounds; round++)
        for (const copy of [...city.copies.values()].flat().filter(({ service }) => isRestarted(service))) {
          await speaker.publishTo([subject]);
          published++;
          await more(load);
          expect([copy.service, await copy.stop(patience)]).toEqual([copy.service, true]);
          await more(load);
          await copy.start();
        }
      await more(load);
      expect(load.failures).toEqual([]);
      await eventually(() => reader.received.length >= published, "every notice has arrived", patience);
      reader.stop();
      await reading;
      const appended = (await speaker.appended([subject])).get(subject)!;
      expect(reader.received).toEqual(appended.map(({ id }) => id));
    },
    patience,
  );

  it(
    "canary: a gateway that is killed takes requests along",
    async () => {
      const token = await tokenOf(newId(), city.publicUrl);
      await using load = startLoad({ url: balancer.url, query, token, clients });
      await more(load);
      const [doomed] = city.copies.get("gateway")!;
      await doomed!.kill();
      await doomed!.start();
      await more(load);
      expect(load.failures.length).toBeGreaterThan(0);
    },
    patience,
  );

  async function more(load: Load): Promise<void> {
    const goal = load.answered + stretch;
    const holds = () => {
      if (load.failures.length > hopeless) throw new Error(`Nearly all fails: ${load.failures[0]}`);
      return load.answered >= goal;
    };
    await eventually(holds, "more is answered", patience);
  }
});
