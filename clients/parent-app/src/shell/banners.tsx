import { Icon } from "@campus-graph/ui/components/icon";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { uiWords } from "@campus-graph/ui/words/ui-words";
import { useEffect, useState } from "react";
import { Link, useLocation } from "wouter";
import { useLive } from "../notices/live";
import { useNoticeText } from "../notices/notice-text";
import { shellWords } from "../words/shell";

/** Being offline, and the notice that has just come, which stays until it is read or put away. */
export function Banners() {
  const isOffline = useOffline();
  const ui = useCatalogue(uiWords);
  const words = useCatalogue(shellWords);
  const { latest, putAway } = useLive();
  const text = useNoticeText();
  const bannerText = latest && text(latest);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes on has read it.
  useEffect(putAway, [location]);
  return (
    <>
      <div role="status" className="banners">
        {isOffline && (
          <p className="offline">
            <Icon name="cloud" />
            {ui.offline}
          </p>
        )}
        {bannerText && (
          <p className="toast">
            <span>
              <strong>{bannerText.title}</strong> {bannerText.about}
            </span>
          </p>
        )}
      </div>
      {bannerText && (
        <aside className="toast-acts" aria-label={bannerText.title}>
          <Link href={bannerText.to} className="button quiet" onClick={putAway}>
            {words.toast.open}
          </Link>
          <button type="button" className="button plain" onClick={putAway}>
            {ui.close}
          </button>
        </aside>
      )}
    </>
  );
}

function useOffline(): boolean {
  const [isOffline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return isOffline;
}
