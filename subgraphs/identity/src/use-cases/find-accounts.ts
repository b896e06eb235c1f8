import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { personKey } from "@campus-graph/kit/auth/crypto";
import { subjectOf } from "@campus-graph/kit/context";
import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import { BadInput, type Words } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { parseEmailAddress } from "@campus-graph/kit/text/email-address";
import { parseMobileNumber } from "@campus-graph/kit/text/mobile-number";
import { parseNationalId } from "@campus-graph/kit/text/national-id";
import { accountsLookedAfter } from "../access/managed-accounts.js";
import type { IdentityContext } from "../context.js";
import { accountSearchLimit } from "../domain/limits.js";
import { readSignInName } from "../domain/sign-in-name.js";
import { accountById, accountIdsOfPersons } from "../persistence/accounts.js";
import { accountIdByNameOfKind } from "../persistence/managed-accounts.js";
import { type ManagedAccount, managedAccount } from "./managed-account.js";

/** One of them, whole: who looks after accounts is asked about one person, and leafs through nobody's. */
export interface AccountSearch {
  email?: string | null | undefined;
  mobile?: string | null | undefined;
  nationalId?: string | null | undefined;
  userName?: string | null | undefined;
}

const exactlyOne: Words = {
  "zh-TW": "請擇一填寫：電子信箱、手機號碼、身分證字號或自訂帳號。",
  en: "Give exactly one of them: e-mail address, mobile number, national ID or user name.",
};

/**
 * The account of whoever is asked about, if it is one that the viewer looks after; any other is answered as none. Each
 * search is written down, and so is whom it found.
 */
export async function findAccounts(
  context: IdentityContext,
  search: AccountSearch,
  request: PageRequest,
): Promise<Page<ManagedAccount>> {
  const find = readSearch(search);
  await countAttempt(context, accountSearchLimit, subjectOf(context));
  const candidate = await find(context);
  const found = await accountsLookedAfter(context, candidate === null ? [] : [candidate]);
  await transaction(context, (context) =>
    recordAudit(context, {
      act: "find-account",
      object: found[0] ? `account:${found[0]}` : "account:none",
    }),
  );
  return page(
    context,
    "accounts",
    request,
    async (after, limit) => (after === null ? loadAll(context, found.slice(0, limit)) : []),
    ({ id }) => [id],
  );
}

async function loadAll(context: IdentityContext, ids: readonly string[]): Promise<ManagedAccount[]> {
  const loaded = await Promise.all(ids.map((id) => accountById(context, id)));
  return Promise.all(loaded.flatMap((account) => (account ? [managedAccount(context, account)] : [])));
}

type Find = (context: IdentityContext) => Promise<string | null>;

function readSearch({ email, mobile, nationalId, userName }: AccountSearch): Find {
  const given = [email, mobile, nationalId, userName].filter((each) => each != null);
  if (given.length !== 1) throw new BadInput({ field: "input", rule: exactlyOne });
  if (email != null) {
    const address = parseEmailAddress(email);
    return (context) => accountIdByNameOfKind(context, "EMAIL", address);
  }
  if (mobile != null) {
    const number = parseMobileNumber(mobile);
    return (context) => accountIdByNameOfKind(context, "MOBILE", number);
  }
  if (nationalId != null) {
    const read = parseNationalId(nationalId);
    return async (context) => {
      const key = personKey(context.keys.ring("person"), read);
      return (await accountIdsOfPersons(context, [key])).get(key) ?? null;
    };
  }
  const name = readSignInName(userName ?? "");
  return (context) => accountIdByNameOfKind(context, "USER_NAME", name);
}
