/** The half of pdf.js that reads files, which has no types of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Answers what comes over a port. */
    initializeFromPort(port: EventTarget & { postMessage(message: object): void }): void;
  };
}
