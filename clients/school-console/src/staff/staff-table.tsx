import { UndoStaffRoleEndDocument } from "@campus-graph/clients/generated/operations";
import { FailureAlert } from "@campus-graph/ui/components/loaded";
import { formatDayInTable } from "@campus-graph/ui/format/dates";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { CareDialog } from "../it/accounts/account-acts";
import { useOffice } from "../office/office";
import { shellWords } from "../words/shell";
import { staffWords } from "../words/staff";
import { ApproveRole } from "./approve-role";
import { EndRole } from "./end-role";
import type { RoleName, StaffRole } from "./roles";
import { useWhose } from "./use-whose";

type Act = "approve" | "end" | "undo" | "reset";

interface TableProps {
  roles: readonly StaffRole[];
  /** Something was done, in these words. */
  onChanged(what: string): void;
}

/** The roles, each with what can be done to it. */
export function StaffTable({ roles, onChanged }: TableProps) {
  const words = useCatalogue(staffWords);
  const { school } = useOffice();
  const whose = useWhose();
  const mutate = useMutate();
  const [asked, setAsked] = useState<{ act: Act; role: StaffRole }>();
  const undo = useAct(async (role: StaffRole) => {
    await mutate(UndoStaffRoleEndDocument, { id: role.id });
    onChanged(words.undo.done(whose(role)));
  });
  const ask = (act: Act, role: StaffRole) => {
    undo.clear();
    if (act === "undo") void undo.run(role);
    else setAsked({ act, role });
  };
  const close = () => setAsked(undefined);
  const done = (what: string) => {
    close();
    onChanged(what);
  };
  return (
    <>
      <FailureAlert failure={undo.failure} />
      <div className="table-wrap">
        <table className="staff">
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              {[
                words.who,
                words.role,
                ...(school ? [words.class] : [words.school]),
                words.from,
                words.until,
                words.state,
                words.act,
              ].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <Row key={role.id} role={role} onAsk={ask} />
            ))}
          </tbody>
        </table>
      </div>
      {asked?.act === "approve" && <ApproveRole role={asked.role} onDone={done} onLeave={close} />}
      {asked?.act === "end" && <EndRole role={asked.role} onDone={done} onLeave={close} />}
      {asked?.act === "reset" && asked.role.account && (
        <CareDialog
          act="resetFactor"
          account={{ id: asked.role.account.id, maskedName: asked.role.name }}
          onDone={() => done(words.reset.done(asked.role.name))}
          onLeave={close}
        />
      )}
    </>
  );
}

function Row({ role, onAsk }: { role: StaffRole; onAsk(act: Act, role: StaffRole): void }) {
  const words = useCatalogue(staffWords);
  const { language } = useLanguage();
  const { room } = useCatalogue(shellWords);
  const { school: chosen } = useOffice();
  const whose = useWhose();
  const { name, email, from, until, state, endedFrom, school, schoolClass } = role;
  return (
    <tr className={`staff-${state.toLowerCase()}`}>
      <th scope="row">
        {name}
        <br />
        <small>{email}</small>
      </th>
      <td>{room[role.role as RoleName]}</td>
      <td>{chosen ? schoolClass?.name : (school?.name ?? words.ofTheCity)}</td>
      <td>{formatDayInTable(from, language)}</td>
      <td>{until === null ? words.withoutEnd : formatDayInTable(until, language)}</td>
      <td>
        <span className="staff-state">{words.states[state]}</span>
        {endedFrom !== null && state !== "OVER" && (
          <small>{words.endsFrom(formatDayInTable(endedFrom, language))}</small>
        )}
      </td>
      <td>
        {role.isOwn ? (
          <small>{words.own}</small>
        ) : (
          <div className="staff-acts">
            {state === "AWAITS_APPROVAL" && !role.mayApprove && <small>{words.awaitsAnother}</small>}
            {actsOn(role).map((act) => (
              <button
                key={act}
                type="button"
                className="button quiet small"
                aria-label={`${actWord(words, act, role)}：${whose(role)}`}
                onClick={() => onAsk(act, role)}
              >
                {actWord(words, act, role)}
              </button>
            ))}
          </div>
        )}
      </td>
    </tr>
  );
}

function actsOn({ state, mayApprove, endedFrom }: StaffRole): readonly Act[] {
  if (state === "OVER") return [];
  const ends = endedFrom === null ? (["end"] as const) : (["undo", "end"] as const);
  if (state === "AWAITS_APPROVAL") return [...(mayApprove ? (["approve"] as const) : []), ...ends];
  return [...ends, "reset"];
}

function actWord(words: (typeof staffWords)["en"], act: Act, { state }: StaffRole): string {
  if (act === "end" && state === "AWAITS_APPROVAL") return words.end.withdraw;
  return words[act].act;
}
