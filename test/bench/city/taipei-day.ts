/** A day in Taipei, so many days from today, as the graph writes dates. */
export function taipeiDay(daysAhead: number): string {
  const day = new Date(Date.now() + daysAhead * 86_400_000);
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Taipei" }).format(day);
}
