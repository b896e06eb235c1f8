import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { facts } from "./facts.ts";
import { codeBlock, escapeHtml, prose } from "./html.ts";
import { filePath, relativeTo } from "./links.ts";
import type { Page } from "./page.ts";
import { reference } from "./pages.ts";
import { readJson, readSource } from "./sources.ts";

const folder = "clients/operations";

interface Words {
  en: string;
  "zh-TW": string;
}

interface Examples {
  people: Record<string, { login: string; who: Words }>;
  roles: Record<string, { title: Words; as?: string }>;
  operations: Record<string, { title: string; as?: string; needs?: Words; variables?: object }>;
}

interface Operation {
  name: string;
  role: string;
  file: string;
  text: string;
  kind: string;
  /** The fields of the root that it asks for. */
  fields: string[];
}

const examples = readJson<Examples>(`${folder}/examples.json`);

const here = fileURLToPath(new URL("../../operations", import.meta.url));

/** In the order of the story: a guardian applies, a teacher decides, a cashier bills, a wallet pays; then what is new. */
const story = ["anyone", "guardian", "teacher", "registrar", "cashier", "wallet"];
const folders = readdirSync(here, { withFileTypes: true }).filter((each) => each.isDirectory());
const roles = [...new Set([...story, ...folders.map(({ name }) => name).sort()])];

export const operations: readonly Operation[] = readOperations();

function readOperations(): Operation[] {
  return roles.flatMap((role) =>
    readdirSync(join(here, role))
      .sort()
      .map((name) => operationIn(role, `${folder}/${role}/${name}`)),
  );
}

function operationIn(role: string, file: string): Operation {
  const text = readSource(file);
  const { name, operation, selectionSet } = parse(text).definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )!;
  const fields = selectionSet.selections.flatMap((each) =>
    each.kind === Kind.FIELD ? [each.name.value] : [],
  );
  return { name: name!.value, role, file, text, kind: operation, fields };
}

/** What an operation is for, as its first comment says. */
export function leadOf({ text, name }: Operation): string {
  return /^#\s*(.*)$/m.exec(text)?.[1] ?? name;
}

export function operationsPage(): Page {
  const title = reference.en.find(({ slug }) => slug === "operations")!;
  const page = { ...title, language: "en", sources: [], examples: [] } as const;
  const link = (path: string) => relativeTo(page, filePath(path));
  const intro = `<p>Each is a file of its own, run by a test in the demo city with these variables. Production runs these as they
stand and no others, unless the operator adds your team’s list. In variables, <code>{{Operation.path}}</code> stands for what that
operation answered there.</p>
<p><a href="${link("schema/operations.json")}">All of them with their hashes</a> (JSON) ·
<a href="${link(`${folder}/examples.json`)}">all variables</a> (JSON)</p>`;
  const html = roles.map((role) => {
    const { title } = examples.roles[role]!;
    const own = operations.filter((each) => each.role === role);
    return `<h2 id="${role}"><a class="anchor" href="#${role}">${title.en} <span lang="zh-Hant-TW">${title["zh-TW"]}</span></a></h2>
${own.map((each) => operationSection(each, link(each.file))).join("\n")}`;
  });
  return { ...page, html: [intro, ...html].join("\n") };
}

function operationSection(operation: Operation, file: string): string {
  const { name, role, kind, text } = operation;
  const { title, as = examples.roles[role]?.as, needs, variables } = examples.operations[name] ?? {};
  const person = as ? examples.people[as]?.login : role === "wallet" ? "wallet" : undefined;
  const sections = [
    `${kind} for <code>${escapeHtml(person ?? "anyone")}</code> in the demo city`,
    `costs ${facts.costs[name]} with these variables`,
    `<a href="${file}">file</a>`,
  ];
  return `<h3 id="${name}"><a class="anchor" href="#${name}"><code>${name}</code></a> ${title ? `<span lang="zh-Hant-TW">${escapeHtml(title)}</span>` : ""}</h3>
<p>${prose(leadOf(operation))}</p>
<p class="facts">${sections.join(" · ")}</p>
${needs ? `<p>${escapeHtml(needs.en)}</p>` : ""}
${codeBlock(text.replace(/^#.*\n/, ""), "graphql", name)}
${variables ? codeBlock(JSON.stringify(variables, null, 2), "json", `Variables of ${name}`) : ""}`;
}
