import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import type { Answer } from "../../../../test/harness/answer.js";
import type { permissions } from "../access/permissions.js";
import type { City } from "./city.js";
import { aBinding, aClass, bills, issueBillsMutation, issueInput } from "./given.js";
import { csvFile } from "./settlement-files.js";
import { applicant, beginner, cashier, guardian, partner, teacher, withSecondFactor } from "./viewers.js";
import { noticeOf, notifyMutation, pay, proofOf } from "./wallet.js";

/** The people and things that the examples speak of. */
export async function exampleWorld(city: City) {
  const givenClass = await aClass(city, 5);
  const [bill, spare, ...others] = await bills(city, givenClass);
  await aBinding(city, "father", bill!.studentId);
  await aBinding(city, "mother", bill!.studentId);
  const notice = noticeOf(city, spare!);
  // Before bills are paid that its file does not bring.
  const settled = await someSettlement(city);
  const cases = await someCases(city);
  const started = await city.read(guardian("mother"), start.query, { id: bill!.id, key: "the mother's" });
  await city.settle();
  return {
    bill: bill!,
    toChange: { amendBill: others[0]!, voidBill: others[1]!, waive: others[2]! },
    cases,
    settled,
    claimId: started.startPayment.id as string,
    issue: { input: issueInput(city, givenClass, { studentIds: [newId()] }) },
    notice: { input: notice, proof: await proofOf(city, notice) },
    viewers: {
      nobody: anonymous,
      applicant: applicant("father"),
      beginner: beginner("father"),
      father: guardian("father"),
      mother: guardian("mother"),
      otherGuardian: guardian("otherGuardian"),
      cashier: cashier("403601"),
      secondCashier: withSecondFactor(cashier("403601", "second"), city.clock.now()),
      cashierElsewhere: cashier("403501"),
      teacher: teacher("403601"),
      wallet: partner("wallet"),
    } satisfies Record<string, Viewer>,
  };
}

/** A file that a cashier has imported, with a line that nobody can place. */
async function someSettlement(city: City) {
  const lines = [{ transactionNumber: "UNKNOWN-1", reference: "9999999999999999", amount: 100 }];
  const content = csvFile(city, { lines });
  const { importSettlement } = await city.read(
    withSecondFactor(cashier("403601"), city.clock.now()),
    importFile.query,
    { input: { schoolCode: "403601", content } },
  );
  const [edge] = importSettlement.exceptions.edges.filter(
    ({ node }: { node: { line: number } }) => node.line > 0,
  );
  return { content, exceptionId: edge.node.id as string };
}

/** Bills that were paid twice, and what is owed back for each. */
async function someCases(city: City) {
  const givenClass = await aClass(city, 5);
  const overpaid = await bills(city, givenClass);
  for (const bill of overpaid) {
    await pay(city, bill);
    await pay(city, bill);
  }
  await aBinding(city, "father", overpaid[0]!.studentId);
  const { paymentCases } = await city.read(
    cashier("403601"),
    '{ paymentCases(schoolCode: "403601") { edges { node { id bill { id } } } } }',
  );
  const idOf = ({ id }: { id: string }): string =>
    paymentCases.edges.find(({ node }: { node: { bill: { id: string } } }) => node.bill.id === id).node.id;
  const [own, held, decided, rejected, credited] = overpaid.map(idOf) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const unpaid = await bills(city, { ...givenClass, classId: "" }, { studentIds: [overpaid[4]!.studentId] });
  const refundOf = async (caseId: string) => {
    const asked = { caseId, amount: 30, reason: "重複繳費" };
    const data = await city.read(cashier("403601"), propose.query, { input: asked });
    return data.proposeRefund.refunds[0].id as string;
  };
  const toCredit = { caseId: credited, billId: unpaid[0]!.id };
  return {
    own,
    held,
    toCredit,
    toApprove: await refundOf(decided),
    toReject: await refundOf(rejected),
    bill: overpaid[0]!,
  };
}

type World = Awaited<ReturnType<typeof exampleWorld>>;
type Who = keyof World["viewers"];

/** Something to ask for. `sees` picks what must be there when it is allowed, and must not be when it is refused. */
interface Question {
  query: string;
  with?: (world: World) => object;
  sees: (data: NonNullable<Answer["data"]>) => unknown;
}

export interface Example extends Question {
  as: Who;
}

function of(question: Question, { allowed, refused }: { allowed: Who; refused: Who | null }) {
  return { allowed: { ...question, as: allowed }, refused: refused && { ...question, as: refused } };
}

