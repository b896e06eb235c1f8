import { Icon, type IconName } from "@campus-graph/ui/components/icon";
import { Brand, LanguageButton } from "@campus-graph/ui/components/top";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue } from "@campus-graph/ui/words/language";
import type { ReactNode } from "react";
import { Link, useRoute } from "wouter";
import { useLive } from "../notices/live";
import { shellWords } from "../words/shell";
import { Banners } from "./banners";
import { useUnpaid } from "./use-unpaid";

/** The name at the top, the way round at the bottom, where a thumb reaches; what is live in between. */
export function Frame({ children }: { children: ReactNode }) {
  const words = useCatalogue(shellWords);
  const { session } = useSession();
  const hasNav = session?.kind !== "ANONYMOUS" && !session?.mustChangePassword;
  return (
    <div className={hasNav ? "frame with-nav" : "frame"}>
      <header className="top">
        <Brand app={words.app} />
        {hasNav && <Nav />}
        <LanguageButton name={words.language} />
      </header>
      <Banners />
      {children}
    </div>
  );
}

function Nav() {
  const words = useCatalogue(shellWords);
  const { session } = useSession();
  const { unread } = useLive();
  const unpaid = useUnpaid();
  return (
    <nav className="nav" aria-label={words.nav.label}>
      {session?.kind === "SIGNED_IN" && (
        <NavLink to="/" under="/bills/*?" icon="bill" badge={unpaid} badgeWords={words.unpaid(unpaid)}>
          {words.nav.bills}
        </NavLink>
      )}
      <NavLink to="/notices" icon="bell" badge={unread} badgeWords={words.unread(unread)}>
        {words.nav.notices}
      </NavLink>
      <NavLink to="/applications" under="/apply/*?" icon="seal">
        {words.nav.applications}
      </NavLink>
      <NavLink to="/me" under="/me/*?" icon="person">
        {words.nav.me}
      </NavLink>
    </nav>
  );
}

function NavLink({
  to,
  under = to,
  icon,
  badge = 0,
  badgeWords,
  children,
}: {
  to: string;
  /** Which further addresses count as here. */
  under?: string;
  icon: IconName;
  badge?: number;
  badgeWords?: string;
  children: ReactNode;
}) {
  const [isHere] = useRoute(to);
  const [isUnder] = useRoute(under);
  return (
    <Link href={to} aria-current={isHere ? "page" : isUnder ? "true" : undefined}>
      <span className="nav-icon">
        <Icon name={icon} />
        {badge > 0 && (
          <span className="badge" data-testid={`badge-${icon}`}>
            <span aria-hidden="true">{badge > 99 ? "99+" : badge}</span>
          </span>
        )}
      </span>
      <span>{children}</span>
      {badge > 0 && <span className="visually-hidden">, {badgeWords}</span>}
    </Link>
  );
}
