/** Whoever signs our mails. Addresses and extensions change, so this is configuration. */
export interface Signature {
  service: { "zh-TW": string; en: string };
  organisation: { "zh-TW": string; en: string };
  address: string;
  telephone: string;
  email: string;
}

/** As the bureau's own mail has it. */
export const bureauSignature: Signature = {
  service: { "zh-TW": "臺北市校園單一身分驗證服務", en: "Taipei Campus Single Sign-On" },
  organisation: { "zh-TW": "臺北市政府教育局", en: "Department of Education, Taipei City Government" },
  address: "臺北市信義區市府路1號8樓",
  telephone: "1999（外縣市請撥02-27208889）#1234",
  email: "tpservice@oneplus.com.tw",
};
