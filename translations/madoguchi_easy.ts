<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name></name>
    <message id="language.tag">
        <translation>easy</translation>
    </message>
    <message id="app.title">
        <translation>{窓口|まど.ぐち} - {在留申請|ざい.りゅう.しん.せい}オンラインシステムの {登録|とう.ろく}</translation>
    </message>
    <message id="app.name">
        <translation>{窓口|まど.ぐち}</translation>
    </message>
    <message id="app.system">
        <translation>{在留申請|ざい.りゅう.しん.せい}オンラインシステム</translation>
    </message>
    <message id="header.back">
        <translation>もどる</translation>
    </message>
    <message id="header.leave">
        <translation>{最初|さい.しょ}の ページ</translation>
    </message>
    <message id="header.user">
        <translation>{名前|な.まえ}：%1</translation>
    </message>
    <message id="header.lastLogin">
        <translation>{前|まえ}の ログイン：%1</translation>
    </message>
    <message id="header.firstLogin">
        <translation>{初|はじ}めての ログインです</translation>
    </message>
    <message id="header.logOut">
        <translation>ログアウト</translation>
    </message>
    <message id="session.endsSoon.title">
        <translation>もうすぐ ログアウトします</translation>
    </message>
    <message id="session.endsSoon.text">
        <translation>{何|なに}も して いません。
あと 2{分|ふん}で ログアウトします。
{続|つづ}ける {時|とき}は、キーを {押|お}して ください。Shiftキーなどです。</translation>
    </message>
    <message id="header.languages">
        <translation>{言葉|こと.ば}</translation>
    </message>
    <message id="font.missing.title">
        <translation>This computer has no Japanese font</translation>
    </message>
    <message id="font.missing.text">
        <translation>Japanese text appears as empty boxes. Install a font, for example with “apt install fonts-noto-cjk”, and start the program again. Until then it speaks English.</translation>
    </message>
    <message id="font.missing.text.windows">
        <translation>Japanese text appears as empty boxes. In the Settings of Windows, under “Optional features”, add “Japanese Supplemental Fonts”, and start the program again. Until then it speaks English.</translation>
    </message>
    <message id="header.textSizes">
        <translation>{文字|も.じ}の {大|おお}きさ</translation>
    </message>
    <message id="header.textSize.normal">
        <translation>A、{普通|ふ.つう}の {文字|も.じ}</translation>
    </message>
    <message id="header.textSize.large">
        <translation>A+、{大|おお}きい {文字|も.じ}</translation>
    </message>
    <message id="header.textSize.largest">
        <translation>A++、いちばん {大|おお}きい {文字|も.じ}</translation>
    </message>
    <message id="setup.title">
        <translation>この パソコンでは まだ {使|つか}う ことが できません</translation>
    </message>
    <message id="setup.text">
        <translation>{準備|じゅん.び}が {終|お}わって いません。パソコンを {管理|かん.り}する {人|ひと}に {下|した}の {文|ぶん}を {見|み}せて ください。</translation>
    </message>
    <message id="policy.fine">
        <translation>{設定|せっ.てい}は だいじょうぶです。</translation>
    </message>
    <message id="policy.unreadable">
        <translation>この {設定|せっ.てい}の ファイルは {読|よ}む ことが できません。ファイルが ないか、64 KBより {大|おお}きいです。</translation>
    </message>
    <message id="policy.notUtf8">
        <translation>この ファイルは UTF-8では ありません。UTF-8で もう{一度|いち.ど} {保存|ほ.ぞん}して ください。</translation>
    </message>
    <message id="policy.notJson">
        <translation>%1{行目|ぎょう.め}までに JSONの まちがいが あります。</translation>
    </message>
    <message id="policy.notJson.windows">
        <translation>%1{行目|ぎょう.め}までに JSONの まちがいが あります。パスの \ は {二|ふた}つに して ください: C:\\folder\\file</translation>
    </message>
    <message id="policy.ambiguous">
        <translation>JSONの {読|よ}み{方|かた}が {一|ひと}つに なりません。{同|おな}じ {名前|な.まえ}が {二|ふた}つ あるか、かっこが {多|おお}すぎます。</translation>
    </message>
    <message id="policy.unknownName">
        <translation>この {名前|な.まえ}の {設定|せっ.てい}は ありません。</translation>
    </message>
    <message id="policy.missing">
        <translation>これも {必要|ひつ.よう}です。</translation>
    </message>
    <message id="policy.type.text">
        <translation>{文字|も.じ}に して ください。</translation>
    </message>
    <message id="policy.type.number">
        <translation>{数字|すう.じ}に して ください。</translation>
    </message>
    <message id="policy.type.boolean">
        <translation>trueか falseに して ください。</translation>
    </message>
    <message id="policy.type.list">
        <translation>JSONの リストに して ください。</translation>
    </message>
    <message id="policy.type.object">
        <translation>JSONの オブジェクトに して ください。</translation>
    </message>
    <message id="policy.notOneOf">
        <translation>この {中|なか}から {選|えら}んで ください: %1</translation>
    </message>
    <message id="policy.wrongForm">
        <translation>この {書|か}き{方|かた}では {使|つか}う ことが できません。{正|ただ}しい {例|れい}: %1</translation>
    </message>
    <message id="policy.empty">
        <translation>ここには {何|なに}か {必要|ひつ.よう}です。</translation>
    </message>
    <message id="policy.twice">
        <translation>{同|おな}じ ものが {前|まえ}にも あります。</translation>
    </message>
    <message id="policy.outOfRange">
        <translation>この {間|あいだ}の {数字|すう.じ}に して ください: %1</translation>
    </message>
    <message id="policy.noFile">
        <translation>この ファイルは ありません: %1</translation>
    </message>
    <message id="policy.noCertificate">
        <translation>この ファイルの {中|なか}に {証明書|しょう.めい.しょ}（PEM）が ありません: %1</translation>
    </message>
    <message id="policy.badTerms">
        <translation>{利用規約|り.よう.き.やく}を {使|つか}う ことが できません: %1</translation>
    </message>
    <message id="policy.sampleTerms">
        <translation>{利用規約|り.よう.き.やく}が {見本|み.ほん}です。termsFolderに {本当|ほん.とう}の {規約|き.やく}の フォルダーを {入|い}れて ください。</translation>
    </message>
    <message id="help.open">
        <translation>こまった {時|とき}に {聞|き}く ところ</translation>
    </message>
    <message id="help.title">
        <translation>こまった {時|とき}</translation>
    </message>
    <message id="help.desk">
        <translation>{聞|き}く ところ</translation>
    </message>
    <message id="help.desk.line">
        <translation>ヘルプデスク：%1</translation>
    </message>
    <message id="help.desk.none">
        <translation>この パソコンには、{聞|き}く ところが ありません。パソコンを {管理|かん.り}する {人|ひと}に {聞|き}いて ください。</translation>
    </message>
    <message id="help.desk.say">
        <translation>「コード」が ある ときは、コードも {言|い}って ください。
パスワードと {暗証番号|あん.しょう.ばん.ごう}と マイナンバーは、{誰|だれ}にも {言|い}わないで ください。</translation>
    </message>
    <message id="help.guide.chapters">
        <translation>{説明|せつ.めい}の {全部|ぜん.ぶ}</translation>
    </message>
    <message id="help.guide.print">
        <translation>{説明|せつ.めい}を {紙|かみ}に {印刷|いん.さつ}する</translation>
    </message>
    <message id="help.guide.printed">
        <translation>{印刷|いん.さつ}します</translation>
    </message>
    <message id="help.guide.notPrinted">
        <translation>{印刷|いん.さつ}が できません。プリンターを {確認|かく.にん}して ください。</translation>
    </message>
    <message id="help.program">
        <translation>この プログラム</translation>
    </message>
    <message id="help.version">
        <translation>{窓口|まど.ぐち} バージョン %1</translation>
    </message>
    <message id="help.service">
        <translation>つながる ところ：%1</translation>
    </message>
    <message id="help.close">
        <translation>{閉|と}じる</translation>
    </message>
    <message id="about.open">
        <translation>この プログラムと ライセンスに ついて</translation>
    </message>
    <message id="about.title">
        <translation>この プログラムに ついて</translation>
    </message>
    <message id="about.licence">
        <translation>この プログラムの ライセンスは %1です。
{誰|だれ}でも {使|つか}って いいです。コピーと {変更|へん.こう}も できます。</translation>
    </message>
    <message id="about.source">
        <translation>プログラムの ソースコード：%1</translation>
    </message>
    <message id="about.others">
        <translation>{使|つか}った もの</translation>
    </message>
    <message id="about.others.text">
        <translation>ライセンスの {文|ぶん}は プログラムの パッケージに あります。</translation>
    </message>
    <message id="about.others.text.windows">
        <translation>ライセンスの {文|ぶん}は プログラムの フォルダーの「licences」に あります。</translation>
    </message>
    <message id="about.component">
        <translation>ライセンス：%1
{作|つく}った {人|ひと}：%2
ソースコード：%3</translation>
    </message>
    <message id="glossary.title">
        <translation>{言葉|こと.ば}の {意味|い.み}</translation>
    </message>
    <message id="glossary.words">
        <translation>{在留申請|ざい.りゅう.しん.せい}オンラインシステム＜＝インターネットで {申請|しん.せい}を する システム＞
{在留資格認定証明書|ざい.りゅう.し.かく.にん.てい.しょう.めい.しょ}＜＝{日本|に.ほん}に {来|く}る {前|まえ}に もらう {書類|しょ.るい}＞
{申請等取次者証明書|しん.せい.とう.とり.つぎ.しゃ.しょう.めい.しょ}＜＝ほかの {人|ひと}の {申請|しん.せい}を {出|だ}す {人|ひと}の {証明書|しょう.めい.しょ}＞
{届出済証明書|とどけ.で.ずみ.しょう.めい.しょ}＜＝ほかの {人|ひと}の {申請|しん.せい}を {出|だ}す {人|ひと}の {証明書|しょう.めい.しょ}＞
{電子証明書|でん.し.しょう.めい.しょ}＜＝カードの {中|なか}の {証明書|しょう.めい.しょ}＞
{在留申請|ざい.りゅう.しん.せい}＜＝{日本|に.ほん}に いる ための {申請|しん.せい}＞
{認証|にん.しょう}ID＜＝ログインで {使|つか}う {文字|も.じ}と {数字|すう.じ}＞
{法定代理人|ほう.てい.だい.り.にん}＜＝{法律|ほう.りつ}で {決|き}まった、{代|か}わりに {手続|て.つづ}きを する {人|ひと}＞
{行政書士|ぎょう.せい.しょ.し}＜＝{役所|やく.しょ}に {出|だ}す {書類|しょ.るい}を {作|つく}る {専門家|せん.もん.か}＞
{利用規約|り.よう.き.やく}＜＝{使|つか}う {人|ひと}の {約束|やく.そく}＞
{入管|にゅう.かん}＜＝{出入国在留管理庁|しゅつ.にゅう.こく.ざい.りゅう.かん.り.ちょう}の {役所|やく.しょ}＞
ヘルプデスク＜＝こまった {時|とき}に {聞|き}く ところ＞
ドライバー＜＝カードリーダーを {動|うご}かす プログラム＞
プロキシ＜＝インターネットの {入|い}り{口|ぐち}の コンピューター＞
{審査|しん.さ}＜＝{入管|にゅう.かん}の {人|ひと}が {申請|しん.せい}を {調|しら}べる こと＞
{収入印紙|しゅう.にゅう.いん.し}＜＝お{金|かね}を {払|はら}う ための シール＞
{身元保証書|み.もと.ほ.しょう.しょ}＜＝{身元保証人|み.もと.ほ.しょう.にん}が {書|か}く {書類|しょ.るい}＞
{身元保証人|み.もと.ほ.しょう.にん}＜＝あなたを {助|たす}けると {約束|やく.そく}する {人|ひと}＞
{課税証明書|か.ぜい.しょう.めい.しょ}＜＝{税金|ぜい.きん}が いくらか {書|か}いて ある {書類|しょ.るい}＞
{納税証明書|のう.ぜい.しょう.めい.しょ}＜＝{税金|ぜい.きん}を {払|はら}ったと {書|か}いて ある {書類|しょ.るい}＞
{戸籍謄本|こ.せき.とう.ほん}＜＝{日本人|に.ほん.じん}の {家族|か.ぞく}の ことを {書|か}いた {書類|しょ.るい}＞
{認証局|にん.しょう.きょく}＜＝{電子証明書|でん.し.しょう.めい.しょ}を {出|だ}す ところ＞</translation>
    </message>
    <message id="leave.title">
        <translation>やめますか</translation>
    </message>
    <message id="leave.text">
        <translation>{保存|ほ.ぞん}する {前|まえ}の ことは {全部|ぜん.ぶ} {消|き}えます。カードの {中|なか}は {変|か}わりません。</translation>
    </message>
    <message id="leave.sending">
        <translation>{今|いま} {送|おく}って います。まだ {返事|へん.じ}が {来|き}て いません。
{今|いま} やめると、{着|つ}かない ことが あります。{続|つづ}けて、{返事|へん.じ}を {待|ま}って ください。</translation>
    </message>
    <message id="leave.mayHaveArrived">
        <translation>{送|おく}った ものが {着|つ}いたか、まだ わかりません。
{続|つづ}けて {待|ま}つと、わかります。
{着|つ}いた {時|とき}は、メールが {来|き}ます。</translation>
    </message>
    <message id="leave.no">
        <translation>{続|つづ}ける</translation>
    </message>
    <message id="leave.yes">
        <translation>やめて {消|け}す</translation>
    </message>
    <message id="leave.stop">
        <translation>やめる</translation>
    </message>
    <message id="close.title">
        <translation>やめて、{窓|まど}を {閉|と}じますか</translation>
    </message>
    <message id="close.yes">
        <translation>やめて {閉|と}じる</translation>
    </message>
    <message id="common.next">
        <translation>{次|つぎ}へ</translation>
    </message>
    <message id="common.cancel">
        <translation>やめる</translation>
    </message>
    <message id="common.copy">
        <translation>コピー</translation>
    </message>
    <message id="file.saved">
        <translation>{保存|ほ.ぞん}しました</translation>
    </message>
    <message id="file.openFolder">
        <translation>{保存|ほ.ぞん}した {場所|ば.しょ}を {見|み}る</translation>
    </message>
    <message id="file.notSaved">
        <translation>{保存|ほ.ぞん}が できませんでした</translation>
    </message>
    <message id="file.notSaved.remedy">
        <translation>ほかの {場所|ば.しょ}を {選|えら}んで ください。</translation>
    </message>
    <message id="list.item">
        <translation>・%1</translation>
    </message>
    <message id="way.again">
        <translation>もう{一度|いち.ど} する</translation>
    </message>
    <message id="way.otherCard">
        <translation>カードを もう{一度|いち.ど} {確認|かく.にん}する</translation>
    </message>
    <message id="way.leave">
        <translation>やめて {最初|さい.しょ}の ページに もどる</translation>
    </message>
    <message id="way.agent">
        <translation>{弁護士|べん.ご.し}・{行政書士|ぎょう.せい.しょ.し}に {頼|たの}む</translation>
    </message>
    <message id="way.agent.text">
        <translation>{弁護士|べん.ご.し}や {行政書士|ぎょう.せい.しょ.し}は、あなたの {代|か}わりに {申請|しん.せい}できます。
あなたの カードは {要|い}りません。
{弁護士会|べん.ご.し.かい}、{行政書士会|ぎょう.せい.しょ.し.かい}、{入管|にゅう.かん}で {相談|そう.だん}できます。</translation>
    </message>
    <message id="steps.place">
        <translation>%2の {中|なか}の %1{番目|ばん.め}　%3</translation>
    </message>
    <message id="steps.number">
        <translation>%1 / %2</translation>
    </message>
    <message id="steps.prepare">
        <translation>{準備|じゅん.び}</translation>
    </message>
    <message id="steps.card">
        <translation>カードの パスワード</translation>
    </message>
    <message id="steps.step1">
        <translation>あなたの ことを {入|い}れる（STEP1）</translation>
    </message>
    <message id="steps.step2">
        <translation>{入|い}れた ことを {確認|かく.にん}する（STEP2）</translation>
    </message>
    <message id="steps.step3">
        <translation>{登録|とう.ろく}の {終|お}わり（STEP3）</translation>
    </message>
    <message id="top.title">
        <translation>{在留申請|ざい.りゅう.しん.せい}オンラインシステムの {登録|とう.ろく}</translation>
    </message>
    <message id="top.intro">
        <translation>インターネットで {在留申請|ざい.りゅう.しん.せい}が できます。
はじめに {登録|とう.ろく}を します。
{登録|とう.ろく}を すると、{認証|にん.しょう}IDを もらいます。
{認証|にん.しょう}IDは ログインで {使|つか}う {文字|も.じ}と {数字|すう.じ}です。</translation>
    </message>
    <message id="top.news">
        <translation>お{知|し}らせ</translation>
    </message>
    <message id="top.login">
        <translation>ログイン</translation>
    </message>
    <message id="top.logIn.cardHolder">
        <translation>{外国人|がい.こく.じん}・その {家族|か.ぞく}など</translation>
    </message>
    <message id="top.logIn.attorneyOrScrivener">
        <translation>{会社|かい.しゃ}など、{弁護士|べん.ご.し}・{行政書士|ぎょう.せい.しょ.し}</translation>
    </message>
    <message id="top.logIn.coeByEmail">
        <translation>{在留資格認定証明書|ざい.りゅう.し.かく.にん.てい.しょう.めい.しょ}を メールで もらいたい {人|ひと}</translation>
    </message>
    <message id="top.logIn.named">
        <translation>ログイン：%1</translation>
    </message>
    <message id="top.menu">
        <translation>メニューに {行|い}く</translation>
    </message>
    <message id="top.register">
        <translation>はじめて {登録|とう.ろく}する {人|ひと}：{選|えら}んで ください。</translation>
    </message>
    <message id="top.cardHolder">
        <translation>{外国人|がい.こく.じん}・その {家族|か.ぞく}など</translation>
    </message>
    <message id="top.cardHolder.description">
        <translation>{自分|じ.ぶん}の {申請|しん.せい}を する {人|ひと}です。
{家族|か.ぞく}の {申請|しん.せい}を する {人|ひと}や、{法定代理人|ほう.てい.だい.り.にん}も ここです。
{自分|じ.ぶん}の マイナンバーカードを {使|つか}います。</translation>
    </message>
    <message id="top.attorneyOrScrivener">
        <translation>{弁護士|べん.ご.し}・{行政書士|ぎょう.せい.しょ.し}</translation>
    </message>
    <message id="top.attorneyOrScrivener.description">
        <translation>{仕事|し.ごと}で ほかの {人|ひと}の {申請|しん.せい}を {出|だ}す {人|ひと}です。
カードは {使|つか}いません。</translation>
    </message>
    <message id="top.coeByEmail">
        <translation>{在留資格認定証明書|ざい.りゅう.し.かく.にん.てい.しょう.めい.しょ}を メールで もらいたい {人|ひと}</translation>
    </message>
    <message id="top.coeByEmail.description">
        <translation>{入管|にゅう.かん}の {窓口|まど.ぐち}で {紙|かみ}の {申請|しん.せい}を した {人|ひと}です。
カードは {使|つか}いません。</translation>
    </message>
    <message id="before.title">
        <translation>{始|はじ}める {前|まえ}に</translation>
    </message>
    <message id="before.intro">
        <translation>5{分|ふん}ぐらいで {終|お}わります。お{金|かね}は いりません。</translation>
    </message>
    <message id="before.intro.card">
        <translation>10{分|ぷん}ぐらいで {終|お}わります。お{金|かね}は いりません。</translation>
    </message>
    <message id="before.needs">
        <translation>{用意|よう.い}する もの</translation>
    </message>
    <message id="before.needs.cardHolder">
        <translation>・{自分|じ.ぶん}の マイナンバーカード
・ICカードリーダー
・{署名用|しょ.めい.よう}パスワード（6から 16{文字|も.じ}の アルファベットと {数字|すう.じ}）
・{暗証番号|あん.しょう.ばん.ごう}（4けたの {数字|すう.じ}）
・{在留|ざい.りゅう}カード（{自分|じ.ぶん}の {申請|しん.せい}を する {人|ひと}）
・メールアドレス</translation>
    </message>
    <message id="before.needs.attorneyOrScrivener">
        <translation>・{申請等取次者証明書|しん.せい.とう.とり.つぎ.しゃ.しょう.めい.しょ}
・{事務所|じ.む.しょ}の {住所|じゅう.しょ}
・{電話番号|でん.わ.ばん.ごう}
・メールアドレス</translation>
    </message>
    <message id="before.needs.coeByEmail">
        <translation>・{住所|じゅう.しょ}
・{電話番号|でん.わ.ばん.ごう}
・メールアドレス</translation>
    </message>
    <message id="before.picture">
        <translation>カードを カードリーダーに {置|お}く {絵|え}</translation>
    </message>
    <message id="before.putCard">
        <translation>カードリーダーを パソコンに つないで、カードを {置|お}いて ください。
{登録|とう.ろく}が {終|お}わるまで、カードを {動|うご}かさないで ください。</translation>
    </message>
    <message id="before.checks">
        <translation>{準備|じゅん.び}は できましたか（パソコンが {確認|かく.にん}します）</translation>
    </message>
    <message id="before.again">
        <translation>もう{一度|いち.ど} {調|しら}べる</translation>
    </message>
    <message id="before.ready">
        <translation>{準備|じゅん.び}が できました。「{次|つぎ}へ」を {押|お}して ください。</translation>
    </message>
    <message id="before.notYet">
        <translation>まだ {確認|かく.にん}して います。{少|すこ}し {待|ま}って ください。</translation>
    </message>
    <message id="before.goodToKnow">
        <translation>{知|し}って おくと いい こと</translation>
    </message>
    <message id="before.goodToKnow.any">
        <translation>・いつでも {登録|とう.ろく}できます。{休|やす}みの {時|とき}は、{最初|さい.しょ}の ページの「お{知|し}らせ」に あります。
・「{登録|とう.ろく}する」を {押|お}す {前|まえ}は、{何|なに}も {送|おく}りません。
・{途中|と.ちゅう}で {休|やす}む ことが できます。この {窓|まど}を {閉|と}じないで ください。{閉|と}じると、{入|い}れた ことが {消|き}えます。</translation>
    </message>
    <message id="before.goodToKnow.card">
        <translation>・いつでも {登録|とう.ろく}できます。{休|やす}みの {時|とき}は、{最初|さい.しょ}の ページの「お{知|し}らせ」に あります。
・「{登録|とう.ろく}する」を {押|お}す {前|まえ}は、{何|なに}も {送|おく}りません。
・{途中|と.ちゅう}で {休|やす}む ことが できます。この {窓|まど}を {閉|と}じないで ください。{閉|と}じると、{入|い}れた ことが {消|き}えます。
・パスワードだけは、%1 {何|なに}も しないと {消|き}えます。もう{一度|いち.ど} {入|い}れて ください。
・カードの パスワードは 2つ {使|つか}います。はじめは {署名用|しょ.めい.よう}パスワードです。{次|つぎ}は {暗証番号|あん.しょう.ばん.ごう}です。
・カードリーダーは「マイナンバーカード{対応|たい.おう}」と {書|か}いて ある ものを {使|つか}って ください。スマートフォンは {使|つか}う ことが できません。
・{家族|か.ぞく}や {法定代理人|ほう.てい.だい.り.にん}も、{自分|じ.ぶん}の カードと パスワードを {使|つか}います。{申請|しん.せい}する {人|ひと}の カードは いりません。</translation>
    </message>
    <message id="before.formKept">
        <translation>{入|い}れた ことは、あります。{消|き}えて いません。</translation>
    </message>
    <message id="data.title">
        <translation>{送|おく}る ところ</translation>
    </message>
    <message id="data.service">
        <translation>{入|い}れた ことは {在留申請|ざい.りゅう.しん.せい}オンラインシステム（%1）に {送|おく}ります。
ほかの ところには {送|おく}りません。</translation>
    </message>
    <message id="data.operator">
        <translation>{入|い}れた ことは %1（%2）に {送|おく}ります。
ほかの ところには {送|おく}りません。</translation>
    </message>
    <message id="check.looking">
        <translation>{確認|かく.にん}して います</translation>
    </message>
    <message id="check.later">
        <translation>まだ わかりません</translation>
    </message>
    <message id="check.reading">
        <translation>カードを {読|よ}んで います。{動|うご}かさないで ください</translation>
    </message>
    <message id="check.service">
        <translation>カードを {使|つか}う プログラム</translation>
    </message>
    <message id="check.service.good">
        <translation>だいじょうぶです</translation>
    </message>
    <message id="check.service.bad">
        <translation>{動|うご}いて いません</translation>
    </message>
    <message id="check.reader">
        <translation>カードリーダー</translation>
    </message>
    <message id="check.reader.good">
        <translation>だいじょうぶです</translation>
    </message>
    <message id="check.reader.bad">
        <translation>ありません</translation>
    </message>
    <message id="check.card">
        <translation>マイナンバーカード</translation>
    </message>
    <message id="check.card.good">
        <translation>だいじょうぶです</translation>
    </message>
    <message id="check.card.bad">
        <translation>{読|よ}む ことが できません</translation>
    </message>
    <message id="check.card.absent">
        <translation>カードを {置|お}いて ください</translation>
    </message>
    <message id="check.certificates">
        <translation>カードの {電子証明書|でん.し.しょう.めい.しょ}</translation>
    </message>
    <message id="check.certificates.good">
        <translation>だいじょうぶです</translation>
    </message>
    <message id="check.certificates.bad">
        <translation>{使|つか}う ことが できません</translation>
    </message>
    <message id="check.tries">
        <translation>あと {何回|なん.かい} {入|い}れる ことが できますか</translation>
    </message>
    <message id="check.tries.both">
        <translation>{署名用|しょ.めい.よう}パスワード %1{回|かい}、{暗証番号|あん.しょう.ばん.ごう} %2{回|かい}</translation>
    </message>
    <message id="check.tries.pin">
        <translation>{暗証番号|あん.しょう.ばん.ごう} %1{回|かい}</translation>
    </message>
    <message id="check.network">
        <translation>インターネット</translation>
    </message>
    <message id="check.network.good">
        <translation>だいじょうぶです</translation>
    </message>
    <message id="check.network.bad">
        <translation>つながりません</translation>
    </message>
    <message id="password.title">
        <translation>{署名用|しょ.めい.よう}パスワードを {入|い}れる</translation>
    </message>
    <message id="password.intro">
        <translation>マイナンバーカードを もらった {時|とき}に、{市役所|し.やく.しょ}で {決|き}めました。
