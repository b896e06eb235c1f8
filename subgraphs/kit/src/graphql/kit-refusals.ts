import type { CodesOf, Words } from "../refusals/refusal.js";
import { textSentences } from "../text/sentences.js";

type KitCodes = CodesOf<
  typeof import("../refusals/refusal.js") &
    typeof import("../text/refusals.js") &
    typeof import("../sql/interruption.js")
>;

/** The words of the refusals that every subgraph can give. */
export const kitRefusals = {
  ...textSentences,
  UNAUTHENTICATED: { "zh-TW": "請先登入。", en: "Please sign in first." },
  FORBIDDEN: { "zh-TW": "您沒有使用這項功能的權限。", en: "You are not allowed to do this." },
  MUST_CHANGE_PASSWORD: {
    "zh-TW": "請先變更初始密碼，再使用其他功能。",
    en: "Change your initial password first; then everything else opens.",
  },
  SECOND_FACTOR_REQUIRED: {
    "zh-TW": "為保護資料，請再次輸入驗證器的驗證碼或使用通行密鑰，然後再送出一次。",
    en: "To protect this, please confirm with your authenticator's code or a passkey, then send it again.",
  },
  BAD_INPUT: { "zh-TW": "「{field}」填寫有誤：{rule}", en: "“{field}” is not right. {rule}" },
  NOT_FOUND: { "zh-TW": "查無資料。", en: "Nothing was found." },
  INVALID_CURSOR: {
    "zh-TW": "讀取位置無效，請重新讀取清單。",
    en: "The cursor is not valid here. Read the list from its start.",
  },
  RESYNC_REQUIRED: {
    "zh-TW": "資料庫已還原，請重新讀取清單。",
    en: "The data was restored from a backup. Read the list from its start.",
  },
  IDEMPOTENCY_CONFLICT: {
    "zh-TW": "相同的識別鍵已用於另一筆內容，請換用新的識別鍵。",
    en: "This idempotency key was used for other content. Use a new key.",
  },
  TOO_MANY_ATTEMPTS: {
    "zh-TW": "嘗試次數過多，請於 {retryAfterSeconds} 秒後再試。",
    en: "Too many attempts. Try again in {retryAfterSeconds} seconds.",
  },
  TRY_AGAIN: {
    "zh-TW": "系統忙碌，請稍候再試。",
    en: "We are busy just now. Please try again in a moment.",
  },
  INVALID_TOKEN: {
    "zh-TW": "驗證資料已失效，請重新操作上一步。",
    en: "This proof is no longer valid. Please redo the previous step.",
  },
} satisfies Readonly<Record<KitCodes, Words>>;
