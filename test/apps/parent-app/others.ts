import {
  ClassReviewDocument,
  IssueBillsDocument,
  MyClassesDocument,
  NotifyPaymentDocument,
  SchoolClassesDocument,
} from "@campus-graph/clients/generated/operations";
import { partnerTokens, proofOfPayment } from "@campus-graph/clients/partner";
import type { DemoContext } from "../../../clients/demo/context.js";
import type { MadeUpChild } from "../../../clients/demo/fixtures.js";
import { elementary, taipeiDay } from "../../journeys/given.js";

/** What the school and the wallet do meanwhile, by the graph. */

/** A bill of the elementary school, as far as paying it needs. */
export interface Billed {
  accountNumber: string;
  amount: number;
}

/** The request that waits for the teacher of this class, once it stands in the grid with its guardian. */
export async function pendingIn(demo: DemoContext, child: MadeUpChild, className: string): Promise<string> {
  const teacher = await demo.as(child.teacher);
  return demo.until(`a request waits in ${className}`, async () => {
    const { myClasses } = await teacher.query(MyClassesDocument);
    const schoolClass = myClasses.find(({ name }) => name === className);
    if (!schoolClass) return undefined;
    const { classReview } = await teacher.query(ClassReviewDocument, { classId: schoolClass.id });
    return classReview.flatMap(({ pending }) => pending).find(({ guardian }) => guardian !== null)?.id;
  });
}

/** The cashier bills a whole class, which has one student. */
export async function billClass(
  demo: DemoContext,
  className: string,
  title: string,
  amount: number,
): Promise<Billed> {
  const cashier = await demo.as("cashier@campus.example");
  const { school } = await cashier.query(SchoolClassesDocument, { code: elementary });
  const { id } = school!.classes.find(({ name }) => name === className)!;
  const { issueBills } = await cashier.mutate(IssueBillsDocument, {
    input: {
      schoolCode: elementary,
      title,
      dueDate: taipeiDay(14),
      items: [{ name: title, amount }],
      classIds: [id],
      idempotencyKey: crypto.randomUUID(),
    },
  });
  return issueBills.results[0]!.bill!;
}

/** The wallet reports that a bill was paid. */
export async function payBill(demo: DemoContext, { accountNumber, amount }: Billed): Promise<void> {
  const partner = demo.city.wallet;
  const wallet = demo.connect(partnerTokens(partner));
  const input = {
    accountNumber,
    amount,
    channel: "EASY_WALLET",
    transactionNumber: `APP${crypto.randomUUID()}`,
    paidAt: new Date().toISOString(),
  } as const;
  await wallet.mutate(NotifyPaymentDocument, { input, proof: await proofOfPayment(partner, input) });
}