アルファベットと {数字|すう.じ}の パスワードです。</translation>
    </message>
    <message id="password.triesMeaning">
        <translation>つづけて 5{回|かい} まちがえると、この パスワードを {使|つか}う ことが できません。
{正|ただ}しく {入|い}れると、また 5{回|かい} できます。</translation>
    </message>
    <message id="password.wrong">
        <translation>{署名用|しょ.めい.よう}パスワードが ちがいます</translation>
    </message>
    <message id="password.forgotten">
        <translation>{市役所|し.やく.しょ}や {区役所|く.やく.しょ}に {行|い}って ください。
{新|あたら}しい パスワードに する ことが できます。お{金|かね}は いりません。
{暗証番号|あん.しょう.ばん.ごう}が わかる {人|ひと}は、スマートフォンの アプリ「JPKI{暗証番号|あん.しょう.ばん.ごう}リセット」と コンビニでも できます。</translation>
    </message>
    <message id="password.lastTry">
        <translation>まちがえると、{署名用|しょ.めい.よう}パスワードを {使|つか}う ことが できません。
{市役所|し.やく.しょ}や コンビニで、{新|あたら}しい パスワードに します。お{金|かね}は いりません。
カードは、ほかの ことに {使|つか}う ことが できます。</translation>
    </message>
    <message id="pin.title">
        <translation>{暗証番号|あん.しょう.ばん.ごう}を {入|い}れる</translation>
    </message>
    <message id="pin.intro">
        <translation>マイナンバーカードを もらった {時|とき}に、{市役所|し.やく.しょ}で {決|き}めました。
4けたの {数字|すう.じ}です。</translation>
    </message>
    <message id="pin.triesMeaning">
        <translation>つづけて 3{回|かい} まちがえると、この {番号|ばん.ごう}を {使|つか}う ことが できません。
{正|ただ}しく {入|い}れると、また 3{回|かい} できます。</translation>
    </message>
    <message id="pin.wrong">
        <translation>{暗証番号|あん.しょう.ばん.ごう}が ちがいます</translation>
    </message>
    <message id="pin.forgotten">
        <translation>{市役所|し.やく.しょ}や {区役所|く.やく.しょ}に {行|い}って ください。
マイナンバーカードを {持|も}って {行|い}きます。
{新|あたら}しい {番号|ばん.ごう}に する ことが できます。お{金|かね}は いりません。
{署名用|しょ.めい.よう}パスワードが わかる {人|ひと}は、スマートフォンの アプリ「JPKI{暗証番号|あん.しょう.ばん.ごう}リセット」と コンビニでも できます。</translation>
    </message>
    <message id="pin.lastTry">
        <translation>まちがえると、{暗証番号|あん.しょう.ばん.ごう}を {使|つか}う ことが できません。
{市役所|し.やく.しょ}や コンビニで、{新|あたら}しい {番号|ばん.ごう}に します。お{金|かね}は いりません。
カードは、ほかの ことに {使|つか}う ことが できます。</translation>
    </message>
    <message id="pin.pad.text">
        <translation>この カードリーダーには、{数字|すう.じ}の ボタンが あります。
「{次|つぎ}へ」を {押|お}して から、カードリーダーで 4つの {数字|すう.じ}を {押|お}して ください。
{登録|とう.ろく}する {時|とき}に、もう 1{回|かい} カードリーダーで {押|お}します。</translation>
    </message>
    <message id="pin.pad.onScreen">
        <translation>この {画面|が.めん}で {入|い}れる</translation>
    </message>
    <message id="pin.pad.typing.title">
        <translation>カードリーダーで 4つの {数字|すう.じ}を {押|お}して ください</translation>
    </message>
    <message id="pin.pad.typing.text">
        <translation>そして、カードリーダーの OKボタン＜＝{緑色|みどり.いろ}の ボタン＞を {押|お}して ください。
カードを {動|うご}かさないで ください。</translation>
    </message>
    <message id="pin.pad.notEntered.title">
        <translation>カードリーダーで {数字|すう.じ}を {押|お}しませんでした</translation>
    </message>
    <message id="pin.pad.notEntered.text">
        <translation>{使|つか}える {回数|かい.すう}は {同|おな}じです。
{下|した}の {説明|せつ.めい}の とおりに、もう {一度|いち.ど} 4つの {数字|すう.じ}を {入|い}れて ください。
カードリーダーの ボタンが {使|つか}えない {時|とき}は、この {画面|が.めん}に {入|い}れる ところが あります。</translation>
    </message>
    <message id="secret.which">
        <translation>どの {番号|ばん.ごう}ですか</translation>
    </message>
    <message id="password.which">
        <translation>カードを もらった {時|とき}の {紙|かみ}では 「{署名用電子証明書暗証番号|しょ.めい.よう.でん.し.しょう.めい.しょ.あん.しょう.ばん.ごう}」と {言|い}います。
スマートフォンや {銀行|ぎん.こう}の {番号|ばん.ごう}では ありません。
カードには、{暗証番号|あん.しょう.ばん.ごう}が 4つまで あります。{使|つか}うのは、6から 16{文字|も.じ}の ものです。</translation>
    </message>
    <message id="pin.which">
        <translation>カードを もらった {時|とき}の {紙|かみ}では 「{利用者証明用電子証明書暗証番号|り.よう.しゃ.しょう.めい.よう.でん.し.しょう.めい.しょ.あん.しょう.ばん.ごう}」と {言|い}います。
