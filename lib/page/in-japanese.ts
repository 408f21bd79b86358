/**
 * What foreign residents' pages and machines call things, said in the offices' own Japanese words, so that one rule
 * serves every language. Of each word the languages in this order: English, Portuguese, Spanish, Vietnamese,
 * Indonesian, Filipino, Chinese, Korean, Nepali. `*` stands for any ending, a space for any gap or none; accents do
 * not count. No DOM.
 */
const WORDS: Readonly<Record<string, string>> = {
  マイナンバーカード: `my number card*|i number card*|individual number card*|personal number card*|my numbered card|my number's card
    cartao my number|cartao do my number|cartao de my number|cartao mynumber|meu cartao numerico|meu cartao de numero|cartao numerico individual|cartao de numero individual|cartao de numero pessoal|cartao do meu numero|cartao meu numero|meu cartao my number
    tarjeta my number|tarjeta de my number|tarjeta mynumber|tarjeta mi numero|tarjeta de mi numero|mi tarjeta de numero|mi tarjeta numerica|tarjeta de numero individual|tarjeta de numero personal|tarjeta numerica
    the ma so ca nhan|the so ca nhan|the so cua toi|the ma so cua toi|the danh so cua toi
    kartu my number|kartu nomor individu|kartu nomor pribadi|kartu nomor saya|kard ng aking numero|aking number card|my number kard
    个人编号卡|個人編號卡|个人号码卡|個人號碼卡|个人番号卡|個人番號卡|我的号码卡|我的號碼卡|我的编号卡|我的編號卡|个人编码卡|個人編碼卡|my number 卡|マイナンバー卡|个人号卡
    마이넘버카드|개인번호카드|내번호카드|나의번호카드|माइनम्बर कार्ड|माइ नम्बर कार्ड|माई नम्बर कार्ड`,
  マイナンバー: `my number|individual number|meu numero|numero individual|mi numero|numero personal|ma so ca nhan|so cua toi|nomor individu|nomor saya|aking numero
    个人编号|個人編號|个人号码|個人號碼|我的号码|我的號碼|个人番号|個人番號|마이넘버|개인번호|내번호|माइ नम्बर|माई नम्बर`,
  マイナンバー制度: 'social security and tax number system|social security and tax number|社会保障税号制度',
  通知カード:
    'notification card*|cartao de notificacao|tarjeta de notificacion|the thong bao|通知卡|통지카드|kartu notifikasi',
  交付通知書:
    'issuance notice|issuance notification|notice of issuance|notification of issuance|issuance postcard|交付通知书|交付通知書|교부통지서',
  申請: `apply*|application*|get|getting|obtain*|make|making|create|creating|acqui*|request*
    solicit*|aplicac*|pedido|pedir|obter|obten*|fazer|tramita*|hacer|dang ky|xin cap|xin|cach lam|ung dung|permohonan|pengajuan|pembuatan|membuat|pag apply|paga apply|pagaapply|aplikasyon|pagkuha
    申请|申領|申领|办理|制作|製作|신청|발급|만들|आवेदन|mag apply|pag aplay|mag aplay|mengajukan|mengurus|pengurusan|kumuha|paggawa|gumawa|pag aaplay|faca|sacar|想办|想辦|申办|申辦|बनाउने|बनाउन`,
  発行: 'issu*|emissao|emision|emitir|expedi*|cap|phat hanh|penerbitan|发行|發行|发放|發放|교부|emitid*',
  特急発行:
    'express issu*|expedited issu*|urgent issu*|emergency issu*|emissao expressa|emissao urgente|emision urgente|emision rapida|emision expres|cap nhanh|cap gap|特急发行|特急發行|加急|特快|특급발행|특급교부|긴급발행|긴급 발급',
  受取: `receiv*|receipt|pick up|picking up|pickup|collect*|deliver*|retirada|retirar|receb*|recog*|recepcion|recib*|retiro|nhan|pengambilan|pagtanggap
    领取|領取|수령|수취|받기|받는|mengambil|ambil|menerima|penerimaan`,
  更新: 'renew*|updat*|renov*|atualizac*|actualizac*|gia han|cap nhat|perpanjang*|pembaruan|pag renew|pagrenew|更新|갱신|नवीकरण|memperbarui|memperbaharui|memperpanjang|diperpanjang|pagrerenew|mag renew|i renew',
  延長: 'extend*|extension*|extens*|prorrog*|prorog*|pagpapalawig|延长|延長|연장|pag extend|pag eextend|mag extend|magpa extend|pagpapa extend|palawigin|pahabain|pagpapahaba|pagpapatuloy',
  有効期限: 'expir*|valid*|vencim*|caducidad|thoi han|het han|masa berlaku|有效期*|到期|유효기간|만료',
  紛失: 'lost|lose|losing|loss|stolen|theft|perda|perdid*|perder|perd*|extravi*|roub*|robo|lam mat|danh mat|mat|kehilangan|hilang|nawala|遗失|遺失|丢失|丟失|분실|pierd*|ninakaw|nawawala|nawalan|dicuri|丢了|丟了|弄丢|弄丟|잃어버',
  再交付: 'reissu*|re issu*|replacement|reemis*|cap lai|补办|補辦|补发|補發|再发行|재발급|재교부',
  一時停止: 'temporary suspension|suspension of use|suspensao|suspension',
  返納: 'return of|returning|devoluc*|devolver|tra lai|pengembalian|返还|返還|归还|반납',
  暗証番号:
    'pin|pins|pin number*|pin code*|personal identification number*|password*|passcode*|senha*|contrasena*|ma pin|mat khau|kode sandi|密码|密碼|暗证号码|暗證號碼|비밀번호|암증번호',
  再設定:
    'reset*|initializ*|initialis*|forg*|locked|unlock*|redefin*|restablec*|重置|重设|初始化|忘记|忘記|재설정|초기화',
  代理人:
    'proxy|representative*|agent|agents|on behalf|representante*|procurador*|apoderado*|nguoi dai dien|uy quyen|代理人|대리인',
  国外: 'al extranjero|en el extranjero|no exterior|overseas|abroad|exterior|nuoc ngoai|luar negeri|国外|國外|海外|해외|국외|ibang bansa',
  電子証明書: `electronic certificate*|digital certificate*|electronic certification|certificado eletronico|certificado digital|certificados eletronicos|certificado electronico|certificados electronicos
    chung thu dien tu|chung nhan dien tu|chung chi dien tu|sertifikat elektronik|电子证书|電子證書|电子证明书|電子證明書|电子证明|電子證明|전자증명서|public personal authentication|인증서`,
  旧氏: 'former surname*|maiden name*|former name*|nome de solteira|apellido de soltera',
  記載事項変更:
    'change of name|changes to information|changing the information|change of information|update* the address|updating the address|update the information|updating the information',
  引越: `moving house|moving home|moving|move|moved|moves|relocat*|change of residence|changing residence|residence transfer|resident transfer|transfer notification
    mudanca|mudancas|mudar|mudarse|mudar se|mudou|mudan|muda|transferencia de residencia|aviso de transferencia|mudanza|mudanzas|traslado|trasladarse
    chuyen nha|chuyen cho o|chuyen cho|chuyen cu tru|pindah rumah|pindah|paglipat|lumipat|maglilipat|paglilipat
    搬家|搬迁|搬遷|移居|转移|轉移|이사|बसाइँसराइ|बसाइँ सराइ|सर्दा|बसाइसराइ|mudar de casa|se mudar|mudou se|mudou de casa|mudanca de casa|se muda de casa|se muda|mudarse de casa|pindah tempat tinggal`,
  転入届: `moving in|move in|moved in|moving into|moved into|moves into|transfer in|moving in notification|tennyu*|chuyen den|chuyen vao|pindah masuk|pindah datang
    notificacao de entrada|notificacao de ingresso|notificacion de ingreso|notificacion de entrada|entrada na cidade
    迁入|遷入|转入|轉入|搬入|搬来|搬來|迁居|遷居|전입`,
  転居届: 'moving within|move within|moved within|tenkyo|mudanca dentro|mudanza dentro|chuyen trong|转居|轉居|전거',
  転出届: `moving out|move out|moved out|transfer out|tenshutsu*|leave the city|leaving the city|leaving japan|leave japan|returning to your home country|returning to your country|return to your home country|moving to another|move to another|moving to a different|moving abroad|moving overseas|move abroad|move overseas
    notificacao de saida|saida da cidade|saida do japao|sair do japao|sair da cidade|mudanca para outra|mudanca para outro|mudanca para fora|transferencia para fora|retorno ao pais|deixar o japao
    notificacion de salida|salida de la ciudad|salir de japon|mudanza a otra|mudanza a otro|traslado a otra|traslado a otro|regreso a su pais
    chuyen di|chuyen ra|ve nuoc|roi khoi|pindah keluar|pag alis|paglisan|迁出|遷出|转出|轉出|搬出|迁往|遷往|离开日本|離開日本|出国时|出國時|回国|回國|전출|일본을 떠|해외로 이사|pindah ke kota lain|pindah ke daerah lain|pindah ke luar|paglipat sa ibang*|lumipat sa ibang*|lilipat sa ibang*|chuyen sang thanh pho khac|chuyen den thanh pho khac|chuyen den noi khac|chuyen sang noi khac|mudar para outra|mudar para outro|muda para outra|muda para outro|mudarse a otra|mudarse a otro|se muda a otra|se muda a otro|trasladarse a otra|trasladarse a otro|搬到其他|搬到别的|搬到別的|搬往|搬去其他|다른 도시로 이사|다른 시로 이사|다른 지역으로 이사|타 시로 이사|시외로 이사|pulang ke negara*|kembali ke negara*|meninggalkan jepang|keluar dari jepang|uuwi sa sariling bansa|uuwi na sa sariling bansa|pag uwi sa sariling bansa|babalik sa sariling bansa|aalis ng japan|pag alis ng japan|pag alis sa japan|pag alis sa lungsod|pag alis sa bayan|voltar ao brasil|voltar ao pais|voltar para o brasil|voltar ao seu pais|voltar para o seu pais|retornar ao pais|retornar ao seu pais|regressar ao pais|regresar a su pais|volver a su pais|regreso al pais|retornar a su pais|retorno a su pais|归国|歸國|귀국|go back to your country|going back to your country|go back to your home country`,
  住所変更: `change of address|changes of address|address change*|changing address|changing your address|change your address|change address|address notification|registration of address change
    mudanca de endereco|alteracao de endereco|troca de endereco|cambio de domicilio|cambio de direccion|cambios de domicilio|cambio de residencia
    thay doi dia chi|doi dia chi|perubahan alamat|pindah alamat|ganti alamat|pagpapalit ng address|pagbabago ng address|pagpapalit ng tirahan|pagbabago ng tirahan
    住址变更|住址變更|地址变更|地址變更|变更住址|變更住址|变更地址|變更地址|住所变更|住所變更|주소변경|주소이전|ठेगाना परिवर्तन|change of place of residence|changing your place of residence|alamat baru`,
  外国人住民登録: `resident registration*|residence registration|residency registration|registering as a resident|register as a resident|registration of residents|registration of residence|registration as a resident|basic resident registration system|basic resident registration|alien registration|rehistro ng mga dayuhan*|rehistro ng dayuhan*|registration for foreign residents|foreign resident registration|registration of foreign residents|registration of foreigners|foreigner registration
    registro de residente*|registro de moradores|registro de estrangeiro*|cadastro de residente*|registro de residencia|registro de extranjero*|registro de residentes extranjeros|registro de domicilio|registro de endereco|registro de direccion
    dang ky cu tru|dang ky thuong tru|dang ky cu dan|dang ky nguoi nuoc ngoai|dang ky dia chi|khai bao cu tru|pendaftaran penduduk|registrasi penduduk|pagpaparehistro ng residente|pagrehistro ng tirahan|rehistro ng residente
    居民登记|居民登記|住民登记|住民登記|住民登录|住民登錄|居民登录|居民登錄|外国人登录|外國人登錄|外国人登记|주민등록|외국인등록|निवासी दर्ता|mendaftar sebagai penduduk|mendaftarkan diri sebagai penduduk|empadron*|registering your residence|register your residence|registration of your residence|registering residence`,
  住居地の届出外国人:
    'place of residence|notification of residence|residence address|registering your address|registration of address|register your address|居住地申报|居住地申報|住所登记|住所登記|住址登记|住址登記|거주지 신고|거주지신고|melaporkan alamat|pelaporan alamat|melaporkan tempat tinggal|pendaftaran tempat tinggal|pagpaparehistro ng tirahan|pagpaparehistro ng address|pagrehistro ng address|dang ky noi o|dang ky noi cu tru|khai bao noi o|khai bao noi cu tru|thong bao noi o|thong bao noi cu tru|notificacao do local de residencia|registro do local de residencia|notificar el domicilio|notificacion de domicilio|registrar su domicilio|registrar el domicilio|申报住址|申報住址|登记住址|登記住址|주소 등록|거주지 등록|주소지 신고|address registration|registro de la direccion|registro del domicilio|registro do endereco|registering your new address|pagpapatala ng tirahan|pagpapatala ng address',
  在留カード: `residence card*|zairyu card*|cartao de residencia|cartao de permanencia|cartao de residente|cartao zairyu|tarjeta de residencia|tarjeta de residente|tarjeta de permanencia|tarjeta zairyu
    the luu tru|the cu tru|the ngoai kieu|kartu izin tinggal|kartu residen|kartu penduduk|kard ng paninirahan|在留卡|居留卡|재류카드|체류카드|रेसिडेन्स कार्ड|निवास कार्ड`,
  在留管理制度: `residency management|residence management|residence control|residency control|immigration control system|gestao de permanencia|controle de permanencia|control de residencia|administracion de residencia|gestion de residencia|gestion de permanencia
    quan ly luu tru|quan ly cu tru|在留管理|居留管理|재류관리|체류관리`,
  在留期間: `period of stay|periods of stay|length of stay|periodo de permanencia|periodo de estadia|periodo de estancia|periodo de residencia|plazo de estancia|plazo de estadia|prazo de permanencia|tempo de permanencia
    thoi gian luu tru|thoi han luu tru|ky han luu tru|masa tinggal|panahon ng pananatili|在留期间|在留期間|在留期限|居留期限|居留期间|居留期間|재류기간|체류기간|tagal ng pananatili|haba ng pananatili|periode tinggal|jangka waktu tinggal|thoi han cu tru|thoi gian cu tru`,
  在留資格: `status of residence|statuses of residence|residence status|residency status|visa status|status de residencia|estatus de residencia|estado de residencia|status de permanencia|visto de permanencia|tu cach luu tru|tu cach cu tru|status izin tinggal|status tinggal|permanencia|luu tru|cu tru
    在留资格|在留資格|居留资格|居留資格|재류자격|체류자격|uri ng visa|katayuan ng paninirahan|estado ng paninirahan|status ng paninirahan|residential status`,
  ビザ: 'visa|visas|visto|vistos|visado*|签证|簽證|비자|भिसा',
  永住許可: `permanent residence|permanent residency|permanent resident|permanent visa|visto permanente|residencia permanente|visa permanente|vinh tru|thuong tru vinh vien|izin tinggal tetap|永住|永久居留|영주허가|영주권|permanenteng residente|permanenteng residency|permanenteng paninirahan|pagiging permanente|residente permanente|penduduk tetap|residen tetap`,
  特別永住者:
    'special permanent resident*|residente permanente especial|residentes permanentes especiais|vinh tru dac biet|特别永住者|特別永住者|특별영주자',
  住民基本台帳カード:
    'basic resident register card*|basic resident registration card*|juki card|cartao basico|tarjeta basica|居民基本台账卡|居民基本總賬卡|住民基本台帐卡|주민기본대장카드',
  在外国民: 'japanese nationals living overseas|overseas voters|재외국민|在外国民',
  外国人: `foreign nationals|foreign national|foreign residents|foreign resident|foreigner*|non japanese|estrangeiro*|estrangeira*|extranjero*|extranjera*|nguoi nuoc ngoai|warga asing|orang asing|dayuhan*|外国人|外國人|외국인`,
  出生届: `birth registration|registration of birth|registration of a birth|register* a birth|registering the birth|notification of birth|birth notification|birth report|report of birth|child is born|baby is born|giving birth|having a baby|baby was born|new baby
    registro de nascimento|notificacao de nascimento|declaracao de nascimento|registro de nacimiento|notificacion de nacimiento|nacimiento de un hijo|nace un bebe|nasce um bebe|nascer um bebe|o bebe nasce|nascer uma crianca
    khai sinh|sinh con|thong bao sinh|chao doi|giay khai sinh|bayi lahir|akta kelahiran|pelaporan kelahiran|pagpaparehistro ng kapanganakan|rehistro ng kapanganakan|ipinanganak
    孩子出生|生孩子|婴儿出生|嬰兒出生|出生登记|出生登記|出生申报|出生申報|出生报告|出生通知|出生届|출생신고|아이가 태어|아기가 태어|जन्म दर्ता|जन्मदर्ता|बच्चा जन्म|anak lahir|kelahiran anak|melahirkan|nasce um filho|nascer um filho|nasceu um filho|tive um bebe|teve um bebe|ter um bebe|filho nasce|filho nascer|crianca nascer|crianca nasce|nascimento de filho*|nascimento de crianca|nascimento do filho|nace un nino|nace su hijo|nace un hijo|nacer un hijo|nacimiento de un nino|nacimiento del hijo|tuvo un bebe|tener un bebe|宝宝出生|寶寶出生|小孩出生|婴儿诞生|아기를 낳|아이를 낳|बच्चा जन्म*|nanganak|nace el nino|nace la nina|nace el bebe|nacer el bebe|nazca el bebe|nazca su bebe|nacimiento del bebe|nascimento do bebe|nasce a crianca|a crianca nasce|have a baby|has a baby|had a baby`,
  出生: 'birth|births|childbirth|nascimento|nascer|nasce|nasceu|nacimiento|nace|nacer|nacio|kelahiran|kapanganakan|panganganak|출생',
  児童手当: `child allowance*|children's allowance*|childrens allowance|children allowance|child benefit*|child rearing allowance for all|allowance for children|allowance para sa|jido teate|jidou teate
    auxilio infantil|auxilio a crianca|subsidio infantil|subsidio para crianca*|abono infantil|ajuda infantil|subsidio para ninos|subsidio por hijo*|asignacion por hijo*|asignacion infantil|ayuda infantil|tro cap nhi dong|tro cap tre em|tro cap nuoi con|tunjangan anak
    儿童津贴|兒童津貼|儿童补贴|兒童補貼|儿童补助|兒童補助|儿童手当|兒童手當|아동수당|kodomo teate`,
  住民票の写し: `certificate of residence|certificates of residence|residence certificate*|resident certificate*|resident record*|residence record*|resident card copy|copy of resident card|copy of resident record|juminhyo|juminhyou|jyuminhyo|certificate of resident registration
    atestado de residencia|certificado de residencia|comprovante de residencia|copia do registro|certificado de domicilio|copia del registro|cartao de residente copia|phieu cong dan|phieu cu tru|giay chung nhan cu tru|ban sao the cu tru|surat keterangan domisili|surat keterangan penduduk|sertipiko ng paninirahan|sertipiko ng residente
    住民票|居民票|居民卡副本|居民证|居民證|주민표`,
  印鑑登録: `seal registration|registering a seal|registration of seal*|registration of personal seal*|register* a personal seal|personal seal*|inkan|registro de carimbo|registro do carimbo|carimbo|registro de sello|sello personal|dang ky con dau|dang ky dau|registrasi stempel|registrasi segel|pagpaparehistro ng selyo
    印章登记|印章登記|印鉴登记|印鑑登記|印鉴登录|印鑑登錄|印章证明|印鉴证明|인감등록|인감 증명|인감`,
  印鑑: 'hanko|jitsuin|seal|seals',
  証明書:
    'certificate|certificates|certificado*|certidao|certidoes|giay chung nhan|sertifikat|sertipiko|证明书|證明書|证明|證明|증명서',
  コンビニ:
    'convenience store*|loja de conveniencia|lojas de conveniencia|tienda de conveniencia|tiendas de conveniencia|cua hang tien loi|minimarket|便利店|便利商店|편의점',
  健康保険証:
    'health insurance card*|insurance card*|cartao de seguro de saude|cartao do seguro de saude|tarjeta de seguro de salud|tarjeta del seguro|the bao hiem|kartu asuransi|健康保险证|健康保險證|保险证|保險證|보험증',
  マイナ保険証:
    'myna health insurance|myna insurance|mynahokensho|maina hokensho|my number health insurance card|my number insurance card|cartao de seguro de saude my number|我的号码保险证|我的號碼保險證|マイナ保险证|마이나 보험증',
  資格確認書:
    'eligibility certificate*|eligibility confirmation*|certificate of eligibility for health insurance|certificate of eligibility for medical insurance|confirmation of eligibility|资格确认书|資格確認書|자격확인서',
  国民健康保険: `national health insurance|kokumin kenko hoken|kokumin kenkou hoken|kokuho|seguro nacional de saude|seguro de saude nacional|seguro saude nacional|seguro nacional de salud|seguro de salud nacional
    bao hiem y te quoc dan|bao hiem suc khoe quoc dan|bao hiem y te quoc gia|asuransi kesehatan nasional|pambansang seguro sa kalusugan|pambansang segurong pangkalusugan|国民健康保险|國民健康保險|국민건강보험|राष्ट्रिय स्वास्थ्य बीमा|bao hiem quoc dan|国保|國保|nhi`,
  国民健康保険加入:
    'dang ky bao hiem y te quoc gia|dang ky bao hiem y te quoc dan|dang ky bao hiem suc khoe quoc dan|register* for national health insurance',
  健康保険:
    'health insurance|medical insurance|seguro de saude|seguro saude|seguro de salud|bao hiem y te|bao hiem suc khoe|asuransi kesehatan|健康保险|健康保險|医疗保险|醫療保險|건강보험|स्वास्थ्य बीमा',
  脱退: 'withdraw*|desligamento|darse de baja|dar de baja|baja del|rut khoi|keluar dari|pagtigil sa|pag alis sa|退出|退保|停保|탈퇴',
  在留手続: 'zairyu tetsuzuki|residence procedure*|immigration procedure*|procedures for residence status',
  留学生:
    'international student*|foreign student*|estudantes estrangeiros|estudiantes extranjeros|estudiantes internacionales|estudantes internacionais|du hoc sinh|mahasiswa asing|pelajar asing|留学生|留學生|유학생',
  一覧: 'to do list|todo list|checklist*|check list|things to do|list of|清单|清單|一览|一覽|체크리스트',
  ビザ更新: '续签证|續簽證|续签|續簽|visa extension|visa renewal',
  加入: 'join*|enrol*|inscri*|tham gia|afiliaci*|ingress*|加入|가입|sign up|signing up|pagsali|pagpapatala|pagpapamiyembro|mendaftar|kepesertaan|dang ky tham gia|cadastr*',
  国民年金: `national pension|kokumin nenkin|pensao nacional|aposentadoria nacional|plano nacional de pensao|previdencia nacional|previdencia social nacional|pension nacional|plan nacional de pensiones|jubilacion nacional
    luong huu quoc dan|huu tri quoc dan|bao hiem huu tri quoc dan|pensiun nasional|pambansang pensiyon|国民年金|國民年金|国民养老金|國民養老金|국민연금|राष्ट्रिय पेन्सन`,
  年金: 'pension|pensions|pension plan*|pension system*|pensoes|pensiones|nenkin|aposentadoria|pensao|jubilacion|luong huu|huu tri|pensiun|pensiyon|养老金|養老金|年金|연금|पेन्सन',
  脱退一時金:
    'lump sum withdrawal*|withdrawal lump sum|restituicao da aposentadoria|reembolso da aposentadoria|tro cap rut khoi|tra mot lan|退出一次性*|退出补助|탈퇴일시금',
  免除: 'exempt*|isencao|exencion|mien giam|pembebasan|免除|면제',
  失業給付:
    'unemployment benefit*|unemployment insurance|seguro desemprego|seguro de desempleo|tro cap that nghiep|失业给付|失业保险|실업급여',
  雇用保険: 'employment insurance|seguro de emprego|seguro de empleo|bao hiem viec lam|雇佣保险|고용보험',
  確定申告: `final tax return*|income tax return*|tax return*|final return|declaracao de imposto|declaracao do imposto|declaracion de impuesto|declaracion del impuesto|declaracion de la renta|khai thue|确定申报|確定申報|报税|報稅|所得税申报|所得稅申報|확정신고`,
  パスポート: 'passport|passports|passaporte|pasaporte|ho chieu|paspor|护照|護照|여권',
  運転免許: `driver's license|drivers license|driving licen*|driver licen*|carteira de motorista|carteira de habilitacao|licencia de conducir|bang lai|sim|lisensya|驾照|駕照|驾驶证|駕駛證|운전면허`,
  マイナポータル: 'mynaportal|myna portal|my na portal|个人编号门户|我的门户',
  ログイン: 'log in|login|logging in|登录|登入|로그인',
  公金受取口座:
    'public money receiving account|public funds receiving account|account for receiving public|receiving public funds|公款领取账户|公金领取账户|공금수취계좌',
  スマートフォン: 'smartphone*|iphone|android|dien thoai thong minh|智能手机|智慧型手機|스마트폰',
  特定在留カード: 'specified residence card*|specific residence card*|特定在留卡|특정재류카드',
  一体: 'integrat*|combin*|unif*|tich hop|一体化|일체화',
  変更: 'chang*|alterac*|mudanca de|mudanca do|cambio*|cambiar|thay doi|perubahan|pagbabago|变更|變更|변경|pagpapalit|pagpalit|magpalit|palitan|baguhin|mengubah|mengganti|pergantian|penggantian|chuyen doi',
  入国: 'after arriving in japan|after arriving|upon arrival|after arrival|on arrival|arrival in japan|arriving in japan|newly arrived|just arrived|arrived in japan|newcomer*|new arrivals|entering japan|first steps|na chegada|ao chegar|chegada|recem chegado*|al llegar|llegada|recien llegado*|moi den|nhap canh|入境后|入境後|入境|来日本|來日本|입국|bagong dating|baru datang|初到日本|初来日本|初來日本|刚到日本|剛到日本|일본에 처음|처음 일본|moi den nhat|moi sang nhat|baru tiba|setelah tiba|pagdating sa japan|entry into japan|after entry|after your arrival|your arrival|after coming to japan|coming to japan|come to japan|came to japan|when you arrive|after you arrive|arrive in japan|日本入境|到日本后|到日本後|来日后|來日後|抵日后|抵日後|抵達日本|抵达日本|到达日本|到達日本|den nhat ban|den nhat|tiba di jepang|setibanya di jepang|llegar a japon|llegada a japon|chegar ao japao|chegada ao japao|일본 도착|도착 후|입국 후|japan arrival|pagkarating sa japan|moving to japan|일본에 오면|일본에 오신|일본에 온|जापान आएपछि',
  入管: 'immigration|immigration control|immigration bureau|imigracao|inmigracion|xuat nhap canh|出入境|入管局|입관|imigrasi|imigrasyon|출입국재류관리국|출입국재류관리청|출입국 관리|입국관리국|immigration services agency|immigration office|出入国在留管理局|出入国管理局|入国管理局',
  保険: 'insurance|insurances|social insurance|seguro|seguros|bao hiem|asuransi|seguro social|保险|保險|社会保险|社會保險|보험',
  保険料: 'premium*|prima|primas|phi bao hiem|保险费|保險費|보험료',
  世帯主:
    'head of household|head of the household|head of the family|householder|chefe de familia|jefe de familia|chu ho|户主|戶主|세대주',
  世帯変更: 'household change*|changes in household|change of household|change in household|家庭构成',
  '14日以内':
    'within 14 days|within fourteen days|14 days|fourteen days|14 dias|14 ngay|14 hari|14 araw|14 na araw|14天|14日内|14日以内|14일',
  転出証明書:
    'moving out certificate|certificate of moving out|move out certificate|tenshutsu shomeisho|迁出证明|转出证明|轉出證明|전출증명서',
  '12桁': '12 digit*|12 digito*|12 chu so|12位|12자리',
  顔写真: 'face photo*|photograph|photo|foto|fotos|fotografia|anh the|照片|사진',
  交付申請書: 'application form*|formulario de solicit*|don xin|don dang ky|申请表|申請表|신청서',
  社会保障: 'social security|seguridade social|seguridad social|an sinh xa hoi|社会保障|社會保障|사회보장',
  厚生年金:
    'employees pension*|welfare pension*|kosei nenkin|pensao dos empregados|pension de los empleados|厚生年金|후생연금',
  '20歳以上60歳未満': 'aged 20|age of 20|20 to 59|20 to 60|20 and 60|20 a 59|20 a 60|20 anos|20 tuoi|20岁|20歲|20세',
  扶養: 'dependent*|dependente*|dependiente*|phu thuoc|抚养|扶養|부양',
  退職: 'retire*|resign*|quit|quitting|demiss*|nghi viec|离职|離職|퇴직',
  手数料: 'fee|fees|taxa|taxas|tarifa*|le phi|biaya|手续费|手續費|수수료',
  本人確認書類:
    'identification|identity document*|identity verification|documento de identidade|documento de identidad|giay to tuy than|身份证明|身分證明|신분증',
  委任状:
    'power of attorney|letter of proxy|letter of attorney|authorization letter|procuracao|giay uy quyen|委任状|委任狀|위임장',
  出生証明書:
    'birth certificate|certidao de nascimento|certificado de nacimiento|giay chung sinh|出生证明|出生證明|출생증명서',
  母子健康手帳:
    'maternal and child health handbook|mother and child health|boshi techo|caderneta de saude materno|母子健康手册|母子健康手冊|母子手册|모자건강수첩|모자수첩',
  // what says nothing of its own, in the words that do so in Japanese
  手続: 'procedure*|formalities|proced*|tramite*|thu tuc|prosedur|proseso|手续|手續|수속|절차|प्रक्रिया',
  届出: 'notification*|notice|notify*|report*|declaration|notificac*|aviso|declarac*|comunicac*|thong bao|khai bao|pemberitahuan|pelaporan|laporan|abiso|申报|申報|通知|登记|登記|신고',
  戸籍: 'family register*|family registration|registro familiar|registro civil|ho tich|户籍|戶籍|호적|catatan keluarga',
  必要なもの:
    'hal yang diperlukan|what you need|things you need|o que e necessario|lo necesario|can thiet|所需资料|所需資料|필요한 것',
  基本: 'basic|basics|basico|basica|co ban|基本|기본|dasar',
  医療: 'medical care|medical|health care|healthcare|health|saude|salud|medico|medica|y te|医疗|醫療|의료|kesehatan|kalusugan|welfare|bem estar|bienestar|phuc loi|福利|복지',
  子育て:
    'child care|childcare|child rearing|raising children|child raising|parenting|criacao de filhos|crianza|nuoi day con|nuoi con|育儿|育兒|육아|pengasuhan anak',
  妊娠: 'pregnancy|pregnant|gravidez|embarazo|mang thai|怀孕|懷孕|妊娠|임신|kehamilan|pagbubuntis',
  出産: 'parto|生育|分娩|生兒育女|生儿育女|출산',
  行政: 'administrative|administrativ*|municipal*|hanh chinh|行政|행정',
  市役所:
    'city hall|city office|ward office|town hall|town office|municipal office|municipal offices|local government|local office|governo local|gobierno local|chinh quyen dia phuong|prefeitura|municipalidad|ayuntamiento|toa thi chinh|uy ban|balai kota|kantor pemerintah|munisipyo|市政府|市公所|区政府|政府机关|政府機關|시청|구청|관공서',
  生活: 'hidup|cuoc song hang ngay|daily life|living guide|living|life|vida diaria|vida cotidiana|vida|doi song|cuoc song|sinh hoat|kehidupan|pamumuhay|生活|생활',
  日本: 'japan|japao|japon|nhat ban|nhat|jepang|日本|일본|जापान',
  案内: 'guide|guidebook|guia|gabay|panduan|huong dan|指南|指引|向导|嚮導|안내|가이드',
  情報: 'information|informacoes|informacion|thong tin|informasi|impormasyon|信息|資訊|정보',
  質問: 'faq|frequently asked questions|questions|perguntas|preguntas|cau hoi|pertanyaan|常见问题|常見問題|질문',
  方法: 'how to|how can i|how do i|what is|what are|where|como|saiba como|donde|que es|o que e|cach|bagaimana|paano|ano ang|如何|怎样|怎麼|方法|방법|o que fazer|o que devo fazer|que hacer|que debo hacer|what to do|what should i do|what do i do|apa yang harus dilakukan|ano ang gagawin|ano ang dapat gawin|can lam gi|phai lam gi|lam gi|nhu the nao|怎么办|怎麼辦|怎么|该办哪些|要做的事|该做的事|해야 할 일|어떻게|के गर्ने|तरिका|ingin|kung nais|muon|la gi|apa itu|什么是|什麼是|是什么|是什麼|भनेको के हो',
  制度: 'system|sistema|che do|sistem|制度|제도|相关规定|相關規定|规定|規定',
  について:
    'about|regarding|sobre|acerca|ve viec|tentang|tungkol|关于|關於|有关|에 대해서|에 대해|에 대한|에 관하여|viec lien quan den|lien quan den|nhung viec|nhung dieu|van de|mga bagay|hal hal|mengenai|referente',
  とき: 'when|if|quando|cuando|ao|al|khi|saat|kapag|后|後|时|時|하면|할 때|했을 때|때',
  の: '的|与|與|和|及|在|于|於|의|과|와',
  // other subjects with the same verbs
  個人情報:
    'personal information|personal data|informacoes pessoais|informacion personal|thong tin ca nhan|个人信息|個人資訊|個人資料|개인정보',
  保護: 'protect*|protec*|bao ve|保护|保護|보호',
  犬: 'dog|dogs|cat|cats|pet|pets|cachorro*|caes|cao|perro*|mascota*|cho meo|anjing|aso|狗|宠物|寵物|반려견',
  水道: 'water|sewer*|agua|agua potable|nuoc sinh hoat|水道|自来水|自來水|수도',
  ごみ: 'garbage|trash|waste|rubbish|refuse|recycl*|lixo|basura|residuos|rac|sampah|basurahan|垃圾|쓰레기',
  学校: 'school*|nursery|kindergarten|student enrol*|escola*|escuela*|creche|guarderia|truong|sekolah|paaralan|学校|學校|入学|入學|학교|전학|전입학',
  図書館: 'library|libraries|biblioteca*|thu vien|perpustakaan|aklatan|图书馆|圖書館|借书|도서관',
  軽自動車:
    'vehicle*|bicycle*|bike*|motorcycle*|motorbike*|scooter*|car|cars|bicicleta*|moto|motos|xe dap|xe may|oto|o to|sepeda|自行车|自行車|摩托车|摩托車|자전거|오토바이|parking|estacionamento|estacionamiento|停车*|停車*|주차',
  婚姻: 'marriage|divorce|wedding|casamento|divorcio|matrimonio|ket hon|ly hon|pernikahan|kasal|结婚|結婚|离婚|離婚|혼인|이혼',
  死亡: 'death|deaths|deceased|died|falecimento|obito|fallecimiento|defuncion|tu vong|khai tu|kematian|死亡|사망',
  課税: 'tax payment|resident tax|residence tax|municipal tax|vehicle tax|property tax|taxes|imposto residencial|imposto municipal|impuesto municipal|impuesto de residencia|thue cu tru|居民税|居民稅|주민세|纳税|納稅',
  介護: 'long term care|nursing care|cuidados de longa|cuidados de larga|介护|介護|간병|요양보험',
  障害: 'disab*|deficien*|discapac*|khuyet tat|残疾|殘疾|장애',
  統計: 'statistic*|estatistic*|estadistic*|population|number of foreign|thong ke|统计|統計|통계|인구',
  会社: 'business*|compan*|corporat*|employer*|empresa*|cong ty|公司|企业|企業|기업|사업자',
};

