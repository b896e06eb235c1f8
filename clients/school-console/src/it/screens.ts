import type { Catalogue } from "@campus-graph/ui/words/catalogue";
import type { ComponentType } from "react";
import { itWords } from "../words/it";
import { undeliveredWords } from "../words/undelivered";
import { AccountsPage } from "./accounts/accounts-page";
import { MessagesPage } from "./messages/messages-page";

/** A screen of the IT room, with its tab; everything beneath `/it/<path>` is the screen's. */
export interface ItScreen {
  path: string;
  tab: Catalogue<string>;
  Screen: ComponentType;
}

/** In the order of the tabs. */
export const itScreens: readonly ItScreen[] = [
  {
    path: "accounts",
    tab: { "zh-TW": itWords["zh-TW"].accounts.tab, en: itWords.en.accounts.tab },
    Screen: AccountsPage,
  },
  {
    path: "messages",
    tab: { "zh-TW": undeliveredWords["zh-TW"].tab, en: undeliveredWords.en.tab },
    Screen: MessagesPage,
  },
];
