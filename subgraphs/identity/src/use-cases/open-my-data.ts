import { subjectOf } from "@campus-graph/kit/context";
import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { isId } from "@campus-graph/kit/sql/id";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { IdentityContext } from "../context.js";
import { type DataFileFormat, dataFilePath } from "../domain/data-request.js";
import { openDataLink, useDataLink } from "../persistence/data-requests.js";
import { type FreshProof, proveOneself } from "./prove-oneself.js";

export interface DataLink {
  url: string;
  expiresAt: Date;
}

/** The links to the viewer's file, each good once and for a minute, for who shows anew that it is they. */
export async function openMyData(
  context: IdentityContext,
  { requestId, ...proof }: FreshProof & { requestId: string },
): Promise<Readonly<Record<DataFileFormat, DataLink>>> {
  const accountId = subjectOf(context);
  if (!isId(accountId) || !isId(requestId)) throw new NotFound();
  await proveOneself(context, proof);
  return transaction(context, async (context) => {
    const link = async (format: DataFileFormat): Promise<DataLink> => {
      const opened = await openDataLink(context, { requestId, accountId, format });
      if (!opened) throw new NotFound();
      const url = new URL(dataFilePath, context.services.publicUrl);
      url.searchParams.set("link", opened.secret);
      return { url: url.href, expiresAt: opened.expiresAt };
    };
    const links = { HTML: await link("HTML"), JSON: await link("JSON") };
    await recordAudit(context, { act: "open-my-data", object: `data-request:${requestId}` });
    return links;
  });
}

/** What a link opens, once. Refuses (NOT_FOUND) one that was used or is over. */
export async function fetchMyData(context: IdentityContext, secret: string) {
  return transaction(context, async (context) => {
    const opened = await useDataLink(context, secret);
    if (!opened) throw new NotFound();
    const { requestId, accountId, format } = opened;
    await recordAudit(context, {
      act: "fetch-my-data",
      object: `data-request:${requestId}`,
      detail: { accountId, format },
    });
    return opened;
  });
}
