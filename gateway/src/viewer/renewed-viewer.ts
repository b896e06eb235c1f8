import type { Viewer } from "@campus-graph/kit/auth/viewer";
import type { Authenticated } from "./authenticate.js";

/**
 * The viewer of a socket: each operation over it, and each page of a tail, runs with their rights at that moment. By a cookie
 * they are renewed as long as their session lasts, so that a socket need not close at the end of a token.
 */
export class RenewedViewer implements Authenticated {
  viewer: Viewer;
  issuedAt: Date | null;
  expiresAt: Date | null;
  #renew: Authenticated["renew"];
  readonly #listeners = new Set<() => void>();

  constructor({ viewer, issuedAt, expiresAt, renew }: Authenticated) {
    this.viewer = viewer;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.#renew = renew;
  }

  get isRenewable(): boolean {
    return this.#renew !== undefined;
  }

  /** False: the session is over, or another's. Throws when that cannot be found out. */
  async renewNow(): Promise<boolean> {
    const next = await this.#renew?.();
    if (!next || next.viewer.session !== this.viewer.session) return false;
    const before = accessOf(this.viewer);
    this.viewer = next.viewer;
    this.issuedAt = next.issuedAt;
    this.expiresAt = next.expiresAt;
    this.#renew = next.renew;
    if (accessOf(this.viewer) !== before) for (const listener of this.#listeners) listener();
    return true;
  }

  /** Calls whenever a renewal finds that they may do more or less than before; returns how to stop. */
  onAccessChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

function accessOf({ roles, assurance, applicationId }: Viewer): string {
  return JSON.stringify([roles, assurance, applicationId]);
}
