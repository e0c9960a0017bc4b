/** What Vite compiles into the pages. */
interface ImportMetaEnv {
  /** Name that renderSite keeps the context of this site under. */
  readonly SITE_CONTEXT: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
