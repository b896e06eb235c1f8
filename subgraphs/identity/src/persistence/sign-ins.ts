import type { IdentityContext } from "../context.js";
import type { CodeDelivery } from "../domain/contact.js";
import type { FactorMethod, GivenFactor } from "../domain/second-factor.js";
import { mayFollow, type SignInStep } from "../domain/sign-in-step.js";

/** A sign-in under way, on whichever copy of identity the next page is asked for. */
export interface SignIn {
  interactionUid: string;
  step: Exclude<SignInStep, "DONE">;
  /** Whose password was right, or whose login was named; null while unknown, and for a login that is nobody's. */
  accountId: string | null;
  nameIndex: string | null;
  challengeId: string | null;
  /** How that code was sent. */
  codeBy: CodeDelivery;
  /** The person comes by a mailed code alone and is to choose a password. */
  recovering: boolean;
  remember: boolean;
  /** What was shown first. */
  firstBy: "password" | "code" | null;
  /** What was shown beside it. */
  factor: GivenFactor | null;
}

interface Row extends Omit<SignIn, "factor"> {
  factorBy: FactorMethod | null;
  factorAt: Date | null;
}

export async function signInOf(context: IdentityContext, interactionUid: string): Promise<SignIn> {
  const [row] = await context.em.execute<Row[]>(
    `select interaction_uid as "interactionUid", step, account_id as "accountId", name_index as "nameIndex",
       challenge_id as "challengeId", code_by as "codeBy", recovering, remember,
       first_by as "firstBy", factor_by as "factorBy", factor_at as "factorAt"
     from sign_in where interaction_uid = ?`,
    [interactionUid],
  );
  if (!row) return beginning(interactionUid);
  const { factorBy, factorAt, ...signIn } = row;
  return {
    ...signIn,
    factor: factorBy && factorAt ? { method: factorBy, givenAt: new Date(factorAt) } : null,
  };
}

/** Moves the sign-in to its next page. */
export async function moveSignIn(
  context: IdentityContext,
  from: SignIn,
  change: Partial<Omit<SignIn, "interactionUid">>,
): Promise<void> {
  const next = { ...from, ...change };
  if (next.step !== from.step && !mayFollow(from.step, next.step))
    throw new Error(`A sign-in cannot go from ${from.step} to ${next.step}.`);
  await context.em.execute(
    `insert into sign_in (interaction_uid, step, account_id, name_index, challenge_id, code_by, recovering, remember,
       first_by, factor_by, factor_at, started_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (interaction_uid) do update set
       step = excluded.step, account_id = excluded.account_id, name_index = excluded.name_index,
       challenge_id = excluded.challenge_id, code_by = excluded.code_by, recovering = excluded.recovering,
       remember = excluded.remember,
       first_by = excluded.first_by, factor_by = excluded.factor_by, factor_at = excluded.factor_at`,
    [
      next.interactionUid,
      next.step,
      next.accountId,
      next.nameIndex,
      next.challengeId,
      next.codeBy,
      next.recovering,
      next.remember,
      next.firstBy,
      next.factor?.method ?? null,
      next.factor?.givenAt ?? null,
      context.clock.now(),
    ],
  );
}

export async function forgetSignIn(context: IdentityContext, interactionUid: string): Promise<void> {
  await context.em.execute("delete from sign_in where interaction_uid = ?", [interactionUid]);
}

function beginning(interactionUid: string): SignIn {
  return {
    interactionUid,
    step: "PASSWORD",
    accountId: null,
    nameIndex: null,
    challengeId: null,
    codeBy: "EMAIL",
    recovering: false,
    remember: false,
    firstBy: null,
    factor: null,
  };
}
