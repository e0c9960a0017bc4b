/** Text inside XML or HTML: escaped, and without the control characters that XML 1.0 has no way to write. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
      .replace(/[&<>"'\r]/g, (c) => `&#${c.charCodeAt(0)};`)
  );
}
