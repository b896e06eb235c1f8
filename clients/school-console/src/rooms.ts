import { type ComponentType, type LazyExoticComponent, lazy } from "react";

export type RoomRole = "TEACHER" | "REGISTRAR" | "CASHIER" | "IT" | "BUREAU" | "SUPPORT";

interface Room {
  role: RoomRole;
  /** Everything beneath this address is the room's. */
  path: string;
  Room: LazyExoticComponent<ComponentType>;
}

/** The rooms, in the order of the role switch. Each is loaded by who has its role, and finds its own screens by address. */
export const rooms: readonly Room[] = [
  { role: "TEACHER", path: "/teacher", Room: lazy(() => import("./teacher/teacher-room")) },
  { role: "REGISTRAR", path: "/registrar", Room: lazy(() => import("./registrar/registrar-room")) },
  { role: "CASHIER", path: "/cashier", Room: lazy(() => import("./cashier/cashier-room")) },
  { role: "IT", path: "/it", Room: lazy(() => import("./it/it-room")) },
  { role: "BUREAU", path: "/bureau", Room: lazy(() => import("./bureau/bureau-room")) },
  { role: "SUPPORT", path: "/support", Room: lazy(() => import("./support/support-room")) },
];
