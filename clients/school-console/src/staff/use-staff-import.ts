import { ImportStaffDocument, type ImportStaffMutation } from "@campus-graph/clients/generated/operations";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useState } from "react";
import { type Cells, writeCsv } from "../sheet/csv";
import { type ReadSheet, readFile } from "../sheet/read-file";
import { UnreadableFile } from "../sheet/unreadable";

export type StaffPlan = ImportStaffMutation["importStaff"];
export type StaffProblem = StaffPlan["problems"][number];

/** A sheet of staff from the file to the books: read, tried, corrected, tried again, done. */
export function useStaffImport(schoolCode: string) {
  const mutate = useMutate();
  const [sheet, setSheet] = useState<ReadSheet>();
  const [unreadable, setUnreadable] = useState<UnreadableFile>();
  const [plan, setPlan] = useState<StaffPlan>();
  const [isStale, setStale] = useState(false);
  const [done, setDone] = useState<StaffPlan>();

  const ask = async (rows: Cells, dryRun: boolean) => {
    const input = { schoolCode, content: writeCsv(rows), dryRun };
    return (await mutate(ImportStaffDocument, { input })).importStaff;
  };
  const tryOut = useAct(async (rows: Cells) => {
    setPlan(await ask(rows, true));
    setStale(false);
  });
  const carryOut = useAct(async () => {
    const result = await ask(sheet!.rows, false);
    if (result.applied) setDone(result);
    else setPlan(result);
  });
  const begin = (next: ReadSheet | undefined) => {
    setSheet(next);
    setUnreadable(undefined);
    setPlan(undefined);
    setDone(undefined);
    tryOut.clear();
    carryOut.clear();
    if (next) void tryOut.run(next.rows);
  };

  return {
    sheet,
    unreadable,
    plan,
    /** Whether cells were changed since the plan was made. */
    isStale,
    done,
    tryOut,
    carryOut,
    async drop(file: File) {
      try {
        begin(await readFile(file));
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        begin(undefined);
        setUnreadable(error);
      }
    },
    change(row: number, column: number, value: string) {
      const rows = sheet!.rows.map((cells, at) => {
        if (at !== row) return cells;
        const longer = [...cells, ...Array<string>(Math.max(0, column + 1 - cells.length)).fill("")];
        return longer.with(column, value);
      });
      setSheet({ ...sheet!, rows });
      setStale(true);
    },
    checkAgain: () => void tryOut.run(sheet!.rows),
    startAgain: () => begin(undefined),
  };
}

export type StaffImport = ReturnType<typeof useStaffImport>;
