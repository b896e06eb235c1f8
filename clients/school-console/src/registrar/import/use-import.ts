import { ImportRosterDocument, type ImportRosterMutation } from "@campus-graph/clients/generated/operations";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useState } from "react";
import { type Cells, readCsv, writeCsv } from "../../sheet/csv";
import { type ReadSheet, readFile } from "../../sheet/read-file";
import { UnreadableFile } from "../../sheet/unreadable";

export type Plan = ImportRosterMutation["importRoster"];
export type Problem = Plan["problems"][number];

/** What the registrar has said is as it should be. */
interface Confirmed {
  problems: ReadonlySet<string>;
  leavers: number | null;
}

const nothing: Confirmed = { problems: new Set(), leavers: null };

/** A sheet from the file to the books: read, tried, corrected, tried again, done, and undone by the sheet of before. */
export function useImport(schoolCode: string) {
  const mutate = useMutate();
  const [sheet, setSheet] = useState<ReadSheet>();
  const [unreadable, setUnreadable] = useState<UnreadableFile>();
  const [plan, setPlan] = useState<Plan>();
  const [isStale, setStale] = useState(false);
  const [confirmed, setConfirmed] = useState(nothing);
  const [done, setDone] = useState<Plan>();
  /** The classes that an import made, while it is being undone. */
  const [ending, setEnding] = useState<readonly string[]>([]);

  const importSheet = async (
    rows: Cells,
    dryRun: boolean,
    confirmations: Confirmed,
    removeClasses = ending,
  ) => {
    const { importRoster } = await mutate(ImportRosterDocument, {
      input: {
        schoolCode,
        format: "CLASS_SHEET_CSV",
        content: writeCsv(rows),
        dryRun,
        keepBefore: !dryRun,
        removeClasses,
        confirmations: [...confirmations.problems],
        ...(confirmations.leavers !== null && { confirmLeavers: confirmations.leavers }),
      },
    });
    return importRoster;
  };
  const tryOut = useAct(async (rows: Cells, confirmations: Confirmed, removeClasses?: readonly string[]) => {
    setPlan(await importSheet(rows, true, confirmations, removeClasses));
    setStale(false);
  });
  const carryOut = useAct(async () => {
    const result = await importSheet(sheet!.rows, false, confirmed);
    if (result.applied) setDone(result);
    else setPlan(result);
  });

  const take = (next: ReadSheet, removeClasses: readonly string[] = []) => {
    setSheet(next);
    setUnreadable(undefined);
    setPlan(undefined);
    setDone(undefined);
    setConfirmed(nothing);
    setEnding(removeClasses);
    void tryOut.run(next.rows, nothing, removeClasses);
  };

  return {
    sheet,
    unreadable,
    plan,
    /** Whether cells were changed since the plan was made. */
    isStale,
    confirmed,
    done,
    tryOut,
    carryOut,
    async drop(file: File) {
      try {
        take(await readFile(file));
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        setUnreadable(error);
      }
    },
    /** The sheet of before, looked at like any other before it is handed in; the classes that were made end with it. */
    goBack: ({ before, newClasses }: Plan, fileName: string) =>
      take({ fileName, kind: "UTF-8", rows: readCsv(before ?? "") }, newClasses),
    change(row: number, column: number, value: string) {
      const rows = sheet!.rows.map((cells, at) => {
        if (at !== row) return cells;
        const longer = [...cells, ...Array<string>(Math.max(0, column + 1 - cells.length)).fill("")];
        return longer.with(column, value);
      });
      setSheet({ ...sheet!, rows });
      setStale(true);
    },
    checkAgain: () => tryOut.run(sheet!.rows, confirmed),
    confirm(problem: Problem, isSo: boolean, leaving: number) {
      if (!problem.confirmation) return setConfirmed({ ...confirmed, leavers: isSo ? leaving : null });
      const problems = new Set(confirmed.problems);
      if (isSo) problems.add(problem.confirmation);
      else problems.delete(problem.confirmation);
      setConfirmed({ ...confirmed, problems });
    },
    startAgain() {
      setSheet(undefined);
      setPlan(undefined);
      setDone(undefined);
      setConfirmed(nothing);
      setEnding([]);
    },
  };
}

export type Import = ReturnType<typeof useImport>;
