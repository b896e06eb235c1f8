import { element } from "./element.js";
import type { Link, LinkedBill, LinkedNotice } from "./server.js";
import { day, dayAndTime, type Language, money, type Words } from "./words.js";

/** An account of the city's to link, or what came by the linked one. */
export function linkView(
  words: Words,
  language: Language,
  { since, bills, notices }: Link,
  acts: { open(number: string): void; end(): void },
): HTMLElement {
  if (since === null)
    return element(
      "section",
      { className: "history link" },
      element("h2", {}, words.linkTitle),
      element("p", { className: "soft" }, words.linkLead),
      element("a", { className: "second", href: `link?language=${language}` }, words.link),
    );
  return element(
    "section",
    { className: "history link" },
    element("h2", {}, words.linkedTitle),
    element("p", { className: "soft" }, `${words.linkedSince} ${dayAndTime(since, language)}`),
    bills.length === 0
      ? element("p", {}, words.noLinkedBills)
      : element("ul", {}, ...bills.map((bill) => billRow(words, language, bill, acts.open))),
    notices.length > 0 && element("h3", {}, words.linkedNotices),
    notices.length > 0 && element("ul", {}, ...notices.map((notice) => noticeRow(words, language, notice))),
    element("button", { type: "button", className: "second", onclick: acts.end }, words.endLink),
  );
}

function billRow(words: Words, language: Language, bill: LinkedBill, open: (number: string) => void) {
  const { accountNumber, title, amount, dueDate, school, student } = bill;
  return element(
    "li",
    { attributes: { "data-account": accountNumber } },
    element("p", {}, element("strong", {}, title), element("span", { className: "money" }, money(amount))),
    element(
      "p",
      { className: "soft" },
      `${school.name} · ${student.maskedName} · ${words.dueDate} ${day(dueDate, language)}`,
    ),
    element(
      "button",
      { type: "button", className: "second", onclick: () => open(accountNumber) },
      words.showBill,
    ),
  );
}

function noticeRow(words: Words, language: Language, { kind, title, maskedName, occurredAt }: LinkedNotice) {
  return element(
    "li",
    { attributes: { "data-kind": kind } },
    element("p", {}, `${words.noticeKinds[kind] ?? kind}${title ? `：${title}` : ""}`),
    element(
      "p",
      { className: "soft" },
      [maskedName, dayAndTime(occurredAt, language)].filter(Boolean).join(" · "),
    ),
  );
}
