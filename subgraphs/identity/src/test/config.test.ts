import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, inject, it } from "vitest";
import { identityConfiguration } from "../config.js";

const folder = mkdtempSync(join(tmpdir(), "identity-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Keys that nobody takes for the demo's. */
function keysFile(): string {
  const generated = readFileSync(join(inject("keysFolder"), "identity.json"), "utf8");
  const file = join(folder, "identity.json");
  writeFileSync(file, generated.replaceAll('"demo-', '"city-'));
  return file;
}

const exampleCity = fileURLToPath(new URL("../../example-city.json", import.meta.url));

const environment = () => ({
  PORT: "4001",
  DATABASE_URL: "postgresql://campus_identity@127.0.0.1/campus",
  KEYS_FILE: keysFile(),
  SMTP_URL: "smtp://127.0.0.1:2525",
});

it("starts the demo with the seed's initial password", () => {
  const config = identityConfiguration.read({ ...environment(), SEED: "demo-city", DEMO_PASSWORD: "secret" });
  expect(config).toMatchObject({ initialPassword: "national-id-suffix", demoPassword: "secret" });
});

it("takes the limits on codes from the environment, and a city's where none are set", () => {
  expect(identityConfiguration.read(environment()).codes.perTenMinutes).toBeGreaterThanOrEqual(20_000);
  const limits = {
    CODES_PER_TARGET_AND_HOUR: "5",
    CODES_PER_NETWORK_AND_HOUR: "6",
    CODES_PER_TEN_MINUTES: "7",
  };
  expect(identityConfiguration.read({ ...environment(), ...limits }).codes).toEqual({
    perTarget: 5,
    perNetwork: 6,
    perTenMinutes: 7,
  });
});

it("takes the provider of text messages from its file, and its secrets from the environment alone", () => {
  const file = join(folder, "sms.json");
  const provider = {
    url: "https://sms.example/send",
    headers: { accept: "application/json" },
    body: { form: { dstaddr: "{to}", smbody: "{text}" } },
  };
  writeFileSync(file, JSON.stringify(provider));
  const secrets = { SMS_SECRET_HEADERS: '{"authorization":"Bearer geheim"}' };
  const { smsProvider } = identityConfiguration.read({ ...environment(), SMS_PROVIDER: file, ...secrets });
  expect(smsProvider).toMatchObject({
    method: "POST",
    headers: { accept: "application/json", authorization: "Bearer geheim" },
  });
});

it.each([
  ["no file", "/nowhere/sms.json"],
  ["no JSON", "{"],
  ["an address in the clear", '{"url":"ftp://sms.example/{to}/{text}"}'],
  ["a host that the message names", '{"url":"https://{to}.example/{text}"}'],
  ["nowhere for the text", '{"url":"https://sms.example/{to}"}'],
  ["a password in the address", '{"url":"https://me:pass@sms.example/{to}/{text}"}'],
  ["a header of two lines", '{"url":"https://sms.example/{to}/{text}","headers":{"a":"b\\r\\nc: d"}}'],
  ["a pointer that is none", '{"url":"https://sms.example/{to}/{text}","reference":"id"}'],
])("does not start with a provider of text messages that is %s", (_, provider) => {
  expect(() => identityConfiguration.read({ ...environment(), SMS_PROVIDER: provider })).toThrow(
    /provider of text messages/,
  );
});

it("sends text messages in the clear in no production", () => {
  const production = {
    MODE: "production",
    PUBLIC_URL: "https://campus.example",
    INITIAL_PASSWORD: "national-id-suffix",
    CITY: exampleCity,
  };
  expect(() =>
    identityConfiguration.read({
      ...environment(),
      ...production,
      SMS_PROVIDER: '{"url":"http://sms.example/{to}/{text}"}',
    }),
  ).toThrow(/not https/);
});

it.each([
  { change: { MODE: "production" }, missing: "INITIAL_PASSWORD" },
  { change: { MODE: "production" }, missing: "CITY is missing" },
  { change: { CITY: "/nowhere/city.json" }, missing: "CITY (/nowhere/city.json) does not exist." },
  { change: { CITY: "{" }, missing: "CITY cannot be read" },
  {
    change: {
      CITY: '{"service":{"zh-TW":"某市"},"organisation":{"zh-TW":"局","en":"Bureau"},"address":" "}',
    },
    missing: "lacks a text at service.en, address, telephone, email.",
  },
  { change: { INITIAL_PASSWORD: "12345" }, missing: "INITIAL_PASSWORD" },
  { change: { SMTP_URL: "" }, missing: "SMTP_URL" },
  { change: { MAIL_CONNECTIONS: "0" }, missing: "MAIL_CONNECTIONS" },
  { change: { CODES_PER_TEN_MINUTES: "many" }, missing: "CODES_PER_TEN_MINUTES" },
  { change: { SEED: "demo-city" }, missing: "DEMO_PASSWORD" },
  { change: { MODE: "production", SEED: "demo-city" }, missing: "production" },
])("does not start with $change, and names $missing", ({ change, missing }) => {
  expect(() => identityConfiguration.read({ ...environment(), ...change })).toThrow(missing);
});

it("signs mails as the city's own file says, one line each, and as Taipei does in the demo", () => {
  const content = JSON.parse(readFileSync(exampleCity, "utf8"));
  expect(identityConfiguration.read({ ...environment(), CITY: exampleCity })).toMatchObject({
    signature: content,
    mailFrom: "範例市校園單一身分驗證服務 <no-reply@campus.example>",
  });
  const twoLines = { ...content, service: { ...content.service, "zh-TW": "某市\r\nBcc: all@example.com" } };
  expect(() => identityConfiguration.read({ ...environment(), CITY: JSON.stringify(twoLines) })).toThrow(
    "lacks a text at service.zh-TW.",
  );
  expect(identityConfiguration.read(environment()).signature.organisation["zh-TW"]).toBe("臺北市政府教育局");
});

describe("the wallet of a city from before partners were rows", () => {
  const production = {
    MODE: "production",
    PUBLIC_URL: "https://campus.example",
    INITIAL_PASSWORD: "national-id-suffix",
    CITY: exampleCity,
  };
  const read = (agreements?: object) =>
    identityConfiguration.read({
      ...environment(),
      ...production,
      ...(agreements && { AGREEMENTS: JSON.stringify(agreements) }),
    }).partnerFromBefore;

  it("comes from the keys file with the channels that AGREEMENTS named, and speaks for its own where it named none", () => {
    const keys = JSON.parse(readFileSync(keysFile(), "utf8")).walletPublicJwks;
    const { channels, ...wallet } = read({ partners: { wallet: ["ATM", "CREDIT_CARD"] } })!;
    expect([JSON.parse(wallet.keys), channels]).toEqual([keys, ["ATM", "CREDIT_CARD"]]);
    expect(read()?.channels).toEqual(["EASY_WALLET"]);
    expect(read({ partners: { bank: ["ATM"] } })?.channels).toEqual(["EASY_WALLET"]);
  });

  it("is none in the demo, whose city registers its own", () => {
    expect(identityConfiguration.read(environment()).partnerFromBefore).toBeUndefined();
  });
});

it("wants a second factor of staff in production, whatever is set, and leaves it to the demo's choice", () => {
  const production = {
    MODE: "production",
    PUBLIC_URL: "https://campus.example",
    INITIAL_PASSWORD: "national-id-suffix",
    CITY: exampleCity,
  };
  expect(identityConfiguration.read(environment()).staffNeedSecondFactor).toBe(false);
  expect(identityConfiguration.read({ ...environment(), SECOND_FACTOR: "staff" }).staffNeedSecondFactor).toBe(
    true,
  );
  expect(identityConfiguration.read({ ...environment(), ...production }).staffNeedSecondFactor).toBe(true);
  const relaxed = { ...environment(), ...production, SECOND_FACTOR: "optional" };
  expect(() => identityConfiguration.read(relaxed)).toThrow(/In production staff need a second factor/);
});
