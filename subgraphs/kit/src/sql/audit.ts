import type { Context } from "../context.js";

/** One act worth remembering: who, what, on which object. Ids only, never a name or a national ID. */
export interface Act {
  act: string;
  object: string;
  detail?: Readonly<Record<string, unknown>>;
}

/** Writes the act down in the transaction that does it. */
export async function recordAudit(context: Context, { act, object, detail = {} }: Act): Promise<void> {
  const { viewer } = context;
  await context.em.execute(
    `insert into audit (id, occurred_at, subject, session, client_id, address, act, object, detail, trace_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      context.newId(),
      context.clock.now(),
      viewer.subject,
      viewer.session,
      viewer.clientId,
      viewer.address,
      act,
      object,
      JSON.stringify(detail),
      context.traceId,
    ],
  );
}

export const auditTable = `
  create table audit (
    id uuid primary key,
    occurred_at timestamptz not null,
    subject text,
    session text,
    client_id text,
    address text not null,
    act text not null,
    object text not null,
    detail jsonb not null,
    trace_id text not null
  )`;
