import type { Operation } from "@campus-graph/clients/document";
import { TailEnded } from "@campus-graph/clients/failure";
import type { Client } from "urql";

const againAfterMs = 3_000;

/** One feed from now on, and behind the last notice again when the graph has ended it. Answers how to stop. */
export function listen<Data>(
  client: Client,
  operation: Operation<Data, { after?: string | null | undefined }>,
  ended: () => void,
  onNotice: (data: Data) => string,
): () => void {
  let after: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leave = () => {};
  const begin = () => {
    const { unsubscribe } = client
      .subscription<Data>(operation.toString(), after ? { after } : {})
      .subscribe(({ data, error }) => {
        if (data) after = onNotice(data);
        else if (error) {
          if (error.networkError instanceof TailEnded) ended();
          timer = setTimeout(begin, againAfterMs);
        }
      });
    leave = unsubscribe;
  };
  begin();
  return () => {
    clearTimeout(timer);
    leave();
  };
}
