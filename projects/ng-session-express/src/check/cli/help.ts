/** What `--help` says. */
export const HELP = `Usage: ng-session-express check <url> [options]

Holds any backend against what an Angular app with ng-session expects of it.

  --origin <origin>        where the app is, such as https://app.example.com;
                           without it, app and backend are taken for one origin
  --sign-in <json>         what signs in: '{"email":"…","password":"…"}'
  --wrong-sign-in <json>   what does not; default: the same with another password
  --limits                 try wrong passwords until they are limited,
                           which locks the account for a while
  --update-url <path>      default: /api/session
  --sign-in-url <path>     default: /api/users/sign-in
  --sign-out-url <path>    default: /api/users/sign-out
  --data-url <path>        default: /api/session/data
  --timeout <duration>     for each request; default: 5s
  --json                   print the report as JSON
  --help                   print this

The sign-ins may also be in NG_SESSION_SIGN_IN and NG_SESSION_WRONG_SIGN_IN, so that no
password is in the history of the shell. Use a test account. Without a sign-in, only what
needs no account is checked.

The exit status is 0 where there is no fault (there may be warnings), 1 where there is one,
and 2 where the check could not be made.
`;
