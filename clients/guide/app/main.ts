import { connect } from "@campus-graph/clients/connect";
import { GraphFailure, TailEnded } from "@campus-graph/clients/failure";
import { billNotices } from "@campus-graph/clients/feeds";
import { BillNoticesDocument, MeDocument } from "@campus-graph/clients/generated/operations";
import { graphUrl } from "./graph-url.js";
import { finishSignIn, signIn, signOut, tokens } from "./sign-in.js";

const language = navigator.language.startsWith("zh") ? "zh-TW" : "en";
const graph = connect({ url: graphUrl, tokens, language });

const name = document.getElementById("name")!;
const bills = document.getElementById("bills")!;
document.getElementById("sign-in")!.addEventListener("click", signIn);
document.getElementById("sign-out")!.addEventListener("click", signOut);

await finishSignIn();
if (await tokens.current()) await show();

async function show(): Promise<void> {
  try {
    const { me } = await graph.query(MeDocument);
    name.textContent = me?.displayName ?? "";
    // What is there, and from its end on what comes: nothing is missed in between, and nothing shown twice.
    const { billNotices: inbox } = await graph.query(BillNoticesDocument, { last: 20 });
    for (const { node } of inbox.edges) add(node.bill?.title);
    const live = await graph.subscribe(billNotices, { after: inbox.pageInfo.endCursor ?? undefined });
    for await (const { notice } of live) add(notice.bill?.title);
  } catch (error) {
    // Signed out elsewhere, locked, or a refusal: its sentence is for people.
    if (error instanceof TailEnded) name.textContent = "";
    else if (error instanceof GraphFailure) name.textContent = error.message;
    else throw error;
  }
}

function add(title: string | undefined): void {
  const item = document.createElement("li");
  item.textContent = title ?? "—";
  bills.append(item);
}
