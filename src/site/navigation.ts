/** The entries of the header, in their order. */
import { urls } from './urls.ts';

export const NAVIGATION: readonly { label: string; url: string }[] = [
  { label: '报告', url: urls.home },
  { label: '机构', url: urls.agencies },
  { label: '年份', url: urls.years },
  { label: '地区', url: urls.regions },
  { label: '指标', url: urls.metrics },
  { label: '主题', url: urls.themes },
  { label: '对照', url: urls.compare },
];
