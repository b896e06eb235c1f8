import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permissions } from "../access/permissions.js";
import { City } from "./city.js";
import { aBinding, aClass, anEndedBinding, bills } from "./given.js";
import { examples, exampleWorld } from "./permissions.examples.js";
import { guardian, linkedWallet } from "./viewers.js";

const scopes = ["bills:read", "notices:subscribe", "payments:notify"] as const;
const scopesOf = (row: string) =>
  (permissions as Record<string, { scopes?: readonly string[] }>)[row]?.scopes ?? [];

describe("a program that is not the city's own", () => {
  let city: City;
  let world: Awaited<ReturnType<typeof exampleWorld>>;
  beforeAll(async () => {
    city = await City.start();
    world = await exampleWorld(city);
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const cases = scopes.flatMap((scope) =>
    Object.entries(examples)
      .filter(([row]) => !scopesOf(row).includes(scope))
      .map(([row, { allowed }]) => [scope, row, allowed] as const),
  );
  it.each(cases)("within %s has nothing of %s, whoever its person is", async (scope, _, allowed) => {
    const viewer = { ...world.viewers[allowed.as], clientId: "wallet", scopes: [scope] };
    const { data, errors } = await city.execute(viewer, allowed.query, allowed.with?.(world));
    expect(errors?.map(({ extensions }) => extensions.code)).toContain("FORBIDDEN");
    expect((data && allowed.sees(data)) ?? null).toBeNull();
  });

  it.each(Object.entries(examples))(
    "within no scope, or one that is unknown, has nothing of %s",
    async (_, { allowed }) => {
      for (const none of [[], ["profile"], ["bills"], ["bills:read "]]) {
        const viewer = { ...world.viewers[allowed.as], clientId: "wallet", scopes: none };
        const { data, errors } = await city.execute(viewer, allowed.query, allowed.with?.(world));
        expect(errors?.length).toBeGreaterThan(0);
        expect(JSON.stringify(data ?? null)).not.toMatch(/\d{16}|林|NT/);
      }
    },
  );

  it("has nothing through a gateway that says nothing of scopes", async () => {
    const { scopes: _, ...viewer } = guardian("father");
    const { errors } = await city.execute(viewer as never, "{ myBills { edges { node { id } } } }");
    expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

describe("a linked wallet", () => {
  const list = `{ myBills { edges { cursor node { id accountNumber title amount dueDate status overdue issuedAt paidAt
    items { name amount } school { code name } student { id maskedName } } } pageInfo { endCursor hasNextPage } } }`;
  const feed = "{ billNotices { edges { cursor node { id kind occurredAt } } pageInfo { endCursor } } }";

  it("reads its guardian's bills within bills:read, and the notices within notices:subscribe, each alone", async () => {
    await using city = await City.start();
    const pupils = await aClass(city, 2);
    const [mine] = await bills(city, pupils);
    await aBinding(city, "father", mine!.studentId);
    await city.settle();
    const wallet = (...scopes: string[]) => linkedWallet("father", ...scopes);
    const { myBills } = await city.read(wallet("bills:read"), list);
    expect(myBills.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([mine!.id]);
    expect((await city.read(wallet("notices:subscribe"), feed)).billNotices.edges).toHaveLength(1);
    expect(await city.refusal(wallet("bills:read"), feed)).toBe("FORBIDDEN");
    expect(await city.refusal(wallet("notices:subscribe"), list)).toBe("FORBIDDEN");
    // A notice leads to its bill only for who may read bills.
    const withBill = "{ billNotices { edges { node { id bill { amount } } } } }";
    const { data } = await city.execute(wallet("notices:subscribe"), withBill);
    expect(JSON.stringify(data)).not.toContain('amount":');
    expect(
      (await city.read(wallet("notices:subscribe", "bills:read"), withBill)).billNotices.edges,
    ).toMatchObject([{ node: { bill: { amount: expect.any(Number) } } }]);
  });

  it("reads no bill by its id, nobody's claims, and no other guardian's bills", async () => {
    await using city = await City.start();
    const pupils = await aClass(city, 2);
    const [mine, others] = await bills(city, pupils);
    await aBinding(city, "father", mine!.studentId);
    await aBinding(city, "mother", others!.studentId);
    const wallet = linkedWallet("father", "bills:read", "notices:subscribe");
    expect(await city.refusal(wallet, "query ($id: ID!) { bill(id: $id) { id } }", { id: mine!.id })).toBe(
      "FORBIDDEN",
    );
    expect(await city.refusal(wallet, "{ myBills { edges { node { claims { id } } } } }")).toBe("FORBIDDEN");
    const entity = `query ($id: ID!) { _entities(representations: [{ __typename: "Bill", id: $id }]) { ... on Bill { amount } } }`;
    const { data } = await city.execute(wallet, entity, { id: others!.id });
    expect(data?._entities).toEqual([null]);
  });

  it("loses a child's bills with its guardian's binding", async () => {
    await using city = await City.start();
    const pupils = await aClass(city, 1);
    const [mine] = await bills(city, pupils);
    const binding = await aBinding(city, "father", mine!.studentId);
    const wallet = linkedWallet("father", "bills:read", "notices:subscribe");
    expect((await city.read(wallet, list)).myBills.edges).toHaveLength(1);
    await anEndedBinding(city, binding);
    expect((await city.read(wallet, list)).myBills.edges).toEqual([]);
  });
});
