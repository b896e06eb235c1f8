import { connect } from "@campus-graph/clients/connect";
import { GraphFailure, TailEnded, Unreachable } from "@campus-graph/clients/failure";
import { billNotices } from "@campus-graph/clients/feeds";
import { BillNoticesDocument, MeDocument, MyBillsDocument } from "@campus-graph/clients/generated/operations";
import { graphUrl } from "./graph-url.js";
import { finishSignIn, signIn, signOut, tokens } from "./sign-in.js";

const language = navigator.language.startsWith("zh") ? "zh-TW" : "en";
const graph = connect({ url: graphUrl, tokens, language });

const name = document.getElementById("name")!;
const message = document.getElementById("message")!;
const bills = document.getElementById("bills")!;
const notices = document.getElementById("notices")!;
document.getElementById("sign-in")!.addEventListener("click", () => signIn().catch(showError));
document.getElementById("sign-out")!.addEventListener("click", () => signOut().catch(showError));

await show().catch(showError);

async function show(): Promise<void> {
  await finishSignIn();
  if (!(await tokens.current())) return;
  const { me } = await graph.query(MeDocument);
  name.textContent = me?.displayName ?? "";
  // What is there, and from its end on what comes: nothing is missed in between, and nothing shown twice.
  const { billNotices: inbox } = await graph.query(BillNoticesDocument, { last: 20 });
  for (const { node } of inbox.edges) add(node);
  await showBills();
  const live = await graph.subscribe(billNotices, { after: inbox.pageInfo.endCursor ?? undefined });
  for await (const { notice } of live) {
    add(notice);
    await showBills();
  }
}

/** The list as it is now: a notice says that it has changed. */
async function showBills(): Promise<void> {
  const { myBills } = await graph.query(MyBillsDocument, { first: 20 });
  bills.replaceChildren(
    ...myBills.edges.map(({ node: { title, amount, student, status } }) =>
      item(`${title} NT$${amount.toLocaleString()} ${student.maskedName} ${status}`),
    ),
  );
}

/** What was told: a new bill (ISSUED), money that arrived (PAID), and so on. Without a bill: it is out of the reader's sight now. */
function add({ kind, bill }: { kind: string; bill: { title: string } | null }): void {
  notices.append(item(`${kind} ${bill?.title ?? "—"}`));
}

function item(text: string): HTMLLIElement {
  const line = document.createElement("li");
  line.textContent = text;
  return line;
}

/** A refusal's sentence is for people, and so is that of a graph that cannot be reached. */
function showError(error: unknown): void {
  // Signed out elsewhere, or locked.
  if (error instanceof TailEnded) name.textContent = "";
  else if (error instanceof GraphFailure || error instanceof Unreachable) message.textContent = error.message;
  else throw error;
}
