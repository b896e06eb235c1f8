import { textArray } from "@campus-graph/kit/auth/visibility";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { SettlementException } from "../domain/settlement.js";

export async function insertExceptions(
  em: EntityManager,
  exceptions: readonly SettlementException[],
): Promise<void> {
  if (exceptions.length === 0) return;
  await em.execute(
    `insert into settlement_exception (id, file_id, line, line_id, kind, school_code, reference, transaction_number,
       amount, difference, is_suspended, payment_id, opened_at, remedy, note, decided_by, resolved_at)
     select id, "fileId", line, "lineId", kind, "schoolCode", reference, "transactionNumber", amount, difference,
       "isSuspended", "paymentId", "openedAt", remedy, note, "decidedBy", "resolvedAt"
     from jsonb_to_recordset(?::jsonb) as exception (id uuid, "fileId" uuid, line integer, "lineId" uuid, kind text,
       "schoolCode" text, reference text, "transactionNumber" text, amount integer, difference integer,
       "isSuspended" boolean, "paymentId" uuid, "openedAt" timestamptz, remedy text, note text, "decidedBy" text,
       "resolvedAt" timestamptz)`,
    [JSON.stringify(exceptions)],
  );
}

/** What was missed and has come after all. */
export async function resolveArrived(
  em: EntityManager,
  paymentIds: readonly string[],
  at: Date,
): Promise<void> {
  if (paymentIds.length === 0) return;
  await em.execute(
    `update settlement_exception set resolved_at = ?, remedy = 'APPLY'
     where kind = 'NOT_SETTLED' and resolved_at is null and payment_id = any(?::uuid[])`,
    [at, textArray(paymentIds)],
  );
}

/** Whose exceptions are wanted. */
export interface ExceptionRange {
  schoolCode?: string;
  fileId?: string;
  isOpen: boolean | null;
  after: string | null;
  limit: number;
}

/** Newest first. */
export async function findExceptions(
  em: EntityManager,
  { schoolCode, fileId, isOpen, after, limit }: ExceptionRange,
): Promise<SettlementException[]> {
  const rows = await em.execute<ExceptionRow[]>(
    `select ${columns} from settlement_exception
     where (?::text is null or school_code = ?) and (?::uuid is null or file_id = ?::uuid)
       and (?::boolean is null or (resolved_at is null) = ?::boolean) and (?::uuid is null or id < ?::uuid)
     order by id desc limit ?`,
    [
      schoolCode ?? null,
      schoolCode ?? null,
      fileId ?? null,
      fileId ?? null,
      isOpen,
      isOpen,
      after,
      after,
      limit,
    ],
  );
  return rows.map(asException);
}

export async function findException(em: EntityManager, id: string): Promise<SettlementException | null> {
  const [row] = await em.execute<ExceptionRow[]>(`select ${columns} from settlement_exception where id = ?`, [
    id,
  ]);
  return row ? asException(row) : null;
}

/** The exception as it is now, held until the transaction ends. */
export async function lockException(em: EntityManager, id: string): Promise<SettlementException> {
  const [row] = await em.execute<ExceptionRow[]>(
    `select ${columns} from settlement_exception where id = ? for update`,
    [id],
  );
  return asException(row!);
}

export async function decideException(
  em: EntityManager,
  { id, remedy, note, decidedBy, resolvedAt, paymentId, isSuspended }: SettlementException,
): Promise<void> {
  await em.execute(
    `update settlement_exception set remedy = ?, note = ?, decided_by = ?, resolved_at = ?, payment_id = ?,
       is_suspended = ? where id = ?`,
    [remedy, note, decidedBy, resolvedAt, paymentId, isSuspended, id],
  );
}

const columns = `id, file_id as "fileId", line, line_id as "lineId", kind, school_code as "schoolCode", reference,
  transaction_number as "transactionNumber", amount, difference, is_suspended as "isSuspended",
  payment_id as "paymentId", opened_at as "openedAt", remedy, note, decided_by as "decidedBy",
  resolved_at as "resolvedAt"`;

type ExceptionRow = Omit<SettlementException, "openedAt" | "resolvedAt"> & {
  openedAt: string | Date;
  resolvedAt: string | Date | null;
};

function asException(row: ExceptionRow): SettlementException {
  return {
    ...row,
    openedAt: new Date(row.openedAt),
    resolvedAt: row.resolvedAt === null ? null : new Date(row.resolvedAt),
  };
}
