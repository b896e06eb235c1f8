import { HomeDocument } from "@campus-graph/clients/generated/operations";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useSession } from "@campus-graph/ui/session/session-provider";

/** The red number; 0 while it is not known. */
export function useUnpaid(): number {
  const { session } = useSession();
  const pause = session?.kind !== "SIGNED_IN" || session.mustChangePassword;
  return useQuery(HomeDocument, { pause }).data?.me?.unpaidBillCount ?? 0;
}
