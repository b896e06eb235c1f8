import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schoolDay } from "../domain/school-day.js";
import { City } from "./city.js";
import { aBill, aBinding, type GivenBill } from "./given.js";
import { guardian } from "./viewers.js";
import { pay } from "./wallet.js";

// Told in order: time goes on from test to test.
describe("a bill that is due today", { shuffle: false }, () => {
  let city: City;
  let bill: GivenBill;
  beforeAll(async () => {
    city = await City.start();
    moveTo(city, "12:00:00");
    bill = await aBill(city, { dueDate: schoolDay(city.clock.now()) });
    await aBinding(city, "father", bill.studentId);
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const overdue = async ({ id } = bill) =>
    (await city.read(guardian("father"), "query ($id: ID!) { bill(id: $id) { overdue status } }", { id }))
      .bill;

  it("is not overdue in the last second of the day in Taipei, and is in the first of the next", async () => {
    moveTo(city, "23:59:55");
    expect(await overdue()).toEqual({ overdue: false, status: "UNPAID" });
    city.clock.advance(10_000);
    // No timer has run: the status stays, overdue is derived.
    expect(await overdue()).toEqual({ overdue: true, status: "UNPAID" });
  });

  it("is not overdue once it is paid", async () => {
    await pay(city, bill, { channel: "ATM" });
    expect(await overdue()).toEqual({ overdue: false, status: "PAID" });
  });
});

/** Moves on to the next such time of day in Taipei. */
function moveTo(city: City, time: string): void {
  const now = city.clock.now();
  const today = new Date(`${schoolDay(now)}T${time}+08:00`);
  const next = today > now ? today : new Date(today.getTime() + 24 * 60 * 60_000);
  city.clock.advance(next.getTime() - now.getTime());
}
