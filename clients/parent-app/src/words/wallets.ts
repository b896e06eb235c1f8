import type { Catalogue } from "@campus-graph/ui/words/catalogue.js";

/** The wallets that I have linked. */
interface WalletsWords {
  title: string;
  lead: string;
  none: string;
  may: string;
  scopes: Readonly<Record<string, string>>;
  since(moment: string): string;
  lastUsed(moment: string): string;
  neverUsed: string;
  suspended: string;
  end: string;
  endThis(name: string): string;
  endTitle(name: string): string;
  endHint: string;
  keep: string;
  ended(name: string): string;
}

export const walletsWords: Catalogue<WalletsWords> = {
  "zh-TW": {
    title: "已連結的電子支付",
    lead: "您同意下列業者取得繳費單資訊。它們看不到其他資料，也不能替您繳費；您隨時可以終止連結。",
    none: "目前沒有連結任何電子支付。若要連結，請在該業者的 App 內選擇「連結校園繳費」。",
    may: "可以：",
    scopes: { "bills:read": "查看您子女的繳費單", "notices:subscribe": "即時收到繳費通知" },
    since: (moment) => `${moment} 同意`,
    lastUsed: (moment) => `${moment} 最後使用`,
    neverUsed: "尚未使用過",
    suspended: "市府已暫停此業者，目前無法取得任何資料。",
    end: "終止連結",
    endThis: (name) => `終止連結：${name}`,
    endTitle: (name) => `終止與「${name}」的連結？`,
    endHint: "立即生效：該業者不再收到您的繳費單與通知。之後可以重新連結。",
    keep: "先不要",
    ended: (name) => `已終止連結：${name}`,
  },
  en: {
    title: "Linked wallets",
    lead: "You let these get your school bills. They see nothing else and cannot pay for you; you can end a link at any time.",
    none: "No wallet is linked. To link one, choose “Link school bills” in the wallet’s own app.",
    may: "It may",
    scopes: {
      "bills:read": "see your children’s bills",
      "notices:subscribe": "be told of bills at once",
    },
    since: (moment) => `Agreed ${moment}`,
    lastUsed: (moment) => `Last used ${moment}`,
    neverUsed: "Not used yet",
    suspended: "The city has suspended this partner: it gets nothing at present.",
    end: "End the link",
    endThis: (name) => `End the link: ${name}`,
    endTitle: (name) => `End the link with ${name}?`,
    endHint:
      "It takes effect at once: the partner gets no more of your bills and notices. You can link it again later.",
    keep: "Not now",
    ended: (name) => `The link is ended: ${name}`,
  },
};
