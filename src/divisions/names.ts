/** Short names and other common names of a place, from its full name. */

/** Peoples as they stand in the names of autonomous places, with 族 where the name has it. */
const PEOPLES =
  '保安族|布依族|布朗族|朝鲜族|傣族|达斡尔族|东乡族|侗族|独龙族|鄂温克族|仡佬族|哈尼族|哈萨克族?|回族|景颇族|柯尔克孜|拉祜族|黎族|傈僳族|满族|毛南族|蒙古族?|苗族|仫佬族|纳西族|怒族|普米族|羌族|撒拉族|畲族|水族|塔吉克|土家族|土族|佤族|维吾尔|锡伯|瑶族|彝族|裕固族|藏族|壮族|各族';
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})*自治(区|州|县|旗)$`);
const KIND = /^(.{2,}?)(?:特别行政区|地区|特区|省|市|县|区|旗|盟)$/;

/** Names that the rules would shorten wrongly. */
const SHORT: Readonly<Record<string, string>> = {
  浦东新区: '浦东',
  沈北新区: '沈北',
  神农架林区: '神农架',
  峰峰矿区: '峰峰',
  鹰手营子矿区: '鹰手营子',
  白云鄂博矿区: '白云鄂博',
  井陉矿区: '井陉矿区',
  东乡族自治县: '东乡',
  鄂温克族自治旗: '鄂温克',
};

/** Short names that are ordinary words: 荆州市公安局 is not of 公安县, 海东市平安建设 not of 平安区. */
const ORDINARY_WORDS = new Set(
  [
    // what texts speak of
    '公安 平安 和平 友好 友谊 前进 解放 爱民 合作 富裕 吉利 安居 复兴 振兴 新建 太平 安定 安宁 共和 和政 政和 平和 资源 动力 会同 通道 惠民 比如 崇文 光明 定安 正定 集贤 民权 民乐 博爱 大方 兴业 乐业 互助 同心 同德 同仁 延长 修文 威信 武功 当阳 大悟 无极 尚志 尚义 万全 成安 改则 清新 文成 进贤 开化 德化 称多 治多 久治 新化 新和 安多 信宜 崇信 兴国 新华 长安 前锋 响水 铜鼓 清流 弥勒 灯塔 凤凰 石棉 两当 方正 万年 万载 大名',
    // where in a town or in the country something is
    '港口 海港 平原 东方 东风 向阳 兴隆 高明 新兴 红旗 红星 工农 城关 城中 城东 城西 城南 城北 城厢 新城 老城 古城 新区 市中 市北 市南 郊区 新市 滨海 滨江 湖滨 东湖 西湖 南湖 北湖 江南 江北 江东 江岸 河东 河西 河口 四方 四会 三元 大关 大观 大田 中方 中原 南部 台前 高台 上街 天桥 山城 钟楼 鼓楼 宝塔 青山 西山 南山 泰山 天山 天涯 盐田 南海 温泉 清水 龙门 站前 东区 西区 通城 全州 七星 牡丹 麒麟 盘龙 金牛 金凤 荷塘',
  ].flatMap((words) => words.split(' ')),
);

/** Contractions in common use that no rule gives, by code. */
const CONTRACTIONS: Readonly<Record<string, string>> = {
  150121: '土左旗',
  150221: '土右旗',
  150223: '达茂旗',
  150521: '科左中旗',
  150522: '科左后旗',
  150722: '莫旗',
  150927: '察右中旗',
  150926: '察右前旗',
  150928: '察右后旗',
  152221: '科右前旗',
  152222: '科右中旗',
  152525: '东乌旗',
  152526: '西乌旗',
  152921: '阿左旗',
  152922: '阿右旗',
  211324: '喀左县',
  220721: '前郭县',
  652700: '博州',
  652800: '巴州',
  653000: '克州',
};

/** 海东市 to 海东, 恩施土家族苗族自治州 to 恩施; 沙县 and 公安县 as they are. */
export function shortNameOf(name: string): string {
  const short = withoutKind(name);
  return ORDINARY_WORDS.has(short) ? name : short;
}

function withoutKind(name: string): string {
  return SHORT[name] ?? AUTONOMOUS.exec(name)?.[1] ?? KIND.exec(name)?.[1] ?? name;
}

/** 恩施州 for an autonomous prefecture, likewise of counties and banners; and contractions. */
export function aliasesOf(code: string, name: string): string[] {
  const autonomous = /自治([州县旗])$/.exec(name);
  const contraction = CONTRACTIONS[code];
  return [...(autonomous ? [withoutKind(name) + autonomous[1]] : []), ...(contraction ? [contraction] : [])];
}
