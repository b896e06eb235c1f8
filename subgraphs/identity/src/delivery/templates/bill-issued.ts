import { isBound } from "../../persistence/delivery-facts.js";
import { billInPlaceOf } from "../../persistence/withdrawn-bills.js";
import { studentAsLettersCallThem } from "../../use-cases/call-student.js";
import { defineTemplate } from "../template.js";

/**
 * A bill is out, or by now the one that stands in its place; of one that was taken back nothing is said. What it is
 * for and how much stands in the app, where only its guardian sees it.
 */
export const billIssued = defineTemplate<{ billId: string; student: { "zh-TW": string; en: string } }>({
  name: "bill-issued",
  kind: "BILLS",
  async read(context, { subjectId }, { billId = "", studentId = "" }) {
    if (!(await isBound(context, { subjectId, studentId }))) return null;
    const standing = await billInPlaceOf(context, billId);
    if (standing === null) return null;
    return { billId: standing, student: await studentAsLettersCallThem(context, { studentId }) };
  },
  letter: ({ billId, student }) => ({
    subject: { "zh-TW": "新的繳費單", en: "A new bill" },
    paragraphs: [
      {
        "zh-TW": `學校為${student["zh-TW"]}開立了一張新的繳費單。`,
        en: `The school has issued a new bill for ${student.en}.`,
      },
      {
        "zh-TW": "請開啟下方連結查看項目、金額、繳費期限與五種繳費方式。",
        en: "Open the link below to see its items, amount and due date, and the ways to pay it.",
      },
    ],
    action: { label: { "zh-TW": "查看繳費單", en: "See the bill" }, path: `/parent/bills/${billId}` },
  }),
  sms: () => "【臺北校園】學校開立了新的繳費單，請登入校園家長服務查看金額、期限與繳費方式。",
  push: ({ billId }) => billId,
});
