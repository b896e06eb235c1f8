import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import { maskName } from "@campus-graph/kit/text/person-name";
import { caretakerIn } from "../access/managed-accounts.js";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { obstacleTo } from "../domain/account-care.js";
import { type AccountState, accountStateOf } from "../domain/account-state.js";
import { failedSignIns } from "../domain/limits.js";
import { maskEmail, maskMobile } from "../domain/masked-contacts.js";
import { stateOf } from "../domain/staff-role.js";
import { contactsOf } from "../persistence/accounts.js";
import { activationLinkUntil } from "../persistence/activation-links.js";
import { bouncedAddresses } from "../persistence/bounced-addresses.js";
import { openDisabledReason } from "../persistence/sealed-person.js";
import { fullBuckets } from "../persistence/sign-in-failures.js";
import type { HeldRole } from "../persistence/staff.js";

/** An account as those see it who look after accounts: masked, and of its roles only those at their schools. */
export interface ManagedAccount {
  id: string;
  maskedName: string;
  maskedEmail: string;
  /** Whether mails to the login's address come back. */
  emailUndeliverable: boolean;
  maskedMobile: string | null;
  isGuardian: boolean;
  roles: readonly HeldRole[];
  state: AccountState;
  createdAt: Date;
  /** Until when the handed-out password opens it; null where there is none that does. */
  firstSignInUntil: Date | null;
  disabledAt: Date | null;
  disabledReason: string | null;
  isChangeable: boolean;
}

export async function managedAccount(context: IdentityContext, account: Account): Promise<ManagedAccount> {
  const caretaker = caretakerIn(context);
  if (!caretaker) throw new Error("Who looks after no accounts came to see one.");
  const { id, createdAt, disabledAt, disabledReason } = account;
  const { name, email, mobile } = contactsOf(context, account);
  const today = dayInTaipei(context.clock.now());
  const bucket = `account:${id}`;
  const full = await fullBuckets(context, [bucket], {
    limit: failedSignIns.unknownDevices,
    ...failedSignIns,
  });
  const isAlive = account.mustChangePassword && account.openingPassword(context.clock.now()) !== null;
  return {
    id,
    maskedName: maskName(name),
    maskedEmail: maskEmail(email),
    emailUndeliverable: (await bouncedAddresses(context, [email])).size > 0,
    maskedMobile: mobile && maskMobile(mobile),
    isGuardian: account.roles.some(({ role }) => role === "GUARDIAN"),
    roles: account.staffRoles
      .filter(
        (role) =>
          stateOf(role, today) !== "OVER" &&
          (caretaker.office === "BUREAU" ||
            (role.schoolCode !== undefined && caretaker.schools.includes(role.schoolCode))),
      )
      .map((role) => ({ account, role })),
    state: accountStateOf(account, full.has(bucket)),
    createdAt,
    firstSignInUntil: isAlive ? account.initialPasswordDiesAt : await activationLinkUntil(context, id),
    disabledAt,
    disabledReason: disabledReason && openDisabledReason(context.keys, id, disabledReason),
    isChangeable: obstacleTo(caretaker, account) === null,
  };
}
