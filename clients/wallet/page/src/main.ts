import "./style.css";
import { type Camera, openCamera } from "./camera.js";
import { element } from "./element.js";
import { linkView } from "./link-view.js";
import { type Reading, readAny, readNumber } from "./read-number.js";
import {
  type Bill,
  endLink,
  Failure,
  findBill,
  type Link,
  type Purse,
  pay,
  readLink,
  readPurse,
} from "./server.js";
import { billView, header, historyView, scanView, startView } from "./views.js";
import { chooseLanguage, firstLanguage, languages } from "./words.js";

const lookAgainMs = 1_500;

let language = firstLanguage();
let purse: Purse | undefined;
let link: Link | undefined;
let typed = "";
let camera: Camera | undefined;
/** The bill that is shown, and the name under which it is paid, however often the button is pressed. */
let shown: { bill: Bill; transactionNumber: string } | undefined;

const message = element("p", { id: "message", className: "message", attributes: { role: "status" } });
const head = element("div");
/** What is being done: a number typed, a code scanned, a bill looked at. */
const step = element("div");
const linked = element("div");
const history = element("div");
document.body.append(
  element("div", { className: "page" }, head, element("main", {}, message, step, linked, history)),
);

function show(): void {
  const words = languages[language];
  document.documentElement.lang = language === "en" ? "en" : "zh-Hant-TW";
  document.title = words.title;
  head.replaceChildren(header(words, purse?.balance, changeLanguage));
  if (camera) step.replaceChildren(scanView(words, camera.video, stopScanning));
  else if (shown)
    step.replaceChildren(billView(words, language, shown.bill, { pay: payShown, back: leaveBill }));
  else step.replaceChildren(startView(words, typed, { find, scan, picture }));
  linked.replaceChildren(
    link ? linkView(words, language, link, { open: (number) => void findNumber(number), end: unlink }) : "",
  );
  history.replaceChildren(purse ? historyView(words, language, purse) : "");
}

async function unlink(): Promise<void> {
  try {
    link = await endLink();
    show();
    showStatus(languages[language].unlinked, { isGood: true });
  } catch (error) {
    showFailure(error);
  }
}

/** What the city tells a linked account comes to the wallet's server at once; the page looks every few seconds. */
async function refreshLink(): Promise<void> {
  try {
    const before = JSON.stringify(link);
    link = await readLink();
    if (JSON.stringify(link) !== before) show();
  } catch {
    // The next look may succeed.
  }
  setTimeout(refreshLink, link?.since ? lookAgainMs * 2 : lookAgainMs * 10);
}

function showStatus(sentence: string, { isGood = false } = {}): void {
  message.textContent = sentence;
  message.classList.toggle("good", isGood);
}

function showFailure(error: unknown): void {
  const { failures } = languages[language];
  showStatus(failures[error instanceof Failure ? error.code : "UNREACHABLE"] ?? failures.BAD_REQUEST!);
}

async function find(text: string): Promise<void> {
  typed = text;
  const reading = readNumber(text);
  if (reading && "number" in reading) await findNumber(reading.number);
  else showStatus(languages[language].notANumber);
}

async function findNumber(number: string): Promise<void> {
  showStatus("");
  try {
    shown = { bill: await findBill(number), transactionNumber: `W-${crypto.randomUUID()}` };
    typed = "";
    show();
    step.querySelector("h2")?.focus();
  } catch (error) {
    typed = number;
    show();
    showFailure(error);
  }
}

async function scan(): Promise<void> {
  showStatus("");
  try {
    camera = await openCamera(found);
    show();
  } catch {
    showStatus(languages[language].noCamera);
  }
}

function found(reading: NonNullable<Reading>): void {
  if ("part" in reading) {
    showStatus(languages[language].storePart);
    return;
  }
  stopScanning();
  void findNumber(reading.number);
}

function stopScanning(): void {
  camera?.stop();
  camera = undefined;
  showStatus("");
  show();
}

async function picture(file: File): Promise<void> {
  showStatus("");
  const { readCodes } = await import("./read-codes.js");
  const reading = readAny(await readCodes(file).catch(() => []));
  if (reading && "number" in reading) await findNumber(reading.number);
  else showStatus(languages[language][reading ? "storePart" : "nothingInPicture"]);
}

async function payShown(): Promise<void> {
  if (!shown) return;
  const { bill, transactionNumber } = shown;
  showStatus("");
  try {
    await pay({ transactionNumber, accountNumber: bill.accountNumber, amount: bill.amount });
    leaveBill();
  } catch (error) {
    showFailure(error);
  }
  await refresh();
}

function leaveBill(): void {
  shown = undefined;
  showStatus("");
  show();
}

function changeLanguage(): void {
  language = language === "en" ? "zh-TW" : "en";
  chooseLanguage(language);
  showStatus("");
  show();
}

/** Looks again as long as the school has not heard of a payment. */
async function refresh(): Promise<void> {
  try {
    purse = await readPurse();
    const words = languages[language];
    head.replaceChildren(header(words, purse.balance, changeLanguage));
    history.replaceChildren(historyView(words, language, purse));
  } catch (error) {
    showFailure(error);
  }
  if (purse?.payments.some(({ state }) => state === "REPORTING")) setTimeout(refresh, lookAgainMs);
}

show();
void refresh();
void refreshLink();
// A bill's own link leads here: ?account=…
const named = readNumber(location.href);
if (named && "number" in named) void findNumber(named.number);
// The city's consent page leads back here: ?link=done
const outcome = new URLSearchParams(location.search).get("link");
if (outcome) showStatus(languages[language].linkOutcomes[outcome] ?? "", { isGood: outcome === "done" });
