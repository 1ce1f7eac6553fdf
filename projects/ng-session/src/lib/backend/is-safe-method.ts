/** Whether requests of this method change nothing on the server; in capitals, as `HttpRequest` has it. */
export function isSafeMethod(method: string): boolean {
  return /^(GET|HEAD|OPTIONS|JSONP)$/.test(method);
}
