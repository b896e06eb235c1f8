import { anonymous } from "@campus-graph/kit/auth/viewer";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { demoApplications } from "@campus-graph/schema/demo-city";
import type { IdentityContext } from "../context.js";
import { ensureSubject, noteVerified } from "../persistence/subjects.js";
import { setGuardian } from "../use-cases/set-guardian.js";

/** The guardians of the applications that binding submits: as if each had shown the code that was mailed to them. */
export async function declareGuardians(context: IdentityContext): Promise<void> {
  for (const { applicationId, guardian } of demoApplications) {
    const { subjectId, name, nationalId, email, mobile } = guardian;
    const own: IdentityContext = {
      ...context,
      em: context.em.fork(),
      viewer: { ...anonymous, subject: subjectId, assurance: "applicant", verifiedEmail: email },
    };
    await transaction(own, async (own) => {
      await ensureSubject(own, subjectId);
      await noteVerified(own, subjectId, parseEmailAddress(email));
    });
    await setGuardian(own, { applicationId, name, nationalId, email, mobile });
  }
}