スマートフォンや {銀行|ぎん.こう}の {番号|ばん.ごう}では ありません。
カードには、{暗証番号|あん.しょう.ばん.ごう}が 4つまで あります。{使|つか}うのは、{上|うえ}から 2{番目|ばん.め}です。{数字|すう.じ} 4つです。</translation>
    </message>
    <message id="password.paper">
        <translation>{紙|かみ}の {絵|え}です。1{番目|ばん.め}が {署名用電子証明書暗証番号|しょ.めい.よう.でん.し.しょう.めい.しょ.あん.しょう.ばん.ごう}です。</translation>
    </message>
    <message id="pin.paper">
        <translation>{紙|かみ}の {絵|え}です。2{番目|ばん.め}が {利用者証明用電子証明書暗証番号|り.よう.しゃ.しょう.めい.よう.でん.し.しょう.めい.しょ.あん.しょう.ばん.ごう}です。</translation>
    </message>
    <message id="secret.forgotten">
        <translation>{忘|わす}れた {時|とき}</translation>
    </message>
    <message id="secret.password.label">
        <translation>{署名用|しょ.めい.よう}パスワード</translation>
    </message>
    <message id="secret.password.rule">
        <translation>アルファベットと {数字|すう.じ}を 6から 16{文字|も.じ} {入|い}れます。
{小|ちい}さい {文字|も.じ}は {大|おお}きい {文字|も.じ}に なります。</translation>
    </message>
    <message id="secret.password.count" numerus="yes">
        <translation>
            <numerusform>%n{文字|も.じ} {入|い}れました（6から 16{文字|も.じ}）</numerusform>
        </translation>
    </message>
    <message id="secret.password.refused">
        <translation>この {文字|も.じ}は だめです。アルファベットと {数字|すう.じ}を {入|い}れて ください。</translation>
    </message>
    <message id="secret.password.full">
        <translation>もう {入|い}れる ことが できません。パスワードは 16{文字|も.じ}までです。</translation>
    </message>
    <message id="secret.pin.label">
        <translation>{暗証番号|あん.しょう.ばん.ごう}（4けたの {数字|すう.じ}）</translation>
    </message>
    <message id="secret.pin.rule">
        <translation>{数字|すう.じ}を 4つ {入|い}れます。</translation>
    </message>
    <message id="secret.pin.count" numerus="yes">
        <translation>
            <numerusform>%n{文字|も.じ} {入|い}れました（4{文字|も.じ}）</numerusform>
        </translation>
    </message>
    <message id="secret.pin.refused">
        <translation>この {文字|も.じ}は だめです。{数字|すう.じ}を {入|い}れて ください。</translation>
    </message>
    <message id="secret.pin.full">
        <translation>もう {入|い}れる ことが できません。4けたです。</translation>
    </message>
    <message id="secret.paste">
        <translation>コピーした ものは {使|つか}う ことが できません。キーボードで {入|い}れて ください。</translation>
    </message>
    <message id="secret.wiped">
        <translation>しばらく {何|なに}も しなかったので、{入|い}れた {文字|も.じ}を {消|け}しました。もう {一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="secret.show">
        <translation>{入|い}れた {文字|も.じ}を {見|み}る</translation>
    </message>
    <message id="secret.keys">
        <translation>{画面|が.めん}の キーで {入|い}れる</translation>
    </message>
    <message id="secret.keys.erase">
        <translation>1つ {消|け}す</translation>
    </message>
    <message id="secret.keys.capitals">
        <translation>{大文字|おお.も.じ}</translation>
    </message>
    <message id="secret.capsLock">
        <translation>Caps Lockを {押|お}して あります。
{大|おお}きい {文字|も.じ}と {小|ちい}さい {文字|も.じ}が {反対|はん.たい}に なります。</translation>
    </message>
    <message id="login.title">
        <translation>ログイン</translation>
    </message>
    <message id="login.intro">
        <translation>{登録|とう.ろく}した {後|あと}で、パスワードを {決|き}めます。
すると、{認証|にん.しょう}IDの メールが {来|き}ます。</translation>
    </message>
    <message id="login.intro.withoutCard">
        <translation>{申請|しん.せい}が {終|お}わるまで、{認証|にん.しょう}IDと パスワードで ログインできます。{登録|とう.ろく}の {後|あと}で {決|き}めた パスワードです。カードは いりません。</translation>
    </message>
    <message id="login.id.label">
        <translation>{認証|にん.しょう}ID</translation>
    </message>
    <message id="login.id.rule">
        <translation>アルファベットと {数字|すう.じ}で 6から 20{文字|も.じ}です。
{例|れい}）wkpnd31487</translation>
    </message>
    <message id="login.password.label">
        <translation>パスワード</translation>
    </message>
    <message id="login.password.rule">
        <translation>8から 32{文字|も.じ}です。
{大|おお}きい {文字|も.じ}と {小|ちい}さい {文字|も.じ}は ちがう {文字|も.じ}です。</translation>
    </message>
    <message id="login.password.count" numerus="yes">
        <translation>
            <numerusform>%n{文字|も.じ}</numerusform>
        </translation>
    </message>
    <message id="login.password.refused">
        <translation>この {文字|も.じ}は だめです。
アルファベット、{数字|すう.じ}、{記号|き.ごう}（! $ % &amp; = @ _ # + * . ?）を {入|い}れて ください。</translation>
    </message>
    <message id="login.password.full">
        <translation>もう {入|い}れる ことが できません。パスワードは 32{文字|も.じ}までです。</translation>
    </message>
    <message id="login.logIn">
        <translation>ログインする</translation>
    </message>
    <message id="login.asking">
        <translation>ログインして います…</translation>
    </message>
    <message id="login.newPassword">
        <translation>{新|あたら}しい パスワードを {決|き}める</translation>
    </message>
    <message id="login.forgottenPassword">
        <translation>パスワードを {忘|わす}れた {時|とき}</translation>
    </message>
    <message id="login.forgottenPassword.text">
        <translation>{上|うえ}に {認証|にん.しょう}IDを {入|い}れます。
{下|した}に {登録|とう.ろく}した メールアドレスを {入|い}れます。
ボタンを {押|お}すと、パスワードを {決|き}める ための メールが {来|き}ます。</translation>
    </message>
    <message id="login.email.label">
        <translation>{登録|とう.ろく}した メールアドレス</translation>
    </message>
    <message id="login.email.rule">
        <translation>{例|れい}）example@xxx.co.jp</translation>
    </message>
    <message id="login.requestLink">
        <translation>パスワードを {決|き}める メールを もらう</translation>
    </message>
    <message id="login.sent.title">
        <translation>{認証|にん.しょう}IDと メールアドレスが {正|ただ}しい {時|とき}は、メールが {来|き}ます</translation>
    </message>
    <message id="login.sent.text">
        <translation>メールの リンクから、{新|あたら}しい パスワードを {決|き}めて ください。
リンクは 24{時間|じ.かん} {使|つか}う ことが できます。</translation>
    </message>
    <message id="login.sent.remedy">
        <translation>メールが {来|こ}ない {時|とき}は、{認証|にん.しょう}IDと メールアドレスを {見|み}て ください。
そして、もう{一度|いち.ど} {送|おく}って ください。</translation>
    </message>
    <message id="login.haveLink">
        <translation>メールの リンクで パスワードを {決|き}める</translation>
    </message>
    <message id="login.forgotten">
        <translation>{認証|にん.しょう}IDを {忘|わす}れた {時|とき}</translation>
    </message>
    <message id="login.forgotten.text">
        <translation>{近|ちか}くの {入管|にゅう.かん}に「{別記第|べっ.き.だい}15{号様式|ごう.よう.しき}」の {紙|かみ}を {出|だ}して ください。
{郵便|ゆう.びん}で {送|おく}る ことも できます。</translation>
    </message>
    <message id="login.forgottenId">
        <translation>{認証|にん.しょう}IDを {忘|わす}れた {時|とき}に する こと</translation>
    </message>
    <message id="forgottenId.title">
        <translation>{認証|にん.しょう}IDを {忘|わす}れた {時|とき}</translation>
    </message>
    <message id="forgottenId.mail">
        <translation>はじめに：メールを {見|み}る</translation>
    </message>
    <message id="forgottenId.mail.text">
        <translation>{登録|とう.ろく}して、パスワードを {決|き}めた {後|あと}で、メールが {来|き}ました。その メールに {認証|にん.しょう}IDが あります。</translation>
    </message>
    <message id="forgottenId.paper">
        <translation>メールが ない {時|とき}：{紙|かみ}を {出|だ}す</translation>
    </message>
    <message id="forgottenId.paper.text">
        <translation>あなたの {住|す}んで いる ところの {入管|にゅう.かん}に、{下|した}の {書類|しょ.るい}を {出|だ}して ください。
{郵便|ゆう.びん}で {送|おく}る ことも できます。</translation>
    </message>
    <message id="forgottenId.form">
        <translation>「{在留|ざい.りゅう}{申請|しん.せい}オンラインシステム{認証|にん.しょう}ID・パスワード{確認等|かく.にん.とう}{申出書|もうし.で.しょ}」（{別記第|べっ.き.だい}15{号様式|ごう.よう.しき}）</translation>
    </message>
    <message id="forgottenId.answer">
        <translation>{入管|にゅう.かん}は {認証|にん.しょう}IDを {書類|しょ.るい}か メールで {知|し}らせます。</translation>
    </message>
    <message id="forgottenId.office">
        <translation>{紙|かみ}を {出|だ}す ところ</translation>
    </message>
    <message id="forgottenId.office.text">
        <translation>{住|す}んで いる ところを {選|えら}んで ください。</translation>
    </message>
    <message id="forgottenId.branches">
        <translation>{近|ちか}くの {小|ちい}さい {入管|にゅう.かん}でも いいです。</translation>
    </message>
    <message id="forgottenId.close">
        <translation>ログインに {戻|もど}る</translation>
    </message>
    <message id="office.prefecture">
        <translation>{都道府県|と.どう.ふ.けん}</translation>
    </message>
    <message id="office.choose">
        <translation>えらんで ください</translation>
    </message>
    <message id="text.written">
        <translation>%read</translation>
    </message>
    <message id="cardLogin.title">
        <translation>マイナンバーカードで ログインします</translation>
    </message>
    <message id="cardLogin.intro">
        <translation>{認証|にん.しょう}IDを {入|い}れて ください。マイナンバーカードを カードリーダーに {置|お}いて ください。
{次|つぎ}の ページで {暗証番号|あん.しょう.ばん.ごう}（{数字|すう.じ} 4つ）を {入|い}れます。</translation>
    </message>
    <message id="cardLogin.putCard">
        <translation>カードリーダーを パソコンに つないで ください。
マイナンバーカードを カードリーダーに {置|お}いて ください。
ログインが {終|お}わるまで、カードを {動|うご}かさないで ください。</translation>
    </message>
    <message id="cardLogin.renewed">
        <translation>カードが {新|あたら}しく なりました</translation>
    </message>
    <message id="cardLogin.renewing">
        <translation>{新|あたら}しい カードを {登録|とう.ろく}します。{今回|こん.かい}だけ {署名用|しょ.めい.よう}パスワードも {入|い}れます。
これからは {前|まえ}の カードは {使|つか}えません。メールで {知|し}らせます。</translation>
    </message>
    <message id="cardLogin.notRenewed">
        <translation>カードは {登録|とう.ろく}した {時|とき}と {同|おな}じです</translation>
    </message>
    <message id="cardLogin.withoutCard">
        <translation>{認証|にん.しょう}IDと パスワードで ログインする</translation>
    </message>
    <message id="cardLogin.withoutCard.text">
        <translation>まだ {終|お}わって いない {申請|しん.せい}が ありますか。{申請|しん.せい}は なくなって いません。{認証|にん.しょう}IDと パスワードで ログインできます。カードは いりません。</translation>
    </message>
    <message id="cardLogin.sending">
        <translation>ログインして います… カードを {取|と}らないで ください。</translation>
    </message>
    <message id="cardLogin.again">
        <translation>もう{一度|いち.ど} ログインする</translation>
    </message>
    <message id="cardLogin.start">
        <translation>{最初|さい.しょ}から する</translation>
    </message>
    <message id="cardLogin.help">
        <translation>{認証|にん.しょう}IDが わからない {時|とき}</translation>
    </message>
    <message id="cardLogin.help.text">
        <translation>{登録|とう.ろく}した {後|あと}で パスワードを {決|き}めます。それから {認証|にん.しょう}IDの メールが {来|き}ます。その メールを {探|さが}して ください。</translation>
    </message>
    <message id="menu.title">
        <translation>メニュー</translation>
    </message>
    <message id="cardEnded.title">
        <translation>カードを {使|つか}わないで ログインして います</translation>
    </message>
    <message id="cardEnded.text">
        <translation>カードの {電子証明書|でん.し.しょう.めい.しょ}が {古|ふる}いです。でも、{申請|しん.せい}を {見|み}る こと、{書類|しょ.るい}を {出|だ}す こと、{申請|しん.せい}を やめる ことは できます。{登録|とう.ろく}した {情報|じょう.ほう}も {変|か}える ことが できます。</translation>
    </message>
    <message id="cardEnded.remedy">
        <translation>{新|あたら}しい {申請|しん.せい}を する {人|ひと}は、{市役所|し.やく.しょ}で {電子証明書|でん.し.しょう.めい.しょ}を {新|あたら}しく します。それから、カードで ログインして ください。{入|い}れた ものは {下書|した.が}きに {残|のこ}ります。</translation>
    </message>
    <message id="mailsComeBack">
        <translation>メールが {届|とど}いて いません</translation>
    </message>
    <message id="mailsComeBack.text">
        <translation>あなたの メールアドレスに {送|おく}った メールが、もどって きました。{大切|たい.せつ}な お{知|し}らせも {届|とど}きません。</translation>
    </message>
    <message id="mailsComeBack.remedy">
        <translation>メールアドレスが {正|ただ}しいか {見|み}て ください。{使|つか}えない {時|とき}は、メールアドレスを {変|か}えて ください。</translation>
    </message>
    <message id="mailsComeBack.change">
        <translation>メールアドレスを {変|か}える</translation>
    </message>
    <message id="mailsComeBack.see">
        <translation>{使|つか}う {人|ひと}の {情報|じょう.ほう}を {見|み}る</translation>
    </message>
    <message id="menu.applications">
        <translation>{申請|しん.せい}</translation>
    </message>
    <message id="menu.applications.description">
        <translation>{申請|しん.せい}を {作|つく}ります。{送|おく}った {申請|しん.せい}が どう なったか {見|み}ます。</translation>
    </message>
    <message id="menu.information">
        <translation>{使|つか}う {人|ひと}の {情報|じょう.ほう}</translation>
    </message>
    <message id="menu.information.description">
        <translation>{登録|とう.ろく}した ことを {見|み}ます。{住所|じゅう.しょ}や {電話番号|でん.わ.ばん.ごう}を {変|か}えます。</translation>
    </message>
    <message id="menu.password">
        <translation>パスワードを {変|か}える</translation>
    </message>
    <message id="menu.password.description">
        <translation>パスワードを {新|あたら}しく します。</translation>
    </message>
    <message id="menu.logins">
        <translation>いつ ログインしたか</translation>
    </message>
    <message id="menu.logins.description">
        <translation>いつ、どこから ログインしたか {見|み}ます。</translation>
    </message>
    <message id="menu.notForThisClass.title">
        <translation>{窓口|まど.ぐち}で {申請|しん.せい}した {人|ひと}は、{下|した}の ことが できません</translation>
    </message>
    <message id="menu.notForThisClass.text">
        <translation>・{申請|しん.せい}を {作|つく}る（{一人|ひとり}ずつ）
・{申請|しん.せい}を {作|つく}る（{一度|いち.ど}に たくさん）
・{申請|しん.せい}を {探|さが}す</translation>
    </message>
    <message id="menu.notForThisClass.remedy">
        <translation>インターネットで {申請|しん.せい}する {時|とき}は、ほかの {入|い}り{口|ぐち}から {登録|とう.ろく}して ください。</translation>
    </message>
    <message id="information.title">
        <translation>{使|つか}う {人|ひと}の {情報|じょう.ほう}</translation>
    </message>
    <message id="information.asking">
        <translation>{読|よ}んで います…</translation>
    </message>
    <message id="information.id">
        <translation>{認証|にん.しょう}ID：%1</translation>
    </message>
    <message id="information.change">
        <translation>{変|か}える</translation>
    </message>
    <message id="information.newEmail">
        <translation>{新|あたら}しい メールアドレスは、まだ {確認|かく.にん}が {終|お}わって いません</translation>
    </message>
    <message id="information.newEmail.text">
        <translation>%1に メールを {送|おく}りました。メールの リンクを {開|ひら}いて ください。
それまでは、{前|まえ}の メールアドレスを {使|つか}います。</translation>
    </message>
    <message id="information.until">
        <translation>リンクは %1まで {使|つか}う ことが できます。</translation>
    </message>
    <message id="informationChange.title">
        <translation>{使|つか}う {人|ひと}の {情報|じょう.ほう}を {変|か}える</translation>
    </message>
    <message id="informationChange.intro">
        <translation>{変|か}わった ところだけ {入|い}れて ください。
{入|い}れない ところは {変|か}わりません。</translation>
    </message>
    <message id="informationChange.registered">
        <translation>{今|いま}の {登録|とう.ろく}：</translation>
    </message>
    <message id="informationReview.title">
        <translation>{確認|かく.にん}</translation>
    </message>
    <message id="informationReview.intro">
        <translation>まちがいは ありませんか。まちがいは「{直|なお}す」から {直|なお}して ください。</translation>
    </message>
    <message id="informationReview.before">
        <translation>{前|まえ}の {登録|とう.ろく}：</translation>
    </message>
    <message id="informationReview.asking">
        <translation>{変|か}えて います…</translation>
    </message>
    <message id="informationReview.send">
        <translation>{変|か}える</translation>
    </message>
    <message id="informationReview.cancel">
        <translation>やめる</translation>
    </message>
    <message id="informationReview.calledOff">
        <translation>やめました。でも、もう {変|か}わって いるかも しれません</translation>
    </message>
    <message id="informationReview.calledOff.text">
        <translation>{入|い}れた ことは、もう {送|おく}りました。{着|つ}いたか、わかりません。</translation>
    </message>
    <message id="informationReview.calledOff.remedy">
        <translation>もう{一度|いち.ど} 「{変|か}える」を {押|お}すと、わかります。2{回|かい} {変|か}わる ことは ありません。</translation>
    </message>
    <message id="informationChanged.title">
        <translation>{終|お}わりました</translation>
    </message>
    <message id="informationChanged.done">
        <translation>{使|つか}う {人|ひと}の {情報|じょう.ほう}が {新|あたら}しく なりました</translation>
    </message>
    <message id="informationChanged.noMail">
        <translation>この {時|とき}は、メールは {来|き}ません。</translation>
    </message>
    <message id="informationChanged.newEmail">
        <translation>{新|あたら}しい メールアドレスを {確認|かく.にん}します</translation>
    </message>
    <message id="informationChanged.newEmail.text">
        <translation>%1に メールを {送|おく}りました。メールの リンクを {開|ひら}いて ください。
それまでは、{前|まえ}の メールアドレスを {使|つか}います。{前|まえ}の メールアドレス：%2</translation>
    </message>
    <message id="informationChanged.newEmail.remedy">
        <translation>メールが {来|こ}ない {時|とき}は、メールアドレスを {見|み}て ください。
そして、もう{一度|いち.ど} {変|か}えるか、「こまった {時|とき}に {聞|き}く ところ」に {連絡|れん.らく}して ください。
%helpDesk</translation>
    </message>
    <message id="informationChanged.back">
        <translation>{使|つか}う {人|ひと}の {情報|じょう.ほう}に {戻|もど}る</translation>
    </message>
    <message id="newPassword.title">
        <translation>パスワードを {変|か}える</translation>
    </message>
    <message id="newPassword.intro">
        <translation>{今|いま} {使|つか}って いる パスワードと、{新|あたら}しい パスワードを {入|い}れて ください。</translation>
    </message>
    <message id="newPassword.intro.expired">
        <translation>パスワードの {期限|き.げん}が {終|お}わりました。{新|あたら}しい パスワードを {決|き}めて ください。
その {後|あと}で、ログインが できます。</translation>
    </message>
    <message id="newPassword.current.label">
        <translation>{今|いま}の パスワード</translation>
    </message>
    <message id="newPassword.current.rule">
        <translation>{今|いま} {使|つか}って いる パスワードです。</translation>
    </message>
    <message id="newPassword.new.label">
        <translation>{新|あたら}しい パスワード</translation>
    </message>
    <message id="newPassword.new.rule">
        <translation>{大|おお}きい {文字|も.じ}と {小|ちい}さい {文字|も.じ}は ちがう {文字|も.じ}です。コピーした ものを {入|い}れる ことも できます。</translation>
    </message>
    <message id="newPassword.rule.length">
        <translation>8から 32{文字|も.じ}</translation>
    </message>
    <message id="newPassword.rule.letter">
        <translation>アルファベット</translation>
    </message>
    <message id="newPassword.rule.digit">
        <translation>{数字|すう.じ}</translation>
    </message>
    <message id="newPassword.rule.symbol">
        <translation>{記号|き.ごう} ! $ % &amp; = @ _ # + * . ? の どれか</translation>
    </message>
    <message id="newPassword.rule.uncommon">
        <translation>みんなが よく {使|つか}う パスワードでは ない（{例|れい}：Password1!）</translation>
    </message>
    <message id="newPassword.rule.met">
        <translation>できて います</translation>
    </message>
    <message id="newPassword.rule.open">
        <translation>まだです</translation>
    </message>
    <message id="newPassword.rule.allMet">
        <translation>{全部|ぜん.ぶ} できて います。</translation>
    </message>
    <message id="newPassword.rule.stillOpen">
        <translation>まだ {足|た}りない もの：%1</translation>
    </message>
    <message id="newPassword.confirmation.label">
        <translation>もう{一度|いち.ど} {新|あたら}しい パスワード</translation>
    </message>
    <message id="newPassword.confirmation.rule">
        <translation>もう{一度|いち.ど} {同|おな}じ ものを {入|い}れて ください。</translation>
    </message>
    <message id="newPassword.same">
        <translation>{今|いま}の パスワードと {同|おな}じです。ちがう パスワードに して ください</translation>
    </message>
    <message id="newPassword.change">
        <translation>{変|か}える</translation>
    </message>
    <message id="newPassword.asking">
        <translation>{変|か}えて います…</translation>
    </message>
    <message id="newPassword.done.title">
        <translation>パスワードを {変|か}えました</translation>
    </message>
    <message id="newPassword.done">
        <translation>パスワードが {新|あたら}しく なりました</translation>
    </message>
    <message id="newPassword.done.text">
        <translation>{今日|きょう}から 1{年|ねん} {使|つか}う ことが できます。
{登録|とう.ろく}した メールアドレスに、メールが {来|き}ます。</translation>
    </message>
    <message id="newPassword.done.remedy">
        <translation>メールが {来|こ}ない {時|とき}は、「こまった {時|とき}に {聞|き}く ところ」に {連絡|れん.らく}して ください。
%helpDesk</translation>
    </message>
    <message id="newPassword.toMenu">
        <translation>メニューに {戻|もど}る</translation>
    </message>
    <message id="newPassword.toLogin">
        <translation>ログインへ</translation>
    </message>
    <message id="newPassword.goOn">
        <translation>{次|つぎ}へ</translation>
    </message>
    <message id="newPassword.link.title">
        <translation>パスワードを {決|き}める</translation>
    </message>
    <message id="newPassword.link.intro">
        <translation>メールの リンクと、{新|あたら}しい パスワードを {入|い}れて ください。</translation>
    </message>
    <message id="newPassword.link.label">
        <translation>メールの リンク</translation>
    </message>
    <message id="newPassword.link.rule">
        <translation>メールの リンクを コピーして、ここに {入|い}れて ください。</translation>
    </message>
    <message id="newPassword.link.set">
        <translation>{決|き}める</translation>
    </message>
    <message id="newPassword.link.renew">
        <translation>{新|あたら}しい リンクを もらう</translation>
    </message>
    <message id="newPassword.link.sent">
        <translation>メールを {送|おく}りました</translation>
    </message>
    <message id="newPassword.link.sent.text">
        <translation>メールの リンクを ここに {入|い}れて ください。
リンクは 24{時間|じ.かん} {使|つか}う ことが できます。</translation>
    </message>
    <message id="newPassword.link.sent.remedy">
        <translation>メールが {来|こ}ない {時|とき}は、{前|まえ}に {来|き}た メールを {見|み}て ください。</translation>
    </message>
    <message id="newPassword.done.first">
        <translation>パスワードを {決|き}めました</translation>
    </message>
    <message id="newPassword.done.first.text">
        <translation>{認証|にん.しょう}IDの メールが {来|き}ます。
パスワードは {今日|きょう}から 1{年|ねん} {使|つか}う ことが できます。</translation>
    </message>
    <message id="logins.title">
        <translation>いつ ログインしたか</translation>
    </message>
    <message id="logins.intro">
        <translation>あなたでは ない ログインが ありますか。
すぐに パスワードを {変|か}えて ください。「こまった {時|とき}に {聞|き}く ところ」にも {連絡|れん.らく}して ください。
%helpDesk</translation>
    </message>
    <message id="logins.none">
        <translation>ログインは ありません。</translation>
    </message>
    <message id="logins.loggedIn">
        <translation>ログインしました</translation>
    </message>
    <message id="logins.loggedIn.password">
        <translation>パスワードで ログインしました</translation>
    </message>
    <message id="logins.loggedIn.card">
        <translation>マイナンバーカードで ログインしました</translation>
    </message>
    <message id="applications.title">
        <translation>{申請|しん.せい}</translation>
    </message>
    <message id="applications.intro">
        <translation>{入|い}れた ことは、システムが {保存|ほ.ぞん}します。ほかの パソコンからも {続|つづ}けることが できます。</translation>
    </message>
    <message id="applications.asking">
        <translation>{一覧|いち.らん}を {読|よ}んで います…</translation>
    </message>
    <message id="applications.new">
        <translation>{新|あたら}しい {申請|しん.せい}</translation>
    </message>
    <message id="applications.several">
        <translation>{表|ひょう}で まとめて {入|い}れる</translation>
    </message>
    <message id="applications.none">
        <translation>{下書|した.が}きも {申請|しん.せい}も まだ ありません。</translation>
    </message>
    <message id="applications.more">
        <translation>もっと {見|み}る</translation>
    </message>
    <message id="applications.drafts">
        <translation>{下書|した.が}き（まだ {送|おく}って いません）</translation>
    </message>
    <message id="applications.filed">
        <translation>{送|おく}った {申請|しん.せい}</translation>
    </message>
    <message id="applications.of">
        <translation>{申請|しん.せい}する {人|ひと}：%1</translation>
    </message>
    <message id="applications.saved">
        <translation>{保存|ほ.ぞん}：%1（%2まで {残|のこ}ります）</translation>
    </message>
    <message id="applications.remove">
        <translation>この {下書|した.が}きを {消|け}す</translation>
    </message>
    <message id="applications.remove.question">
        <translation>この {下書|した.が}きを {消|け}しますか</translation>
    </message>
    <message id="applications.remove.text">
        <translation>{入|い}れた ことと ファイルが {消|き}えます。もとに {戻|もど}すことは できません。</translation>
    </message>
    <message id="applications.remove.no">
        <translation>{残|のこ}す</translation>
    </message>
    <message id="applications.state">
        <translation>%1（%2）</translation>
    </message>
    <message id="applications.provisional">
        <translation>{仮受付番号|かり.うけ.つけ.ばん.ごう}：%1</translation>
    </message>
    <message id="applications.number">
        <translation>{申請受付番号|しん.せい.うけ.つけ.ばん.ごう}：%1</translation>
    </message>
    <message id="applications.task">
        <translation>することが あります：{資料|し.りょう}を {出|だ}して ください</translation>
    </message>
    <message id="applications.task.until">
        <translation>することが あります：%1までに {資料|し.りょう}を {出|だ}して ください</translation>
    </message>
    <message id="application.state.filed">
        <translation>{送|おく}りました</translation>
    </message>
    <message id="application.state.examination">
        <translation>{審査|しん.さ}して います</translation>
    </message>
    <message id="application.state.documentsWanted">
        <translation>{資料|し.りょう}を {待|ま}って います</translation>
    </message>
    <message id="application.state.decided">
        <translation>{審査|しん.さ}が {終|お}わりました</translation>
    </message>
    <message id="application.state.done">
        <translation>{終|お}わりました</translation>
    </message>
    <message id="application.state.withdrawn">
        <translation>{取|と}り{下|さ}げました</translation>
    </message>
    <message id="application.state.refused">
        <translation>{許可|きょ.か}が ありません</translation>
    </message>
    <message id="application.state.ended">
        <translation>{終|お}わりました（いっしょの {申請|しん.せい}の {許可|きょ.か}が ありません）</translation>
    </message>
    <message id="bulk.title">
        <translation>{表|ひょう}で まとめて {入|い}れる</translation>
    </message>
    <message id="bulk.intro">
        <translation>{表|ひょう}から {申請|しん.せい}の {下書|した.が}きを いくつも {作|つく}ります。1{行|ぎょう}は ひとりの {申請|しん.せい}です。まだ {申請|しん.せい}は しません。{写真|しゃ.しん}と {書類|しょ.るい}は、あとで 1つずつ {入|い}れます。</translation>
    </message>
    <message id="bulk.template">
        <translation>1. {何|なに}も ない {表|ひょう}を {用意|よう.い}する</translation>
    </message>
    <message id="bulk.template.text">
        <translation>{表計算|ひょう.けい.さん}の ソフトで {開|ひら}きます。4{行目|ぎょう.め}から {入|い}れて ください。{入管庁|にゅう.かん.ちょう}の {一括申請用|いっ.かつ.しん.せい.よう}テンプレートで {作|つく}った {更新|こう.しん}か {変更|へん.こう}の CSVも {使|つか}えます。</translation>
    </message>
    <message id="bulk.template.extension">
        <translation>「{期間|き.かん}を {長|なが}く する {申請|しん.せい}」の {表|ひょう}を {保存|ほ.ぞん}する（CSV）</translation>
    </message>
    <message id="bulk.template.change">
        <translation>「{在留資格|ざい.りゅう.し.かく}を {変|か}える {申請|しん.せい}」の {表|ひょう}を {保存|ほ.ぞん}する（CSV）</translation>
    </message>
    <message id="bulk.open">
        <translation>2. {入|い}れた {表|ひょう}を {開|ひら}く</translation>
    </message>
    <message id="bulk.open.text">
        <translation>CSVで {保存|ほ.ぞん}した {表|ひょう}を {開|ひら}いて ください。{電話番号|でん.わ.ばん.ごう}の {初|はじ}めの 0が {消|き}えて いたら、0を {足|た}します。まちがいが ある {所|ところ}を {教|おし}えます。</translation>
    </message>
    <message id="bulk.open.button">
        <translation>{表|ひょう}を {開|ひら}く</translation>
    </message>
    <message id="bulk.reading">
        <translation>{表|ひょう}を {読|よ}んで います…</translation>
    </message>
    <message id="bulk.fault.title">
        <translation>この {表|ひょう}は {読|よ}めません</translation>
    </message>
    <message id="bulk.fault.unreadable">
        <translation>ファイルを {読|よ}む ことが できませんでした。ファイルを この パソコンに {移|うつ}して ください。そして、もう{一度|いち.ど} {開|ひら}いて ください。</translation>
    </message>
    <message id="bulk.fault.tooLarge">
        <translation>ファイルが {大|おお}きすぎます。{表|ひょう}だけの CSVを {開|ひら}いて ください。</translation>
    </message>
    <message id="bulk.fault.workbook">
        <translation>{表計算|ひょう.けい.さん}の ファイルです（xlsx、xlsmなど）。{表計算|ひょう.けい.さん}の ソフトで「CSV UTF-8」を {選|えら}んで {保存|ほ.ぞん}して ください。その ファイルを {開|ひら}いて ください。</translation>
    </message>
    <message id="bulk.fault.notText">
        <translation>{文字|も.じ}を {読|よ}めません。{表計算|ひょう.けい.さん}の ソフトで「CSV UTF-8」を {選|えら}んで {保存|ほ.ぞん}して ください。その ファイルを {開|ひら}いて ください。</translation>
    </message>
    <message id="bulk.fault.openQuote">
        <translation>「"」の {数|かず}が まちがって います。{表計算|ひょう.けい.さん}の ソフトで「CSV UTF-8」を {選|えら}んで {保存|ほ.ぞん}して ください。</translation>
    </message>
    <message id="bulk.fault.noTemplate">
        <translation>1{行目|ぎょう.め}が {表|ひょう}の {見出|み.だ}しでは ありません。{何|なに}も ない {表|ひょう}を {保存|ほ.ぞん}して ください。その 1{行目|ぎょう.め}を {変|か}えないで {使|つか}って ください。{保存|ほ.ぞん}する ときは「CSV UTF-8」を {選|えら}んで ください。</translation>
    </message>
    <message id="bulk.fault.noRows">
        <translation>まだ だれも {入|い}って いません。4{行目|ぎょう.め}から、ひとりを 1{行|ぎょう}に {入|い}れて ください。</translation>
    </message>
    <message id="bulk.fault.tooManyRows">
        <translation>{一度|いち.ど}に {使|つか}える {行|ぎょう}の {数|かず}：%1まで。{表|ひょう}を {分|わ}けて ください。</translation>
    </message>
    <message id="bulk.summary">
        <translation>%1：{読|よ}んだ {人|ひと}の {数|かず} %2</translation>
    </message>
    <message id="bulk.summary.good">
        <translation>{下書|した.が}きに できる {申請|しん.せい}：%1</translation>
    </message>
    <message id="bulk.summary.there">
        <translation>{同|おな}じ {名前|な.まえ}の {下書|した.が}き、{申請|しん.せい}か {行|ぎょう}が もう ある {申請|しん.せい}：%1</translation>
    </message>
    <message id="bulk.summary.wrong">
        <translation>{直|なお}す {所|ところ}が ある {行|ぎょう}：%1</translation>
    </message>
    <message id="bulk.summary.notFiled">
        <translation>{今|いま}は ここで {申請|しん.せい}できない {行|ぎょう}：%1</translation>
    </message>
    <message id="bulk.summary.kept">
        <translation>{下書|した.が}きに した {申請|しん.せい}：%1</translation>
    </message>
    <message id="bulk.summary.zeros">
        <translation>{初|はじ}めの 0を {足|た}した セル：%1</translation>
    </message>
    <message id="bulk.summary.unknown">
        <translation>ここでは {使|つか}わない {列|れつ}：%1</translation>
    </message>
    <message id="bulk.keep">
        <translation>{下書|した.が}きに する：%1</translation>
    </message>
    <message id="bulk.keep.there">
        <translation>{同|おな}じ {名前|な.まえ}の {人|ひと}も {下書|した.が}きに する：%1</translation>
    </message>
    <message id="bulk.keeping">
        <translation>{下書|した.が}きに して います：%2の うちの %1</translation>
    </message>
    <message id="bulk.kept">
        <translation>{下書|した.が}きに した {申請|しん.せい}：%1</translation>
    </message>
    <message id="bulk.kept.text">
        <translation>1つずつ {開|ひら}いて ください。{残|のこ}りを {入|い}れて、{写真|しゃ.しん}と {書類|しょ.るい}を {足|た}します。{確|たし}かめて、{申請|しん.せい}して ください。</translation>
    </message>
    <message id="bulk.toList">
        <translation>{申請|しん.せい}の {一覧|いち.らん}へ</translation>
    </message>
    <message id="bulk.saveLeft">
        <translation>{残|のこ}った {行|ぎょう}を {保存|ほ.ぞん}する（CSV）</translation>
    </message>
    <message id="bulk.wrong">
        <translation>{直|なお}す {所|ところ}が ある {行|ぎょう}</translation>
    </message>
    <message id="bulk.notFiled">
        <translation>{今|いま}は ここで {申請|しん.せい}できない {行|ぎょう}</translation>
    </message>
    <message id="bulk.good">
        <translation>{下書|した.が}きに できる {行|ぎょう}</translation>
    </message>
    <message id="bulk.keptRows">
        <translation>{下書|した.が}きに した {行|ぎょう}</translation>
    </message>
    <message id="bulk.row">
        <translation>%1{行目|ぎょう.め}：%2</translation>
    </message>
    <message id="bulk.there">
        <translation>{同|おな}じ {名前|な.まえ}の {下書|した.が}き、{申請|しん.せい}か {行|ぎょう}が もう あります。</translation>
    </message>
    <message id="bulk.toFill">
        <translation>{下書|した.が}きで {入|い}れる ものの {数|かず}：%1（{写真|しゃ.しん}なども）</translation>
    </message>
    <message id="bulk.cell.notInList">
        <translation>%1：「%2」は {選|えら}べる {言葉|こと.ば}では ありません。{申請|しん.せい}の {画面|が.めん}と {同|おな}じ {言葉|こと.ば}を {使|つか}って ください。</translation>
    </message>
    <message id="bulk.cell.shortenedNumber">
        <translation>%1：「%2」は {数字|すう.じ}が {足|た}りません。セルを 「{文字列|も.じ.れつ}」に して、もう{一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="bulk.cell.noSuchPlace">
        <translation>%1：「%2」と いう {都道府県|と.どう.ふ.けん}と {市区町村|し.く.ちょう.そん}は ありません。</translation>
    </message>
    <message id="bulk.cell.different">
        <translation>%1：「%2」は、{同|おな}じ ことの ほかの {列|れつ}と {違|ちが}います。</translation>
    </message>
    <message id="bulk.cell.says">
        <translation>{表|ひょう}では「%1」です。</translation>
    </message>
    <message id="bulk.cell.becameDay">
        <translation>%1：「%2」は {日|ひ}にちに なって います。セルを 「{文字列|も.じ.れつ}」に して、{番地|ばん.ち}を もう{一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="bulk.cell.example">
        <translation>%1：「%2」は {表|ひょう}の {例|れい}です。その {人|ひと}の ことに {直|なお}して ください。なければ {消|け}して ください。</translation>
    </message>
    <message id="bulk.fault.noProcedure">
        <translation>{何|なん}の {申請|しん.せい}の {表|ひょう}か、{見出|み.だ}しから {分|わ}かりません。「{更新|こう.しん}の {理由|り.ゆう}」か「{変更|へん.こう}の {理由|り.ゆう}」の {列|れつ}が ある {表|ひょう}を {開|ひら}いて ください。</translation>
    </message>
    <message id="bulk.zeros">
        <translation>{初|はじ}めの 0を {足|た}した セル：%1</translation>
    </message>
    <message id="bulk.cell.errorValue">
        <translation>%1：「%2」は {表計算|ひょう.けい.さん}の ソフトの エラーです。{正|ただ}しい ことを {入|い}れて ください。</translation>
    </message>
    <message id="bulk.cell.lostCharacter">
        <translation>%1：「%2」に「?」が あります。{保存|ほ.ぞん}の ときに {消|き}えた {文字|も.じ}が あるか、{見|み}て ください。その {文字|も.じ}を {入|い}れて、「CSV UTF-8」で {保存|ほ.ぞん}して ください。「?」を {使|つか}いたい ときは、{日本語|に.ほん.ご}の「？」を {入|い}れて ください。</translation>
    </message>
    <message id="bulk.notKept">
        <translation>まだ {下書|した.が}きに なって いません。</translation>
    </message>
    <message id="bulk.unused">
        <translation>%1：{答|こた}えが「No」か「Undecided」です。だから この セルは {使|つか}いません：%2。{使|つか}いたい ときは、{答|こた}えを 「Yes」に して ください。そして、{表|ひょう}を もう{一度|いち.ど} {開|ひら}いて ください。</translation>
    </message>
    <message id="bulk.summary.unused">
        <translation>{答|こた}えが「No」か「Undecided」だから {使|つか}わない セル：%1</translation>
    </message>
    <message id="bulk.summary.unnamed">
        <translation>{見出|み.だ}しが ないから {使|つか}わない {列|れつ}：%1</translation>
    </message>
    <message id="choice.clear">
        <translation>{選|えら}ぶのを やめる</translation>
    </message>
    <message id="applicationStart.title">
        <translation>{新|あたら}しい {申請|しん.せい}</translation>
    </message>
    <message id="applicationStart.intro">
        <translation>{申請|しん.せい}できるか、いつまで できるかを、{先|さき}に {見|み}ます。</translation>
    </message>
    <message id="prospect.title">
        <translation>{申請|しん.せい}の {前|まえ}に</translation>
    </message>
    <message id="prospect.yes">
        <translation>インターネットで {申請|しん.せい}できます</translation>
    </message>
    <message id="prospect.hurry">
        <translation>{申請|しん.せい}できるのは %1までです。{急|いそ}いで ください。</translation>
    </message>
    <message id="prospect.otherAccount">
        <translation>あなたの {登録|とう.ろく}では、この {人|ひと}の {申請|しん.せい}が できません</translation>
    </message>
    <message id="prospect.otherAccount.text">
        <translation>だれの {申請|しん.せい}が できるかは、{登録|とう.ろく}の {種類|しゅ.るい}で {決|き}まります。</translation>
    </message>
    <message id="prospect.otherAccount.remedy">
        <translation>{子|こ}や {家族|か.ぞく}の {申請|しん.せい}を する {時|とき}は、「{法定代理人|ほう.てい.だい.り.にん}」か「{家族|か.ぞく}」で {登録|とう.ろく}して ください。
あなたの マイナンバーカードで {登録|とう.ろく}します。</translation>
    </message>
    <message id="prospect.otherProcedure">
        <translation>この {申請|しん.せい}は、まだ ここでは できません</translation>
    </message>
    <message id="prospect.otherProcedure.text">
        <translation>{在留資格認定証明書|ざい.りゅう.し.かく.にん.てい.しょう.めい.しょ}や {永住|えい.じゅう}の {申請|しん.せい}は、{入管|にゅう.かん}の オンラインシステムか {窓口|まど.ぐち}で して ください。</translation>
    </message>
    <message id="prospect.partMissing">
        <translation>この {在留資格|ざい.りゅう.し.かく}の {申請書|しん.せい.しょ}は、まだ ここでは {作|つく}れません</translation>
    </message>
    <message id="prospect.notAllowed">
        <translation>この {申請|しん.せい}は できません</translation>
    </message>
    <message id="prospect.notNow">
        <translation>{今|いま}は インターネットで {申請|しん.せい}できません</translation>
    </message>
    <message id="prospect.when">
        <translation>インターネットで {申請|しん.せい}できる {期間|き.かん}</translation>
    </message>
    <message id="prospect.opens">
        <translation>%1から</translation>
    </message>
    <message id="prospect.closes">
        <translation>%1まで</translation>
    </message>
    <message id="prospect.needs">
        <translation>{必要|ひつ.よう}な もの</translation>
    </message>
    <message id="prospect.photo">
        <translation>{顔|かお}の {写真|しゃ.しん}（スマートフォンで {撮|と}った {写真|しゃ.しん}で いいです。{後|あと}で {縦|たて}40ミリ、{横|よこ}30ミリに します。）</translation>
    </message>
    <message id="prospect.ifNeeded">
        <translation>%1（{必要|ひつ.よう}な {時|とき}）</translation>
    </message>
    <message id="prospect.fee">
        <translation>{手数料|て.すう.りょう}＜＝お{金|かね}＞</translation>
    </message>
    <message id="prospect.free">
        <translation>お{金|かね}は いりません</translation>
    </message>
    <message id="prospect.yen">
        <translation>%1{円|えん}（{許可|きょ.か}が ある {時|とき}に、{収入印紙|しゅう.にゅう.いん.し}で {払|はら}います）</translation>
    </message>
    <message id="prospect.takes">
        <translation>かかる {時間|じ.かん}</translation>
    </message>
    <message id="prospect.beginning">
        <translation>{下書|した.が}きを {作|つく}って います…</translation>
    </message>
    <message id="prospect.begin">
        <translation>{申請書|しん.せい.しょ}を {作|つく}る</translation>
    </message>
    <message id="prospect.back">
        <translation>{選|えら}び{直|なお}す</translation>
    </message>
    <message id="application.people">
        <translation>{申請|しん.せい}する {人|ひと}：%1　この {画面|が.めん}を {使|つか}う {人|ひと}：%2</translation>
    </message>
    <message id="application.people.noName">
        <translation>（まだ ありません）</translation>
    </message>
    <message id="application.kept">
        <translation>{保存|ほ.ぞん}しました：%1</translation>
    </message>
    <message id="application.kept.saving">
        <translation>{保存|ほ.ぞん}して います…</translation>
    </message>
    <message id="application.kept.not">
        <translation>まだ {保存|ほ.ぞん}して いません：%1。{続|つづ}けて {入|い}れることが できます。</translation>
    </message>
    <message id="application.later">
        <translation>この ページは あとで {直|なお}して、{次|つぎ}へ</translation>
    </message>
    <message id="application.documents">
        <translation>この {在留資格|ざい.りゅう.し.かく}で {必要|ひつ.よう}な {書類|しょ.るい}</translation>
    </message>
    <message id="application.documents.remedy">
        <translation>PDFの ファイルか {写真|しゃ.しん}（JPEG、PNG、HEIC）を、{下|した}の「{書類|しょ.るい}を {加|くわ}える」を {押|お}して {入|い}れて ください。</translation>
    </message>
    <message id="file.allKinds">
        <translation>ぜんぶの ファイル</translation>
    </message>
    <message id="file.choosePhoto">
        <translation>{顔|かお}の {写真|しゃ.しん}の ファイルを {選|えら}ぶ</translation>
    </message>
    <message id="file.checking">
        <translation>{確|たし}かめて います：%1</translation>
    </message>
    <message id="file.sending">
        <translation>{送|おく}って います：%1</translation>
    </message>
    <message id="file.progress">
        <translation>%2の うち %1</translation>
    </message>
    <message id="file.failed.remedy">
        <translation>もう{一度|いち.ど} {押|お}すと、{途中|と.ちゅう}から {続|つづ}けます。</translation>
    </message>
    <message id="file.calledOff">
        <translation>{送|おく}るのを やめました：%1</translation>
    </message>
    <message id="file.refused">
        <translation>この ファイルは {使|つか}えません：%1</translation>
    </message>
    <message id="file.unreadable">
        <translation>ファイルを {読|よ}むことが できません。</translation>
    </message>
    <message id="file.unreadable.remedy">
        <translation>ほかの プログラムで {開|あ}けることが できますか。USBメモリーや スマートフォンに ある ファイルは、{先|さき}に このパソコンに コピーして ください。そして、コピーした ファイルを {選|えら}んで ください。</translation>
    </message>
    <message id="file.noContent">
        <translation>ファイルの {中|なか}に {何|なに}も ありません。</translation>
    </message>
    <message id="file.noContent.remedy">
        <translation>コピーや ダウンロードが {最後|さい.ご}まで {終|お}わって いません。もう{一度|いち.ど} コピーや ダウンロードを して ください。そして、その ファイルを {選|えら}んで ください。</translation>
    </message>
    <message id="file.damaged">
        <translation>ファイルが {壊|こわ}れて います。</translation>
    </message>
    <message id="file.damaged.remedy">
        <translation>PDFの プログラムで ぜんぶの ページが {見|み}えますか。{見|み}えるときは、プリンターに「PDF」を {選|えら}んで {印刷|いん.さつ}して ください。そして、{新|あたら}しい ファイルを {選|えら}んで ください。{見|み}えないときは、{紙|かみ}を もう{一度|いち.ど} スキャンして ください。</translation>
    </message>
    <message id="file.infected">
        <translation>ファイルに コンピューターウイルスが あります。</translation>
    </message>
    <message id="file.infected.remedy">
        <translation>この パソコンを ウイルス{対策|たい.さく}ソフトで {調|しら}べて ください。それから、{書類|しょ.るい}を もう{一度|いち.ど} スキャンするか、{写真|しゃ.しん}を もう{一度|いち.ど} {撮|と}って、{新|あたら}しい ファイルを {選|えら}んで ください。</translation>
    </message>
    <message id="file.encrypted">
        <translation>ファイルに パスワードが あります。</translation>
    </message>
    <message id="file.encrypted.remedy">
        <translation>パスワードが ない PDFを {選|えら}んで ください。</translation>
    </message>
    <message id="file.locked">
        <translation>ファイルは {印刷|いん.さつ}や コピーが できません。</translation>
    </message>
    <message id="file.locked.remedy">
        <translation>{印刷|いん.さつ}と コピーが できる PDFを {作|つく}って ください。</translation>
    </message>
    <message id="file.withScript">
        <translation>ファイルの {中|なか}に プログラムか ほかの ファイルが あります。</translation>
    </message>
    <message id="file.withScript.remedy">
        <translation>PDFの プログラムで {開|あ}けて ください。プリンターに「PDF」を {選|えら}んで {印刷|いん.さつ}して ください。そして、{新|あたら}しい ファイルを {選|えら}んで ください。{紙|かみ}に {印刷|いん.さつ}して スキャンしても いいです。</translation>
    </message>
    <message id="file.empty">
        <translation>ファイルに ページが ありません。</translation>
    </message>
    <message id="file.type">
        <translation>ファイルの {中|なか}が、{使|つか}う ことが できる {種類|しゅ.るい}では ありません。</translation>
    </message>
    <message id="file.type.remedy">
        <translation>{顔|かお}の {写真|しゃ.しん}は、JPEG、PNG、HEICの {写真|しゃ.しん}を {選|えら}びます。
{書類|しょ.るい}は、PDFか {写真|しゃ.しん}を {選|えら}びます。</translation>
    </message>
    <message id="file.tooLarge">
        <translation>ファイルが {大|おお}きいです。</translation>
    </message>
    <message id="file.tooLarge.remedy">
        <translation>{写真|しゃ.しん}は {小|ちい}さく して {保存|ほ.ぞん}して ください。PDFは 200dpiで スキャンするか、{分|わ}けて ください。</translation>
    </message>
    <message id="file.tooMany">
        <translation>ファイルが {多|おお}いか、{全部|ぜん.ぶ}で {大|おお}きいです。</translation>
    </message>
    <message id="file.tooMany.remedy">
        <translation>いらない ファイルを {消|け}すか、{一|ひと}つに まとめて ください。</translation>
    </message>
    <message id="file.alreadyThere">
        <translation>この ファイルは、この {申請|しん.せい}に もう {入|はい}って います。</translation>
    </message>
    <message id="file.alreadyThere.remedy">
        <translation>ほかの ファイルを {選|えら}んで ください。</translation>
    </message>
    <message id="file.chooseDocument">
        <translation>PDFの ファイルか {紙|かみ}の {写真|しゃ.しん}を {選|えら}ぶ</translation>
    </message>
    <message id="file.speed">
        <translation>%1（1{秒|びょう}に %2、あと %3ぐらい）</translation>
    </message>
    <message id="file.left.seconds">
        <translation>%1{秒|びょう}</translation>
    </message>
    <message id="time.minutes" numerus="yes">
        <translation>
            <numerusform>%n{分|ふん}</numerusform>
        </translation>
    </message>
    <message id="picture.otherKind">
        <translation>JPEG、PNG、HEICの {写真|しゃ.しん}では ありません。</translation>
    </message>
    <message id="picture.otherKind.remedy">
        <translation>JPEGか PNGで {保存|ほ.ぞん}して ください。{書類|しょ.るい}は、PDFの ファイルでも いいです。</translation>
    </message>
    <message id="picture.heic">
        <translation>スマートフォンの HEICの {写真|しゃ.しん}です。この パソコンでは {見|み}ることが できません。</translation>
    </message>
    <message id="picture.heic.remedy">
        <translation>スマートフォンで JPEGに {変|か}えて ください。iPhoneは「{設定|せっ.てい}」→「カメラ」→「フォーマット」→「{互換性|ご.かん.せい}{優先|ゆう.せん}」を {選|えら}ぶと、{次|つぎ}から JPEGに なります。</translation>
    </message>
    <message id="picture.tooLarge">
        <translation>{写真|しゃ.しん}が {大|おお}きすぎます。</translation>
    </message>
    <message id="picture.tooLarge.remedy">
        <translation>{小|ちい}さく して {保存|ほ.ぞん}して ください。A4の {書類|しょ.るい}は 1654×2339で いいです。</translation>
    </message>
    <message id="picture.damaged.remedy">
        <translation>もう{一度|いち.ど} {撮|と}るか、{元|もと}の {写真|しゃ.しん}を コピーして ください。</translation>
    </message>
    <message id="scan.title">
        <translation>{写真|しゃ.しん}を PDFに する</translation>
    </message>
    <message id="scan.intro">
        <translation>1ページずつ、まっすぐ {上|うえ}から、{明|あか}るい {所|ところ}で {撮|と}った {写真|しゃ.しん}を {選|えら}んで ください。この {順番|じゅん.ばん}で、1つの PDFに なります。</translation>
    </message>
    <message id="scan.page">
        <translation>%1ページ</translation>
    </message>
    <message id="scan.hard">
        <translation>{読|よ}みにくいかも しれません</translation>
    </message>
    <message id="scan.hard.remedy">
        <translation>{写真|しゃ.しん}が はっきり しないか、{小|ちい}さいです。{字|じ}が {読|よ}めない {時|とき}は、もう{一度|いち.ど} {撮|と}って ください。</translation>
    </message>
    <message id="scan.up">
        <translation>{前|まえ}に {動|うご}かす</translation>
    </message>
    <message id="scan.down">
        <translation>{後|うし}ろに {動|うご}かす</translation>
    </message>
    <message id="scan.turn">
        <translation>90{度|ど} {回|まわ}す</translation>
    </message>
    <message id="scan.add">
        <translation>{写真|しゃ.しん}を {加|くわ}える</translation>
    </message>
    <message id="scan.reading">
        <translation>{写真|しゃ.しん}を {読|よ}んで います</translation>
    </message>
    <message id="scan.size">
        <translation>%1ページ、%2（%3まで {送|おく}れます）</translation>
    </message>
    <message id="scan.tooLarge">
        <translation>{大|おお}きすぎて {送|おく}れません。ページを {減|へ}らして ください。</translation>
    </message>
    <message id="scan.use">
        <translation>この PDFを {使|つか}う</translation>
    </message>
    <message id="photo.title">
        <translation>{顔|かお}の {写真|しゃ.しん}を {作|つく}る</translation>
    </message>
    <message id="photo.intro">
        <translation>{頭|あたま}の {一番|いち.ばん} {上|うえ}を {上|うえ}の {線|せん}に、あごを {下|した}の {線|せん}に {合|あ}わせて ください。{顔|かお}の {長|なが}さは %1±%2mm、{上|うえ}の {空|あ}きは %3±%4mmです。</translation>
    </message>
    <message id="photo.view">
        <translation>{写真|しゃ.しん}の {枠|わく}</translation>
    </message>
    <message id="photo.keys">
        <translation>{動|うご}かす：{矢印|や.じるし}の キー、ドラッグ。{大|おお}きさ：＋と －、ホイール。{傾|かたむ}き：Page Upと Page Down、Shift＋ホイール。</translation>
    </message>
    <message id="photo.larger">
        <translation>{大|おお}きく</translation>
    </message>
    <message id="photo.smaller">
        <translation>{小|ちい}さく</translation>
    </message>
    <message id="photo.turnLeft">
        <translation>{左|ひだり}に 1{度|ど} {回|まわ}す</translation>
    </message>
    <message id="photo.turnRight">
        <translation>{右|みぎ}に 1{度|ど} {回|まわ}す</translation>
    </message>
    <message id="photo.startOver">
        <translation>{最初|さい.しょ}に {戻|もど}す</translation>
    </message>
    <message id="photo.trueSize">
        <translation>{本当|ほん.とう}の {大|おお}きさ（%1×%2mm）</translation>
    </message>
    <message id="photo.doubts">
        <translation>{写真|しゃ.しん}を {見|み}て ください</translation>
    </message>
    <message id="photo.doubts.remedy">
        <translation>{大丈夫|だい.じょう.ぶ}なら、このまま {使|つか}えます。</translation>
    </message>
    <message id="photo.doubt.tooFewPixels">
        <translation>{写真|しゃ.しん}が {小|ちい}さいので、きれいに {見|み}えないかも しれません。</translation>
    </message>
    <message id="photo.doubt.overEdge">
        <translation>{枠|わく}が {写真|しゃ.しん}の {外|そと}に {出|で}て います。</translation>
    </message>
    <message id="photo.doubt.dark">
        <translation>{顔|かお}が {暗|くら}いです。</translation>
    </message>
    <message id="photo.doubt.bright">
        <translation>{顔|かお}が {明|あか}るすぎます。</translation>
    </message>
    <message id="photo.doubt.background">
        <translation>{後|うし}ろに {何|なに}か あるか、{影|かげ}が あります。</translation>
    </message>
    <message id="photo.doubt.blurred">
        <translation>{写真|しゃ.しん}が はっきり しません。</translation>
    </message>
    <message id="photo.sure">
        <translation>{本人|ほん.にん}だけの {写真|しゃ.しん}です。{前|まえ}を {向|む}いて います。{帽子|ぼう.し}は ありません。%1から {後|あと}に {撮|と}りました。アプリで {変|か}えて いません。</translation>
    </message>
    <message id="photo.unsure">
        <translation>{確|たし}かめて、チェックを {付|つ}けて ください。</translation>
    </message>
    <message id="photo.use">
        <translation>この {写真|しゃ.しん}を {使|つか}う</translation>
    </message>
    <message id="applicationReview.title">
        <translation>{申請|しん.せい}の {確認|かく.にん}</translation>
    </message>
    <message id="applicationReview.intro">
        <translation>{全部|ぜん.ぶ} {見|み}て ください。まちがいは「{直|なお}す」から {直|なお}します。そのあと、ここに {戻|もど}ります。</translation>
    </message>
    <message id="applicationReview.card">
        <translation>{次|つぎ}に、マイナンバーカードで サイン（{署名|しょ.めい}）を して、{送|おく}ります。</translation>
    </message>
    <message id="applicationReview.plain">
        <translation>「{申請|しん.せい}する」を {押|お}すと、{送|おく}ります。</translation>
    </message>
    <message id="applicationReview.file">
        <translation>{申請|しん.せい}する</translation>
    </message>
    <message id="applicationReview.fileAgain">
        <translation>それでも {申請|しん.せい}する</translation>
    </message>
    <message id="applicationReview.calledOff">
        <translation>やめました。でも、{申請|しん.せい}が できて いるかも しれません</translation>
    </message>
    <message id="applicationReview.calledOff.text">
        <translation>{申請|しん.せい}は、もう {送|おく}りました。{着|つ}いたか、わかりません。</translation>
    </message>
    <message id="applicationReview.calledOff.remedy">
        <translation>もう{一度|いち.ど} 「{申請|しん.せい}する」を {押|お}すと、わかります。{同|おな}じ {申請|しん.せい}は 2つに なりません。
{着|つ}いた {時|とき}は、{番号|ばん.ごう}を {書|か}いた メールも {来|き}ます。</translation>
    </message>
    <message id="applicationReview.uploading.remedy">
        <translation>{送|おく}り{終|お}わってから、{申請|しん.せい}して ください。</translation>
    </message>
    <message id="applicationReview.notReplaced">
        <translation>「%1」が {着|つ}いて いません</translation>
    </message>
    <message id="applicationReview.notReplaced.text">
        <translation>{前|まえ}の ファイルが {申請|しん.せい}に {入|はい}って います。</translation>
    </message>
    <message id="applicationReview.notReplaced.remedy">
        <translation>どう するか {選|えら}んで ください。それから {申請|しん.せい}できます。</translation>
    </message>
    <message id="applicationReview.keepFile">
        <translation>{前|まえ}の ファイルを {使|つか}う</translation>
    </message>
    <message id="applicationReview.otherFile">
        <translation>{別|べつ}の ファイルを {選|えら}ぶ</translation>
    </message>
    <message id="applicationCard.title">
        <translation>カードで サイン（{署名|しょ.めい}）</translation>
    </message>
    <message id="applicationCard.intro">
        <translation>マイナンバーカードを カードリーダーに {置|お}いて ください。{署名用|しょ.めい.よう}パスワードを {使|つか}います。</translation>
    </message>
    <message id="applicationSending.title">
        <translation>{申請|しん.せい}を {送|おく}って います</translation>
    </message>
    <message id="applicationSending.card">
        <translation>サイン（{署名|しょ.めい}）を して、{送|おく}って います。カードを {動|うご}かさないで ください。</translation>
    </message>
    <message id="applicationSending.text">
        <translation>{申請|しん.せい}を {送|おく}って います。</translation>
    </message>
    <message id="applicationSending.sent">
        <translation>もう {送|おく}りました。{答|こた}えを {待|ま}って います。
「やめる」を {押|お}しても、{申請|しん.せい}が できて いるかも しれません。</translation>
    </message>
    <message id="applicationFiled.title">
        <translation>{申請|しん.せい}しました</translation>
    </message>
    <message id="applicationFiled.number">
        <translation>{仮受付番号|かり.うけ.つけ.ばん.ごう}＜＝{本当|ほん.とう}の {番号|ばん.ごう}が {来|く}るまで {使|つか}う {番号|ばん.ごう}＞：%1</translation>
    </message>
    <message id="applicationFiled.at">
        <translation>{送|おく}った {時|とき}：%1</translation>
    </message>
    <message id="applicationFiled.next">
        <translation>このあと</translation>
    </message>
    <message id="applicationFiled.next.text">
        <translation>・{申請受付番号|しん.せい.うけ.つけ.ばん.ごう}は、{次|つぎ}の {日|ひ}か、その {後|あと}に メールで {来|き}ます。{申請|しん.せい}して いることの {証明|しょう.めい}に なります。
・{書類|しょ.るい}が ほしい {時|とき}と、{審査|しん.さ}が {終|お}わった {時|とき}に、メールが {来|き}ます。
・この「{申請|しん.せい}」の {一覧|いち.らん}で、いつでも {見|み}ることが できます。</translation>
    </message>
    <message id="applicationFiled.list">
        <translation>{申請|しん.せい}の {一覧|いち.らん}へ</translation>
    </message>
    <message id="applicationFiled.print">
        <translation>{申請|しん.せい}の ひかえを {印刷|いん.さつ}する</translation>
    </message>
    <message id="applicationFiled.proof">
        <translation>{申請|しん.せい}の ひかえ</translation>
    </message>
    <message id="applicationFiled.printed">
        <translation>{印刷|いん.さつ}しました。</translation>
    </message>
    <message id="applicationFiled.notPrinted">
        <translation>{印刷|いん.さつ}できませんでした。</translation>
    </message>
    <message id="draftConflict.title">
        <translation>ほかの ところで {下書|した.が}きが {変|か}わりました</translation>
    </message>
    <message id="draftConflict.filed.title">
        <translation>この {下書|した.が}きは {申請|しん.せい}しました</translation>
    </message>
    <message id="draftConflict.intro">
        <translation>{同|おな}じ {下書|した.が}きを、%1に ほかの {画面|が.めん}か パソコンで {保存|ほ.ぞん}しました。
どちらを {続|つづ}けますか。
{選|えら}ばない ほうも、{別|べつ}の {下書|した.が}きで {残|のこ}ります。</translation>
    </message>
    <message id="draftConflict.unknown">
        <translation>{同|おな}じ {下書|した.が}きを、ほかの {画面|が.めん}か パソコンで {保存|ほ.ぞん}しました。
それを まだ {見|み}る ことが できません。ここで {入|い}れた ことは {残|のこ}って います。</translation>
    </message>
    <message id="draftConflict.differs">
        <translation>%1：ここ「%2」、ほか「%3」</translation>
    </message>
    <message id="draftConflict.mine">
        <translation>ここで {入|い}れた ことを {続|つづ}ける</translation>
    </message>
    <message id="draftConflict.other">
        <translation>ほかの ところの ことを {続|つづ}ける</translation>
    </message>
    <message id="draftConflict.filed">
        <translation>この {下書|した.が}きは、もう {申請|しん.せい}しました。{一覧|いち.らん}を {見|み}て ください。
{後|あと}で {変|か}えた ことは、{申請|しん.せい}に {入|はい}って いません。</translation>
    </message>
    <message id="applicationDetail.title">
        <translation>{申請|しん.せい}は どう なったか</translation>
    </message>
    <message id="applicationDetail.wanted">
        <translation>{資料|し.りょう}を {出|だ}して ください</translation>
    </message>
    <message id="applicationDetail.wanted.until">
        <translation>いつまで：%1</translation>
    </message>
    <message id="applicationDetail.wanted.files">
        <translation>{出|だ}す ファイル</translation>
    </message>
    <message id="applicationDetail.wanted.none">
        <translation>まだ ありません。{必要|ひつ.よう}な {資料|し.りょう}の PDFか {写真|しゃ.しん}を、{1|ひと}つずつ {入|い}れて ください。</translation>
    </message>
    <message id="applicationDetail.wanted.part">
        <translation>{途中|と.ちゅう}まで {届|とど}いて います。{同|おな}じ ファイルを もう{一度|いち.ど} {入|い}れると、{残|のこ}りを {送|おく}ります。</translation>
    </message>
    <message id="applicationDetail.wanted.wait">
        <translation>ファイルを {送|おく}って います。</translation>
    </message>
    <message id="applicationDetail.wanted.wait.text">
        <translation>{届|とど}いて から、{次|つぎ}の ファイルを {入|い}れて ください。</translation>
    </message>
    <message id="applicationDetail.wanted.add">
        <translation>ファイルを {入|い}れる</translation>
    </message>
    <message id="applicationDetail.wanted.handIn.text">
        <translation>{全部|ぜん.ぶ} {入|い}れたら、{出|だ}して ください。{出|だ}した あとは、{入|い}れたり {消|け}したり できません。</translation>
    </message>
    <message id="applicationDetail.wanted.handIn">
        <translation>{資料|し.りょう}を {出|だ}す</translation>
    </message>
    <message id="applicationDetail.wanted.over">
        <translation>{資料|し.りょう}を {出|だ}すことが できる {日|ひ}が {過|す}ぎました</translation>
    </message>
    <message id="applicationDetail.wanted.over.text">
        <translation>%1まででした。ここからは もう {出|だ}せません。</translation>
    </message>
    <message id="applicationDetail.wanted.over.remedy">
        <translation>すぐに {近|ちか}くの {入管|にゅう.かん}に {連絡|れん.らく}して、どうすれば よいか {聞|き}いて ください。
%helpDesk</translation>
    </message>
    <message id="applicationDetail.handedIn">
        <translation>{資料|し.りょう}を {出|だ}しました</translation>
    </message>
    <message id="applicationDetail.handedIn.text">
        <translation>%1に {届|とど}きました。{審査|しん.さ}を しています。{結果|けっ.か}は、メールと この {画面|が.めん}で {知|し}らせます。</translation>
    </message>
    <message id="applicationDetail.granted">
        <translation>{許可|きょ.か}が {出|で}ました</translation>
    </message>
    <message id="applicationDetail.refused">
        <translation>{許可|きょ.か}が {出|で}ませんでした</translation>
    </message>
    <message id="applicationDetail.refused.remedy">
        <translation>{近|ちか}くの {入管|にゅう.かん}で {理由|り.ゆう}を {聞|き}くことが できます。
%helpDesk</translation>
    </message>
    <message id="applicationDetail.refused.together">
        <translation>いっしょに した {申請|しん.せい}（もう{一度|いち.ど} {日本|に.ほん}に {入|はい}る {申請|しん.せい}や、アルバイトなどの {申請|しん.せい}）も、{終|お}わりました。その お{知|し}らせは {来|き}ません。</translation>
    </message>
    <message id="applicationDetail.history">
        <translation>これまで</translation>
    </message>
    <message id="applicationDetail.reported">
        <translation>まちがいの お{知|し}らせ（%1）</translation>
    </message>
    <message id="applicationDetail.receipt">
        <translation>{受|う}け{取|と}り{方|かた}</translation>
    </message>
    <message id="applicationDetail.receiveOther">
        <translation>{受|う}け{取|と}り{方|かた}を {変|か}える：%1</translation>
    </message>
    <message id="applicationDetail.more">
        <translation>ほかに できること</translation>
    </message>
    <message id="applicationPaper.print">
        <translation>{申請書|しん.せい.しょ}を {印刷|いん.さつ}する</translation>
    </message>
    <message id="applicationPaper.save">
        <translation>{申請書|しん.せい.しょ}を PDFで {保存|ほ.ぞん}する</translation>
    </message>
    <message id="resultChecklist.title">
        <translation>もらう {時|とき}に {必要|ひつ.よう}な もの</translation>
    </message>
    <message id="resultChecklist.afterwards">
        <translation>{新|あたら}しい {在留|ざい.りゅう}カードを もらったら</translation>
    </message>
    <message id="resultChecklist.papers">
        <translation>{用意|よう.い}する もの</translation>
    </message>
    <message id="resultChecklist.fee">
        <translation>%1：%2</translation>
    </message>
    <message id="resultChecklist.address">
        <translation>{封筒|ふう.とう}に {書|か}く {住所|じゅう.しょ}</translation>
    </message>
    <message id="resultChecklist.print">
        <translation>この {表|ひょう}を {印刷|いん.さつ}する</translation>
    </message>
    <message id="resultChecklist.save">
        <translation>この {表|ひょう}を PDFで {保存|ほ.ぞん}する</translation>
    </message>
    <message id="applicationDetail.copy">
        <translation>この {内容|ない.よう}で {新|あたら}しい {下書|した.が}きを {作|つく}る</translation>
    </message>
    <message id="applicationDetail.files">
        <translation>{出|だ}した ファイル</translation>
    </message>
    <message id="applicationDetail.withdraw">
        <translation>{申請|しん.せい}を やめる（{取|と}り{下|さ}げる）</translation>
    </message>
    <message id="applicationDetail.withdraw.question">
        <translation>{申請|しん.せい}を やめますか</translation>
    </message>
    <message id="applicationDetail.withdraw.text">
        <translation>{審査|しん.さ}が {終|お}わります。{必要|ひつ.よう}な {時|とき}は もう{一度|いち.ど} {申請|しん.せい}して ください。
{日本|に.ほん}に いることが できる {最後|さい.ご}の {日|ひ}に {気|き}を つけて ください。</translation>
    </message>
    <message id="applicationDetail.withdraw.no">
        <translation>やめない</translation>
    </message>
    <message id="applicationDetail.answers">
        <translation>{送|おく}った {内容|ない.よう}</translation>
    </message>
    <message id="applicationDetail.report">
        <translation>まちがいを {知|し}らせる</translation>
    </message>
    <message id="applicationDetail.report.intro">
        <translation>{申請|しん.せい}に まちがいが あるときは、どこが どう まちがって いるか {入|い}れて ください。{入管|にゅう.かん}の {人|ひと}が {読|よ}みます。{出|だ}した {申請|しん.せい}は そのままです。</translation>
    </message>
    <message id="applicationDetail.report.send">
        <translation>{送|おく}る</translation>
    </message>
    <message id="applicationDetail.report.sent">
        <translation>まちがいの お{知|し}らせを {送|おく}りました</translation>
    </message>
    <message id="applicationDetail.report.sent.text">
        <translation>{送|おく}った {日|ひ}は、この {画面|が.めん}に のこります。{聞|き}きたいことが あるときは、{入管|にゅう.かん}が {連絡|れん.らく}します。</translation>
    </message>
    <message id="applicationDetail.report.missing">
        <translation>どこが まちがって いるか {入|い}れて ください。</translation>
    </message>
    <message id="applicationDetail.report.tooLong">
        <translation>{長|なが}すぎます。%1{文字|も.じ}までで {入|い}れて ください。</translation>
    </message>
    <message id="applicationDetail.report.tooMany">
        <translation>この {申請|しん.せい}の お{知|し}らせは、もう {送|おく}れません。{入|い}れた {文|ぶん}は のこって います。{近|ちか}くの {入管|にゅう.かん}に {連絡|れん.らく}して ください。</translation>
    </message>
    <message id="logins.refused">
        <translation>ログインが できませんでした</translation>
    </message>
    <message id="logins.locked">
        <translation>まちがいが {多|おお}いので、ログインを {止|と}めました</translation>
    </message>
    <message id="logins.here">
        <translation>{今|いま}と {同|おな}じ ところから</translation>
    </message>
    <message id="logins.network">
        <translation>どこから：%1</translation>
    </message>
    <message id="secret.tries" numerus="yes">
        <translation>
            <numerusform>あと %n{回|かい} できます</numerusform>
        </translation>
    </message>
    <message id="secret.tries.last">
        <translation>あと 1{回|かい}です。まちがえると、{新|あたら}しく {決|き}めるまで {使|つか}う ことが できません</translation>
    </message>
    <message id="secret.wrong.remedy">
        <translation>わからない {時|とき}は、やめて ください。
{下|した}の「{忘|わす}れた {時|とき}」を {読|よ}んで ください。</translation>
    </message>
    <message id="secret.impossible.title">
        <translation>{文字|も.じ}の {数|かず}が ちがいます。まだ カードは {使|つか}って いません</translation>
    </message>
    <message id="secret.impossible.remedy">
        <translation>もう{一度|いち.ど} {入|い}れて ください。できる {回数|かい.すう}は {同|おな}じです。</translation>
    </message>
    <message id="secret.lastTry.title">
        <translation>あと 1{回|かい}です。この パスワードを {使|つか}いますか</translation>
    </message>
    <message id="secret.lastTry.look">
        <translation>「{入|い}れた {文字|も.じ}を {見|み}る」を {押|お}すと、{入|い}れた {文字|も.じ}を {見|み}る ことが できます。</translation>
    </message>
    <message id="secret.lastTry.no">
        <translation>{使|つか}わない</translation>
    </message>
    <message id="secret.lastTry.yes">
        <translation>{使|つか}う（まちがえると、もう {使|つか}えません）</translation>
    </message>
    <message id="secret.checking.title">
        <translation>カードで {確認|かく.にん}して います</translation>
    </message>
    <message id="secret.checking.text">
        <translation>カードを {動|うご}かさないで ください。</translation>
    </message>
    <message id="step1.title">
        <translation>あなたの ことを {入|い}れて ください（STEP1）</translation>
    </message>
    <message id="step1.intro">
        <translation>システムを {使|つか}う {人|ひと}の ことを {入|い}れます。</translation>
    </message>
    <message id="step1.intro.card">
        <translation>システムを {使|つか}う {人|ひと}の ことを {入|い}れます。
カードに ある ことは、もう {入|い}れて あります。</translation>
    </message>
    <message id="step1.check">
        <translation>{確認|かく.にん}へ</translation>
    </message>
    <message id="notice.endsSoon.title">
        <translation>カードの {電子証明書|でん.し.しょう.めい.しょ}は %1まで {使|つか}えます</translation>
    </message>
    <message id="notice.endsSoon.text">
        <translation>{今|いま}は {登録|とう.ろく}できます。</translation>
    </message>
    <message id="notice.endsSoon.remedy">
        <translation>その {前|まえ}に、カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{電子証明書|でん.し.しょう.めい.しょ}の {更新|こう.しん}を おねがいします。」</translation>
    </message>
    <message id="notice.beginsLater.title">
        <translation>カードの {電子証明書|でん.し.しょう.めい.しょ}は %1から {使|つか}う ことが できます</translation>
    </message>
    <message id="notice.beginsLater.text">
        <translation>この パソコンの {時計|と.けい}：%1</translation>
    </message>
    <message id="notice.beginsLater.remedy">
        <translation>{時計|と.けい}が {違|ちが}う {時|とき}は、{正|ただ}しく して ください。</translation>
    </message>
    <message id="notice.severalCards.title">
        <translation>カードが 2{枚|まい} {以上|い.じょう} あります</translation>
    </message>
    <message id="notice.severalCards.found">
        <translation>「%1」の マイナンバーカードを {使|つか}います。ほかの カードを {使|つか}いたい ときは、この カードを {取|と}って ください。</translation>
    </message>
    <message id="notice.severalCards.none">
        <translation>あなたの マイナンバーカードだけを {置|お}いて ください。</translation>
    </message>
    <message id="notice.missingItems.title">
        <translation>カードから {読|よ}む ことが できない ことが あります。{次|つぎ}の ことを {自分|じ.ぶん}で {入|い}れて ください</translation>
    </message>
    <message id="notice.missingItems.remedy">
        <translation>カードの {字|じ}は、{入|い}れる ところの {上|うえ}に あります。</translation>
    </message>
    <message id="notice.alsoOnCard.title">
        <translation>{名前|な.まえ}は カードの ローマ{字|じ}を {使|つか}います</translation>
    </message>
    <message id="notice.alsoOnCard.text">
        <translation>%1：カードには 「%2」も あります</translation>
    </message>
    <message id="notice.alsoOnCard.remedy">
        <translation>ローマ{字|じ}の {名前|な.まえ}だけ {登録|とう.ろく}します。</translation>
    </message>
    <message id="field.required">
        <translation>{必要|ひつ.よう}</translation>
    </message>
    <message id="field.corrected">
        <translation>{直|なお}りました</translation>
    </message>
    <message id="field.allCorrected">
        <translation>ぜんぶ {直|なお}りました。もう{一度|いち.ど} 「%1」を おして ください。</translation>
    </message>
    <message id="field.example">
        <translation>{例|れい}）%1</translation>
    </message>
    <message id="field.fromCard">
        <translation>✓ カードから {読|よ}みました</translation>
    </message>
    <message id="field.cardText">
        <translation>カードには {次|つぎ}の ように {書|か}いて あります。{見|み}ながら {入|い}れて ください。</translation>
    </message>
    <message id="field.notOnCard">
        <translation>カードに ありません。{自分|じ.ぶん}で {入|い}れて ください。</translation>
    </message>
    <message id="field.name.label">
        <translation>{名前|な.まえ}</translation>
    </message>
    <message id="field.name.hint">
        <translation>アルファベットで {入|い}れます。{名字|みょう.じ}と {名前|な.まえ}の {間|あいだ}を {空|あ}けます。</translation>
    </message>
    <message id="field.sex.label">
        <translation>{男|おとこ}・{女|おんな}</translation>
    </message>
    <message id="field.sex.hint">
        <translation>{選|えら}んで ください。</translation>
    </message>
    <message id="value.sex.male">
        <translation>{男|おとこ}</translation>
    </message>
    <message id="value.sex.female">
        <translation>{女|おんな}</translation>
    </message>
    <message id="field.dateOfBirth.label">
        <translation>{生|う}まれた {日|ひ}</translation>
    </message>
    <message id="field.dateOfBirth.hint">
        <translation>{年|とし}は 4けたの {数字|すう.じ}で {入|い}れます。
{例|れい}）1990{年|ねん}4{月|がつ}15{日|にち}</translation>
    </message>
    <message id="date.year">
        <translation>{年|ねん}</translation>
    </message>
    <message id="date.month">
        <translation>{月|がつ}</translation>
    </message>
    <message id="date.day">
        <translation>{日|にち}</translation>
    </message>
    <message id="date.part">
        <translation>%1%2</translation>
    </message>
    <message id="date.full">
        <translation>%year{年|ねん}%month{月|がつ}%day{日|にち}</translation>
    </message>
    <message id="time.morning">
        <translation>%date {午前|ご.ぜん} %hour{時|じ} %minute{分|ふん}</translation>
    </message>
    <message id="time.afternoon">
        <translation>%date {午後|ご.ご} %hour{時|じ} %minute{分|ふん}</translation>
    </message>
    <message id="field.municipalityCode.label">
        <translation>{住|す}んで いる ところ（{都道府県|と.どう.ふ.けん}と {市|し}・{区|く}・{町|まち}・{村|むら}）</translation>
    </message>
    <message id="field.municipalityCode.label.office">
        <translation>{事務所|じ.む.しょ}の {住所|じゅう.しょ}（{都道府県|と.どう.ふ.けん}と {市|し}・{区|く}・{町|まち}・{村|むら}）</translation>
    </message>
    <message id="field.municipalityCode.hint">
        <translation>{名前|な.まえ}を {入|い}れて {探|さが}します。または、{都道府県|と.どう.ふ.けん}から {選|えら}びます。</translation>
    </message>
    <message id="field.municipalityCode.hint.office">
        <translation>{名前|な.まえ}を {入|い}れて {探|さが}します。または、{都道府県|と.どう.ふ.けん}から {選|えら}びます。</translation>
    </message>
    <message id="place.search">
        <translation>{名前|な.まえ}か {郵便番号|ゆう.びん.ばん.ごう}で {探|さが}す</translation>
    </message>
    <message id="place.search.hint">
        <translation>{漢字|かん.じ}、ひらがな、ローマ{字|じ}で {探|さが}せます。
{例|れい}）{千代田|ち.よ.だ}、ちよだ、chiyoda、100-0005</translation>
    </message>
    <message id="place.found">
        <translation>{見|み}つかった ところ</translation>
    </message>
    <message id="place.count" numerus="yes">
        <translation>
            <numerusform>%n{件|けん} {見|み}つかりました。{選|えら}んで ください。</numerusform>
        </translation>
    </message>
    <message id="place.nothing">
        <translation>{見|み}つかりません。ほかの {書|か}き{方|かた}で {探|さが}して ください。{下|した}から {選|えら}ぶ ことも できます。</translation>
    </message>
    <message id="place.ambiguous">
        <translation>{合|あ}う ところが いくつか あります。{1|ひと}つ {選|えら}んで ください。</translation>
    </message>
    <message id="place.chosen">
        <translation>✓ {選|えら}びました：%1</translation>
    </message>
    <message id="place.formerWard">
        <translation>まえの %1は、いまは ここです</translation>
    </message>
    <message id="place.dividedWard">
        <translation>まえの %1は 2つに なりました。まちの なまえを みて えらんで ください</translation>
    </message>
    <message id="town.offer.title">
        <translation>この {郵便番号|ゆう.びん.ばん.ごう}の {町|まち}：%1</translation>
    </message>
    <message id="town.offer.text">
        <translation>{次|つぎ}の ところに {入|い}れた {住所|じゅう.しょ}は {消|き}えません。その {前|まえ}に {町|まち}の {名前|な.まえ}を {入|い}れる ことが できます。</translation>
    </message>
    <message id="town.offer.yes">
        <translation>{町|まち}の {名前|な.まえ}を {前|まえ}に {入|い}れる</translation>
    </message>
    <message id="town.offer.no">
        <translation>{入|い}れない</translation>
    </message>
    <message id="town.filled">
        <translation>✓ {町|まち}の {名前|な.まえ}を {次|つぎ}の ところに {入|い}れました：%1。{続|つづ}きを {入|い}れて ください。</translation>
    </message>
    <message id="place.prefecture">
        <translation>{都道府県|と.どう.ふ.けん}</translation>
    </message>
    <message id="place.municipality">
        <translation>{市|し}・{区|く}・{町|まち}・{村|むら}</translation>
    </message>
    <message id="place.choose">
        <translation>えらんで ください</translation>
    </message>
    <message id="place.written">
        <translation>%kanji（%kana）</translation>
    </message>
    <message id="field.addressRest.label">
        <translation>{住|す}んで いる ところの {続|つづ}き（{町|まち}の {名前|な.まえ}と {番号|ばん.ごう}）</translation>
    </message>
    <message id="field.addressRest.label.office">
        <translation>{事務所|じ.む.しょ}の {住所|じゅう.しょ}の {続|つづ}き（{町|まち}の {名前|な.まえ}と {番号|ばん.ごう}）</translation>
    </message>
    <message id="field.addressRest.hint">
        <translation>{建物|たて.もの}の {名前|な.まえ}と {部屋|へ.や}の {番号|ばん.ごう}も {入|い}れます。</translation>
    </message>
    <message id="field.addressRest.hint.office">
        <translation>{建物|たて.もの}の {名前|な.まえ}と {部屋|へ.や}の {番号|ばん.ごう}も {入|い}れます。</translation>
    </message>
    <message id="field.phone.label">
        <translation>{電話番号|でん.わ.ばん.ごう}</translation>
    </message>
    <message id="field.phone.label.office">
        <translation>{電話番号|でん.わ.ばん.ごう}（{事務所|じ.む.しょ}か {携帯電話|けい.たい.でん.わ}）</translation>
    </message>
    <message id="field.phone.hint">
        <translation>{数字|すう.じ}で {入|い}れます。</translation>
    </message>
    <message id="field.phone.hint.office">
        <translation>{数字|すう.じ}で {入|い}れます。</translation>
    </message>
    <message id="field.email.label">
        <translation>メールアドレス</translation>
    </message>
    <message id="field.email.label.office">
        <translation>{事務所|じ.む.しょ}の メールアドレス</translation>
    </message>
    <message id="field.email.hint">
        <translation>この アドレスに メールが {来|き}ます。</translation>
    </message>
    <message id="field.email.hint.office">
        <translation>この アドレスに メールが {来|き}ます。</translation>
    </message>
    <message id="field.emailConfirmation.label">
        <translation>もう{一度|いち.ど} メールアドレス</translation>
    </message>
    <message id="field.emailConfirmation.hint">
        <translation>{同|おな}じ メールアドレスを もう{一度|いち.ど} {入|い}れます。</translation>
    </message>
    <message id="field.userClass.label">
        <translation>システムを {使|つか}う {人|ひと}</translation>
    </message>
    <message id="field.userClass.hint">
        <translation>{誰|だれ}が {使|つか}いますか。1つ {選|えら}んで ください。</translation>
    </message>
    <message id="value.userClass.foreignNational">
        <translation>{外国人|がい.こく.じん}です。{自分|じ.ぶん}の {申請|しん.せい}を します。</translation>
    </message>
    <message id="value.userClass.legalRepresentative">
        <translation>{法定代理人|ほう.てい.だい.り.にん}です。</translation>
    </message>
    <message id="value.userClass.family">
        <translation>{夫|おっと}・{妻|つま}・{子|こ}・{父|ちち}・{母|はは}です。{家族|か.ぞく}の {申請|しん.せい}を します。</translation>
    </message>
    <message id="value.userClass.attorneyOrScrivener">
        <translation>{弁護士|べん.ご.し}・{行政書士|ぎょう.せい.しょ.し}</translation>
    </message>
    <message id="value.userClass.coeByEmail">
        <translation>{在留資格認定証明書|ざい.りゅう.し.かく.にん.てい.しょう.めい.しょ}を メールで もらいたい {人|ひと}</translation>
    </message>
    <message id="field.residenceCardNumber.label">
        <translation>{在留|ざい.りゅう}カードの {番号|ばん.ごう}</translation>
    </message>
    <message id="field.residenceCardNumber.hint">
        <translation>{在留|ざい.りゅう}カードの {右上|みぎ.うえ}に あります。</translation>
    </message>
    <message id="field.agentCertificateNumber.label">
        <translation>{申請等取次者証明書|しん.せい.とう.とり.つぎ.しゃ.しょう.めい.しょ}の {番号|ばん.ごう}</translation>
    </message>
    <message id="field.agentCertificateNumber.hint">
        <translation>{証明書|しょう.めい.しょ}と {同|おな}じ ように {入|い}れます。
（{東|とう}）{弁|べん}10{第|だい}50{号|ごう}は 132010700050に なります。</translation>
    </message>
    <message id="agent.understood">
        <translation>✓ %1　%2　%3{年|ねん}　{第|だい}%4{号|ごう}</translation>
    </message>
    <message id="agent.fault.unreadable">
        <translation>{番号|ばん.ごう}が わかりません。「（{東|とう}）{弁|べん}10{第|だい}50{号|ごう}」の ように {入|い}れて ください。</translation>
    </message>
    <message id="agent.fault.office">
        <translation>どこの {番号|ばん.ごう}か わかりません。{札|さつ}・{仙|せん}・{東|とう}・{横|よこ}・{名|な}・{阪|さか}・{神|こう}・{高|たか}・{広|ひろ}・{福|ふく}・{那|な}から {選|えら}びます。</translation>
    </message>
    <message id="agent.fault.class">
        <translation>{弁護士|べん.ご.し}か {行政書士|ぎょう.せい.しょ.し}か わかりません。「{弁|べん}」か 「{行|ぎょう}」です。</translation>
    </message>
    <message id="agent.fault.year">
        <translation>{年|とし}を {確認|かく.にん}して ください。2010{年|ねん}は 10と {書|か}いて あります。</translation>
    </message>
    <message id="agent.fault.serial">
        <translation>{番号|ばん.ごう}を {確認|かく.にん}して ください。「{第|だい}」と 「{号|ごう}」の {間|あいだ}の {数字|すう.じ}です。</translation>
    </message>
    <message id="agent.parts.show">
        <translation>{番号|ばん.ごう}を 1つずつ {選|えら}ぶ</translation>
    </message>
    <message id="agent.parts.hide">
        <translation>{閉|と}じる</translation>
    </message>
    <message id="agent.parts.office">
        <translation>{証明書|しょう.めい.しょ}を {出|だ}した ところ</translation>
    </message>
    <message id="agent.parts.class">
        <translation>{仕事|し.ごと}</translation>
    </message>
    <message id="agent.parts.year">
        <translation>{証明書|しょう.めい.しょ}が できた {年|とし}</translation>
    </message>
    <message id="agent.year">
        <translation>%1ねん（「%2」と かいて あります）</translation>
    </message>
    <message id="agent.parts.serial">
        <translation>{番号|ばん.ごう}（「{第|だい}」と「{号|ごう}」の {間|あいだ}）</translation>
    </message>
    <message id="agent.parts.use">
        <translation>この {番号|ばん.ごう}を {使|つか}う</translation>
    </message>
    <message id="agent.office.11">
        <translation>さっぽろ（{札|さつ}）</translation>
    </message>
    <message id="agent.office.12">
        <translation>せんだい（{仙|せん}）</translation>
    </message>
    <message id="agent.office.13">
        <translation>とうきょう（{東|とう}）</translation>
    </message>
    <message id="agent.office.15">
        <translation>よこはま（{横|よこ}）</translation>
    </message>
    <message id="agent.office.16">
        <translation>なごや（{名|な}）</translation>
    </message>
    <message id="agent.office.17">
        <translation>おおさか（{阪|さか}）</translation>
    </message>
    <message id="agent.office.18">
        <translation>こうべ（{神|こう}）</translation>
    </message>
    <message id="agent.office.19">
        <translation>たかまつ（{高|たか}）</translation>
    </message>
    <message id="agent.office.20">
        <translation>ひろしま（{広|ひろ}）</translation>
    </message>
    <message id="agent.office.22">
        <translation>ふくおか（{福|ふく}）</translation>
    </message>
    <message id="agent.office.24">
        <translation>なは（{那|な}）</translation>
    </message>
    <message id="agent.class.2">
        <translation>ぎょうせいしょし（{行|ぎょう}）</translation>
    </message>
    <message id="agent.class.7">
        <translation>べんごし（{弁|べん}）</translation>
    </message>
    <message id="field.termsAccepted.label">
        <translation>{利用規約|り.よう.き.やく}</translation>
    </message>
    <message id="field.termsAccepted.hint">
        <translation>{利用規約|り.よう.き.やく}は {使|つか}う {人|ひと}の {約束|やく.そく}です。
{先|さき}に {読|よ}みます。よければ チェックを します。</translation>
    </message>
    <message id="value.termsAccepted.true">
        <translation>{約束|やく.そく}します</translation>
    </message>
    <message id="terms.open">
        <translation>{利用規約|り.よう.き.やく}を {読|よ}む</translation>
    </message>
    <message id="terms.openFirst">
        <translation>{先|さき}に 「{利用規約|り.よう.き.やく}を {読|よ}む」を {押|お}して ください。</translation>
    </message>
    <message id="terms.agree">
        <translation>{利用規約|り.よう.き.やく}を {読|よ}みました。{約束|やく.そく}します。</translation>
    </message>
    <message id="terms.title">
        <translation>{利用規約|り.よう.き.やく}</translation>
    </message>
    <message id="terms.version">
        <translation>{利用規約|り.よう.き.やく}の {日|ひ}：%1</translation>
    </message>
    <message id="terms.close">
        <translation>{読|よ}みました。{前|まえ}の ページへ</translation>
    </message>
    <message id="step2.title">
        <translation>{入|い}れた ことを {確認|かく.にん}して ください（STEP2）</translation>
    </message>
    <message id="step2.intro">
        <translation>まちがいは ありませんか。
まちがいは「{直|なお}す」を {押|お}して {直|なお}します。</translation>
    </message>
    <message id="review.change">
        <translation>{直|なお}す</translation>
    </message>
    <message id="review.change.named">
        <translation>%1を {直|なお}す</translation>
    </message>
    <message id="step2.secretsAgain">
        <translation>{安全|あん.ぜん}の ために、パスワードを {消|け}しました。
{登録|とう.ろく}の {前|まえ}に、もう{一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="step2.tries">
        <translation>{署名用|しょ.めい.よう}パスワード：%1
{暗証番号|あん.しょう.ばん.ごう}：%2</translation>
    </message>
    <message id="step2.beforeSubmit">
        <translation>「{登録|とう.ろく}する」を {押|お}すと、{入|い}れた ことを {送|おく}ります。</translation>
    </message>
    <message id="step2.pad">
        <translation>この カードリーダーには、{数字|すう.じ}の ボタンが あります。
「{登録|とう.ろく}する」を {押|お}して から、カードリーダーで 4つの {数字|すう.じ}を {押|お}して ください。
2{回|かい} {押|お}します。</translation>
    </message>
    <message id="step2.pad.notEntered">
        <translation>{使|つか}える {回数|かい.すう}は {同|おな}じです。
{上|うえ}の ところに {入|い}れて、もう {一度|いち.ど} 「{登録|とう.ろく}する」を {押|お}して ください。</translation>
    </message>
    <message id="step2.notEntered">
        <translation>{使|つか}える {回数|かい.すう}は {同|おな}じです。
もう {一度|いち.ど} 「{登録|とう.ろく}する」を {押|お}して ください。</translation>
    </message>
    <message id="step2.submit">
        <translation>{登録|とう.ろく}する</translation>
    </message>
    <message id="step2.nothingSent.title">
        <translation>やめました。{何|なに}も {送|おく}って いません</translation>
    </message>
    <message id="step2.nothingSent.text">
        <translation>まだ {登録|とう.ろく}して いません。
{登録|とう.ろく}する {時|とき}は、もう{一度|いち.ど} 「{登録|とう.ろく}する」を {押|お}して ください。</translation>
    </message>
    <message id="step2.mayHaveArrived.title">
        <translation>やめました。でも、{登録|とう.ろく}が できて いるかも しれません</translation>
    </message>
    <message id="step2.mayHaveArrived.text">
        <translation>{入|い}れた ことは、もう {送|おく}りました。{着|つ}いたか、わかりません。</translation>
    </message>
    <message id="step2.mayHaveArrived.remedy">
        <translation>もう{一度|いち.ど} 「{登録|とう.ろく}する」を {押|お}すと、わかります。{登録|とう.ろく}は 1つです。
{着|つ}いた {時|とき}は、パスワードを {決|き}める ための メールも {来|き}ます。</translation>
    </message>
    <message id="submitting.title">
        <translation>{登録|とう.ろく}して います</translation>
    </message>
    <message id="submitting.text">
        <translation>{待|ま}って ください。</translation>
    </message>
    <message id="submitting.text.card">
        <translation>カードを {動|うご}かさないで ください。{少|すこ}し {待|ま}って ください。</translation>
    </message>
    <message id="submitting.pad">
        <translation>カードリーダーで 4つの {数字|すう.じ}を もう{一度|いち.ど} {押|お}して、OKボタンを {押|お}して ください。</translation>
    </message>
    <message id="submitting.unsent">
        <translation>まだ {送|おく}って いません。「やめる」を {押|お}すと、{何|なに}も {送|おく}りません。</translation>
    </message>
    <message id="submitting.sent">
        <translation>もう {送|おく}りました。{答|こた}えを {待|ま}って います。
「やめる」を {押|お}しても、{登録|とう.ろく}が できて いるかも しれません。</translation>
    </message>
    <message id="step3.title">
        <translation>{登録|とう.ろく}が {終|お}わりました（STEP3）</translation>
    </message>
    <message id="step3.done">
        <translation>{登録|とう.ろく}が できました</translation>
    </message>
    <message id="step3.corrected">
        <translation>メールアドレスを {直|なお}しました。{認証|にん.しょう}IDは {前|まえ}と {同|おな}じです。</translation>
    </message>
    <message id="step3.id">
        <translation>{認証|にん.しょう}ID</translation>
    </message>
    <message id="step3.keep">
        <translation>{認証|にん.しょう}IDは {大切|たい.せつ}です。{紙|かみ}に {書|か}いて ください。</translation>
    </message>
    <message id="step3.copy">
        <translation>{認証|にん.しょう}IDを コピーする</translation>
    </message>
    <message id="step3.print">
        <translation>{紙|かみ}に {印刷|いん.さつ}する</translation>
    </message>
    <message id="step3.pdf">
        <translation>PDFで {保存|ほ.ぞん}する</translation>
    </message>
    <message id="step3.copied">
        <translation>✓ コピーしました</translation>
    </message>
    <message id="step3.printed">
        <translation>✓ {印刷|いん.さつ}します</translation>
    </message>
    <message id="step3.notPrinted">
        <translation>{印刷|いん.さつ}が できません。プリンターを {確認|かく.にん}して ください。</translation>
    </message>
    <message id="step3.next.title">
        <translation>{次|つぎ}に する こと</translation>
    </message>
    <message id="step3.next">
        <translation>・メールが {来|き}ます。
・24{時間|じ.かん}の {間|あいだ}に、メールの リンクを {開|ひら}きます。
・ログインの パスワードを {決|き}めます。
・{認証|にん.しょう}IDの メールが {来|き}ます。ログインが できます。
・メールが {来|こ}ない {時|とき}は、{迷惑|めい.わく}メールを {確認|かく.にん}して ください。</translation>
    </message>
    <message id="step3.noMail">
        <translation>それでも メールが ない {時|とき}は、ヘルプデスクに {聞|き}いて ください。
%helpDesk</translation>
    </message>
    <message id="step3.finish">
        <translation>{終|お}わり（{最初|さい.しょ}の ページに もどる）</translation>
    </message>
    <message id="receipt.title">
        <translation>{登録|とう.ろく}の {紙|かみ}</translation>
    </message>
    <message id="receipt.day">
        <translation>{登録|とう.ろく}した {日|ひ}：%1</translation>
    </message>
    <message id="receipt.help">
        <translation>{聞|き}く ところ</translation>
    </message>
    <message id="failure.code">
        <translation>コード：%1</translation>
    </message>
    <message id="message.WZBAM001E.text">
        <translation>「！」が ある ところを {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM001E.remedy">
        <translation>{例|れい}を {見|み}て、もう{一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM005E.text">
        <translation>まちがいが あります。もう{一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM005E.remedy">
        <translation>「！」が ある ところを {直|なお}して ください。</translation>
    </message>
    <message id="message.WZBAM011E.text">
        <translation>{使|つか}う ことが できない {文字|も.じ}が あります。</translation>
    </message>
    <message id="message.WZBAM011E.remedy">
        <translation>ほかの {漢字|かん.じ}か ひらがなで {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM018E.text">
        <translation>「！」が ある ところに まちがいが あります。</translation>
    </message>
    <message id="message.WZBAM018E.remedy">
        <translation>{例|れい}を {見|み}て、{直|なお}して ください。</translation>
    </message>
    <message id="message.WZBAM023E.text">
        <translation>システムに {問題|もん.だい}が あります。</translation>
    </message>
    <message id="message.WZBAM023E.remedy">
        <translation>ヘルプデスクに {聞|き}いて ください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM098E.text">
        <translation>システムに {問題|もん.だい}が あります。</translation>
    </message>
    <message id="message.WZBAM098E.remedy">
        <translation>{少|すこ}し {待|ま}って、もう{一度|いち.ど} して ください。
だめな {時|とき}は、ヘルプデスクに {聞|き}いて ください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM099E.text">
        <translation>ほかの {場所|ば.しょ}で ログインしたので、ログアウトしました。</translation>
    </message>
    <message id="message.WZBAM099E.remedy">
        <translation>{続|つづ}ける {時|とき}は、もう{一度|いち.ど} ログインして ください。
あなたでは ない {時|とき}は、ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM103E.text">
        <translation>{都道府県|と.どう.ふ.けん}と {市|し}・{区|く}・{町|まち}・{村|むら}を {選|えら}んで ください。</translation>
    </message>
    <message id="message.WZBAM103E.remedy">
        <translation>{名前|な.まえ}で {探|さが}すか、{下|した}から {選|えら}んで ください。</translation>
    </message>
    <message id="message.WZBAM104E.text">
        <translation>{町|まち}の {名前|な.まえ}と {番号|ばん.ごう}を {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM104E.remedy">
        <translation>{市|し}・{区|く}・{町|まち}・{村|むら}の {後|あと}を {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM111E.text">
        <translation>その {日|ひ}は ありません。</translation>
    </message>
    <message id="message.WZBAM111E.remedy">
        <translation>{年|とし}と {月|つき}と {日|ひ}を もう{一度|いち.ど} {見|み}て ください。</translation>
    </message>
    <message id="message.WZBAM150E.text">
        <translation>この {認証|にん.しょう}IDは {使|つか}う ことが できません。</translation>
    </message>
    <message id="message.WZBAM150E.remedy">
        <translation>ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM151E.text">
        <translation>{使|つか}う ことが できる {時間|じ.かん}が {終|お}わりました。</translation>
    </message>
    <message id="message.WZBAM151E.remedy">
        <translation>{届出済証明書|とどけ.で.ずみ.しょう.めい.しょ}を {新|あたら}しく して ください。
わからない {時|とき}は、ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM153E.text">
        <translation>{今|いま} ログインが できません。</translation>
    </message>
    <message id="message.WZBAM153E.remedy">
        <translation>24{時間|じ.かん} {待|ま}ってから、もう{一度|いち.ど} ログインして ください。
{急|いそ}ぐ {時|とき}は、「パスワードを {忘|わす}れた {時|とき}」から メールを もらって ください。{新|あたら}しい パスワードを {決|き}めると、すぐに ログインできます。
{近|ちか}くの {入管|にゅう.かん}に {行|い}っても いいです。</translation>
    </message>
    <message id="message.WZBAM155E.text">
        <translation>この {認証|にん.しょう}IDは {今|いま} {使|つか}う ことが できません。</translation>
    </message>
    <message id="message.WZBAM155E.remedy">
        <translation>ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM156E.text">
        <translation>この {認証|にん.しょう}IDは もう ありません。</translation>
    </message>
    <message id="message.WZBAM156E.remedy">
        <translation>ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM158E.text">
        <translation>パスワードの {期限|き.げん}が {終|お}わりました。</translation>
    </message>
    <message id="message.WZBAM158E.remedy">
        <translation>{新|あたら}しい パスワードが いります。
{近|ちか}くの {入管|にゅう.かん}に「{別記第|べっ.き.だい}15{号様式|ごう.よう.しき}」の {紙|かみ}を {出|だ}して ください。
{郵便|ゆう.びん}で {送|おく}る ことも できます。</translation>
    </message>
    <message id="message.WZBAM159E.text">
        <translation>2つの メールアドレスが ちがいます。</translation>
    </message>
    <message id="message.WZBAM159E.remedy">
        <translation>{同|おな}じ メールアドレスを {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM154E.text">
        <translation>{今|いま}の パスワードが ちがいます。</translation>
    </message>
    <message id="message.WZBAM154E.remedy">
        <translation>{今|いま} {使|つか}って いる パスワードを もう{一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM160E.text">
        <translation>2つの パスワードが ちがいます。</translation>
    </message>
    <message id="message.WZBAM160E.remedy">
        <translation>{同|おな}じ パスワードを {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM162E.text">
        <translation>2つの {新|あたら}しい パスワードが ちがいます。</translation>
    </message>
    <message id="message.WZBAM162E.remedy">
        <translation>{同|おな}じ パスワードを {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM168E.text">
        <translation>{認証|にん.しょう}IDか メールアドレスが まちがって います。</translation>
    </message>
    <message id="message.WZBAM168E.remedy">
        <translation>{登録|とう.ろく}の メールを {見|み}て、もう{一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM244E.text">
        <translation>{住所|じゅう.しょ}を {変|か}える ときは、2つの ところを {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM244E.remedy">
        <translation>「！」の ところも {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM245E.text">
        <translation>{変|か}える ものを {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM245E.remedy">
        <translation>「！」の ところで、{変|か}える ものだけ {入|い}れて ください。</translation>
    </message>
    <message id="message.WZBAM256E.text">
        <translation>{利用規約|り.よう.き.やく}の チェックが ありません。</translation>
    </message>
    <message id="message.WZBAM256E.remedy">
        <translation>{利用規約|り.よう.き.やく}を {読|よ}んで、チェックを して ください。</translation>
    </message>
    <message id="fieldError.WZBAM001E">
        <translation>「%1」を {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM001E.choice">
        <translation>「%1」を {選|えら}んで ください</translation>
    </message>
    <message id="fieldError.WZBAM005E">
        <translation>「%1」を もう{一度|いち.ど} {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM005E.plain">
        <translation>「%1」を もう{一度|いち.ど} {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM011E">
        <translation>「%1」に {使|つか}う ことが できない {文字|も.じ}が あります</translation>
    </message>
    <message id="fieldError.WZBAM018E">
        <translation>「%1」を {確認|かく.にん}して ください</translation>
    </message>
    <message id="fieldError.WZBAM023E">
        <translation>「%1」の {確認|かく.にん}が できません</translation>
    </message>
    <message id="fieldError.WZBAM098E">
        <translation>「%1」の {確認|かく.にん}が できません</translation>
    </message>
    <message id="fieldError.WZBAM099E">
        <translation>ほかの {画面|が.めん}で ログインしました：%1</translation>
    </message>
    <message id="fieldError.WZBAM103E">
        <translation>「%1」を {選|えら}んで ください</translation>
    </message>
    <message id="fieldError.WZBAM104E">
        <translation>「%1」を {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM111E">
        <translation>「%1」を もう{一度|いち.ど} {見|み}て ください。その {日|ひ}は ありません</translation>
    </message>
    <message id="fieldError.WZBAM150E">
        <translation>{使|つか}う ことが できません：%1</translation>
    </message>
    <message id="fieldError.WZBAM151E">
        <translation>{期限|き.げん}が {終|お}わりました：%1</translation>
    </message>
    <message id="fieldError.WZBAM153E">
        <translation>{今|いま} {使|つか}う ことが できません：%1</translation>
    </message>
    <message id="fieldError.emailsOfToday">
        <translation>{新|あたら}しい メールアドレスは 24{時間|じ.かん}に 5{回|かい}まで {入|い}れる ことが できます。ほかの ことだけを {変|か}える {時|とき}は、メールアドレスを {消|け}して ください。メールアドレスは 24{時間|じ.かん} {待|ま}ってから、もう{一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="fieldError.fileMissing">
        <translation>ファイルが まだ {着|つ}いて いません。もう{一度|いち.ど} {選|えら}んで ください：%1</translation>
    </message>
    <message id="fieldError.windowNotYet">
        <translation>まだ {申請|しん.せい}できません。{申請|しん.せい}できる {日|ひ}まで {待|ま}って ください。</translation>
    </message>
    <message id="fieldError.windowCounter">
        <translation>インターネットで {申請|しん.せい}できる {期間|き.かん}が {過|す}ぎて います。{今日|きょう}、{近|ちか}くの {入管|にゅう.かん}に {行|い}って {申請|しん.せい}して ください。{今日|きょう} {入管|にゅう.かん}が {休|やす}みの {時|とき}は、{次|つぎ}に {開|あ}く {日|ひ}に {行|い}って ください。</translation>
    </message>
    <message id="fieldError.windowOver">
        <translation>{申請|しん.せい}できる {期間|き.かん}が {過|す}ぎて います。すぐに {近|ちか}くの {入管|にゅう.かん}に {行|い}って、{相談|そう.だん}して ください。</translation>
    </message>
    <message id="fieldError.WZBAM155E">
        <translation>{止|と}まって います：%1</translation>
    </message>
    <message id="fieldError.WZBAM156E">
        <translation>もう ありません：%1</translation>
    </message>
    <message id="fieldError.WZBAM158E">
        <translation>{期限|き.げん}が {終|お}わりました：%1</translation>
    </message>
    <message id="fieldError.WZBAM159E">
        <translation>「%1」が ちがいます。{同|おな}じ ものを {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM154E">
        <translation>「%1」が ちがいます。{今|いま} {使|つか}って いる パスワードを {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM160E">
        <translation>「%1」が ちがいます。{同|おな}じ ものを {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM162E">
        <translation>「%1」が ちがいます。{同|おな}じ ものを {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM168E">
        <translation>「%1」が まちがって います</translation>
    </message>
    <message id="fieldError.WZBAM244E">
        <translation>{住所|じゅう.しょ}を {変|か}える ときは、%1も {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM245E">
        <translation>{変|か}える ときは、%1に {新|あたら}しい ものを {入|い}れて ください</translation>
    </message>
    <message id="fieldError.WZBAM256E">
        <translation>「%1」を {読|よ}んで、チェックを して ください</translation>
    </message>
    <message id="failure.serviceMissing.title">
        <translation>カードを {使|つか}う プログラムが {動|うご}いて いません</translation>
    </message>
    <message id="failure.serviceMissing.text">
        <translation>パソコンの プログラムの {問題|もん.だい}です。
カードは こわれて いません。</translation>
    </message>
    <message id="failure.serviceMissing.text.windows">
        <translation>パソコンの プログラムの {問題|もん.だい}です。
カードは こわれて いません。</translation>
    </message>
    <message id="failure.serviceMissing.remedy">
        <translation>パソコンを {一度|いち.ど} {消|け}して、もう{一度|いち.ど} つけて ください。</translation>
    </message>
    <message id="failure.serviceMissing.remedy.windows">
        <translation>カードリーダーを つないで ください。
もう つないで あったら、パソコンを {一度|いち.ど} {消|け}して、もう{一度|いち.ど} つけて ください。</translation>
    </message>
    <message id="failure.serviceIncompatible.title">
        <translation>カードを {使|つか}う プログラムが {古|ふる}いか {新|あたら}しいです</translation>
    </message>
    <message id="failure.serviceIncompatible.text">
        <translation>プログラムが {合|あ}いません。</translation>
    </message>
    <message id="failure.serviceIncompatible.remedy">
        <translation>パソコンの プログラムを {新|あたら}しく して ください。</translation>
    </message>
    <message id="failure.noReader.title">
        <translation>カードリーダーが ありません</translation>
    </message>
    <message id="failure.noReader.text">
        <translation>パソコンに カードリーダーが ありません。</translation>
    </message>
    <message id="failure.noReader.remedy">
        <translation>カードリーダーを パソコンに つないで ください。</translation>
    </message>
    <message id="failure.readerUnavailable.title">
        <translation>カードリーダーを {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.readerUnavailable.text">
        <translation>カードリーダーの {答|こた}えが ありません。</translation>
    </message>
    <message id="failure.readerUnavailable.remedy">
        <translation>{一度|いち.ど} ぬいて、もう{一度|いち.ど} つないで ください。</translation>
    </message>
    <message id="failure.noCard.title">
        <translation>カードが ありません</translation>
    </message>
    <message id="failure.noCard.text">
        <translation>カードリーダーは だいじょうぶです。</translation>
    </message>
    <message id="failure.noCard.remedy">
        <translation>マイナンバーカードを カードリーダーに {置|お}いて ください。</translation>
    </message>
    <message id="failure.cardRemoved.title">
        <translation>カードが {動|うご}きました</translation>
    </message>
    <message id="failure.cardRemoved.text">
        <translation>{途中|と.ちゅう}で カードを {読|よ}む ことが できなく なりました。
{安全|あん.ぜん}の ために、パスワードを {消|け}しました。</translation>
    </message>
    <message id="failure.cardRemoved.remedy">
        <translation>{同|おな}じ カードを もう{一度|いち.ど} {置|お}いて ください。</translation>
    </message>
    <message id="failure.cardMute.title">
        <translation>カードの {答|こた}えが ありません</translation>
    </message>
    <message id="failure.cardMute.text">
        <translation>カードの {置|お}き{方|かた}が ちがいます。</translation>
    </message>
    <message id="failure.cardMute.remedy">
        <translation>カードの {向|む}きを {見|み}て ください。
もう{一度|いち.ど} {置|お}いて ください。</translation>
    </message>
    <message id="failure.cardInUse.title">
        <translation>ほかの プログラムが カードを {使|つか}って います</translation>
    </message>
    <message id="failure.cardInUse.text">
        <translation>{一緒|いっ.しょ}に {使|つか}う ことが できません。</translation>
    </message>
    <message id="failure.cardInUse.remedy">
        <translation>ほかの プログラムを {終|お}わりに して ください。</translation>
    </message>
    <message id="failure.cardReset.title">
        <translation>カードが {最初|さい.しょ}に もどりました</translation>
    </message>
    <message id="failure.cardReset.text">
        <translation>ほかの プログラムが カードを {使|つか}いました。</translation>
    </message>
    <message id="failure.cardReset.remedy">
        <translation>ほかの プログラムを {終|お}わりに して ください。
もう{一度|いち.ど} して ください。</translation>
    </message>
    <message id="failure.cardCommunication.title">
        <translation>カードを {読|よ}む ことが できません</translation>
    </message>
    <message id="failure.cardCommunication.text">
        <translation>{途中|と.ちゅう}で {止|と}まりました。</translation>
    </message>
    <message id="failure.cardCommunication.remedy">
        <translation>カードを もう{一度|いち.ど} {置|お}いて ください。{動|うご}かさないで ください。</translation>
    </message>
    <message id="failure.otherCard.title">
        <translation>マイナンバーカードでは ありません</translation>
    </message>
    <message id="failure.otherCard.text">
        <translation>ほかの カードです。
マイナンバーカードと {一|ひと}つに なった {在留|ざい.りゅう}カードは {使|つか}う ことが できます。</translation>
    </message>
    <message id="failure.otherCard.remedy">
        <translation>マイナンバーカードを {置|お}いて ください。</translation>
    </message>
    <message id="failure.olderCard.title">
        <translation>この カードは {古|ふる}い カードです</translation>
    </message>
    <message id="failure.olderCard.text">
        <translation>マイナンバーカードが {必要|ひつ.よう}です。</translation>
    </message>
    <message id="failure.olderCard.remedy">
        <translation>マイナンバーカードを {置|お}いて ください。
ない {人|ひと}は、{市役所|し.やく.しょ}に {聞|き}いて ください。</translation>
    </message>
    <message id="failure.phoneToken.title">
        <translation>スマートフォンは {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.phoneToken.text">
        <translation>カードが {必要|ひつ.よう}です。</translation>
    </message>
    <message id="failure.phoneToken.remedy">
        <translation>マイナンバーカードを {置|お}いて ください。</translation>
    </message>
    <message id="failure.cardSwapped.title">
        <translation>カードが {変|か}わりました</translation>
    </message>
    <message id="failure.cardSwapped.text">
        <translation>ほかの {人|ひと}の カードです。
{安全|あん.ぜん}の ために、{入|い}れた ことを {消|け}しました。</translation>
    </message>
    <message id="failure.cardSwapped.remedy">
        <translation>あなたの カードを {置|お}いて、もう{一度|いち.ど} {始|はじ}めて ください。</translation>
    </message>
    <message id="failure.cardAnswer.title">
        <translation>カードの {答|こた}えが {正|ただ}しく ありません</translation>
    </message>
    <message id="failure.cardAnswer.text">
        <translation>カードの {答|こた}えが {変|へん}です。</translation>
    </message>
    <message id="failure.cardAnswer.remedy">
        <translation>カードを もう{一度|いち.ど} {置|お}いて ください。
だめな {時|とき}は、ヘルプデスクに {聞|き}いて ください。
%helpDesk</translation>
    </message>
    <message id="failure.readerWithoutDriver.title">
        <translation>カードリーダーを {動|うご}かす プログラムが ありません</translation>
    </message>
    <message id="failure.readerWithoutDriver.text">
        <translation>カードリーダーは パソコンに つないで あります。
でも、ドライバーが ありません。</translation>
    </message>
    <message id="failure.readerWithoutDriver.remedy">
        <translation>ドライバーを {入|い}れて ください。
ドライバーの {名前|な.まえ}は「この パソコンを {調|しら}べる」で わかります。</translation>
    </message>
    <message id="failure.readerWithoutDriver.remedy.windows">
        <translation>カードリーダーを {作|つく}った {会社|かい.しゃ}の ホームページから、ドライバーを {入|い}れて ください。
カードリーダーの {名前|な.まえ}は「この パソコンを {調|しら}べる」で わかります。</translation>
    </message>
    <message id="failure.readerTaken.title">
        <translation>ほかの プログラムが カードリーダーを {使|つか}って います</translation>
    </message>
    <message id="failure.readerTaken.text">
        <translation>パソコンの {中|なか}の ほかの プログラムが カードリーダーを {使|つか}って います。
だから カードを {読|よ}む ことが できません。</translation>
    </message>
    <message id="failure.readerTaken.remedy">
        <translation>パソコンに {詳|くわ}しい {人|ひと}に「この パソコンを {調|しら}べる」の {結果|けっ.か}を {見|み}せて ください。</translation>
    </message>
    <message id="failure.remoteSession.title">
        <translation>{遠|とお}くの パソコンを {使|つか}って います</translation>
    </message>
    <message id="failure.remoteSession.title.windows">
        <translation>{遠|とお}くの パソコンを {使|つか}って います</translation>
    </message>
    <message id="failure.remoteSession.text">
        <translation>この プログラムは {遠|とお}くの パソコンで {動|うご}いて います。
そこから あなたの カードリーダーは {見|み}えません。</translation>
    </message>
    <message id="failure.remoteSession.text.windows">
        <translation>この プログラムは {遠|とお}くの パソコンで {動|うご}いて います。
そこから あなたの カードリーダーが {見|み}えない ことが あります。</translation>
    </message>
    <message id="failure.remoteSession.remedy">
        <translation>カードリーダーを つないだ パソコンで、この プログラムを {開|ひら}いて ください。</translation>
    </message>
    <message id="failure.remoteSession.remedy.windows">
        <translation>カードリーダーを つないだ パソコンで、この プログラムを {開|ひら}いて ください。</translation>
    </message>
    <message id="failure.sandboxed.title">
        <translation>この プログラムは カードリーダーを {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.sandboxed.text">
        <translation>プログラムの {入|い}れ{方|かた}が カードに {合|あ}いません。</translation>
    </message>
    <message id="failure.sandboxed.remedy">
        <translation>パソコンに {詳|くわ}しい {人|ひと}に {頼|たの}んで、プログラムを もう{一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="failure.sessionRefused.title">
        <translation>この パソコンでは カードリーダーを {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.sessionRefused.text">
        <translation>カードリーダーは、パソコンの {前|まえ}に いる {人|ひと}だけが {使|つか}う ことが できます。</translation>
    </message>
    <message id="failure.sessionRefused.remedy">
        <translation>パソコンの {前|まえ}に {座|すわ}って {使|つか}って ください。
だめな {時|とき}は、パソコンに {詳|くわ}しい {人|ひと}に {聞|き}いて ください。</translation>
    </message>
    <message id="failure.serviceHangs.title">
        <translation>カードを {使|つか}う プログラムの {答|こた}えが ありません</translation>
    </message>
    <message id="failure.serviceHangs.text">
        <translation>パソコンの プログラムの {問題|もん.だい}です。
カードは こわれて いません。</translation>
    </message>
    <message id="failure.serviceHangs.remedy">
        <translation>カードリーダーを {一度|いち.ど} ぬいて、もう{一度|いち.ど} つないで ください。
だめな {時|とき}は、パソコンを {一度|いち.ど} {消|け}して、もう{一度|いち.ど} つけて ください。</translation>
    </message>
    <message id="failure.newerCard.title">
        <translation>{新|あたら}しい カードです</translation>
    </message>
    <message id="failure.newerCard.text">
        <translation>この プログラムは この カードを {知|し}りません。
カードは こわれて いません。</translation>
    </message>
    <message id="failure.newerCard.remedy">
        <translation>この プログラムを {新|あたら}しく して ください。
だめな {時|とき}は、ヘルプデスクに コードを {言|い}って ください。
%helpDesk</translation>
    </message>
    <message id="failure.memoryNotLocked.title">
        <translation>この パソコンでは パスワードを {入|い}れる ことが できません</translation>
    </message>
    <message id="failure.memoryNotLocked.text">
        <translation>パスワードを {安全|あん.ぜん}に する ための {設定|せっ.てい}が {足|た}りません。</translation>
    </message>
    <message id="failure.memoryNotLocked.remedy">
        <translation>パソコンを {管理|かん.り}する {人|ひと}に この {番号|ばん.ごう}を {見|み}せて ください。</translation>
    </message>
    <message id="failure.memoryNotLocked.remedy.windows">
        <translation>パソコンを {一度|いち.ど} {消|け}して、もう{一度|いち.ど} つけて ください。
だめな {時|とき}は、パソコンを {管理|かん.り}する {人|ひと}に この {番号|ばん.ごう}を {見|み}せて ください。</translation>
    </message>
    <message id="failure.noSigningCertificate.title">
        <translation>{署名|しょ.めい}に {使|つか}う {電子証明書|でん.し.しょう.めい.しょ}が ありません</translation>
    </message>
    <message id="failure.noSigningCertificate.text">
        <translation>15{歳|さい}に なって いない {人|ひと}の カードには、この {電子証明書|でん.し.しょう.めい.しょ}が ありません。
{住所|じゅう.しょ}や {名前|な.まえ}が {変|か}わると、なくなります。</translation>
    </message>
    <message id="failure.noSigningCertificate.remedy">
        <translation>カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{署名用電子証明書|しょ.めい.よう.でん.し.しょう.めい.しょ}の {発行|はっ.こう}を おねがいします。」
{家族|か.ぞく}が {自分|じ.ぶん}の カードで {登録|とう.ろく}する ことも できます。</translation>
    </message>
    <message id="failure.noAuthenticationCertificate.title">
        <translation>ログインに {使|つか}う {電子証明書|でん.し.しょう.めい.しょ}が ありません</translation>
    </message>
    <message id="failure.noAuthenticationCertificate.text">
        <translation>カードに {電子証明書|でん.し.しょう.めい.しょ}が 1つ ありません。
この カードは {使|つか}う ことが できません。</translation>
    </message>
    <message id="failure.noAuthenticationCertificate.remedy">
        <translation>カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{利用者証明用電子証明書|り.よう.しゃ.しょう.めい.よう.でん.し.しょう.めい.しょ}の {発行|はっ.こう}を おねがいします。」</translation>
    </message>
    <message id="failure.signingCertificateExpired.title">
        <translation>{署名|しょ.めい}に {使|つか}う {電子証明書|でん.し.しょう.めい.しょ}が {古|ふる}いです</translation>
    </message>
    <message id="failure.signingCertificateExpired.text">
        <translation>{電子証明書|でん.し.しょう.めい.しょ}を {使|つか}う ことが できる {日|ひ}が {終|お}わりました。</translation>
    </message>
    <message id="failure.signingCertificateExpired.remedy">
        <translation>マイナンバーカードと {在留|ざい.りゅう}カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{署名用電子証明書|しょ.めい.よう.でん.し.しょう.めい.しょ}の {更新|こう.しん}を おねがいします。」</translation>
    </message>
    <message id="failure.authenticationCertificateExpired.title">
        <translation>ログインに {使|つか}う {電子証明書|でん.し.しょう.めい.しょ}が {古|ふる}いです</translation>
    </message>
    <message id="failure.authenticationCertificateExpired.text">
        <translation>{電子証明書|でん.し.しょう.めい.しょ}を {使|つか}う ことが できる {日|ひ}が {終|お}わりました。</translation>
    </message>
    <message id="failure.authenticationCertificateExpired.remedy">
        <translation>マイナンバーカードと {在留|ざい.りゅう}カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{利用者証明用電子証明書|り.よう.しゃ.しょう.めい.よう.でん.し.しょう.めい.しょ}の {更新|こう.しん}を おねがいします。」</translation>
    </message>
    <message id="failure.passwordBlocked.title">
        <translation>{署名用|しょ.めい.よう}パスワードを {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.passwordBlocked.text">
        <translation>つづけて 5{回|かい} まちがえました。カードは こわれて いません。
カードは、ほかの ことに {使|つか}う ことが できます。</translation>
    </message>
    <message id="failure.passwordBlocked.remedy">
        <translation>{新|あたら}しい パスワードに する ことが できます。お{金|かね}は いりません。
・スマートフォンの アプリ「JPKI{暗証番号|あん.しょう.ばん.ごう}リセット」と、コンビニの {機械|き.かい}で します。4けたの {暗証番号|あん.しょう.ばん.ごう}を {使|つか}います。
・または、カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{署名用電子証明書|しょ.めい.よう.でん.し.しょう.めい.しょ}の {暗証番号|あん.しょう.ばん.ごう}の {初期化|しょ.き.か}を おねがいします。」</translation>
    </message>
    <message id="failure.pinBlocked.title">
        <translation>{暗証番号|あん.しょう.ばん.ごう}を {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.pinBlocked.text">
        <translation>つづけて 3{回|かい} まちがえました。カードは こわれて いません。
カードは、ほかの ことに {使|つか}う ことが できます。</translation>
    </message>
    <message id="failure.pinBlocked.remedy">
        <translation>{新|あたら}しい {番号|ばん.ごう}に する ことが できます。お{金|かね}は いりません。
・カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{利用者証明用電子証明書|り.よう.しゃ.しょう.めい.よう.でん.し.しょう.めい.しょ}の {暗証番号|あん.しょう.ばん.ごう}の {初期化|しょ.き.か}を おねがいします。」
・{署名用|しょ.めい.よう}パスワードが わかる {人|ひと}は、スマートフォンの アプリ「JPKI{暗証番号|あん.しょう.ばん.ごう}リセット」と、コンビニの {機械|き.かい}でも できます。</translation>
    </message>
    <message id="failure.verifyInterrupted.title">
        <translation>パスワードの {確認|かく.にん}が {途中|と.ちゅう}で {止|と}まりました</translation>
    </message>
    <message id="failure.verifyInterrupted.text">
        <translation>この 1{回|かい}を カードが {数|かぞ}えたか、わかりません。</translation>
    </message>
    <message id="failure.verifyInterrupted.remedy">
        <translation>カードを もう{一度|いち.ど} {置|お}いて ください。
あと {何回|なん.かい} できるかを {見|み}て ください。</translation>
    </message>
    <message id="failure.certificateNotYetValid.title">
        <translation>{電子証明書|でん.し.しょう.めい.しょ}は まだ {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.certificateNotYetValid.text">
        <translation>{電子証明書|でん.し.しょう.めい.しょ}が とても {新|あたら}しいか、パソコンの {時計|と.けい}が {違|ちが}います。</translation>
    </message>
    <message id="failure.certificateNotYetValid.remedy">
        <translation>パソコンの {日|ひ}と {時間|じ.かん}を {確認|かく.にん}して ください。
{正|ただ}しい {時|とき}は、{使|つか}う ことが できる {時間|じ.かん}まで {待|ま}って ください。</translation>
    </message>
    <message id="failure.networkUnreachable.title">
        <translation>インターネットに つながりません</translation>
    </message>
    <message id="failure.networkUnreachable.text">
        <translation>インターネットか、パソコンの {問題|もん.だい}です。</translation>
    </message>
    <message id="failure.networkUnreachable.remedy">
        <translation>ほかの ページが {開|ひら}くか、{確認|かく.にん}して ください。</translation>
    </message>
    <message id="failure.networkTimeout.title">
        <translation>{答|こた}えが {来|き}ません</translation>
    </message>
    <message id="failure.networkTimeout.text">
        <translation>システムの {答|こた}えが ありませんでした。
もう{一度|いち.ど} {送|おく}っても、2つに なりません。</translation>
    </message>
    <message id="failure.networkTimeout.remedy">
        <translation>{少|すこ}し {待|ま}って、もう{一度|いち.ど} して ください。</translation>
    </message>
    <message id="failure.tlsUntrusted.title">
        <translation>{安全|あん.ぜん}な つながりでは ありません</translation>
    </message>
    <message id="failure.tlsUntrusted.text">
        <translation>{相手|あい.て}が {本物|ほん.もの}か、わかりません。
まだ {何|なに}も {送|おく}って いません。</translation>
    </message>
    <message id="failure.tlsUntrusted.remedy">
        <translation>サインインが {必要|ひつ.よう}な Wi-Fiでは、{先|さき}に ブラウザーで サインインして ください。
だめな {時|とき}は、ほかの インターネットを {使|つか}って ください。</translation>
    </message>
    <message id="failure.tlsWrongHost.title">
        <translation>{安全|あん.ぜん}な つながりでは ありません</translation>
    </message>
    <message id="failure.tlsWrongHost.text">
        <translation>ほかの コンピューターの {答|こた}えが {来|き}ました。
まだ {何|なに}も {送|おく}って いません。</translation>
    </message>
    <message id="failure.tlsWrongHost.remedy">
        <translation>サインインが {必要|ひつ.よう}な Wi-Fiでは、{先|さき}に ブラウザーで サインインして ください。
だめな {時|とき}は、ほかの インターネットを {使|つか}って ください。</translation>
    </message>
    <message id="failure.tlsExpired.title">
        <translation>{相手|あい.て}の {証明書|しょう.めい.しょ}の {日|ひ}が ちがいます</translation>
    </message>
    <message id="failure.tlsExpired.text">
        <translation>パソコンの {時計|と.けい}が ちがうかも しれません。
まだ {何|なに}も {送|おく}って いません。</translation>
    </message>
    <message id="failure.tlsExpired.remedy">
        <translation>パソコンの {日|ひ}と {時間|じ.かん}を {確認|かく.にん}して ください。
{正|ただ}しい {時|とき}は、サインインが {必要|ひつ.よう}な Wi-Fiでは、{先|さき}に ブラウザーで サインインして ください。</translation>
    </message>
    <message id="failure.serverBusy.title">
        <translation>システムを {使|つか}う {人|ひと}が {多|おお}いです</translation>
    </message>
    <message id="failure.serverBusy.text">
        <translation>{入|い}れた ことは {消|き}えません。</translation>
    </message>
    <message id="failure.serverBusy.remedy">
        <translation>{少|すこ}し {待|ま}って、もう{一度|いち.ど} して ください。</translation>
    </message>
    <message id="failure.serverError.title">
        <translation>システムに {問題|もん.だい}が あります</translation>
    </message>
    <message id="failure.serverError.text">
        <translation>あなたの まちがいでは ありません。
{入|い}れた ことは {消|き}えません。</translation>
    </message>
    <message id="failure.serverError.remedy">
        <translation>{少|すこ}し {待|ま}って、もう{一度|いち.ど} して ください。
だめな {時|とき}は、ヘルプデスクに {聞|き}いて ください。
%helpDesk</translation>
    </message>
    <message id="failure.serverAnswer.title">
        <translation>システムの {答|こた}えが わかりません</translation>
    </message>
    <message id="failure.serverAnswer.text">
        <translation>この プログラムが {古|ふる}いかも しれません。</translation>
    </message>
    <message id="failure.serverAnswer.remedy">
        <translation>この プログラムを {新|あたら}しく して ください。</translation>
    </message>
    <message id="failure.proxyUnusable.title">
        <translation>プロキシを {通|とお}る ことが できません</translation>
    </message>
    <message id="failure.proxyUnusable.text">
        <translation>インターネットに つなぐ ための {設定|せっ.てい}の {問題|もん.だい}です。</translation>
    </message>
    <message id="failure.proxyUnusable.remedy">
        <translation>インターネットの {設定|せっ.てい}を {確認|かく.にん}して ください。
{会社|かい.しゃ}や {学校|がっ.こう}では、ネットワークの {人|ひと}に {聞|き}いて ください。</translation>
    </message>
    <message id="failure.clockWrong.title">
        <translation>パソコンの {時計|と.けい}が {合|あ}って いません</translation>
    </message>
    <message id="failure.clockWrong.text">
        <translation>パソコンの {時計|と.けい}が 1{時間|じ.かん} {以上|い.じょう} ちがいます。</translation>
    </message>
    <message id="failure.clockWrong.remedy">
        <translation>パソコンの {日|ひ}にちと {時間|じ.かん}を {直|なお}して ください。</translation>
    </message>
    <message id="failure.answerLost.title">
        <translation>{答|こた}えが {来|く}る {前|まえ}に、インターネットが {切|き}れました</translation>
    </message>
    <message id="failure.answerLost.text">
        <translation>{送|おく}った ものは、もう {着|つ}いたかも しれません。</translation>
    </message>
    <message id="failure.answerLost.remedy">
        <translation>もう{一度|いち.ど} ボタンを {押|お}して ください。
2つに なりません。</translation>
    </message>
    <message id="failure.networkSignIn.title">
        <translation>インターネットを {使|つか}う {前|まえ}に、サインインが {必要|ひつ.よう}です</translation>
    </message>
    <message id="failure.networkSignIn.text">
        <translation>ホテルや {駅|えき}の Wi-Fiで よく あります。</translation>
    </message>
    <message id="failure.networkSignIn.remedy">
        <translation>ブラウザーで ほかの ページを {開|ひら}いて、サインインして ください。
そして、もう{一度|いち.ど} して ください。</translation>
    </message>
    <message id="failure.nonceExpired.title">
        <translation>{時間|じ.かん}が {過|す}ぎました</translation>
    </message>
    <message id="failure.nonceExpired.text">
        <translation>{時間|じ.かん}が かかりました。まだ {受|う}け{付|つ}けて いません。</translation>
    </message>
    <message id="failure.nonceExpired.remedy">
        <translation>{同|おな}じ ボタンを もう{一度|いち.ど} {押|お}して ください。</translation>
    </message>
    <message id="failure.signatureRefused.title">
        <translation>カードの {署名|しょ.めい}を {確認|かく.にん}できませんでした</translation>
    </message>
    <message id="failure.signatureRefused.text">
        <translation>{送|おく}った ものと {署名|しょ.めい}が ちがいます。</translation>
    </message>
    <message id="failure.signatureRefused.remedy">
        <translation>もう{一度|いち.ど} して ください。
だめな {時|とき}は、ヘルプデスクに {聞|き}いて ください。
%helpDesk</translation>
    </message>
    <message id="failure.certificateRefused.title">
        <translation>カードの {電子証明書|でん.し.しょう.めい.しょ}を {確認|かく.にん}できませんでした</translation>
    </message>
    <message id="failure.certificateRefused.text">
        <translation>カードの {電子証明書|でん.し.しょう.めい.しょ}が {正|ただ}しいか、わかりません。</translation>
    </message>
    <message id="failure.certificateRefused.remedy">
        <translation>カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{電子証明書|でん.し.しょう.めい.しょ}の {確認|かく.にん}を おねがいします。」</translation>
    </message>
    <message id="failure.certificateNotYetValidAtServer.title">
        <translation>カードの {電子証明書|でん.し.しょう.めい.しょ}は まだ {使|つか}えません</translation>
    </message>
    <message id="failure.certificateNotYetValidAtServer.text">
        <translation>{電子証明書|でん.し.しょう.めい.しょ}を {使|つか}う ことが できる {日|ひ}が まだ {来|き}て いません。</translation>
    </message>
    <message id="failure.certificateNotYetValidAtServer.remedy">
        <translation>{少|すこ}し {待|ま}って、もう{一度|いち.ど} して ください。
{同|おな}じ ときは、カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{電子証明書|でん.し.しょう.めい.しょ}の {確認|かく.にん}を おねがいします。」</translation>
    </message>
    <message id="failure.loginRefused.title">
        <translation>{認証|にん.しょう}IDか パスワードが ちがいます</translation>
    </message>
    <message id="failure.loginRefused.text">
        <translation>どちらが ちがうかは {言|い}う ことが できません。</translation>
    </message>
    <message id="failure.loginRefused.remedy">
        <translation>{認証|にん.しょう}IDを メールと {比|くら}べて ください。
パスワードの {大|おお}きい {文字|も.じ}と {小|ちい}さい {文字|も.じ}を {見|み}て ください。
そして、もう{一度|いち.ど} {入|い}れて ください。
5{回|かい} まちがえると、24{時間|じ.かん} ログインが できません。</translation>
    </message>
    <message id="failure.accountLocked.title">
        <translation>{今|いま} ログインが できません</translation>
    </message>
    <message id="failure.accountLocked.text">
        <translation>ログインを {何回|なん.かい}も まちがえました。
24{時間|じ.かん} {待|ま}つと、ログインが できます。</translation>
    </message>
    <message id="failure.accountLocked.remedy">
        <translation>24{時間|じ.かん} {待|ま}ってから、もう{一度|いち.ど} ログインして ください。
{急|いそ}ぐ {時|とき}は、「パスワードを {忘|わす}れた {時|とき}」から メールを もらって ください。{新|あたら}しい パスワードを {決|き}めると、すぐに ログインできます。
{近|ちか}くの {入管|にゅう.かん}に {行|い}っても いいです。</translation>
    </message>
    <message id="failure.accountSuspended.title">
        <translation>この {認証|にん.しょう}IDは {今|いま} {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.accountSuspended.text">
        <translation>この {認証|にん.しょう}IDは {止|と}まって います。</translation>
    </message>
    <message id="failure.accountSuspended.remedy">
        <translation>ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="failure.accountDeleted.title">
        <translation>この {認証|にん.しょう}IDは もう ありません</translation>
    </message>
    <message id="failure.accountDeleted.text">
        <translation>この {認証|にん.しょう}IDは {消|け}して あります。</translation>
    </message>
    <message id="failure.accountDeleted.remedy">
        <translation>ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="failure.accountExpired.title">
        <translation>{使|つか}う ことが できる {時間|じ.かん}が {終|お}わりました</translation>
    </message>
    <message id="failure.accountExpired.text">
        <translation>{弁護士|べん.ご.し}・{行政書士|ぎょう.せい.しょ.し}の {人|ひと}は、{届出済証明書|とどけ.で.ずみ.しょう.めい.しょ}の {期限|き.げん}を {見|み}て ください。</translation>
    </message>
    <message id="failure.accountExpired.remedy">
        <translation>{届出済証明書|とどけ.で.ずみ.しょう.めい.しょ}を {新|あたら}しく して ください。
それから、ヘルプデスクに {電話|でん.わ}して ください。また ログインできます。
%helpDesk</translation>
    </message>
    <message id="failure.accountInvalid.title">
        <translation>この {認証|にん.しょう}IDは {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.accountInvalid.text">
        <translation>{登録|とう.ろく}した {情報|じょう.ほう}が {使|つか}えません。</translation>
    </message>
    <message id="failure.accountInvalid.remedy">
        <translation>ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="failure.passwordExpired.title">
        <translation>パスワードの {期限|き.げん}が {終|お}わりました</translation>
    </message>
    <message id="failure.passwordExpired.text">
        <translation>パスワードは 1{年|ねん} {使|つか}う ことが できます。</translation>
    </message>
    <message id="failure.passwordExpired.remedy">
        <translation>「{新|あたら}しい パスワードを {決|き}める」を {押|お}して ください。</translation>
    </message>
    <message id="failure.cardNeeded.title">
        <translation>この {認証|にん.しょう}IDでは、パスワードで ログインが できません</translation>
    </message>
    <message id="failure.cardNeeded.text">
        <translation>マイナンバーカードで {登録|とう.ろく}した {人|ひと}は、マイナンバーカードで ログインします。{申請|しん.せい}が {終|お}わる {前|まえ}に カードの {電子証明書|でん.し.しょう.めい.しょ}が {古|ふる}く なった ときだけ、パスワードで ログインできます。</translation>
    </message>
    <message id="failure.cardNeeded.remedy">
        <translation>{最初|さい.しょ}の ページに {戻|もど}って ください。ログインの「{外国人|がい.こく.じん}・その {家族|か.ぞく}など」を {押|お}して ください。</translation>
    </message>
    <message id="failure.sessionEnded.title">
        <translation>ログアウトしました</translation>
    </message>
    <message id="failure.sessionEnded.text">
        <translation>%1 {何|なに}も しませんでした。または、ログインが {終|お}わりました。</translation>
    </message>
    <message id="failure.sessionEnded.remedy">
        <translation>もう{一度|いち.ど} ログインして ください。
{前|まえ}の {画面|が.めん}に {戻|もど}ります。</translation>
    </message>
    <message id="failure.sessionReplaced.title">
        <translation>ほかの {場所|ば.しょ}で ログインしたので、ログアウトしました</translation>
    </message>
    <message id="failure.sessionReplaced.text">
        <translation>{同|おな}じ {認証|にん.しょう}IDで、ほかの {画面|が.めん}から ログインが ありました。
{使|つか}う ことが できるのは、1つの {画面|が.めん}だけです。</translation>
    </message>
    <message id="failure.sessionReplaced.remedy">
        <translation>{続|つづ}ける {時|とき}は、もう{一度|いち.ど} ログインして ください。
あなたでは ない {時|とき}は、ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="failure.cardNotOfAccount.title">
        <translation>この {認証|にん.しょう}IDと カードでは ログインできません</translation>
    </message>
    <message id="failure.cardNotOfAccount.text">
        <translation>{認証|にん.しょう}IDが ちがいます。または、{登録|とう.ろく}した {時|とき}の カードでは ありません。</translation>
    </message>
    <message id="failure.cardNotOfAccount.remedy">
        <translation>{認証|にん.しょう}IDを メールと {比|くら}べて ください。
カードが {新|あたら}しく なった {人|ひと}は「カードが {新|あたら}しく なりました」を {押|お}して ください。</translation>
    </message>
    <message id="failure.linkUnknown.title">
        <translation>この リンクは {使|つか}えません</translation>
    </message>
    <message id="failure.linkUnknown.text">
        <translation>リンクの {全部|ぜん.ぶ}では ない かも しれません。{登録|とう.ろく}が {消|き}えた かも しれません。</translation>
    </message>
    <message id="failure.linkUnknown.remedy">
        <translation>メールの リンクを {全部|ぜん.ぶ} コピーして ください。
まだ {使|つか}えない {時|とき}は、ログインの ページから メールを {送|おく}って ください。</translation>
    </message>
    <message id="failure.linkExpired.title">
        <translation>リンクの {期限|き.げん}が {終|お}わりました</translation>
    </message>
    <message id="failure.linkExpired.text">
        <translation>リンクは 24{時間|じ.かん} {使|つか}う ことが できます。</translation>
    </message>
    <message id="failure.linkExpired.remedy">
        <translation>「{新|あたら}しい リンクを もらう」を {押|お}して ください。</translation>
    </message>
    <message id="failure.linkUsed.title">
        <translation>この リンクは、もう {使|つか}いました</translation>
    </message>
    <message id="failure.linkUsed.text">
        <translation>リンクは 1{回|かい}だけ {使|つか}う ことが できます。</translation>
    </message>
    <message id="failure.linkUsed.remedy">
        <translation>{決|き}めた パスワードで ログインして ください。
わからない {時|とき}は、「{新|あたら}しい リンクを もらう」を {押|お}して ください。</translation>
    </message>
    <message id="failure.draftChanged.title">
        <translation>ほかの ところで {下書|した.が}きが {変|か}わりました</translation>
    </message>
    <message id="failure.draftChanged.text">
        <translation>ほかの {画面|が.めん}か ほかの パソコンで、{同|おな}じ {下書|した.が}きを {保存|ほ.ぞん}しました。</translation>
    </message>
    <message id="failure.draftChanged.remedy">
        <translation>どちらを {続|つづ}けるか {選|えら}んで ください。どちらも {残|のこ}ります。</translation>
    </message>
    <message id="failure.tooManyDrafts.title">
        <translation>{下書|した.が}きが {多|おお}いです</translation>
    </message>
    <message id="failure.tooManyDrafts.text">
        <translation>{保存|ほ.ぞん}できる {下書|した.が}きの {数|かず}が いっぱいです。</translation>
    </message>
    <message id="failure.tooManyDrafts.remedy">
        <translation>{使|つか}わない {下書|した.が}きを {消|け}して ください。</translation>
    </message>
    <message id="failure.fileRefused.title">
        <translation>この ファイルは {使|つか}えません</translation>
    </message>
    <message id="failure.fileRefused.text">
        <translation>ファイルの {中|なか}に {問題|もん.だい}が あります。</translation>
    </message>
    <message id="failure.fileRefused.remedy">
        <translation>ほかの ファイルを {選|えら}んで ください。</translation>
    </message>
    <message id="failure.applicationNotYours.title">
        <translation>この {申請|しん.せい}は できません</translation>
    </message>
    <message id="failure.applicationNotYours.text">
        <translation>あなたの {登録|とう.ろく}では、この {人|ひと}の この {申請|しん.せい}が できません。</translation>
    </message>
    <message id="failure.applicationNotYours.remedy">
        <translation>{本人|ほん.にん}か {法定代理人|ほう.てい.だい.り.にん}が {申請|しん.せい}して ください。{弁護士|べん.ご.し}か {行政書士|ぎょう.せい.しょ.し}に {頼|たの}むことも できます。</translation>
    </message>
    <message id="failure.windowClosed.title">
        <translation>{今|いま}は インターネットで {申請|しん.せい}できません</translation>
    </message>
    <message id="failure.windowClosed.text">
        <translation>{申請|しん.せい}できる {期間|き.かん}では ありません。</translation>
    </message>
    <message id="failure.windowClosed.remedy">
        <translation>まだ {早|はや}い {時|とき}は、{申請|しん.せい}できる {日|ひ}まで {待|ま}って ください。{期間|き.かん}が {過|す}ぎて いる {時|とき}は、{今日|きょう}、{近|ちか}くの {入管|にゅう.かん}に {行|い}って ください。{入管|にゅう.かん}が {休|やす}みの {時|とき}は、{次|つぎ}に {開|あ}く {日|ひ}に {行|い}って ください。</translation>
    </message>
    <message id="failure.alreadyFiled.title">
        <translation>{同|おな}じ {申請|しん.せい}が もう あります</translation>
    </message>
    <message id="failure.alreadyFiled.text">
        <translation>この {人|ひと}の {同|おな}じ {申請|しん.せい}は、もう {送|おく}って あります。</translation>
    </message>
    <message id="failure.alreadyFiled.remedy">
        <translation>{一覧|いち.らん}を {見|み}て ください。もう{一度|いち.ど} {申請|しん.せい}する {必要|ひつ.よう}が ある {時|とき}だけ、{続|つづ}けて ください。</translation>
    </message>
    <message id="failure.notNow.title">
        <translation>{今|いま}は できません</translation>
    </message>
    <message id="failure.notNow.text">
        <translation>{申請|しん.せい}の {状態|じょう.たい}が {変|か}わりました。</translation>
    </message>
    <message id="failure.notNow.remedy">
        <translation>{一覧|いち.らん}で {今|いま}の {状態|じょう.たい}を {見|み}て ください。</translation>
    </message>
    <message id="failure.draftGone.title">
        <translation>この {下書|した.が}きは もう ありません</translation>
    </message>
    <message id="failure.draftGone.text">
        <translation>もう {送|おく}ったか、{消|け}したか、{期間|き.かん}が {終|お}わりました。</translation>
    </message>
    <message id="failure.draftGone.remedy">
        <translation>{一覧|いち.らん}に {戻|もど}って ください。</translation>
    </message>
    <message id="failure.signedByAnother.title">
        <translation>この カードは あなたの カードでは ありません</translation>
    </message>
    <message id="failure.signedByAnother.text">
        <translation>{署名|しょ.めい}した カードは、この アカウントの {人|ひと}の カードでは ありません。または、{名前|な.まえ}が {変|か}わって います。</translation>
    </message>
    <message id="failure.signedByAnother.remedy">
        <translation>{自分|じ.ぶん}の カードを {置|お}いて、もう{一度|いち.ど} {署名|しょ.めい}して ください。
{名前|な.まえ}が {変|か}わった {人|ひと}は、この カードで もう{一度|いち.ど} {登録|とう.ろく}して ください。「もう {登録|とう.ろく}して あります」と {出|で}ます。その あと、{署名|しょ.めい}できます。
わからない {時|とき}は、ヘルプデスクに {電話|でん.わ}して ください。
%helpDesk</translation>
    </message>
    <message id="failure.certificateExpiredAtServer.title">
        <translation>カードの {電子証明書|でん.し.しょう.めい.しょ}が {古|ふる}いです</translation>
    </message>
    <message id="failure.certificateExpiredAtServer.text">
        <translation>{電子証明書|でん.し.しょう.めい.しょ}を {使|つか}う ことが できる {日|ひ}が {終|お}わりました。</translation>
    </message>
    <message id="failure.certificateExpiredAtServer.remedy">
        <translation>マイナンバーカードと {在留|ざい.りゅう}カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{電子証明書|でん.し.しょう.めい.しょ}の {更新|こう.しん}を おねがいします。」</translation>
    </message>
    <message id="failure.certificateRevoked.title">
        <translation>カードの {電子証明書|でん.し.しょう.めい.しょ}を {使|つか}う ことが できません</translation>
    </message>
    <message id="failure.certificateRevoked.text">
        <translation>{住所|じゅう.しょ}か {名前|な.まえ}が {変|か}わると、{電子証明書|でん.し.しょう.めい.しょ}を {使|つか}う ことが できません。</translation>
    </message>
    <message id="failure.certificateRevoked.remedy">
        <translation>カードを {持|も}って、{市役所|し.やく.しょ}に {行|い}きます。
{窓口|まど.ぐち}で この {文|ぶん}を {言|い}うか、{見|み}せて ください：
「{署名用電子証明書|しょ.めい.よう.でん.し.しょう.めい.しょ}の {発行|はっ.こう}を おねがいします。」</translation>
    </message>
    <message id="failure.formRefused.title">
        <translation>まちがいが あります</translation>
    </message>
    <message id="failure.formRefused.text">
        <translation>「！」が ある ところを {見|み}て ください。</translation>
    </message>
    <message id="failure.formRefused.remedy">
        <translation>{直|なお}して、もう{一度|いち.ど}「{確認|かく.にん}へ」を {押|お}して ください。</translation>
    </message>
    <message id="failure.certificateMismatch.title">
        <translation>{入|い}れた ことと カードが ちがいます</translation>
    </message>
    <message id="failure.certificateMismatch.text">
        <translation>{安全|あん.ぜん}の ために、どこが ちがうか {言|い}いません。
{全部|ぜん.ぶ}に「！」が あります。</translation>
    </message>
    <message id="failure.certificateMismatch.remedy">
        <translation>カードを {見|み}て、{名前|な.まえ}と {生|う}まれた {日|ひ}と {住所|じゅう.しょ}を {直|なお}して ください。</translation>
    </message>
    <message id="failure.alreadyRegistered.title">
        <translation>もう {登録|とう.ろく}して あります</translation>
    </message>
    <message id="failure.alreadyRegistered.text">
        <translation>1{枚|まい}の カードで 1{回|かい} {登録|とう.ろく}します。</translation>
    </message>
    <message id="failure.alreadyRegistered.remedy">
        <translation>{前|まえ}に {来|き}た メールの {認証|にん.しょう}IDを {見|み}て ください。
メールアドレスが まちがって いた ときは、メールアドレスを {直|なお}して、もう{一度|いち.ど} {登録|とう.ろく}して ください。もう カードで ログインした {人|ひと}は、ログインして、メールアドレスを {変|か}えて ください。
メールが ない ときは、{入管|にゅう.かん}に「{在留申請|ざい.りゅう.しん.せい}オンラインシステム{認証|にん.しょう}ID・パスワード{確認等申出書|かく.にん.とう.もうし.で.しょ}」を {出|だ}して ください。</translation>
    </message>
    <message id="failure.requestTooLarge.title">
        <translation>{送|おく}る ものが {大|おお}きいです</translation>
    </message>
    <message id="failure.requestTooLarge.text">
        <translation>システムに {入|はい}りません。</translation>
    </message>
    <message id="failure.requestTooLarge.remedy">
        <translation>{住所|じゅう.しょ}を {短|みじか}く して ください。</translation>
    </message>
    <message id="failure.termsOutdated.title">
        <translation>{利用規約|り.よう.き.やく}が {新|あたら}しく なりました</translation>
    </message>
    <message id="failure.termsOutdated.text">
        <translation>あなたが {読|よ}んだ ものは {古|ふる}いです。</translation>
    </message>
    <message id="failure.termsOutdated.remedy">
        <translation>この プログラムを {新|あたら}しく して ください。
もう{一度|いち.ど} {利用規約|り.よう.き.やく}を {読|よ}んで ください。</translation>
    </message>
    <message id="failure.clientTooOld.title">
        <translation>この プログラムは {古|ふる}いです</translation>
    </message>
    <message id="failure.clientTooOld.text">
        <translation>システムは もっと {新|あたら}しい プログラムだけを {受|う}けつけます。</translation>
    </message>
    <message id="failure.clientTooOld.remedy">
        <translation>この プログラムを {新|あたら}しく して ください。</translation>
    </message>
    <message id="selfCheck.open">
        <translation>この パソコンを {調|しら}べる</translation>
    </message>
    <message id="selfCheck.title">
        <translation>この パソコンを {調|しら}べる</translation>
    </message>
    <message id="selfCheck.intro">
        <translation>カードリーダーと カードと インターネットを {調|しら}べます。
パスワードは {使|つか}いません。</translation>
    </message>
    <message id="selfCheck.forHelpDesk">
        <translation>{聞|き}く ところの {人|ひと}に {見|み}せる こと</translation>
    </message>
    <message id="selfCheck.private">
        <translation>この {結果|けっ.か}に あなたの {名前|な.まえ}や {住所|じゅう.しょ}は ありません。
ヘルプデスクに {送|おく}る ことが できます。
%helpDesk</translation>
    </message>
    <message id="selfCheck.running">
        <translation>{調|しら}べて います…</translation>
    </message>
    <message id="selfCheck.whole.good">
        <translation>{問題|もん.だい}は ありません</translation>
    </message>
    <message id="selfCheck.whole.notice">
        <translation>{使|つか}う ことが できます。でも、{読|よ}んで ほしい ことが あります</translation>
    </message>
    <message id="selfCheck.whole.bad">
        <translation>{問題|もん.だい}が あります</translation>
    </message>
    <message id="selfCheck.again">
        <translation>もう{一度|いち.ど} {調|しら}べる</translation>
    </message>
    <message id="selfCheck.copy">
        <translation>{結果|けっ.か}を コピーする</translation>
    </message>
    <message id="selfCheck.save">
        <translation>{結果|けっ.か}を ファイルに {保存|ほ.ぞん}する</translation>
    </message>
    <message id="selfCheck.file">
        <translation>madoguchi-{結果|けっ.か}.txt</translation>
    </message>
    <message id="selfCheck.copied">
        <translation>{結果|けっ.か}を コピーしました。</translation>
    </message>
    <message id="selfCheck.close">
        <translation>{前|まえ}の ページに もどる</translation>
    </message>
    <message id="selfCheck.whatToDo">
        <translation>{何|なに}を しますか：</translation>
    </message>
    <message id="selfCheck.notChecked">
        <translation>まだ わかりません。</translation>
    </message>
    <message id="selfCheck.verdict.good">
        <translation>{大丈夫|だい.じょう.ぶ}</translation>
    </message>
    <message id="selfCheck.verdict.notice">
        <translation>{注意|ちゅう.い}</translation>
    </message>
    <message id="selfCheck.verdict.bad">
        <translation>{問題|もん.だい}</translation>
    </message>
    <message id="selfCheck.verdict.notChecked">
        <translation>まだ</translation>
    </message>
    <message id="selfCheck.session.title">
        <translation>{使|つか}って いる {場所|ば.しょ}</translation>
    </message>
    <message id="selfCheck.session.good">
        <translation>この パソコンの {前|まえ}で {使|つか}って います。</translation>
    </message>
    <message id="selfCheck.memory.title">
        <translation>パスワードの ための メモリー</translation>
    </message>
    <message id="selfCheck.memory.good">
        <translation>パスワードは {安全|あん.ぜん}です。</translation>
    </message>
    <message id="selfCheck.service.title">
        <translation>カードを {使|つか}う プログラム</translation>
    </message>
    <message id="selfCheck.service.good">
        <translation>{動|うご}いて います。</translation>
    </message>
    <message id="selfCheck.readers.title">
        <translation>カードリーダー</translation>
    </message>
    <message id="selfCheck.readers.good">
        <translation>カードリーダーを {使|つか}う ことが できます。</translation>
    </message>
    <message id="selfCheck.card.title">
        <translation>カード</translation>
    </message>
    <message id="selfCheck.card.good">
        <translation>マイナンバーカードです。</translation>
    </message>
    <message id="selfCheck.certificates.title">
        <translation>{電子証明書|でん.し.しょう.めい.しょ}</translation>
    </message>
    <message id="selfCheck.certificates.good">
        <translation>2つの {電子証明書|でん.し.しょう.めい.しょ}が あります。</translation>
    </message>
    <message id="selfCheck.tries.title">
        <translation>パスワードを {入|い}れる ことが できる {回数|かい.すう}</translation>
    </message>
    <message id="selfCheck.tries.good">
        <translation>{回数|かい.すう}は {減|へ}って いません。</translation>
    </message>
    <message id="selfCheck.tries.notice">
        <translation>{回数|かい.すう}が {減|へ}って います。
{正|ただ}しい パスワードを {入|い}れると、{元|もと}に もどります。</translation>
    </message>
    <message id="selfCheck.proxy.title">
        <translation>プロキシ</translation>
    </message>
    <message id="selfCheck.proxy.good">
        <translation>プロキシの {問題|もん.だい}は ありません。</translation>
    </message>
    <message id="selfCheck.network.title">
        <translation>システムとの {通信|つう.しん}</translation>
    </message>
    <message id="selfCheck.network.good">
        <translation>つながりました。</translation>
    </message>
    <message id="selfCheck.network.notice">
        <translation>つながる ところが ありません。</translation>
    </message>
    <message id="selfCheck.tls.title">
        <translation>システムの {証明書|しょう.めい.しょ}</translation>
    </message>
    <message id="selfCheck.tls.good">
        <translation>システムは {本物|ほん.もの}です。</translation>
    </message>
    <message id="selfCheck.trustAnchors.title">
        <translation>{信頼|しん.らい}する {認証局|にん.しょう.きょく}</translation>
    </message>
    <message id="selfCheck.trustAnchors.good">
        <translation>{認証局|にん.しょう.きょく}の {証明書|しょう.めい.しょ}が あります。</translation>
    </message>
    <message id="selfCheck.clock.title">
        <translation>{時計|と.けい}</translation>
    </message>
    <message id="selfCheck.clock.good">
        <translation>{合|あ}って います。</translation>
    </message>
    <message id="selfCheck.clock.notice">
        <translation>{少|すこ}し ずれて います。</translation>
    </message>
    <message id="selfCheck.fonts.title">
        <translation>{日本語|に.ほん.ご}の {文字|も.じ}</translation>
    </message>
    <message id="selfCheck.fonts.good">
        <translation>{日本語|に.ほん.ご}の {文字|も.じ}を {見|み}る ことが できます。</translation>
    </message>
    <message id="selfCheck.fonts.notice">
        <translation>There is no font with Japanese. Install one, for example: apt install fonts-noto-cjk</translation>
    </message>
    <message id="selfCheck.fonts.notice.windows">
        <translation>There is no font with Japanese. Add one in the Settings of Windows: “Optional features”, “Japanese Supplemental Fonts”</translation>
    </message>
    <message id="selfCheck.detail.sandbox">
        <translation>プログラムの {入|い}れ{方|かた}</translation>
    </message>
    <message id="selfCheck.detail.remote">
        <translation>{遠|とお}くから {使|つか}って いる</translation>
    </message>
    <message id="selfCheck.detail.protocolVersion">
        <translation>バージョン</translation>
    </message>
    <message id="selfCheck.detail.reader">
        <translation>リーダー</translation>
    </message>
    <message id="selfCheck.detail.wanted">
        <translation>{使|つか}う ことに なって いる リーダー</translation>
    </message>
    <message id="selfCheck.detail.withoutDriver">
        <translation>{使|つか}う ことが できない リーダー</translation>
    </message>
    <message id="selfCheck.detail.driver">
        <translation>{入|い}れる ドライバー</translation>
    </message>
    <message id="selfCheck.detail.noDriver">
        <translation>この パソコンの ドライバーは ありません</translation>
    </message>
    <message id="selfCheck.detail.noDriver.windows">
        <translation>Windowsに ドライバーが ありません。{作|つく}った {会社|かい.しゃ}の ものを {入|い}れて ください</translation>
    </message>
    <message id="selfCheck.detail.kernelDriver">
        <translation>リーダーを {使|つか}って いる ドライバー</translation>
    </message>
    <message id="selfCheck.detail.signing">
        <translation>{署名|しょ.めい}に {使|つか}う {電子証明書|でん.し.しょう.めい.しょ}</translation>
    </message>
    <message id="selfCheck.detail.authentication">
        <translation>ログインに {使|つか}う {電子証明書|でん.し.しょう.めい.しょ}</translation>
    </message>
    <message id="selfCheck.detail.present">
        <translation>あります</translation>
    </message>
    <message id="selfCheck.detail.absent">
        <translation>ありません</translation>
    </message>
    <message id="selfCheck.detail.inDate">
        <translation>まだ {使|つか}えます</translation>
    </message>
    <message id="selfCheck.detail.outOfDate">
        <translation>{使|つか}う ことが できる {日|ひ}が {終|お}わりました</translation>
    </message>
    <message id="selfCheck.detail.password">
        <translation>{署名用|しょ.めい.よう}パスワードの {残|のこ}りの {回数|かい.すう}</translation>
    </message>
    <message id="selfCheck.detail.pin">
        <translation>{暗証番号|あん.しょう.ばん.ごう}の {残|のこ}りの {回数|かい.すう}</translation>
    </message>
    <message id="selfCheck.detail.host">
        <translation>プロキシの {名前|な.まえ}</translation>
    </message>
    <message id="selfCheck.detail.noProxy">
        <translation>プロキシは {使|つか}って いません</translation>
    </message>
    <message id="selfCheck.detail.notUnderstood">
        <translation>わからない {設定|せっ.てい}</translation>
    </message>
    <message id="selfCheck.detail.chain">
        <translation>システムの {証明書|しょう.めい.しょ}</translation>
    </message>
    <message id="selfCheck.detail.anchors.file">
        <translation>{決|き}めた {認証局|にん.しょう.きょく}</translation>
    </message>
    <message id="selfCheck.detail.anchors.system">
        <translation>パソコンの {認証局|にん.しょう.きょく}を {使|つか}って います</translation>
    </message>
    <message id="selfCheck.detail.used">
        <translation>{使|つか}った {認証局|にん.しょう.きょく}</translation>
    </message>
    <message id="selfCheck.detail.secondsAhead">
        <translation>{時計|と.けい}の {進|すす}み（{秒|びょう}）</translation>
    </message>
    <message id="field.optional">
        <translation>{入|い}れなくても いいです</translation>
    </message>
    <message id="date.partUnknown">
        <translation>わからない ところが あります（{空|あ}けて おきます）</translation>
    </message>
    <message id="date.unknown">
        <translation>わかりません</translation>
    </message>
    <message id="date.yearOnly">
        <translation>%year{年|ねん}</translation>
    </message>
    <message id="date.yearMonth">
        <translation>%year{年|ねん}%month{月|がつ}</translation>
    </message>
    <message id="form.progress">
        <translation>ぜんぶで %2ページ。いまは %1ページです。</translation>
    </message>
    <message id="form.next">
        <translation>{次|つぎ}へ</translation>
    </message>
    <message id="list.colon">
        <translation>：</translation>
    </message>
    <message id="list.comma">
        <translation>、</translation>
    </message>
    <message id="form.back">
        <translation>{前|まえ}へ</translation>
    </message>
    <message id="form.errors">
        <translation>{直|なお}す ところが あります</translation>
    </message>
    <message id="form.errors.remedy">
        <translation>{下|した}の ことばを {押|お}すと、その ところへ {行|い}きます。</translation>
    </message>
    <message id="form.warnings">
        <translation>もう{一度|いち.ど} {見|み}て ください</translation>
    </message>
    <message id="form.warnings.remedy">
        <translation>この まま {次|つぎ}へ {行|い}く ことも できます。</translation>
    </message>
    <message id="form.warning">
        <translation>{確認|かく.にん}（このままでも いいです）：%1</translation>
    </message>
    <message id="form.notice">
        <translation>お{知|し}らせ：%1</translation>
    </message>
    <message id="form.named">
        <translation>%1：%2</translation>
    </message>
    <message id="form.ofRow">
        <translation>%1：%2</translation>
    </message>
    <message id="form.appeared">
        <translation>{入|い}れる ところが ふえました：%1</translation>
    </message>
    <message id="form.characters">
        <translation>%1{文字|も.じ}（%2{文字|も.じ}まで）</translation>
    </message>
    <message id="form.search">
        <translation>{名前|な.まえ}を {入|い}れて {探|さが}す</translation>
    </message>
    <message id="form.search.nothing">
        <translation>{見|み}つかりません。ほかの {書|か}き{方|かた}で {探|さが}して ください。</translation>
    </message>
    <message id="form.file.limits">
        <translation>%1、%2まで</translation>
    </message>
    <message id="form.file.choose">
        <translation>ファイルを {選|えら}ぶ</translation>
    </message>
    <message id="form.file.other">
        <translation>ほかの ファイルを {選|えら}ぶ</translation>
    </message>
    <message id="form.file.remove">
        <translation>ファイルを {外|はず}す</translation>
    </message>
    <message id="group.remove">
        <translation>{消|け}す</translation>
    </message>
    <message id="group.remove.named">
        <translation>%1を {消|け}す</translation>
    </message>
    <message id="group.removed">
        <translation>{消|け}しました</translation>
    </message>
    <message id="group.undo">
        <translation>{元|もと}に {戻|もど}す</translation>
    </message>
    <message id="group.undo.named">
        <translation>%1を {元|もと}に {戻|もど}す</translation>
    </message>
    <message id="group.full">
        <translation>%1{個|こ}まで {入|い}れる ことが できます。</translation>
    </message>
    <message id="review.nothing">
        <translation>{入|い}れて いません</translation>
    </message>
    <message id="value.yesNo.yes">
        <translation>はい</translation>
    </message>
    <message id="value.yesNo.no">
        <translation>いいえ</translation>
    </message>
    <message id="offer.take">
        <translation>「%1」に する</translation>
    </message>
    <message id="offer.keep">
        <translation>この ままに する</translation>
    </message>
    <message id="offer.email.title">
        <translation>%1 は {正|ただ}しいですか</translation>
    </message>
    <message id="offer.email.text">
        <translation>まちがいかも しれません。もう{一度|いち.ど} {見|み}て ください。</translation>
    </message>
    <message id="offer.email.noSuchEnding">
        <translation>{最後|さい.ご}の ところが {変|へん}です。もう{一度|いち.ど} {見|み}て ください。</translation>
    </message>
    <message id="offer.name.title">
        <translation>パスポートと {同|おな}じ {名前|な.まえ}を {選|えら}んで ください</translation>
    </message>
    <message id="offer.name.text">
        <translation>この {名前|な.まえ}の {文字|も.じ}には、{書|か}き{方|かた}が いくつか あります。パスポートの {写真|しゃ.しん}の ページの いちばん {下|した}を {見|み}て ください。{在留|ざい.りゅう}カードにも あります。</translation>
    </message>
    <message id="cause.external">
        <translation>「%1」は、ここで {使|つか}う ことが できない {文字|も.じ}です。{別|べつ}の {文字|も.じ}を {入|い}れて ください。</translation>
    </message>
    <message id="cause.invisible">
        <translation>{見|み}えない {文字|も.じ}（%1）が あります。{消|け}して ください。</translation>
    </message>
    <message id="cause.wrongAlphabet">
        <translation>ここで {使|つか}う ことが できない {文字|も.じ}が あります。</translation>
    </message>
    <message id="cause.severalSpellings">
        <translation>パスポートで {書|か}き{方|かた}が いくつか ある {文字|も.じ}が あります。</translation>
    </message>
    <message id="cause.tooLong">
        <translation>%1{文字|も.じ} あります。%2{文字|も.じ}までに して ください。</translation>
    </message>
    <message id="cause.tooShort">
        <translation>{文字|も.じ}が {足|た}りません。</translation>
    </message>
    <message id="cause.foreignNumber">
        <translation>{外国|がい.こく}の {電話番号|でん.わ.ばん.ごう}です。{日本|に.ほん}の {電話番号|でん.わ.ばん.ごう}を {入|い}れて ください。</translation>
    </message>
    <message id="cause.noLeadingZero">
        <translation>{日本|に.ほん}の {電話番号|でん.わ.ばん.ごう}は 0から {始|はじ}まります。</translation>
    </message>
    <message id="cause.undialable">
        <translation>この {電話番号|でん.わ.ばん.ごう}は ありません。</translation>
    </message>
    <message id="cause.noAt">
        <translation>「@」が ありません。</translation>
    </message>
    <message id="cause.noHost">
        <translation>「@」の {後|あと}が {変|へん}です。</translation>
    </message>
    <message id="cause.twoDigitYear">
        <translation>{年|とし}は 4けたの {数字|すう.じ}で {入|い}れて ください。</translation>
    </message>
    <message id="cause.japaneseEra">
        <translation>{昭和|しょう.わ}、{平成|へい.せい}、{令和|れい.わ}の {年|とし}では ありません。{西暦|せい.れき}の {年|とし}を {入|い}れて ください。</translation>
    </message>
    <message id="cause.yearNotFirst">
        <translation>{年|とし}、{月|つき}、{日|ひ}の じゅんに {入|い}れて ください。</translation>
    </message>
    <message id="cause.incompleteDate">
        <translation>{空|あ}いて いる ところが あります。</translation>
    </message>
    <message id="cause.incompletePartialDate">
        <translation>{空|あ}いて いる ところが あります。わからない ときは、「わからない ところが あります」に チェックを して ください。</translation>
    </message>
    <message id="cause.notYet">
        <translation>まだ {来|き}て いない {日|ひ}です。</translation>
    </message>
    <message id="cause.tooEarly">
        <translation>{昔|むかし}すぎる {日|ひ}です。</translation>
    </message>
    <message id="cause.yearFarOff">
        <translation>{年|とし}を {確認|かく.にん}して ください。{今年|ことし}は {西暦|せい.れき}%1{年|ねん}です。</translation>
    </message>
    <message id="form.search.count" numerus="yes">
        <translation>
            <numerusform>%nこ {見|み}つかりました</numerusform>
        </translation>
    </message>
    <message id="keyboard.writings">
        <translation>ひらがなを {打|う}つと、{漢字|かん.じ}が ここに {出|で}ます。</translation>
    </message>
    <message id="keyboard.asItIs">
        <translation>かなのまま</translation>
    </message>
    <message id="keyboard.otherWritings">
        <translation>ほか</translation>
    </message>
    <message id="keyboard.space">
        <translation>{空白|くう.はく}</translation>
    </message>
    <message id="keyboard.left">
        <translation>{左|ひだり}へ</translation>
    </message>
    <message id="keyboard.right">
        <translation>{右|みぎ}へ</translation>
    </message>
    <message id="keyboard.erase">
        <translation>{消|け}す</translation>
    </message>
    <message id="keyboard.next">
        <translation>{次|つぎ}の {所|ところ}</translation>
    </message>
    <message id="kiosk.start.begin">
        <translation>はじめる</translation>
    </message>
    <message id="kiosk.start.text">
        <translation>{在留|ざい.りゅう}の {申請|しん.せい}を インターネットで します。{登録|とう.ろく}も できます。</translation>
    </message>
    <message id="kiosk.start.card">
        <translation>マイナンバーカードを {用意|よう.い}して ください。</translation>
    </message>
    <message id="kiosk.ended.title">
        <translation>{終|お}わりました。</translation>
    </message>
    <message id="kiosk.ended.text">
        <translation>この {機械|き.かい}に あなたの {情報|じょう.ほう}は {残|のこ}って いません。カードと {紙|かみ}を {忘|わす}れないで ください。</translation>
    </message>
    <message id="kiosk.fault.title">
        <translation>{機械|き.かい}に {問題|もん.だい}が ありました。{終|お}わりました。</translation>
    </message>
    <message id="kiosk.fault.text">
        <translation>この {機械|き.かい}に あなたの {情報|じょう.ほう}は {残|のこ}って いません。ログインして {書|か}いた {申請|しん.せい}は、{保存|ほ.ぞん}した ところから {続|つづ}ける ことが できます。カードを {忘|わす}れないで ください。もう {一度|いち.ど} はじめて ください。</translation>
    </message>
    <message id="visit.foot">
        <translation>みんなが {使|つか}う {機械|き.かい}です。{終|お}わったら「{終|お}わる」を {押|お}して ください。</translation>
    </message>
    <message id="visit.end">
        <translation>{終|お}わる</translation>
    </message>
    <message id="visit.goOn">
        <translation>{続|つづ}ける</translation>
    </message>
    <message id="visit.idle.title">
        <translation>まだ {使|つか}いますか。</translation>
    </message>
    <message id="visit.idle.text">
        <translation>{続|つづ}ける ときは、{画面|が.めん}を {触|さわ}って ください。{終|お}わる ときは、{画面|が.めん}を {触|さわ}ります。それから {下|した}の「{終|お}わる」を {押|お}して ください。</translation>
    </message>
    <message id="visit.cardTaken.title">
        <translation>カードを {取|と}りました。{終|お}わりますか。</translation>
    </message>
    <message id="visit.cardTaken.text">
        <translation>{続|つづ}ける ときは、「{続|つづ}ける」を {押|お}して ください。カードを {置|お}くだけでは {続|つづ}きません。</translation>
    </message>
    <message id="visit.end.title">
        <translation>{終|お}わりますか。</translation>
    </message>
    <message id="visit.end.text">
        <translation>{書|か}いた ものと あなたの {情報|じょう.ほう}を、この {機械|き.かい}から {消|け}します。</translation>
    </message>
    <message id="visit.drafts">
        <translation>ログインして {書|か}いた {申請|しん.せい}は、{下書|した.が}きが {残|のこ}ります。あとで {続|つづ}ける ことが できます。</translation>
    </message>
    <message id="visit.ending.title">
        <translation>{終|お}わって います。</translation>
    </message>
    <message id="visit.ending.text">
        <translation>{少|すこ}し {待|ま}って ください。</translation>
    </message>
    <message id="visit.ending.card">
        <translation>カードを {取|と}って ください。</translation>
    </message>
    <message id="staff.title">
        <translation>{職員|しょく.いん}の {画面|が.めん}</translation>
    </message>
    <message id="staff.code">
        <translation>{職員|しょく.いん}の コード</translation>
    </message>
    <message id="staff.open">
        <translation>{開|ひら}く</translation>
    </message>
    <message id="staff.back">
        <translation>{戻|もど}る</translation>
    </message>
    <message id="staff.text">
        <translation>この {画面|が.めん}に、{使|つか}った {人|ひと}の {情報|じょう.ほう}は ありません。</translation>
    </message>
    <message id="staff.restart">
        <translation>もう {一度|いち.ど} {始|はじ}める</translation>
    </message>
    <message id="staff.end">
        <translation>プログラムを {終|お}わる</translation>
    </message>
    <message id="staff.wrong">
        <translation>コードが {違|ちが}います。</translation>
    </message>
    <message id="staff.closed">
        <translation>コードを {何回|なん.かい}も {間違|ま.ちが}えました。5{分|ふん} {待|ま}って、もう {一度|いち.ど} {入|い}れて ください。</translation>
    </message>
    <message id="visit.left" numerus="yes">
        <translation>
            <numerusform>あと %n{秒|びょう}で {終|お}わります。</numerusform>
        </translation>
    </message>
    <message id="print.tooManyPages" numerus="yes">
        <translation>
            <numerusform>{印刷|いん.さつ}が できません。この {機械|き.かい}では、{全部|ぜん.ぶ}で %nページまで {印刷|いん.さつ}できます。もっと {必要|ひつ.よう}な ときは、{窓口|まど.ぐち}の {人|ひと}に {聞|き}いて ください。</numerusform>
        </translation>
    </message>
    <message id="file.notHere.title">
        <translation>この {機械|き.かい}では ファイルを {入|い}れる ことが できません。</translation>
    </message>
    <message id="file.notHere.text">
        <translation>{書|か}いた ものは {下書|した.が}きが {残|のこ}ります。じぶんの パソコンで ログインして ください。そこで ファイルを {入|い}れる ことが できます。</translation>
    </message>
</context>
</TS>
