import { type Cache, cacheExchange, type UpdateResolver } from "@urql/exchange-graphcache";

/** What has an id of its own is kept once; the rest belongs to the thing that holds it. */
const withoutKey = () => null;
const byField = (field: string) => (data: Record<string, unknown>) =>
  (data[field] as string | undefined) ?? null;

/** The lists that change when a notice comes are read anew: what they hold is the graph's to say, not the cache's. */
const readAnew =
  (...fields: readonly string[]): UpdateResolver =>
  (_result, _args, cache) => {
    for (const field of fields) forget(cache, field);
  };

function forget(cache: Cache, field: string): void {
  for (const { fieldKey } of cache.inspectFields("Query").filter(({ fieldName }) => fieldName === field))
    cache.invalidate("Query", fieldKey);
}

/** In memory only, and new with every session: telephones are shared, and this is children's data. */
export function createCache() {
  return cacheExchange({
    keys: {
      School: byField("code"),
      ConsentNotice: byField("version"),
      DeliveryPreference: byField("kind"),
      ...Object.fromEntries(
        [
          "AccountDeletion",
          "AtmOption",
          "BillConnection",
          "BillEdge",
          "BillHistoryEntry",
          "BillItem",
          "BillNoticeConnection",
          "BillNoticeEdge",
          "BillPreview",
          "BillPreviewRow",
          "BindingNoticeConnection",
          "BindingNoticeEdge",
          "ClassReviewRow",
          "ClaimNoticeConnection",
          "ClaimNoticeEdge",
          "ConvenienceStoreOption",
          "CreditCardOption",
          "DataFileLinks",
          "Disclosure",
          "DisclosureConnection",
          "DisclosureEdge",
          "DocumentLink",
          "EasyWalletOption",
          "Figure",
          "Guardian",
          "GuardianDeclaration",
          "PageInfo",
          "ImportProblem",
          "ManagedAccountConnection",
          "ManagedAccountEdge",
          "PayTaipeiOption",
          "PushService",
          "Refusal",
          "SignInAttempt",
          "SignInAttemptConnection",
          "SignInAttemptEdge",
          "ReviewPayload",
          "ReviewResult",
          "ReviewNoticeConnection",
          "ReviewNoticeEdge",
          "RosterImport",
          "SheetColumn",
          "SignatureProof",
          "StaffImport",
          "StaffImportLine",
          "StaffImportProblem",
          "StudentMatch",
          "SupportMessage",
          "Twqr",
          "UndeliveredMessageConnection",
          "UndeliveredMessageEdge",
          "VerificationChallenge",
          "VerifiedContact",
        ].map((type) => [type, withoutKey]),
      ),
    },
    updates: {
      Subscription: {
        billNotice: readAnew("billNotices", "myBills", "me", "bill"),
        // The notice brings the bill's claims as they are now; a bill that it does not bring is out of sight.
        claimNotice: ({ claimNotice }, _args, cache) => {
          if (!(claimNotice as { bill: unknown } | null)?.bill) forget(cache, "bill");
        },
        bindingOutcome: readAnew("bindingNotices", "myApplications", "myBindings", "me", "myBills", "bill"),
      },
      Mutation: {
        startPayment: readAnew("bill"),
        // Left to itself the cache forgets every bill when a new one comes, and the one that it replaces is read from there.
        amendBill: readAnew("bill"),
        waive: readAnew("bill"),
        startApplication: readAnew("myApplications"),
        addStudentToApplication: readAnew("myApplications"),
        removeStudentFromApplication: readAnew("myApplications"),
        declineConsent: readAnew("myApplications"),
        endSession: readAnew("mySessions"),
        requestMyData: readAnew("myDataRequests"),
        unlinkWallet: readAnew("myWalletLinks"),
        subscribeToPush: readAnew("pushService"),
        unsubscribeFromPush: readAnew("pushService"),
        answerPersonLink: readAnew("myPersonLinks", "myBindings", "me", "myBills"),
      },
    },
  });
}
