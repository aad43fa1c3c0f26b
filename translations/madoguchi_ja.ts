<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name></name>
    <message id="language.tag">
        <translation>ja</translation>
    </message>
    <message id="app.title">
        <translation>窓口 - 在留申請オンラインシステムの利用者登録</translation>
    </message>
    <message id="app.name">
        <translation>窓口</translation>
    </message>
    <message id="app.system">
        <translation>在留申請オンラインシステム</translation>
    </message>
    <message id="header.back">
        <translation>戻る</translation>
    </message>
    <message id="header.leave">
        <translation>トップページへ戻る</translation>
    </message>
    <message id="header.user">
        <translation>ユーザ名：%1</translation>
    </message>
    <message id="header.lastLogin">
        <translation>前回ログイン日時：%1</translation>
    </message>
    <message id="header.firstLogin">
        <translation>前回ログイン：なし</translation>
    </message>
    <message id="header.logOut">
        <translation>ログアウト</translation>
    </message>
    <message id="session.endsSoon.title">
        <translation>まもなくログアウトします</translation>
    </message>
    <message id="session.endsSoon.text">
        <translation>しばらく操作がありません。あと2分で、自動でログアウトします。続けるときは、何かキーを押してください（Shiftキーなど）。</translation>
    </message>
    <message id="header.languages">
        <translation>言語</translation>
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
        <translation>文字の大きさ</translation>
    </message>
    <message id="header.textSize.normal">
        <translation>A、普通の文字</translation>
    </message>
    <message id="header.textSize.large">
        <translation>A+、大きい文字</translation>
    </message>
    <message id="header.textSize.largest">
        <translation>A++、いちばん大きい文字</translation>
    </message>
    <message id="setup.title">
        <translation>このパソコンでは、まだ使えません</translation>
    </message>
    <message id="setup.text">
        <translation>このプログラムの設定が済んでいません。パソコンの管理者に、次の文を見せてください。</translation>
    </message>
    <message id="policy.fine">
        <translation>設定に問題はありません。</translation>
    </message>
    <message id="policy.unreadable">
        <translation>この設定ファイルは読めません。ファイルがないか、64 KBより大きくなっています。</translation>
    </message>
    <message id="policy.notUtf8">
        <translation>文字コードがUTF-8ではありません。UTF-8で保存し直してください。</translation>
    </message>
    <message id="policy.notJson">
        <translation>%1行目までで、JSONとして読めないところがあります。</translation>
    </message>
    <message id="policy.notJson.windows">
        <translation>%1行目までで、JSONとして読めないところがあります。パスの \ は、C:\\folder\\file のように二つずつ書いてください。</translation>
    </message>
    <message id="policy.ambiguous">
        <translation>JSONとして一通りに読めません。同じ名前が二つあるか、入れ子が深すぎます。</translation>
    </message>
    <message id="policy.unknownName">
        <translation>この名前の設定はありません。</translation>
    </message>
    <message id="policy.missing">
        <translation>これも必要です。</translation>
    </message>
    <message id="policy.type.text">
        <translation>文字列で書いてください。</translation>
    </message>
    <message id="policy.type.number">
        <translation>整数で書いてください。</translation>
    </message>
    <message id="policy.type.boolean">
        <translation>trueかfalseで書いてください。</translation>
    </message>
    <message id="policy.type.list">
        <translation>配列 [ ] で書いてください。</translation>
    </message>
    <message id="policy.type.object">
        <translation>JSONのオブジェクト（波括弧）で書いてください。</translation>
    </message>
    <message id="policy.notOneOf">
        <translation>次のどれかにしてください: %1</translation>
    </message>
    <message id="policy.wrongForm">
        <translation>この形では使えません。正しい例: %1</translation>
    </message>
    <message id="policy.empty">
        <translation>空にはできません。</translation>
    </message>
    <message id="policy.twice">
        <translation>同じものが前にもあります。</translation>
    </message>
    <message id="policy.outOfRange">
        <translation>次の範囲にしてください（最小, 最大）: %1</translation>
    </message>
    <message id="policy.noFile">
        <translation>このファイルはありません: %1</translation>
    </message>
    <message id="policy.noCertificate">
        <translation>このファイルに証明書（PEM形式）がありません: %1</translation>
    </message>
    <message id="policy.badTerms">
        <translation>利用規約を使えません: %1</translation>
    </message>
    <message id="policy.sampleTerms">
        <translation>利用規約が見本のままです。termsFolderに、運営者の利用規約のフォルダーを書いてください。</translation>
    </message>
    <message id="help.open">
        <translation>ヘルプ・お問い合わせ先</translation>
    </message>
    <message id="help.title">
        <translation>ヘルプ</translation>
    </message>
    <message id="help.desk">
        <translation>お問い合わせ先</translation>
    </message>
    <message id="help.desk.line">
        <translation>ヘルプデスク：%1</translation>
    </message>
    <message id="help.desk.none">
        <translation>このパソコンには、お問い合わせ先が設定されていません。パソコンの管理者に聞いてください。</translation>
    </message>
    <message id="help.desk.say">
        <translation>画面に「コード」が出ているときは、コードもお伝えください。パスワード・暗証番号・マイナンバー（個人番号）は、だれにも伝えないでください。</translation>
    </message>
    <message id="help.guide.chapters">
        <translation>ガイドの目次</translation>
    </message>
    <message id="help.guide.print">
        <translation>ガイドを印刷する</translation>
    </message>
    <message id="help.guide.printed">
        <translation>印刷に送りました</translation>
    </message>
    <message id="help.guide.notPrinted">
        <translation>印刷できませんでした。プリンターを確認してください。</translation>
    </message>
    <message id="help.program">
        <translation>このプログラム</translation>
    </message>
    <message id="help.version">
        <translation>窓口 バージョン%1</translation>
    </message>
    <message id="help.service">
        <translation>接続先：%1</translation>
    </message>
    <message id="help.close">
        <translation>閉じる</translation>
    </message>
    <message id="about.open">
        <translation>このプログラムとライセンスについて</translation>
    </message>
    <message id="about.title">
        <translation>このプログラムについて</translation>
    </message>
    <message id="about.licence">
        <translation>窓口は、%1で公開されている自由なソフトウェアです。使うことも、コピーすることも、変更することもできます。</translation>
    </message>
    <message id="about.source">
        <translation>ソースコード：%1</translation>
    </message>
    <message id="about.others">
        <translation>使っているソフトウェアとデータ</translation>
    </message>
    <message id="about.others.text">
        <translation>ライセンスの全文は、プログラムのパッケージにあります。ライブラリーはこのパソコンのシステムのもので、別のバージョンに入れ替えられます。</translation>
    </message>
    <message id="about.others.text.windows">
        <translation>ライセンスの全文は、プログラムのフォルダーの「licences」にあります。ライブラリー（DLL）はプログラムと同じフォルダーにあり、別のバージョンに入れ替えられます。</translation>
    </message>
    <message id="about.component">
        <translation>ライセンス：%1
著作権：%2
ソース：%3</translation>
    </message>
    <message id="glossary.title">
        <translation>–</translation>
    </message>
    <message id="glossary.words">
        <translation>–</translation>
    </message>
    <message id="leave.title">
        <translation>やめて、トップページへ戻りますか</translation>
    </message>
    <message id="leave.text">
        <translation>まだ保存されていない入力内容は、すべて消えます。カードの内容は変わりません。</translation>
    </message>
    <message id="leave.sending">
        <translation>送信中です。まだ返事が来ていません。今やめると、届かないことがあります。続けて、返事を待ってください。</translation>
    </message>
    <message id="leave.mayHaveArrived">
        <translation>送ったものが届いたかどうか、まだわかりません。続けて返事を待つと、わかります。届いていれば、メールも届きます。</translation>
    </message>
    <message id="leave.no">
        <translation>続ける</translation>
    </message>
    <message id="leave.yes">
        <translation>消去して戻る</translation>
    </message>
    <message id="leave.stop">
        <translation>やめる</translation>
    </message>
    <message id="close.title">
        <translation>やめて、ウィンドウを閉じますか</translation>
    </message>
    <message id="close.yes">
        <translation>消去して閉じる</translation>
    </message>
    <message id="common.next">
        <translation>次へ進む</translation>
    </message>
    <message id="common.cancel">
        <translation>中止する</translation>
    </message>
    <message id="common.copy">
        <translation>コピー</translation>
    </message>
    <message id="file.saved">
        <translation>保存しました</translation>
    </message>
    <message id="file.openFolder">
        <translation>保存した場所を開く</translation>
    </message>
    <message id="file.notSaved">
        <translation>保存できませんでした</translation>
    </message>
    <message id="file.notSaved.remedy">
        <translation>別の場所を選んでください。</translation>
    </message>
    <message id="list.item">
        <translation>・%1</translation>
    </message>
    <message id="way.again">
        <translation>もう一度試す</translation>
    </message>
    <message id="way.otherCard">
        <translation>カードの確認からやり直す</translation>
    </message>
    <message id="way.leave">
        <translation>やめてトップページへ戻る</translation>
    </message>
    <message id="way.agent">
        <translation>弁護士・行政書士に頼む</translation>
    </message>
    <message id="way.agent.text">
        <translation>届出をした弁護士・行政書士は、あなたの代わりに在留申請オンラインシステムで申請できます。あなたのカードもカードリーダーも要りません。弁護士・行政書士は、トップページの「弁護士・行政書士」から自分で登録します。弁護士会・行政書士会、または最寄りの地方出入国在留管理局で相談できます。</translation>
    </message>
    <message id="steps.place">
        <translation>手順 %1 / %2　%3</translation>
    </message>
    <message id="steps.number">
        <translation>手順 %1 / %2</translation>
    </message>
    <message id="steps.prepare">
        <translation>準備</translation>
    </message>
    <message id="steps.card">
        <translation>カードのパスワード</translation>
    </message>
    <message id="steps.step1">
        <translation>利用者情報入力（STEP1）</translation>
    </message>
    <message id="steps.step2">
        <translation>利用者情報確認（STEP2）</translation>
    </message>
    <message id="steps.step3">
        <translation>利用者情報登録完了（STEP3）</translation>
    </message>
    <message id="top.title">
        <translation>在留申請オンラインシステムの利用者登録</translation>
    </message>
    <message id="top.intro">
        <translation>在留申請オンラインシステムを使うには、はじめに利用者登録が必要です。登録すると、ログインに使う認証IDが発行されます。</translation>
    </message>
    <message id="top.news">
        <translation>お知らせ</translation>
    </message>
    <message id="top.login">
        <translation>ログイン</translation>
    </message>
    <message id="top.logIn.cardHolder">
        <translation>外国人本人・その他</translation>
    </message>
    <message id="top.logIn.attorneyOrScrivener">
        <translation>法人、弁護士・行政書士</translation>
    </message>
    <message id="top.logIn.coeByEmail">
        <translation>（窓口申請）在留資格認定証明書電子交付希望者</translation>
    </message>
    <message id="top.logIn.named">
        <translation>ログイン：%1</translation>
    </message>
    <message id="top.menu">
        <translation>メニューへ進む</translation>
    </message>
    <message id="top.register">
        <translation>新規利用者登録：当てはまるものを選んでください</translation>
    </message>
    <message id="top.cardHolder">
        <translation>外国人本人・その他</translation>
    </message>
    <message id="top.cardHolder.description">
        <translation>ご自分の申請をする方、法定代理人、配偶者・子・父母などの方。ご自分のマイナンバーカードとカードリーダーを使います。</translation>
    </message>
    <message id="top.attorneyOrScrivener">
        <translation>弁護士・行政書士</translation>
    </message>
    <message id="top.attorneyOrScrivener.description">
        <translation>依頼を受けて申請を取り次ぐ方。カードは使いません。申請等取次者証明書番号が必要です。</translation>
    </message>
    <message id="top.coeByEmail">
        <translation>（窓口申請）在留資格認定証明書電子交付希望者</translation>
    </message>
    <message id="top.coeByEmail.description">
        <translation>地方出入国在留管理局の窓口で紙の申請をして、結果を電子メールで受け取りたい方。カードは使いません。</translation>
    </message>
    <message id="before.title">
        <translation>始める前に</translation>
    </message>
    <message id="before.intro">
        <translation>5分ほどで終わります。お金はかかりません。</translation>
    </message>
    <message id="before.intro.card">
        <translation>10分ほどで終わります。お金はかかりません。</translation>
    </message>
    <message id="before.needs">
        <translation>用意するもの</translation>
    </message>
    <message id="before.needs.cardHolder">
        <translation>・マイナンバーカード（ご自分のもの）
・ICカードリーダー
・署名用パスワード（6から16文字の英字と数字）
・利用者証明用パスワード（4桁の数字）
・在留カード（外国人本人の方）
・メールを受け取れるメールアドレス</translation>
    </message>
    <message id="before.needs.attorneyOrScrivener">
        <translation>・申請等取次者証明書（12桁の番号を入力します）
・事務所の所在地、電話番号、メールアドレス</translation>
    </message>
    <message id="before.needs.coeByEmail">
        <translation>・住居地
・電話番号
・メールを受け取れるメールアドレス</translation>
    </message>
    <message id="before.picture">
        <translation>マイナンバーカードをカードリーダーの上に置いた絵</translation>
    </message>
    <message id="before.putCard">
        <translation>カードリーダーをパソコンにつなぎ、マイナンバーカードを置くか差し込んでください。登録が終わるまで、そのままにしてください。</translation>
    </message>
    <message id="before.checks">
        <translation>準備の確認（自動で行います）</translation>
    </message>
    <message id="before.again">
        <translation>もう一度確認する</translation>
    </message>
    <message id="before.ready">
        <translation>準備ができました。「次へ進む」を押してください。</translation>
    </message>
    <message id="before.notYet">
        <translation>まだ確認しています。少しお待ちください。</translation>
    </message>
    <message id="before.goodToKnow">
        <translation>知っておくと安心なこと</translation>
    </message>
    <message id="before.goodToKnow.any">
        <translation>・いつでも登録できます。メンテナンスで止まるときは、トップページのお知らせに書いてあります。
・「登録する」を押すまで、何も送られません。途中でやめて、後で続けることができます。このウィンドウを開いている間は、入力したことは消えません。ウィンドウを閉じると消えます。そのときは、最初から始めてください。</translation>
    </message>
    <message id="before.goodToKnow.card">
        <translation>・いつでも登録できます。メンテナンスで止まるときは、トップページのお知らせに書いてあります。
