import type { FindAccountsQuery } from "@campus-graph/clients/generated/operations";
import { formatDay, formatMoment } from "@campus-graph/ui/format/dates";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { itWords } from "../../words/it";
import { shellWords } from "../../words/shell";
import { AccountActs } from "./account-acts";

export type FoundAccount = FindAccountsQuery["accounts"]["edges"][number]["node"];

/** An account, masked, and what its sign-in is in. */
export function AccountCard({ account: found }: { account: FoundAccount }) {
  const [account, setAccount] = useState(found);
  const { accounts: words } = useCatalogue(itWords);
  const { language } = useLanguage();
  const { room } = useCatalogue(shellWords);
  const { maskedName, maskedEmail, maskedMobile, state, isGuardian, staffRoles } = account;
  const { createdAt, firstSignInUntil, disabledAt, disabledReason } = account;
  const roleWord = (role: string) => (Object.hasOwn(room, role) ? room[role as keyof typeof room] : role);
  const roles = [
    ...(isGuardian ? [words.guardian] : []),
    ...staffRoles.map(({ role, school }) => [school?.name, roleWord(role)].filter(Boolean).join(" ")),
  ];
  return (
    <article className="found-account" aria-label={words.account(maskedName)}>
      <h2>{maskedName}</h2>
      <p className={`account-state ${state.toLowerCase()}`}>
        <strong>{words.states[state]}</strong>
        <br />
        {words.stateHints[state]}
      </p>
      <dl className="person">
        <dt>{words.email}</dt>
        <dd>
          {maskedEmail}
          {account.emailUndeliverable && <strong className="undeliverable"> {words.undeliverable}</strong>}
        </dd>
        <dt>{words.mobile}</dt>
        <dd>{maskedMobile ?? words.noMobile}</dd>
        <dt>{words.roles}</dt>
        <dd>{roles.join("、") || words.noRoles}</dd>
        <dt>{words.since}</dt>
        <dd>{formatDay(createdAt, language)}</dd>
        {firstSignInUntil && (
          <>
            <dt>{words.firstSignInUntil}</dt>
            <dd>{formatMoment(firstSignInUntil, language)}</dd>
          </>
        )}
        {disabledAt && (
          <>
            <dt>{words.disabledAt}</dt>
            <dd>{formatMoment(disabledAt, language)}</dd>
            <dt>{words.disabledReason}</dt>
            <dd>{disabledReason}</dd>
          </>
        )}
      </dl>
      {account.isChangeable ? (
        <AccountActs account={account} onChanged={setAccount} />
      ) : (
        <p className="hint">{words.notYours}</p>
      )}
    </article>
  );
}
