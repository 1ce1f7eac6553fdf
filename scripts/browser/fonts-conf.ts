/**
 * Returns a fontconfig file that adds a folder to the fonts of the system.
 *
 * A machine without any font draws no text at all, which hides mistakes from screenshots and from
 * every test that clicks on what it sees.
 */
export function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}
