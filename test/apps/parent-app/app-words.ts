import { applyWords } from "../../../clients/parent-app/src/words/apply.js";
import { billWords } from "../../../clients/parent-app/src/words/bills.js";
import { codeWords } from "../../../clients/parent-app/src/words/code.js";
import { consentWords } from "../../../clients/parent-app/src/words/consent.js";
import { correctWords } from "../../../clients/parent-app/src/words/correct.js";
import { guardianWords } from "../../../clients/parent-app/src/words/guardian.js";
import { meWords } from "../../../clients/parent-app/src/words/me.js";
import { noticesWords } from "../../../clients/parent-app/src/words/notices.js";
import { shellWords } from "../../../clients/parent-app/src/words/shell.js";
import { signWords } from "../../../clients/parent-app/src/words/sign.js";
import { studentsWords } from "../../../clients/parent-app/src/words/students.js";
import type { Device } from "./visitor.js";

export type AppWords = ReturnType<typeof appWords>;

/** What the app's own catalogues say in this language: whoever changes a word changes no test. */
export function appWords(language: Device["language"]) {
  return {
    apply: applyWords[language],
    bills: billWords[language],
    code: codeWords[language],
    consent: consentWords[language],
    correct: correctWords[language],
    guardian: guardianWords[language],
    me: meWords[language],
    notices: noticesWords[language],
    shell: shellWords[language],
    sign: signWords[language],
    students: studentsWords[language],
  };
}