const HAN_OR_HANGUL = /[一-鿿가-힣]/;
const LETTER = String.raw`[\p{L}\p{M}]`;
const GAP = String.raw`[\s'’‐-]*`;

/** As a pattern: words of letters stand whole, those of characters have no bounds. */
function patternOf(word: string): string {
  const stem = word.replace('*', '');
  if (HAN_OR_HANGUL.test(stem)) {
    const characters = [...stem.replaceAll(' ', '')].join(String.raw`\s?`);
    return word.endsWith('*') ? `${characters}[限间間]?` : characters;
  }
  const letters = stem.split(/[ ']/).join(GAP);
  return word.endsWith('*') ? `${letters}${LETTER}*` : `${letters}(?!${LETTER})`;
}

const wordsOf = (list: string): readonly string[] =>
  list
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

type Word = { pattern: RegExp; japanese: string };

/** Longest first, by first letter, so that at each place only a few are tried. Made for the first page that needs it. */
function table(): ReadonlyMap<string, readonly Word[]> {
  const words = Object.entries(WORDS).flatMap(([japanese, list]) => wordsOf(list).map((word) => ({ word, japanese })));
  const byLetter = new Map<string, Word[]>();
  for (const { word, japanese } of words.toSorted((a, b) => b.word.length - a.word.length)) {
    const of = byLetter.get(word.charAt(0)) ?? [];
    byLetter.set(word.charAt(0), of);
    of.push({ pattern: new RegExp(patternOf(word), 'uy'), japanese });
  }
  return byLetter;
}
let made: ReadonlyMap<string, readonly Word[]> | undefined;

/** Without accents, in as many characters. */
const plain = (text: string): string =>
  text.replace(/[À-ɏḀ-ỹ]/g, (letter) => (letter === 'đ' ? 'd' : letter.normalize('NFD').charAt(0)));

const STARTS_WORD = /[\p{L}\p{M}]/u;

/** `text` (of a page in another language) with the words we know in Japanese; the rest stays as it is, lower case. */
export function inJapanese(text: string): string {
  const original = text.normalize('NFKC').toLowerCase();
  const letters = plain(original);
  made ??= table();
  let japanese = '';
  for (let at = 0; at < letters.length;) {
    const letter = letters.charAt(at);
    const within = !HAN_OR_HANGUL.test(letter) && STARTS_WORD.test(letters.charAt(at - 1));
    const found = within ? undefined : made.get(letter)?.find(({ pattern }) => startsAt(pattern, letters, at));
    if (found) {
      japanese += ` ${found.japanese} `;
      at = found.pattern.lastIndex;
    } else {
      japanese += original.charAt(at);
      at += 1;
    }
  }
  return japanese;
}

function startsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
