import type { IdentityContext } from "../context.js";
import { maskedStudent } from "../persistence/delivery-facts.js";

/** 市立內湖國小的林O佑: masked, or as nobody where roster has not told us yet. */
export async function studentAsLettersCallThem(
  context: IdentityContext,
  of: { requestId: string } | { studentId: string },
): Promise<{ "zh-TW": string; en: string }> {
  const student = await maskedStudent(context, of);
  if (!student) return { "zh-TW": "您的孩子", en: "your child" };
  const { maskedName, schoolName } = student;
  return { "zh-TW": `${schoolName}的${maskedName}`, en: `${maskedName} of ${schoolName}` };
}
