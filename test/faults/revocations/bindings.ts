import { recordEvent } from "@campus-graph/kit/events/outbox";
import { transaction } from "@campus-graph/kit/sql/transaction";
import pg from "pg";
import type { Graph } from "../../harness/graph.js";

/** A binding that stands, as its registrar would name it. */
export interface OpenBinding {
  bindingId: string;
  subjectId: string;
  studentId: string;
}

/** The binding of a guardian to a child that stands now. */
export async function standingBinding(
  graph: Graph,
  subjectId: string,
  studentId: string,
): Promise<OpenBinding> {
  const [row] = await graph.subgraphs.binding.running
    .contextFor()
    .em.execute<{ id: string }[]>(
      "select id from binding where subject_id = ? and student_id = ? and revoked_at is null",
      [subjectId, studentId],
    );
  if (!row) throw new Error("No such binding stands.");
  return { bindingId: row.id, subjectId, studentId };
}

/**
 * The same two, tied again by a new request, as if it had been approved a moment ago; the event has arrived everywhere. Going
 * through the whole application each time would take most of a race's time.
 */
export async function bindAgain(
  graph: Graph,
  { bindingId, subjectId, studentId }: OpenBinding,
): Promise<OpenBinding> {
  const context = graph.subgraphs.binding.running.contextFor();
  const again = { bindingId: context.newId(), requestId: context.newId(), applicationId: context.newId() };
  await transaction(context, async ({ em }) => {
    const copied = (
      columns: string,
    ) => `select ${columns} from binding join request on request.id = request_id
      join application on application.id = application_id where binding.id = ?`;
    await em.execute(
      `insert into application (id, subject_id, started_at, status)
       ${copied("?::uuid, application.subject_id, now(), 'SUBMITTED'")}`,
      [again.applicationId, bindingId],
    );
    await em.execute(
      `insert into request (id, application_id, subject_id, student_id, school_code, class_id, relationship, status,
         person_key, login_check, applied_at, decided_at, decided_by, slot, account_id, version)
       ${copied(`?::uuid, ?::uuid, request.subject_id, request.student_id, school_code, class_id, request.relationship, 'BOUND',
         person_key, login_check, now(), now(), decided_by,
         (select min(slot) from unnest('{1,2}'::smallint[]) as slot where not exists
           (select from request as other where other.student_id = request.student_id and other.slot = slot.slot)),
         account_id, 1`)}`,
      [again.requestId, again.applicationId, bindingId],
    );
    await em.execute(
      `insert into binding (id, request_id, subject_id, student_id, relationship, opened_at)
       ${copied("?::uuid, ?::uuid, binding.subject_id, binding.student_id, binding.relationship, now()")}`,
      [again.bindingId, again.requestId, bindingId],
    );
    recordEvent(em, {
      type: "binding.BindingOpened",
      key: again.requestId,
      payload: { ...again, subjectId, studentId, relationship: "FATHER", openedAt: new Date().toISOString() },
    });
  });
  await graph.settle();
  return { bindingId: again.bindingId, subjectId, studentId };
}

/** The binding if it still stands; otherwise one made again, as after a race that broke off. */
export async function standingOrAgain(graph: Graph, binding: OpenBinding): Promise<OpenBinding> {
  const { em } = graph.subgraphs.binding.running.contextFor();
  const sql = "select from binding where id = ? and revoked_at is null";
  const rows = await em.execute<unknown[]>(sql, [binding.bindingId]);
  return rows.length === 1 ? binding : bindAgain(graph, binding);
}

/** What ails a subgraph, until it is let go. */
export interface Ailment extends AsyncDisposable {
  letGo(): Promise<void>;
}

/** Keeps a subgraph from taking in what binding says, while it goes on answering; until it is let go. */
export async function holdBack(graph: Graph, subgraph: "identity" | "roster" | "payments"): Promise<Ailment> {
  const client = new pg.Client({ connectionString: graph.databaseUrls[subgraph] });
  await client.connect();
  await client.query("begin");
  await client.query(`select from ${subgraph}.inbox_offset where source = 'binding' for update`);
  let isHeld = true;
  async function letGo(): Promise<void> {
    if (!isHeld) return;
    isHeld = false;
    await client.query("rollback");
    await client.end();
  }
  return { letGo, [Symbol.asyncDispose]: letGo };
}

/** Stops a subgraph; let go, it starts again. */
export async function takeDown(graph: Graph, subgraph: "identity" | "roster" | "payments"): Promise<Ailment> {
  await graph.subgraphs[subgraph].stop();
  let isDown = true;
  async function letGo(): Promise<void> {
    if (!isDown) return;
    isDown = false;
    await graph.subgraphs[subgraph].start();
  }
  return { letGo, [Symbol.asyncDispose]: letGo };
}
