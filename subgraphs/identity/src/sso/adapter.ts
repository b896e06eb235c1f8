import { createHash } from "node:crypto";
import { decryptField, encryptField } from "@campus-graph/kit/crypto";
import type { Keys } from "@campus-graph/kit/keys";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Adapter, type AdapterPayload, errors } from "oidc-provider";
import { isUnderWay } from "../persistence/sessions.js";

interface ItemRow {
  id: string;
  payload: string;
  consumed_at: Date | null;
}

/**
 * Keeps the provider's items in PostgreSQL. What a browser or an app holds as a secret is the item's id, so the id
 * stands here only as its digest, and the payload, which repeats it, encrypted.
 */
export class PostgresAdapter implements Adapter {
  constructor(
    readonly model: string,
    private readonly em: () => EntityManager,
    private readonly keys: Keys,
  ) {}

  /** What still comes in for a session that has ended, such as from a refresh under way, is not kept. */
  async upsert(id: string, payload: AdapterPayload, expiresInSeconds?: number): Promise<void> {
    const sid = (this.model === "Session" ? payload.uid : payload.sessionUid) ?? null;
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
    await em.execute(
      `insert into sso_item (model, id, payload, account_id, session_uid, grant_id, expires_at)
       values (?, ?, ?, ?, ?, ?, now() + make_interval(secs => ?))
       on conflict (model, id) do update set
         payload = excluded.payload, account_id = excluded.account_id, session_uid = excluded.session_uid,
         grant_id = excluded.grant_id, expires_at = excluded.expires_at`,
      [
        this.model,
        row,
        encryptField(this.keys.ring("field"), JSON.stringify(payload), placeOf(row)),
        payload.accountId ?? payload.result?.login?.accountId ?? null,
        sid,
        payload.grantId ?? null,
        expiresInSeconds ?? null,
      ],
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.findWhere("id = ?", digest(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findWhere("session_uid = ?", uid);
  }

  /** Device codes are not offered. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** Of two who bring the same code or refresh token at once, one is served. */
  async consume(id: string): Promise<void> {
    const consumed = await this.em().execute<unknown[]>(
      "update sso_item set consumed_at = now() where model = ? and id = ? and consumed_at is null returning 1 as one",
      [this.model, digest(id)],
    );
    if (consumed.length === 0) throw new errors.InvalidGrant("already used");
  }

  async destroy(id: string): Promise<void> {
    await this.em().execute("delete from sso_item where model = ? and id = ?", [this.model, digest(id)]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.em().execute("delete from sso_item where model = ? and grant_id = ?", [this.model, grantId]);
  }

  private async findWhere(condition: string, value: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.em().execute<ItemRow[]>(
      `select id, payload, consumed_at from sso_item
       where model = ? and ${condition} and (expires_at is null or expires_at > now())`,
      [this.model, value],
    );
    if (!row) return undefined;
    const payload = JSON.parse(
      decryptField(this.keys.ring("field"), row.payload, placeOf(row.id)),
    ) as AdapterPayload;
    return row.consumed_at
      ? { ...payload, consumed: Math.floor(new Date(row.consumed_at).getTime() / 1000) }
      : payload;
  }
}

function digest(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}

function placeOf(row: string) {
  return { table: "sso_item", column: "payload", row };
}
