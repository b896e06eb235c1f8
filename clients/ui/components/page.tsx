import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { useCatalogue } from "../words/language";
import { uiWords } from "../words/ui-words";
import { Icon } from "./icon";

/** The first page of a visit leaves the focus where the browser put it; each further one takes it, and is read out. */
let isFirstPage = true;

/** One screen: its title in the window, its heading focused when a route leads here. */
export function Page({
  title,
  app,
  backTo,
  children,
}: {
  title: string;
  /** The app's name, which ends the window's title. */
  app: string;
  backTo?: string;
  children: ReactNode;
}) {
  const words = useCatalogue(uiWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${app}`;
  }, [title, app]);
  useEffect(() => {
    if (!isFirstPage) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    // StrictMode mounts twice in one go; the page is still the first then.
    const timer = setTimeout(() => {
      isFirstPage = false;
    });
    return () => clearTimeout(timer);
  }, []);
  return (
    <main id="main">
      {backTo !== undefined && (
        <Link href={backTo} className="back">
          <Icon name="back" />
          {words.back}
        </Link>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
