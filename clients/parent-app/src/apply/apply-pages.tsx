export default function ApplyPages() {
  return null;
}
