import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Catalogue, Language } from "./catalogue";

const languages: readonly Language[] = ["zh-TW", "en"];
const keptAs = "language";

interface LanguageChoice {
  language: Language;
  setLanguage(language: Language): void;
}

const Context = createContext<LanguageChoice>({ language: "zh-TW", setLanguage: () => undefined });

/** The language that was chosen last on this device, else the browser's, else Chinese. */
function firstLanguage(): Language {
  const kept = localStorage.getItem(keptAs);
  const preferred = [kept, ...navigator.languages].find((tag) => tag && /^(zh|en)\b/i.test(tag));
  return preferred?.toLowerCase().startsWith("en") ? "en" : "zh-TW";
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    // Without the region a Chinese text may be drawn with Japanese glyphs.
    document.documentElement.lang = language === "en" ? "en" : "zh-Hant-TW";
  }, [language]);
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      setLanguage(next) {
        localStorage.setItem(keptAs, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Context value={choice}>{children}</Context>;
}

export function useLanguage(): LanguageChoice & { languages: readonly Language[] } {
  return { ...useContext(Context), languages };
}

/** The words of the reader's language. */
export function useCatalogue<Words>(catalogue: Catalogue<Words>): Words {
  return catalogue[useContext(Context).language];
}
