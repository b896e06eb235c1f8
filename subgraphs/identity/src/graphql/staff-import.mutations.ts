import { enumOf } from "@campus-graph/kit/graphql/enums";
import { CalendarDate, EmailAddress } from "@campus-graph/kit/graphql/scalars";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from "type-graphql";
import type { IdentityContext } from "../context.js";
import { importStaff, type StaffLineOutcome } from "../use-cases/import-staff.js";
import { RoleName } from "./enums.js";

const OutcomeName = enumOf(["APPOINTED", "AWAITS_APPROVAL", "HELD"]);

registerEnumType(OutcomeName, {
  name: "StaffLineOutcome",
  description: "What becomes of a line of a sheet of staff.",
  valuesConfig: {
    APPOINTED: { description: "The person is given the role." },
    AWAITS_APPROVAL: { description: "The role is proposed: another person has to approve it." },
    HELD: { description: "The person has the role on one of these days already; nothing is done." },
  },
});

@InputType({ description: "Staff of a school, from a sheet." })
class ImportStaffInput {
  @Field(() => ID, { description: "The school at which all of them are appointed." })
  schoolCode!: string;

  @Field(() => String, {
    nullable: true,
    description: "The sheet's text: 姓名, 電子郵件, 職務, and if wanted 開始日期, 結束日期. Up to 100 lines.",
  })
  content!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Instead of content: the file's bytes in base64, UTF-8 or Big5.",
  })
  bytes!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: only tell what would be done.",
  })
  dryRun!: boolean | null;
}

@ObjectType({ description: "A line of a sheet of staff, as it was read." })
class StaffImportLine {
  @Field(() => Int, { description: "Where it stands in the file." })
  line!: number;

  @Field(() => String, { description: "The name." })
  name!: string;

  @Field(() => EmailAddress, { description: "The login." })
  email!: string;

  @Field(() => RoleName, { description: "The role." })
  role!: RoleName;

  @Field(() => CalendarDate, { nullable: true, description: "The first day; today where none is written." })
  from!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last day; without end where none is written.",
  })
  until!: string | null;

  @Field(() => OutcomeName, { description: "What becomes of it." })
  outcome!: StaffLineOutcome;
}

@ObjectType({ description: "What is in the way of a sheet of staff." })
class StaffImportProblem {
  @Field(() => Int, { description: "The line, from 1." })
  line!: number;

  @Field(() => String, { nullable: true, description: "The column's title, where it is one cell." })
  column!: string | null;

  @Field(() => String, { description: "What to mend, in the reader's language." })
  message!: string;

  @Field(() => String, { description: "Its stable code." })
  code!: string;
}

@ObjectType({ description: "What an import of staff does, or would do." })
class StaffImport {
  @Field(() => [StaffImportLine], { description: "Every line, if nothing is in the way." })
  lines!: StaffImportLine[];

  @Field(() => [StaffImportProblem], { description: "With one of them nobody is appointed." })
  problems!: StaffImportProblem[];

  @Field(() => Boolean, { description: "Whether it was done." })
  applied!: boolean;
}

@Resolver()
export class StaffImportMutations {
  // A hundred lines are a hundred appointments, in one transaction.
  @Directive("@cost(weight: 1000)")
  @Mutation(() => StaffImport, {
    description:
      "Appoints everybody on a sheet, all or nobody; a dry run only tells what would happen. For the bureau, or the school's IT " +
      "office, as for appointStaff. The same sheet again changes nothing. What is wrong in the sheet comes as problems. Refusals: SCHOOL_UNKNOWN, BAD_INPUT.",
  })
  async importStaff(
    @Ctx() context: IdentityContext,
    @Arg("input", () => ImportStaffInput, { description: "The sheet, and whether to only try it." })
    { schoolCode, content, bytes, dryRun }: ImportStaffInput,
  ): Promise<StaffImport> {
    const { language } = context.viewer;
    const { lines, problems, applied } = await importStaff(context, {
      schoolCode,
      content: content ?? null,
      bytes: bytes ?? null,
      dryRun: dryRun ?? false,
    });
    return {
      lines,
      problems: problems.map((each) => ({ ...each, message: each.message[language] })),
      applied,
    };
  }
}
