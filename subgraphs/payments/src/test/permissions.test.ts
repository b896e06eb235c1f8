import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { permissions } from "../access/permissions.js";
import { City } from "./city.js";
import { type Example, examples, exampleWorld } from "./permissions.examples.js";

const noes = ["FORBIDDEN", "UNAUTHENTICATED", "MUST_CHANGE_PASSWORD", undefined];

describe("the permission table", () => {
  let city: City;
  let world: Awaited<ReturnType<typeof exampleWorld>>;
  beforeAll(async () => {
    city = await City.start();
    world = await exampleWorld(city);
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const query = ({ as, query: ask, with: variables }: Example) =>
    city.execute(world.viewers[as], ask, variables?.(world));

  it.each(Object.entries(examples))("allows its example of %s", async (_, { allowed }) => {
    const { data, errors } = await query(allowed);
    expect(errors).toBeUndefined();
    expect(allowed.sees(data) ?? null).not.toBeNull();
  });

  it.each(
    Object.entries(examples).flatMap(([row, { refused }]) => (refused ? [[row, refused] as const] : [])),
  )("refuses its example of %s", async (_, refused) => {
    const { data, errors } = await query(refused);
    expect(noes).toContain(errors?.[0]?.extensions.code);
    expect((data && refused.sees(data)) ?? null).toBeNull();
  });

  it("has an example for every row", () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(permissions).sort());
  });
});
