import { join } from "node:path";
import { setTimeout as held } from "node:timers/promises";
import { createApplicantTokens } from "@campus-graph/identity/applicant-tokens";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { newId } from "@campus-graph/kit/id";
import { readKeys } from "@campus-graph/kit/keys";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { eventually } from "../../subgraphs/kit/src/events/test/station.js";
import { size } from "./size.js";
import { Subscriber } from "./subscriber.js";
import { startTwoCopies, type TwoCopies } from "./two-copies.js";

const subscribers = size(20, 50);
const cuts = size(5, 20);
const spokenPerSecond = 250;
const leastPerSecond = 200;
const patience = size(240_000, 600_000);

describe("F4: sockets cut again and again", () => {
  let copies: TwoCopies;
  beforeAll(async () => {
    copies = await startTwoCopies();
  });
  afterAll(() => copies[Symbol.asyncDispose]());

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
    "resumes at the other copy when one gateway and one of each subgraph are killed",
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
      const token = await tokenOf(subject);
      const { urls } = copies;
      readers.set(subject, new Subscriber({ urls, token, after: await endOf(urls[0], token), resumes }));
    }
    const reading = [...readers.values()].map((reader) => reader.read(cuts));
    const began = performance.now();
    let spoken = 0;
    while ([...readers.values()].some(({ cutsDone }) => !cutsDone)) {
      await speak(subjects);
      spoken += subjects.length;
      if (kills && spoken === subjects.length * 5) copies.killSecond();
      // A canary's readers fall behind for good; so it is the list that must keep up.
      const arrived = () => (resumes ? receivedBy(readers) : count(subjects));
      await eventually(
        async () => spoken - (await arrived()) < subjects.length * 20,
        "all keep up",
        patience / 2,
      );
      await held(Math.max(0, began + (spoken / spokenPerSecond) * 1_000 - performance.now()));
    }
    const perSecond = spoken / ((performance.now() - began) / 1_000);
    await copies.graph.settle();
    const delivered = await appended(subjects);
    expect(await count(subjects)).toBe(spoken);
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

  /** One event for every subject, in one transaction; binding's reaction makes the notices. */
  async function speak(subjects: readonly string[]): Promise<void> {
    await binding()
      .em.fork()
      .transactional(async (em) => {
        for (const subjectId of subjects) {
          const requestId = newId();
          recordEvent(em, {
            type: "binding.RequestReturned",
            key: requestId,
            payload: factsOf(subjectId, requestId),
          });
        }
      });
  }

  async function appended(subjects: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await binding()
      .em.fork()
      .execute<{ subject: string; ids: string[] }[]>(
        `select subject, array_agg(id::text order by position) as ids from feed_notice
         where feed = 'bindingNotices' group by subject`,
      );
    const ids = new Map(rows.map((row) => [row.subject, row.ids]));
    return new Map(subjects.map((subject) => [subject, ids.get(subject) ?? []]));
  }

  async function count(subjects: readonly string[]): Promise<number> {
    return [...(await appended(subjects)).values()].reduce((sum, ids) => sum + ids.length, 0);
  }

  function binding() {
    return copies.graph.subgraphs.binding.running.database;
  }

  async function tokenOf(subjectId: string): Promise<string> {
    const keys = readKeys(join(inject("keysFolder"), "identity.json"));
    const tokens = await createApplicantTokens(keys.jwks("applicantJwks"), copies.graph.publicUrl);
    const verifiedEmail = `${subjectId}@example.com` as Parameters<typeof tokens.mint>[0]["verifiedEmail"];
    return (await tokens.mint({ subjectId, verifiedEmail, applicationId: null }, new Date())).token;
  }
});

function receivedBy(readers: ReadonlyMap<string, Subscriber>): number {
  return [...readers.values()].reduce((sum, { received }) => sum + received.length, 0);
}

async function endOf(url: string, token: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: "{ bindingNotices(last: 1) { pageInfo { endCursor } } }" }),
  });
  const { data } = (await response.json()) as {
    data: { bindingNotices: { pageInfo: { endCursor: string } } };
  };
  return data.bindingNotices.pageInfo.endCursor;
}

function factsOf(subjectId: string, requestId: string) {
  return {
    requestId,
    applicationId: newId(),
    subjectId,
    studentId: newId(),
    classId: newId(),
    schoolCode: "403601",
    relationship: "MOTHER",
    appliedAt: new Date().toISOString(),
  };
}
