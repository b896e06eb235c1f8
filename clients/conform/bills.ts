import { connect } from "../src/connect.js";
import {
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
 * Fresh bills, each of another amount, issued by the demo's cashier to a pupil whom no guardian follows: a paid bill cannot be
 * paid again, so each trial has its own.
 */
export async function issueTrialBills({ url, password }: TrialCity, count: number): Promise<TrialBill[]> {
  const as = async (login: string) => connect({ url, tokens: await signIn({ url, login, password }) });
  await using registrar = await as("registrar@campus.example");
  const { school } = await registrar.query(SchoolClassesDocument, { code: schoolCode });
  const { schoolClass } = await registrar.query(ClassStudentsDocument, { id: school!.classes[0]!.id });
  await using cashier = await as("cashier@campus.example");
  const bills: TrialBill[] = [];
  for (let index = 0; index < count; index++) {
    const amount = lowestAmount + Math.floor(Math.random() * 4_000);
    const { issueBills } = await cashier.mutate(IssueBillsDocument, {
      input: {
        schoolCode,
        title: `合作業者驗證 ${index + 1}`,
        dueDate: new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10),
        items: [{ name: "測試", amount }],
        studentIds: [schoolClass!.students[0]!.id],
        again: true,
        idempotencyKey: crypto.randomUUID(),
      },
    });
    const [result] = issueBills.results;
    if (!result?.bill)
      throw new Error(`No bill could be issued: ${result?.refusal?.message ?? "nothing came back"}`);
    bills.push({ accountNumber: result.bill.accountNumber, amount });
  }
  return bills;
}
