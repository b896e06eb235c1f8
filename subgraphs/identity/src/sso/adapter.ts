import { createHash } from "node:crypto";
import { decryptField, encryptField } from "@campus-graph/kit/auth/crypto";
import type { Keys } from "@campus-graph/kit/auth/keys";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Adapter, type AdapterPayload, errors } from "oidc-provider";
import { isOwnProgram } from "../domain/partner.js";
import { isUnderWay } from "../persistence/sessions.js";
import {
  consumeItem,
  deleteItem,
  deleteItemsOfGrant,
  type EndedSession,
  isJustUsed,
  itemById,
  itemOfSession,
  putItem,
  type SsoItem,
  sessionOfItem,
} from "../persistence/sso-items.js";
import { graceS, possibleSuccessorsOf, successorOf } from "./refresh-tokens.js";

/**
 * Keeps the provider's items in PostgreSQL. What a browser or an app holds as a secret is the item's id, so the id
 * stands here only as its digest, and the payload, which repeats it, encrypted. What was used already is not told by `find`
 * but refused by `consume`, which the provider calls once it has checked everything else.
 */
export class PostgresAdapter implements Adapter {
  constructor(
    readonly model: string,
    private readonly em: () => EntityManager,
    private readonly keys: Keys,
    private readonly onReuse: (ended: EndedSession) => Promise<void>,
  ) {}

  /** What still comes in for a session that has ended, such as from a refresh under way, is not kept. */
  async upsert(id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void> {
    const sid = sessionIdOf(this.model, id, payload);
    if (sid === null) return this.keep(this.em(), id, payload, { sid, expiresInSeconds });
    await this.em().transactional(async (em) => {
      if (await isUnderWay(em, sid)) await this.keep(em, id, payload, { sid, expiresInSeconds });
    });
  }

  private async keep(
    em: EntityManager,
    id: string,
    payload: AdapterPayload,
    { sid, expiresInSeconds }: { sid: string | null; expiresInSeconds: number | undefined },
  ): Promise<void> {
    const row = digest(id);
    await putItem(em, {
      model: this.model,
      id: row,
      payload: encryptField(this.keys.ring("field"), JSON.stringify(payload), placeOf(row)),
      accountId: payload.accountId ?? payload.result?.login?.accountId ?? null,
      sessionUid: sid,
      grantId: payload.grantId ?? null,
      expiresInSeconds: expiresInSeconds ?? null,
    });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.opened(await itemById(this.em(), this.keyOf(id)));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.opened(await itemOfSession(this.em(), this.model, uid));
  }

  /** Device codes are not offered. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /**
   * A code or a refresh token is good for one use; whoever brings it again has copied it, or was copied, and the session
   * it belongs to is over. A refresh token may come again within the grace, as long as its successor is unused.
   */
  async consume(id: string): Promise<void> {
    const em = this.em();
    if ((await consumeItem(em, this.keyOf(id))) || (await this.mayComeAgain(em, id))) return;
    const ended = await sessionOfItem(em, this.keyOf(id));
    if (ended) await this.onReuse(ended);
    throw new errors.InvalidGrant("already used");
  }

  private async mayComeAgain(em: EntityManager, id: string): Promise<boolean> {
    if (this.model !== "RefreshToken") return false;
    const ring = this.keys.ring("code");
    // A successor under an older key counts as used: this request would make a second one.
    return isJustUsed(em, this.keyOf(id), {
      seconds: graceS,
      successor: digest(successorOf(ring, id)),
      possibleSuccessors: possibleSuccessorsOf(ring, id).map(digest),
    });
  }

  async destroy(id: string): Promise<void> {
    await deleteItem(this.em(), this.keyOf(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await deleteItemsOfGrant(this.em(), this.model, grantId);
  }

  private keyOf(id: string): Pick<SsoItem, "model" | "id"> {
    return { model: this.model, id: digest(id) };
  }

  private opened(item: Pick<SsoItem, "id" | "payload"> | undefined): AdapterPayload | undefined {
    if (!item) return undefined;
    const { id, payload } = item;
    return JSON.parse(decryptField(this.keys.ring("field"), payload, placeOf(id))) as AdapterPayload;
  }
}

/**
 * The session that an item ends with. What a guardian gave a wallet is no part of the browser in which they did: it is a
 * session of its own, known by the grant.
 */
function sessionIdOf(model: string, id: string, payload: AdapterPayload): string | null {
  if (model === "Session") return payload.uid ?? null;
  const isLink = payload.clientId !== undefined && !isOwnProgram(payload.clientId);
  if (isLink && model === "Grant") return id;
  return (isLink ? payload.grantId : payload.sessionUid) ?? null;
}

function digest(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}

function placeOf(row: string) {
  return { table: "sso_item", column: "payload", row };
}
