import { readFileSync } from "node:fs";
import { type AllowedOrigins, originVariables, readOrigins } from "@campus-graph/kit/http/origins";
import {
  type Mode,
  readSubgraphConfig,
  type SubgraphConfig,
  subgraphVariables,
} from "@campus-graph/kit/ops/config";
import { declareConfiguration, type EnvironmentReader } from "@campus-graph/kit/ops/environment";
import { holidayVariables, readHolidays } from "@campus-graph/kit/ops/holidays";
import { readPushHosts, readQuietHours } from "./delivery/read-settings.js";
import type { CodeCounts, SmsCounts } from "./domain/limits.js";
import type { QuietHours } from "./domain/quiet-hours.js";
import { readSignature } from "./mail/read-signature.js";
import type { Signature } from "./mail/signature.js";
import { type PartnerFromBefore, readPartnerFromBefore } from "./partner-from-before.js";
import { readProviderSettings, type SmsProviderSettings } from "./sms/provider-settings.js";

/**
 * What identity needs beyond every subgraph's configuration. Its keys file also holds the rings person, staff,
 * declaration, code and cookie, and the key sets ssoJwks and applicantJwks; the demo's, and that of a city from before
 * partners were rows, walletPublicJwks as well.
 */
export interface IdentityConfig extends SubgraphConfig {
  /** The mail server, e.g. smtp://127.0.0.1:2525. */
  smtpUrl: string;
  /** The sender of every mail. */
  mailFrom: string;
  /** Mails that are handed to the mail server at once, each over a connection of its own. */
  mailConnections: number;
  /** How many codes are mailed at most. */
  codes: CodeCounts;
  /** Who carries text messages, and how they are called; null: codes go by mail alone. */
  smsProvider: SmsProviderSettings | null;
  /** How many text messages are sent at most. */
  smsCodes: SmsCounts;
  /** Hosts of push services that may be called, `*.` before one for all beneath it. */
  pushHosts: readonly string[];
  /** When nobody is written to, codes excepted. */
  quietHours: QuietHours;
  /** How many letters of one kind are sent in a minute at most. */
  deliveriesPerMinute: number;
  /** When schools are closed beside weekends, `yyyy-MM-dd`. */
  holidays: readonly string[];
  /** Who signs the mails. */
  signature: Signature;
  /** Where people sign in, as mails tell them: our own page at /sso, where nothing else is set. */
  signInUrl: string;
  /** The one password of the demo city's people; null where there are none. */
  demoPassword: string | null;
  /** Whether staff sign in with a second factor or not at all; always in production. */
  staffNeedSecondFactor: boolean;
  /** How an approved guardian signs in for the first time. */
  initialPassword: InitialPasswordMode;
  /** For how many days an account's owner is shown who signed in. */
  signInHistoryDays: number;
  /** Where else than at its own address and on loopback the parents' app may be sent back to. */
  appRedirectUris: readonly string[];
  /** Origins of browser apps that may ask for tokens, beside those that a client's redirect URIs name. */
  allowedOrigins: AllowedOrigins;
  /** The wallet of a production city from before partners were rows. */
  partnerFromBefore?: PartnerFromBefore | undefined;
}

/**
 * `national-id-suffix`: the last six of the national ID, with a fresh code by mail. `activation-link`: a link that is
 * mailed to the login, by which a password is chosen; there is no initial password that an acquaintance may know.
 */
export const initialPasswordModes = ["activation-link", "national-id-suffix"] as const;
export type InitialPasswordMode = (typeof initialPasswordModes)[number];

