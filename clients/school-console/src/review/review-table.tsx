import { useCatalogue } from "@campus-graph/ui/words/language";
import { Fragment, type KeyboardEvent, useRef, useState } from "react";
import { reviewWords } from "../words/review";
import { ReasonForm } from "./reason-form";
import { ReviewLine } from "./review-line";
import { type Group, type Request, seatAndName } from "./rows";
import type { Decisions } from "./use-decisions";
import type { Watched } from "./watch";

export interface GridState {
  watched: Watched;
  decisions: Decisions;
  chosen: ReadonlySet<string>;
  confirmed: ReadonlySet<string>;
  reasons: ReadonlyMap<string, string>;
  /** The request whose reason is being written. */
  asking: string | undefined;
  offered: readonly string[];
}

export interface GridActions {
  choose(id: string, isIn: boolean): void;
  confirm(id: string, isIn: boolean): void;
  /** Whether it could be. */
  approve(request: Request): boolean;
  ask(request: Request): void;
  dontAsk(): void;
  type(id: string, reason: string): void;
  giveBack(request: Request, reason: string): void;
  lookAgain(studentId: string, request: Request): void;
  approveChosen(): void;
  askForChosen(): void;
}

/** The table itself. One line that waits can be reached by Tab, the others from it by arrows. */
export function ReviewTable({
  groups,
  showsClass,
  state,
  actions,
}: {
  groups: readonly Group[];
  showsClass: boolean;
  state: GridState;
  actions: GridActions;
}) {
  const words = useCatalogue(reviewWords);
  const table = useRef<HTMLTableElement>(null);
  const [visited, setVisited] = useState<string>();
  const waiting = groups.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === "waiting" ? [line] : [])),
  );
  const active = waiting.some(({ id }) => id === visited) ? visited : waiting[0]?.id;

  const focus = (id: string | undefined) =>
    table.current?.querySelector<HTMLElement>(`[data-line="${id}"] .pick input`)?.focus();
  /** The next line that nothing has been decided about, or the one before where there is none. */
  const goOnFrom = (id: string) => {
    const at = waiting.findIndex((line) => line.id === id);
    const isOpen = (line: (typeof waiting)[number]) =>
      line.id !== id && !state.decisions.busy.has(line.id) && line.request.status === "PENDING";
    focus((waiting.slice(at + 1).find(isOpen) ?? waiting.slice(0, at).findLast(isOpen))?.id);
  };

  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>("[data-line]")?.dataset.line;
    const line = waiting.find((each) => each.id === id);
    if (!line || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const at = waiting.indexOf(line);
    const approveAndGoOn = () => {
      if (actions.approve(line.request)) goOnFrom(line.id);
    };
    // Letters by their place on the keyboard: an input method may be on.
    const does = new Map<string, () => void>([
      ["ArrowDown", () => focus(waiting[at + 1]?.id)],
      ["ArrowUp", () => focus(waiting[at - 1]?.id)],
      ["Home", () => focus(waiting[0]?.id)],
      ["End", () => focus(waiting.at(-1)?.id)],
      ["KeyA", () => (event.shiftKey ? actions.approveChosen() : approveAndGoOn())],
      ["KeyR", () => (event.shiftKey ? actions.askForChosen() : actions.ask(line.request))],
    ]);
    const act = does.get(event.code);
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className="table-wrap">
      <table className="review" ref={table} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.columns.choose}</span>
            </th>
            <th scope="col">{words.columns.student}</th>
            <th scope="col">{words.columns.check}</th>
            <th scope="col">{words.columns.account}</th>
            <th scope="col">{words.columns.review}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ student, lines }) =>
            lines.map((line, at) => (
              <Fragment key={line.id}>
                <ReviewLine
                  line={line}
                  student={at === 0 ? student : undefined}
                  name={seatAndName(student)}
                  studentId={student.id}
                  className={showsClass ? student.schoolClass?.name : undefined}
                  span={lines.length + lines.filter(({ id }) => id === state.asking).length}
                  isActive={line.id === active}
                  onVisit={() => setVisited(line.id)}
                  onDecided={() => goOnFrom(line.id)}
                  state={state}
                  actions={actions}
                />
                {line.kind === "waiting" && line.id === state.asking && (
                  <tr className="reason-row">
                    {/* The student's cell spans it. */}
                    <td />
                    <td colSpan={3}>
                      <ReasonForm
                        about={`${seatAndName(student)} ${line.request.guardian?.name ?? ""}`}
                        value={state.reasons.get(line.id) ?? ""}
                        offered={state.offered}
                        onType={(reason) => actions.type(line.id, reason)}
                        onSend={(reason) => {
                          actions.giveBack(line.request, reason);
                          goOnFrom(line.id);
                        }}
                        onCancel={() => {
                          actions.dontAsk();
                          focus(line.id);
                        }}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
