/** What pages write for the graph, where `npm start` serves it. A reader without scripts sees this. */
const writtenOrigin = "http://localhost:4000";

/** Commands and links name the graph that serves the page, so that they can be copied as they stand wherever that is. */
export function writeOwnOrigin(main: Element, origin: string): void {
  if (origin === writtenOrigin || !origin.startsWith("http")) return;
  for (const code of main.querySelectorAll("code")) {
    const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode } = texts;
      currentNode.nodeValue = currentNode.nodeValue!.replaceAll(writtenOrigin, origin);
    }
  }
  for (const link of main.querySelectorAll<HTMLAnchorElement>(`a[href^="${writtenOrigin}"]`))
    link.setAttribute("href", origin + link.getAttribute("href")!.slice(writtenOrigin.length));
}
