export default function FirstPasswordPage() {
  return null;
}
