import { anonymous } from "@campus-graph/kit/auth/viewer";
import { paymentsConfiguration } from "@campus-graph/payments/config";
import { createPayments } from "@campus-graph/payments/subgraph";
import { issueBills } from "@campus-graph/payments/use-cases/issue-bills";
import { taipeiDay } from "../city/taipei-day.js";
import type { Committed, IssueOrder } from "./orders.js";

/** The real payments, which also issues bills when the benchmark sends a message: by a cashier's use case, answered when it has committed. */
const payments = await createPayments(paymentsConfiguration.read(process.env));
const cashier = {
  ...anonymous,
  subject: "0195d000-0000-7000-8000-000000000008",
  assurance: "signed-in" as const,
};

process.on("message", ({ schoolCode, studentIds }: IssueOrder) => {
  issue(schoolCode, studentIds).then(
    (committed) => process.send?.(committed),
    (error: Error) => process.send?.({ failed: error.stack } satisfies Committed),
  );
});
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void payments.stop().then(() => process.exit(0)));
process.send?.("ready");

async function issue(schoolCode: string, studentIds: string[]): Promise<Committed> {
  const rows = await issueBills(
    payments.contextFor({ ...cashier, roles: [{ role: "CASHIER", schoolCode }] }),
    {
      schoolCode,
      title: "115 學年度第 1 學期午餐費",
      dueDate: taipeiDay(14),
      items: [{ name: "午餐費", amount: 680 }],
      classIds: [],
      studentIds,
      channels: null,
      again: true,
      idempotencyKey: crypto.randomUUID(),
    },
  );
  const committedAt = performance.timeOrigin + performance.now();
  return { committedAt, billIds: rows.flatMap(({ billId }) => (billId ? [billId] : [])) };
}
