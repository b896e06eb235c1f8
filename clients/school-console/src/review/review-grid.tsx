import { LastReturnReasonsDocument } from "@campus-graph/clients/generated/operations";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useMemo, useRef, useState } from "react";
import { reviewWords } from "../words/review";
import { BulkBar } from "./bulk-bar";
import { canApprove, canReturn } from "./can-decide";
import { type Filter, Glance } from "./glance";
import { KeysHelp } from "./keys-help";
import { type GridActions, ReviewTable } from "./review-table";
import { groupsOf, type Request, type Row, stateOf } from "./rows";
import { useDecisions } from "./use-decisions";
import { useWatched } from "./use-watched";

const toggled = (set: ReadonlySet<string>, id: string, isIn: boolean) => {
  const next = new Set(set);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
};

/** The class grid, and all that is typed and chosen in it, which no newer answer takes away. */
export function ReviewGrid({
  rows,
  readAnew,
  showsClass = false,
}: {
  rows: readonly Row[];
  readAnew(): void;
  showsClass?: boolean;
}) {
  const words = useCatalogue(reviewWords);
  const { watched, lookAgain } = useWatched(rows);
  const decisions = useDecisions(readAnew);
  const [filter, setFilter] = useState<Filter>("all");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [asking, setAsking] = useState<string>();
  const [isAskingAll, setAskingAll] = useState(false);
  const lastReasons = useQuery(LastReturnReasonsDocument).data?.lastReturnReasons ?? [];
  const given = useRef<string[]>([]);
  const offered = [...new Set([...given.current, ...lastReasons, ...words.commonReasons])].slice(0, 8);

  const waiting = rows.flatMap(({ pending }) => pending);
  const shownOf = (request: Request) => watched.seen.get(request.id)?.request ?? request;
  const open = waiting.filter((request) => canReturn(shownOf(request), request));
  const picked = open.filter(({ id }) => chosen.has(id) && !decisions.busy.has(id));

  const groups = useMemo(
    () =>
      groupsOf(rows, watched.gone).filter(({ lines }, at) => {
        // What was decided a moment ago stays in sight.
        const isWaiting = lines.some(({ kind }) => kind === "gone");
        return filter === "all" || stateOf(rows[at]!) === filter || (filter === "waiting" && isWaiting);
      }),
    [rows, watched.gone, filter],
  );

  const actions: GridActions = {
    choose: (id, isIn) => setChosen((now) => toggled(now, id, isIn)),
    confirm: (id, isIn) => setConfirmed((now) => toggled(now, id, isIn)),
    approve: (request) => {
      const can = canApprove(shownOf(request), request, confirmed);
      if (can) void decisions.approve([request], confirmed);
      return can;
    },
    ask: (request) => canReturn(shownOf(request), request) && setAsking(request.id),
    dontAsk: () => setAsking(undefined),
    type: (id, reason) => setReasons((now) => new Map(now).set(id, reason)),
    giveBack: (request, reason) => {
      setAsking(undefined);
      given.current = [reason, ...given.current];
      void decisions.giveBack([request], reason);
    },
    lookAgain,
    approveChosen: () => picked.length > 0 && void decisions.approve(picked, confirmed),
    askForChosen: () => picked.length > 0 && setAskingAll(true),
  };
  const tally = Object.groupBy(decisions.outcomes, ({ act }) => act);
  const announcement = words.told(
    tally.approved?.length ?? 0,
    tally.returned?.length ?? 0,
    tally.refused?.length ?? 0,
  );

  return (
    <>
      <Glance rows={rows} filter={filter} onFilter={setFilter} />
      <p role="status" className="tally">
        {announcement}
      </p>
      {waiting.length === 0 && <p className="hint">{words.nothingWaits}</p>}
      {open.length > 0 && (
        <BulkBar
          picked={picked}
          isAsking={isAskingAll}
          offered={offered}
          reason={reasons.get("") ?? ""}
          onType={(reason) => actions.type("", reason)}
          onChooseMatching={() =>
            setChosen(
              new Set(
                open
                  .filter((each) => each.dataCheck === "MATCH" && canApprove(shownOf(each), each, confirmed))
                  .map(({ id }) => id),
              ),
            )
          }
          onChooseNone={() => setChosen(new Set())}
          onApprove={actions.approveChosen}
          onAsk={actions.askForChosen}
          onDontAsk={() => setAskingAll(false)}
          onReturn={(reason) => {
            setAskingAll(false);
            given.current = [reason, ...given.current];
            void decisions.giveBack(picked, reason);
          }}
        />
      )}
      <ReviewTable
        groups={groups}
        showsClass={showsClass}
        state={{ watched, decisions, chosen, confirmed, reasons, asking, offered }}
        actions={actions}
      />
      <KeysHelp />
    </>
  );
}
