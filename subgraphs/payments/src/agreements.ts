import { readFileSync } from "node:fs";
import type { EnvironmentReader } from "@campus-graph/kit/ops/environment";
import type { PaymentLinks, StandardTerms } from "./context.js";
import { channels } from "./domain/channel.js";
import { checkRules } from "./domain/check-digit.js";

/** What the city agreed with banks. Partners are rows in identity, which tells of them by events. */
export interface Agreements {
  links: PaymentLinks;
  issuerTerms: StandardTerms | null;
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
  const wrong: Wrong = ({ en, zh }) =>
    read.problem("AGREEMENTS", `${where} ${en}`, howTo, { what: `${where} ${zh}`, remedy: zhHowTo });
  const content = parse(given, wrong);
  if (content === undefined) return {};
  for (const fault of faultsIn(content)) wrong(fault);
  if (content.partners !== undefined)
    read.remark(
      "AGREEMENTS",
      `${where} has “partners”, which are rows now: the wallet's was taken over, the others are read no more.`,
      "Take it out once npm run partner lists them all; npm run partner -- add registers one.",
      {
        what: `${where} 仍有「partners」，現已改為登記：wallet 的已沿用，其餘不再讀取。`,
        remedy: "待 npm run partner 列出全部業者後即可移除；npm run partner -- add 登記業者。",
      },
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

function parse(given: string, wrong: Wrong): Record<string, unknown> | undefined {
  try {
    const text = given.startsWith("{") ? given : readFileSync(given, "utf8");
    const content: unknown = JSON.parse(text);
    if (isObject(content)) return content;
    wrong({ en: "is no JSON object.", zh: "不是 JSON 物件。" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    wrong(
      code === "ENOENT"
        ? { en: "does not exist.", zh: "不存在。" }
        : { en: `cannot be read: ${message}.`, zh: `無法讀取：${message}。` },
    );
  }
  return undefined;
}

/** What is wrong, in a sentence that begins with where. */
interface Fault {
  en: string;
  zh: string;
}

type Wrong = (fault: Fault) => void;

/** What must be true of a value, in the words that are said where it is not. */
type Rule = readonly [wanted: Fault, holds: (value: unknown) => boolean];

const channelList: Rule = [
  { en: `a list of ${channels.join(", ")}`, zh: `由 ${channels.join("、")} 組成的清單` },
  (value) => Array.isArray(value) && value.every((each) => channels.includes(each)),
];
const linkTemplate: Rule = [
  { en: "an https address with {account} in it", zh: "含有 {account} 的 https 網址" },
  (value) => isMatch(/^https:\/\/.+\{account\}/)(value),
];

/** The terms that a bank grants every school. */
const standardTermsRules: Readonly<Record<keyof StandardTerms, Rule>> = {
  firstPrefix: [{ en: "a whole number of six digits", zh: "六位整數" }, isWhole(100_000, 999_999)],
  checkRule: [
    { en: `one of ${Object.keys(checkRules).join(", ")}`, zh: `${Object.keys(checkRules).join("、")} 之一` },
    (value) => Object.hasOwn(checkRules, String(value)),
  ],
  bankCode: [{ en: "three digits in quotes", zh: "加引號的三位數字" }, isMatch(/^\d{3}$/)],
  bankName: [{ en: "a name", zh: "名稱" }, isMatch(/\S/)],
  collectionCode: [
    { en: "three digits or capital letters", zh: "三位數字或大寫字母" },
    isMatch(/^[0-9A-Z]{3}$/),
  ],
  storeCapNtd: [{ en: "a whole number of NT$, from 1", zh: "1 以上的新臺幣整數" }, isWhole(1, 999_999_999)],
  channels: channelList,
};

const linkRules: Readonly<Record<string, Rule>> = {
  EASY_WALLET: linkTemplate,
  PAY_TAIPEI: linkTemplate,
  CREDIT_CARD: linkTemplate,
};

function faultsIn(content: Record<string, unknown>): Fault[] {
  const { links = {}, issuerTerms = null, partners: _, ...unknown } = content;
  return [
    ...Object.keys(unknown).map((name) => ({
      en: `has “${name}”, which is none of links, issuerTerms.`,
      zh: `含有「${name}」，但只能有 links、issuerTerms。`,
    })),
    ...faultsOf("links", links, linkRules, { mayLack: true }),
    ...(issuerTerms === null ? [] : faultsOf("issuerTerms", issuerTerms, standardTermsRules)),
  ];
}

function faultsOf(
  place: string,
  value: unknown,
  rules: Readonly<Record<string, Rule>>,
  { mayLack = false } = {},
): Fault[] {
  if (!isObject(value)) return [{ en: `needs an object at ${place}.`, zh: `的 ${place} 應為物件。` }];
  const strangers = Object.keys(value).filter((name) => !Object.hasOwn(rules, name));
  const wanted = Object.entries(rules).filter(([name]) => !mayLack || Object.hasOwn(value, name));
  return [
    ...strangers.map((name) => ({
      en: `has ${place}.${name}, which is none of ${Object.keys(rules).join(", ")}.`,
      zh: `含有 ${place}.${name}，但只能有 ${Object.keys(rules).join("、")}。`,
    })),
    ...wanted
      .filter(([name, [, holds]]) => !holds(value[name]))
      .map(([name, [wanted]]) => ({
        en: `needs ${wanted.en} at ${place}.${name}.`,
        zh: `的 ${place}.${name} 應為${wanted.zh}。`,
      })),
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
