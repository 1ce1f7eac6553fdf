const TRACES = [
  // JavaScript: "at handler (/srv/app/index.js:12:34)"
  /\bat .+\.[cm]?[jt]sx?:\d+:\d+/,
  // Java and Kotlin: "at org.example.Shop.find(Shop.java:12)"
  /at [\w$.]+\(\w+\.(java|kt):\d+\)/,
  /Traceback \(most recent call last\)/,
  // Ruby: "app/models/user.rb:12:in 'find'"
  /\.rb:\d+:in\b/,
  // .NET: "at Shop.Find() in C:\Shop.cs:line 12"
  /\.(cs|vb|fs):line \d+/,
  /\bat [\w.<>`]+\(.*\) in /,
  // PHP: "#0 /srv/app/index.php(12): find()"
  /#\d+ .+\.php\(\d+\)/,
];

/** Whether a text tells where in the code something went wrong. */
export function hasStackTrace(text: string): boolean {
  return TRACES.some((trace) => trace.test(text));
}
