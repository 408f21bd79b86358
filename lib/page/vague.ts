/**
 * Names that say nothing about their page: Procedures at the City Hall, Trámites en la Municipalidad, マイナンバーカード.
 * What such a page is about stands in its first headings. No DOM.
 */
import { withoutReadings } from './normalise.ts';

/** Words of offices' chapters, in the languages in which their pages for foreign residents are written. */
const VAGUE_WORDS: ReadonlySet<string> = new Set(
  `マイナンバーカード 個人番号カード 市民課での届出 市民課の手続き 各種手続き 各種届出 手続きのご案内 生活ガイド 外国人の方へ 外国人住民の方へ
   procedures procedure notifications notification necessary required information guide living life daily citizen citizens residents resident
   foreign foreigners nationals section division office offices city ward town village hall municipal government public services such cases other iphone android
   registration registrations faq billing method methods frequently asked question questions administrative mail post residence residency visas main various legal registro registros cadastro
   s the a an at in of to for and on from your you about with all everything need know must should complete full important explained overview basics
   trámites trámite tramites procedimientos notificaciones necesarios municipalidad municipal municipales distrito destrito ayuntamiento oficina oficinas vida diaria
   extranjeros residentes guía información para la las el los en de del y su con sobre todo que necesitas necesita debes saber lo importante importantes completa
   trâmites trâmite procedimentos procedimento notificações necessários prefeitura cidadão cidadao seção secao guia estrangeiros informações
   o os as na no nas nos da do das dos e em um uma sobre primeiramente fazer tudo você precisa saber importante importantes completo quem
   những tất cả điều biết chi tiết mới nhất tìm hiểu thủ tục cần thiết và của về khi hướng dẫn sinh hoạt tại tòa thị chính cho người nước ngoài các
   unahin ang pagproseso pagproproseso mga proseso pamamaraan sa ng ang munisipyo opisina gabay pamumuhay
   semua yang perlu diketahui lengkap prosedur kantor pemerintah balai kota panduan kehidupan di untuk orang asing`
    .split(/\s+/)
    .map((word) => word.normalize('NFKC')),
);

/**
 * What Japanese names say on every office's pages, and the particles between: 加入の手続き, こんなときは届出を. Longer ones first.
 */
const VAGUE_JAPANESE =
  /やさしい日本語|スマートフォン|スマホ|アイフォン|アンドロイド|(?:活用|応用|基本|入門)編|こんなとき|た(?:とき|場合)|場合|など|諸|後|等|(?:在留)?外国(?:人|籍)(?:の?(?:市民|住民))?|(?:市民|区民|町民|村民|住民)?の?(?:方法|方|かた|皆さ[んま]|皆様|みなさ[んま])|留学生|向け|直後|チェックリスト|国際交流|の支援|新しく|なられた|関連|総合|てびき|手引き?|ガイド|ハンドブック|業務|戸籍|住まい|(?:に|の)(?:関する|係る|ついて)|する|てから|した(?:ら|い)?|され[るた]|お済み|でき(?:る|ます)か?|どうすれば|いい|よい|って何|なぜ|はいら|なければ|ならない|しなければ|とは|動画|ですか|ますか|流れ|オンライン|予約|しましょう|たら|やるべき|すべき|やる|ください|ご?利用|使い方|市役所|区役所|役場|役所|生活|領事情報|解説|暮らし|くらし|妊娠|出産|子育て|医療|行政|日本|情報|しくみ|あらまし|請求|種類|自動|カード|よくある|お?問合せ|お知らせ|ご?案内|必要なもの|必要書類|必要な|手続き?|届け?出?|申請|任意|加入|脱退|証明書?|発行|交付|手数料|窓口|受付|書類|提出|取得|制度|概要|取り?扱い?|基本|方法|質問|答え|回答|各種|一覧|とき|こと|から|まで|ため|その他|注意事項|内容|変わ(?:った|る)|令和|平成|年分|年度|特集|[のをはがにでへと]/g;

/** `name` without the words that say nothing, lower case and without white space; '' where no other is in it. */
export function telling(name: string): string {
  const words =
    withoutReadings(name)
      .toLowerCase()
      .match(/[\p{L}\p{M}ー]+/gu) ?? [];
  return words
    .filter((word) => !VAGUE_WORDS.has(word) && !/^[a-z]$/.test(word))
    .join('')
    .replace(VAGUE_JAPANESE, '');
}

/** Whether `name` consists of nothing but such words. False for an empty one, which is no name at all. */
export const isVague = (name: string): boolean => /\p{L}/u.test(name) && telling(name) === '';
