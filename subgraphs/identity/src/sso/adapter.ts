import { createHash } from "node:crypto";
import { decryptField, encryptField } from "@campus-graph/kit/crypto";
import type { Keys } from "@campus-graph/kit/keys";
import type { EntityManager } from "@mikro-orm/postgresql";
import { type Adapter, type AdapterPayload, errors } from "oidc-provider";
import { isUnderWay } from "../persistence/sessions.js";
import { graceS, possibleSuccessorsOf, successorOf } from "./refresh-tokens.js";

/** A session that is over, and whose it was. */
export interface EndedSession {
  accountId: string;
  sid: string;
}

interface ItemRow {
  id: string;
  payload: string;
}

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

  /**
   * A code or a refresh token is good for one use; whoever brings it again has copied it, or was copied, and the session
   * it belongs to is over. A refresh token may come again within the grace, as long as its successor is unused.
   */
  async consume(id: string): Promise<void> {
    const em = this.em();
    const used = await em.execute<unknown[]>(
      "update sso_item set consumed_at = now() where model = ? and id = ? and consumed_at is null returning 1 as one",
      [this.model, digest(id)],
    );
    if (used.length > 0 || (await this.mayComeAgain(em, id))) return;
    const [ended] = await em.execute<EndedSession[]>(
      `select account_id as "accountId", session_uid as sid from sso_item
       where model = ? and id = ? and account_id is not null and session_uid is not null`,
      [this.model, digest(id)],
    );
    if (ended) await this.onReuse(ended);
    throw new errors.InvalidGrant("already used");
  }

  private async mayComeAgain(em: EntityManager, id: string): Promise<boolean> {
    if (this.model !== "RefreshToken") return false;
    const ring = this.keys.ring("code");
    const successor = digest(successorOf(ring, id));
    const successors = possibleSuccessorsOf(ring, id).map(digest);
    // A successor under an older key counts as used: this request would make a second one.
    const rows = await em.execute<unknown[]>(
      `select 1 as one from sso_item
       where model = ? and id = ? and consumed_at > now() - make_interval(secs => ?) and not exists (
         select 1 from sso_item next where next.model = ? and next.id in (${successors.map(() => "?").join(", ")})
           and (next.consumed_at is not null or next.id <> ?))`,
      [this.model, digest(id), graceS, this.model, ...successors, successor],
    );
    return rows.length > 0;
  }

  async destroy(id: string): Promise<void> {
    await this.em().execute("delete from sso_item where model = ? and id = ?", [this.model, digest(id)]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.em().execute("delete from sso_item where model = ? and grant_id = ?", [this.model, grantId]);
  }

  private async findWhere(condition: string, value: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.em().execute<ItemRow[]>(
      `select id, payload from sso_item
       where model = ? and ${condition} and (expires_at is null or expires_at > now())`,
      [this.model, value],
    );
    if (!row) return undefined;
    return JSON.parse(decryptField(this.keys.ring("field"), row.payload, placeOf(row.id))) as AdapterPayload;
  }
}

function digest(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}

function placeOf(row: string) {
  return { table: "sso_item", column: "payload", row };
}