export const identityVariables = {
  ...subgraphVariables,
  SMTP_URL:
    "your mail server, such as `smtps://user:password@mail.example`; without it, demo mode only, mail goes to `/mail`",
  MAIL_FROM:
    "the sender of every mail, such as `校園服務 <no-reply@campus.example>`; in a file that a shell reads it stands in quotes",
  CITY: "who signs the mails: the service's name, the bureau's, its address, telephone and e-mail, as JSON or a file of it, such as `subgraphs/identity/example-city.json`; production must be given it",
  MAIL_CONNECTIONS: "how many mails are handed to the mail server side by side; 10",
  CODES_PER_TARGET_AND_HOUR: "how many codes one address is sent in an hour, whoever asks; 40",
  CODES_PER_NETWORK_AND_HOUR:
    "how many codes one network may ask for in an hour, be it a school or a carrier; 1000",
  CODES_PER_TEN_MINUTES:
    "how many codes the whole city is sent in ten minutes, to apply and to sign in each; 20000",
  SMS_PROVIDER:
    "the file that says how your provider of text messages is called, as the README of identity tells; without it codes go by mail alone",
  SMS_SECRET_HEADERS:
    'headers with that provider\'s secrets, as JSON, such as `{"authorization":"Bearer …"}`; they stand in no file',
  SMS_PER_NUMBER_AND_HOUR: "how many codes one mobile number is sent in an hour, whoever asks; 5",
  SMS_PER_NUMBER_AND_DAY: "how many text messages one mobile number is sent in a day; 10",
  SMS_PER_NETWORK_AND_HOUR: "how many codes by text message one network may ask for in an hour; 100",
  SMS_PER_DAY:
    "how many text messages the city pays for in a day; a fifth is kept for who is known where they ask; 20000",
  PUSH_HOSTS:
    "hosts of push services that browsers may be pushed to by, divided by spaces, `*.` before one for all beneath it; those of Chrome, Firefox, Safari and Edge",
  QUIET_HOURS: "when nobody is written to, codes excepted, by Taipei's clock; `21:30-07:30`",
  DELIVERIES_PER_MINUTE:
    "how many letters of one kind leave in a minute, so that a whole city's go evenly; 600",
  ...holidayVariables,
  SIGN_IN_URL: "where mails tell people to sign in; `/sso` of `PUBLIC_URL`",
  INITIAL_PASSWORD:
    "production must choose how a new guardian first signs in: `activation-link`, a mailed link by which a password is chosen, or `national-id-suffix`, the last six of the national ID with a fresh code by mail",
  SIGN_IN_HISTORY_DAYS: "for how many days people are shown who signed in to their account, from where; 180",
  SECOND_FACTOR:
    "`staff`: whoever works for a school or the city needs one, as always in production; `optional`, the demo's: who has set one up",
  ...originVariables,
  AGREEMENTS:
    "its `partners`, from before partners were rows, name the channels of the wallet that is taken over",
  DEMO_PASSWORD: "the one password of the demo's people",
};

type Read = EnvironmentReader<keyof typeof identityVariables>;

export const identityConfiguration = declareConfiguration(identityVariables, readIdentityConfig);

function readIdentityConfig(read: Read): IdentityConfig {
  const config = readSubgraphConfig(read, {
    rings: ["person", "staff", "declaration", "code", "cookie"],
    jwks: ["ssoJwks", "applicantJwks"],
  });
  const signature = readSignature(read, config.mode);
  return {
    ...config,
    smtpUrl: readSmtpUrl(read),
    mailFrom: read.text("MAIL_FROM") ?? `${signature.service["zh-TW"]} <no-reply@campus.example>`,
    mailConnections: read.number("MAIL_CONNECTIONS", { least: 1, most: 1_000 }) ?? 10,
    codes: {
      perTarget: read.number("CODES_PER_TARGET_AND_HOUR", counts) ?? 40,
      perNetwork: read.number("CODES_PER_NETWORK_AND_HOUR", counts) ?? 1_000,
      perTenMinutes: read.number("CODES_PER_TEN_MINUTES", counts) ?? 20_000,
    },
    smsProvider: readSmsProvider(read, config.mode),
    smsCodes: {
      perTarget: read.number("SMS_PER_NUMBER_AND_HOUR", counts) ?? 5,
      perTargetAndDay: read.number("SMS_PER_NUMBER_AND_DAY", counts) ?? 10,
      perNetwork: read.number("SMS_PER_NETWORK_AND_HOUR", counts) ?? 100,
      perDay: read.number("SMS_PER_DAY", counts) ?? 20_000,
    },
    signature,
    pushHosts: readPushHosts(read),
    quietHours: readQuietHours(read),
    deliveriesPerMinute: read.number("DELIVERIES_PER_MINUTE", { least: 1, most: 1_000_000 }) ?? 600,
    holidays: readHolidays(read),
    signInUrl:
      read.url("SIGN_IN_URL", ["https:", "http:"], "https://campus.example/sso") ?? `${config.publicUrl}/sso`,
    demoPassword: config.demoCity
      ? read.required("DEMO_PASSWORD", "npm start gives one.", "由 npm start 提供。")
      : null,
    initialPassword: readInitialPassword(read, config.mode),
    appRedirectUris: readRedirectUris(read),
    signInHistoryDays: read.number("SIGN_IN_HISTORY_DAYS", { least: 1, most: 3_650 }) ?? 180,
    staffNeedSecondFactor: readSecondFactor(read, config.mode),
    partnerFromBefore:
      config.mode === "production" ? readPartnerFromBefore(config.keys, read.text("AGREEMENTS")) : undefined,
    allowedOrigins: readOrigins(read, { ALLOWED_ORIGINS: read.text("ALLOWED_ORIGINS") }, config.mode),
  };
}

