import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "wouter";

type Kind = "main" | "quiet" | "plain" | "danger";

interface Look {
  kind?: Kind;
  children: ReactNode;
}

/** A busy button stays focused and readable, and does nothing. */
export function Button({
  kind = "main",
  isBusy = false,
  type = "button",
  onClick,
  className = "",
  ...rest
}: Look & { isBusy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      {...rest}
      type={type}
      className={`button ${kind} ${className}`}
      aria-disabled={isBusy || undefined}
      data-busy={isBusy || undefined}
      onClick={(event) => (isBusy ? event.preventDefault() : onClick?.(event))}
    />
  );
}

/** A way to another screen that looks like a button. */
export function ButtonLink({ kind = "main", to, children }: Look & { to: string }) {
  return (
    <Link href={to} className={`button ${kind}`}>
      {children}
    </Link>
  );
}
