import { Mishap } from "@campus-graph/ui/components/mishap";
import { GraphProvider } from "@campus-graph/ui/graph/graph-provider";
import { SecondFactorProvider } from "@campus-graph/ui/graph/second-factor";
import { forgetStale } from "@campus-graph/ui/session/device";
import { SessionProvider } from "@campus-graph/ui/session/session-provider";
import { LanguageProvider } from "@campus-graph/ui/words/language";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";
import { App } from "./app";
import { registerWorker } from "./shell/register-worker";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <LanguageProvider>
      <Mishap>
        <SessionProvider>
          <GraphProvider>
            <SecondFactorProvider>
              <Router base="/parent">
                <App />
              </Router>
            </SecondFactorProvider>
          </GraphProvider>
        </SessionProvider>
      </Mishap>
    </LanguageProvider>
  </StrictMode>,
);
registerWorker();
forgetStale();
