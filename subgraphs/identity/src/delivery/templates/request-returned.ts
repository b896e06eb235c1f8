import { isRequestInState } from "../../persistence/delivery-facts.js";
import { studentAsLettersCallThem } from "../../use-cases/call-student.js";
import { defineTemplate } from "../template.js";

/** 退回: the guardian is to correct something. The reason, which may say much, stands where it is corrected. */
export const requestReturned = defineTemplate<{
  requestId: string;
  student: { "zh-TW": string; en: string };
}>({
  name: "request-returned",
  kind: "BINDING",
  async read(context, { subjectId }, { requestId = "" }) {
    if (!(await isRequestInState(context, { requestId, subjectId, status: "RETURNED" }))) return null;
    return { requestId, student: await studentAsLettersCallThem(context, { requestId }) };
  },
  letter: ({ requestId, student }) => ({
    subject: { "zh-TW": "親子綁定申請需要更正", en: "Your application needs a correction" },
    paragraphs: [
      {
        "zh-TW": `您為${student["zh-TW"]}提出的親子綁定申請，學校請您更正後再送出。`,
        en: `The school asks you to correct your application for ${student.en} and to send it again.`,
      },
      {
        "zh-TW": "請開啟下方連結，查看退回原因並更正；已填寫的資料都還在。",
        en: "Open the link below to see the reason and to correct it. What you filled in is still there.",
      },
    ],
    action: {
      label: { "zh-TW": "查看並更正", en: "See and correct" },
      path: `/parent/applications/${requestId}/correct`,
    },
  }),
  sms: () => "【臺北校園】您的親子綁定申請需要更正，請登入校園家長服務查看原因並更正後再送出。",
  push: ({ requestId }) => requestId,
});
