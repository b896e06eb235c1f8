import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Channel } from "../domain/channel.js";
import { City, partnerFacts } from "./city.js";
import { aBill } from "./given.js";
import { keyPair, publicHalf } from "./partner-keys.js";
import { partner } from "./viewers.js";
import { type Notice, noticeOf, notifyMutation, proofOf } from "./wallet.js";

const lookUp =
  "query ($number: PayAccountNumber!) { billByAccountNumber(accountNumber: $number) { amount } }";

describe("a partner that identity tells of", () => {
  let city: City;
  beforeAll(async () => {
    city = await City.start({ partners: {} });
  });
  afterEach(() => city.checkBooks());
  afterAll(() => city[Symbol.asyncDispose]());

  const [old, fresh] = [keyPair("k-1"), keyPair("k-2")];
  const channels: readonly Channel[] = ["ATM"];
  const publishPartner = async (
    clientId: string,
    changes: object = {},
    type: "Registered" | "Changed" = "Changed",
  ) => {
    const facts = partnerFacts(clientId, channels, { keys: [publicHalf(old)], ...changes });
    await city.deliver(`identity.Partner${type}`, clientId, facts);
  };
  const aPartner = async () => {
    const clientId = `bank-${newId()}`;
    await publishPartner(clientId, {}, "Registered");
    return clientId;
  };
  const pay = async (clientId: string, key = old, otherNotice?: Notice) => {
    const notice = otherNotice ?? noticeOf(city, await aBill(city), { channel: "ATM" });
    const answer = await city.execute(partner(clientId), notifyMutation, {
      input: notice,
      proof: await proofOf(city, notice, { key }),
    });
    return answer.errors?.[0]?.extensions.code ?? answer.data.notifyPayment.outcome;
  };
  const find = async (clientId: string) => {
    const { errors, data } = await city.execute(partner(clientId), lookUp, {
      number: (await aBill(city)).accountNumber,
    });
    return errors?.[0]?.extensions.code ?? data.billByAccountNumber.amount;
  };

  it("finds bills and tells of payments, whatever its name, also after a restart", async () => {
    const clientId = await aPartner();
    expect([await find(clientId), await pay(clientId)]).toEqual([4730, "RECEIVED"]);
    await city.restart();
    expect([await find(clientId), await pay(clientId)]).toEqual([4730, "RECEIVED"]);
  });

  it("signs by either of two keys while one is exchanged for the other, and by the ended one no more", async () => {
    const clientId = await aPartner();
    expect(await pay(clientId, fresh)).toBe("BAD_SIGNATURE");
    await publishPartner(clientId, { keys: [old, fresh].map(publicHalf) });
    expect([await pay(clientId, old), await pay(clientId, fresh)]).toEqual(["RECEIVED", "RECEIVED"]);
    await publishPartner(clientId, { keys: [publicHalf(fresh)] });
    expect([await pay(clientId, old), await pay(clientId, fresh)]).toEqual(["BAD_SIGNATURE", "RECEIVED"]);
  });

  it("is answered nothing while it is suspended", async () => {
    const clientId = await aPartner();
    await publishPartner(clientId, { suspended: true });
    expect([await find(clientId), await pay(clientId)]).toEqual(["PARTNER_SUSPENDED", "PARTNER_SUSPENDED"]);
    await publishPartner(clientId);
    expect([await find(clientId), await pay(clientId)]).toEqual([4730, "RECEIVED"]);
  });

  it("tells what it took while it was suspended once it is admitted again, and nothing is lost", async () => {
    const clientId = await aPartner();
    const notice = noticeOf(city, await aBill(city), { channel: "ATM" });
    await publishPartner(clientId, { suspended: true });
    expect(await pay(clientId, old, notice)).toBe("PARTNER_SUSPENDED");
    await publishPartner(clientId);
    expect(await pay(clientId, old, notice)).toBe("RECEIVED");
    expect(await pay(clientId, old, notice)).toBe("RECEIVED");
  });

  it("does what its scopes name, and nothing else", async () => {
    const clientId = await aPartner();
    await publishPartner(clientId, { scopes: ["bills:read"] });
    expect([await find(clientId), await pay(clientId)]).toEqual([4730, "FORBIDDEN"]);
    await publishPartner(clientId, { scopes: ["payments:notify"] });
    expect([await find(clientId), await pay(clientId)]).toEqual(["FORBIDDEN", "RECEIVED"]);
  });
});