・「登録する」を押すまで、何も送られません。途中でやめて、後で続けることができます。このウィンドウを開いている間は、入力したことは消えません。ウィンドウを閉じると消えます。そのときは、最初から始めてください。パスワードだけは、%1間何もしないと安全のために消えます。
・カードのパスワードを2つ聞きます。はじめに署名用パスワード、次に暗証番号です。
・カードリーダーは、「マイナンバーカード対応」と書いてある、パソコンにつなぐものを使ってください。スマートフォンは使えません。
・法定代理人やご家族も、ご自分のカードとパスワードを使います。申請する人のカードは要りません。</translation>
    </message>
    <message id="before.formKept">
        <translation>入力した内容は残っています。</translation>
    </message>
    <message id="data.title">
        <translation>送り先</translation>
    </message>
    <message id="data.service">
        <translation>入力したことは、暗号化して在留申請オンラインシステム（%1）に送られます。ほかには送られません。</translation>
    </message>
    <message id="data.operator">
        <translation>入力したことは、暗号化して%1（%2）に送られます。ほかには送られません。</translation>
    </message>
    <message id="check.looking">
        <translation>確認しています</translation>
    </message>
    <message id="check.later">
        <translation>まだ確認できません</translation>
    </message>
    <message id="check.reading">
        <translation>カードを読み取っています。動かさないでください</translation>
    </message>
    <message id="check.service">
        <translation>カードを使うためのサービス</translation>
    </message>
    <message id="check.service.good">
        <translation>動いています</translation>
    </message>
    <message id="check.service.bad">
        <translation>動いていません</translation>
    </message>
    <message id="check.reader">
        <translation>カードリーダー</translation>
    </message>
    <message id="check.reader.good">
        <translation>つながっています</translation>
    </message>
    <message id="check.reader.bad">
        <translation>見つかりません</translation>
    </message>
    <message id="check.card">
        <translation>マイナンバーカード</translation>
    </message>
    <message id="check.card.good">
        <translation>読み取れました</translation>
    </message>
    <message id="check.card.bad">
        <translation>読み取れません</translation>
    </message>
    <message id="check.card.absent">
        <translation>カードを置いてください</translation>
    </message>
    <message id="check.certificates">
        <translation>カードの電子証明書</translation>
    </message>
    <message id="check.certificates.good">
        <translation>使えます</translation>
    </message>
    <message id="check.certificates.bad">
        <translation>使えません</translation>
    </message>
    <message id="check.tries">
        <translation>残りの入力回数</translation>
    </message>
    <message id="check.tries.both">
        <translation>署名用パスワード %1回、暗証番号 %2回</translation>
    </message>
    <message id="check.tries.pin">
        <translation>暗証番号 %1回</translation>
    </message>
    <message id="check.network">
        <translation>在留申請オンラインシステムとの接続</translation>
    </message>
    <message id="check.network.good">
        <translation>接続できました</translation>
    </message>
    <message id="check.network.bad">
        <translation>接続できません</translation>
    </message>
    <message id="password.title">
        <translation>署名用パスワードの入力</translation>
    </message>
    <message id="password.intro">
        <translation>市区町村の窓口でマイナンバーカードを受け取ったときに決めた、英字と数字のパスワードです。</translation>
    </message>
    <message id="password.triesMeaning">
        <translation>5回続けて間違えると、このパスワードがロックされます。正しく入力すると、また5回に戻ります。</translation>
    </message>
    <message id="password.wrong">
        <translation>署名用パスワードが違います</translation>
    </message>
    <message id="password.forgotten">
        <translation>間違えたまま続けないでください。市区町村の窓口で、無料で新しいパスワードにできます。利用者証明用パスワードがわかるときは、スマートフォンのアプリ「JPKI暗証番号リセット」とコンビニエンスストアの端末でも、手続ができます。カードはそのまま使えます。</translation>
    </message>
    <message id="password.lastTry">
        <translation>間違えると、新しいパスワードにするまで署名用パスワードが使えません。手続は無料で、市区町村の窓口か、スマートフォンのアプリ「JPKI暗証番号リセット」とコンビニエンスストアの端末でできます。カードのほかの機能は、そのまま使えます。</translation>
    </message>
    <message id="pin.title">
        <translation>利用者証明用パスワード（4桁）の入力</translation>
    </message>
    <message id="pin.intro">
        <translation>マイナンバーカードを受け取ったときに決めた、4桁の数字です。署名用パスワードとは別のものです。</translation>
    </message>
    <message id="pin.triesMeaning">
        <translation>3回続けて間違えると、このパスワードがロックされます。正しく入力すると、また3回に戻ります。</translation>
    </message>
    <message id="pin.wrong">
        <translation>利用者証明用パスワードが違います</translation>
    </message>
    <message id="pin.forgotten">
        <translation>間違えたまま続けないでください。マイナンバーカードを持って市区町村の窓口へ行くと、無料で新しいものにできます。署名用パスワードがわかるときは、スマートフォンのアプリ「JPKI暗証番号リセット」とコンビニエンスストアの端末でも、手続ができます。カードはそのまま使えます。</translation>
    </message>
    <message id="pin.lastTry">
        <translation>間違えると、新しいものにするまで利用者証明用パスワードが使えません。手続は無料で、市区町村の窓口か、スマートフォンのアプリ「JPKI暗証番号リセット」とコンビニエンスストアの端末でできます。カードのほかの機能は、そのまま使えます。</translation>
    </message>
    <message id="pin.pad.text">
        <translation>このカードリーダーにはテンキーがあります。「次へ進む」を押してから、カードリーダーで4桁の数字を入力してください。数字はこのパソコンには伝わりません。登録するときに、もう一度だけカードリーダーで入力します。</translation>
    </message>
    <message id="pin.pad.onScreen">
        <translation>代わりにこの画面で入力する</translation>
    </message>
    <message id="pin.pad.typing.title">
        <translation>カードリーダーで4桁の数字を入力してください</translation>
    </message>
    <message id="pin.pad.typing.text">
        <translation>入力したら、カードリーダーの確認キー（OKや緑色のキー）を押してください。カードは動かさないでください。</translation>
    </message>
    <message id="pin.pad.notEntered.title">
        <translation>カードリーダーで入力されませんでした</translation>
    </message>
    <message id="pin.pad.notEntered.text">
        <translation>残りの回数は減っていません。下の案内のとおりに、もう一度4桁の数字を入力してください。カードリーダーで入力できないときは、この画面に入力欄があります。</translation>
    </message>
    <message id="secret.which">
        <translation>どの暗証番号ですか</translation>
    </message>
    <message id="password.which">
        <translation>カードを受け取ったときの紙では「署名用電子証明書暗証番号」といいます。スマートフォンや銀行の暗証番号ではありません。カードには暗証番号が4つまであり、ここで使うのは、英字と数字の6から16文字のものです。</translation>
    </message>
    <message id="pin.which">
        <translation>カードを受け取ったときの紙では「利用者証明用電子証明書暗証番号」といいます。スマートフォンや銀行の暗証番号ではありません。カードには暗証番号が4つまであり、ここで使うのは、数字4桁の2番目のものです。</translation>
    </message>
    <message id="password.paper">
        <translation>設定暗証番号記載票の絵。1番目の欄が署名用電子証明書暗証番号です。</translation>
    </message>
    <message id="pin.paper">
        <translation>設定暗証番号記載票の絵。2番目の欄が利用者証明用電子証明書暗証番号です。</translation>
    </message>
    <message id="secret.forgotten">
        <translation>パスワードを忘れたとき</translation>
    </message>
    <message id="secret.password.label">
        <translation>署名用パスワード</translation>
    </message>
    <message id="secret.password.rule">
        <translation>6から16文字の英字と数字です。小文字は大文字に変わります。</translation>
    </message>
    <message id="secret.password.count" numerus="yes">
        <translation>
            <numerusform>6～16文字のうち%n文字</numerusform>
        </translation>
    </message>
    <message id="secret.password.refused">
        <translation>この文字は使えません。英字と数字だけが使えます。</translation>
    </message>
    <message id="secret.password.full">
        <translation>これ以上は入力できません。署名用パスワードは16文字までです。</translation>
    </message>
    <message id="secret.pin.label">
        <translation>利用者証明用パスワード（4桁）</translation>
    </message>
    <message id="secret.pin.rule">
        <translation>4桁の数字です。</translation>
    </message>
    <message id="secret.pin.count" numerus="yes">
        <translation>
            <numerusform>4桁のうち%n桁</numerusform>
        </translation>
    </message>
    <message id="secret.pin.refused">
        <translation>この文字は使えません。数字だけが使えます。</translation>
    </message>
    <message id="secret.pin.full">
        <translation>これ以上は入力できません。4桁です。</translation>
    </message>
    <message id="secret.paste">
        <translation>安全のため、貼り付けはできません。キーボードで入力してください。</translation>
    </message>
    <message id="secret.wiped">
        <translation>しばらく操作がなかったため、安全のために、入力した文字を消しました。もう一度入力してください。</translation>
    </message>
    <message id="secret.show">
        <translation>入力した文字を表示する</translation>
    </message>
    <message id="secret.keys">
        <translation>画面のキーで入力する</translation>
    </message>
    <message id="secret.keys.erase">
        <translation>1文字消す</translation>
    </message>
    <message id="secret.keys.capitals">
        <translation>大文字</translation>
    </message>
    <message id="secret.capsLock">
        <translation>Caps Lockがオンです。大文字と小文字が入れ替わります。</translation>
    </message>
    <message id="login.title">
        <translation>ログイン</translation>
    </message>
    <message id="login.intro">
        <translation>登録のあと、パスワードを設定すると、認証IDがメールで届きます。</translation>
    </message>
    <message id="login.intro.withoutCard">
        <translation>申請が終わるまでの間は、認証IDと、登録の後に設定したパスワードでログインできます。カードは要りません。</translation>
    </message>
    <message id="login.id.label">
        <translation>認証ID</translation>
    </message>
    <message id="login.id.rule">
        <translation>英字と数字で6文字から20文字です。例）wkpnd31487</translation>
    </message>
    <message id="login.password.label">
        <translation>パスワード</translation>
    </message>
    <message id="login.password.rule">
        <translation>8文字から32文字です。大文字と小文字は別の文字です。</translation>
    </message>
    <message id="login.password.count" numerus="yes">
        <translation>
            <numerusform>%n文字</numerusform>
        </translation>
    </message>
    <message id="login.password.refused">
        <translation>この文字は使えません。パスワードは、英字、数字、記号（! $ % &amp; = @ _ # + * . ?）です。</translation>
    </message>
    <message id="login.password.full">
        <translation>これ以上入力できません。パスワードは32文字までです。</translation>
    </message>
    <message id="login.logIn">
        <translation>ログイン</translation>
    </message>
    <message id="login.asking">
        <translation>ログインしています…</translation>
    </message>
    <message id="login.newPassword">
        <translation>新しいパスワードを設定する</translation>
    </message>
    <message id="login.forgottenPassword">
        <translation>パスワードを忘れたとき</translation>
    </message>
    <message id="login.forgottenPassword.text">
        <translation>上に認証IDを、下に登録したメールアドレスを入力して、ボタンを押してください。パスワードを設定し直すためのメールが届きます。</translation>
    </message>
    <message id="login.email.label">
        <translation>登録したメールアドレス</translation>
    </message>
    <message id="login.email.rule">
        <translation>例）example@xxx.co.jp</translation>
    </message>
    <message id="login.requestLink">
        <translation>パスワード再設定のメールを送る</translation>
    </message>
    <message id="login.sent.title">
        <translation>認証IDとメールアドレスが登録と合っていれば、メールが届きます</translation>
    </message>
    <message id="login.sent.text">
        <translation>メールのリンクから、新しいパスワードを設定してください。リンクを使えるのは24時間です。</translation>
    </message>
    <message id="login.sent.remedy">
        <translation>しばらくたっても届かないときは、認証IDとメールアドレスを確かめて、もう一度送ってください。</translation>
    </message>
    <message id="login.haveLink">
        <translation>メールのリンクでパスワードを設定する</translation>
    </message>
    <message id="login.forgotten">
        <translation>認証IDを忘れたとき</translation>
    </message>
    <message id="login.forgotten.text">
        <translation>最寄りの地方出入国在留管理官署に「在留申請オンラインシステム認証ID・パスワード確認等申出書」（別記第15号様式）を出すか、郵送してください。</translation>
    </message>
    <message id="login.forgottenId">
        <translation>認証IDを忘れたときの手続</translation>
    </message>
    <message id="forgottenId.title">
        <translation>認証IDを忘れたとき</translation>
    </message>
    <message id="forgottenId.mail">
        <translation>はじめに：メールを探す</translation>
    </message>
    <message id="forgottenId.mail.text">
        <translation>登録してパスワードを設定したあとに届いたメールに、認証IDが書いてあります。</translation>
    </message>
    <message id="forgottenId.paper">
        <translation>メールが見つからないとき：申出書を出す</translation>
    </message>
    <message id="forgottenId.paper.text">
        <translation>本人が、住居地（弁護士・行政書士は事務所の所在地）を管轄する地方出入国在留管理局に、次の申出書を出すか、郵送してください。</translation>
    </message>
    <message id="forgottenId.form">
        <translation>「在留申請オンラインシステム認証ID・パスワード確認等申出書」（別記第15号様式）</translation>
    </message>
    <message id="forgottenId.answer">
        <translation>確認できた認証IDは、申出書に記入されるか、メールで届きます。</translation>
    </message>
    <message id="forgottenId.office">
        <translation>提出先</translation>
    </message>
    <message id="forgottenId.office.text">
        <translation>住んでいる都道府県（弁護士・行政書士は事務所のある都道府県）を選んでください。</translation>
    </message>
    <message id="forgottenId.branches">
        <translation>住居地を担当する出張所でも受け付けています。</translation>
    </message>
    <message id="forgottenId.close">
        <translation>ログインに戻る</translation>
    </message>
    <message id="office.prefecture">
        <translation>都道府県</translation>
    </message>
    <message id="office.choose">
        <translation>選んでください</translation>
    </message>
    <message id="text.written">
        <translation>%kanji</translation>
    </message>
    <message id="cardLogin.title">
        <translation>マイナンバーカードでログイン</translation>
    </message>
    <message id="cardLogin.intro">
        <translation>認証IDを入力し、マイナンバーカードをカードリーダーに置いてください。次のページで、利用者証明用電子証明書の暗証番号（4桁の数字）を入力します。ログイン用のパスワードは要りません。</translation>
    </message>
    <message id="cardLogin.putCard">
        <translation>カードリーダーをパソコンにつなぎ、マイナンバーカードを置くか差し込んでください。ログインが終わるまで、そのままにしてください。</translation>
    </message>
    <message id="cardLogin.renewed">
        <translation>登録のあとでカードを新しくしました</translation>
    </message>
    <message id="cardLogin.renewing">
        <translation>新しいカードを登録します。ご本人であることを確かめるため、今回だけ署名用パスワードも入力します。これからは、前のカードではログインできません。登録したメールアドレスに、お知らせが届きます。</translation>
    </message>
    <message id="cardLogin.notRenewed">
        <translation>カードは登録したときと同じです</translation>
    </message>
    <message id="cardLogin.withoutCard">
        <translation>認証IDとパスワードでログインする</translation>
    </message>
    <message id="cardLogin.withoutCard.text">
        <translation>まだ終わっていない申請がある方は、カードがなくても、認証IDとパスワードでログインできます。申請は受け付けたままです。</translation>
    </message>
    <message id="cardLogin.sending">
        <translation>ログインしています…　カードはそのままにしてください。</translation>
    </message>
    <message id="cardLogin.again">
        <translation>もう一度ログインする</translation>
    </message>
    <message id="cardLogin.start">
        <translation>最初からやり直す</translation>
    </message>
    <message id="cardLogin.help">
        <translation>認証IDがわからないとき</translation>
    </message>
    <message id="cardLogin.help.text">
        <translation>登録のあとでパスワードを設定すると、認証IDがメールで届きます。「認証IDのお知らせ」というメールを探してください。</translation>
    </message>
    <message id="menu.title">
        <translation>メニュー</translation>
    </message>
    <message id="cardEnded.title">
        <translation>カードを使わずにログインしています</translation>
    </message>
    <message id="cardEnded.text">
        <translation>カードの電子証明書の有効期限が切れています。申請状況の確認、求められた書類の提出、申請の取下げ、利用者情報の変更はできます。</translation>
    </message>
    <message id="cardEnded.remedy">
        <translation>新しい申請をするときは、市区町村の窓口で電子証明書を更新してから、カードでログインしてください。それまでに入力した内容は、下書きとして残ります。</translation>
    </message>
    <message id="mailsComeBack">
        <translation>メールが届いていません</translation>
    </message>
    <message id="mailsComeBack.text">
        <translation>登録したメールアドレスに送ったメールが戻ってきました。大切なお知らせも届きません。</translation>
    </message>
    <message id="mailsComeBack.remedy">
        <translation>メールアドレスが正しいか、メールボックスがいっぱいでないかを確認して、必要なら変更してください。</translation>
    </message>
    <message id="mailsComeBack.change">
        <translation>メールアドレスを変更する</translation>
    </message>
    <message id="mailsComeBack.see">
        <translation>利用者情報を見る</translation>
    </message>
    <message id="menu.applications">
        <translation>申請</translation>
    </message>
    <message id="menu.applications.description">
        <translation>在留期間更新などの申請、下書きの続き、申請した後の状況を見ます。</translation>
    </message>
    <message id="menu.information">
        <translation>利用者情報</translation>
    </message>
    <message id="menu.information.description">
        <translation>登録した内容を見て、住所、電話番号、メールアドレスを変更します。</translation>
    </message>
    <message id="menu.password">
        <translation>パスワードの変更</translation>
    </message>
    <message id="menu.password.description">
        <translation>パスワードを新しいものに変えます。</translation>
    </message>
    <message id="menu.logins">
        <translation>最近のログイン</translation>
    </message>
    <message id="menu.logins.description">
        <translation>いつ、どこからログインがあったかを見ます。</translation>
    </message>
    <message id="menu.notForThisClass.title">
        <translation>窓口で申請した方は、次の操作を行えません</translation>
    </message>
    <message id="menu.notForThisClass.text">
        <translation>・申請情報入力（1件ずつ申請情報を入力）
・申請情報入力（一括）
・申請情報検索</translation>
    </message>
    <message id="menu.notForThisClass.remedy">
        <translation>オンラインで申請するときは、別の区分で利用者登録をしてください。</translation>
    </message>
    <message id="information.title">
        <translation>利用者情報</translation>
    </message>
    <message id="information.asking">
        <translation>読み込んでいます…</translation>
    </message>
    <message id="information.id">
        <translation>認証ID：%1</translation>
    </message>
    <message id="information.change">
        <translation>利用者情報を変更する</translation>
    </message>
    <message id="information.newEmail">
        <translation>新しいメールアドレスは、まだ確認されていません</translation>
    </message>
    <message id="information.newEmail.text">
        <translation>%1に送ったメールのリンクを開いてください。それまでは、今までのメールアドレスのままです。</translation>
    </message>
    <message id="information.until">
        <translation>リンクを使えるのは、%1までです。</translation>
    </message>
    <message id="informationChange.title">
        <translation>利用者情報の変更</translation>
    </message>
    <message id="informationChange.intro">
        <translation>変更する項目だけを入力してください。空欄の項目は、今のままです。</translation>
    </message>
    <message id="informationChange.registered">
        <translation>今の登録：</translation>
    </message>
    <message id="informationReview.title">
        <translation>変更内容の確認</translation>
    </message>
    <message id="informationReview.intro">
        <translation>変更する内容を確認してください。違うところは「変更」から直せます。</translation>
    </message>
    <message id="informationReview.before">
        <translation>今までの登録：</translation>
    </message>
    <message id="informationReview.asking">
        <translation>変更しています…</translation>
    </message>
    <message id="informationReview.send">
        <translation>この内容に変更する</translation>
    </message>
    <message id="informationReview.cancel">
        <translation>中止する</translation>
    </message>
    <message id="informationReview.calledOff">
        <translation>中止しましたが、すでに変更されているかもしれません</translation>
    </message>
    <message id="informationReview.calledOff.text">
        <translation>変更の内容は、送ったあとでした。届いたかどうかは、まだわかりません。</translation>
    </message>
    <message id="informationReview.calledOff.remedy">
        <translation>もう一度「この内容に変更する」を押すと、わかります。二重に変更されることはありません。</translation>
    </message>
    <message id="informationChanged.title">
        <translation>更新完了</translation>
    </message>
    <message id="informationChanged.done">
        <translation>利用者情報の更新が完了しました</translation>
    </message>
    <message id="informationChanged.noMail">
        <translation>この変更では、メールは届きません。</translation>
    </message>
    <message id="informationChanged.newEmail">
        <translation>新しいメールアドレスは、確認のあとで登録されます</translation>
    </message>
    <message id="informationChanged.newEmail.text">
        <translation>%1にメールを送りました。そのメールのリンクを開いてください。それまでは、今までのメールアドレス（%2）のままです。今までのアドレスにも、お知らせが届きます。</translation>
    </message>
    <message id="informationChanged.newEmail.remedy">
        <translation>しばらくたってもメールが届かないときは、アドレスが正しいか確かめて、もう一度変更するか、お問い合わせ先に連絡してください。
%helpDesk</translation>
    </message>
    <message id="informationChanged.back">
        <translation>利用者情報へ戻る</translation>
    </message>
    <message id="newPassword.title">
        <translation>パスワードの変更</translation>
    </message>
    <message id="newPassword.intro">
        <translation>今使っているパスワードと、新しいパスワードを入力してください。</translation>
    </message>
    <message id="newPassword.intro.expired">
        <translation>パスワードの有効期限が切れたので、ログインの前に新しいパスワードを設定します。今までのパスワードと、新しいパスワードを入力してください。</translation>
    </message>
    <message id="newPassword.current.label">
        <translation>現在のパスワード</translation>
    </message>
    <message id="newPassword.current.rule">
        <translation>今使っているパスワードです。</translation>
    </message>
    <message id="newPassword.new.label">
        <translation>新しいパスワード</translation>
    </message>
    <message id="newPassword.new.rule">
        <translation>大文字と小文字は別の文字です。貼り付けることもできます。</translation>
    </message>
    <message id="newPassword.rule.length">
        <translation>8文字から32文字</translation>
    </message>
    <message id="newPassword.rule.letter">
        <translation>半角英字</translation>
    </message>
    <message id="newPassword.rule.digit">
        <translation>半角数字</translation>
    </message>
    <message id="newPassword.rule.symbol">
        <translation>記号 ! $ % &amp; = @ _ # + * . ? のどれか</translation>
    </message>
    <message id="newPassword.rule.uncommon">
        <translation>よく使われるパスワード（Password1! など）ではない</translation>
    </message>
    <message id="newPassword.rule.met">
        <translation>できています</translation>
    </message>
    <message id="newPassword.rule.open">
        <translation>まだです</translation>
    </message>
    <message id="newPassword.rule.allMet">
        <translation>条件をすべて満たしています。</translation>
    </message>
    <message id="newPassword.rule.stillOpen">
        <translation>まだ満たしていない条件：%1</translation>
    </message>
    <message id="newPassword.confirmation.label">
        <translation>新しいパスワード（確認）</translation>
    </message>
    <message id="newPassword.confirmation.rule">
        <translation>確認のため、もう一度入力してください。</translation>
    </message>
    <message id="newPassword.same">
        <translation>今までと同じパスワードです。別のパスワードにしてください</translation>
    </message>
    <message id="newPassword.change">
        <translation>変更する</translation>
    </message>
    <message id="newPassword.asking">
        <translation>変更しています…</translation>
    </message>
    <message id="newPassword.done.title">
        <translation>パスワードの変更完了</translation>
    </message>
    <message id="newPassword.done">
        <translation>パスワードの変更が完了しました</translation>
    </message>
    <message id="newPassword.done.text">
        <translation>新しいパスワードを使えるのは、今日から1年間です。登録したメールアドレスに、更新完了通知が届きます。</translation>
    </message>
    <message id="newPassword.done.remedy">
        <translation>しばらくたってもメールが届かないときは、お問い合わせ先に連絡してください。
%helpDesk</translation>
    </message>
    <message id="newPassword.toMenu">
        <translation>メニューへ戻る</translation>
    </message>
    <message id="newPassword.toLogin">
        <translation>ログインへ進む</translation>
    </message>
    <message id="newPassword.goOn">
        <translation>進む</translation>
    </message>
    <message id="newPassword.link.title">
        <translation>パスワードの設定</translation>
    </message>
    <message id="newPassword.link.intro">
        <translation>メールで届いたリンクと、新しいパスワードを入力してください。</translation>
    </message>
    <message id="newPassword.link.label">
        <translation>メールのリンク</translation>
    </message>
    <message id="newPassword.link.rule">
        <translation>メールのリンクをコピーして、ここに貼り付けてください。</translation>
    </message>
    <message id="newPassword.link.set">
        <translation>設定する</translation>
    </message>
    <message id="newPassword.link.renew">
        <translation>新しいリンクをもらう</translation>
    </message>
    <message id="newPassword.link.sent">
        <translation>新しいメールを送りました</translation>
    </message>
    <message id="newPassword.link.sent.text">
        <translation>登録したメールアドレスに届くリンクを、ここに貼り付けてください。リンクを使えるのは24時間です。</translation>
    </message>
    <message id="newPassword.link.sent.remedy">
        <translation>数分たっても届かないときは、少し前に送ったメールを探してください。</translation>
    </message>
    <message id="newPassword.done.first">
        <translation>パスワードの設定が完了しました</translation>
    </message>
    <message id="newPassword.done.first.text">
        <translation>認証IDを書いたメールが届きます。パスワードを使えるのは、今日から1年間です。</translation>
    </message>
    <message id="logins.title">
        <translation>最近のログイン</translation>
    </message>
    <message id="logins.intro">
        <translation>心当たりのないログインがあるときは、すぐにパスワードを変更して、お問い合わせ先に連絡してください。
