import { personKey } from "@campus-graph/kit/auth/crypto";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parseMobileNumber } from "@campus-graph/kit/text/mobile-number";
import { maskNationalId, parseNationalId } from "@campus-graph/kit/text/national-id";
import { parsePersonName } from "@campus-graph/kit/text/person-name";
import { type DemoPerson, demoPeople } from "@campus-graph/schema/demo-city";
import type { IdentityContext } from "../context.js";
import { isStaffRoleName } from "../domain/staff-role.js";
import { accountById, takeSignInName } from "../persistence/accounts.js";
import { giveStaffRole } from "../use-cases/give-staff-role.js";
import { openAccount } from "../use-cases/open-account.js";

/** Everybody who can sign in to the demo city, each with the one password; also by the part before the @. */
export async function openDemoAccounts(context: IdentityContext, password: string): Promise<void> {
  // A hash is costly on purpose; one password that everybody may know needs no salt for each.
  let hash: string | undefined;
  for (const person of Object.values<DemoPerson>(demoPeople)) {
    const fresh = { ...context, em: context.em.fork() };
    if (await accountById(fresh, person.subjectId)) continue;
    hash ??= await context.services.passwords.hash(password);
    await openDemoAccount(fresh, person, hash);
  }
}

async function openDemoAccount(
  context: IdentityContext,
  person: DemoPerson,
  passwordHash: string,
): Promise<void> {
  const nationalId = parseNationalId(person.nationalId);
  const email = parseEmailAddress(person.email);
  await transaction(context, async (context) => {
    await openAccount(
      context,
      {
        subjectId: person.subjectId,
        person: { personKey: personKey(context.keys.ring("person"), nationalId), nationalId },
        contacts: {
          name: parsePersonName(person.name),
          maskedNationalId: maskNationalId(nationalId),
          email,
          mobile: parseMobileNumber(person.mobile),
        },
        roles: person.roles.filter(({ role }) => role === "GUARDIAN").map(({ role }) => ({ role })),
      },
      async (account) => account.choosePassword(passwordHash),
    );
    await takeSignInName(context, person.subjectId, "USER_NAME", email.split("@")[0]!);
    // The demo's people count as having shown that their numbers are theirs.
    await takeSignInName(context, person.subjectId, "MOBILE", parseMobileNumber(person.mobile));
    const name = parsePersonName(person.name);
    for (const { role, schoolCode } of person.roles)
      if (isStaffRoleName(role))
        await giveStaffRole(context, { name, email, role, schoolCode }, "grant-role");
  });
}
