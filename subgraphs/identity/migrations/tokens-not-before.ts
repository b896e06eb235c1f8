/** From when on a subject's tokens count: older ones are refused, however long they were to live. */
export const tokensNotBefore: readonly string[] = [`alter table subject add column not_before timestamptz`];
