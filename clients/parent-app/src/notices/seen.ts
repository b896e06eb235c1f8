import { useSession } from "@campus-graph/ui/session/session-provider";
import { useSyncExternalStore } from "react";

/** Until when the notices were seen on this device: a moment, and nothing of what they said. */
const changed = new EventTarget();

function subscribe(onNotice: () => void): () => void {
  changed.addEventListener("seen", onNotice);
  window.addEventListener("storage", onNotice);
  return () => {
    changed.removeEventListener("seen", onNotice);
    window.removeEventListener("storage", onNotice);
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
