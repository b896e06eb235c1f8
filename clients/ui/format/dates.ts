import type { Language } from "../words/catalogue";

const timeZone = "Asia/Taipei";
const locales = { "zh-TW": "zh-TW-u-ca-roc", en: "en-GB" } as const;

/** Formatters are slow to make and good for ever. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  made.set(key, known);
  return known;
}

/** A moment, or a day of the graph (yyyy-MM-dd), which is a day in Taipei whatever the reader's own zone. */
function momentOf(day: string): Date {
  return new Date(/^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T12:00:00+08:00` : day);
}

/** 民國115年12月14日 星期一, or Monday, 14 December 2026. */
export function formatDay(day: string, language: Language): string {
  const options = { year: "numeric", month: "long", day: "numeric", weekday: "short" } as const;
  return formatter(language, options).format(momentOf(day));
}

/** 12月14日 星期一: where the year is plain. */
export function formatShortDay(day: string, language: Language): string {
  return formatter(language, { month: "short", day: "numeric", weekday: "short" }).format(momentOf(day));
}

export function formatMoment(moment: string, language: Language): string {
  const options = {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  } as const;
  return formatter(language, options).format(new Date(moment));
}

/** Days from today until then by Taipei's calendar: 0 is today, negative is past. */
export function daysUntil(day: string, now = new Date()): number {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(now);
  return Math.round((momentOf(day).getTime() - momentOf(today).getTime()) / 86_400_000);
}

/** The day in Taipei of a moment, as the graph writes days: yyyy-MM-dd. */
export function taipeiDayOf(moment: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date(moment));
}

/** 115/12/14, or 14 Dec 2026: short enough for a column. */
export function formatDayInTable(day: string, language: Language): string {
  if (language === "en")
    return formatter(language, { day: "numeric", month: "short", year: "numeric" }).format(momentOf(day));
  const [year = "", month = "", date = ""] = taipeiDayOf(momentOf(day).toISOString()).split("-");
  return `${Number(year) - 1911}/${month}/${date}`;
}
