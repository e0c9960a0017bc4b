/** The entries of the header, in their order. */
import { urls } from './urls.ts';

export const NAVIGATION: readonly { label: string; url: string }[] = [
  { label: '报告', url: urls.home },
  { label: '机构', url: urls.agencies },
  { label: '年份', url: urls.years },
];
