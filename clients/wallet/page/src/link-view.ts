import { element } from "./element.js";
import type { Link, LinkedBill, LinkedNotice } from "./server.js";
import { day, dayAndTime, type Language, money, type Words } from "./words.js";

/** An account of the city's to link, or what came by the linked one. */
export function linkView(
  say: Words,
  language: Language,
  { since, bills, notices }: Link,
  acts: { open(number: string): void; end(): void },
): HTMLElement {
  if (since === null)
    return element(
      "section",
      { className: "history link" },
      element("h2", {}, say.linkTitle),
      element("p", { className: "soft" }, say.linkLead),
      element("a", { className: "second", href: `link?language=${language}` }, say.link),
    );
  return element(
    "section",
    { className: "history link" },
    element("h2", {}, say.linkedTitle),
    element("p", { className: "soft" }, `${say.linkedSince} ${dayAndTime(since, language)}`),
    bills.length === 0
      ? element("p", {}, say.noLinkedBills)
      : element("ul", {}, ...bills.map((bill) => billRow(say, language, bill, acts.open))),
    notices.length > 0 && element("h3", {}, say.linkedNotices),
    notices.length > 0 && element("ul", {}, ...notices.map((notice) => noticeRow(say, language, notice))),
    element("button", { type: "button", className: "second", onclick: acts.end }, say.endLink),
  );
}

function billRow(say: Words, language: Language, bill: LinkedBill, open: (number: string) => void) {
  const { accountNumber, title, amount, dueDate, school, student } = bill;
  return element(
    "li",
    { attributes: { "data-account": accountNumber } },
    element("p", {}, element("strong", {}, title), element("span", { className: "money" }, money(amount))),
    element(
      "p",
      { className: "soft" },
      `${school.name} · ${student.maskedName} · ${say.dueDate} ${day(dueDate, language)}`,
    ),
    element(
      "button",
      { type: "button", className: "second", onclick: () => open(accountNumber) },
      say.showBill,
    ),
  );
}

function noticeRow(say: Words, language: Language, { kind, title, maskedName, occurredAt }: LinkedNotice) {
  return element(
    "li",
    { attributes: { "data-kind": kind } },
    element("p", {}, `${say.noticeKinds[kind] ?? kind}${title ? `：${title}` : ""}`),
    element(
      "p",
      { className: "soft" },
      [maskedName, dayAndTime(occurredAt, language)].filter(Boolean).join(" · "),
    ),
  );
}
