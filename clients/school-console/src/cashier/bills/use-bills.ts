import type { Connection } from "@campus-graph/clients/connect";
import {
  type BillFilterInput,
  CashierBillsDocument,
  type CashierBillsQuery,
} from "@campus-graph/clients/generated/operations";
import { type Failure, failureOf } from "@campus-graph/ui/graph/failure";
import { useConnection } from "@campus-graph/ui/graph/graph-provider";
import { useCallback, useEffect, useRef, useState } from "react";

export type ListedBill = CashierBillsQuery["schoolBills"]["edges"][number]["node"];

interface Read {
  /** The filter that they were read for. */
  key: string;
  bills: readonly ListedBill[];
  next: string | null;
  failure: Failure | undefined;
}

/** The most that the graph gives at once. */
const pageSize = 100;

/** The bills that a filter means, page by page as somebody comes near their end. */
export function useBills(schoolCode: string, filter: BillFilterInput) {
  const connection = useConnection();
  const [read, setRead] = useState<Read>();
  const [isFetching, setFetching] = useState(true);
  const latest = useRef(0);
  const isUnderWay = useRef(false);
  const key = JSON.stringify(filter);
  const [round, setRound] = useState(0);

  const load = useCallback(
    async (before: readonly ListedBill[], after: string | null) => {
      const mine = ++latest.current;
      isUnderWay.current = true;
      setFetching(true);
      try {
        const page = await readBills(connection, schoolCode, JSON.parse(key), after);
        if (mine === latest.current)
          setRead({ key, bills: [...before, ...page.bills], next: page.next, failure: undefined });
      } catch (error) {
        if (mine === latest.current) setRead({ key, bills: before, next: after, failure: failureOf(error) });
      } finally {
        if (mine === latest.current) {
          isUnderWay.current = false;
          setFetching(false);
        }
      }
    },
    [connection, schoolCode, key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further round asks the same once more.
  useEffect(() => void load([], null), [load, round]);

  const near = useCallback(
    (place: number) => {
      if (
        read?.next &&
        read.key === key &&
        !read.failure &&
        !isUnderWay.current &&
        place > read.bills.length - pageSize / 2
      )
        void load(read.bills, read.next);
    },
    [read, key, load],
  );
  return {
    data: read?.bills,
    readFor: read?.key,
    failure: read?.failure,
    isWhole: read !== undefined && read.next === null,
    isFetching,
    near,
    again: () => setRound((before) => before + 1),
  };
}

/** Every bill that the filter means, to take along. */
export async function readAllBills(
  connection: Connection,
  schoolCode: string,
  filter: BillFilterInput,
): Promise<ListedBill[]> {
  const all: ListedBill[] = [];
  let after: string | null = null;
  do {
    const page: { bills: ListedBill[]; next: string | null } = await readBills(
      connection,
      schoolCode,
      filter,
      after,
    );
    all.push(...page.bills);
    after = page.next;
  } while (after);
  return all;
}

async function readBills(
  connection: Connection,
  schoolCode: string,
  filter: BillFilterInput,
  after: string | null,
): Promise<{ bills: ListedBill[]; next: string | null }> {
  const { schoolBills } = await connection.query(CashierBillsDocument, {
    schoolCode,
    filter,
    first: pageSize,
    ...(after && { after }),
  });
  const { hasNextPage, endCursor } = schoolBills.pageInfo;
  return {
    bills: schoolBills.edges.map(({ node }) => node),
    next: hasNextPage ? (endCursor ?? null) : null,
  };
}
