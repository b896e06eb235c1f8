import type { OfficeScreen } from "../office/office-room";
import { PartnersPage } from "../partners/partners-page";
import { StaffPage } from "../staff/staff-page";
import { itWords } from "../words/it";
import { partnersWords } from "../words/partners";
import { staffWords } from "../words/staff";
import { undeliveredWords } from "../words/undelivered";
import { AccountsPage } from "./accounts/accounts-page";
import { MessagesPage } from "./messages/messages-page";

/** In the order of the tabs. */
export const itScreens: readonly OfficeScreen[] = [
  {
    path: "accounts",
    tab: { "zh-TW": itWords["zh-TW"].accounts.tab, en: itWords.en.accounts.tab },
    Screen: AccountsPage,
  },
  {
    path: "staff",
    tab: { "zh-TW": staffWords["zh-TW"].tab, en: staffWords.en.tab },
    Screen: StaffPage,
  },
  {
    path: "messages",
    tab: { "zh-TW": undeliveredWords["zh-TW"].tab, en: undeliveredWords.en.tab },
    Screen: MessagesPage,
  },
  {
    path: "partners",
    tab: { "zh-TW": partnersWords["zh-TW"].tab, en: partnersWords.en.tab },
    Screen: PartnersPage,
  },
];
