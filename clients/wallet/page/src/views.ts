import { element } from "./element.js";
import type { Bill, Payment, Purse } from "./server.js";
import { day, dayAndTime, type Language, money, type Words } from "./words.js";

export function header(words: Words, balance: number | undefined, onOther: () => void): HTMLElement {
  return element(
    "header",
    {},
    element("h1", {}, words.title),
    element(
      "button",
      {
        type: "button",
        className: "plain",
        onclick: onOther,
        lang: words.other === "English" ? "en" : "zh-Hant-TW",
      },
      words.other,
    ),
    element(
      "p",
      { className: "balance" },
      element("span", {}, words.balance),
      " ",
      element("strong", {}, balance === undefined ? "…" : money(balance)),
    ),
    element("p", { className: "soft" }, words.play),
  );
}

export interface StartActions {
  find(text: string): void;
  scan(): void;
  picture(file: File): void;
}

export function startView(words: Words, typed: string, actions: StartActions): HTMLElement {
  const input = element("input", {
    id: "number",
    name: "number",
    value: typed,
    inputMode: "numeric",
    autocomplete: "off",
    attributes: { "aria-describedby": "message" },
  });
  const form = element(
    "form",
    {
      className: "card",
      noValidate: true,
      onsubmit: (event: Event) => {
        event.preventDefault();
        actions.find(input.value);
      },
    },
    element("p", {}, words.lead),
    element(
      "p",
      { className: "soft" },
      words.tryWith,
      " ",
      element("a", { href: "/parent/" }, words.parents),
    ),
    element("label", { htmlFor: "number" }, words.number),
    input,
    element("button", { type: "submit" }, words.find),
  );
  const chooser = element("input", { id: "picture", type: "file", accept: "image/*", className: "hidden" });
  chooser.onchange = () => {
    const [file] = chooser.files ?? [];
    if (file) actions.picture(file);
    chooser.value = "";
  };
  const ways = element(
    "div",
    { className: "ways" },
    element("button", { type: "button", className: "second", onclick: actions.scan }, words.scan),
    element("label", { htmlFor: "picture", className: "second" }, words.picture, chooser),
  );
  form.append(ways);
  return form;
}

export function scanView(words: Words, video: HTMLVideoElement, onStop: () => void): HTMLElement {
  return element(
    "section",
    { className: "card", attributes: { "aria-label": words.scan } },
    video,
    element("p", {}, words.aim),
    element("button", { type: "button", className: "second", onclick: onStop }, words.stop),
  );
}

export function billView(
  words: Words,
  language: Language,
  bill: Bill,
  actions: { pay(): void; back(): void },
): HTMLElement {
  const rows: [string, string][] = [
    [words.school, bill.schoolName],
    [words.student, bill.maskedStudentName],
    [words.item, bill.title],
    [words.dueDate, day(bill.dueDate, language)],
    [words.account, bill.accountNumber.replace(/(\d{4})(?=\d)/g, "$1 ")],
  ];
  const payable = bill.channels.includes("EASY_WALLET");
  return element(
    "section",
    { className: "card bill" },
    element("h2", { tabIndex: -1 }, words.bill),
    element(
      "p",
      { className: "amount" },
      element("span", {}, words.amount),
      element("strong", {}, money(bill.amount)),
    ),
    element(
      "dl",
      {},
      ...rows.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))),
    ),
    !payable && element("p", { className: "state" }, words.statuses[bill.status] ?? words.pastDue),
    payable &&
      element("button", { type: "button", onclick: actions.pay }, `${words.pay} ${money(bill.amount)}`),
    element("button", { type: "button", className: "second", onclick: actions.back }, words.back),
  );
}

export function historyView(words: Words, language: Language, { payments }: Purse): HTMLElement {
  return element(
    "section",
    { className: "history" },
    element("h2", {}, words.history),
    payments.length === 0
      ? element("p", { className: "soft" }, words.none)
      : element("ul", {}, ...payments.map((payment) => paymentRow(words, language, payment))),
  );
}

function paymentRow(words: Words, language: Language, payment: Payment): HTMLElement {
  return element(
    "li",
    { attributes: { "data-state": payment.state, "data-transaction": payment.transactionNumber } },
    element(
      "p",
      {},
      element("strong", {}, payment.title),
      element("span", { className: "money" }, money(payment.amount)),
    ),
    element("p", { className: "soft" }, `${payment.schoolName} · ${dayAndTime(payment.paidAt, language)}`),
    element("p", { className: `state ${payment.state.toLowerCase()}` }, stateOf(words, payment)),
  );
}

function stateOf(words: Words, { state, outcome, refusal }: Payment): string {
  if (state === "REPORTING") return words.waiting;
  if (state === "REFUSED") return `${words.refused}${refusal ? ` (${refusal})` : ""}`;
  if (outcome === "UNAPPLIED") return words.unapplied;
  return outcome === "OVERPAYMENT" ? words.over : words.done;
}
