/** A drawing of the graph as an address that an image can show. */
export function asAddress(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
