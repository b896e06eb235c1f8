/** How long a test waits for something that comes by itself: long, for machines that do much else. */
export const soon = { timeout: 20_000, interval: 20 };
