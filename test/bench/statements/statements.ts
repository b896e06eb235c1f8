import type { Connection } from "@campus-graph/clients/connect";
import { IssueBillsDocument } from "@campus-graph/clients/generated/operations";
import { taipeiDay } from "../city/taipei-day.js";
import type { Options } from "../options.js";
import { print, type Row, table, writeResults } from "../results.js";
import { openCityWithBus } from "./city.js";
import { bindToClass, classIdOf, importSheet, schoolCode, sheetOf } from "./class.js";
import { createStatementCounter } from "./counter.js";
import { lists } from "./lists.js";

const classes = [
  ["三年一班", "王"],
  ["三年二班", "歐"],
  ["三年三班", "熊"],
  ["三年四班", "龔"],
] as const;

/** How many SQL statements an operation costs as its list grows from one to 999, the most that a class can hold: as many, or somebody asks one by one. */
export async function statements(options: Options, stop: AbortSignal): Promise<void> {
  const sizes = options.quick ? [1, 10, 50] : [1, 10, 100, 999];
  await using stack = new AsyncDisposableStack();
  const counter = createStatementCounter();
  print("Starting the demo city …");
  const city = await openCityWithBus(stack, counter);
  const people = {
    registrar: await city.as("registrar"),
    teacher: await city.as("teacher"),
    cashier: await city.as("cashier"),
    guardian: await city.as("guardian"),
  };
  const rows: Row[] = [];
  const count = async (query: string, size: number, work: () => Promise<unknown>) => {
    const counts = await counter.count(work);
    const sum = Object.values(counts).reduce((total, each) => total + each, 0);
    rows.push({ subject: "ours", query, size, fetches: null, statements: sum, ...counts });
  };
  for (const [place, size] of sizes.entries()) {
    stop.throwIfAborted();
    print(`a class of ${size} …`);
    const [className, surname] = classes[place]!;
    const sheet = sheetOf(className, size, surname);
    await count("import a class", size, () => importSheet(people.registrar, sheet));
    await city.settle();
    const classId = await classIdOf(people.registrar, className);
    await bindToClass(city.prerequisites, classId);
    await count("issue bills to a class", size, () => issue(people.cashier, classId));
    await city.settle();
    for (const { query, as, operation, variables, most } of lists) {
      const requested = Math.min(size, most);
      // Once before, so that what is read only once (a key set, an agreement) is not counted.
      const request = () => read(people[as], operation, variables({ size: requested, classId, schoolCode }));
      await request();
      await count(query, requested, request);
    }
  }
  const grown = growing(rows);
  print(`\n${table(rows)}\n`);
  print(grown.length === 0 ? "Constant, all of them." : `Growing: ${grown.join(", ")}`);
  writeResults("statements", rows, { node: process.version, quick: options.quick });
  if (grown.length > 0) process.exitCode = 1;
}

async function issue(cashier: Connection, classId: string): Promise<void> {
  await cashier.mutate(IssueBillsDocument, {
    input: {
      schoolCode,
      title: "115 學年度第 1 學期午餐費",
      dueDate: taipeiDay(14),
      items: [{ name: "午餐費", amount: 680 }],
      classIds: [classId],
      again: true,
      idempotencyKey: crypto.randomUUID(),
    },
  });
}

async function read(who: Connection, operation: string, variables: object): Promise<void> {
  await who.query({ toString: () => operation } as never, variables as never);
}

/** Operations whose longest list cost other statements than their shortest. */
function growing(rows: readonly Row[]): string[] {
  const byQuery = Map.groupBy(rows, ({ query }) => query);
  return [...byQuery]
    .filter(([, of]) => new Set(of.map(({ statements }) => statements)).size > 1)
    .map(([query]) => query);
}
