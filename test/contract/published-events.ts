import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** One way an event can lead to others: who consumes it, by which reaction, and which events that may publish in turn. */
export interface Flow {
  consumes: string;
  reaction: string;
  publishes: string[];
}

/**
 * The table event → reaction → event of one subgraph, read from its code: from each function in the reactions table
 * through everything it calls, down to the events recorded there. So it cannot fall behind the code.
 */
export function flowsOf(folder: string, subgraph: string): Flow[] {
  const table = moduleOf(join(folder, "src/reactions/reactions.ts"));
  const rows = table.declarations.get("reactions");
  if (!rows) throw new Error(`${subgraph} has no reactions table.`);
  const flows: Flow[] = [];
  visit(rows, (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.name)) return;
    const consumes = node.name.text;
    visit(node.initializer, (name) => {
      if (!ts.isIdentifier(name) || isPropertyName(name)) return;
      const publishes = new Set<string>();
      collectPublished(table, name.text, publishes, new Set());
      flows.push({ consumes, reaction: `${subgraph}: ${name.text}`, publishes: [...publishes].sort() });
    });
  });
  return flows;
}

/** Of `{ handleBatch: onBillsIssued }` only the latter is a reaction. */
function isPropertyName(name: ts.Identifier): boolean {
  return ts.isPropertyAssignment(name.parent) && name.parent.name === name;
}

/** The events of a chain that comes back to where it began, or null when every chain ends. */
export function cycleIn(flows: readonly Flow[]): string[] | null {
  const walk = (event: string, chain: readonly string[]): string[] | null => {
    const start = chain.indexOf(event);
    if (start >= 0) return [...chain.slice(start), event];
    for (const { publishes: says } of flows.filter(({ consumes }) => consumes === event))
      for (const next of says) {
        const cycle = walk(next, [...chain, event]);
        if (cycle) return cycle;
      }
    return null;
  };
  for (const { consumes } of flows) {
    const cycle = walk(consumes, []);
    if (cycle) return cycle;
  }
  return null;
}

interface Module {
  file: string;
  /** What stands at the top of the file, by name. */
  declarations: ReadonlyMap<string, ts.Node>;
  /** Imported name → file and name there. */
  imports: ReadonlyMap<string, { file: string; name: string }>;
  /** Every event named anywhere in the file's code. */
  named: readonly string[];
}

const eventName = /^[a-z][a-z-]*\.[A-Z]\w+$/;
const modules = new Map<string, Module>();

function collectPublished(module: Module, name: string, publishes: Set<string>, seen: Set<string>): void {
  const place = `${module.file}#${name}`;
  if (seen.has(place)) return;
  seen.add(place);
  const imported = module.imports.get(name);
  if (imported) collectPublished(moduleOf(imported.file), imported.name, publishes, seen);
  const declaration = module.declarations.get(name);
  if (!declaration) return;
  visit(declaration, (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === "recordEvent")
      for (const event of publishedBy(node, module)) publishes.add(event);
    if (ts.isIdentifier(node) && node.text !== name) collectPublished(module, node.text, publishes, seen);
  });
}

/** The type that the call states; where it is computed, any event that its file names. */
function publishedBy(call: ts.CallExpression, { named }: Module): readonly string[] {
  const event = call.arguments[1];
  const type =
    event && ts.isObjectLiteralExpression(event)
      ? event.properties.find((property) => property.name?.getText() === "type")
      : undefined;
  return type && ts.isPropertyAssignment(type) && ts.isStringLiteral(type.initializer)
    ? [type.initializer.text]
    : named;
}

function moduleOf(file: string): Module {
  const known = modules.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2024, true);
  const declarations = new Map<string, ts.Node>();
  const imports = new Map<string, { file: string; name: string }>();
  const named = new Set<string>();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) noteImports(file, statement, imports);
    else if (ts.isVariableStatement(statement))
      for (const each of statement.declarationList.declarations) declarations.set(each.name.getText(), each);
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      declarations.set(statement.name?.text ?? "default", statement);
  }
  visit(source, (node) => {
    if (ts.isStringLiteral(node) && eventName.test(node.text)) named.add(node.text);
  });
  const module = { file, declarations, imports, named: [...named] };
  modules.set(file, module);
  return module;
}

function noteImports(
  file: string,
  { moduleSpecifier, importClause }: ts.ImportDeclaration,
  imports: Map<string, { file: string; name: string }>,
): void {
  const from = (moduleSpecifier as ts.StringLiteral).text;
  const target = join(dirname(file), from.replace(/\.js$/, ".ts"));
  const names = importClause?.namedBindings;
  if (!from.startsWith(".") || !existsSync(target) || !names || !ts.isNamedImports(names)) return;
  for (const { name, propertyName } of names.elements)
    imports.set(name.text, { file: target, name: (propertyName ?? name).text });
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}