%helpDesk</translation>
    </message>
    <message id="logins.none">
        <translation>ログインの記録はありません。</translation>
    </message>
    <message id="logins.loggedIn">
        <translation>ログインしました</translation>
    </message>
    <message id="logins.loggedIn.password">
        <translation>パスワードでログインしました</translation>
    </message>
    <message id="logins.loggedIn.card">
        <translation>マイナンバーカードでログインしました</translation>
    </message>
    <message id="applications.title">
        <translation>申請</translation>
    </message>
    <message id="applications.intro">
        <translation>入力した内容は自動で保存されます。別のパソコンからも続けられます。</translation>
    </message>
    <message id="applications.asking">
        <translation>申請の一覧を読み込んでいます…</translation>
    </message>
    <message id="applications.new">
        <translation>新しく申請する</translation>
    </message>
    <message id="applications.several">
        <translation>表でまとめて入力する</translation>
    </message>
    <message id="applications.none">
        <translation>下書きも申請もまだありません。</translation>
    </message>
    <message id="applications.more">
        <translation>さらに表示する</translation>
    </message>
    <message id="applications.drafts">
        <translation>下書き（まだ申請していません）</translation>
    </message>
    <message id="applications.filed">
        <translation>申請したもの</translation>
    </message>
    <message id="applications.of">
        <translation>申請人：%1</translation>
    </message>
    <message id="applications.saved">
        <translation>保存：%1（%2まで保存されます）</translation>
    </message>
    <message id="applications.remove">
        <translation>この下書きを削除する</translation>
    </message>
    <message id="applications.remove.question">
        <translation>この下書きを削除しますか</translation>
    </message>
    <message id="applications.remove.text">
        <translation>入力した内容と添付したファイルが消えます。元には戻せません。</translation>
    </message>
    <message id="applications.remove.no">
        <translation>残す</translation>
    </message>
    <message id="applications.state">
        <translation>%1（%2）</translation>
    </message>
    <message id="applications.provisional">
        <translation>仮受付番号：%1</translation>
    </message>
    <message id="applications.number">
        <translation>申請受付番号：%1</translation>
    </message>
    <message id="applications.task">
        <translation>することがあります：資料を提出してください</translation>
    </message>
    <message id="applications.task.until">
        <translation>することがあります：%1までに資料を提出してください</translation>
    </message>
    <message id="application.state.filed">
        <translation>申請完了</translation>
    </message>
    <message id="application.state.examination">
        <translation>審査中</translation>
    </message>
    <message id="application.state.documentsWanted">
        <translation>追加資料の提出待ち</translation>
    </message>
    <message id="application.state.decided">
        <translation>審査完了</translation>
    </message>
    <message id="application.state.done">
        <translation>完了</translation>
    </message>
    <message id="application.state.withdrawn">
        <translation>取下げ</translation>
    </message>
    <message id="application.state.refused">
        <translation>不許可</translation>
    </message>
    <message id="application.state.ended">
        <translation>終了（一緒に申請した手続が許可されなかったため）</translation>
    </message>
    <message id="bulk.title">
        <translation>表でまとめて入力</translation>
    </message>
    <message id="bulk.intro">
        <translation>依頼者1人を1行とする表から、まとめて下書きを作ります。ここからは申請されません。写真と書類は、下書きごとに付けて、確かめてから申請します。</translation>
    </message>
    <message id="bulk.template">
        <translation>1. 空の表を用意する</translation>
    </message>
    <message id="bulk.template.text">
        <translation>表計算ソフトで開き、見出し、説明、例の下の行から入力します。入管庁の一括申請用テンプレートの列と、区分N・R・T・Vの列があります。入管庁のテンプレートで作った、更新又は変更の「申請情報入力」のCSVも開けます。</translation>
    </message>
    <message id="bulk.template.extension">
        <translation>更新の表を保存する（CSV）</translation>
    </message>
    <message id="bulk.template.change">
        <translation>変更の表を保存する（CSV）</translation>
    </message>
    <message id="bulk.open">
        <translation>2. 入力した表を開く</translation>
    </message>
    <message id="bulk.open.text">
        <translation>CSVで保存した表を開いてください。電話番号（経費支弁者のものを除く）や郵便番号の先頭の0が表計算ソフトで消えていても、補います。間違いは、行と列で示します。</translation>
    </message>
    <message id="bulk.open.button">
        <translation>表を開く</translation>
    </message>
    <message id="bulk.reading">
        <translation>表を読んでいます…</translation>
    </message>
    <message id="bulk.fault.title">
        <translation>この表は読めません</translation>
    </message>
    <message id="bulk.fault.unreadable">
        <translation>ファイルを最後まで読めませんでした。ファイルをこのパソコンに移してから、もう一度開いてください。</translation>
    </message>
    <message id="bulk.fault.tooLarge">
        <translation>ファイルが大きすぎます。表だけのCSVを開いてください。</translation>
    </message>
    <message id="bulk.fault.workbook">
        <translation>表計算ソフトのファイル（xlsx、xlsmなど）です。表計算ソフトで「名前を付けて保存」を選び、「CSV UTF-8」で保存したファイルを開いてください。</translation>
    </message>
    <message id="bulk.fault.notText">
        <translation>文字を読み取れません。表計算ソフトで「CSV UTF-8」として保存し直して、開いてください。</translation>
    </message>
    <message id="bulk.fault.openQuote">
        <translation>「"」で始まるセルが終わっていません。表計算ソフトで開き、「CSV UTF-8」として保存し直してください。</translation>
    </message>
    <message id="bulk.fault.noTemplate">
        <translation>最初の行が、氏名と生年月日のある見出しではありません。空の表を保存し、その見出しのまま使ってください。見出しが文字化けしているときは、「CSV UTF-8」で保存し直してください。</translation>
    </message>
    <message id="bulk.fault.noRows">
        <translation>見出し、説明、例の下に、だれも入力されていません。4行目から、1人を1行に入力してください。</translation>
    </message>
    <message id="bulk.fault.tooManyRows">
        <translation>一度に開けるのは%1人までです。表を分けてください。</translation>
    </message>
    <message id="bulk.summary">
        <translation>%1：%2人分を読みました</translation>
    </message>
    <message id="bulk.summary.good">
        <translation>下書きにできる申請：%1件</translation>
    </message>
    <message id="bulk.summary.there">
        <translation>同じ氏名の下書き、申請、又は行がすでにある申請：%1件</translation>
    </message>
    <message id="bulk.summary.wrong">
        <translation>直すところがある行：%1行</translation>
    </message>
    <message id="bulk.summary.notFiled">
        <translation>今はここで申請できない行：%1行</translation>
    </message>
    <message id="bulk.summary.kept">
        <translation>下書きにした申請：%1件</translation>
    </message>
    <message id="bulk.summary.zeros">
        <translation>表計算ソフトで消えた先頭の0を補ったセル：%1個</translation>
    </message>
    <message id="bulk.summary.unknown">
        <translation>次の列はここでは使いません：%1</translation>
    </message>
    <message id="bulk.keep">
        <translation>%1件を下書きにする</translation>
    </message>
    <message id="bulk.keep.there">
        <translation>同じ氏名の人も含めて%1件を下書きにする</translation>
    </message>
    <message id="bulk.keeping">
        <translation>下書きにしています：%2件中%1件</translation>
    </message>
    <message id="bulk.kept">
        <translation>下書きにした申請：%1件</translation>
    </message>
    <message id="bulk.kept.text">
        <translation>1件ずつ開いて、残りを入力し、写真と書類を付け、確かめてから申請してください。</translation>
    </message>
    <message id="bulk.toList">
        <translation>申請の一覧へ</translation>
    </message>
    <message id="bulk.saveLeft">
        <translation>残った行を保存する（CSV）</translation>
    </message>
    <message id="bulk.wrong">
        <translation>直すところがある行</translation>
    </message>
    <message id="bulk.notFiled">
        <translation>今はここで申請できない行</translation>
    </message>
    <message id="bulk.good">
        <translation>下書きにできる行</translation>
    </message>
    <message id="bulk.keptRows">
        <translation>下書きにした行</translation>
    </message>
    <message id="bulk.row">
        <translation>%1行目：%2</translation>
    </message>
    <message id="bulk.there">
        <translation>同じ氏名の下書き、申請、又は行がすでにあります。</translation>
    </message>
    <message id="bulk.toFill">
        <translation>下書きで入力する項目：%1（写真、確認を含む）</translation>
    </message>
    <message id="bulk.cell.notInList">
        <translation>%1：「%2」は選べる言葉にありません。申請の画面と同じ言葉を使ってください。</translation>
    </message>
    <message id="bulk.cell.shortenedNumber">
        <translation>%1：「%2」は、表計算ソフトが数字を省いたものです。セルの書式を「文字列」にして、入力し直してください。</translation>
    </message>
    <message id="bulk.cell.noSuchPlace">
        <translation>%1：「%2」という都道府県と市区町村は見つかりません。</translation>
    </message>
    <message id="bulk.cell.different">
        <translation>%1：「%2」は、同じ項目の別の列と違います。</translation>
    </message>
    <message id="bulk.cell.says">
        <translation>表では「%1」です。</translation>
    </message>
    <message id="bulk.cell.becameDay">
        <translation>%1：「%2」は、表計算ソフトが番地を日付に変えたものです。セルの書式を「文字列」にして、入力し直してください。</translation>
    </message>
    <message id="bulk.cell.example">
        <translation>%1：「%2」は表の例のままです。依頼者のものに直すか、消してください。</translation>
    </message>
    <message id="bulk.fault.noProcedure">
        <translation>更新の表か変更の表か、見出しから分かりません。「更新の理由」又は「変更の理由」の列がある表を開いてください。同時申請の内容は、空の表の列か、下書きで入力できます。</translation>
    </message>
    <message id="bulk.zeros">
        <translation>先頭の0を補ったセル：%1</translation>
    </message>
    <message id="bulk.cell.errorValue">
        <translation>%1：「%2」は表計算ソフトのエラーです。正しい値を入力してください。</translation>
    </message>
    <message id="bulk.cell.lostCharacter">
        <translation>%1：「%2」に半角の「?」があります。保存したときに失われた文字かもしれません。その文字を入力し直し、「CSV UTF-8」で保存してください。疑問符のときは、全角の「？」を入力してください。</translation>
    </message>
    <message id="bulk.notKept">
        <translation>まだ下書きになっていません。</translation>
    </message>
    <message id="bulk.unused">
        <translation>%1：「無」又は「未定」なので、次のセルは使いません：%2。使うときは、そこを「有」に直して、表をもう一度開いてください。</translation>
    </message>
    <message id="bulk.summary.unused">
        <translation>「無」又は「未定」という答えのために使わないセル：%1個</translation>
    </message>
    <message id="bulk.summary.unnamed">
        <translation>見出しがないので使わない列：%1</translation>
    </message>
    <message id="choice.clear">
        <translation>選択を取り消す</translation>
    </message>
    <message id="applicationStart.title">
        <translation>新しい申請</translation>
    </message>
    <message id="applicationStart.intro">
        <translation>申請できるか、いつまでにできるかを、先に確認します。</translation>
    </message>
    <message id="prospect.title">
        <translation>申請の前に</translation>
    </message>
    <message id="prospect.yes">
        <translation>オンラインで申請できます</translation>
    </message>
    <message id="prospect.hurry">
        <translation>申請できるのは%1までです。早めに申請してください。</translation>
    </message>
    <message id="prospect.otherAccount">
        <translation>この利用者登録では、この方の申請はできません</translation>
    </message>
    <message id="prospect.otherAccount.text">
        <translation>だれの申請ができるかは、利用者登録の区分で決まります。</translation>
    </message>
    <message id="prospect.otherAccount.remedy">
        <translation>法定代理人や親族として申請するときは、その区分で利用者登録をしてください。登録は、申請する方ご自身のマイナンバーカードで行います。</translation>
    </message>
    <message id="prospect.otherProcedure">
        <translation>この申請は、まだここではできません</translation>
    </message>
    <message id="prospect.otherProcedure.text">
        <translation>在留資格認定証明書、就労資格証明書、永住許可などは、出入国在留管理庁のオンラインシステムまたは地方出入国在留管理官署の窓口で申請してください。</translation>
    </message>
    <message id="prospect.partMissing">
        <translation>この在留資格の申請書は、まだここでは作れません</translation>
    </message>
    <message id="prospect.notAllowed">
        <translation>この申請はできません</translation>
    </message>
    <message id="prospect.notNow">
        <translation>今はオンラインで申請できません</translation>
    </message>
    <message id="prospect.when">
        <translation>オンラインで申請できる期間</translation>
    </message>
    <message id="prospect.opens">
        <translation>%1から</translation>
    </message>
    <message id="prospect.closes">
        <translation>%1まで</translation>
    </message>
    <message id="prospect.needs">
        <translation>必要なもの</translation>
    </message>
    <message id="prospect.photo">
        <translation>顔写真（縦40ミリ、横30ミリ。スマートフォンで撮った写真から切り抜けます）</translation>
    </message>
    <message id="prospect.ifNeeded">
        <translation>%1（必要な場合）</translation>
    </message>
    <message id="prospect.fee">
        <translation>手数料</translation>
    </message>
    <message id="prospect.free">
        <translation>無料</translation>
    </message>
    <message id="prospect.yen">
        <translation>%1円（許可されたときに収入印紙で納めます）</translation>
    </message>
    <message id="prospect.takes">
        <translation>かかる時間</translation>
    </message>
    <message id="prospect.beginning">
        <translation>下書きを作っています…</translation>
    </message>
    <message id="prospect.begin">
        <translation>申請書を作る</translation>
    </message>
    <message id="prospect.back">
        <translation>選び直す</translation>
    </message>
    <message id="application.people">
        <translation>申請人：%1　この画面の利用者：%2</translation>
    </message>
    <message id="application.people.noName">
        <translation>（まだ入力されていません）</translation>
    </message>
    <message id="application.kept">
        <translation>保存しました：%1</translation>
    </message>
    <message id="application.kept.saving">
        <translation>保存しています…</translation>
    </message>
    <message id="application.kept.not">
        <translation>まだ保存していません：%1。入力を続けられます。</translation>
    </message>
    <message id="application.later">
        <translation>このページは後で直し、次へ進む</translation>
    </message>
    <message id="application.documents">
        <translation>この在留資格で求められる資料</translation>
    </message>
    <message id="application.documents.remedy">
        <translation>PDFファイルか、書類を撮った写真（JPEG、PNG、HEIC）を、下の「書類」に追加してください。</translation>
    </message>
    <message id="file.allKinds">
        <translation>すべてのファイル</translation>
    </message>
    <message id="file.choosePhoto">
        <translation>顔写真のファイルを選ぶ</translation>
    </message>
    <message id="file.checking">
        <translation>確認しています：%1</translation>
    </message>
    <message id="file.sending">
        <translation>送信しています：%1</translation>
    </message>
    <message id="file.progress">
        <translation>%2のうち%1</translation>
    </message>
    <message id="file.failed.remedy">
        <translation>もう一度押すと、途中から続けて送ります。</translation>
    </message>
    <message id="file.calledOff">
        <translation>送信をやめました：%1</translation>
    </message>
    <message id="file.refused">
        <translation>このファイルは使えません：%1</translation>
    </message>
    <message id="file.unreadable">
        <translation>ファイルを読み込めませんでした。</translation>
    </message>
    <message id="file.unreadable.remedy">
        <translation>ほかのプログラムで開けるか確認してください。USBメモリー、スマートフォン、ネットワークドライブにあるときは、先にこのパソコンにコピーして、コピーしたファイルを選んでください。</translation>
    </message>
    <message id="file.noContent">
        <translation>ファイルの中身がありません（0バイト）。</translation>
    </message>
    <message id="file.noContent.remedy">
        <translation>コピーやダウンロードが最後まで終わっていません。もう一度コピーするかダウンロードして、そのファイルを選んでください。</translation>
    </message>
    <message id="file.damaged">
        <translation>ファイルが壊れています。</translation>
    </message>
    <message id="file.damaged.remedy">
        <translation>PDFを表示するプログラムで全部のページが見えるときは、そこで印刷先を「PDF」にして印刷し、できたファイルを選んでください。見えないときは、紙をもう一度スキャンしてください。</translation>
    </message>
    <message id="file.infected">
        <translation>ファイルからコンピューターウイルスが見つかりました。</translation>
    </message>
    <message id="file.infected.remedy">
        <translation>このパソコンをウイルス対策ソフトで調べてください。その後、書類をもう一度スキャンするか、写真を撮り直して、新しいファイルを選んでください。</translation>
    </message>
    <message id="file.encrypted">
        <translation>ファイルにパスワードがかかっています。</translation>
    </message>
    <message id="file.encrypted.remedy">
        <translation>パスワードのないPDFを選んでください。</translation>
    </message>
    <message id="file.locked">
        <translation>ファイルは印刷やコピーが禁止されています。</translation>
    </message>
    <message id="file.locked.remedy">
        <translation>制限のないPDFを作り直してください。</translation>
    </message>
    <message id="file.withScript">
        <translation>ファイルにプログラムや別のファイルが入っています。</translation>
    </message>
    <message id="file.withScript.remedy">
        <translation>PDFを表示するプログラムで開き、印刷先を「PDF」にして印刷し、できたファイルを選んでください。または、紙に印刷してスキャンしたPDFを選んでください。</translation>
    </message>
    <message id="file.empty">
        <translation>ファイルにページがありません。</translation>
    </message>
    <message id="file.type">
        <translation>ファイルの中身が、使える種類ではありません。</translation>
    </message>
    <message id="file.type.remedy">
        <translation>顔写真は写真（JPEG、PNG、HEIC）を、書類はPDFか、書類を撮った写真を選んでください。</translation>
    </message>
    <message id="file.tooLarge">
        <translation>ファイルが大きすぎます。</translation>
    </message>
    <message id="file.tooLarge.remedy">
        <translation>写真は小さくして保存し直してください。PDFは解像度を200dpiにするか、分けてください。</translation>
    </message>
    <message id="file.tooMany">
        <translation>ファイルが多すぎるか、合計が大きすぎます。</translation>
    </message>
    <message id="file.tooMany.remedy">
        <translation>必要のないファイルを外すか、まとめてください。</translation>
    </message>
    <message id="file.alreadyThere">
        <translation>このファイルは、この申請にもう入っています。</translation>
    </message>
    <message id="file.alreadyThere.remedy">
        <translation>別のファイルを選んでください。</translation>
    </message>
    <message id="file.chooseDocument">
        <translation>PDFファイル、またはページの写真を選ぶ</translation>
    </message>
    <message id="file.speed">
        <translation>%1（毎秒%2、残り約%3）</translation>
    </message>
    <message id="file.left.seconds">
        <translation>%1秒</translation>
    </message>
    <message id="time.minutes" numerus="yes">
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message id="picture.otherKind">
        <translation>JPEG、PNG、HEICのどの写真でもありません。</translation>
    </message>
    <message id="picture.otherKind.remedy">
        <translation>JPEGかPNGで保存し直すか、書類はPDFファイルを選んでください。</translation>
    </message>
    <message id="picture.heic">
        <translation>スマートフォンのHEIC形式の写真です。このパソコンでは読み取れません。</translation>
    </message>
    <message id="picture.heic.remedy">
        <translation>スマートフォンの写真アプリからJPEGで書き出してください。iPhoneでは「設定」→「カメラ」→「フォーマット」→「互換性優先」で、次からJPEGになります。</translation>
    </message>
    <message id="picture.tooLarge">
        <translation>写真の画素数が大きすぎます。</translation>
    </message>
    <message id="picture.tooLarge.remedy">
        <translation>小さくして保存し直してください。A4の書類なら1654×2339画素で足ります。</translation>
    </message>
    <message id="picture.damaged.remedy">
        <translation>もう一度撮影するか、元の写真からコピーし直してください。</translation>
    </message>
    <message id="scan.title">
        <translation>写真をPDFにまとめる</translation>
    </message>
    <message id="scan.intro">
        <translation>1ページずつ、真上から、明るい所で撮った写真を選んでください。この順番で1つのPDFファイルにして送ります。</translation>
    </message>
    <message id="scan.page">
        <translation>%1ページ</translation>
    </message>
    <message id="scan.hard">
        <translation>読みにくいかもしれません</translation>
    </message>
    <message id="scan.hard.remedy">
        <translation>ぼやけているか、写真が小さすぎます。文字が楽に読めなければ、撮り直してください。</translation>
    </message>
    <message id="scan.up">
        <translation>前に移す</translation>
    </message>
    <message id="scan.down">
        <translation>後ろに移す</translation>
    </message>
    <message id="scan.turn">
        <translation>90度回す</translation>
    </message>
    <message id="scan.add">
        <translation>写真を追加する</translation>
    </message>
    <message id="scan.reading">
        <translation>写真を読み込んでいます</translation>
    </message>
    <message id="scan.size">
        <translation>%1ページ、%2（%3まで送れます）</translation>
    </message>
    <message id="scan.tooLarge">
        <translation>大きすぎて送れません。ページを減らしてください。</translation>
    </message>
    <message id="scan.use">
        <translation>このPDFを使う</translation>
    </message>
    <message id="photo.title">
        <translation>顔写真を整える</translation>
    </message>
    <message id="photo.intro">
        <translation>頭のてっぺんを上の線に、あごを下の線に合わせてください。顔の長さは%1±%2mm、上の余白は%3±%4mmです。</translation>
    </message>
    <message id="photo.view">
        <translation>写真の枠</translation>
    </message>
    <message id="photo.keys">
        <translation>動かす：矢印キー、ドラッグ。大きさ：＋と－、ホイール。傾き：Page UpとPage Down、Shift＋ホイール。</translation>
    </message>
    <message id="photo.larger">
        <translation>大きく</translation>
    </message>
    <message id="photo.smaller">
        <translation>小さく</translation>
    </message>
    <message id="photo.turnLeft">
        <translation>左に1度回す</translation>
    </message>
    <message id="photo.turnRight">
        <translation>右に1度回す</translation>
    </message>
    <message id="photo.startOver">
        <translation>最初に戻す</translation>
    </message>
    <message id="photo.trueSize">
        <translation>実際の大きさ（%1×%2mm）</translation>
    </message>
    <message id="photo.doubts">
        <translation>写真を確認してください</translation>
    </message>
    <message id="photo.doubts.remedy">
        <translation>問題がなければ、このまま進めます。</translation>
    </message>
    <message id="photo.doubt.tooFewPixels">
        <translation>画素が足りず、粗く見えるかもしれません。</translation>
    </message>
    <message id="photo.doubt.overEdge">
        <translation>枠が元の写真からはみ出しています。</translation>
    </message>
    <message id="photo.doubt.dark">
        <translation>顔が暗いようです。</translation>
    </message>
    <message id="photo.doubt.bright">
        <translation>顔が明るすぎるようです。</translation>
    </message>
    <message id="photo.doubt.background">
        <translation>背景が無地でないか、影があるようです。</translation>
    </message>
    <message id="photo.doubt.blurred">
        <translation>ぼやけているようです。</translation>
    </message>
    <message id="photo.sure">
        <translation>本人だけが正面を向き、帽子をかぶらず写っています。%1以降に撮影し、アプリで加工していません。</translation>
    </message>
    <message id="photo.unsure">
        <translation>確認して、チェックを付けてください。</translation>
    </message>
    <message id="photo.use">
        <translation>この写真を使う</translation>
    </message>
    <message id="applicationReview.title">
        <translation>申請内容の確認</translation>
    </message>
    <message id="applicationReview.intro">
        <translation>内容を確認してください。「変更」で直せます。直した後、この画面に戻ります。</translation>
    </message>
    <message id="applicationReview.card">
        <translation>次に、マイナンバーカードで署名して申請します。</translation>
    </message>
    <message id="applicationReview.plain">
        <translation>「申請する」を押すと、申請されます。</translation>
    </message>
    <message id="applicationReview.file">
        <translation>申請する</translation>
    </message>
    <message id="applicationReview.fileAgain">
        <translation>それでも申請する</translation>
    </message>
    <message id="applicationReview.calledOff">
        <translation>中止しましたが、すでに申請されているかもしれません</translation>
    </message>
    <message id="applicationReview.calledOff.text">
        <translation>申請は、送ったあとでした。届いたかどうかは、まだわかりません。</translation>
    </message>
    <message id="applicationReview.calledOff.remedy">
        <translation>もう一度「申請する」を押すと、わかります。同じ申請が二重に受け付けられることはありません。届いていれば、番号を書いたメールも届きます。</translation>
    </message>
    <message id="applicationReview.uploading.remedy">
        <translation>送信が終わってから申請してください。</translation>
    </message>
    <message id="applicationReview.notReplaced">
        <translation>「%1」は届いていません</translation>
    </message>
    <message id="applicationReview.notReplaced.text">
        <translation>前のファイルが、まだ申請に入っています。</translation>
    </message>
    <message id="applicationReview.notReplaced.remedy">
        <translation>どうするかを選択してください。そのあとで申請できます。</translation>
    </message>
    <message id="applicationReview.keepFile">
        <translation>前のファイルを使う</translation>
    </message>
    <message id="applicationReview.otherFile">
        <translation>別のファイルを選ぶ</translation>
    </message>
    <message id="applicationCard.title">
        <translation>カードで署名</translation>
    </message>
    <message id="applicationCard.intro">
        <translation>マイナンバーカードをカードリーダーに置いてください。署名用パスワードを使います。</translation>
    </message>
    <message id="applicationSending.title">
        <translation>申請しています</translation>
    </message>
    <message id="applicationSending.card">
        <translation>署名して送っています。カードを動かさないでください。</translation>
    </message>
    <message id="applicationSending.text">
        <translation>申請を送っています。</translation>
    </message>
    <message id="applicationSending.sent">
        <translation>申請を送り、返事を待っています。ここで「中止する」を押しても、申請が済んでいることがあります。</translation>
    </message>
    <message id="applicationFiled.title">
        <translation>申請しました</translation>
    </message>
    <message id="applicationFiled.number">
        <translation>仮受付番号：%1</translation>
    </message>
    <message id="applicationFiled.at">
        <translation>申請日時：%1</translation>
    </message>
    <message id="applicationFiled.next">
        <translation>この後</translation>
    </message>
    <message id="applicationFiled.next.text">
        <translation>・申請受付番号は、翌日以降にメールで届きます。申請中であることの証明になります。
