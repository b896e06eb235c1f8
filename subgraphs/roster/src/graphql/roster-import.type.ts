import type { Language } from "@campus-graph/kit/refusals/refusal";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { columns } from "../import/columns.js";
import type { Changing, Coming, Leaving, Moving, Seat } from "../import/journeys.js";
import {
  messageOf,
  mostProblemsReported,
  type Problem,
  type ProblemSeverity as Severity,
  severityOf,
} from "../import/problem.js";
import type { ImportResult } from "../use-cases/import-roster.js";
import { ProblemSeverity } from "./enums.js";

@ObjectType("ImportProblem", { description: "One thing that is wrong with a sheet, and where." })
export class ImportProblemType {
  @Field(() => Int, { description: "The line of the file, the header being line 1." })
  line!: number;

  @Field(() => String, {
    nullable: true,
    description: "The column's title as the sheet writes it; null when the whole line is meant.",
  })
  column!: string | null;

  @Field(() => String, { description: "What to do, in the viewer's language. It never repeats the cell." })
  message!: string;

  @Field(() => String, { description: "What is wrong, as a stable code, e.g. BAD_NATIONAL_ID." })
  code!: string;

  @Field(() => ProblemSeverity, { description: "What it means for the import." })
  severity!: Severity;

  @Field(() => ID, {
    nullable: true,
    description:
      "Given back in confirmations it says that this is as it should be: these very facts, in whatever sheet. Null where " +
      "the sheet must be mended, or another argument confirms.",
  })
  confirmation!: string | null;
}

@ObjectType("SheetColumn", { description: "A title of a sheet, and the column that it was taken for." })
export class SheetColumnType {
  @Field(() => String, { description: "The title as the sheet writes it." })
  title!: string;

  @Field(() => String, { description: "The column's own title, e.g. 身分證號." })
  means!: string;
}

@ObjectType("RosterImport", {
  description:
    "What an import did, or in a dry run would do. With an ERROR nothing is done and every count is 0. While something " +
    "waits for CONFIRMATION nothing is done either, and the counts tell what would be.",
})
export class RosterImportType {
  @Field(() => Int, {
    description: "Students who come to the school. One whom another school has counts like any other.",
  })
  added!: number;

  @Field(() => Int, { description: "Students who stay in their class and of whom something else changes." })
  changed!: number;

  @Field(() => Int, { description: "Students who change the class within the school." })
  moved!: number;

  @Field(() => Int, { description: "Students of the sheet's classes who are not on it any more." })
  left!: number;

  @Field(() => [String], { description: "Who comes, by line, class and seat." })
  coming!: string[];

  @Field(() => [String], { description: "Of whom something changes, by line, with the columns that differ." })
  changing!: string[];

  @Field(() => [String], { description: "Who moves, by line, former and new class and seat." })
  moving!: string[];

  @Field(() => [String], { description: "Who leaves, by class and seat." })
  leaving!: string[];

  @Field(() => [String], { description: "The classes that come into being, as the sheet writes them." })
  newClasses!: string[];

  @Field(() => [String], { description: "The classes that end, out of removeClasses." })
  endingClasses!: string[];

  @Field(() => [ImportProblemType], { description: "What is wrong with the sheet, by line: the first 200." })
  problems!: ImportProblemType[];

  @Field(() => Int, { description: "How many problems there are in all." })
  problemCount!: number;

  @Field(() => [SheetColumnType], { description: "The titles that were recognised." })
  columns!: SheetColumnType[];

  @Field(() => Boolean, { description: "Whether the books have changed accordingly." })
  applied!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "The sheet of every class that the import touched, as it was before: importing it undoes this, with " +
      "newClasses among removeClasses. Given where keepBefore was true and the import was done; else null. Audited, since it holds national IDs.",
  })
  before!: string | null;
}

export function presentImport(result: ImportResult, language: Language): RosterImportType {
  const problems = result.problems
    .slice(0, mostProblemsReported)
    .map((problem) => presentProblem(problem, language));
  return Object.assign(new RosterImportType(), {
    ...result,
    coming: result.coming.map((coming) => inWords[language].coming(coming)),
    changing: result.changing.map((changing) => inWords[language].changing(changing)),
    moving: result.moving.map((moving) => inWords[language].moving(moving)),
    leaving: result.leaving.map((leaving) => inWords[language].leaving(leaving)),
    columns: [...result.titles].map(([key, title]) => ({ title, means: columns[key].titles[0] })),
    problems,
    problemCount: result.problems.length,
  });
}

function presentProblem(problem: Problem, language: Language): ImportProblemType {
  const { line, column, code } = problem;
  return Object.assign(new ImportProblemType(), {
    line,
    column,
    code,
    message: messageOf(problem, language),
    severity: severityOf(problem),
    confirmation: problem.confirmation ?? null,
  });
}

const chineseSeat = ({ className, seatNumber }: Seat) =>
  seatNumber === null ? className : `${className} ${seatNumber} 號`;
const englishSeat = ({ className, seatNumber }: Seat) =>
  seatNumber === null ? className : `${className} seat ${seatNumber}`;

interface Words {
  coming(of: Coming): string;
  changing(of: Changing): string;
  moving(of: Moving): string;
  leaving(of: Leaving): string;
}

const inWords: Record<Language, Words> = {
  "zh-TW": {
    coming: (of) => `第 ${of.line} 行 ${of.maskedName}：${chineseSeat(of)}`,
    changing: (of) =>
      `第 ${of.line} 行 ${of.maskedName}：${of.columns.map((key) => columns[key].titles[0]).join("、")}`,
    moving: ({ line, maskedName, from, to }) =>
      `第 ${line} 行 ${maskedName}：${chineseSeat(from)} → ${chineseSeat(to)}`,
    leaving: (of) => `${chineseSeat(of)} ${of.maskedName}`,
  },
  en: {
    coming: (of) => `line ${of.line}, ${of.maskedName}: ${englishSeat(of)}`,
    changing: (of) =>
      `line ${of.line}, ${of.maskedName}: ${of.columns.map((key) => columns[key].titles[0]).join(", ")}`,
    moving: ({ line, maskedName, from, to }) =>
      `line ${line}, ${maskedName}: ${englishSeat(from)} → ${englishSeat(to)}`,
    leaving: (of) => `${englishSeat(of)}, ${of.maskedName}`,
  },
};
