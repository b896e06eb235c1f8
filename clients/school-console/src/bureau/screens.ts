import { AccountsPage } from "../it/accounts/accounts-page";
import { MessagesPage } from "../it/messages/messages-page";
import type { OfficeScreen } from "../office/office-room";
import { PartnersPage } from "../partners/partners-page";
import { StaffPage } from "../staff/staff-page";
import { itWords } from "../words/it";
import { partnersWords } from "../words/partners";
import { staffWords } from "../words/staff";
import { undeliveredWords } from "../words/undelivered";

/** In the order of the tabs: what a school's IT office has for its school, the bureau has for every school. */
export const bureauScreens: readonly OfficeScreen[] = [
  {
    path: "staff",
    tab: { "zh-TW": staffWords["zh-TW"].tab, en: staffWords.en.tab },
    Screen: StaffPage,
  },
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
  {
    path: "partners",
    tab: { "zh-TW": partnersWords["zh-TW"].tab, en: partnersWords.en.tab },
    Screen: PartnersPage,
  },
];
