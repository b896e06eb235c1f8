import { isRequestInState } from "../../persistence/delivery-facts.js";
import { studentAsLettersCallThem } from "../../use-cases/call-student.js";
import { defineTemplate } from "../template.js";

/** The school approved, but no account could be given: the applicant, or the account's owner, is told where to see why. */
export const requestProvisionFailed = defineTemplate<{ student: { "zh-TW": string; en: string } }>({
  name: "request-provision-failed",
  kind: "BINDING",
  async read(context, { subjectId }, { requestId = "" }) {
    if (!(await isRequestInState(context, { requestId, subjectId, status: "PROVISION_FAILED" }))) return null;
    return { student: await studentAsLettersCallThem(context, { requestId }) };
  },
  letter: ({ student }) => ({
    subject: { "zh-TW": "親子綁定未能完成", en: "Your binding could not be completed" },
    paragraphs: [
      {
        "zh-TW": `學校已核可您為${student["zh-TW"]}提出的親子綁定申請，但帳號未能建立，因此綁定沒有完成。`,
        en: `The school approved your application for ${student.en}, but no account could be made for it, so that it is not bound.`,
      },
      {
        "zh-TW": "請開啟下方連結查看原因；您可以改用另一個電子信箱重新申請，或洽學校資訊組。",
        en: "Open the link below to see why. You may apply again with another e-mail address, or ask the school's IT office.",
      },
    ],
    action: { label: { "zh-TW": "查看申請", en: "See your applications" }, path: "/parent/applications" },
  }),
  push: () => null,
});
