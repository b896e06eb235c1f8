import type { EntityManager } from "@mikro-orm/postgresql";
import type { SettlementFile, SettlementTotals } from "../domain/settlement.js";
import type { ReadSettlement } from "../settlement/read-settlement.js";

export interface NewSettlementFile {
  id: string;
  schoolCode: string | null;
  content: ReadSettlement;
  digest: string;
  importedBy: string | null;
  importedAt: Date;
}

/** Writes a file down, unless the same was before: then that one, with the digest of what it said. */
export async function rememberFile(
  em: EntityManager,
  { id, schoolCode, content, digest, importedBy, importedAt }: NewSettlementFile,
): Promise<SettlementFile & { digest: string }> {
  const { partner, day, number, lines, paidIn, paidOut } = content;
  await em.execute(
    `insert into settlement_file
       (id, partner, school_code, day, number, lines, paid_in, paid_out, digest, imported_by, imported_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (partner, school_code, day, number) do nothing`,
    [id, partner, schoolCode, day, number, lines.length, paidIn, paidOut, digest, importedBy, importedAt],
  );
  const [row] = await em.execute<FileRow[]>(
    `select ${columns}, digest from settlement_file
     where partner = ? and school_code is not distinct from ? and day = ? and number = ?`,
    [partner, schoolCode, day, number],
  );
  return { ...asFile(row!), digest: row!.digest! };
}

/** The file's lines are booked by one at a time, in their order; the last one that is. */
export async function holdFile(em: EntityManager, fileId: string): Promise<number> {
  await em.execute("select 1 from settlement_file where id = ? for update", [fileId]);
  const [row] = await em.execute<{ last: number }[]>(
    "select coalesce(max(line), 0) as last from settlement_line where file_id = ?",
    [fileId],
  );
  return Number(row!.last);
}

export async function completeFile(em: EntityManager, fileId: string, at: Date): Promise<void> {
  await em.execute("update settlement_file set completed_at = ? where id = ? and completed_at is null", [
    at,
    fileId,
  ]);
}

/** The school's own files, newest first. */
export async function filesOfSchool(
  em: EntityManager,
  schoolCode: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<SettlementFile[]> {
  const rows = await em.execute<FileRow[]>(
    `select ${columns} from settlement_file where school_code = ? and (?::uuid is null or id < ?::uuid)
     order by id desc limit ?`,
    [schoolCode, after, after, limit],
  );
  return rows.map(asFile);
}

export async function findFile(em: EntityManager, id: string): Promise<SettlementFile | null> {
  const [row] = await em.execute<FileRow[]>(`select ${columns} from settlement_file where id = ?`, [id]);
  return row ? asFile(row) : null;
}

const columns = `id, partner, school_code as "schoolCode", to_char(day, 'YYYY-MM-DD') as day, number, lines,
  paid_in as "paidIn", paid_out as "paidOut", imported_by as "importedBy", imported_at as "importedAt",
  completed_at as "completedAt"`;

type FileRow = Omit<SettlementFile, "paidIn" | "paidOut" | "importedAt" | "completedAt"> & {
  paidIn: string;
  paidOut: string;
  importedAt: string | Date;
  completedAt: string | Date | null;
  digest?: string;
};

function asFile({ digest: _, ...row }: FileRow): SettlementFile {
  return {
    ...row,
    paidIn: Number(row.paidIn),
    paidOut: Number(row.paidOut),
    importedAt: new Date(row.importedAt),
    completedAt: row.completedAt === null ? null : new Date(row.completedAt),
  };
}

/** What the files come to, each looked at from three sides; none is a stored number but the trailer's own. */
export async function totalsOf(
  em: EntityManager,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, SettlementTotals>> {
  const rows = await em.execute<Record<keyof SettlementTotals | "id", string>[]>(totals, [
    JSON.stringify(fileIds),
  ]);
  return new Map(
    rows.map(({ id, ...sums }) => [
      id,
      Object.fromEntries(
        Object.entries(sums).map(([name, sum]) => [name, Number(sum)]),
      ) as unknown as SettlementTotals,
    ]),
  );
}

const totals = `
  select file.id, paid_in - paid_out as bank, ledger, bills, differing, suspense, "givenBack", matched,
    exceptions, "openExceptions"
  from settlement_file as file
  join jsonb_array_elements_text(?::jsonb) as wanted on wanted::uuid = file.id,
  lateral (
    select coalesce(sum(case 'BANK' when debit_account then amount else -amount end), 0) as ledger from (
      select debit_account, credit_account, transfer.amount
      from settlement_line as line join ledger_transfer as transfer on transfer.reference_id = line.id
      where file_id = file.id and transfer.kind <> 'SUSPENSE_GIVEN_BACK'
      union all
      select debit_account, credit_account, transfer.amount
      from settlement_line as line join ledger_transfer as transfer on transfer.reference_id = line.refund_id
      where file_id = file.id and transfer.kind = 'REFUND_PAID_OUT'
    ) as moved where 'BANK' in (debit_account, credit_account)
  ) as books,
  lateral (
    select coalesce(sum(coalesce(payment.amount, 0) - coalesce(refund.amount, 0)), 0) as bills,
      count(*) filter (where finding = 'MATCHED') as matched
    from settlement_line as line
    left join settlement_exception as placed on placed.line_id = line.id
    left join payment on payment.id = coalesce(line.payment_id, placed.payment_id)
    left join refund on refund.id = line.refund_id and line.finding = 'MATCHED'
    where line.file_id = file.id
  ) as lines,
  lateral (
    select coalesce(sum(difference), 0) as differing, count(*) as exceptions,
      count(*) filter (where resolved_at is null) as "openExceptions"
    from settlement_exception where file_id = file.id
  ) as found,
  lateral (
    select coalesce(sum(case 'SUSPENSE' when credit_account then transfer.amount else -transfer.amount end), 0)
      as suspense,
      coalesce(sum(case 'SUSPENSE' when debit_account then transfer.amount else -transfer.amount end)
        filter (where transfer.kind = 'SUSPENSE_GIVEN_BACK'), 0) as "givenBack"
    from settlement_line as line join ledger_transfer as transfer on transfer.reference_id = line.id
    where file_id = file.id and 'SUSPENSE' in (debit_account, credit_account)
  ) as waiting`;
