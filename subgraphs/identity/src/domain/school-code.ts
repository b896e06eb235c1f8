/** Whether it has the form of the ministry's code of a school; which schools there are is roster's to know. */
export function isSchoolCode(text: string): boolean {
  return /^[0-9]{3}[0-9A-Z][0-9]{2}$/.test(text);
}
