import { Mishap } from "@campus-graph/ui/components/mishap";
import { GraphProvider } from "@campus-graph/ui/graph/graph-provider";
import { SecondFactorProvider } from "@campus-graph/ui/graph/second-factor";
import { SessionKeeper } from "@campus-graph/ui/session/session-keeper";
import { SessionProvider } from "@campus-graph/ui/session/session-provider";
import { LanguageProvider } from "@campus-graph/ui/words/language";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";
import { App } from "./app";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <LanguageProvider>
      <Mishap>
        <SessionProvider>
          <SessionKeeper>
            <GraphProvider>
              <SecondFactorProvider>
                <Router base="/school">
                  <App />
                </Router>
              </SecondFactorProvider>
            </GraphProvider>
          </SessionKeeper>
        </SessionProvider>
      </Mishap>
    </LanguageProvider>
  </StrictMode>,
);
