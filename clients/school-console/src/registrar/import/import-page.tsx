import { Button } from "@campus-graph/ui/components/button";
import { FailureAlert, Waiting } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { FileDrop } from "../../sheet/file-drop";
import { save } from "../../sheet/save";
import { importWords } from "../../words/import";
import { shellWords } from "../../words/shell";
import { ColumnList } from "./column-list";
import { PlanView } from "./plan-view";
import { ProblemTable } from "./problem-table";
import { useImport } from "./use-import";

/** A class sheet from a file into the books, with nothing done before it was seen. */
export function ImportPage({ schoolCode }: { schoolCode: string }) {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(importWords);
  const sheets = useImport(schoolCode);
  const { sheet, plan, done, tryOut, carryOut, isStale, unreadable } = sheets;
  const isOpen = plan?.problems.some(
    ({ severity, confirmation }) =>
      severity === "ERROR" ||
      (severity === "CONFIRMATION" &&
        !(confirmation
          ? sheets.confirmed.problems.has(confirmation)
          : sheets.confirmed.leavers === plan.left)),
  );
  const download = async () => {
    const { writeXlsx } = await import("../../sheet/xlsx");
    save(await writeXlsx(sheet!.rows), `${sheet!.fileName.replace(/\.\w+$/, "")}-${words.corrected}.xlsx`);
  };
  return (
    <Page title={words.title} app={app}>
      <FileDrop hasSheet={sheet !== undefined} onFile={(file) => void sheets.drop(file)} />
      <div role="alert">
        {unreadable && (
          <p className="alert" data-code={unreadable.reason}>
            {words.unreadable[unreadable.reason](unreadable.line ?? 0)}
          </p>
        )}
      </div>
      {sheet && (
        <p className="read">
          <strong>{sheet.fileName}</strong> {words.read(sheet.kind, sheet.rows.length)}
        </p>
      )}
      <FailureAlert failure={tryOut.failure ?? carryOut.failure} />
      {tryOut.isRunning && !plan && <Waiting />}
      {sheet && plan && !done && (
        <>
          <ColumnList sheets={sheets} />
          <ProblemTable sheets={sheets} />
          <div className="bulk">
            <Button
              kind={isStale ? "main" : "quiet"}
              isBusy={tryOut.isRunning}
              onClick={() => void sheets.checkAgain()}
            >
              {words.checkAgain}
            </Button>
            <Button kind="quiet" onClick={() => void download()}>
              {words.download}
            </Button>
          </div>
          <PlanView plan={plan} />
          <div className="bulk">
            <Button
              isBusy={carryOut.isRunning}
              disabled={isOpen || isStale}
              onClick={() => void carryOut.run()}
            >
              {words.carryOut}
            </Button>
            {(isOpen || isStale) && <p className="hint">{isStale ? words.checkFirst : words.openFirst}</p>}
          </div>
        </>
      )}
      {done && (
        <section className="done-import" aria-live="polite">
          <h2>{words.done(done)}</h2>
          <div className="actions-line">
            {done.before && (
              <>
                <Button kind="quiet" onClick={() => sheets.goBack(done, words.beforeName)}>
                  {words.undo}
                </Button>
                <Button
                  kind="quiet"
                  onClick={() =>
                    save(new Blob(["\uFEFF", done.before!], { type: "text/csv" }), words.beforeName)
                  }
                >
                  {words.saveBefore}
                </Button>
              </>
            )}
            <Button kind="plain" onClick={sheets.startAgain}>
              {words.another}
            </Button>
          </div>
          <p className="hint">{words.undoHint}</p>
        </section>
      )}
    </Page>
  );
}
