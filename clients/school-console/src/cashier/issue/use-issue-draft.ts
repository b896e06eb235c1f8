import { dropDraft, keepDraft, readDraft } from "@campus-graph/ui/session/device";
import { useCallback, useRef, useState } from "react";
import { useCashiersSchool } from "../school";
import { emptyDraft, type IssueDraft } from "./draft";

/** The draft of this school in this tab: what is changed is kept before anything is sent on its strength. */
export function useIssueDraft() {
  const { code } = useCashiersSchool();
  const name = `issue:${code}`;
  const [draft, setDraft] = useState<IssueDraft>(() => readDraft<IssueDraft>(name) ?? emptyDraft);
  const latest = useRef(draft);
  const change = useCallback(
    (changes: Partial<IssueDraft>) => {
      latest.current = { ...latest.current, ...changes };
      keepDraft(name, latest.current);
      setDraft(latest.current);
    },
    [name],
  );
  const drop = useCallback(() => {
    latest.current = emptyDraft;
    dropDraft(name);
    setDraft(emptyDraft);
  }, [name]);
  return { draft, change, drop };
}
