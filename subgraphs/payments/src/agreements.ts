import { readFileSync } from "node:fs";
import type { EnvironmentReader } from "@campus-graph/kit/ops/environment";
import { channels } from "./domain/channel.js";
import { checkRules } from "./domain/check-digit.js";
import type { IssuerTerms, PaymentLinks } from "./services.js";

/** What the city agreed with banks. Partners are rows in identity, which tells of them by events. */
export interface Agreements {
  links: PaymentLinks;
  issuerTerms: IssuerTerms | null;
}

const zhHowTo = "格式與範例見 subgraphs/payments/README.md 的「Agreements」。";
const howTo = "subgraphs/payments/README.md, “Agreements”, has the format and an example.";

/** `AGREEMENTS`: the JSON itself, or the name of a file of it. Every fault in it is told, by its place. */
export function readAgreements(read: EnvironmentReader<"AGREEMENTS" | "MODE">): {
  agreements?: Partial<Agreements>;
} {
  const given = read.text("AGREEMENTS");
  if (given === undefined) {
    if (read.text("MODE") === "production")
      read.remark(
        "AGREEMENTS",
        "AGREEMENTS is not given: no school can issue a bill (ISSUER_NOT_SET).",
        howTo,
        { what: "未填 AGREEMENTS：各校都不能開立繳費單（ISSUER_NOT_SET）。", remedy: zhHowTo },
      );
    return {};
  }
  const where = given.startsWith("{") ? "AGREEMENTS" : `AGREEMENTS (${given})`;
  const wrong = (what: string) => read.problem("AGREEMENTS", `${where} ${what}`, howTo);
  const content = parse(given, wrong);
  if (content === undefined) return {};
  for (const fault of faultsIn(content)) wrong(fault);
  if (content.partners !== undefined)
    read.remark(
      "AGREEMENTS",
      `${where} has “partners”, which are rows now: the wallet's was taken over, the others are read no more.`,
      "Take it out once npm run partner lists them all; npm run partner -- add registers one.",
    );
  if (content.issuerTerms === undefined || content.issuerTerms === null)
    read.remark(
      "AGREEMENTS",
      `${where} has no issuerTerms: no school can issue a bill (ISSUER_NOT_SET).`,
      howTo,
      { what: `${where} 沒有 issuerTerms：各校都不能開立繳費單（ISSUER_NOT_SET）。`, remedy: zhHowTo },
    );
  const { partners: _, ...agreements } = content;
  return { agreements: agreements as Partial<Agreements> };
}

function parse(given: string, wrong: (what: string) => void): Record<string, unknown> | undefined {
  try {
    const text = given.startsWith("{") ? given : readFileSync(given, "utf8");
    const content: unknown = JSON.parse(text);
    if (isObject(content)) return content;
    wrong("is no JSON object.");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    wrong(code === "ENOENT" ? "does not exist." : `cannot be read: ${message}.`);
  }
  return undefined;
}

/** What must be true of a value, in the words that are said where it is not. */
type Rule = readonly [wanted: string, holds: (value: unknown) => boolean];

const channelList: Rule = [
  `a list of ${channels.join(", ")}`,
  (value) => Array.isArray(value) && value.every((each) => channels.includes(each)),
];
const linkTemplate: Rule = [
  "an https address with {account} in it",
  (value) => isMatch(/^https:\/\/.+\{account\}/)(value),
];

/** The terms that a bank grants every school. */
const issuerTermsRules: Readonly<Record<keyof IssuerTerms, Rule>> = {
  firstPrefix: ["a whole number of six digits", isWhole(100_000, 999_999)],
  checkRule: [
    `one of ${Object.keys(checkRules).join(", ")}`,
    (value) => Object.hasOwn(checkRules, String(value)),
  ],
  bankCode: ["three digits in quotes", isMatch(/^\d{3}$/)],
  bankName: ["a name", isMatch(/\S/)],
  collectionCode: ["three digits or capital letters", isMatch(/^[0-9A-Z]{3}$/)],
  storeCapNtd: ["a whole number of NT$, from 1", isWhole(1, 999_999_999)],
  channels: channelList,
};

const linkRules: Readonly<Record<string, Rule>> = {
  EASY_WALLET: linkTemplate,
  PAY_TAIPEI: linkTemplate,
  CREDIT_CARD: linkTemplate,
};

function faultsIn(content: Record<string, unknown>): string[] {
  const { links = {}, issuerTerms = null, partners: _, ...unknown } = content;
  return [
    ...Object.keys(unknown).map((name) => `has “${name}”, which is none of links, issuerTerms.`),
    ...faultsOf("links", links, linkRules, { mayLack: true }),
    ...(issuerTerms === null ? [] : faultsOf("issuerTerms", issuerTerms, issuerTermsRules)),
  ];
}

function faultsOf(
  place: string,
  value: unknown,
  rules: Readonly<Record<string, Rule>>,
  { mayLack = false } = {},
): string[] {
  if (!isObject(value)) return [`needs an object at ${place}.`];
  const strangers = Object.keys(value).filter((name) => !Object.hasOwn(rules, name));
  const wanted = Object.entries(rules).filter(([name]) => !mayLack || Object.hasOwn(value, name));
  return [
    ...strangers.map((name) => `has ${place}.${name}, which is none of ${Object.keys(rules).join(", ")}.`),
    ...wanted
      .filter(([name, [, holds]]) => !holds(value[name]))
      .map(([name, [what]]) => `needs ${what} at ${place}.${name}.`),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isWhole(least: number, most: number) {
  return (value: unknown) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isMatch(pattern: RegExp) {
  return (value: unknown) => typeof value === "string" && pattern.test(value);
}
