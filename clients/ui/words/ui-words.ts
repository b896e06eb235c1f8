import type { Catalogue } from "./catalogue";

/** What every app says: waiting, failing, being offline. */
interface UiWords {
  loading: string;
  stillLoading: string;
  retry: string;
  offline: string;
  offlineNothing: string;
  unreachable: string;
  unavailable: string;
  partly: string;
  traceId(id: string): string;
  close: string;
  back: string;
  skip: string;
  copied: string;
  mishap: string;
  reload: string;
}

export const uiWords: Catalogue<UiWords> = {
  "zh-TW": {
    loading: "讀取中…",
    stillLoading: "連線比平常慢，還在讀取。",
    retry: "再試一次",
    offline: "目前沒有網路。畫面上是先前讀到的內容，連上網路後會自動更新。",
    offlineNothing: "目前沒有網路，這一頁還沒有讀取過。連上網路後會自動讀取。",
    unreachable: "連不上伺服器。請確認網路後再試一次；您填的內容都還在。",
    unavailable: "系統有一部分暫時無法回應，請稍候再試一次。",
    partly: "有些資料暫時讀不到，其餘的先顯示給您。",
    traceId: (id) => `若要詢問客服，請提供代碼 ${id}`,
    close: "關閉",
    back: "返回",
    skip: "跳到主要內容",
    copied: "已複製",
    mishap: "這一頁出了問題。您填的內容都還在，請重新載入；若一再發生，請洽客服。",
    reload: "重新載入",
  },
  en: {
    loading: "Loading…",
    stillLoading: "The connection is slower than usual; still loading.",
    retry: "Try again",
    offline: "You are offline. This is what was loaded before; it updates by itself once you are back.",
    offlineNothing:
      "You are offline, and this page was not loaded before. It loads by itself once you are back.",
    unreachable:
      "The server cannot be reached. Check your connection and try again; what you typed is still here.",
    unavailable: "Part of the service does not answer at the moment. Please try again shortly.",
    partly: "Some of this could not be read just now; here is the rest.",
    traceId: (id) => `If you ask for help, give this code: ${id}`,
    close: "Close",
    back: "Back",
    skip: "Skip to the main content",
    copied: "Copied",
    mishap:
      "Something went wrong on this page. What you typed is still here: please load it again, and ask for help if it goes on.",
    reload: "Load again",
  },
};
