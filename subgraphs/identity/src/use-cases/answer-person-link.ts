import { subjectOf } from "@campus-graph/kit/context";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import type { PersonLink } from "../domain/person-link.js";
import { PersonLinkEnded } from "../domain/refusals.js";
import { personsOfRequests } from "../persistence/declared-persons.js";
import { answerLink, lockPersonLink } from "../persistence/person-links.js";
import { addGuardianRole } from "./add-guardian-role.js";
import { publishProvisioned, publishRefused } from "./publish-provisioned.js";

/**
 * The owner of an account says whether an approved request under another address is theirs. Accepted, its binding is to be
 * the account's; declined, it ends. The same answer again is no news; another one, or one too late, is refused
 * (PERSON_LINK_ENDED).
 */
export function answerPersonLink(
  context: IdentityContext,
  { id, accept }: { id: string; accept: boolean },
): Promise<PersonLink> {
  return transaction(context, async (context) => {
    const link = isId(id) ? await lockPersonLink(context, id, subjectOf(context)) : null;
    if (!link) throw new NotFound();
    if (link.accepted === accept) return link;
    if (link.accepted !== null || link.expiresAt <= context.clock.now()) throw new PersonLinkEnded();
    await answerLink(context, id, accept);
    if (accept) await giveToOwner(context, link);
    else {
      const { requestId, accountId: subjectId } = link;
      publishRefused(context, { requestId, subjectId, code: "PERSON_LINK_DECLINED" });
    }
    await recordAudit(context, {
      act: "answer-person-link",
      object: `request:${link.requestId}`,
      detail: { accept },
    });
    return { ...link, accepted: accept };
  });
}

async function giveToOwner(context: IdentityContext, { requestId, accountId }: PersonLink): Promise<void> {
  const person = (await personsOfRequests(context, [requestId])).get(requestId);
  if (!person) throw new Error(`Nobody is declared for the request ${requestId}.`);
  const account = await addGuardianRole(context, accountId, person);
  await publishProvisioned(context, { requestId, account, existing: true, formerKey: null });
}
