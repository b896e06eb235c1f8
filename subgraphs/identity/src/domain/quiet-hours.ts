/** Between these times of the city nobody is written to, codes excepted; `HH:MM`. Equal ones: never quiet. */
export interface QuietHours {
  from: string;
  until: string;
}

/** Taipei keeps one time all year round. */
const offsetMs = 8 * 60 * 60_000;
const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** The moment itself, or the end of the quiet hours that it falls into. */
export function afterQuietHours(moment: Date, { from, until }: QuietHours): Date {
  const [begin, end] = [minutesOf(from), minutesOf(until)];
  const now = Math.floor((moment.getTime() + offsetMs) / minuteMs) % dayMinutes;
  const isQuiet = begin <= end ? now >= begin && now < end : now >= begin || now < end;
  if (!isQuiet) return moment;
  const left = (end - now + dayMinutes) % dayMinutes;
  return new Date(Math.floor(moment.getTime() / minuteMs) * minuteMs + left * minuteMs);
}

export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
