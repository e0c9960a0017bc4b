/** What a saved page says of itself in its meta tags (政府网站发展指引, 国办发〔2017〕47号). */
export interface PageMeta {
  /** ArticleTitle, else the page's <title>. */
  title?: string;
  /** PubDate, as written. */
  published?: string;
  /** ContentSource. */
  source?: string;
  /** SiteName. */
  site?: string;
  /** Url, else the canonical link. */
  url?: string;
}
