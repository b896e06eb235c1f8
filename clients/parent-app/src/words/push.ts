import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The switch that has this device pushed to. */
interface PushWords {
  title: string;
  hint: string;
  until: string;
  turnOn: string;
  turnOff: string;
  isOn: string;
  isOff: string;
  refused: string;
  blocked: string;
  install: string;
  none: string;
  kind: string;
}

export const pushWords: Catalogue<PushWords> = {
  "zh-TW": {
    title: "推播到這台裝置",
    hint: "有消息時，即使沒有開啟本服務，這台裝置也會跳出通知。通知上不會出現姓名、學校與金額，打開才看得到。",
    until: "登出，或登入過期後，就不再推播到這台裝置。",
    turnOn: "開啟推播",
    turnOff: "關閉推播",
    isOn: "這台裝置已開啟推播",
    isOff: "這台裝置已關閉推播",
    refused: "瀏覽器沒有同意通知，或目前連不上它的推播服務。請稍後再試。",
    blocked: "這個瀏覽器已封鎖本網站的通知。請在瀏覽器的網站設定中允許「通知」，再回到這裡開啟。",
    install:
      "在 iPhone 或 iPad 上，請先點「分享」→「加入主畫面」，再從主畫面的圖示打開，就能在這裡開啟推播。",
    none: "這個瀏覽器不支援推播，請改用電子郵件。",
    kind: "推播（到已開啟的裝置）",
  },
  en: {
    title: "Push to this device",
    hint: "This device then shows a message when there is news, also while this app is closed. It names no person, school or amount; those stand in the app.",
    until: "It ends when you sign out here, or when your sign-in runs out.",
    turnOn: "Switch on",
    turnOff: "Switch off",
    isOn: "Push is on for this device",
    isOff: "Push is off for this device",
    refused: "The browser did not agree, or its push service is out of reach. Please try again later.",
    blocked:
      "This browser blocks messages of this site. Allow “Notifications” in the browser's settings for this site, then come back.",
    install:
      "On an iPhone or iPad choose “Share”, then “Add to Home Screen”, and open the app from its icon there; then you can switch this on.",
    none: "This browser cannot be pushed to. Choose e-mail instead.",
    kind: "Push (to devices where it is on)",
  },
};
