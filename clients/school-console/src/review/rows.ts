import type { ClassGridQuery } from "@campus-graph/clients/generated/operations";

export type Row = ClassGridQuery["classReview"][number];
export type Request = Row["pending"][number];
type Binding = Row["bindings"][number];
type Student = Row["student"];

/** A request that is in no answer any more, as it was last seen. */
export interface Ghost {
  studentId: string;
  request: Request;
}

/** One line of the grid: a binding, a request, or that nobody has applied. */
export type Line =
  | { kind: "bound"; id: string; binding: Binding }
  | { kind: "waiting"; id: string; request: Request }
  | { kind: "gone"; id: string; request: Request }
  | { kind: "none"; id: string };

export interface Group {
  student: Student;
  dataCheck: Row["dataCheck"];
  lines: readonly Line[];
}

export type State = "waiting" | "bound" | "none";

/** What a child's row is, at a glance: something waits, all is done, or nobody has applied. */
export function stateOf({ bindings, pending }: Row): State {
  if (pending.length > 0) return "waiting";
  return bindings.length > 0 ? "bound" : "none";
}

export const seatAndName = ({ seatNumber, name, maskedName }: Student) =>
  `${seatNumber ?? "–"}-${name ?? maskedName}`;

/** The grid's lines by student; a request that was decided a moment ago keeps its line until its binding is there. */
export function groupsOf(rows: readonly Row[], ghosts: ReadonlyMap<string, Ghost>): Group[] {
  return rows.map(({ student, dataCheck, bindings, pending }) => {
    const shown = new Set([...bindings.map(({ request }) => request?.id), ...pending.map(({ id }) => id)]);
    const gone = [...ghosts.values()].filter(
      ({ studentId, request }) => studentId === student.id && !shown.has(request.id),
    );
    const lines: Line[] = [
      ...bindings.map((binding) => ({ kind: "bound", id: binding.id, binding }) as const),
      ...pending.map((request) => ({ kind: "waiting", id: request.id, request }) as const),
      ...gone.map(({ request }) => ({ kind: "gone", id: request.id, request }) as const),
    ];
    return { student, dataCheck, lines: lines.length > 0 ? lines : [{ kind: "none", id: student.id }] };
  });
}
