import { billWords } from "../../../clients/school-console/src/words/bill.js";
import { bookWords } from "../../../clients/school-console/src/words/books.js";
import { caseWords } from "../../../clients/school-console/src/words/cases.js";
import { cashierWords } from "../../../clients/school-console/src/words/cashier.js";
import { changeBillWords } from "../../../clients/school-console/src/words/change-bill.js";
import { deputyWords } from "../../../clients/school-console/src/words/deputies.js";
import { importWords } from "../../../clients/school-console/src/words/import.js";
import { issueWords } from "../../../clients/school-console/src/words/issue.js";
import { itWords } from "../../../clients/school-console/src/words/it.js";
import { partnersWords } from "../../../clients/school-console/src/words/partners.js";
import { registrarWords } from "../../../clients/school-console/src/words/registrar.js";
import { revealWords } from "../../../clients/school-console/src/words/reveal.js";
import { reviewWords } from "../../../clients/school-console/src/words/review.js";
import { settlementWords } from "../../../clients/school-console/src/words/settlement.js";
import { shellWords } from "../../../clients/school-console/src/words/shell.js";
import { staffWords } from "../../../clients/school-console/src/words/staff.js";
import { staffImportWords } from "../../../clients/school-console/src/words/staff-import.js";
import { supportWords } from "../../../clients/school-console/src/words/support.js";
import { unpaidWords } from "../../../clients/school-console/src/words/unpaid.js";
import type { Device } from "../parent-app/visitor.js";

/** What the console's own catalogues say in this language: whoever changes a word changes no test. */
export function consoleWords(language: Device["language"]) {
  return {
    bill: billWords[language],
    books: bookWords[language],
    cases: caseWords[language],
    cashier: cashierWords[language],
    change: changeBillWords[language],
    deputies: deputyWords[language],
    import: importWords[language],
    it: itWords[language],
    partners: partnersWords[language],
    registrar: registrarWords[language],
    reveal: revealWords[language],
    review: reviewWords[language],
    issue: issueWords[language],
    staff: staffWords[language],
    staffImport: staffImportWords[language],
    support: supportWords[language],
    settlement: settlementWords[language],
    unpaid: unpaidWords[language],
    shell: shellWords[language],
  };
}
