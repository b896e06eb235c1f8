import type { Language } from "@campus-graph/kit/refusal";
import { Field, Int, ObjectType } from "type-graphql";
import { messageOf, mostProblemsTold, type Problem } from "../import/problem.js";
import type { ImportResult } from "../use-cases/import-roster.js";

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
}

@ObjectType("RosterImport", {
  description:
    "What an import did, or in a dry run would do. With a problem nothing is done and every count is 0.",
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

  @Field(() => [ImportProblemType], { description: "What is wrong with the sheet, by line: the first 200." })
  problems!: ImportProblemType[];

  @Field(() => Int, { description: "How many problems there are in all." })
  problemCount!: number;

  @Field(() => Boolean, { description: "Whether the books have changed accordingly." })
  applied!: boolean;
}

export function presentImport(result: ImportResult, language: Language): RosterImportType {
  const problems = result.problems
    .slice(0, mostProblemsTold)
    .map((problem) => presentProblem(problem, language));
  return Object.assign(new RosterImportType(), { ...result, problems, problemCount: result.problems.length });
}

function presentProblem(problem: Problem, language: Language): ImportProblemType {
  const { line, column, code } = problem;
  return Object.assign(new ImportProblemType(), {
    line,
    column,
    code,
    message: messageOf(problem, language),
  });
}
