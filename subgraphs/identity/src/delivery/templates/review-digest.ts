import { countWaitingReviews } from "../../persistence/waiting-reviews.js";
import { defineTemplate } from "../template.js";

/** Each school morning, to a homeroom teacher in whose classes requests wait. */
export const reviewDigest = defineTemplate<{ waiting: number }>({
  name: "review-digest",
  kind: "REVIEWS",
  async read(context, { subjectId }) {
    const waiting = await countWaitingReviews(context, subjectId);
    return waiting === 0 ? null : { waiting };
  },
  letter: ({ waiting }) => ({
    subject: {
      "zh-TW": `${waiting} 件親子綁定申請待審核`,
      en: waiting === 1 ? "One request waits for your review" : `${waiting} requests wait for your review`,
    },
    paragraphs: [
      {
        "zh-TW": `您的班級有 ${waiting} 件親子綁定申請待審核。`,
        en:
          waiting === 1
            ? "One request of your classes waits to be reviewed."
            : `${waiting} requests of your classes wait to be reviewed.`,
      },
    ],
    action: { label: { "zh-TW": "開始審核", en: "Review them" }, path: "/school/" },
  }),
});
