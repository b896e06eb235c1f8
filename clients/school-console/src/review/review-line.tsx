import { FailureSentence } from "@campus-graph/ui/components/loaded";
import { formatDayInTable, formatMoment } from "@campus-graph/ui/format/dates";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { reviewWords } from "../words/review";
import { AccountCell } from "./account-cell";
import { canApprove, canReturn } from "./can-decide";
import type { GridActions, GridState } from "./review-table";
import { type Line, type Request, type Row, seatAndName } from "./rows";
import type { Outcome } from "./use-decisions";
import { hasChanged } from "./watch";

interface LineProps {
  line: Line;
  /** Only on the first line of a student, whose name spans the others. */
  student: Row["student"] | undefined;
  studentId: string;
  name: string;
  className: string | undefined;
  span: number;
  isActive: boolean;
  onVisit(): void;
  onDecided(): void;
  state: GridState;
  actions: GridActions;
}

export function ReviewLine({ line, student, name, className, span, ...rest }: LineProps) {
  const words = useCatalogue(reviewWords);
  const { language } = useLanguage();
  const head = student && (
    <th scope="row" rowSpan={span}>
      {seatAndName(student)}
      {className && <small>{className}</small>}
    </th>
  );
  if (line.kind === "none")
    return (
      <tr className="none">
        <td />
        {head}
        <td />
        <td>{words.notApplied}</td>
        <td />
      </tr>
    );
  if (line.kind === "bound") {
    const { relationship, request, since } = line.binding;
    const isJustDecided = request && rest.state.watched.gone.has(request.id);
    return (
      <tr className="bound">
        <td />
        {head}
        <td />
        <td>
          <AccountCell
            guardian={request?.guardian ?? null}
            requestId={request?.id}
            relationship={relationship}
            otherRelationship={request?.otherRelationship ?? null}
          />
        </td>
        <td>
          <span className={isJustDecided ? "outcome approved" : "since"}>
            {words.bound(formatDayInTable(since, language))}
          </span>
        </td>
      </tr>
    );
  }
  if (line.kind === "gone") {
    const outcome = rest.state.decisions.outcomeOf(line.request);
    return (
      <tr className="gone">
        <td />
        {head}
        <td />
        <td>
          <AccountCell {...line.request} />
        </td>
        <td>
          {outcome && outcome.act !== "refused" ? (
            <OutcomeWords outcome={outcome} />
          ) : (
            <span className="outcome elsewhere">{words.decidedElsewhere}</span>
          )}
        </td>
      </tr>
    );
  }
  return <WaitingLine {...rest} request={line.request} name={name} head={head} />;
}

function WaitingLine({
  request,
  name,
  head,
  studentId,
  isActive,
  onVisit,
  onDecided,
  state,
  actions,
}: Pick<LineProps, "studentId" | "isActive" | "onVisit" | "onDecided" | "state" | "actions"> & {
  request: Request;
  name: string;
  head: React.ReactNode;
}) {
  const words = useCatalogue(reviewWords);
  const { language } = useLanguage();
  const { id } = request;
  const shown = state.watched.seen.get(id)?.request ?? request;
  const isChanged = hasChanged(shown, request);
  const isBusy = state.decisions.busy.has(id);
  const outcome = state.decisions.outcomeOf(request);
  const isOpen = canReturn(shown, request) && !isBusy;
  const tabIndex = isActive ? 0 : -1;
  return (
    <tr data-line={id} className={isChanged ? "changed" : undefined} onFocus={onVisit}>
      <td className="pick">
        <input
          type="checkbox"
          tabIndex={tabIndex}
          aria-label={words.pick(name, request.guardian?.name ?? "")}
          checked={state.chosen.has(id)}
          aria-disabled={!isOpen || undefined}
          onChange={(event) => isOpen && actions.choose(id, event.target.checked)}
        />
      </td>
      {head}
      <td>
        <span className={`check-${request.dataCheck.toLowerCase()}`}>{words.checks[request.dataCheck]}</span>
      </td>
      <td>
        <AccountCell {...request} requestId={id} tabIndex={tabIndex} before={isChanged ? shown : undefined} />
        <p className="when">
          {state.watched.fresh.has(id) && <strong className="new">{words.isNew}</strong>}
          {request.appliedAt && words.applied(formatMoment(request.appliedAt, language))}
        </p>
        <LoginNotes request={request} tabIndex={tabIndex} state={state} actions={actions} />
        {request.provisionRefusal && <p className="note">{request.provisionRefusal.message}</p>}
      </td>
      <td>
        {isChanged && (
          <div className="note" role="status">
            <p>{words.changed}</p>
            <button
              type="button"
              className="button quiet small"
              tabIndex={tabIndex}
              onClick={() => actions.lookAgain(studentId, request)}
            >
              {words.haveSeen}
            </button>
          </div>
        )}
        {request.status === "APPROVED" && <span className="outcome">{words.awaitsOwner}</span>}
        {isOpen && (
          <div className="actions-line">
            <button
              type="button"
              className="button main small"
              tabIndex={tabIndex}
              disabled={!canApprove(shown, request, state.confirmed)}
              onClick={() => actions.approve(request) && onDecided()}
            >
              {words.approve}
            </button>
            <button
              type="button"
              className="button quiet small"
              tabIndex={tabIndex}
              aria-expanded={state.asking === id}
              onClick={() => actions.ask(request)}
            >
              {words.return}
            </button>
          </div>
        )}
        {isBusy ? (
          <span className="outcome">{words.working}</span>
        ) : (
          outcome && <OutcomeWords outcome={outcome} />
        )}
      </td>
    </tr>
  );
}

/** What a reviewer must know of the login before they decide. */
function LoginNotes({
  request: { id, guardian },
  tabIndex,
  state,
  actions,
}: {
  request: Request;
  tabIndex: number;
  state: GridState;
  actions: GridActions;
}) {
  const words = useCatalogue(reviewWords);
  if (guardian === null) return <p className="note">{words.guardianUnknown}</p>;
  if (guardian.loginCheck === "TAKEN") return <p className="note">{words.taken}</p>;
  if (guardian.loginCheck === "PERSON_HAS_ACCOUNT") return <p className="note">{words.hasAccount}</p>;
  if (guardian.loginCheck !== "ID_CHANGED") return null;
  return (
    <label className="note same-person">
      <input
        type="checkbox"
        tabIndex={tabIndex}
        checked={state.confirmed.has(id)}
        onChange={(event) => actions.confirm(id, event.target.checked)}
      />
      {words.samePerson(guardian.formerMaskedNationalId ?? "")}
    </label>
  );
}

function OutcomeWords({ outcome }: { outcome: Outcome }) {
  const words = useCatalogue(reviewWords);
  if (outcome.act === "approved") return <span className="outcome approved">{words.approved}</span>;
  if (outcome.act === "returned") return <span className="outcome">{words.returned(outcome.reason)}</span>;
  return (
    <span className="outcome refused" data-code={outcome.why.code}>
      <FailureSentence failure={outcome.why} />
    </span>
  );
}
