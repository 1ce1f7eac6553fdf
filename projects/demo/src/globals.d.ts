/** Where the demo's API runs; set by `define` in angular.json. */
declare const DEMO_API_URL: string;
