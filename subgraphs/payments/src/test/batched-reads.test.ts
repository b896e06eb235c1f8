import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../../../test/harness/answer.js";
import { City } from "./city.js";
import { aBinding, aClass, bills } from "./given.js";
import { applicant, guardian } from "./viewers.js";

const path = "/internal/joint-reads";
const notices = "query { billNotices { edges { node { bill { id student { id } } } } } }";
const entities =
  "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Bill { id amount student { maskedName } } } }";

describe("bills that several guardians read in one request", () => {
  let city: City;
  beforeAll(async () => {
    city = await City.start();
  });
  afterAll(() => city[Symbol.asyncDispose]());

  async function readAll(
    query: string,
    viewers: readonly Viewer[],
    variables: object = {},
  ): Promise<Answer[]> {
    const reads = viewers.map((viewer) => ({ viewer, variables, traceId: "trace" }));
    const response = await city.post(path, { query, reads }, anonymous);
    return (await response.text()).split("\n").map((line) => JSON.parse(line));
  }

  it("are seen by each child's own guardians and by nobody else, at as many statements as one guardian's", async () => {
    const families = await Promise.all(["mei", "hua"].map((name) => aFamily(name)));
    const [mei, hua] = families as [(typeof families)[0], (typeof families)[0]];
    const both = guardian("both");
    await aBinding(city, "both", mei.studentId);
    await aBinding(city, "both", hua.studentId);
    const viewers = [
      mei.guardian,
      hua.guardian,
      guardian("a-stranger"),
      applicant(mei.guardian.subject!),
      both,
    ];
    const of = [mei, hua].map(({ billId }) => ({ __typename: "Bill", id: billId }));

    let answers: Answer[] = [];
    const together = await city.countStatements(async () => {
      answers = await readAll(entities, viewers, { of });
    });
    expect(
      answers.map(({ data }) => data._entities.map((bill: { id: string } | null) => bill?.id ?? null)),
    ).toEqual([
      [mei.billId, null],
      [null, hua.billId],
      [null, null],
      [null, null],
      [mei.billId, hua.billId],
    ]);
    expect(together).toBe(await city.countStatements(() => readAll(entities, [both], { of })));

    const feeds = await readAll(notices, viewers);
    expect(
      feeds.map(({ data }) =>
        data?.billNotices.edges.map(({ node }: { node: { bill: { id: string } } }) => node.bill.id).sort(),
      ),
    ).toEqual([[mei.billId], [hua.billId], [], undefined, [mei.billId, hua.billId].sort()]);
    expect(feeds[3]!.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });

  async function aFamily(name: string) {
    const givenClass = await aClass(city, 1);
    const [studentId] = givenClass.studentIds as [string];
    await aBinding(city, name, studentId);
    const [bill] = await bills(city, givenClass);
    return { guardian: guardian(name), studentId, billId: bill!.id };
  }
});
