import type { SeedStep } from "@campus-graph/kit/sql/seeding";
import type { IdentityServices } from "../context.js";
import { declareGuardians } from "./declare-guardians.js";
import { openDemoAccounts } from "./open-demo-accounts.js";
import { registerWallet } from "./register-wallet.js";

/** Identity's part of the demo city. It needs nobody else's. */
export function demoCity(password: string, publicUrl: string): SeedStep<IdentityServices>[] {
  return [
    { name: "accounts", ready: async () => true, run: (context) => openDemoAccounts(context, password) },
    { name: "the wallet", ready: async () => true, run: (context) => registerWallet(context, publicUrl) },
    { name: "declared guardians", ready: async () => true, run: declareGuardians },
  ];
}
