import { defineTemplate } from "../template.js";

/**
 * A wrong approval was undone. It names no child: who is bound no more is told nothing of them. In a protection case
 * nobody speaks of it, and so no letter is asked for.
 */
export const bindingRevoked = defineTemplate<object>({
  name: "binding-revoked",
  kind: "BINDING",
  read: async () => ({}),
  letter: () => ({
    subject: { "zh-TW": "一項親子綁定已結束", en: "One of your bindings has ended" },
    paragraphs: [
      {
        "zh-TW": "您的一項親子綁定已結束，您不再看到該項綁定的資料與繳費單。",
        en: "One of your bindings has ended; you no longer see its data and bills.",
      },
      {
        "zh-TW": "若您認為有誤，請洽學校註冊組。",
        en: "If you believe that this is wrong, please ask the school's registrar.",
      },
    ],
    action: { label: { "zh-TW": "查看我的綁定", en: "See your bindings" }, path: "/parent/applications" },
  }),
  push: () => null,
});
