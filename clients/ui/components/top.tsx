import { Link } from "wouter";
import { useLanguage } from "../words/language";

/** The app's name under its seal, which leads to the first page. */
export function Brand({ app }: { app: string }) {
  return (
    <Link href="/" className="brand">
      <span className="mark" aria-hidden="true" lang="zh-Hant-TW">
        校
      </span>
      {app}
    </Link>
  );
}

/** To the app's other language, under that language's own name. */
export function LanguageButton({ name }: { name: string }) {
  const { language, setLanguage } = useLanguage();
  const other = language === "en" ? "zh-TW" : "en";
  return (
    <button
      type="button"
      className="plain-button"
      lang={other === "en" ? "en" : "zh-Hant-TW"}
      onClick={() => setLanguage(other)}
    >
      {name}
    </button>
  );
}
