import MiniSearch, { type SearchResult } from "minisearch";
import { type Found, indexOptions } from "./index-options.ts";
import { questionTerms } from "./terms.ts";

const most = 30;
const isEnglish = document.documentElement.lang === "en";
const labels = isEnglish
  ? {
      found: (count: number) => (count === 1 ? "One place found" : `${count} places found`),
      nothing: "Nothing was found. Try fewer or other words.",
      failed: "The index could not be loaded. Try again when the graph can be reached.",
    }
  : {
      found: (count: number) => `找到 ${count} 處`,
      nothing: "查無結果，請改用其他字詞。",
      failed: "無法載入搜尋索引，請稍後再試。",
    };

/** The search page: what its address asks for is looked up, and what is typed after that. */
export function startSearch(input: HTMLInputElement, list: HTMLElement, status: HTMLElement): void {
  const loading = load();
  const show = async () => {
    const question = input.value.trim();
    const index = await loading.catch(() => undefined);
    if (input.value.trim() !== question) return;
    if (!index) {
      status.textContent = labels.failed;
      return;
    }
    const results = question === "" ? [] : look(index, question);
    list.replaceChildren(...results.slice(0, most).map((each) => item(each, question)));
    status.textContent =
      question === "" ? "" : results.length === 0 ? labels.nothing : labels.found(results.length);
  };
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", () => {
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    void show();
  });
  input.form?.addEventListener("submit", (event) => event.preventDefault());
  input.focus();
  void show();
}

async function load(): Promise<MiniSearch<Found>> {
  const response = await fetch("search-index.json");
  if (!response.ok) throw new Error(`${response.status}`);
  return MiniSearch.loadJSON(await response.text(), indexOptions);
}

/** All words of the question; where nothing has them all, any of them. */
function look(index: MiniSearch<Found>, question: string): SearchResult[] {
  const isLatin = (term: string) => /^[\x20-\x7e]+$/.test(term);
  const options = {
    tokenize: questionTerms,
    prefix: isLatin,
    fuzzy: (term: string) => isLatin(term) && term.length > 4 && 0.2,
    boost: { title: 4, page: 2 },
  };
  const all = index.search(question, { ...options, combineWith: "AND" });
  return all.length > 0 ? all : index.search(question, { ...options, combineWith: "OR" });
}

function item({ id, page, title, text, terms }: SearchResult, question: string): HTMLElement {
  const link = document.createElement("a");
  link.href = id;
  link.textContent = title === page ? title : `${title} · ${page}`;
  const excerpt = document.createElement("p");
  excerpt.append(...marked(around(text, [question, ...terms]), terms));
  const element = document.createElement("li");
  if (id.startsWith("../en/") && !isEnglish) element.lang = "en";
  element.append(link, excerpt);
  return element;
}

/** The text around the first place where one of the terms stands. */
function around(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term.toLowerCase())).filter((at) => at >= 0);
  const from = Math.max(0, Math.min(...places, Number.MAX_SAFE_INTEGER) - 40);
  const start = places.length === 0 ? 0 : from;
  return `${start > 0 ? "…" : ""}${text.slice(start, start + 160)}${text.length > start + 160 ? "…" : ""}`;
}

function marked(text: string, terms: readonly string[]): (Node | string)[] {
  const pattern = terms
    .toSorted((one, other) => other.length - one.length)
    .map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
  if (pattern === "") return [text];
  return text.split(new RegExp(`(${pattern})`, "giu")).map((part, at) => {
    if (at % 2 === 0) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}
