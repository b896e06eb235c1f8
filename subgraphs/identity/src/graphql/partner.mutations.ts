import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { readReason } from "../use-cases/account-to-change.js";
import { addPartnerKey } from "../use-cases/add-partner-key.js";
import { changePartner } from "../use-cases/change-partner.js";
import { endPartnerKey } from "../use-cases/end-partner-key.js";
import { registerPartner } from "../use-cases/register-partner.js";
import { changedPartner, seePartner } from "../use-cases/see-partners.js";
import { resumePartner, suspendPartner } from "../use-cases/suspend-partner.js";
import {
  AddPartnerKeyInput,
  ChangePartnerInput,
  EndPartnerKeyInput,
  RegisterPartnerInput,
  SuspendPartnerInput,
} from "./partner.inputs.js";
import { Partner, presentPartner } from "./partner.type.js";

const which = { description: "Which partner, and why." };
const common =
  "PARTNER_NOT_FOUND, TAKING_EFFECT (it is done; `missing` has yet to act on it: say it again), BAD_INPUT";

/** What `npm run partner` does for an operator, for the bureau. */
@Resolver()
export class PartnerMutations {
  @Mutation(() => Partner, {
    description:
      "Registers a wallet, bank or store, which may sign in by its key from now on. By the bureau, with a fresh second factor. Refusals: PARTNER_EXISTS, PARTNER_KEY_INVALID, BAD_INPUT.",
  })
  async registerPartner(
    @Ctx() context: IdentityContext,
    @Arg("input", () => RegisterPartnerInput, { description: "Whom to register." })
    { id, key, ...partner }: RegisterPartnerInput,
  ): Promise<Partner> {
    await registerPartner(context, { ...partner, clientId: id, keys: key, reason: readReason(partner) });
    return presentPartner(await seePartner(context, id));
  }

  @Mutation(() => Partner, {
    description: `Changes what a partner is called, for which channels it speaks, what it may do, and where it takes guardians back. What it may do no longer ends at once. By the bureau, with a fresh second factor. Refusals: ${common}.`,
  })
  async changePartner(
    @Ctx() context: IdentityContext,
    @Arg("input", () => ChangePartnerInput, { description: "What changes, and why." })
    { id: clientId, name, channels, scopes, redirectUris, ...why }: ChangePartnerInput,
  ): Promise<Partner> {
    const eventId = await changePartner(context, {
      clientId,
      name: name ?? undefined,
      channels: channels ?? undefined,
      scopes: scopes ?? undefined,
      redirectUris: redirectUris ?? undefined,
      reason: readReason(why),
    });
    return presentPartner(await changedPartner(context, clientId, eventId));
  }

  @Mutation(() => Partner, {
    description: `Gives a partner a further key, which counts beside the one there is, so that the partner exchanges it without a pause. By the bureau, with a fresh second factor. Refusals: PARTNER_KEY_INVALID, PARTNER_KEYS_FULL, PARTNER_KEY_EXISTS, ${common}.`,
  })
  async addPartnerKey(
    @Ctx() context: IdentityContext,
    @Arg("input", () => AddPartnerKeyInput, { description: "Whose key, and which." })
    { id: clientId, key: keys, ...why }: AddPartnerKeyInput,
  ): Promise<Partner> {
    const eventId = await addPartnerKey(context, { clientId, keys, reason: readReason(why) });
    return presentPartner(await changedPartner(context, clientId, eventId));
  }

  @Mutation(() => Partner, {
    description: `Ends a key of a partner: it counts no longer, neither for tokens nor for proofs. By the bureau, with a fresh second factor. Refusals: PARTNER_KEY_NOT_FOUND, PARTNER_LAST_KEY, ${common}.`,
  })
  async endPartnerKey(
    @Ctx() context: IdentityContext,
    @Arg("input", () => EndPartnerKeyInput, { description: "Whose key, and which." })
    { id: clientId, keyId: kid, ...why }: EndPartnerKeyInput,
  ): Promise<Partner> {
    const eventId = await endPartnerKey(context, { clientId, kid, reason: readReason(why) });
    return presentPartner(await changedPartner(context, clientId, eventId));
  }

  @Mutation(() => Partner, {
    description: `Lets a partner do nothing until it is let in again: it gets no token and is told PARTNER_SUSPENDED, and the tokens and sockets that it has of guardians end. By the bureau. Refusals: ${common}.`,
  })
  async suspendPartner(
    @Ctx() context: IdentityContext,
    @Arg("input", () => SuspendPartnerInput, which) { id: clientId, ...why }: SuspendPartnerInput,
  ): Promise<Partner> {
    const eventId = await suspendPartner(context, { clientId, reason: readReason(why) });
    return presentPartner(await changedPartner(context, clientId, eventId));
  }

  @Mutation(() => Partner, {
    description: `Lets a suspended partner work again, by the keys and links that it had. By the bureau, with a fresh second factor. Refusals: ${common}.`,
  })
  async resumePartner(
    @Ctx() context: IdentityContext,
    @Arg("input", () => SuspendPartnerInput, which) { id: clientId, ...why }: SuspendPartnerInput,
  ): Promise<Partner> {
    const eventId = await resumePartner(context, { clientId, reason: readReason(why) });
    return presentPartner(await changedPartner(context, clientId, eventId));
  }
}
