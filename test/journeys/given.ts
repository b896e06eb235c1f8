import type { Connection } from "@campus-graph/clients/connect";
import { IssueBillsDocument, MyBindingsDocument } from "@campus-graph/clients/generated/operations";

/** The demo city's school with a cashier: 內湖國小. */
export const elementary = "403601";

/** The children of the demo city's families, by the masked names under which everybody sees them. */
export const children = { younger: "林O佑", elder: "林O恩", wu: "吳O貴" } as const;

/** The id of a guardian's child, at that school where there are several of the name. */
export async function childOf(
  guardian: Connection,
  maskedName: string,
  schoolCode?: string,
): Promise<string> {
  const { myBindings } = await guardian.query(MyBindingsDocument);
  const child = myBindings
    .map(({ student }) => student)
    .find((student) => {
      return student?.maskedName === maskedName && (!schoolCode || student.school?.code === schoolCode);
    });
  if (!child) throw new Error(`This guardian is bound to no ${maskedName}.`);
  return child.id;
}

/** The cashier of the elementary school bills one child, also for what was billed before. The bill's id and account number. */
export async function issueBill(
  cashier: Connection,
  studentId: string,
  title: string,
  amount = 680,
  idempotencyKey: string = crypto.randomUUID(),
) {
  const { issueBills } = await cashier.mutate(IssueBillsDocument, {
    input: {
      schoolCode: elementary,
      title,
      dueDate: taipeiDay(14),
      items: [{ name: title, amount }],
      studentIds: [studentId],
      again: true,
      idempotencyKey,
    },
  });
  const [result] = issueBills.results;
  if (!result?.bill) throw new Error(`The bill “${title}” was not issued: ${result?.refusal?.code}.`);
  return result.bill;
}

/** A day in Taipei, so many days from today, as the graph writes dates. */
export function taipeiDay(daysAhead: number): string {
  const day = new Date(Date.now() + daysAhead * 86_400_000);
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Taipei" }).format(day);
}
