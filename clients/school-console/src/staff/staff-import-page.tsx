import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert, Waiting } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useOffice } from "../office/office";
import { FileDrop } from "../sheet/file-drop";
import { save } from "../sheet/save";
import type { School } from "../shell/staff";
import { importWords } from "../words/import";
import { shellWords } from "../words/shell";
import { staffWords } from "../words/staff";
import { staffImportWords } from "../words/staff-import";
import { StaffPlanTable } from "./staff-plan";
import { StaffProblems } from "./staff-problems";
import { type StaffPlan, useStaffImport } from "./use-staff-import";

const example =
  "\uFEFF姓名,電子郵件,職務,開始日期,結束日期\r\n王小明,wang@school.example,註冊組,115/08/01,\r\n";

/** Many at once, by a sheet, with nothing done before it was seen. */
export function StaffImportPage({ room }: { room: string }) {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(staffImportWords);
  const { wholeCity } = useCatalogue(staffWords);
  const { school } = useOffice();
  return (
    <Page title={words.title(school?.name ?? wholeCity)} app={app} backTo={`${room}/staff`}>
      {school ? <SheetOf school={school} /> : <p className="lead">{words.chooseSchool}</p>}
    </Page>
  );
}

function SheetOf({ school }: { school: School }) {
  const words = useCatalogue(staffImportWords);
  const ofSheets = useCatalogue(importWords);
  const sheets = useStaffImport(school.code);
  const { sheet, plan, done, unreadable, tryOut, carryOut, isStale } = sheets;
  return (
    <>
      <p className="lead">{words.lead}</p>
      <p className="actions-line">
        <Button
          kind="quiet"
          onClick={() => save(new Blob([example], { type: "text/csv" }), words.exampleName)}
        >
          {words.example}
        </Button>
      </p>
      <FileDrop hasSheet={sheet !== undefined} onFile={(file) => void sheets.drop(file)} />
      <div role="alert">
        {unreadable && (
          <p className="alert" data-code={unreadable.reason}>
            {ofSheets.unreadable[unreadable.reason](unreadable.line ?? 0)}
          </p>
        )}
      </div>
      {sheet && (
        <p className="read">
          <strong>{sheet.fileName}</strong> {ofSheets.read(sheet.kind, sheet.rows.length)}
        </p>
      )}
      <FailureAlert failure={tryOut.failure ?? carryOut.failure} />
      {tryOut.isRunning && !plan && <Waiting />}
      {plan && !done && (
        <>
          <StaffProblems sheets={sheets} plan={plan} />
          {plan.problems.length > 0 && (
            <div className="bulk">
              <Button kind={isStale ? "main" : "quiet"} isBusy={tryOut.isRunning} onClick={sheets.checkAgain}>
                {ofSheets.checkAgain}
              </Button>
            </div>
          )}
          {plan.problems.length === 0 && <StaffPlanTable plan={plan} />}
          <CarryOut
            plan={plan}
            isStale={isStale}
            isBusy={carryOut.isRunning}
            onCarryOut={() => void carryOut.run()}
          />
        </>
      )}
      {done && (
        <section className="done-import" aria-live="polite">
          <h2>{words.done(countOf(done, "APPOINTED"), countOf(done, "AWAITS_APPROVAL"))}</h2>
          <div className="actions-line">
            <Button kind="plain" onClick={sheets.startAgain}>
              {ofSheets.another}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}

function CarryOut({
  plan,
  isStale,
  isBusy,
  onCarryOut,
}: {
  plan: StaffPlan;
  isStale: boolean;
  isBusy: boolean;
  onCarryOut(): void;
}) {
  const words = useCatalogue(staffImportWords);
  const ofSheets = useCatalogue(importWords);
  const isOpen = plan.problems.length > 0;
  const isVain = !isOpen && plan.lines.every(({ outcome }) => outcome === "HELD");
  const why = isStale
    ? ofSheets.checkFirst
    : isOpen
      ? words.openFirst
      : isVain
        ? words.nothingToDo
        : undefined;
  return (
    <div className="bulk">
      <Button isBusy={isBusy} disabled={why !== undefined} onClick={onCarryOut}>
        {words.carryOut}
      </Button>
      {why && <p className="hint">{why}</p>}
    </div>
  );
}

function countOf({ lines }: StaffPlan, outcome: StaffPlan["lines"][number]["outcome"]): number {
  return lines.filter((line) => line.outcome === outcome).length;
}
