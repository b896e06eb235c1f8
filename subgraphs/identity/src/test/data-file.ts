import { sealForReader } from "@campus-graph/kit/auth/reader";
import { type Identity, signedIn } from "./given.js";

export const requestMyData = "mutation { requestMyData { id gathered sources readyAt expiresAt } }";

/** What the others answer with when the tests do not say. */
const parts = {
  roster: { children: [{ child: "林O佑", school: "市立內湖國小" }] },
  binding: { bindings: [{ relationship: "FATHER" }] },
  payments: { bills: [{ title: "註冊費", amount: 4730 }] },
};

/** The other subgraphs have answered: each with its part, sealed to the request's key. */
export async function answerDataRequest(identity: Identity, requestId: string): Promise<void> {
  const asked = (await identity.published("identity.DataRequested")).find(
    ({ payload }) => payload.requestId === requestId,
  )!;
  for (const source of ["roster", "binding", "payments"] as const)
    await identity.deliver(`${source}.DataGathered`, asked.key, {
      requestId,
      sealedPart: await sealForReader(asked.payload.publicKey, parts[source]),
    });
  await identity.settle();
}

/** A person's file, asked for and ready: the request's id. */
export async function givenDataFile(identity: Identity, subjectId: string): Promise<string> {
  const viewer = signedIn(subjectId, { role: "GUARDIAN" });
  const { data } = await identity.execute(viewer, requestMyData);
  await answerDataRequest(identity, data.requestMyData.id);
  return data.requestMyData.id as string;
}