・追加の資料が必要なときと、審査が終わったときに、メールが届きます。
・状況は、この「申請」の一覧でいつでも見られます。</translation>
    </message>
    <message id="applicationFiled.list">
        <translation>申請の一覧へ</translation>
    </message>
    <message id="applicationFiled.print">
        <translation>控えを印刷する</translation>
    </message>
    <message id="applicationFiled.proof">
        <translation>申請の控え</translation>
    </message>
    <message id="applicationFiled.printed">
        <translation>印刷しました。</translation>
    </message>
    <message id="applicationFiled.notPrinted">
        <translation>印刷できませんでした。</translation>
    </message>
    <message id="draftConflict.title">
        <translation>下書きが別の場所で変わりました</translation>
    </message>
    <message id="draftConflict.filed.title">
        <translation>この下書きは申請済みです</translation>
    </message>
    <message id="draftConflict.intro">
        <translation>同じ下書きが、%1に別の画面またはパソコンから保存されました。どちらを続けますか。選ばなかった方も、別の下書きとして残ります。</translation>
    </message>
    <message id="draftConflict.unknown">
        <translation>同じ下書きが、別の画面またはパソコンから保存されました。その内容をまだ受け取れないため、比べることができません。ここで入力した内容は残っています。</translation>
    </message>
    <message id="draftConflict.differs">
        <translation>%1：ここ「%2」／別の場所「%3」</translation>
    </message>
    <message id="draftConflict.mine">
        <translation>ここで入力した内容を続ける</translation>
    </message>
    <message id="draftConflict.other">
        <translation>別の場所で保存した内容を続ける</translation>
    </message>
    <message id="draftConflict.filed">
        <translation>この下書きは、すでに申請されています。申請の一覧で確認してください。そのあとで変えた内容は、申請に入っていません。</translation>
    </message>
    <message id="applicationDetail.title">
        <translation>申請の状況</translation>
    </message>
    <message id="applicationDetail.wanted">
        <translation>追加の資料を提出してください</translation>
    </message>
    <message id="applicationDetail.wanted.until">
        <translation>期限：%1</translation>
    </message>
    <message id="applicationDetail.wanted.files">
        <translation>提出するファイル</translation>
    </message>
    <message id="applicationDetail.wanted.none">
        <translation>まだありません。求められた資料のPDFか、資料を撮った写真を、1つずつ追加してください。</translation>
    </message>
    <message id="applicationDetail.wanted.part">
        <translation>途中まで届いています。同じファイルをもう一度追加すると、残りが送られます。</translation>
    </message>
    <message id="applicationDetail.wanted.wait">
        <translation>ファイルを一つ送信しています。</translation>
    </message>
    <message id="applicationDetail.wanted.wait.text">
        <translation>届いてから、次のファイルを追加してください。</translation>
    </message>
    <message id="applicationDetail.wanted.add">
        <translation>ファイルを追加する</translation>
    </message>
    <message id="applicationDetail.wanted.handIn.text">
        <translation>全部そろったら提出してください。提出した後は、追加も削除もできません。</translation>
    </message>
    <message id="applicationDetail.wanted.handIn">
        <translation>資料を提出する</translation>
    </message>
    <message id="applicationDetail.wanted.over">
        <translation>資料の提出期限が過ぎました</translation>
    </message>
    <message id="applicationDetail.wanted.over.text">
        <translation>期限は%1でした。ここからはもう提出できません。</translation>
    </message>
    <message id="applicationDetail.wanted.over.remedy">
        <translation>すぐに地方出入国在留管理官署に連絡して、どうすればよいか聞いてください。
%helpDesk</translation>
    </message>
    <message id="applicationDetail.handedIn">
        <translation>資料を提出しました</translation>
    </message>
    <message id="applicationDetail.handedIn.text">
        <translation>%1に届きました。審査が続いています。結果は、メールとこの画面でお知らせします。</translation>
    </message>
    <message id="applicationDetail.granted">
        <translation>許可されました</translation>
    </message>
    <message id="applicationDetail.refused">
        <translation>許可されませんでした</translation>
    </message>
    <message id="applicationDetail.refused.remedy">
        <translation>理由は、地方出入国在留管理官署で説明を受けられます。
%helpDesk</translation>
    </message>
    <message id="applicationDetail.refused.together">
        <translation>一緒にした再入国許可や資格外活動許可の申請も、これと同時に終わりました。これらの結果のお知らせは届きません。</translation>
    </message>
    <message id="applicationDetail.history">
        <translation>これまでの状況</translation>
    </message>
    <message id="applicationDetail.reported">
        <translation>誤りの連絡（%1）</translation>
    </message>
    <message id="applicationDetail.receipt">
        <translation>受領方法</translation>
    </message>
    <message id="applicationDetail.receiveOther">
        <translation>受領方法を変える：%1</translation>
    </message>
    <message id="applicationDetail.more">
        <translation>ほかの操作</translation>
    </message>
    <message id="applicationPaper.print">
        <translation>申請書を印刷する</translation>
    </message>
    <message id="applicationPaper.save">
        <translation>申請書をPDFで保存する</translation>
    </message>
    <message id="resultChecklist.title">
        <translation>受取りに必要なもの</translation>
    </message>
    <message id="resultChecklist.afterwards">
        <translation>新しい在留カードを受け取ったら</translation>
    </message>
    <message id="resultChecklist.papers">
        <translation>用意するもの</translation>
    </message>
    <message id="resultChecklist.fee">
        <translation>%1：%2</translation>
    </message>
    <message id="resultChecklist.address">
        <translation>封筒に書く送り先</translation>
    </message>
    <message id="resultChecklist.print">
        <translation>この一覧を印刷する</translation>
    </message>
    <message id="resultChecklist.save">
        <translation>この一覧をPDFで保存する</translation>
    </message>
    <message id="applicationDetail.copy">
        <translation>この内容で新しい下書きを作る</translation>
    </message>
    <message id="applicationDetail.files">
        <translation>提出したファイル</translation>
    </message>
    <message id="applicationDetail.withdraw">
        <translation>申請を取り下げる</translation>
    </message>
    <message id="applicationDetail.withdraw.question">
        <translation>申請を取り下げますか</translation>
    </message>
    <message id="applicationDetail.withdraw.text">
        <translation>審査は行われません。必要なときは、もう一度申請してください。在留期間の満了日に注意してください。</translation>
    </message>
    <message id="applicationDetail.withdraw.no">
        <translation>取り下げない</translation>
    </message>
    <message id="applicationDetail.answers">
        <translation>申請した内容</translation>
    </message>
    <message id="applicationDetail.report">
        <translation>申請した内容の誤りを知らせる</translation>
    </message>
    <message id="applicationDetail.report.intro">
        <translation>申請した内容に誤りがあるときは、どこがどう違うかをここに書いて送ってください。申請を審査する人が読みます。申請そのものは変わりません。</translation>
    </message>
    <message id="applicationDetail.report.send">
        <translation>送る</translation>
    </message>
    <message id="applicationDetail.report.sent">
        <translation>誤りの連絡を送りました</translation>
    </message>
    <message id="applicationDetail.report.sent.text">
        <translation>「これまでの状況」に日時が残ります。質問があるときは、入管から連絡があります。</translation>
    </message>
    <message id="applicationDetail.report.missing">
        <translation>何が誤っているかを書いてください。</translation>
    </message>
    <message id="applicationDetail.report.tooLong">
        <translation>長すぎます。%1文字までで書いてください。</translation>
    </message>
    <message id="applicationDetail.report.tooMany">
        <translation>この申請については、これ以上ここから送れません。書いた文はこのまま残っています。地方出入国在留管理官署に連絡してください。</translation>
    </message>
    <message id="logins.refused">
        <translation>ログインできませんでした</translation>
    </message>
    <message id="logins.locked">
        <translation>失敗が続いたため、ロックされました</translation>
    </message>
    <message id="logins.here">
        <translation>今と同じ接続</translation>
    </message>
    <message id="logins.network">
        <translation>接続元：%1</translation>
    </message>
    <message id="secret.tries" numerus="yes">
        <translation>
            <numerusform>あと%n回入力できます</numerusform>
        </translation>
    </message>
    <message id="secret.tries.last">
        <translation>最後の1回です。間違えると、新しいものに変えるまで使えません</translation>
    </message>
    <message id="secret.wrong.remedy">
        <translation>大文字と小文字は区別しません。思い出せないときは入力をやめて、「パスワードを忘れたとき」を読んでください。</translation>
    </message>
    <message id="secret.impossible.title">
        <translation>文字の数が違います。カードには送っていません</translation>
    </message>
    <message id="secret.impossible.remedy">
        <translation>もう一度入力してください。残りの回数は減っていません。</translation>
    </message>
    <message id="secret.lastTry.title">
        <translation>最後の1回です。このパスワードを使いますか</translation>
    </message>
    <message id="secret.lastTry.look">
        <translation>「入力した文字を表示する」で、使う前に確かめられます。</translation>
    </message>
    <message id="secret.lastTry.no">
        <translation>使わない</translation>
    </message>
    <message id="secret.lastTry.yes">
        <translation>使う（間違えるとロックされます）</translation>
    </message>
    <message id="secret.checking.title">
        <translation>カードで確認しています</translation>
    </message>
    <message id="secret.checking.text">
        <translation>カードを動かさないでください。</translation>
    </message>
    <message id="step1.title">
        <translation>利用者情報入力（STEP1）</translation>
    </message>
    <message id="step1.intro">
        <translation>システムを使う人の情報を入力してください。</translation>
    </message>
    <message id="step1.intro.card">
        <translation>システムを使う人の情報を入力してください。カードから読み取った内容は、入力してあります。</translation>
    </message>
    <message id="step1.check">
        <translation>確認する</translation>
    </message>
    <message id="notice.endsSoon.title">
        <translation>カードの電子証明書は%1に期限が切れます</translation>
    </message>
    <message id="notice.endsSoon.text">
        <translation>このまま登録できます。</translation>
    </message>
    <message id="notice.endsSoon.remedy">
        <translation>期限が切れる前に、お住まいの市区町村の窓口で更新してください。</translation>
    </message>
    <message id="notice.beginsLater.title">
        <translation>カードの電子証明書は%1から有効です</translation>
    </message>
    <message id="notice.beginsLater.text">
        <translation>このパソコンの時計：%1</translation>
    </message>
    <message id="notice.beginsLater.remedy">
        <translation>時計が違っているときは、直してください。</translation>
    </message>
    <message id="notice.severalCards.title">
        <translation>複数のカードがあります</translation>
    </message>
    <message id="notice.severalCards.found">
        <translation>「%1」のマイナンバーカードを使います。別のカードを使うときは、このカードを取り外してください。</translation>
    </message>
    <message id="notice.severalCards.none">
        <translation>登録する人のマイナンバーカードだけを残してください。</translation>
    </message>
    <message id="notice.missingItems.title">
        <translation>カードから読み取れなかった項目があります。次の項目を入力してください</translation>
    </message>
    <message id="notice.missingItems.remedy">
        <translation>カードに別の書き方で書いてあるときは、項目のところに表示しています。</translation>
    </message>
    <message id="notice.alsoOnCard.title">
        <translation>氏名は、カードのローマ字の部分を使います</translation>
    </message>
    <message id="notice.alsoOnCard.text">
        <translation>%1：カードには、ほかに「%2」とあります</translation>
    </message>
    <message id="notice.alsoOnCard.remedy">
        <translation>登録され、カードと照合されるのは、ローマ字の氏名だけです。</translation>
    </message>
    <message id="field.required">
        <translation>必須</translation>
    </message>
    <message id="field.corrected">
        <translation>直りました</translation>
    </message>
    <message id="field.allCorrected">
        <translation>すべて直りました。もう一度「%1」を押してください。</translation>
    </message>
    <message id="field.example">
        <translation>例）%1</translation>
    </message>
    <message id="field.fromCard">
        <translation>✓ カードから読み取りました</translation>
    </message>
    <message id="field.cardText">
        <translation>カードにはこう書いてあります。見ながら入力してください。</translation>
    </message>
    <message id="field.notOnCard">
        <translation>カードからは読み取れませんでした。入力してください。</translation>
    </message>
    <message id="field.name.label">
        <translation>利用者氏名</translation>
    </message>
    <message id="field.name.hint">
        <translation>半角の英大文字で、姓と名の間を1文字空けて入力してください（104文字まで）。</translation>
    </message>
    <message id="field.sex.label">
        <translation>性別</translation>
    </message>
    <message id="field.sex.hint">
        <translation>どちらかを選んでください。</translation>
    </message>
    <message id="value.sex.male">
        <translation>男</translation>
    </message>
    <message id="value.sex.female">
        <translation>女</translation>
    </message>
    <message id="field.dateOfBirth.label">
        <translation>生年月日</translation>
    </message>
    <message id="field.dateOfBirth.hint">
        <translation>西暦で入力してください。
