import type { EnvironmentReader } from "./environment.js";

/**
 * For how many days what is personal is kept after it was last of use, where nothing else is set. The periods are the
 * operator's to set (個資法 §11 III: no longer than the purpose asks for); decision 53 names the reason of each.
 */
export const usualRetention = {
  /** An application that nobody sent in, and what was declared for it, since it was begun. */
  drafts: 30,
  /** Applications, signed forms and consents, since the binding ended or the request was taken back (個資法 §7 IV). */
  applications: 5 * 365,
  /** Who was shown what of whom, and why. */
  disclosures: 5 * 365,
} as const;

export type Retention = Readonly<Record<keyof typeof usualRetention, number>>;

const names = Object.keys(usualRetention) as (keyof Retention)[];
const most = 36_500;

/** `drafts=30 applications=1825`: what is not named is as usual. */
export function readRetention(read: EnvironmentReader<"RETENTION_DAYS">): Retention {
  const given = (read.text("RETENTION_DAYS") ?? "").split(/[\s,]+/).filter((pair) => pair !== "");
  const set = given.map((pair) => {
    const [name = "", days = ""] = pair.split("=");
    const isGood = (names as readonly string[]).includes(name) && /^\d{1,5}$/.test(days);
    if (!isGood || Number(days) < 1 || Number(days) > most)
      read.problem(
        "RETENTION_DAYS",
        `RETENTION_DAYS names “${pair}”.`,
        `Write a name and days (1 to ${most}), such as drafts=30; the names are ${names.join(", ")}.`,
        {
          what: `RETENTION_DAYS 中的「${pair}」無法辨識。`,
          remedy: `請寫成名稱與天數（1 至 ${most}），例如 drafts=30；名稱有 ${names.join("、")}。`,
        },
      );
    return [name, Number(days)] as const;
  });
  return { ...usualRetention, ...Object.fromEntries(set) };
}

/** Before when what is kept by this name is over. */
export function keptSince(retention: Retention | undefined, name: keyof Retention, now: Date): Date {
  return new Date(now.getTime() - (retention ?? usualRetention)[name] * 24 * 60 * 60_000);
}
