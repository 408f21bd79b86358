/**
 * Names that say nothing about their page: Procedures at the City Hall, Trámites en la Municipalidad, マイナンバーカード.
 * What such a page is about stands in its first headings. No DOM.
 */

/** Words of offices' chapters, in the languages in which their pages for foreign residents are written. */
const VAGUE_WORDS: ReadonlySet<string> = new Set(
  `マイナンバーカード 個人番号カード 市民課での届出 市民課の手続き 各種手続き 各種届出 手続きのご案内 生活ガイド 外国人の方へ 外国人住民の方へ
   procedures procedure notifications notification necessary required information guide living life daily citizen citizens residents resident
   foreign foreigners nationals section division office offices city ward town village hall municipal government public services such cases other
   s the a an at in of to for and on from your you about with
   trámites trámite tramites procedimientos notificaciones necesarios municipalidad municipal municipales ayuntamiento oficina oficinas vida diaria
   extranjeros residentes guía información para la las el los en de del y su con sobre
   trâmites trâmite procedimentos procedimento notificações necessários prefeitura cidadão cidadao seção secao guia estrangeiros informações
   o os as na no nas nos da do das dos e em sobre primeiramente fazer
   thủ tục cần thiết hướng dẫn sinh hoạt tại tòa thị chính cho người nước ngoài các
   unahin ang pagproproseso mga proseso pamamaraan sa ng ang munisipyo opisina gabay pamumuhay
   prosedur kantor pemerintah balai kota panduan kehidupan di untuk orang asing`
    .split(/\s+/)
    .map((word) => word.normalize('NFKC')),
);

/** Whether `name` consists of nothing but such words. False for an empty one, which is no name at all. */
export function isVague(name: string): boolean {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}ー]+/gu) ?? [];
  return words.length > 0 && words.every((word) => VAGUE_WORDS.has(word));
}