例）1990年4月15日</translation>
    </message>
    <message id="date.year">
        <translation>年</translation>
    </message>
    <message id="date.month">
        <translation>月</translation>
    </message>
    <message id="date.day">
        <translation>日</translation>
    </message>
    <message id="date.part">
        <translation>%1%2</translation>
    </message>
    <message id="date.full">
        <translation>%year年%month月%day日</translation>
    </message>
    <message id="time.morning">
        <translation>%date 午前%hour時%minute分</translation>
    </message>
    <message id="time.afternoon">
        <translation>%date 午後%hour時%minute分</translation>
    </message>
    <message id="field.municipalityCode.label">
        <translation>住居地（都道府県市区町村）</translation>
    </message>
    <message id="field.municipalityCode.label.office">
        <translation>事務所の所在地（都道府県市区町村）</translation>
    </message>
    <message id="field.municipalityCode.hint">
        <translation>名前の一部を入力して探すか、都道府県、市区町村の順に選んでください。</translation>
    </message>
    <message id="field.municipalityCode.hint.office">
        <translation>名前の一部を入力して探すか、都道府県、市区町村の順に選んでください。</translation>
    </message>
    <message id="place.search">
        <translation>市区町村を名前か郵便番号で探す</translation>
    </message>
    <message id="place.search.hint">
        <translation>漢字、かな、ローマ字の一部でも探せます。例）千代田、ちよだ、chiyoda、100-0005</translation>
    </message>
    <message id="place.found">
        <translation>見つかった市区町村</translation>
    </message>
    <message id="place.count" numerus="yes">
        <translation>
            <numerusform>%n件見つかりました。選んでください。</numerusform>
        </translation>
    </message>
    <message id="place.nothing">
        <translation>見つかりません。別の書き方で試すか、下の一覧から選んでください。</translation>
    </message>
    <message id="place.ambiguous">
        <translation>いくつかの場所が当てはまります。当てはまる所を選んでください。</translation>
    </message>
    <message id="place.chosen">
        <translation>✓ 選びました：%1</translation>
    </message>
    <message id="place.formerWard">
        <translation>旧・%1は、今はここです</translation>
    </message>
    <message id="place.dividedWard">
        <translation>旧・%1は二つに分かれました。町名を確かめて選んでください</translation>
    </message>
    <message id="town.offer.title">
        <translation>この郵便番号の町名：%1</translation>
    </message>
    <message id="town.offer.text">
        <translation>次の欄に入力した住所は消えません。町名を、その先頭に入れられます。</translation>
    </message>
    <message id="town.offer.yes">
        <translation>町名を先頭に入れる</translation>
    </message>
    <message id="town.offer.no">
        <translation>入れない</translation>
    </message>
    <message id="town.filled">
        <translation>✓ 町名を次の欄に入れました：%1。続きを入力してください。</translation>
    </message>
    <message id="place.prefecture">
        <translation>都道府県</translation>
    </message>
    <message id="place.municipality">
        <translation>市区町村</translation>
    </message>
    <message id="place.choose">
        <translation>選んでください</translation>
    </message>
    <message id="place.written">
        <translation>%kanji</translation>
    </message>
    <message id="field.addressRest.label">
        <translation>住居地（町名丁目番地号等）</translation>
    </message>
    <message id="field.addressRest.label.office">
        <translation>事務所の所在地（町名丁目番地号等）</translation>
    </message>
    <message id="field.addressRest.hint">
        <translation>市区町村の後を、建物の名前と部屋番号まで入力してください（全角80文字まで）。</translation>
    </message>
    <message id="field.addressRest.hint.office">
        <translation>市区町村の後を、建物の名前と部屋番号まで入力してください（全角80文字まで）。</translation>
    </message>
    <message id="field.phone.label">
        <translation>利用者連絡先電話番号</translation>
    </message>
    <message id="field.phone.label.office">
        <translation>事務所又は携帯電話の電話番号</translation>
    </message>
    <message id="field.phone.hint">
        <translation>数字で入力してください（12桁まで）。</translation>
    </message>
    <message id="field.phone.hint.office">
        <translation>数字で入力してください（12桁まで）。</translation>
    </message>
    <message id="field.email.label">
        <translation>メールアドレス</translation>
    </message>
    <message id="field.email.label.office">
        <translation>事務所のメールアドレス</translation>
    </message>
    <message id="field.email.hint">
        <translation>登録のお知らせが、このアドレスに届きます（半角60文字まで）。</translation>
    </message>
    <message id="field.email.hint.office">
        <translation>登録のお知らせが、このアドレスに届きます（半角60文字まで）。</translation>
    </message>
    <message id="field.emailConfirmation.label">
        <translation>メールアドレス（確認）</translation>
    </message>
    <message id="field.emailConfirmation.hint">
        <translation>確認のため、同じメールアドレスをもう一度入力してください。</translation>
    </message>
    <message id="field.userClass.label">
        <translation>利用者の区分</translation>
    </message>
    <message id="field.userClass.hint">
        <translation>当てはまるものを選んでください。</translation>
    </message>
    <message id="value.userClass.foreignNational">
        <translation>外国人本人（自分の申請をします）</translation>
    </message>
    <message id="value.userClass.legalRepresentative">
        <translation>法定代理人（本人に代わって申請をします）</translation>
    </message>
    <message id="value.userClass.family">
        <translation>配偶者、子、父又は母等（法定代理人を除く）</translation>
    </message>
    <message id="value.userClass.attorneyOrScrivener">
        <translation>弁護士・行政書士</translation>
    </message>
    <message id="value.userClass.coeByEmail">
        <translation>（窓口申請）在留資格認定証明書電子交付希望者</translation>
    </message>
    <message id="field.residenceCardNumber.label">
        <translation>在留カード番号</translation>
    </message>
    <message id="field.residenceCardNumber.hint">
        <translation>在留カードの右上にある、英字2文字、数字8桁、英字2文字の番号です。</translation>
    </message>
    <message id="field.agentCertificateNumber.label">
        <translation>申請等取次者証明書番号</translation>
    </message>
    <message id="field.agentCertificateNumber.hint">
        <translation>証明書のとおり「（東）弁10第50号」のように入力できます。12桁の数字に変わります。</translation>
    </message>
    <message id="agent.understood">
        <translation>✓ %1　%2　%3年　第%4号</translation>
    </message>
    <message id="agent.fault.unreadable">
        <translation>番号を読み取れません。証明書のとおり「（東）弁10第50号」のように入力するか、番号の組み立てを使ってください。</translation>
    </message>
    <message id="agent.fault.office">
        <translation>どの局の番号かがわかりません。札・仙・東・横・名・阪・神・高・広・福・那のどれかです。</translation>
    </message>
    <message id="agent.fault.class">
        <translation>弁護士か行政書士かがわかりません。「弁」または「行」です。</translation>
    </message>
    <message id="agent.fault.year">
        <translation>年を確かめてください。証明書の数字は西暦の下2桁です。</translation>
    </message>
    <message id="agent.fault.serial">
        <translation>通し番号を確かめてください。「第」と「号」の間の数字です。</translation>
    </message>
    <message id="agent.parts.show">
        <translation>番号を一つずつ選んで組み立てる</translation>
    </message>
    <message id="agent.parts.hide">
        <translation>組み立てを閉じる</translation>
    </message>
    <message id="agent.parts.office">
        <translation>発行局（かっこの中の文字）</translation>
    </message>
    <message id="agent.parts.class">
        <translation>区分（弁・行）</translation>
    </message>
    <message id="agent.parts.year">
        <translation>発行年</translation>
    </message>
    <message id="agent.year">
        <translation>%1年（証明書では「%2」）</translation>
    </message>
    <message id="agent.parts.serial">
        <translation>通し番号（「第」と「号」の間）</translation>
    </message>
    <message id="agent.parts.use">
        <translation>この番号を使う</translation>
    </message>
    <message id="agent.office.11">
        <translation>札幌（札）</translation>
    </message>
    <message id="agent.office.12">
        <translation>仙台（仙）</translation>
    </message>
    <message id="agent.office.13">
        <translation>東京（東）</translation>
    </message>
    <message id="agent.office.15">
        <translation>横浜（横）</translation>
    </message>
    <message id="agent.office.16">
        <translation>名古屋（名）</translation>
    </message>
    <message id="agent.office.17">
        <translation>大阪（阪）</translation>
    </message>
    <message id="agent.office.18">
        <translation>神戸（神）</translation>
    </message>
    <message id="agent.office.19">
        <translation>高松（高）</translation>
    </message>
    <message id="agent.office.20">
        <translation>広島（広）</translation>
    </message>
    <message id="agent.office.22">
        <translation>福岡（福）</translation>
    </message>
    <message id="agent.office.24">
        <translation>那覇（那）</translation>
    </message>
    <message id="agent.class.2">
        <translation>行政書士（行）</translation>
    </message>
    <message id="agent.class.7">
        <translation>弁護士（弁）</translation>
    </message>
    <message id="field.termsAccepted.label">
        <translation>利用規約</translation>
    </message>
    <message id="field.termsAccepted.hint">
        <translation>利用規約を開いて確認してから、同意する方はチェックしてください。</translation>
    </message>
    <message id="value.termsAccepted.true">
        <translation>同意します</translation>
    </message>
    <message id="terms.open">
        <translation>利用規約を開く</translation>
    </message>
    <message id="terms.openFirst">
        <translation>先に利用規約を開いてください。</translation>
    </message>
    <message id="terms.agree">
        <translation>利用規約に同意します</translation>
    </message>
    <message id="terms.title">
        <translation>利用規約</translation>
    </message>
    <message id="terms.version">
        <translation>版：%1</translation>
    </message>
    <message id="terms.close">
        <translation>読み終えて戻る</translation>
    </message>
    <message id="step2.title">
        <translation>利用者情報確認（STEP2）</translation>
    </message>
    <message id="step2.intro">
        <translation>入力した内容を確認してください。違うところは「変更」から直せます。</translation>
    </message>
    <message id="review.change">
        <translation>変更</translation>
    </message>
    <message id="review.change.named">
        <translation>%1を変更</translation>
    </message>
    <message id="step2.secretsAgain">
        <translation>安全のため、カードのパスワードを消しました。登録する前に、もう一度入力してください。</translation>
    </message>
    <message id="step2.tries">
        <translation>署名用パスワード：%1
利用者証明用パスワード：%2</translation>
    </message>
    <message id="step2.beforeSubmit">
        <translation>「登録する」を押すと、登録の内容が在留申請オンラインシステムに送られます。</translation>
    </message>
    <message id="step2.pad">
        <translation>このカードリーダーにはテンキーがあります。「登録する」を押してから、カードリーダーで4桁の数字を入力してください。確認と登録のために、2回続けて入力します。数字はこのパソコンには伝わりません。</translation>
    </message>
    <message id="step2.pad.notEntered">
        <translation>残りの回数は減っていません。上の欄に入力して、もう一度「登録する」を押してください。</translation>
    </message>
    <message id="step2.notEntered">
        <translation>残りの回数は減っていません。もう一度「登録する」を押してください。</translation>
    </message>
    <message id="step2.submit">
        <translation>登録する</translation>
    </message>
    <message id="step2.nothingSent.title">
        <translation>中止しました。何も送っていません</translation>
    </message>
    <message id="step2.nothingSent.text">
        <translation>登録は済んでいません。登録するには、もう一度「登録する」を押してください。</translation>
    </message>
    <message id="step2.mayHaveArrived.title">
        <translation>中止しましたが、すでに登録されているかもしれません</translation>
    </message>
    <message id="step2.mayHaveArrived.text">
        <translation>登録の内容は送ったあとでした。届いたかどうかは、まだわかりません。</translation>
    </message>
    <message id="step2.mayHaveArrived.remedy">
        <translation>もう一度「登録する」を押すと、わかります。二重に登録されることはありません。届いていれば、パスワードを設定するためのメールも届きます。</translation>
    </message>
    <message id="submitting.title">
        <translation>登録しています</translation>
    </message>
    <message id="submitting.text">
        <translation>そのままお待ちください。</translation>
    </message>
    <message id="submitting.text.card">
        <translation>カードを動かさずに、そのままお待ちください。</translation>
    </message>
    <message id="submitting.pad">
        <translation>カードリーダーで4桁の数字をもう一度入力し、確認キーを押してください。</translation>
    </message>
    <message id="submitting.unsent">
        <translation>まだ送っていません。ここで「中止する」を押すと、何も送られません。</translation>
    </message>
    <message id="submitting.sent">
        <translation>登録の内容を送り、返事を待っています。ここで「中止する」を押しても、登録が済んでいることがあります。</translation>
    </message>
    <message id="step3.title">
        <translation>利用者情報登録完了（STEP3）</translation>
    </message>
    <message id="step3.done">
        <translation>登録が完了しました</translation>
    </message>
    <message id="step3.corrected">
        <translation>以前の登録のメールアドレスを、今回のものに直しました。認証IDは、前と同じです。</translation>
    </message>
    <message id="step3.id">
        <translation>認証ID</translation>
    </message>
    <message id="step3.keep">
        <translation>認証IDはログインに使います。控えを取って、大切に保管してください。</translation>
    </message>
    <message id="step3.copy">
        <translation>認証IDをコピーする</translation>
    </message>
    <message id="step3.print">
        <translation>印刷する</translation>
    </message>
    <message id="step3.pdf">
        <translation>PDFで保存する</translation>
    </message>
    <message id="step3.copied">
        <translation>✓ コピーしました</translation>
    </message>
    <message id="step3.printed">
        <translation>✓ 印刷に送りました</translation>
    </message>
    <message id="step3.notPrinted">
        <translation>印刷できませんでした。プリンターを確認してください。</translation>
    </message>
    <message id="step3.next.title">
        <translation>次にすること</translation>
    </message>
    <message id="step3.next">
        <translation>・登録したメールアドレスに、パスワードを設定するためのメールが届きます。
・24時間以内にメールのリンクを開き、パスワードを設定してください。
・設定すると、認証IDをお知らせするメールが届き、ログインできるようになります。
・メールが届かないときは、迷惑メールのフォルダーを確認してください。</translation>
    </message>
    <message id="step3.noMail">
        <translation>それでも届かないときは、ヘルプデスクに連絡してください。
