import { setTimeout as held } from "node:timers/promises";
import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../../subgraphs/kit/src/events/test/test-node.js";
import { endOf, tokenOf } from "./processes/applicants.js";
import { type DoubledCity, startDoubledCity } from "./processes/doubled-city.js";
import { Publisher } from "./processes/publisher.js";
import { size } from "./size.js";
import { Subscriber } from "./subscriber.js";

const subscribers = size(20, 50);
const cuts = size(5, 20);
const publishedPerSecond = 250;
const leastPerSecond = 200;
const patience = size(240_000, 600_000);

describe("F4: sockets cut again and again, two copies of everything", () => {
  let city: DoubledCity;
  let speaker: Publisher;
  beforeAll(async () => {
    city = await startDoubledCity({ demo: false });
    speaker = await Publisher.open(city.database.urls);
  });
  afterAll(async () => {
    await speaker?.[Symbol.asyncDispose]();
    await city?.[Symbol.asyncDispose]();
  });

  it(
    "resumes at another copy with nothing missed, doubled or out of order",
    async () => {
      const { readers, delivered, perSecond } = await run({ resumes: true });
      for (const [subject, reader] of readers) expect(reader.received).toEqual(delivered.get(subject));
      expect(perSecond).toBeGreaterThan(size(0, leastPerSecond));
    },
    patience,
  );

  it(
    "canary: without the cursor, what came during the cuts is missed",
    async () => {
      const { readers, delivered } = await run({ resumes: false });
      const missed = [...readers].reduce((sum, [subject, { received }]) => {
        const seen = new Set(received);
        return sum + delivered.get(subject)!.filter((id) => !seen.has(id)).length;
      }, 0);
      expect(missed).toBeGreaterThan(0);
    },
    patience,
  );

  it(
    "resumes at the other copy when one gateway and one of each subgraph are killed with -9",
    async () => {
      const { readers, delivered } = await run({ resumes: true, kills: true });
      for (const [subject, reader] of readers) expect(reader.received).toEqual(delivered.get(subject));
    },
    patience,
  );

  /** Subscribes, cuts, and speaks all the while; then everything that was appended is compared with what arrived. */
  async function run({ resumes, kills = false }: { resumes: boolean; kills?: boolean }) {
    const subjects = Array.from({ length: subscribers }, () => newId());
    const readers = new Map<string, Subscriber>();
    for (const subject of subjects) {
      const token = await tokenOf(subject, city.publicUrl);
      const after = await endOf(city.gatewayUrls[0]!, token);
      readers.set(subject, new Subscriber({ urls: city.gatewayUrls, token, after, resumes }));
    }
    const reading = [...readers.values()].map((reader) => reader.read(cuts));
    const began = performance.now();
    let published = 0;
    while ([...readers.values()].some(({ cutsDone }) => !cutsDone)) {
      await speaker.publishTo(subjects);
      published += subjects.length;
      if (kills && published === subjects.length * 5) await city.killOneOfEach();
      // A canary's readers fall behind for good; so it is the list that must keep up.
      const arrived = () => (resumes ? receivedBy(readers) : speaker.count(subjects));
      await eventually(
        async () => published - (await arrived()) < subjects.length * 20,
        "all keep up",
        patience / 2,
      );
      await held(Math.max(0, began + (published / publishedPerSecond) * 1_000 - performance.now()));
    }
    const perSecond = published / ((performance.now() - began) / 1_000);
    await eventually(
      async () => (await speaker.count(subjects)) === published,
      "all is appended",
      patience / 2,
    );
    const appended = await speaker.appended(subjects);
    const delivered = new Map([...appended].map(([subject, all]) => [subject, all.map(({ id }) => id)]));
    if (resumes)
      await eventually(
        () =>
          [...readers].every(([subject, { received }]) => received.length >= delivered.get(subject)!.length),
        "everything has arrived",
        patience / 2,
      );
    for (const reader of readers.values()) reader.stop();
    await Promise.all(reading);
    return { readers, delivered, perSecond };
  }
});

function receivedBy(readers: ReadonlyMap<string, Subscriber>): number {
  return [...readers.values()].reduce((sum, { received }) => sum + received.length, 0);
}
