import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { type NoticeAnswer, noticeOutcomes, noticeRefusals } from "../partners/notice-answers.js";

const textOf = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");

/** What a mutation can come back with whoever asks; the rest is the notice's own. */
const passing: Record<string, NoticeAnswer> = {
  TRY_AGAIN: { means: "we are busy just now", whatToDo: "tell again under the same number" },
};

it("stands in the README as the table of all that can come back", () => {
  const rows = [
    ["code", "means", "do"],
    ["---", "---", "---"],
    ...rowsOf(noticeOutcomes, (code) => `(receipt) ${code}`),
    ...rowsOf({ ...noticeRefusals, ...passing }, (code) => `\`${code}\``),
  ];
  const table = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
  const [, shown] =
    /<!-- made from src\/partners\/notice-answers.ts -->\n([\s\S]*?)\n<!-- until here -->/.exec(
      textOf("../../README.md"),
    ) ?? [];
  expect(shown).toBe(table);
});

function rowsOf(
  answers: Readonly<Record<string, NoticeAnswer>>,
  shown: (code: string) => string,
): string[][] {
  return Object.entries(answers).map(([code, { means, whatToDo }]) => [shown(code), means, whatToDo]);
}

it("leaves out no refusal that the way of a notice can throw, and has none that it cannot", () => {
  const way = [
    "use-cases/notify-payment",
    "use-cases/partner-of",
    "use-cases/count-misses",
    "partners/verify-proof",
  ];
  const thrown = way.flatMap((file) =>
    [...textOf(`../${file}.ts`).matchAll(/new ([A-Z]\w+)\(/g)].map(([, name]) => name!),
  );
  const codes = [...textOf("../domain/refusals.ts"), "\n", ...textOf("../../../kit/src/refusals/refusal.ts")]
    .join("")
    .matchAll(/class (\w+) extends Refusal \{\s+readonly code = "([A-Z_]+)"/g);
  const codeOf = new Map([...codes].map(([, name, code]) => [name!, code!]));
  const throwable = new Set(thrown.flatMap((name) => codeOf.get(name) ?? []));
  expect([...throwable].sort()).toEqual(Object.keys(noticeRefusals).sort());
});