%helpDesk</translation>
    </message>
    <message id="step3.finish">
        <translation>終わる（トップページへ戻る）</translation>
    </message>
    <message id="receipt.title">
        <translation>利用者登録の控え</translation>
    </message>
    <message id="receipt.day">
        <translation>登録した日：%1</translation>
    </message>
    <message id="receipt.help">
        <translation>お問い合わせ先</translation>
    </message>
    <message id="failure.code">
        <translation>コード：%1</translation>
    </message>
    <message id="message.WZBAM001E.text">
        <translation>「！」がついている項目を入力してください。</translation>
    </message>
    <message id="message.WZBAM001E.remedy">
        <translation>「！」がついている項目の入力内容と例を確認し、再度入力してください。</translation>
    </message>
    <message id="message.WZBAM005E.text">
        <translation>入力内容に誤りがあります。再度入力してください。</translation>
    </message>
    <message id="message.WZBAM005E.remedy">
        <translation>「！」がついている項目を、例を見て直してください。</translation>
    </message>
    <message id="message.WZBAM011E.text">
        <translation>外字は入力できません。</translation>
    </message>
    <message id="message.WZBAM011E.remedy">
        <translation>特別な漢字は、よく使われる漢字やかなで入力してください。</translation>
    </message>
    <message id="message.WZBAM018E.text">
        <translation>「！」がついている項目に誤りがあります。入力内容および形式を確認し、再度入力してください。</translation>
    </message>
    <message id="message.WZBAM018E.remedy">
        <translation>「！」がついている項目を一つずつ確認し、例のとおりに直してください。</translation>
    </message>
    <message id="message.WZBAM023E.text">
        <translation>チェック編集処理で想定外のエラーが発生しました。</translation>
    </message>
    <message id="message.WZBAM023E.remedy">
        <translation>ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM098E.text">
        <translation>システムエラーが発生しました。</translation>
    </message>
    <message id="message.WZBAM098E.remedy">
        <translation>しばらくしてからやり直し、それでも続くときはヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM099E.text">
        <translation>別の場所でログインされたため、ログアウトしました。</translation>
    </message>
    <message id="message.WZBAM099E.remedy">
        <translation>続けるときは、もう一度ログインしてください。心当たりがないときは、ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM103E.text">
        <translation>都道府県市区町村を入力してください。</translation>
    </message>
    <message id="message.WZBAM103E.remedy">
        <translation>名前で探すか、一覧から選んでください。</translation>
    </message>
    <message id="message.WZBAM104E.text">
        <translation>町名丁目番地号等を入力してください。</translation>
    </message>
    <message id="message.WZBAM104E.remedy">
        <translation>市区町村の後の住所を入力してください。</translation>
    </message>
    <message id="message.WZBAM111E.text">
        <translation>年月日は実在日を指定してください。</translation>
    </message>
    <message id="message.WZBAM111E.remedy">
        <translation>年、月、日を確認して、再度入力してください。</translation>
    </message>
    <message id="message.WZBAM150E.text">
        <translation>利用者情報が無効です。</translation>
    </message>
    <message id="message.WZBAM150E.remedy">
        <translation>ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM151E.text">
        <translation>有効期限が切れています。</translation>
    </message>
    <message id="message.WZBAM151E.remedy">
        <translation>届出済証明書を更新してください。分からないときは、ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM153E.text">
        <translation>アカウントがロックされています。</translation>
    </message>
    <message id="message.WZBAM153E.remedy">
        <translation>24時間たってから、もう一度ログインしてください。お急ぎのときは、ログイン画面の「パスワードを忘れたとき」からメールを受け取り、新しいパスワードを設定すると、すぐにログインできます。最寄りの地方出入国在留管理官署の窓口でも再設定できます。</translation>
    </message>
    <message id="message.WZBAM155E.text">
        <translation>この認証IDは利用停止中です。</translation>
    </message>
    <message id="message.WZBAM155E.remedy">
        <translation>ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM156E.text">
        <translation>この認証IDは抹消されています。</translation>
    </message>
    <message id="message.WZBAM156E.remedy">
        <translation>ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="message.WZBAM158E.text">
        <translation>パスワードの有効期限が切れています。</translation>
    </message>
    <message id="message.WZBAM158E.remedy">
        <translation>パスワードを新しく設定してください。最寄りの地方出入国在留管理官署に「在留申請オンラインシステム認証ID・パスワード確認等申出書」（別記第15号様式）を出すか、郵送してください。</translation>
    </message>
    <message id="message.WZBAM159E.text">
        <translation>メールアドレスとメールアドレス（確認）には同じ値を入力してください。</translation>
    </message>
    <message id="message.WZBAM159E.remedy">
        <translation>2つのメールアドレスを見比べて、直してください。</translation>
    </message>
    <message id="message.WZBAM154E.text">
        <translation>パスワードが一致しません。現在のパスワードを再度確認してください。</translation>
    </message>
    <message id="message.WZBAM154E.remedy">
        <translation>現在のパスワードを入力し直してください。大文字と小文字は別の文字です。</translation>
    </message>
    <message id="message.WZBAM160E.text">
        <translation>パスワードとパスワード（再入力）には同じ値を入力してください。</translation>
    </message>
    <message id="message.WZBAM160E.remedy">
        <translation>両方のパスワードを、もう一度入力してください。</translation>
    </message>
    <message id="message.WZBAM162E.text">
        <translation>パスワードとパスワード（確認）には同じ値を入力してください。</translation>
    </message>
    <message id="message.WZBAM162E.remedy">
        <translation>新しいパスワードを、もう一度両方に入力してください。</translation>
    </message>
    <message id="message.WZBAM168E.text">
        <translation>認証ID又はメールアドレスの入力内容に誤りがあります。再度入力してください。</translation>
    </message>
    <message id="message.WZBAM168E.remedy">
        <translation>メールに書かれている認証IDと、登録したメールアドレスを確かめてください。</translation>
    </message>
    <message id="message.WZBAM244E.text">
        <translation>住居地を変更する場合は、都道府県市区町村と町名丁目番地号等をどちらも入力してください。</translation>
    </message>
    <message id="message.WZBAM244E.remedy">
        <translation>「！」がついている項目も入力してください。</translation>
    </message>
    <message id="message.WZBAM245E.text">
        <translation>変更する情報を入力してください。</translation>
    </message>
    <message id="message.WZBAM245E.remedy">
        <translation>「！」がついている項目のうち、変更するものに新しい情報を入力してください。</translation>
    </message>
    <message id="message.WZBAM256E.text">
        <translation>利用規約へ同意をしてください。</translation>
    </message>
    <message id="message.WZBAM256E.remedy">
        <translation>利用規約を開いて確認し、同意する方はチェックしてください。</translation>
    </message>
    <message id="fieldError.WZBAM001E">
        <translation>「%1」を入力してください</translation>
    </message>
    <message id="fieldError.WZBAM001E.choice">
        <translation>「%1」を選んでください</translation>
    </message>
    <message id="fieldError.WZBAM005E">
        <translation>「%1」の入力内容に誤りがあります。例のとおりに入力してください</translation>
    </message>
    <message id="fieldError.WZBAM005E.plain">
        <translation>「%1」の入力内容に誤りがあります。もう一度入力してください</translation>
    </message>
    <message id="fieldError.WZBAM011E">
        <translation>「%1」に、使えない文字（外字）があります</translation>
    </message>
    <message id="fieldError.WZBAM018E">
        <translation>「%1」を確認してください</translation>
    </message>
    <message id="fieldError.WZBAM023E">
        <translation>「%1」を確認できませんでした</translation>
    </message>
    <message id="fieldError.WZBAM098E">
        <translation>「%1」を確認できませんでした</translation>
    </message>
    <message id="fieldError.WZBAM099E">
        <translation>別の画面でログインされました：%1</translation>
    </message>
    <message id="fieldError.WZBAM103E">
        <translation>「%1」を選んでください</translation>
    </message>
    <message id="fieldError.WZBAM104E">
        <translation>「%1」を入力してください</translation>
    </message>
    <message id="fieldError.WZBAM111E">
        <translation>「%1」は、実際にある日付を入力してください</translation>
    </message>
    <message id="fieldError.WZBAM150E">
        <translation>利用者情報が無効です：%1</translation>
    </message>
    <message id="fieldError.WZBAM151E">
        <translation>有効期限が切れています：%1</translation>
    </message>
    <message id="fieldError.WZBAM153E">
        <translation>ロックされています：%1</translation>
    </message>
    <message id="fieldError.emailsOfToday">
        <translation>新しいメールアドレスの申込みは、24時間に5回までです。ほかの項目だけを変更するときは、メールアドレスを空欄にしてください。メールアドレスは、24時間たってからもう一度入力してください。</translation>
    </message>
    <message id="fieldError.fileMissing">
        <translation>ファイルが届いていません。もう一度選んでください：%1</translation>
    </message>
    <message id="fieldError.windowNotYet">
        <translation>まだ申請できる期間になっていません。期間になってから申請してください。</translation>
    </message>
    <message id="fieldError.windowCounter">
        <translation>オンラインで申請できる期間を過ぎています。今日（閉庁日の場合は次の開庁日に）、地方出入国在留管理官署の窓口で申請してください。</translation>
    </message>
    <message id="fieldError.windowOver">
        <translation>申請できる期間を過ぎています。すぐに地方出入国在留管理官署の窓口にご相談ください。</translation>
    </message>
    <message id="fieldError.WZBAM155E">
        <translation>利用停止中です：%1</translation>
    </message>
    <message id="fieldError.WZBAM156E">
        <translation>抹消されています：%1</translation>
    </message>
    <message id="fieldError.WZBAM158E">
        <translation>有効期限が切れています：%1</translation>
    </message>
    <message id="fieldError.WZBAM159E">
        <translation>「%1」には、上と同じメールアドレスを入力してください</translation>
    </message>
    <message id="fieldError.WZBAM154E">
        <translation>「%1」が違います。今使っているパスワードを入力してください</translation>
    </message>
    <message id="fieldError.WZBAM160E">
        <translation>「%1」には、上と同じパスワードを入力してください</translation>
    </message>
    <message id="fieldError.WZBAM162E">
        <translation>「%1」には、上と同じパスワードを入力してください</translation>
    </message>
    <message id="fieldError.WZBAM168E">
        <translation>「%1」の入力内容に誤りがあります</translation>
    </message>
    <message id="fieldError.WZBAM244E">
        <translation>住居地を変更する場合は、%1も入力してください</translation>
    </message>
    <message id="fieldError.WZBAM245E">
        <translation>変更する場合は、%1に新しい情報を入力してください</translation>
    </message>
    <message id="fieldError.WZBAM256E">
        <translation>「%1」を開いて確認し、同意してください</translation>
    </message>
    <message id="failure.serviceMissing.title">
        <translation>カードを使うためのサービスが動いていません</translation>
    </message>
    <message id="failure.serviceMissing.text">
        <translation>このパソコンでは、カードリーダーと通信するサービスが止まっているか、入っていません。カードやリーダーの故障ではありません。</translation>
    </message>
    <message id="failure.serviceMissing.text.windows">
        <translation>カードリーダーと通信するWindowsのサービス（Smart Card）が動いていません。Windowsは、カードリーダーがつながったときにこれを開始します。カードやリーダーの故障ではありません。</translation>
    </message>
    <message id="failure.serviceMissing.remedy">
        <translation>パソコンを再起動してください。それでも動かないときは、スマートカードサービス（Linuxではpcscd）を開始してください。</translation>
    </message>
    <message id="failure.serviceMissing.remedy.windows">
        <translation>カードリーダーをつないでください。すでにつないであるときは、パソコンを再起動してください。それでも動かないときは、Windowsの「サービス」で「Smart Card」を開始してください。</translation>
    </message>
    <message id="failure.serviceIncompatible.title">
        <translation>カードを使うためのサービスと通信できません</translation>
    </message>
    <message id="failure.serviceIncompatible.text">
        <translation>サービスの版が合いません。遠隔操作や、隔離された環境で使っているときに起こります。</translation>
    </message>
    <message id="failure.serviceIncompatible.remedy">
        <translation>パソコンに直接向かって操作し、このプログラムとパソコンを最新の状態にしてください。</translation>
    </message>
    <message id="failure.noReader.title">
        <translation>カードリーダーが見つかりません</translation>
    </message>
    <message id="failure.noReader.text">
        <translation>パソコンにカードリーダーがつながっていないか、まだ認識されていません。</translation>
    </message>
    <message id="failure.noReader.remedy">
        <translation>カードリーダーのUSBケーブルを差し直してください。つながると、自動で先に進みます。</translation>
    </message>
    <message id="failure.readerUnavailable.title">
        <translation>カードリーダーが使えません</translation>
    </message>
    <message id="failure.readerUnavailable.text">
        <translation>カードリーダーはありますが、応答しません。</translation>
    </message>
    <message id="failure.readerUnavailable.remedy">
        <translation>一度抜いて差し直すか、別のUSB端子につないでください。</translation>
    </message>
    <message id="failure.noCard.title">
        <translation>カードが置かれていません</translation>
    </message>
    <message id="failure.noCard.text">
        <translation>カードリーダーの準備はできています。</translation>
    </message>
    <message id="failure.noCard.remedy">
        <translation>マイナンバーカードをリーダーの上に置くか、奥まで差し込んでください。</translation>
    </message>
    <message id="failure.cardRemoved.title">
        <translation>カードが離れました</translation>
    </message>
    <message id="failure.cardRemoved.text">
        <translation>作業の途中でカードが読み取れなくなりました。安全のため、パスワードを消しました。</translation>
    </message>
    <message id="failure.cardRemoved.remedy">
        <translation>同じカードをもう一度置いて、続けてください。</translation>
    </message>
    <message id="failure.cardMute.title">
        <translation>カードが応答しません</translation>
    </message>
    <message id="failure.cardMute.text">
        <translation>カードの向きが逆か、置き方がずれています。</translation>
    </message>
    <message id="failure.cardMute.remedy">
        <translation>カードの向きを確かめて、置き直してください。スマートフォンや財布を近くから離してください。</translation>
    </message>
    <message id="failure.cardInUse.title">
        <translation>ほかのプログラムがカードを使っています</translation>
    </message>
    <message id="failure.cardInUse.text">
        <translation>同時には使えません。</translation>
    </message>
    <message id="failure.cardInUse.remedy">
        <translation>カードを使うほかのプログラムやブラウザーを閉じて、もう一度確認してください。</translation>
    </message>
    <message id="failure.cardReset.title">
        <translation>カードがリセットされました</translation>
    </message>
    <message id="failure.cardReset.text">
        <translation>ほかのプログラムがカードを使い始めました。</translation>
    </message>
    <message id="failure.cardReset.remedy">
        <translation>ほかのプログラムを閉じて、やり直してください。</translation>
    </message>
    <message id="failure.cardCommunication.title">
        <translation>カードとの通信に失敗しました</translation>
    </message>
    <message id="failure.cardCommunication.text">
        <translation>通信の途中で切れました。</translation>
    </message>
    <message id="failure.cardCommunication.remedy">
        <translation>カードを置き直して、動かさずにもう一度確認してください。</translation>
    </message>
    <message id="failure.otherCard.title">
        <translation>マイナンバーカードではありません</translation>
    </message>
    <message id="failure.otherCard.text">
        <translation>別の種類のカードが置かれています。マイナンバーカードと一体になっていない在留カードや運転免許証は使えません。</translation>
    </message>
    <message id="failure.otherCard.remedy">
        <translation>マイナンバーカードを置いてください。</translation>
    </message>
    <message id="failure.olderCard.title">
        <translation>住民基本台帳カードは使えません</translation>
    </message>
    <message id="failure.olderCard.text">
        <translation>以前の住民基本台帳カードです。</translation>
    </message>
    <message id="failure.olderCard.remedy">
        <translation>マイナンバーカードを置いてください。お持ちでない方は、市区町村の窓口で申請できます。</translation>
    </message>
    <message id="failure.phoneToken.title">
        <translation>スマートフォンの電子証明書は使えません</translation>
    </message>
    <message id="failure.phoneToken.text">
        <translation>これには、カードそのものが必要です。</translation>
    </message>
    <message id="failure.phoneToken.remedy">
        <translation>スマートフォンを離して、マイナンバーカードを置いてください。</translation>
    </message>
    <message id="failure.cardSwapped.title">
        <translation>別のカードに替わりました</translation>
    </message>
    <message id="failure.cardSwapped.text">
        <translation>ほかの人の情報と混ざらないように、入力した内容を消しました。</translation>
    </message>
    <message id="failure.cardSwapped.remedy">
        <translation>正しいカードであれば、このまま最初から進めてください。</translation>
    </message>
    <message id="failure.cardAnswer.title">
        <translation>カードの応答が正しくありません</translation>
    </message>
    <message id="failure.cardAnswer.text">
        <translation>カードから、予想しない応答がありました。</translation>
    </message>
    <message id="failure.cardAnswer.remedy">
        <translation>カードを置き直してください。続くときは、コードを添えてヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="failure.readerWithoutDriver.title">
        <translation>カードリーダーのドライバーがありません</translation>
    </message>
    <message id="failure.readerWithoutDriver.text">
        <translation>カードリーダーはつながっていますが、このパソコンにはそれを動かすドライバーがありません。</translation>
    </message>
    <message id="failure.readerWithoutDriver.remedy">
        <translation>「このパソコンを確認する」に出るドライバーを入れてください。ドライバーがないリーダーのときは、別のリーダーを使ってください。</translation>
    </message>
    <message id="failure.readerWithoutDriver.remedy.windows">
        <translation>カードリーダーのメーカーのホームページから、ドライバーを入れてください。製品の名前は「このパソコンを確認する」に出ます。インターネットにつながっているときにリーダーをつなぐと、Windowsが自分で探すこともあります。</translation>
    </message>
    <message id="failure.readerTaken.title">
        <translation>別のドライバーがカードリーダーを使っています</translation>
    </message>
    <message id="failure.readerTaken.text">
        <translation>システムの別のドライバーがリーダーをつかんでいるため、カードを読めません。</translation>
    </message>
    <message id="failure.readerTaken.remedy">
        <translation>「このパソコンを確認する」に出るドライバーを、パソコンの管理者に止めてもらってください。そのあとパソコンを再起動してください。</translation>
    </message>
    <message id="failure.remoteSession.title">
        <translation>遠隔操作ではカードリーダーを使えません</translation>
    </message>
    <message id="failure.remoteSession.title.windows">
        <translation>遠隔操作ではカードリーダーを使えないことがあります</translation>
    </message>
    <message id="failure.remoteSession.text">
        <translation>このプログラムは、離れた場所にあるパソコンの上で動いています。手元のカードリーダーは、そのパソコンからは見えません。</translation>
    </message>
    <message id="failure.remoteSession.text.windows">
        <translation>このプログラムは、リモートデスクトップの中で動いています。手元のカードリーダーは、リモートデスクトップが引き渡すときだけ使えます。</translation>
    </message>
    <message id="failure.remoteSession.remedy">
        <translation>カードリーダーをつないだパソコンで、このプログラムを直接起動してください。</translation>
    </message>
    <message id="failure.remoteSession.remedy.windows">
        <translation>カードリーダーをつないだパソコンで、このプログラムを直接起動してください。または、「リモートデスクトップ接続」の「ローカル リソース」で「スマート カード」を選び、つなぎ直してください。</translation>
    </message>
    <message id="failure.sandboxed.title">
        <translation>このプログラムはカードリーダーから隔離されています</translation>
    </message>
    <message id="failure.sandboxed.text">
        <translation>FlatpakやSnapで入れたプログラムは、パソコンのカードのサービスと通信できないことがあります。</translation>
    </message>
    <message id="failure.sandboxed.remedy">
        <translation>Debianパッケージを入れ直すか、カードのサービス（pcscd）への接続を許可してください。</translation>
    </message>
    <message id="failure.sessionRefused.title">
        <translation>このパソコンではカードリーダーの使用が許可されていません</translation>
    </message>
    <message id="failure.sessionRefused.text">
        <translation>カードリーダーを使えるのは、パソコンの画面の前でログインした人だけです。</translation>
    </message>
    <message id="failure.sessionRefused.remedy">
        <translation>パソコンの前で直接ログインして使ってください。できないときは、パソコンの管理者に相談してください。</translation>
    </message>
    <message id="failure.serviceHangs.title">
        <translation>カードを使うためのサービスが応答しません</translation>
    </message>
    <message id="failure.serviceHangs.text">
        <translation>カードリーダーと通信するサービスは動いていますが、返事がありません。リーダーのドライバーが止まっているときにも起こります。カードの故障ではありません。</translation>
    </message>
    <message id="failure.serviceHangs.remedy">
        <translation>カードリーダーを一度抜いて差し直してください。サービスが応答すれば、自動的に先へ進みます。それでも変わらないときは、パソコンを再起動してください。</translation>
    </message>
    <message id="failure.newerCard.title">
        <translation>新しい種類のカードです</translation>
    </message>
    <message id="failure.newerCard.text">
        <translation>電子証明書の入ったカードですが、このプログラムが知らない種類です。カードの故障ではありません。</translation>
    </message>
    <message id="failure.newerCard.remedy">
        <translation>このプログラムを最新の版にして、もう一度試してください。最新の版でも使えないときは、ヘルプデスクにコードを伝えてください。
%helpDesk</translation>
    </message>
    <message id="failure.memoryNotLocked.title">
        <translation>パスワードを安全に扱えません</translation>
    </message>
    <message id="failure.memoryNotLocked.text">
        <translation>このパソコンの設定により、パスワードをメモリーに固定できません。固定できないと、パスワードがディスクに書き出されるおそれがあるため、入力を求めません。</translation>
    </message>
    <message id="failure.memoryNotLocked.remedy">
        <translation>パソコンの管理者に、固定できるメモリーの上限（ulimit -l、memlock）を1 MB以上にしてもらい、プログラムを起動し直してください。</translation>
    </message>
    <message id="failure.memoryNotLocked.remedy.windows">
        <translation>ほかのプログラムを終了するか、パソコンを再起動してから、プログラムを起動し直してください。変わらないときは、パソコンの管理者に、メモリーの制限（ワーキングセット）を確認してもらってください。</translation>
    </message>
    <message id="failure.noSigningCertificate.title">
        <translation>署名用電子証明書がありません</translation>
    </message>
    <message id="failure.noSigningCertificate.text">
        <translation>15歳未満の方のカードや、発行を希望しなかったカードには入っていません。住所や氏名が変わると使えなくなります。</translation>
    </message>
    <message id="failure.noSigningCertificate.remedy">
        <translation>マイナンバーカードを持って市区町村の窓口へ行くと、発行できます。法定代理人やご家族が、自分のカードで登録することもできます。</translation>
    </message>
    <message id="failure.noAuthenticationCertificate.title">
        <translation>利用者証明用電子証明書がありません</translation>
    </message>
    <message id="failure.noAuthenticationCertificate.text">
        <translation>このカードでは、本人であることを確認できません。</translation>
    </message>
    <message id="failure.noAuthenticationCertificate.remedy">
        <translation>マイナンバーカードを持って市区町村の窓口へ行くと、発行できます。</translation>
    </message>
    <message id="failure.signingCertificateExpired.title">
        <translation>署名用電子証明書の有効期限が切れています</translation>
    </message>
    <message id="failure.signingCertificateExpired.text">
        <translation>在留期間と同じ日に切れることがあります。</translation>
    </message>
    <message id="failure.signingCertificateExpired.remedy">
        <translation>マイナンバーカードと在留カードを持って、市区町村の窓口で更新してください。</translation>
    </message>
    <message id="failure.authenticationCertificateExpired.title">
        <translation>利用者証明用電子証明書の有効期限が切れています</translation>
    </message>
    <message id="failure.authenticationCertificateExpired.text">
        <translation>在留期間と同じ日に切れることがあります。</translation>
    </message>
    <message id="failure.authenticationCertificateExpired.remedy">
        <translation>マイナンバーカードと在留カードを持って、市区町村の窓口で更新してください。</translation>
    </message>
    <message id="failure.passwordBlocked.title">
        <translation>署名用パスワードがロックされています</translation>
    </message>
    <message id="failure.passwordBlocked.text">
        <translation>5回続けて間違えたため、このパスワードだけが使えなくなりました。カードは壊れていません。ほかの機能は、そのまま使えます。</translation>
    </message>
    <message id="failure.passwordBlocked.remedy">
        <translation>次のどちらかで、無料で新しいパスワードにできます。
・マイナンバーカードを持って市区町村の窓口へ行く
・スマートフォンのアプリ「JPKI暗証番号リセット」で予約し、コンビニエンスストアの端末で手続をする（利用者証明用パスワードが必要です）</translation>
    </message>
    <message id="failure.pinBlocked.title">
        <translation>利用者証明用パスワードがロックされています</translation>
    </message>
    <message id="failure.pinBlocked.text">
        <translation>3回続けて間違えたため、このパスワードだけが使えなくなりました。カードは壊れていません。ほかの機能は、そのまま使えます。</translation>
    </message>
    <message id="failure.pinBlocked.remedy">
        <translation>次のどちらかで、無料で新しいものにできます。
