import { correction, generate } from "lean-qr";
import { type Html, html } from "./html.js";

/** The quiet zone that readers need around a code (ISO/IEC 18004). */
const quiet = 4;

/** A text as a QR code, drawn in the page itself. */
export function qrPicture(text: string, title: string): Html {
  const code = generate(text, { minCorrectionLevel: correction.L });
  const bars: string[] = [];
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) bars.push(`M${x + quiet} ${y + quiet}h1v1h-1z`);
  const side = String(code.size + 2 * quiet);
  return html`<svg class="qr" role="img" aria-label="${title}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${bars.join("")}"/></svg>`;
}
