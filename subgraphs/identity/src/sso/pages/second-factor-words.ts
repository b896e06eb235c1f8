/** What the pages say of second factors. */
export const secondFactorWords = {
  secondFactorTitle: { "zh-TW": "第二重驗證", en: "Second factor" },
  secondFactorLead: {
    "zh-TW": "請輸入驗證器 App 目前顯示的驗證碼，或使用通行密鑰。",
    en: "Enter the code that your authenticator app shows now, or use a passkey.",
  },
  factorCode: {
    "zh-TW": "驗證碼（6 位數字），或備用碼",
    en: "Code (6 digits), or a recovery code",
  },
  factorLost: {
    "zh-TW": "手機與備用碼都遺失了？請洽學校資訊組重設。",
    en: "Lost your phone and your recovery codes? Your school's IT office can reset them.",
  },
  usePasskey: { "zh-TW": "使用通行密鑰", en: "Use a passkey" },
  passkeyFailed: {
    "zh-TW": "通行密鑰沒有完成，請再試一次，或改用驗證碼。",
    en: "The passkey did not go through. Try again, or use a code.",
  },
  enrolTitle: { "zh-TW": "設定第二重驗證", en: "Set up a second factor" },
  enrolLead: {
    "zh-TW":
      "教職員帳號可看到學生資料，因此登入時除了密碼，還需要驗證器 App 或通行密鑰。請選擇一種完成設定。",
    en: "Staff see children's data, so signing in needs an authenticator app or a passkey beside the password. Set up one of them.",
  },
  authenticator: { "zh-TW": "驗證器 App", en: "Authenticator app" },
  scanLead: {
    "zh-TW": "以手機的驗證器 App 掃描圖碼，再輸入 App 顯示的 6 位數字。",
    en: "Scan the picture with the authenticator app of your phone, then enter the six digits that it shows.",
  },
  qrTitle: { "zh-TW": "驗證器設定圖碼", en: "Set-up code for the authenticator" },
  typeSecret: {
    "zh-TW": "無法掃描時，請在 App 輸入這組金鑰：",
    en: "If you cannot scan it, type this key into the app:",
  },
  authenticatorCode: { "zh-TW": "驗證碼（6 位數字）", en: "Code (6 digits)" },
  passkey: { "zh-TW": "通行密鑰", en: "Passkey" },
  passkeyLead: {
    "zh-TW": "以這個裝置的指紋、臉部或螢幕鎖定登入，也可以使用安全金鑰。",
    en: "Sign in with this device's fingerprint, face or screen lock, or with a security key.",
  },
  passkeyName: { "zh-TW": "名稱（例如：辦公室電腦）", en: "Name, such as: office computer" },
  addPasskey: { "zh-TW": "加入通行密鑰", en: "Add a passkey" },
  recoveryCodesTitle: { "zh-TW": "請保存備用碼", en: "Keep your recovery codes" },
  recoveryCodesLead: {
    "zh-TW":
      "遺失手機或通行密鑰時，可用備用碼登入，每組只能使用一次。備用碼只在此顯示這一次，請印出或抄下並妥善保管。",
    en: "With these you can sign in when phone or passkey is lost; each works once. They are shown here this one time: print or copy them and keep them safe.",
  },
  recoveryCodesGone: {
    "zh-TW": "備用碼已經顯示過。若沒有保存，登入後可在帳號頁重新產生。",
    en: "The codes were shown already. If you did not keep them, make new ones on your account page.",
  },
  codesKept: { "zh-TW": "已保存，繼續", en: "I have kept them, go on" },
  factorsTitle: { "zh-TW": "第二重驗證", en: "Second factor" },
  factorsLead: {
    "zh-TW": "除了密碼，登入時再確認一次是您本人。",
    en: "Beside the password, signing in checks once more that it is you.",
  },
  noFactors: { "zh-TW": "您尚未設定第二重驗證。", en: "You have set up none yet." },
  since: { "zh-TW": "加入於", en: "added" },
  lastUsed: { "zh-TW": "最近使用", en: "last used" },
  neverUsed: { "zh-TW": "尚未使用", en: "not used yet" },
  remove: { "zh-TW": "移除", en: "Remove" },
  addAuthenticator: { "zh-TW": "設定驗證器 App", en: "Set up an authenticator app" },
  replaceAuthenticator: { "zh-TW": "改用另一個驗證器 App", en: "Move to another authenticator app" },
  recoveryCodes: { "zh-TW": "備用碼", en: "Recovery codes" },
  codesLeft: { "zh-TW": "尚可使用的組數：", en: "Codes left:" },
  renewCodes: { "zh-TW": "重新產生備用碼", en: "Make new recovery codes" },
  confirmFirst: {
    "zh-TW": "變更設定前，請先再驗證一次。",
    en: "Before you change anything here, confirm once more that it is you.",
  },
  factorSaved: { "zh-TW": "設定已儲存。", en: "Saved." },
  toAccount: { "zh-TW": "回帳號頁", en: "Back to your account" },
  manageFactors: { "zh-TW": "管理第二重驗證", en: "Manage your second factor" },
  signInWithFactor: {
    "zh-TW": "請以新的設定重新登入，以開啟您的工作畫面。",
    en: "Sign in once more with what you set up to open your work.",
  },
} as const;
