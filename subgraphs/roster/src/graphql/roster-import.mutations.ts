import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { RosterContext } from "../context.js";
import { importRoster } from "../use-cases/import-roster.js";
import { RosterFormat } from "./enums.js";
import { presentImport, RosterImportType } from "./roster-import.type.js";

@InputType({ description: "A roster to bring the school's books into line with." })
class ImportRosterInput {
  @Field(() => ID, { description: "The school whose books change; the viewer is its registrar." })
  schoolCode!: string;

  @Field(() => RosterFormat, { description: "In which form the roster comes." })
  format!: string;

  @Field(() => String, { nullable: true, description: "The file's text, up to 256 KB in UTF-8." })
  content!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: only tell what would be done.",
  })
  dryRun!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many students are to leave. Wanted where more than a tenth of a class or ten students would (LEAVERS_UNCONFIRMED).",
  })
  confirmLeavers!: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: "The confirmation of each problem that is as it should be, from an earlier try.",
  })
  confirmations!: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: the answer holds, as a sheet, what undoes the import.",
  })
  keepBefore!: boolean | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Classes that are to end, by name, as those that an undone import had made (newClasses): who sits there and is not on the sheet leaves the school. A class that the sheet names stays.",
  })
  removeClasses!: string[] | null;
}

@Resolver()
export class RosterImportMutations {
  // A sheet of a whole school is a second's work and megabytes in between: one in an operation, of which 5,000 is the limit.
  @Directive("@cost(weight: 3000)")
  @Mutation(() => RosterImportType, {
    description:
      "Brings the school's books into line with a class sheet, all of it or none; a dry run only tells what would " +
      "happen. For registrars of the school. The same sheet again changes nothing. Homeroom teachers named in it get a " +
      "sign-in and their class. A student whom another school has is answered like a new one, and enrolled once that school " +
      "lets them go. Errors: SHEET_MISSING, SHEET_TOO_LARGE, TOO_MANY_ATTEMPTS (60 sheets an hour); what is wrong in the sheet comes as problems.",
  })
  async importRoster(
    @Ctx() context: RosterContext,
    @Arg("input", () => ImportRosterInput, { description: "The sheet, and whether to only try it." })
    {
      schoolCode,
      content,
      dryRun,
      confirmLeavers,
      confirmations,
      keepBefore,
      removeClasses,
    }: ImportRosterInput,
  ): Promise<RosterImportType> {
    const result = await importRoster(context, {
      schoolCode,
      content,
      dryRun: dryRun ?? false,
      keepBefore: keepBefore ?? false,
      removeClasses: removeClasses ?? [],
      confirmed: { leavers: confirmLeavers ?? null, problems: new Set(confirmations ?? []) },
    });
    return presentImport(result, context.viewer.language);
  }
}
