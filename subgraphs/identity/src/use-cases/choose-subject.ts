import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { PersonName } from "@campus-graph/kit/text/person-name";
import type { IdentityContext } from "../context.js";
import { checkLogin, type LoginCheck } from "../domain/login-check.js";
import { loginHolder } from "../persistence/login-holders.js";
import { isApplicationsOwn, subjectOfApplication } from "../persistence/subjects.js";

interface Declaring {
  declaredBy: string;
  applicationId: string;
  personKey: string;
  email: EmailAddress;
  name: PersonName;
}

/**
 * Whose application it is: the declarer's, unless the verified e-mail address is another person's login. Then it gets
 * a subject of its own, so that it never lands in that person's account.
 */
export async function chooseSubject(
  context: IdentityContext,
  { declaredBy, applicationId, personKey, email, name }: Declaring,
): Promise<{ subjectId: string; loginCheck: LoginCheck }> {
  const holder = await loginHolder(context, email);
  const loginCheck = checkLogin(holder, { personKey, subjectId: declaredBy, name });
  if (loginCheck !== "TAKEN" || (await isApplicationsOwn(context, declaredBy)))
    return { subjectId: declaredBy, loginCheck };
  return { subjectId: await subjectOfApplication(context, applicationId, declaredBy), loginCheck };
}
