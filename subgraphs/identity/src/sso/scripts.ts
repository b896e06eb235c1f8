import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Asks the browser for a passkey when its form is sent, and sends the answer with it. Where there are none the form stays
 * hidden; what goes wrong is said beside the button.
 */
const passkey = `"use strict";
for (const form of document.querySelectorAll("form[data-passkey]")) {
  const { startAuthentication, startRegistration, browserSupportsWebAuthn } = SimpleWebAuthnBrowser;
  if (!browserSupportsWebAuthn()) continue;
  form.hidden = false;
  const failed = form.querySelector("[data-failed]");
  const button = form.querySelector("button");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    failed.hidden = true;
    const ask = form.dataset.passkey === "create" ? startRegistration : startAuthentication;
    try {
      const answer = await ask({ optionsJSON: JSON.parse(form.dataset.options) });
      form.elements.answer.value = JSON.stringify(answer);
      form.submit();
    } catch {
      failed.hidden = false;
      button.disabled = false;
    }
  });
}
`;

/** The scripts that sign-in pages load, by name. */
export function readScripts(): ReadonlyMap<string, string> {
  const require = createRequire(import.meta.url);
  // The library's own bundle for a page, which its package does not name among its exports.
  const folder = dirname(require.resolve("@simplewebauthn/browser"));
  const webauthn = readFileSync(join(folder, "../dist/bundle/index.umd.min.js"), "utf8");
  return new Map([
    ["webauthn.js", webauthn],
    ["passkey.js", passkey],
  ]);
}
