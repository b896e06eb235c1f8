import { openToken } from "@campus-graph/kit/auth/crypto";
import { subjectOf } from "@campus-graph/kit/context";
import { InvalidToken } from "@campus-graph/kit/refusals/refusal";
import type { BindingContext } from "../context.js";
import { GuardianIsStudent } from "../domain/refusals.js";
import type { DeclaredGuardian } from "../domain/request.js";
import { presentKeys } from "../persistence/renewed-persons.js";
import { isPersonOf } from "../persistence/students.js";

/** What identity sealed about who applies: for one application, for a day. */
export interface Declaration extends DeclaredGuardian {
  /** Whose application it is to be: the declarer's, or a subject of its own where the login is another person's. */
  readonly subject: string;
  readonly declaredBy: string;
  readonly applicationId: string;
  readonly verifiedEmail: string;
}

/**
 * Opens what `setGuardian` gave the viewer for this application; another's, or another application's, is refused, and
 * so is who declares to be the student themself. That is a comparison of two IDs which the same guardian typed: whose
 * else an ID may be is never told to who declares it.
 */
export async function openDeclaration(
  context: BindingContext,
  token: string,
  { applicationId, studentIds }: { applicationId: string; studentIds: readonly string[] },
): Promise<Declaration> {
  const ring = context.keys.ring("declaration");
  const declared = openToken<Declaration>(ring, "guardian-declaration", token, context.clock.now());
  if (declared.applicationId !== applicationId || declared.declaredBy !== subjectOf(context))
    throw new InvalidToken();
  const [personKey = declared.personKey] = await presentKeys(context.em, [declared.personKey]);
  if (await isPersonOf(context.em, personKey, studentIds)) throw new GuardianIsStudent();
  return { ...declared, personKey };
}
