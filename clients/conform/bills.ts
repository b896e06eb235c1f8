import { setTimeout } from "node:timers/promises";
import { type Connection, connect } from "../src/connect.js";
import { GraphFailure } from "../src/failure.js";
import {
  CashierBillsDocument,
  ClassStudentsDocument,
  IssueBillsDocument,
  SchoolClassesDocument,
} from "../src/generated/operations.js";
import { signIn } from "../src/sign-in.js";

/** A demo city in which bills can be issued to try a partner with. */
export interface TrialCity {
  url: string;
  /** Opens every sign-in of the demo city. */
  password: string;
}

/** A bill to be paid, as the school knows it. */
export interface TrialBill {
  accountNumber: string;
  amount: number;
}

const schoolCode = "403601";
const lowestAmount = 1_000;

/**
 * Fresh bills, each of another amount, issued by the demo's cashier to a student whom no guardian follows: a paid bill cannot be
 * paid again, so each trial has its own.
 */
export async function issueTrialBills(city: TrialCity, count: number): Promise<TrialBill[]> {
  await using registrar = await as(city, "registrar@campus.example");
  const { school } = await registrar.query(SchoolClassesDocument, { code: schoolCode });
  const { schoolClass } = await registrar.query(ClassStudentsDocument, { id: school!.classes[0]!.id });
  await using cashier = await as(city, "cashier@campus.example");
  const bills: TrialBill[] = [];
  for (let index = 0; index < count; index++) {
    const amount = lowestAmount + Math.floor(Math.random() * 4_000);
    const issue = {
      input: {
        schoolCode,
        title: `合作業者驗證 ${index + 1}`,
        dueDate: new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10),
        items: [{ name: "測試", amount }],
        studentIds: [schoolClass!.students[0]!.id],
        again: true,
        idempotencyKey: crypto.randomUUID(),
      },
    };
    const { issueBills } = await untilNotBusy(() => cashier.mutate(IssueBillsDocument, issue));
    const [result] = issueBills.results;
    if (!result?.bill)
      throw new Error(`No bill could be issued: ${result?.refusal?.message ?? "nothing came back"}`);
    bills.push({ accountNumber: result.bill.accountNumber, amount });
  }
  return bills;
}

/** Whether a bill has been paid, by the graph itself and not by what went through the endpoint. */
export async function isPaidInGraph(city: TrialCity, { accountNumber }: TrialBill): Promise<boolean> {
  await using cashier = await as(city, "cashier@campus.example");
  const { schoolBills } = await cashier.query(CashierBillsDocument, {
    schoolCode,
    filter: { accountNumber },
  });
  return schoolBills.edges.some(({ node }) => node.status === "PAID");
}

/** A busy city is asked again with the very same, as it asks of everybody. */
async function untilNotBusy<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  for (let pauseMs = 500; ; pauseMs *= 2)
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof GraphFailure) || error.code !== "TRY_AGAIN" || pauseMs > 8_000) throw error;
      await setTimeout(pauseMs);
    }
}

async function as({ url, password }: TrialCity, login: string): Promise<Connection> {
  return connect({ url, tokens: await signIn({ url, login, password }) });
}