・マイナンバーカードを持って市区町村の窓口へ行く
・署名用パスワードがわかるときは、スマートフォンのアプリ「JPKI暗証番号リセット」で予約し、コンビニエンスストアの端末で手続をする</translation>
    </message>
    <message id="failure.verifyInterrupted.title">
        <translation>パスワードの確認の途中で、カードとの通信が切れました</translation>
    </message>
    <message id="failure.verifyInterrupted.text">
        <translation>この1回は、間違いとして数えられた可能性があります。</translation>
    </message>
    <message id="failure.verifyInterrupted.remedy">
        <translation>カードを置き直し、残りの回数を確認してから続けてください。</translation>
    </message>
    <message id="failure.certificateNotYetValid.title">
        <translation>電子証明書の有効期間がまだ始まっていません</translation>
    </message>
    <message id="failure.certificateNotYetValid.text">
        <translation>発行されたばかりの電子証明書か、このパソコンの時計が遅れています。</translation>
    </message>
    <message id="failure.certificateNotYetValid.remedy">
        <translation>このパソコンの日付、時刻、タイムゾーンが正しいか確認してください。正しいときは、有効期間が始まってから、もう一度お試しください。</translation>
    </message>
    <message id="failure.networkUnreachable.title">
        <translation>在留申請オンラインシステムに接続できません</translation>
    </message>
    <message id="failure.networkUnreachable.text">
        <translation>インターネットにつながっていないか、途中で止められています。</translation>
    </message>
    <message id="failure.networkUnreachable.remedy">
        <translation>ほかのウェブサイトが開くか確認してください。会社や学校では、ネットワークの担当者に相談してください。</translation>
    </message>
    <message id="failure.networkTimeout.title">
        <translation>応答がありません</translation>
    </message>
    <message id="failure.networkTimeout.text">
        <translation>システムから返事がありませんでした。送ったものがすでに届いていても、もう一度送って二重になることはありません。</translation>
    </message>
    <message id="failure.networkTimeout.remedy">
        <translation>少し待って、もう一度試してください。</translation>
    </message>
    <message id="failure.tlsUntrusted.title">
        <translation>接続先が本物か確認できません</translation>
    </message>
    <message id="failure.tlsUntrusted.text">
        <translation>接続先の証明書が信頼できません。情報は何も送っていません。</translation>
    </message>
    <message id="failure.tlsUntrusted.remedy">
        <translation>サインインが必要なネットワークでは、ブラウザーで先にサインインしてください。そうでなければ、別の回線で試してください。会社などでは、ネットワークの担当者にコードを伝えてください。</translation>
    </message>
    <message id="failure.tlsWrongHost.title">
        <translation>接続先の名前が一致しません</translation>
    </message>
    <message id="failure.tlsWrongHost.text">
        <translation>別のコンピューターが応答しています。情報は何も送っていません。</translation>
    </message>
    <message id="failure.tlsWrongHost.remedy">
        <translation>サインインが必要なネットワークでは、ブラウザーで先にサインインしてください。そうでなければ、別の回線で試してください。</translation>
    </message>
    <message id="failure.tlsExpired.title">
        <translation>接続先の証明書の期限が切れています</translation>
    </message>
    <message id="failure.tlsExpired.text">
        <translation>パソコンの日付や時刻が違っていると、このように見えることがあります。情報は何も送っていません。</translation>
    </message>
    <message id="failure.tlsExpired.remedy">
        <translation>パソコンの日付と時刻を確認してください。正しければ、サインインが必要なネットワークでは、ブラウザーで先にサインインしてください。</translation>
    </message>
    <message id="failure.serverBusy.title">
        <translation>システムが混み合っています</translation>
    </message>
    <message id="failure.serverBusy.text">
        <translation>入力した内容は残っています。</translation>
    </message>
    <message id="failure.serverBusy.remedy">
        <translation>数分待ってから、もう一度試してください。</translation>
    </message>
    <message id="failure.serverError.title">
        <translation>システムで問題が起きました</translation>
    </message>
    <message id="failure.serverError.text">
        <translation>あなたの入力やカードの問題ではありません。入力した内容は残っています。</translation>
    </message>
    <message id="failure.serverError.remedy">
        <translation>少し待って、もう一度試してください。続くときは、コードを添えてヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="failure.serverAnswer.title">
        <translation>システムの応答を読み取れません</translation>
    </message>
    <message id="failure.serverAnswer.text">
        <translation>途中の機器が応答を変えたか、このプログラムが古い可能性があります。</translation>
    </message>
    <message id="failure.serverAnswer.remedy">
        <translation>このプログラムを最新の版にして、もう一度試してください。</translation>
    </message>
    <message id="failure.proxyUnusable.title">
        <translation>プロキシを通れません</translation>
    </message>
    <message id="failure.proxyUnusable.text">
        <translation>パソコンに設定されたプロキシにつながらないか、断られました。設定が正しい形でない場合もあります。</translation>
    </message>
    <message id="failure.proxyUnusable.remedy">
        <translation>パソコンのプロキシの設定を確認してください。会社や学校では、ネットワークの担当者に相談してください。</translation>
    </message>
    <message id="failure.clockWrong.title">
        <translation>パソコンの時計が合っていません</translation>
    </message>
    <message id="failure.clockWrong.text">
        <translation>パソコンの日付と時刻が、1時間以上ずれています。証明書の期限を正しく判断できません。</translation>
    </message>
    <message id="failure.clockWrong.remedy">
        <translation>パソコンの日付、時刻、タイムゾーンを合わせてください。</translation>
    </message>
    <message id="failure.answerLost.title">
        <translation>返事が届く前に、通信が切れました</translation>
    </message>
    <message id="failure.answerLost.text">
        <translation>送ったものは、すでに届いているかもしれません。</translation>
    </message>
    <message id="failure.answerLost.remedy">
        <translation>もう一度ボタンを押してください。二重になることはありません。</translation>
    </message>
    <message id="failure.networkSignIn.title">
        <translation>ネットワークのサインインが必要なようです</translation>
    </message>
    <message id="failure.networkSignIn.text">
        <translation>在留申請オンラインシステムではなく、途中のネットワークが応答しています。ホテルや駅などの無線LANでよく起こります。</translation>
    </message>
    <message id="failure.networkSignIn.remedy">
        <translation>ブラウザーでほかのウェブサイトを開いて、表示された画面でサインインしてから、もう一度試してください。会社や学校では、ネットワークの担当者に相談してください。</translation>
    </message>
    <message id="failure.nonceExpired.title">
        <translation>時間が過ぎました</translation>
    </message>
    <message id="failure.nonceExpired.text">
        <translation>送信の準備をしてから、時間がたちすぎました。まだ受け付けられていません。</translation>
    </message>
    <message id="failure.nonceExpired.remedy">
        <translation>同じボタンをもう一度押してください。</translation>
    </message>
    <message id="failure.signatureRefused.title">
        <translation>電子署名が受け付けられませんでした</translation>
    </message>
    <message id="failure.signatureRefused.text">
        <translation>送った内容と署名が一致しません。</translation>
    </message>
    <message id="failure.signatureRefused.remedy">
        <translation>もう一度お試しください。続くときは、コードを添えてヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="failure.certificateRefused.title">
        <translation>カードの電子証明書が受け付けられませんでした</translation>
    </message>
    <message id="failure.certificateRefused.text">
        <translation>発行元を確認できない電子証明書です。</translation>
    </message>
    <message id="failure.certificateRefused.remedy">
        <translation>マイナンバーカードを持って、市区町村の窓口で電子証明書を確認してください。</translation>
    </message>
    <message id="failure.certificateNotYetValidAtServer.title">
        <translation>電子証明書は、まだ有効になっていません</translation>
    </message>
    <message id="failure.certificateNotYetValidAtServer.text">
        <translation>電子証明書の有効期間が、まだ始まっていません。</translation>
    </message>
    <message id="failure.certificateNotYetValidAtServer.remedy">
        <translation>しばらく待ってから、もう一度お試しください。変わらないときは、マイナンバーカードを持って、市区町村の窓口で確認してください。</translation>
    </message>
    <message id="failure.loginRefused.title">
        <translation>認証IDまたはパスワードが違います</translation>
    </message>
    <message id="failure.loginRefused.text">
        <translation>どちらが違うかは、安全のためお知らせしません。</translation>
    </message>
    <message id="failure.loginRefused.remedy">
        <translation>認証IDをメールと見比べ、Caps Lockと大文字・小文字を確かめて、もう一度入力してください。5回間違えると、24時間ログインできなくなります。</translation>
    </message>
    <message id="failure.accountLocked.title">
        <translation>アカウントがロックされています</translation>
    </message>
    <message id="failure.accountLocked.text">
        <translation>規定の回数以上、ログインに失敗しました。ロックは24時間後に自動で解除されます。</translation>
    </message>
    <message id="failure.accountLocked.remedy">
        <translation>24時間たってから、もう一度ログインしてください。お急ぎのときは、ログイン画面の「パスワードを忘れたとき」からメールを受け取り、新しいパスワードを設定すると、すぐにログインできます。最寄りの地方出入国在留管理官署の窓口でも再設定できます。</translation>
    </message>
    <message id="failure.accountSuspended.title">
        <translation>この認証IDは利用停止中です</translation>
    </message>
    <message id="failure.accountSuspended.text">
        <translation>この認証IDでは、いまログインできません。</translation>
    </message>
    <message id="failure.accountSuspended.remedy">
        <translation>ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="failure.accountDeleted.title">
        <translation>この認証IDは抹消されています</translation>
    </message>
    <message id="failure.accountDeleted.text">
        <translation>この認証IDは、もう使えません。</translation>
    </message>
    <message id="failure.accountDeleted.remedy">
        <translation>ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="failure.accountExpired.title">
        <translation>有効期限が切れています</translation>
    </message>
    <message id="failure.accountExpired.text">
        <translation>利用できる期間が終わりました。弁護士・行政書士の方は、届出済証明書の有効期限が切れるとログインできません。</translation>
    </message>
    <message id="failure.accountExpired.remedy">
        <translation>届出済証明書を更新して、ヘルプデスクにお知らせください。またログインできるようになります。
%helpDesk</translation>
    </message>
    <message id="failure.accountInvalid.title">
        <translation>利用者情報が無効です</translation>
    </message>
    <message id="failure.accountInvalid.text">
        <translation>この認証IDでは、ログインできません。</translation>
    </message>
    <message id="failure.accountInvalid.remedy">
        <translation>ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="failure.passwordExpired.title">
        <translation>パスワードの有効期限が切れています</translation>
    </message>
    <message id="failure.passwordExpired.text">
        <translation>パスワードを使えるのは、設定した日から1年間です。</translation>
    </message>
    <message id="failure.passwordExpired.remedy">
        <translation>「新しいパスワードを設定する」を押してください。</translation>
    </message>
    <message id="failure.cardNeeded.title">
        <translation>この認証IDでは、パスワードでログインできません</translation>
    </message>
    <message id="failure.cardNeeded.text">
        <translation>マイナンバーカードで登録した方は、マイナンバーカードでログインします。パスワードでログインできるのは、申請が終わる前にカードの電子証明書の有効期限が切れたときだけです。</translation>
    </message>
    <message id="failure.cardNeeded.remedy">
        <translation>トップページに戻り、ログインの「外国人本人・その他」を押してください。</translation>
    </message>
    <message id="failure.sessionEnded.title">
        <translation>ログアウトしました</translation>
    </message>
    <message id="failure.sessionEnded.text">
        <translation>%1間、操作がなかったか、ログインの期限が切れました。</translation>
    </message>
    <message id="failure.sessionEnded.remedy">
        <translation>もう一度ログインしてください。前の画面に戻ります。</translation>
    </message>
    <message id="failure.sessionReplaced.title">
        <translation>別の場所でログインされたため、ログアウトしました</translation>
    </message>
    <message id="failure.sessionReplaced.text">
        <translation>同じ認証IDで、別の画面からログインがありました。使えるのは、一度に一つの画面だけです。</translation>
    </message>
    <message id="failure.sessionReplaced.remedy">
        <translation>続けるときは、もう一度ログインしてください。心当たりがないときは、ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="failure.cardNotOfAccount.title">
        <translation>この認証IDとカードではログインできません</translation>
    </message>
    <message id="failure.cardNotOfAccount.text">
        <translation>認証IDが違うか、登録したときのカードではありません。どちらであるかは、安全のためお知らせしません。</translation>
    </message>
    <message id="failure.cardNotOfAccount.remedy">
        <translation>認証IDをメールと見比べてください。登録のあとでカードや電子証明書を新しくした方は、「登録のあとでカードを新しくしました」を選んでください。</translation>
    </message>
    <message id="failure.linkUnknown.title">
        <translation>このリンクは使えません</translation>
    </message>
    <message id="failure.linkUnknown.text">
        <translation>リンクの一部が欠けているか、登録が取り消されています。</translation>
    </message>
    <message id="failure.linkUnknown.remedy">
        <translation>メールのリンクを、はじめから終わりまでコピーしてください。それでも使えないときは、ログインのページで新しいメールを送ってください。</translation>
    </message>
    <message id="failure.linkExpired.title">
        <translation>リンクの期限が切れています</translation>
    </message>
    <message id="failure.linkExpired.text">
        <translation>リンクを使えるのは、メールが届いてから24時間です。</translation>
    </message>
    <message id="failure.linkExpired.remedy">
        <translation>「新しいリンクをもらう」を押してください。</translation>
    </message>
    <message id="failure.linkUsed.title">
        <translation>このリンクはすでに使われています</translation>
    </message>
    <message id="failure.linkUsed.text">
        <translation>リンクを使えるのは1回だけです。</translation>
    </message>
    <message id="failure.linkUsed.remedy">
        <translation>設定したパスワードでログインしてください。わからないときは、「新しいリンクをもらう」を押してください。</translation>
    </message>
    <message id="failure.draftChanged.title">
        <translation>下書きが別の場所で変更されました</translation>
    </message>
    <message id="failure.draftChanged.text">
        <translation>別の画面または別のパソコンで、同じ下書きが保存されました。</translation>
    </message>
    <message id="failure.draftChanged.remedy">
        <translation>どちらを続けるか選んでください。どちらの入力も残ります。</translation>
    </message>
    <message id="failure.tooManyDrafts.title">
        <translation>下書きが多すぎます</translation>
    </message>
    <message id="failure.tooManyDrafts.text">
        <translation>保存できる下書きの数が上限に達しています。</translation>
    </message>
    <message id="failure.tooManyDrafts.remedy">
        <translation>使わない下書きを一覧から削除してください。</translation>
    </message>
    <message id="failure.fileRefused.title">
        <translation>このファイルは受け付けられません</translation>
    </message>
    <message id="failure.fileRefused.text">
        <translation>ファイルの内容に問題があります。</translation>
    </message>
    <message id="failure.fileRefused.remedy">
        <translation>別のファイルを選んでください。</translation>
    </message>
    <message id="failure.applicationNotYours.title">
        <translation>この申請はできません</translation>
    </message>
    <message id="failure.applicationNotYours.text">
        <translation>この利用者の区分では、この方のこの手続を申請できません。</translation>
    </message>
    <message id="failure.applicationNotYours.remedy">
        <translation>本人または法定代理人が申請するか、弁護士・行政書士に依頼してください。</translation>
    </message>
    <message id="failure.windowClosed.title">
        <translation>今はオンラインで申請できません</translation>
    </message>
    <message id="failure.windowClosed.text">
        <translation>申請できる期間ではありません。</translation>
    </message>
    <message id="failure.windowClosed.remedy">
        <translation>まだ早い場合は、申請できる期間になってから申請してください。期間を過ぎている場合は、今日（閉庁日の場合は次の開庁日に）、地方出入国在留管理官署の窓口に行ってください。</translation>
    </message>
    <message id="failure.alreadyFiled.title">
        <translation>同じ申請がすでにあります</translation>
    </message>
    <message id="failure.alreadyFiled.text">
        <translation>この申請人の同じ手続は、すでに申請されています。</translation>
    </message>
    <message id="failure.alreadyFiled.remedy">
        <translation>一覧で確認してください。もう一度申請する必要がある場合だけ、続けてください。</translation>
    </message>
    <message id="failure.notNow.title">
        <translation>今はこの操作ができません</translation>
    </message>
    <message id="failure.notNow.text">
        <translation>申請の状態が変わったため、この操作はできません。</translation>
    </message>
    <message id="failure.notNow.remedy">
        <translation>一覧で今の状態を確認してください。</translation>
    </message>
    <message id="failure.draftGone.title">
        <translation>この下書きはもうありません</translation>
    </message>
    <message id="failure.draftGone.text">
        <translation>申請済みか、削除されたか、保存期間が過ぎています。</translation>
    </message>
    <message id="failure.draftGone.remedy">
        <translation>一覧に戻って確認してください。</translation>
    </message>
    <message id="failure.signedByAnother.title">
        <translation>署名した方とアカウントの方が違います</translation>
    </message>
    <message id="failure.signedByAnother.text">
        <translation>署名したカードは、このアカウントの方のカードではありません。または、カードの氏名がアカウントの氏名と違います。</translation>
    </message>
    <message id="failure.signedByAnother.remedy">
        <translation>ご自分のカードを置いて、もう一度署名してください。ご自分のカードで、氏名が変わった方などは、同じカードでもう一度利用者登録をすると、登録済みと出たあとで署名できるようになります。わからないときは、ヘルプデスクにお問い合わせください。
%helpDesk</translation>
    </message>
    <message id="failure.certificateExpiredAtServer.title">
        <translation>電子証明書の有効期限が切れています</translation>
    </message>
    <message id="failure.certificateExpiredAtServer.text">
        <translation>有効な電子証明書が必要です。</translation>
    </message>
    <message id="failure.certificateExpiredAtServer.remedy">
        <translation>マイナンバーカードと在留カードを持って、市区町村の窓口で更新してください。</translation>
    </message>
    <message id="failure.certificateRevoked.title">
        <translation>電子証明書が失効しています</translation>
    </message>
    <message id="failure.certificateRevoked.text">
        <translation>引っ越しや氏名の変更、カードの紛失の届出をすると、失効します。</translation>
    </message>
    <message id="failure.certificateRevoked.remedy">
        <translation>マイナンバーカードを持って、市区町村の窓口で新しい電子証明書を受けてください。</translation>
    </message>
    <message id="failure.formRefused.title">
        <translation>入力した内容が受け付けられませんでした</translation>
    </message>
    <message id="failure.formRefused.text">
        <translation>「！」がついている項目を確認してください。</translation>
    </message>
    <message id="failure.formRefused.remedy">
        <translation>直してから、もう一度「確認する」を押してください。</translation>
    </message>
    <message id="failure.certificateMismatch.title">
        <translation>入力した内容とカードの内容が一致しません</translation>
    </message>
    <message id="failure.certificateMismatch.text">
        <translation>安全のため、どの項目が違うかは表示できません。すべての項目に「！」がつきます。</translation>
    </message>
    <message id="failure.certificateMismatch.remedy">
        <translation>氏名、性別、生年月日、住所を、カードに書いてあるとおりに直してください。引っ越した方は、先に市区町村の窓口でカードの住所を変更してください。</translation>
    </message>
    <message id="failure.alreadyRegistered.title">
        <translation>このカードでは、すでに登録されています</translation>
    </message>
    <message id="failure.alreadyRegistered.text">
        <translation>一枚のカードで登録できるのは、一度だけです。</translation>
    </message>
    <message id="failure.alreadyRegistered.remedy">
        <translation>登録したときのメールで認証IDを確かめてください。メールアドレスの間違いでメールが届かなかったときは、前の画面でメールアドレスを直して、もう一度登録してください。カードでログインしたことがある方は、ログインして利用者情報を変更してください。見つからないときは、最寄りの地方出入国在留管理局に「在留申請オンラインシステム認証ID・パスワード確認等申出書」（別記第15号様式）を出すか、郵送してください。</translation>
    </message>
    <message id="failure.requestTooLarge.title">
        <translation>送る内容が大きすぎます</translation>
    </message>
    <message id="failure.requestTooLarge.text">
        <translation>システムが受け取れる大きさを超えました。</translation>
    </message>
    <message id="failure.requestTooLarge.remedy">
        <translation>住居地などを短くして、もう一度試してください。</translation>
    </message>
    <message id="failure.termsOutdated.title">
        <translation>利用規約が新しくなりました</translation>
    </message>
    <message id="failure.termsOutdated.text">
        <translation>同意した利用規約は、古い版です。</translation>
    </message>
    <message id="failure.termsOutdated.remedy">
        <translation>このプログラムを最新の版にして、新しい利用規約を確認してください。</translation>
    </message>
    <message id="failure.clientTooOld.title">
        <translation>このプログラムは古いため使えません</translation>
    </message>
    <message id="failure.clientTooOld.text">
        <translation>システムは、もっと新しい版だけを受け付けています。</translation>
    </message>
    <message id="failure.clientTooOld.remedy">
        <translation>このプログラムを最新の版にしてください。</translation>
    </message>
    <message id="selfCheck.open">
        <translation>このパソコンを確認する</translation>
    </message>
    <message id="selfCheck.title">
        <translation>このパソコンの確認</translation>
    </message>
    <message id="selfCheck.intro">
        <translation>カードリーダー、カード、通信の状態を確認します。パスワードは使いません。</translation>
    </message>
    <message id="selfCheck.forHelpDesk">
        <translation>問い合わせのときに伝える情報</translation>
    </message>
    <message id="selfCheck.private">
        <translation>この結果に個人の情報は入っていません。ヘルプデスクに送ることができます。
