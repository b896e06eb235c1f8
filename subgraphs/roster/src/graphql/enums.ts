import { enumOf } from "@campus-graph/kit/graphql/enums";
import { registerEnumType } from "type-graphql";
import { educationLevels } from "../domain/education-level.js";

export const EducationLevel = enumOf(educationLevels);

registerEnumType(EducationLevel, {
  name: "EducationLevel",
  description: "The level of a school. It stands with the school; a school's code does not tell it.",
  valuesConfig: {
    ELEMENTARY: { description: "國小, grades 1 to 6." },
    JUNIOR_HIGH: { description: "國中, grades 7 to 9." },
    SENIOR_HIGH: { description: "高中, grades 10 to 12." },
    VOCATIONAL_HIGH: { description: "高職, grades 10 to 12." },
  },
});

export const RosterFormat = enumOf(["CLASS_SHEET_CSV"]);

registerEnumType(RosterFormat, {
  name: "RosterFormat",
  description: "In which form a roster is handed in.",
  valuesConfig: {
    CLASS_SHEET_CSV: {
      description:
        "A class sheet as CSV (RFC 4180, UTF-8): 班級 座號 姓名 性別 英文姓名 學號 出生日期 身分證號, and if wanted " +
        "導師姓名 導師電子郵件 and the recorded parents' 父親身分證號 母親身分證號 監護人身分證號. English titles do too. " +
        "A sheet is the whole list of every class that it names.",
    },
  },
});

export const ProblemSeverity = enumOf(["ERROR", "CONFIRMATION", "NOTE"]);

registerEnumType(ProblemSeverity, {
  name: "ProblemSeverity",
  description: "What a problem of a sheet means for its import.",
  valuesConfig: {
    ERROR: { description: "The sheet must be mended; nothing is imported." },
    CONFIRMATION: {
      description: "Nothing is imported until the registrar confirms that it is as it should be.",
    },
    NOTE: { description: "Something of the sheet was ignored; the import does not wait for it." },
  },
});
