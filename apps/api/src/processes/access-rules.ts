/** What decides further about a write to a process, for the page with the access table. */
export const PROCESS_ACCESS_RULES: readonly string[] = [
  'Two rules decide further about a write to a process. A workgroup member writes in their own domains. A process',
  'owner writes to the processes that name them, and in their domains to those that name nobody yet.',
];
