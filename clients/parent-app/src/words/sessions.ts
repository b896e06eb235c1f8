import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** Where I am signed in. */
interface SessionsWords {
  title: string;
  lead: string;
  device(browser: string, system: string): string;
  someBrowser: string;
  someSystem: string;
  unknown: string;
  here: string;
  since(moment: string): string;
  lastSeen(moment: string): string;
  end: string;
  endThis(device: string): string;
  endTitle(device: string): string;
  endHint: string;
  keep: string;
  ended(device: string): string;
}

export const sessionsWords: Catalogue<SessionsWords> = {
  "zh-TW": {
    title: "登入中的裝置",
    lead: "以下是目前以您的帳號登入的瀏覽器與 App。有不認得的，請把它登出，並更改密碼。",
    device: (browser, system) => `${system} 上的 ${browser}`,
    someBrowser: "瀏覽器",
    someSystem: "其他系統",
    unknown: "不明的裝置",
    here: "這台裝置",
    since: (moment) => `${moment} 登入`,
    lastSeen: (moment) => `${moment} 最後使用`,
    end: "登出",
    endThis: (device) => `登出：${device}`,
    endTitle: (device) => `登出「${device}」？`,
    endHint: "那台裝置會立刻登出，上面的畫面不再顯示孩子的資料；要再用，必須重新登入。",
    keep: "先不要",
    ended: (device) => `已登出：${device}`,
  },
  en: {
    title: "Where you are signed in",
    lead: "The browsers and apps that are signed in as you. If you do not know one, sign it out and change your password.",
    device: (browser, system) => `${browser} on ${system}`,
    someBrowser: "A browser",
    someSystem: "another system",
    unknown: "An unknown device",
    here: "This device",
    since: (moment) => `Signed in ${moment}`,
    lastSeen: (moment) => `Last used ${moment}`,
    end: "Sign out",
    endThis: (device) => `Sign out: ${device}`,
    endTitle: (device) => `Sign out ${device}?`,
    endHint:
      "It is signed out at once and shows nothing of your children any more; whoever uses it has to sign in again.",
    keep: "Not now",
    ended: (device) => `Signed out: ${device}`,
  },
};
