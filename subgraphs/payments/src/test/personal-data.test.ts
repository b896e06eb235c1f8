import { newReader, readSealed } from "@campus-graph/kit/auth/reader";
import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { City } from "./city.js";
import { aBill, aBinding, anEndedBinding } from "./given.js";
import { guardian } from "./viewers.js";

const start = `mutation ($input: StartPaymentInput!) { startPayment(input: $input) { id } }`;

async function gather(city: City, subjectId: string) {
  const { publicKey, privateKey } = await newReader();
  await city.deliver("identity.DataRequested", subjectId, { requestId: "r", subjectId, publicKey });
  await city.settle();
  const [answer] = await city.rows<{ payload: { sealedPart: string } }>(
    "select payload from outbox where type = 'payments.DataGathered' order by serial desc limit 1",
  );
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever was sealed
  return (await readSealed(privateKey, answer!.payload.sealedPart)) as any;
}

it("gives a guardian the bills that are theirs to see and what they began to pay, and nothing of the other guardian", async () => {
  await using city = await City.start();
  const bill = await aBill(city);
  const binding = await aBinding(city, "father", bill.studentId, "FATHER");
  await aBinding(city, "mother", bill.studentId, "MOTHER");
  const input = { billId: bill.id, channel: "ATM", idempotencyKey: newId() };
  await city.read(guardian("mother"), start, { input });
  const father = await gather(city, "father");
  expect(father.bindings).toEqual([{ relationship: "FATHER", child: "林O1" }]);
  expect(father.bills).toMatchObject([
    { accountNumber: bill.accountNumber, amount: bill.amount, child: "林O1" },
  ]);
  expect(father.begunPayments).toEqual([]);
  expect(JSON.stringify(father)).not.toContain("MOTHER");
  expect((await gather(city, "mother")).begunPayments).toMatchObject([{ billId: bill.id, channel: "ATM" }]);
  await anEndedBinding(city, binding);
  expect(await gather(city, "father")).toMatchObject({ bindings: [], bills: [] });
  await city.deliver("identity.PersonErased", "mother", { subjectId: "mother" });
  expect(await gather(city, "mother")).toMatchObject({ bindings: [], bills: [], notices: [] });
  // The books stay as they were.
  expect(await city.rows("select 1 as one from bill")).toHaveLength(1);
});