%helpDesk</translation>
    </message>
    <message id="selfCheck.running">
        <translation>確認しています…</translation>
    </message>
    <message id="selfCheck.whole.good">
        <translation>問題は見つかりませんでした</translation>
    </message>
    <message id="selfCheck.whole.notice">
        <translation>使えますが、注意することがあります</translation>
    </message>
    <message id="selfCheck.whole.bad">
        <translation>問題が見つかりました</translation>
    </message>
    <message id="selfCheck.again">
        <translation>もう一度確認する</translation>
    </message>
    <message id="selfCheck.copy">
        <translation>結果をコピーする</translation>
    </message>
    <message id="selfCheck.save">
        <translation>結果をファイルに保存する</translation>
    </message>
    <message id="selfCheck.file">
        <translation>madoguchi-確認結果.txt</translation>
    </message>
    <message id="selfCheck.copied">
        <translation>結果をコピーしました。</translation>
    </message>
    <message id="selfCheck.close">
        <translation>前のページに戻る</translation>
    </message>
    <message id="selfCheck.whatToDo">
        <translation>対処：</translation>
    </message>
    <message id="selfCheck.notChecked">
        <translation>まだ確認できません。</translation>
    </message>
    <message id="selfCheck.verdict.good">
        <translation>問題なし</translation>
    </message>
    <message id="selfCheck.verdict.notice">
        <translation>注意</translation>
    </message>
    <message id="selfCheck.verdict.bad">
        <translation>問題あり</translation>
    </message>
    <message id="selfCheck.verdict.notChecked">
        <translation>未確認</translation>
    </message>
    <message id="selfCheck.session.title">
        <translation>使っている場所</translation>
    </message>
    <message id="selfCheck.session.good">
        <translation>このパソコンの前で使っています。</translation>
    </message>
    <message id="selfCheck.memory.title">
        <translation>パスワードのためのメモリー</translation>
    </message>
    <message id="selfCheck.memory.good">
        <translation>パスワードを安全に扱えます。</translation>
    </message>
    <message id="selfCheck.service.title">
        <translation>カードを使うためのサービス</translation>
    </message>
    <message id="selfCheck.service.good">
        <translation>サービスは動いています。</translation>
    </message>
    <message id="selfCheck.readers.title">
        <translation>カードリーダー</translation>
    </message>
    <message id="selfCheck.readers.good">
        <translation>カードリーダーを使えます。</translation>
    </message>
    <message id="selfCheck.card.title">
        <translation>カード</translation>
    </message>
    <message id="selfCheck.card.good">
        <translation>マイナンバーカードです。</translation>
    </message>
    <message id="selfCheck.certificates.title">
        <translation>電子証明書</translation>
    </message>
    <message id="selfCheck.certificates.good">
        <translation>二つの電子証明書が入っています。利用者証明用電子証明書は有効期間内です。署名用電子証明書の期限は、パスワードを入力した後で確認します。</translation>
    </message>
    <message id="selfCheck.tries.title">
        <translation>パスワードの残り回数</translation>
    </message>
    <message id="selfCheck.tries.good">
        <translation>残り回数は減っていません。</translation>
    </message>
    <message id="selfCheck.tries.notice">
        <translation>残り回数が減っています。正しいパスワードを入力すると元に戻ります。</translation>
    </message>
    <message id="selfCheck.proxy.title">
        <translation>プロキシ</translation>
    </message>
    <message id="selfCheck.proxy.good">
        <translation>プロキシの問題はありません。</translation>
    </message>
    <message id="selfCheck.network.title">
        <translation>在留申請オンラインシステムとの通信</translation>
    </message>
    <message id="selfCheck.network.good">
        <translation>接続できました。</translation>
    </message>
    <message id="selfCheck.network.notice">
        <translation>接続先が設定されていません。</translation>
    </message>
    <message id="selfCheck.tls.title">
        <translation>接続先の証明書</translation>
    </message>
    <message id="selfCheck.tls.good">
        <translation>接続先は本物です。</translation>
    </message>
    <message id="selfCheck.trustAnchors.title">
        <translation>信頼する認証局</translation>
    </message>
    <message id="selfCheck.trustAnchors.good">
        <translation>認証局の証明書があります。</translation>
    </message>
    <message id="selfCheck.clock.title">
        <translation>時計</translation>
    </message>
    <message id="selfCheck.clock.good">
        <translation>合っています。</translation>
    </message>
    <message id="selfCheck.clock.notice">
        <translation>数分以上ずれています。</translation>
    </message>
    <message id="selfCheck.fonts.title">
        <translation>日本語の文字</translation>
    </message>
    <message id="selfCheck.fonts.good">
        <translation>日本語のフォントがあります。</translation>
    </message>
    <message id="selfCheck.fonts.notice">
        <translation>There is no font with Japanese. Install one, for example: apt install fonts-noto-cjk</translation>
    </message>
    <message id="selfCheck.fonts.notice.windows">
        <translation>There is no font with Japanese. Add one in the Settings of Windows: “Optional features”, “Japanese Supplemental Fonts”</translation>
    </message>
    <message id="selfCheck.detail.sandbox">
        <translation>隔離された環境</translation>
    </message>
    <message id="selfCheck.detail.remote">
        <translation>遠隔操作</translation>
    </message>
    <message id="selfCheck.detail.protocolVersion">
        <translation>通信手順の版</translation>
    </message>
    <message id="selfCheck.detail.reader">
        <translation>リーダー</translation>
    </message>
    <message id="selfCheck.detail.wanted">
        <translation>使うことになっているリーダー</translation>
    </message>
    <message id="selfCheck.detail.withoutDriver">
        <translation>使えないリーダー</translation>
    </message>
    <message id="selfCheck.detail.driver">
        <translation>入れるドライバー</translation>
    </message>
    <message id="selfCheck.detail.noDriver">
        <translation>このシステム用のドライバーはありません</translation>
    </message>
    <message id="selfCheck.detail.noDriver.windows">
        <translation>Windowsにドライバーがありません。メーカーのものを入れてください</translation>
    </message>
    <message id="selfCheck.detail.kernelDriver">
        <translation>リーダーをつかんでいるドライバー</translation>
    </message>
    <message id="selfCheck.detail.signing">
        <translation>署名用電子証明書</translation>
    </message>
    <message id="selfCheck.detail.authentication">
        <translation>利用者証明用電子証明書</translation>
    </message>
    <message id="selfCheck.detail.present">
        <translation>あり</translation>
    </message>
    <message id="selfCheck.detail.absent">
        <translation>なし</translation>
    </message>
    <message id="selfCheck.detail.inDate">
        <translation>有効期間内</translation>
    </message>
    <message id="selfCheck.detail.outOfDate">
        <translation>有効期限切れ</translation>
    </message>
    <message id="selfCheck.detail.password">
        <translation>署名用パスワードの残り回数</translation>
    </message>
    <message id="selfCheck.detail.pin">
        <translation>利用者証明用パスワードの残り回数</translation>
    </message>
    <message id="selfCheck.detail.host">
        <translation>プロキシのホスト</translation>
    </message>
    <message id="selfCheck.detail.noProxy">
        <translation>プロキシは使っていません</translation>
    </message>
    <message id="selfCheck.detail.notUnderstood">
        <translation>読み取れない設定</translation>
    </message>
    <message id="selfCheck.detail.chain">
        <translation>接続先が示した証明書</translation>
    </message>
    <message id="selfCheck.detail.anchors.file">
        <translation>指定された認証局</translation>
    </message>
    <message id="selfCheck.detail.anchors.system">
        <translation>このシステムの認証局を使っています</translation>
    </message>
    <message id="selfCheck.detail.used">
        <translation>たどり着いた認証局</translation>
    </message>
    <message id="selfCheck.detail.secondsAhead">
        <translation>時計の進み（秒）</translation>
    </message>
    <message id="field.optional">
        <translation>任意</translation>
    </message>
    <message id="date.partUnknown">
        <translation>わからない部分がある（わからないところは空欄のままにする）</translation>
    </message>
    <message id="date.unknown">
        <translation>不明</translation>
    </message>
    <message id="date.yearOnly">
        <translation>%year年</translation>
    </message>
    <message id="date.yearMonth">
        <translation>%year年%month月</translation>
    </message>
    <message id="form.progress">
        <translation>%1／%2ページ</translation>
    </message>
    <message id="form.next">
        <translation>次へ進む</translation>
    </message>
    <message id="list.colon">
        <translation>：</translation>
    </message>
    <message id="list.comma">
        <translation>、</translation>
    </message>
    <message id="form.back">
        <translation>前へ</translation>
    </message>
    <message id="form.errors">
        <translation>直すところがあります</translation>
    </message>
    <message id="form.errors.remedy">
        <translation>下の項目を押すと、その欄に移ります。</translation>
    </message>
    <message id="form.warnings">
        <translation>念のため確認してください</translation>
    </message>
    <message id="form.warnings.remedy">
        <translation>このままでも先に進めます。</translation>
    </message>
    <message id="form.warning">
        <translation>確認（このままでも進めます）：%1</translation>
    </message>
    <message id="form.notice">
        <translation>お知らせ：%1</translation>
    </message>
    <message id="form.named">
        <translation>%1：%2</translation>
    </message>
    <message id="form.ofRow">
        <translation>%1：%2</translation>
    </message>
    <message id="form.appeared">
        <translation>質問が増えました：%1</translation>
    </message>
    <message id="form.characters">
        <translation>%1文字（%2文字まで）</translation>
    </message>
    <message id="form.search">
        <translation>名前の一部を入れて探す</translation>
    </message>
    <message id="form.search.nothing">
        <translation>見つかりません。別の書き方で探してください。</translation>
    </message>
    <message id="form.file.limits">
        <translation>%1、%2まで</translation>
    </message>
    <message id="form.file.choose">
        <translation>ファイルを選ぶ</translation>
    </message>
    <message id="form.file.other">
        <translation>別のファイルを選ぶ</translation>
    </message>
    <message id="form.file.remove">
        <translation>ファイルを外す</translation>
    </message>
    <message id="group.remove">
        <translation>削除</translation>
    </message>
    <message id="group.remove.named">
        <translation>%1を削除</translation>
    </message>
    <message id="group.removed">
        <translation>削除しました</translation>
    </message>
    <message id="group.undo">
        <translation>元に戻す</translation>
    </message>
    <message id="group.undo.named">
        <translation>%1を元に戻す</translation>
    </message>
    <message id="group.full">
        <translation>%1件まで入力できます。</translation>
    </message>
    <message id="review.nothing">
        <translation>入力なし</translation>
    </message>
    <message id="value.yesNo.yes">
        <translation>はい</translation>
    </message>
    <message id="value.yesNo.no">
        <translation>いいえ</translation>
    </message>
    <message id="offer.take">
        <translation>「%1」にする</translation>
    </message>
    <message id="offer.keep">
        <translation>このままにする</translation>
    </message>
    <message id="offer.email.title">
        <translation>%1 で間違いありませんか</translation>
    </message>
    <message id="offer.email.text">
        <translation>よくある打ち間違いに似ています。</translation>
    </message>
    <message id="offer.email.noSuchEnding">
        <translation>このような終わりのアドレスはありません。もう一度確かめてください。</translation>
    </message>
    <message id="offer.name.title">
        <translation>パスポートと同じつづりを選んでください</translation>
    </message>
    <message id="offer.name.text">
        <translation>この名前には、パスポートでの書き方がいくつかある文字があります。パスポートの顔写真のページの下の2行か、在留カードを見てください。</translation>
    </message>
    <message id="cause.external">
        <translation>「%1」は、ここでは使えない文字です。別の文字で入力してください。</translation>
    </message>
    <message id="cause.invisible">
        <translation>目に見えない文字（%1）があります。消してください。</translation>
    </message>
    <message id="cause.wrongAlphabet">
        <translation>ここでは使えない種類の文字があります。</translation>
    </message>
    <message id="cause.severalSpellings">
        <translation>パスポートでの書き方がいくつかある文字があります。</translation>
    </message>
    <message id="cause.tooLong">
        <translation>%1文字あります。%2文字までにしてください。</translation>
    </message>
    <message id="cause.tooShort">
        <translation>文字が足りません。</translation>
    </message>
    <message id="cause.foreignNumber">
        <translation>外国の電話番号です。日本の電話番号を入れてください。</translation>
    </message>
    <message id="cause.noLeadingZero">
        <translation>日本の電話番号は0から始まります。</translation>
    </message>
    <message id="cause.undialable">
        <translation>このような電話番号はありません。</translation>
    </message>
    <message id="cause.noAt">
        <translation>「@」がありません。</translation>
    </message>
    <message id="cause.noHost">
        <translation>「@」の後が正しくありません。</translation>
    </message>
    <message id="cause.twoDigitYear">
        <translation>年は西暦の4桁で入れてください。</translation>
    </message>
    <message id="cause.japaneseEra">
        <translation>和暦ではなく西暦で入れてください。</translation>
    </message>
    <message id="cause.yearNotFirst">
        <translation>年、月、日の順に入れてください。</translation>
    </message>
    <message id="cause.incompleteDate">
        <translation>空いているところがあります。</translation>
    </message>
    <message id="cause.incompletePartialDate">
        <translation>空いているところがあります。わからないときは、「わからない部分がある」にチェックしてください。</translation>
    </message>
    <message id="cause.notYet">
        <translation>まだ来ていない日です。</translation>
    </message>
    <message id="cause.tooEarly">
        <translation>昔すぎる日です。</translation>
    </message>
    <message id="cause.yearFarOff">
        <translation>年を確認してください。今年は西暦%1年です。</translation>
    </message>
    <message id="form.search.count" numerus="yes">
        <translation>
            <numerusform>見つかりました：%n件</numerusform>
        </translation>
    </message>
    <message id="keyboard.writings">
        <translation>かなを打つと、漢字の候補がここに出ます。</translation>
    </message>
    <message id="keyboard.asItIs">
        <translation>かなのまま</translation>
    </message>
    <message id="keyboard.otherWritings">
        <translation>次の候補</translation>
    </message>
    <message id="keyboard.space">
        <translation>空白</translation>
    </message>
    <message id="keyboard.left">
        <translation>左へ</translation>
    </message>
    <message id="keyboard.right">
        <translation>右へ</translation>
    </message>
    <message id="keyboard.erase">
        <translation>消す</translation>
    </message>
    <message id="keyboard.next">
        <translation>次の欄</translation>
    </message>
    <message id="kiosk.start.begin">
        <translation>はじめる</translation>
    </message>
    <message id="kiosk.start.text">
        <translation>在留申請オンラインシステムに、登録、ログイン、申請ができます。</translation>
    </message>
    <message id="kiosk.start.card">
        <translation>マイナンバーカードを用意してください。</translation>
    </message>
    <message id="kiosk.ended.title">
        <translation>ご利用を終わりました。</translation>
    </message>
    <message id="kiosk.ended.text">
        <translation>この機械には何も残っていません。カードと紙をお持ちですか。</translation>
    </message>
    <message id="kiosk.fault.title">
        <translation>故障のため、ご利用を終わりました。</translation>
    </message>
    <message id="kiosk.fault.text">
        <translation>この機械には何も残っていません。ログインして入力した申請は、保存したところから続けられます。カードをお持ちになり、もう一度はじめてください。</translation>
    </message>
    <message id="visit.foot">
        <translation>窓口の機械です。終わったら必ず「終わる」を押してください。</translation>
    </message>
    <message id="visit.end">
        <translation>終わる</translation>
    </message>
    <message id="visit.goOn">
        <translation>続ける</translation>
    </message>
    <message id="visit.idle.title">
        <translation>まだお使いですか。</translation>
    </message>
    <message id="visit.idle.text">
        <translation>続けるには、画面に触れるか、キーを押してください。終わるには、そのあとで画面の下の「終わる」を押してください。</translation>
    </message>
    <message id="visit.cardTaken.title">
        <translation>カードをお取りになりました。終わりますか。</translation>
    </message>
    <message id="visit.cardTaken.text">
        <translation>続けるには、「続ける」を押してください。カードを置くだけでは続きません。</translation>
    </message>
    <message id="visit.end.title">
        <translation>終わりますか。</translation>
    </message>
    <message id="visit.end.text">
        <translation>入力したものと、あなたについての情報を、この機械から消します。</translation>
    </message>
    <message id="visit.drafts">
        <translation>ログインして入力した申請は、下書きとして残り、あとで続けられます。</translation>
    </message>
    <message id="visit.ending.title">
        <translation>終わっています。</translation>
    </message>
    <message id="visit.ending.text">
        <translation>しばらくお待ちください。</translation>
    </message>
    <message id="visit.ending.card">
        <translation>カードをお取りください。</translation>
    </message>
    <message id="staff.title">
        <translation>職員用の画面</translation>
    </message>
    <message id="staff.code">
        <translation>職員用のコード</translation>
    </message>
    <message id="staff.open">
        <translation>開く</translation>
    </message>
    <message id="staff.back">
        <translation>戻る</translation>
    </message>
    <message id="staff.text">
        <translation>この画面に、利用者の情報はありません。</translation>
    </message>
    <message id="staff.restart">
        <translation>再起動する</translation>
    </message>
    <message id="staff.end">
        <translation>プログラムを終了する</translation>
    </message>
    <message id="staff.wrong">
        <translation>コードが違います。</translation>
    </message>
    <message id="staff.closed">
        <translation>コードを何度も間違えました。5分後にもう一度入力してください。</translation>
    </message>
    <message id="visit.left" numerus="yes">
        <translation>
            <numerusform>あと%n秒で終わります。</numerusform>
        </translation>
    </message>
    <message id="print.tooManyPages" numerus="yes">
        <translation>
            <numerusform>印刷しませんでした。この機械で印刷できるのは、1回のご利用につき全部で%nページまでです。もっと必要なときは、窓口の人に聞いてください。</numerusform>
        </translation>
    </message>
    <message id="file.notHere.title">
        <translation>この機械では、ファイルを追加できません。</translation>
    </message>
    <message id="file.notHere.text">
        <translation>入力したものは下書きとして残ります。ご自分のパソコンでログインすると、続きからファイルを追加できます。</translation>
    </message>
</context>
</TS>
