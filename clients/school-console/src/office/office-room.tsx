import type { Catalogue } from "@campus-graph/ui/words/catalogue";
import { useLanguage } from "@campus-graph/ui/words/language";
import type { ComponentType, ReactNode } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { NotFoundPage } from "../shell/not-found-page";

/** A screen of an office's room, with its tab; everything beneath `<room>/<path>` is the screen's. */
export interface OfficeScreen {
  path: string;
  tab: Catalogue<string>;
  Screen: ComponentType;
}

/** An office's screens by their tabs, the first one where none is named. */
export function OfficeRoom({
  path: room,
  label,
  screens,
  beside,
}: {
  path: string;
  label: string;
  screens: readonly OfficeScreen[];
  /** At the end of the tabs: the school. */
  beside: ReactNode;
}) {
  const { language } = useLanguage();
  const [location] = useLocation();
  const [first] = screens;
  return (
    <>
      <nav className="tabs under-top" aria-label={label}>
        {screens.map(({ path, tab }) => (
          <Link
            key={path}
            href={`${room}/${path}`}
            aria-current={isUnder(location, `${room}/${path}`) ? "page" : undefined}
          >
            {tab[language]}
          </Link>
        ))}
        {beside}
      </nav>
      <Switch>
        {first && (
          <Route path={room}>
            <Redirect to={`${room}/${first.path}`} replace />
          </Route>
        )}
        {screens.map(({ path, Screen }) => (
          <Route key={path} path={`${room}/${path}/*?`} component={Screen} />
        ))}
        <Route component={NotFoundPage} />
      </Switch>
    </>
  );
}

function isUnder(location: string, path: string): boolean {
  return location === path || location.startsWith(`${path}/`);
}