const counts = { least: 1, most: 1_000_000_000 };

function readSmtpUrl(read: Read): string {
  const example = "smtps://user:password@mail.example";
  const url = read.url("SMTP_URL", ["smtp:", "smtps:"], example);
  if (url === undefined && read.text("SMTP_URL") === undefined)
    read.required(
      "SMTP_URL",
      `Give your mail server: SMTP_URL=${example}`,
      `請填寫郵件伺服器：SMTP_URL=${example}`,
    );
  return url ?? "";
}

/** The demo's launcher writes the settings where the name of a file would stand. */
function readSmsProvider(read: Read, mode: Mode): SmsProviderSettings | null {
  const given = read.text("SMS_PROVIDER");
  if (given === undefined) return null;
  try {
    const json = given.startsWith("{") ? given : readFileSync(given, "utf8");
    const secrets = JSON.parse(read.text("SMS_SECRET_HEADERS") ?? "{}") as Record<string, string>;
    return readProviderSettings(json, secrets, { allowsHttp: mode !== "production" });
  } catch (error) {
    // A fault of JSON repeats what stands around it, which may be a secret.
    const why = error instanceof SyntaxError ? "It is no JSON." : (error as Error).message;
    read.problem(
      "SMS_PROVIDER",
      `The provider of text messages cannot be used as it is set: ${why}`,
      "Mend SMS_PROVIDER and SMS_SECRET_HEADERS, or leave both out.",
      {
        what: `簡訊業者的設定無法使用：${why}`,
        remedy: "請修正 SMS_PROVIDER 與 SMS_SECRET_HEADERS，或兩者皆不設定。",
      },
    );
    return null;
  }
}

/** Production must say that it wants the seed's way: a password that an acquaintance may know is a choice, not a default. */
function readInitialPassword(read: Read, mode: Mode): InitialPasswordMode {
  const remedy =
    "Choose how a new guardian first signs in: INITIAL_PASSWORD=activation-link, the safer, or INITIAL_PASSWORD=national-id-suffix";
  if (mode === "production" && read.text("INITIAL_PASSWORD") === undefined)
    read.required(
      "INITIAL_PASSWORD",
      remedy,
      "請選擇家長第一次登入的方式：INITIAL_PASSWORD=activation-link（較安全），或 INITIAL_PASSWORD=national-id-suffix",
    );
  return read.oneOf("INITIAL_PASSWORD", initialPasswordModes) ?? "national-id-suffix";
}

function readSecondFactor(read: Read, mode: Mode): boolean {
  const chosen = read.oneOf("SECOND_FACTOR", ["staff", "optional"]);
  if (mode === "production" && chosen === "optional")
    read.problem(
      "SECOND_FACTOR",
      "In production staff need a second factor.",
      "Leave SECOND_FACTOR out, or set it to staff.",
      { what: "正式環境的教職員必須使用第二重驗證。", remedy: "請移除 SECOND_FACTOR，或設為 staff。" },
    );
  return (chosen ?? (mode === "production" ? "staff" : "optional")) === "staff";
}

function readRedirectUris(read: Read): string[] {
  const uris = (read.text("APP_REDIRECT_URIS") ?? "").split(/[\s,]+/).filter((uri) => uri !== "");
  for (const uri of uris.filter((each) => !URL.canParse(each)))
    read.problem(
      "APP_REDIRECT_URIS",
      `APP_REDIRECT_URIS names “${uri}”, which is no address.`,
      "Give whole addresses with a space between, such as https://app.example/signed-in tw.example.app:/signed-in",
      {
        what: `APP_REDIRECT_URIS 中的「${uri}」不是網址。`,
        remedy: "請填寫完整網址並以空格分隔，例如 https://app.example/signed-in tw.example.app:/signed-in",
      },
    );
  return uris;
}
