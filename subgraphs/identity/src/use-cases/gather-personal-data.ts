import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { accountById, contactsOf } from "../persistence/accounts.js";
import { actsOf } from "../persistence/acts.js";
import { contactChangesBefore } from "../persistence/contact-changes.js";
import { contactsOfPerson, declarationsOf } from "../persistence/declared-persons.js";
import { deliveryPreferencesOf } from "../persistence/delivery-preferences.js";
import { pushedSessionsOf } from "../persistence/push-subscriptions.js";
import { openNationalId } from "../persistence/sealed-person.js";
import { factorsOf } from "../persistence/second-factors.js";
import { openSessionsOf } from "../persistence/session-devices.js";
import { disclosuresOf } from "../persistence/shown-disclosures.js";
import { attemptsAt } from "../persistence/sign-in-attempts.js";
import { walletLinksOf } from "../persistence/wallet-links.js";

/** More than half a year of anybody's own sign-ins, or looks at their data. */
const mostListed = 10_000;

/**
 * What identity keeps about the holder of an account: who they are, how they sign in and from where, what they declared
 * about themselves, what they chose, and who looked at it. Whom they declared for another person is that one's.
 */
export async function gatherPersonalData(context: IdentityContext, accountId: string): Promise<object> {
  const account = await accountById(context, accountId);
  if (!account) return {};
  const signIns = await attemptsAt(context, accountId, null, mostListed);
  const wallets = await walletLinksOf(context, accountId);
  const disclosures = await disclosuresOf(context, { personSubjectId: accountId }, null, mostListed);
  return {
    account: describe(context, account),
    declarations: (await declarationsOf(context, accountId)).map((person) => ({
      applicationId: person.applicationId,
      declaredAt: person.declaredAt,
      ...shownContacts(contactsOfPerson(context, person)),
      nationalId: openNationalId(
        context.keys,
        { table: "declared_person", id: person.id },
        person.nationalId,
      ),
    })),
    formerContacts: await contactChangesBefore(context, accountId),
    secondFactors: (await factorsOf(context, accountId)).map(({ kind, name, since, usedAt }) => ({
      kind,
      name,
      since,
      usedAt,
    })),
    sessions: (await openSessionsOf(context, accountId)).map(
      ({ client, since, lastSeenAt, address, agent }) => ({
        client,
        since,
        lastSeenAt,
        address,
        agent,
      }),
    ),
    signIns: signIns.map(({ at, succeeded, client, address, agent }) => ({
      at,
      succeeded,
      client,
      address,
      agent,
    })),
    messages: await deliveryPreferencesOf(context, accountId),
    /** Browsers that are pushed to; by what address is a secret between them and their maker. */
    pushedBrowsers: (await pushedSessionsOf(context, accountId)).length,
    wallets: wallets.map(({ partner, scopes, since, lastUsedAt }) => ({
      name: partner.name,
      scopes,
      since,
      lastUsedAt,
    })),
    disclosures: disclosures.map(({ at, by, role, what, reason }) => ({ at, by, role, what, reason })),
    acts: await actsOf(context, accountId),
  };
}

function describe(context: IdentityContext, account: Account): object {
  const { id, createdAt, nationalId, roles, disabledAt } = account;
  return {
    ...shownContacts(contactsOf(context, account)),
    nationalId: nationalId && openNationalId(context.keys, { table: "account", id }, nationalId),
    createdAt,
    roles: roles.map((held) => ({
      role: held.role,
      ...(held.schoolCode !== undefined && { schoolCode: held.schoolCode }),
      ...("from" in held && { from: held.from, until: held.endedFrom ?? held.until }),
    })),
    disabledAt,
  };
}

function shownContacts({ name, email, mobile, userName }: ReturnType<typeof contactsOf>): object {
  return { name, email, mobile, ...(userName !== undefined && { userName }) };
}
