import { writeOwnOrigin } from "./own-origin.ts";
import { startSearch } from "./search.ts";
import { startStatus } from "./status.ts";

const element = <Kind extends HTMLElement>(selector: string) => document.querySelector<Kind>(selector);

const content = element("#content");
if (content) writeOwnOrigin(content, location.origin);

/** Beside the text on a wide screen; on a telephone it opens when somebody wants it. */
const menu = element<HTMLDetailsElement>("#menu");
const wide = matchMedia("(min-width: 60rem)");
const openMenu = () => {
  if (menu) menu.open = wide.matches;
};
wide.addEventListener("change", openMenu);
openMenu();

const input = element<HTMLInputElement>("input[name=q]");
document.addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  event.preventDefault();
  input?.focus();
});

const results = element("#results");
const found = element("#found");
if (input && results && found) startSearch(input, results, found);

const table = element("#status");
const again = element("#ask-again");
const checkedAt = element("#asked-at");
if (table && again && checkedAt) startStatus(table, again, checkedAt);