const billFields = `id accountNumber title amount dueDate status overdue issuedAt paidAt endedAt endReason
  replacedBy { id } replaces { id } items { name amount waived }
  school { code name } student { id maskedName } claims { id channel startedAt expiresAt mine by bill { id } }
  paymentOptions { channel ... on AtmOption { bankCode bankName accountNumber twqr { payload qrText svg } }
    ... on ConvenienceStoreOption { segments barcodes } ... on EasyWalletOption { url qrSvg }
    ... on PayTaipeiOption { url qrSvg } ... on CreditCardOption { url qrSvg } }`;
const page = `edges { cursor node { ${billFields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

const billId = ({ bill }: World) => ({ id: bill.id });
const bill: Question = {
  query: `query ($id: ID!) { bill(id: $id) { ${billFields} } }`,
  with: billId,
  sees: (data) => data.bill,
};
const billEntity: Question = {
  query: `query ($id: ID!) { _entities(representations: [{ __typename: "Bill", id: $id }]) { ... on Bill { ${billFields} } } }`,
  with: billId,
  sees: (data) => data._entities?.[0],
};
const option = (channel: string): Question => ({
  ...billEntity,
  sees: (data) =>
    data._entities?.[0]?.paymentOptions.find((option: { channel: string }) => option.channel === channel),
});
const myBills: Question = { query: `{ myBills { ${page} } }`, sees: (data) => data.myBills?.edges[0] };
const schoolBills: Question = {
  query: `{ schoolBills(schoolCode: "403601") { ${page} } }`,
  sees: (data) => data.schoolBills?.edges[0],
};
const studentBills: Question = {
  query: `query ($id: ID!) { _entities(representations: [{ __typename: "Student", id: $id }]) { ... on Student { id bills { ${page} } } } }`,
  with: ({ bill }) => ({ id: bill.studentId }),
  sees: (data) => data._entities?.[0]?.bills,
};
const childsBadge: Question = {
  query: `query ($id: ID!) { _entities(representations: [{ __typename: "Student", id: $id }]) { ... on Student { unpaidBillCount } } }`,
  with: ({ bill }) => ({ id: bill.studentId }),
  sees: (data) => data._entities?.[0]?.unpaidBillCount,
};
const badge: Question = {
  query: `{ _entities(representations: [{ __typename: "Account", id: "father" }]) { ... on Account { id unpaidBillCount } } }`,
  sees: (data) => data._entities?.[0]?.unpaidBillCount,
};
const notices: Question = {
  query: `{ billNotices { edges { cursor node { id cursor kind occurredAt bill { ${billFields} } } } pageInfo { endCursor } } }`,
  sees: (data) => data.billNotices?.edges[0]?.node.bill,
};
const claimNotices: Question = {
  query: `{ claimNotices { edges { cursor node { id cursor kind occurredAt bill { ${billFields} } } } pageInfo { endCursor } } }`,
  sees: (data) => data.claimNotices?.edges[0]?.node.bill,
};
const ledger: Question = {
  query: '{ ledgerBalances(schoolCode: "403601") { account debits credits } }',
  sees: (data) => data.ledgerBalances?.[0],
};
const figures: Question = {
  query: `{ figures(input: { schoolCode: "403601", by: STATUS }) {
    key billed paid open overdue bills paidBills openBills overdueBills } }`,
  sees: (data) => data.figures?.[0],
};
const preview: Question = {
  query: `query ($input: IssueBillsInput!) { previewBills(input: $input) {
    rows { student { id maskedName } amount warnings { code message } } total warnings { code message } } }`,
  with: ({ issue }) => issue,
  sees: (data) => data.previewBills?.rows[0],
};
const offered: Question = {
  query: '{ billChannels(schoolCode: "403601") }',
  sees: (data) => data.billChannels?.[0],
};
/** A change of a bill, each time of one that is given for it. */
const change = (field: string, input: string): Question => ({
  query: `mutation ($id: ID!) { ${field}(input: { billId: $id, reason: "開錯" ${input} }) { ${billFields} } }`,
  with: ({ toChange }) => ({ id: toChange[field as keyof typeof toChange].id }),
  sees: (data) => data[field],
});
const caseFields = `id amount open reason openedAt openingReason heldAt holdNote closedAt bill { id }
  payment { channel amount partner transactionNumber paidAt } account { bankCode maskedAccount givenAt }
  refunds { id amount reason state proposedBy approvedBy proposedAt decidedAt rejectionReason orderedAt paidOutAt
    proposer { id } decider { id } mine creditedBill { id } } creditableBills { id }`;
const cases: Question = {
  query: `{ paymentCases(schoolCode: "403601") { edges { cursor node { ${caseFields} } } pageInfo { endCursor } } }`,
  sees: (data) => data.paymentCases?.edges[0],
};
const oneCase: Question = {
  query: `query ($id: ID!) { paymentCase(id: $id) { ${caseFields} } }`,
  with: ({ cases: { own } }) => ({ id: own }),
  sees: (data) => data.paymentCase,
};
const onCase = (field: string, type: string, input: (world: World) => object): Question => ({
  query: `mutation ($input: ${type}!) { ${field}(input: $input) { ${caseFields} } }`,
  with: (world) => ({ input: input(world) }),
  sees: (data) => data[field],
});
const propose = onCase("proposeRefund", "ProposeRefundInput", ({ cases: { held } }) => ({
  caseId: held,
  amount: 20,
  reason: "重複繳費",
}));
const hold = onCase("holdCase", "HoldCaseInput", ({ cases: { held } }) => ({
  caseId: held,
  note: "待家長回覆",
}));
const credit = onCase("creditCase", "CreditCaseInput", ({ cases: { toCredit } }) => toCredit);
const approve = onCase("approveRefund", "ApproveRefundInput", ({ cases: { toApprove } }) => ({
  refundId: toApprove,
}));
const reject = onCase("rejectRefund", "RejectRefundInput", ({ cases: { toReject } }) => ({
  refundId: toReject,
  reason: "金額不對",
}));
const payouts: Question = {
  query: `mutation { orderPayouts(schoolCode: "403601") { refundId amount bankCode account orderedAt } }`,
  sees: (data) => data.orderPayouts,
};
const owedBack: Question = {
  query: `query ($id: ID!) { bill(id: $id) { owedBack { id amount reason openedAt closedAt paidBack credited
    accountGiven mayGiveAccount account { bankCode maskedAccount givenAt } } } }`,
  with: ({ cases: { bill } }) => ({ id: bill.id }),
  sees: (data) => data.bill?.owedBack[0],
};
const giveAccount: Question = {
  query: `mutation ($id: ID!) { setRefundAccount(input: { caseId: $id, bankCode: "012", account: "4803-0063-0000" }) {
    id amount reason openedAt closedAt paidBack credited accountGiven mayGiveAccount account { bankCode maskedAccount givenAt } } }`,
  with: ({ cases: { own } }) => ({ id: own }),
  sees: (data) => data.setRefundAccount,
};
const exceptionFields = `id kind line accountNumber transactionNumber amount difference suspended remedies remedy note
  openedAt resolvedAt`;
const settlementFields = `id partnerId day number lines total matched paidIn paidOut importedAt completedAt
  totals { bank ledger bills differing suspense givenBack matched exceptions openExceptions }
  exceptions(first: 5) { edges { cursor node { ${exceptionFields} } } pageInfo { endCursor } }`;
const files: Question = {
  query: `{ settlementFiles(schoolCode: "403601") { edges { cursor node { ${settlementFields} } } pageInfo { endCursor } } }`,
  sees: (data) => data.settlementFiles?.edges[0],
};
const exceptions: Question = {
  query: `{ settlementExceptions(schoolCode: "403601") { edges { cursor node { ${exceptionFields} } } pageInfo { endCursor } } }`,
  sees: (data) => data.settlementExceptions?.edges[0],
};
const importFile: Question = {
  query: `mutation ($input: ImportSettlementInput!) { importSettlement(input: $input) { ${settlementFields} } }`,
  with: ({ settled: { content } }) => ({ input: { schoolCode: "403601", content } }),
  sees: (data) => data.importSettlement,
};
const resolveLine: Question = {
  query: `mutation ($id: ID!) { resolveException(input: { id: $id, remedy: HOLD, note: "已向銀行查詢" }) { ${exceptionFields} } }`,
  with: ({ settled: { exceptionId } }) => ({ id: exceptionId }),
  sees: (data) => data.resolveException,
};
const history: Question = {
  query: `query ($id: ID!) { bill(id: $id) { history { kind at by { id } guardians channel amount partner transactionNumber reason } } }`,
  with: billId,
  sees: (data) => data.bill?.history?.[0],
};
const lookUp: Question = {
  query: `query ($number: PayAccountNumber!) { billByAccountNumber(accountNumber: $number) {
    accountNumber amount dueDate title schoolName maskedStudentName status channels } }`,
  with: ({ bill }) => ({ number: bill.accountNumber }),
  sees: (data) => data.billByAccountNumber,
};
const issue: Question = {
  query: issueBillsMutation,
  with: ({ issue }) => issue,
  sees: (data) => data.issueBills?.results[0],
};
const start: Question = {
  query: `mutation ($id: ID!, $key: ID!, $channel: Channel = CREDIT_CARD) {
    startPayment(input: { billId: $id, channel: $channel, idempotencyKey: $key }) {
    id channel expiresAt mine bill { id } } }`,
  with: ({ bill }) => ({ id: bill.id, key: "the example's", channel: "ATM" }),
  sees: (data) => data.startPayment,
};
const cancel: Question = {
  query: "mutation ($id: ID!) { cancelPayment(claimId: $id) { id claims { mine } } }",
  with: ({ claimId }) => ({ id: claimId }),
  sees: (data) => data.cancelPayment,
};
const notify: Question = {
  query: notifyMutation,
  with: ({ notice }) => notice,
  sees: (data) => data.notifyPayment,
};

/** Seen by the bill's guardians, and by nobody who only knows its id. */
const ownOnly = { allowed: "father", refused: "otherGuardian" } as const;
const cashierOnly = { allowed: "cashier", refused: "cashierElsewhere" } as const;
const partnerOnly = { allowed: "wallet", refused: "father" } as const;

/** For every row of the permission table, one example that it allows and one that it refuses. */
export const examples: Record<keyof typeof permissions, { allowed: Example; refused: Example | null }> = {
  "Query.myBills": of(myBills, { allowed: "father", refused: "applicant" }),
  "Query.bill": of(bill, { allowed: "mother", refused: "teacher" }),
  "Query.billNotices": of(notices, { allowed: "father", refused: "beginner" }),
  "Query.claimNotices": of(claimNotices, { allowed: "father", refused: "beginner" }),
  "Query.schoolBills": of(schoolBills, cashierOnly),
  "Query.ledgerBalances": of(ledger, cashierOnly),
  "Query.figures": of(figures, cashierOnly),
  "Query.previewBills": of(preview, cashierOnly),
  "Query.billChannels": of(offered, cashierOnly),
  "Query.billByAccountNumber": of(lookUp, partnerOnly),
  "Mutation.issueBills": of(issue, cashierOnly),
  "Mutation.amendBill": of(change("amendBill", 'items: [{ name: "午餐費", amount: 3000 }]'), {
    allowed: "cashier",
    refused: "mother",
  }),
  "Mutation.voidBill": of(change("voidBill", ""), { allowed: "cashier", refused: "father" }),
  "Mutation.waive": of(change("waive", 'itemName: "午餐費" amount: 100'), {
    allowed: "cashier",
    refused: "teacher",
  }),
  "Query.paymentCases": of(cases, cashierOnly),
  "Query.paymentCase": of(oneCase, cashierOnly),
  "Mutation.creditCase": of(credit, { allowed: "cashier", refused: "father" }),
  "Mutation.holdCase": of(hold, { allowed: "cashier", refused: "teacher" }),
  "Mutation.proposeRefund": of(propose, { allowed: "cashier", refused: "teacher" }),
  "Mutation.approveRefund": of(approve, { allowed: "secondCashier", refused: "father" }),
  "Mutation.rejectRefund": of(reject, { allowed: "cashier", refused: "father" }),
  "Mutation.orderPayouts": of(payouts, { allowed: "secondCashier", refused: "cashierElsewhere" }),
  "Query.settlementFiles": of(files, cashierOnly),
  "Query.settlementExceptions": of(exceptions, cashierOnly),
  "Mutation.importSettlement": of(importFile, { allowed: "secondCashier", refused: "cashierElsewhere" }),
  "Mutation.resolveException": of(resolveLine, { allowed: "cashier", refused: "father" }),
  "Mutation.setRefundAccount": of(giveAccount, { allowed: "father", refused: "nobody" }),
  "Mutation.startPayment": of(start, { allowed: "father", refused: "nobody" }),
  "Mutation.cancelPayment": of(cancel, { allowed: "mother", refused: "applicant" }),
  "Mutation.notifyPayment": of(notify, partnerOnly),
  // The gateway serves the tail from the list, so the list is what is asked.
  "Subscription.billNotice": of(notices, { allowed: "father", refused: "applicant" }),
  "Subscription.claimNotice": of(claimNotices, { allowed: "mother", refused: "applicant" }),
  "Account.id": of(badge, { allowed: "father", refused: null }),
  "Account.unpaidBillCount": of(badge, { allowed: "father", refused: "mother" }),
  "Student.id": of(bill, ownOnly),
  "Student.maskedName": of(bill, ownOnly),
  "Student.bills": of(studentBills, ownOnly),
  "Student.unpaidBillCount": of(childsBadge, { allowed: "mother", refused: "cashier" }),
  "School.*": of(bill, ownOnly),
  // The bill's own guardian reads the bill, and not its history.
  "Bill.history": of(history, { allowed: "cashier", refused: "father" }),
  "Bill.claims": of(billEntity, ownOnly),
  "Bill.owedBack": of(owedBack, ownOnly),
  "Bill.paymentOptions": of(billEntity, ownOnly),
  "Bill.*": of(billEntity, ownOnly),
  "BillItem.*": of(billEntity, { allowed: "cashier", refused: "teacher" }),
  "BillEdge.*": of(myBills, ownOnly),
  "BillConnection.*": of(studentBills, { allowed: "father", refused: "applicant" }),
  "BillNotice.*": of(notices, ownOnly),
  "BillNoticeEdge.*": of(notices, ownOnly),
  "BillNoticeConnection.*": of(notices, { allowed: "mother", refused: "nobody" }),
  "PaymentClaim.*": of(billEntity, ownOnly),
  "ClaimNotice.*": of(claimNotices, ownOnly),
  "ClaimNoticeEdge.*": of(claimNotices, ownOnly),
  "ClaimNoticeConnection.*": of(claimNotices, { allowed: "mother", refused: "cashier" }),
  "AtmOption.*": of(option("ATM"), ownOnly),
  "ConvenienceStoreOption.*": of(option("CONVENIENCE_STORE"), ownOnly),
  "EasyWalletOption.*": of(option("EASY_WALLET"), ownOnly),
  "PayTaipeiOption.*": of(option("PAY_TAIPEI"), ownOnly),
  "CreditCardOption.*": of(option("CREDIT_CARD"), ownOnly),
  "Twqr.*": of(option("ATM"), { allowed: "mother", refused: "wallet" }),
  "PayableBill.*": of(lookUp, { allowed: "wallet", refused: "cashier" }),
  "PaymentReceipt.*": of(notify, { allowed: "wallet", refused: "cashier" }),
  "IssueBillsPayload.*": of(issue, { allowed: "cashier", refused: "teacher" }),
  "IssueResult.*": of(issue, { allowed: "cashier", refused: "father" }),
  "Refusal.*": of(
    { ...issue, sees: (data) => data.issueBills?.results.at(-1)?.refusal },
    { allowed: "cashier", refused: "wallet" },
  ),
  "LedgerBalance.*": of(ledger, { allowed: "cashier", refused: "father" }),
  "PaymentCase.*": of(oneCase, { allowed: "cashier", refused: "father" }),
  "PaymentCaseEdge.*": of(cases, { allowed: "cashier", refused: "teacher" }),
  "PaymentCaseConnection.*": of(cases, cashierOnly),
  "CasePayment.*": of({ ...oneCase, sees: (data) => data.paymentCase?.payment }, cashierOnly),
  "Refund.*": of(
    { ...propose, sees: (data) => data.proposeRefund?.refunds[0] },
    { allowed: "cashier", refused: "father" },
  ),
  "RefundAccount.*": of(
    { ...owedBack, sees: (data) => data.bill?.owedBack[0]?.account },
    { allowed: "father", refused: "cashier" },
  ),
  "OwedBack.*": of(owedBack, ownOnly),
  "SettlementFile.*": of(files, { allowed: "cashier", refused: "teacher" }),
  "SettlementFileEdge.*": of(files, { allowed: "cashier", refused: "father" }),
  "SettlementFileConnection.*": of(files, cashierOnly),
  "SettlementTotals.*": of(
    { ...files, sees: (data) => data.settlementFiles?.edges[0]?.node.totals },
    { allowed: "cashier", refused: "wallet" },
  ),
  "SettlementException.*": of(exceptions, { allowed: "cashier", refused: "wallet" }),
  "SettlementExceptionEdge.*": of(exceptions, { allowed: "cashier", refused: "father" }),
  "SettlementExceptionConnection.*": of(exceptions, cashierOnly),
  "Payout.*": of(payouts, { allowed: "secondCashier", refused: "father" }),
  "Figure.*": of(figures, { allowed: "cashier", refused: "teacher" }),
  "BillPreview.*": of(preview, { allowed: "cashier", refused: "teacher" }),
  "BillPreviewRow.*": of(preview, { allowed: "cashier", refused: "father" }),
  "BillHistoryEntry.*": of(history, { allowed: "cashier", refused: "cashierElsewhere" }),
  "PageInfo.*": of(
    { ...myBills, sees: (data) => data.myBills?.pageInfo.endCursor },
    { allowed: "father", refused: "otherGuardian" },
  ),
};
