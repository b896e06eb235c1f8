import { element } from "./element.js";
import type { Bill, Payment, Purse } from "./server.js";
import { day, dayAndTime, type Language, money, type Words } from "./words.js";

export function header(say: Words, balance: number | undefined, onOther: () => void): HTMLElement {
  return element(
    "header",
    {},
    element("h1", {}, say.title),
    element(
      "button",
      {
        type: "button",
        className: "plain",
        onclick: onOther,
        lang: say.other === "English" ? "en" : "zh-Hant-TW",
      },
      say.other,
    ),
    element(
      "p",
      { className: "balance" },
      element("span", {}, say.balance),
      " ",
      element("strong", {}, balance === undefined ? "…" : money(balance)),
    ),
    element("p", { className: "soft" }, say.play),
  );
}

export interface StartActs {
  find(text: string): void;
  scan(): void;
  picture(file: File): void;
}

export function startView(say: Words, typed: string, acts: StartActs): HTMLElement {
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
        acts.find(input.value);
      },
    },
    element("p", {}, say.lead),
    element("p", { className: "soft" }, say.tryWith, " ", element("a", { href: "/parent/" }, say.parents)),
    element("label", { htmlFor: "number" }, say.number),
    input,
    element("button", { type: "submit" }, say.find),
  );
  const chooser = element("input", { id: "picture", type: "file", accept: "image/*", className: "hidden" });
  chooser.onchange = () => {
    const [file] = chooser.files ?? [];
    if (file) acts.picture(file);
    chooser.value = "";
  };
  const ways = element(
    "div",
    { className: "ways" },
    element("button", { type: "button", className: "second", onclick: acts.scan }, say.scan),
    element("label", { htmlFor: "picture", className: "second" }, say.picture, chooser),
  );
  form.append(ways);
  return form;
}

export function scanView(say: Words, video: HTMLVideoElement, onStop: () => void): HTMLElement {
  return element(
    "section",
    { className: "card", attributes: { "aria-label": say.scan } },
    video,
    element("p", {}, say.aim),
    element("button", { type: "button", className: "second", onclick: onStop }, say.stop),
  );
}

export function billView(
  say: Words,
  language: Language,
  bill: Bill,
  acts: { pay(): void; back(): void },
): HTMLElement {
  const rows: [string, string][] = [
    [say.school, bill.schoolName],
    [say.student, bill.maskedStudentName],
    [say.item, bill.title],
    [say.dueDate, day(bill.dueDate, language)],
    [say.account, bill.accountNumber.replace(/(\d{4})(?=\d)/g, "$1 ")],
  ];
  const payable = bill.channels.includes("EASY_WALLET");
  return element(
    "section",
    { className: "card bill" },
    element("h2", { tabIndex: -1 }, say.bill),
    element(
      "p",
      { className: "amount" },
      element("span", {}, say.amount),
      element("strong", {}, money(bill.amount)),
    ),
    element(
      "dl",
      {},
      ...rows.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))),
    ),
    !payable && element("p", { className: "state" }, say.statuses[bill.status] ?? say.pastDue),
    payable && element("button", { type: "button", onclick: acts.pay }, `${say.pay} ${money(bill.amount)}`),
    element("button", { type: "button", className: "second", onclick: acts.back }, say.back),
  );
}

export function historyView(say: Words, language: Language, { payments }: Purse): HTMLElement {
  return element(
    "section",
    { className: "history" },
    element("h2", {}, say.history),
    payments.length === 0
      ? element("p", { className: "soft" }, say.none)
      : element("ul", {}, ...payments.map((payment) => paymentRow(say, language, payment))),
  );
}

function paymentRow(say: Words, language: Language, payment: Payment): HTMLElement {
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
    element("p", { className: `state ${payment.state.toLowerCase()}` }, stateOf(say, payment)),
  );
}

function stateOf(say: Words, { state, outcome, refusal }: Payment): string {
  if (state === "REPORTING") return say.waiting;
  if (state === "REFUSED") return `${say.refused}${refusal ? ` (${refusal})` : ""}`;
  return outcome === "OVERPAYMENT" ? say.over : say.done;
}
