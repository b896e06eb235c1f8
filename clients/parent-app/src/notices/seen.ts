import { useSession } from "@campus-graph/ui/session/session-provider";
import { useSyncExternalStore } from "react";

/** Until when the notices were seen on this device: a moment, and nothing of what they said. */
const changed = new EventTarget();

function subscribe(hear: () => void): () => void {
  changed.addEventListener("seen", hear);
  window.addEventListener("storage", hear);
  return () => {
    changed.removeEventListener("seen", hear);
    window.removeEventListener("storage", hear);
  };
}

export function useSeen(): { seenUntil: string; see(moment: string): void } {
  const { session } = useSession();
  const key = `seen:${session?.subjectId}`;
  const seenUntil = useSyncExternalStore(subscribe, () => localStorage.getItem(key) ?? "");
  return {
    seenUntil,
    see(moment) {
      if (moment <= (localStorage.getItem(key) ?? "")) return;
      localStorage.setItem(key, moment);
      changed.dispatchEvent(new Event("seen"));
    },
  };
}
