import { cityOffset, dayInTaipei } from "../text/calendar.js";

/** A job that comes up every day at a time of the city's. */
export interface DailySchedule {
  /** The job's kind. */
  kind: string;
  /** By the city's clock, such as `07:30`. */
  at: `${number}:${number}`;
}

const dayMs = 24 * 60 * 60_000;

/** The last time that the schedule has come up, `now` included, with the city's day that it belongs to. */
export function latestOccurrence({ at }: DailySchedule, now: Date): { day: string; time: Date } {
  const today = dayInTaipei(now);
  const todays = new Date(`${today}T${at}:00${cityOffset}`);
  if (Number.isNaN(todays.getTime())) throw new Error(`${at} is no time of a day.`);
  if (todays <= now) return { day: today, time: todays };
  const yesterdays = new Date(todays.getTime() - dayMs);
  return { day: dayInTaipei(yesterdays), time: yesterdays };
}
