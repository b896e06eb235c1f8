import { anonymous } from "@campus-graph/kit/auth/viewer";
import type { MobileNumber } from "@campus-graph/kit/text/mobile-number";
import { expect, it } from "vitest";
import { createHttpProvider } from "../sms/http-provider.js";
import { startIdentity, wang } from "./given.js";
import { type SentSms, Telephones } from "./telephones.js";

const to = wang.mobile as MobileNumber;
const nasty = 'quote " backslash \\ line\r\nX-Injected: 1 {id} {to} & = # 驗證碼';

it("puts number and text where the settings say, as a form", async () => {
  await using telephones = await Telephones.start();
  const provider = createHttpProvider(telephones.settings());
  expect(await provider.send({ id: "one", to, text: nasty })).toEqual({ reference: "M1" });
  const [sent] = telephones.sent as [SentSms];
  expect(sent).toMatchObject({ method: "POST", url: "/send?clientid=one" });
  expect(sent.headers).toMatchObject({ "x-api-key": "geheim" });
  expect(sent.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/);
  expect(Object.fromEntries(new URLSearchParams(sent.body))).toEqual({
    username: "campus",
    dstaddr: to,
    smbody: nasty,
  });
});

it("puts them into JSON without letting a quote, a line break or a brace out", async () => {
  await using telephones = await Telephones.start();
  const body = { json: { messages: [{ destination: "+{toInternational}", text: "{text}", at: 1 }] } };
  const provider = createHttpProvider(telephones.settings({ body }));
  await provider.send({ id: "one", to, text: nasty });
  const [sent] = telephones.sent as [SentSms];
  expect(JSON.parse(sent.body)).toEqual({
    messages: [{ destination: "+886912123456", text: nasty, at: 1 }],
  });
  expect(sent.headers).not.toHaveProperty("x-injected");
});

it("puts them into an address as one value each", async () => {
  await using telephones = await Telephones.start();
  const provider = createHttpProvider(
    telephones.settings({
      method: "GET",
      url: `${telephones.url}/send?to={to}&text={text}`,
      body: undefined,
    }),
  );
  await provider.send({ id: "one", to, text: nasty });
  const { searchParams } = new URL(telephones.sent[0]!.url, "http://provider");
  expect(Object.fromEntries(searchParams)).toEqual({ to, text: nasty });
});

it("is led nowhere else, not even to this machine", async () => {
  await using telephones = await Telephones.start();
  telephones.behave = (_, response) => response.writeHead(307, { location: `${telephones.url}/admin` }).end();
  await expect(
    createHttpProvider(telephones.settings()).send({ id: "one", to, text: "t" }),
  ).rejects.toThrow();
  expect(telephones.sent.map(({ url }) => url)).toEqual(["/send?clientid=one"]);
});

it("waits no longer than it may, and reads no more than it needs", async () => {
  await using telephones = await Telephones.start();
  const provider = createHttpProvider(telephones.settings(), { timeoutMs: 200 });
  telephones.behave = () => undefined;
  await expect(provider.send({ id: "one", to, text: "t" })).rejects.toMatchObject({ name: "TimeoutError" });
  telephones.behave = (_, response) => response.end(Buffer.alloc(10_000_000, "x"));
  const patient = createHttpProvider(telephones.settings());
  await expect(patient.send({ id: "two", to, text: "t" })).rejects.toMatchObject({
    code: "SMS_ANSWER_TOO_LARGE",
  });
});

it.each([
  ["says 200 and means no", '{"statuscode":"e"}', "SMS_NOT_ACCEPTED"],
  ["answers something else", "<html>maintenance</html>", "SMS_NOT_ACCEPTED"],
])("does not believe a provider that %s", async (_, answer, code) => {
  await using telephones = await Telephones.start();
  telephones.behave = (_, response) => response.end(answer);
  await expect(
    createHttpProvider(telephones.settings()).send({ id: "one", to, text: "t" }),
  ).rejects.toMatchObject({
    code,
  });
});

it("tries again a message that was not taken, under the same id, until its code is of no use", async () => {
  await using telephones = await Telephones.start();
  await using identity = await startIdentity({ sms: { provider: telephones.settings() } });
  telephones.behave = (_, response) => response.writeHead(503).end();
  await identity.requestCode(wang.mobile, anonymous, "SMS");
  for (let round = 0; round < 3; round++) {
    identity.clock.advance(60_000);
    await identity.settle();
  }
  const tries = telephones.sent.length;
  expect(tries).toBeGreaterThanOrEqual(3);
  expect(new Set(telephones.sent.map(({ url }) => url)).size).toBe(1);
  identity.clock.advance(10 * 60_000);
  await identity.settle();
  expect(telephones.sent).toHaveLength(tries);
  expect(await identity.rows("select id from job where kind = 'sms-code' and done_at is null")).toEqual([]);
});

it.each([
  ["4", "DELIVERED"],
  ["6", "FAILED"],
])("asks later what became of a message: %s is %s", async (answer, state) => {
  await using telephones = await Telephones.start();
  await using identity = await startIdentity({ sms: { provider: telephones.settings() } });
  await identity.requestCode(wang.mobile, anonymous, "SMS");
  const states = () => identity.rows("select masked_target, state from sms_delivery");
  expect(await states()).toEqual([{ masked_target: "0912***456", state: "ACCEPTED" }]);
  identity.clock.advance(31_000);
  await identity.settle();
  expect(await states()).toEqual([{ masked_target: "0912***456", state: "ACCEPTED" }]);
  telephones.state = answer;
  identity.clock.advance(10 * 60_000);
  await identity.settle();
  expect(await states()).toEqual([{ masked_target: "0912***456", state }]);
  expect(telephones.asked[0]).toBe("/state?msgid=M1");
  identity.clock.advance(15 * 24 * 60 * 60_000);
  await identity.settle();
  expect(await states()).toEqual([]);
});
