/** The My Number Card in the words of offices and of machines, so that one topic serves every language. */
import { normalise } from './normalise.ts';

/** 个人编号卡, cartão My Number, thẻ mã số cá nhân, 내 번호 카드; of normalised text. */
const CARD =
  /(?:my|i|individual|personal)numbercards?|(?:cart(?:ão|ões)|tarjetas?)(?:de)?(?:l|o)?(?:mynumber|minúmero|número(?:individual|personal|pessoal))|cartãonumérico|thẻ(?:mynumber|(?:mã)?sốcánhân)|(?:[个個]人(?:编号|編號|号码|號碼|番号|番號)|我的(?:号码|號碼|编号|編號)|マイナンバー|mynumber)卡|(?:마이넘버|개인번호|내번호)카드|kartu(?:mynumber|nomor(?:individu|pribadi))|माइनम्बरकार्ड|マイナカード|(?:マイナンバー\(個人番号\)|個人番号\(マイナンバー\)|個人番号)カード/g;
/** マイナンバーカード（個人番号カード） is one name too. */
const TWICE = /マイナンバーカード[([]マイナンバーカード[)\]]/g;

/** `normalised` with one name for the card in every language. Not in the spotter: each name opens its gate as it is. */
export const withOneCardName = (normalised: string): string =>
  normalised.replace(CARD, 'マイナンバーカード').replace(TWICE, 'マイナンバーカード');

/** `text` in the spelling in which rules and pages are compared. */
export const comparable = (text: string): string => withOneCardName(normalise(text));

const BEGINS = String.raw`(?<![\p{L}\p{N}ー])|(?<=[のをがはにでとも])`;
/** 急いでカードが必要な方へ: a card of which the name does not say which; no reader of cards, no payment. */
const BARE = new RegExp(`(?:${BEGINS})カード(?!リーダ|ローン|決済|払|会社|ゲーム)`, 'gu');
/** A card that is called something: the number's, or another. */
const CALLED = new RegExp(`マイナンバー|個人番号|(?!${BEGINS})カード`, 'u');

/** `name` in which a bare カード is the My Number Card, if `around` speaks of that one before any other. Both comparable. */
export function withCardMeant(name: string, around: string): string {
  if (name.search(BARE) === -1) return name;
  const first = CALLED.exec(around)?.[0] ?? 'カード';
  return first === 'カード' ? name : name.replace(BARE, 'マイナンバーカード');
}
