<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name></name>
    <message id="language.tag">
        <translation>en</translation>
    </message>
    <message id="app.title">
        <translation>Madoguchi - Registration for the Online Residence Application System</translation>
    </message>
    <message id="app.name">
        <translation>Madoguchi</translation>
    </message>
    <message id="app.system">
        <translation>Online Residence Application System</translation>
    </message>
    <message id="header.back">
        <translation>Back</translation>
    </message>
    <message id="header.leave">
        <translation>Back to the top page</translation>
    </message>
    <message id="header.user">
        <translation>User: %1</translation>
    </message>
    <message id="header.lastLogin">
        <translation>Last login: %1</translation>
    </message>
    <message id="header.firstLogin">
        <translation>First login</translation>
    </message>
    <message id="header.logOut">
        <translation>Log out</translation>
    </message>
    <message id="session.endsSoon.title">
        <translation>You will be logged out soon</translation>
    </message>
    <message id="session.endsSoon.text">
        <translation>Nothing has been done for some time. In 2 minutes you will be logged out. To go on, press any key, for example Shift.</translation>
    </message>
    <message id="header.languages">
        <translation>Language</translation>
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
        <translation>Text size</translation>
    </message>
    <message id="header.textSize.normal">
        <translation>A, usual text</translation>
    </message>
    <message id="header.textSize.large">
        <translation>A+, larger text</translation>
    </message>
    <message id="header.textSize.largest">
        <translation>A++, largest text</translation>
    </message>
    <message id="setup.title">
        <translation>Madoguchi is not set up on this computer yet</translation>
    </message>
    <message id="setup.text">
        <translation>Please show the following to whoever looks after this computer.</translation>
    </message>
    <message id="policy.fine">
        <translation>These settings can be used.</translation>
    </message>
    <message id="policy.unreadable">
        <translation>This file of settings cannot be read: there is none, or it is larger than 64 KB.</translation>
    </message>
    <message id="policy.notUtf8">
        <translation>This is not a text in UTF-8. Save it with the encoding UTF-8.</translation>
    </message>
    <message id="policy.notJson">
        <translation>What stands up to line %1 is not JSON.</translation>
    </message>
    <message id="policy.notJson.windows">
        <translation>What stands up to line %1 is not JSON. In paths, write each \ twice: C:\\folder\\file.</translation>
    </message>
    <message id="policy.ambiguous">
        <translation>This cannot be read in one way only: a name stands there twice, or brackets are nested too deep.</translation>
    </message>
    <message id="policy.unknownName">
        <translation>There is no setting of this name.</translation>
    </message>
    <message id="policy.missing">
        <translation>This is needed, too.</translation>
    </message>
    <message id="policy.type.text">
        <translation>This has to be a text.</translation>
    </message>
    <message id="policy.type.number">
        <translation>This has to be a whole number.</translation>
    </message>
    <message id="policy.type.boolean">
        <translation>This has to be true or false.</translation>
    </message>
    <message id="policy.type.list">
        <translation>This has to be a list in [ ].</translation>
    </message>
    <message id="policy.type.object">
        <translation>This has to be an object in curly brackets.</translation>
    </message>
    <message id="policy.notOneOf">
        <translation>This has to be one of: %1</translation>
    </message>
    <message id="policy.wrongForm">
        <translation>This form cannot be used. Right would be for example: %1</translation>
    </message>
    <message id="policy.empty">
        <translation>This must not be empty.</translation>
    </message>
    <message id="policy.twice">
        <translation>The same stands before it.</translation>
    </message>
    <message id="policy.outOfRange">
        <translation>This has to be between these two: %1</translation>
    </message>
    <message id="policy.noFile">
        <translation>There is no such file: %1</translation>
    </message>
    <message id="policy.noCertificate">
        <translation>There is no certificate in PEM in this file: %1</translation>
    </message>
    <message id="policy.badTerms">
        <translation>The terms of use cannot be used: %1</translation>
    </message>
    <message id="policy.sampleTerms">
        <translation>The terms of use are the sample. Name the folder of the operator's own as termsFolder.</translation>
    </message>
    <message id="help.open">
        <translation>Help and contact</translation>
    </message>
    <message id="help.title">
        <translation>Help</translation>
    </message>
    <message id="help.desk">
        <translation>Whom to ask</translation>
    </message>
    <message id="help.desk.line">
        <translation>Help desk: %1</translation>
    </message>
    <message id="help.desk.none">
        <translation>No help desk is named on this computer. Ask whoever looks after it.</translation>
    </message>
    <message id="help.desk.say">
        <translation>Tell them the code, where one is shown. Tell nobody your password, PIN or Individual Number.</translation>
    </message>
    <message id="help.guide.chapters">
        <translation>All parts of the guide</translation>
    </message>
    <message id="help.guide.print">
        <translation>Print the guide</translation>
    </message>
    <message id="help.guide.printed">
        <translation>Sent to the printer</translation>
    </message>
    <message id="help.guide.notPrinted">
        <translation>It could not be printed. Please check the printer.</translation>
    </message>
    <message id="help.program">
        <translation>This program</translation>
    </message>
    <message id="help.version">
        <translation>Madoguchi, version %1</translation>
    </message>
    <message id="help.service">
        <translation>Connected to: %1</translation>
    </message>
    <message id="help.close">
        <translation>Close</translation>
    </message>
    <message id="about.open">
        <translation>About this program and its licences</translation>
    </message>
    <message id="about.title">
        <translation>About this program</translation>
    </message>
    <message id="about.licence">
        <translation>Madoguchi is free software under the %1: you may use, copy and change it.</translation>
    </message>
    <message id="about.source">
        <translation>Source code: %1</translation>
    </message>
    <message id="about.others">
        <translation>Works of others in it</translation>
    </message>
    <message id="about.others.text">
        <translation>The full text of each licence is in the packages of the program. Libraries belong to the system of this computer, and can be exchanged there for other versions.</translation>
    </message>
    <message id="about.others.text.windows">
        <translation>The full text of each licence is in the folder “licences” of the program. Libraries (DLL) lie in the folder of the program, and can be exchanged there for other versions.</translation>
    </message>
    <message id="about.component">
        <translation>Licence: %1
Copyright: %2
Source: %3</translation>
    </message>
    <message id="glossary.title">
        <translation>–</translation>
    </message>
    <message id="glossary.words">
        <translation>–</translation>
    </message>
    <message id="leave.title">
        <translation>Stop and go back to the top page?</translation>
    </message>
    <message id="leave.text">
        <translation>Everything that is not saved yet will be deleted. Nothing on your card changes.</translation>
    </message>
    <message id="leave.sending">
        <translation>Something is being sent, and the answer has not come yet. If you stop now, it may not arrive. Continue, and wait for the answer.</translation>
    </message>
    <message id="leave.mayHaveArrived">
        <translation>You have sent something, and it is not known yet whether it arrived. To find out, continue and wait for the answer. If it arrived, an email comes.</translation>
    </message>
    <message id="leave.no">
        <translation>Continue</translation>
    </message>
    <message id="leave.yes">
        <translation>Delete and go back</translation>
    </message>
    <message id="leave.stop">
        <translation>Stop</translation>
    </message>
    <message id="close.title">
        <translation>Stop and close the window?</translation>
    </message>
    <message id="close.yes">
        <translation>Delete and close</translation>
    </message>
    <message id="common.next">
        <translation>Next</translation>
    </message>
    <message id="common.cancel">
        <translation>Cancel</translation>
    </message>
    <message id="common.copy">
        <translation>Copy</translation>
    </message>
    <message id="file.saved">
        <translation>Saved</translation>
    </message>
    <message id="file.openFolder">
        <translation>Open the folder</translation>
    </message>
    <message id="file.notSaved">
        <translation>It could not be saved</translation>
    </message>
    <message id="file.notSaved.remedy">
        <translation>Choose another place.</translation>
    </message>
    <message id="list.item">
        <translation>• %1</translation>
    </message>
    <message id="way.again">
        <translation>Try again</translation>
    </message>
    <message id="way.otherCard">
        <translation>Check the card again</translation>
    </message>
    <message id="way.leave">
        <translation>Stop and go to the top page</translation>
    </message>
    <message id="way.agent">
        <translation>Ask an attorney or scrivener</translation>
    </message>
    <message id="way.agent.text">
        <translation>Attorneys at law and administrative scriveners who have notified the Immigration Services Agency can file your applications for you. Neither your card nor a reader is needed: they register themselves, through “Attorney at law or administrative scrivener” on the top page. Bar associations, administrative scrivener associations and Regional Immigration Services Bureaus can help you find one.</translation>
    </message>
    <message id="steps.place">
        <translation>Step %1 of %2: %3</translation>
    </message>
    <message id="steps.number">
        <translation>Step %1 of %2</translation>
    </message>
    <message id="steps.prepare">
        <translation>Preparation</translation>
    </message>
    <message id="steps.card">
        <translation>Card passwords</translation>
    </message>
    <message id="steps.step1">
        <translation>Enter your information (STEP1)</translation>
    </message>
    <message id="steps.step2">
        <translation>Check your information (STEP2)</translation>
    </message>
    <message id="steps.step3">
        <translation>Registration complete (STEP3)</translation>
    </message>
    <message id="top.title">
        <translation>Registration for the Online Residence Application System</translation>
    </message>
    <message id="top.intro">
        <translation>To use the Online Residence Application System, you first register. You then receive an Authentication ID, which you use to log in.</translation>
    </message>
    <message id="top.news">
        <translation>Announcements</translation>
    </message>
    <message id="top.login">
        <translation>Log in</translation>
    </message>
    <message id="top.logIn.cardHolder">
        <translation>Foreign national or other</translation>
    </message>
    <message id="top.logIn.attorneyOrScrivener">
        <translation>Organization, attorney at law or administrative scrivener</translation>
    </message>
    <message id="top.logIn.coeByEmail">
        <translation>Counter applicant</translation>
    </message>
    <message id="top.logIn.named">
        <translation>Log in: %1</translation>
    </message>
    <message id="top.menu">
        <translation>Go to the menu</translation>
    </message>
    <message id="top.register">
        <translation>New registration: choose what applies to you</translation>
    </message>
    <message id="top.cardHolder">
        <translation>Foreign national or other</translation>
    </message>
    <message id="top.cardHolder.description">
        <translation>You apply for yourself, or as legal representative, spouse, child or parent. You need your own My Number Card and a card reader.</translation>
    </message>
    <message id="top.attorneyOrScrivener">
        <translation>Attorney at law or administrative scrivener</translation>
    </message>
    <message id="top.attorneyOrScrivener.description">
        <translation>You file applications for clients. You need no card, only your certificate number as application agent.</translation>
    </message>
    <message id="top.coeByEmail">
        <translation>Applicant (at a counter) for electronic issuance of a certificate of eligibility</translation>
    </message>
    <message id="top.coeByEmail.description">
        <translation>You applied on paper at a Regional Immigration Services Bureau and want the result by email. No card is needed.</translation>
    </message>
    <message id="before.title">
        <translation>Before you start</translation>
    </message>
    <message id="before.intro">
        <translation>This takes about 5 minutes and is free of charge.</translation>
    </message>
    <message id="before.intro.card">
        <translation>This takes about 10 minutes and is free of charge.</translation>
    </message>
    <message id="before.needs">
        <translation>What you need</translation>
    </message>
    <message id="before.needs.cardHolder">
        <translation>• Your own My Number Card
• A card reader
• Your signature password (6 to 16 letters and digits)
• Your user-authentication PIN (4 digits)
• Your Residence Card (if you register for yourself)
• An email address at which you can receive mail</translation>
    </message>
    <message id="before.needs.attorneyOrScrivener">
        <translation>• Your certificate as application agent (you enter its 12-digit number)
• The address, telephone number and email address of your office</translation>
    </message>
    <message id="before.needs.coeByEmail">
        <translation>• Your address in Japan
• Your telephone number
• An email address at which you can receive mail</translation>
    </message>
    <message id="before.picture">
        <translation>Picture: a My Number Card lying on a card reader</translation>
    </message>
    <message id="before.putCard">
        <translation>Connect the card reader to this computer, and put your My Number Card on it or into it. Leave it there until you have finished.</translation>
    </message>
    <message id="before.checks">
        <translation>Is everything ready?</translation>
    </message>
    <message id="before.again">
        <translation>Check again</translation>
    </message>
    <message id="before.ready">
        <translation>Everything is ready. Press “Next”.</translation>
    </message>
    <message id="before.notYet">
        <translation>Still checking. Please wait a moment.</translation>
    </message>
    <message id="before.goodToKnow">
        <translation>Good to know</translation>
    </message>
    <message id="before.goodToKnow.any">
        <translation>• You can register at any hour. When the system is stopped for maintenance, the announcements on the top page say so.
• Nothing is sent before you press “Register”. You may stop and go on later. While this window is open, what you entered stays; if you close it, that is deleted, and you begin again.</translation>
    </message>
    <message id="before.goodToKnow.card">
        <translation>• You can register at any hour. When the system is stopped for maintenance, the announcements on the top page say so.
• Nothing is sent before you press “Register”. You may stop and go on later. While this window is open, what you entered stays; if you close it, that is deleted, and you begin again. Only passwords are deleted after %1 without a key press.
• You are asked for two passwords of the card: first the signature password, then the PIN.
• Use a card reader for computers that says “マイナンバーカード対応” (for My Number Cards). A smartphone cannot be used.
• As a legal representative or family member you use your own card and your own passwords. The card of the person for whom you apply is not needed.</translation>
    </message>
    <message id="before.formKept">
        <translation>What you entered in the form is still there.</translation>
    </message>
    <message id="data.title">
        <translation>Where your data goes</translation>
    </message>
    <message id="data.service">
        <translation>What you enter is sent, encrypted, to the Online Residence Application System (%1), and nowhere else.</translation>
    </message>
    <message id="data.operator">
        <translation>What you enter is sent, encrypted, to %1 (%2), and nowhere else.</translation>
    </message>
    <message id="check.looking">
        <translation>Checking</translation>
    </message>
    <message id="check.later">
        <translation>Not known yet</translation>
    </message>
    <message id="check.reading">
        <translation>Reading the card. Please do not move it</translation>
    </message>
    <message id="check.service">
        <translation>Smart card service of this computer</translation>
    </message>
    <message id="check.service.good">
        <translation>Running</translation>
    </message>
    <message id="check.service.bad">
        <translation>Not running</translation>
    </message>
    <message id="check.reader">
        <translation>Card reader</translation>
    </message>
    <message id="check.reader.good">
        <translation>Connected</translation>
    </message>
    <message id="check.reader.bad">
        <translation>Not found</translation>
    </message>
    <message id="check.card">
        <translation>My Number Card</translation>
    </message>
    <message id="check.card.good">
        <translation>Found</translation>
    </message>
    <message id="check.card.bad">
        <translation>Not found</translation>
    </message>
    <message id="check.card.absent">
        <translation>Please put your card on the reader</translation>
    </message>
    <message id="check.certificates">
        <translation>Digital certificates on the card</translation>
    </message>
    <message id="check.certificates.good">
        <translation>Usable</translation>
    </message>
    <message id="check.certificates.bad">
        <translation>Not usable</translation>
    </message>
    <message id="check.tries">
        <translation>Tries left</translation>
    </message>
    <message id="check.tries.both">
        <translation>Signature password: %1, PIN: %2</translation>
    </message>
    <message id="check.tries.pin">
        <translation>PIN: %1</translation>
    </message>
    <message id="check.network">
        <translation>Connection to the Online Residence Application System</translation>
    </message>
    <message id="check.network.good">
        <translation>Connected</translation>
    </message>
    <message id="check.network.bad">
        <translation>No connection</translation>
    </message>
    <message id="password.title">
        <translation>Enter your signature password</translation>
    </message>
    <message id="password.intro">
        <translation>This is the password of letters and digits that you chose at the municipal office when you received your My Number Card.</translation>
    </message>
    <message id="password.triesMeaning">
        <translation>Five wrong entries in a row block this password. A right one gives you all five tries again.</translation>
    </message>
    <message id="password.wrong">
        <translation>The signature password is wrong</translation>
    </message>
    <message id="password.forgotten">
        <translation>Do not keep guessing. You can set a new password, free of charge, at your municipal office, or, if you know your PIN, with the smartphone app “JPKI暗証番号リセット” and a terminal in a convenience store. Your card stays the same.</translation>
    </message>
    <message id="password.lastTry">
        <translation>If it is wrong, the signature password is blocked until you set a new one, free of charge, at your municipal office or with the smartphone app “JPKI暗証番号リセット” and a terminal in a convenience store. Your card can still be used for other things.</translation>
    </message>
    <message id="pin.title">
        <translation>Enter your user-authentication PIN</translation>
    </message>
    <message id="pin.intro">
        <translation>These are the four digits that you chose when you received your My Number Card. They are not the signature password.</translation>
    </message>
    <message id="pin.triesMeaning">
        <translation>Three wrong entries in a row block this PIN. A right one gives you all three tries again.</translation>
    </message>
    <message id="pin.wrong">
        <translation>The PIN is wrong</translation>
    </message>
    <message id="pin.forgotten">
        <translation>Do not keep guessing. Take your My Number Card to your municipal office, where you can set a new one, free of charge. If you know your signature password, the smartphone app “JPKI暗証番号リセット” and a terminal in a convenience store do it, too. Your card stays the same.</translation>
    </message>
    <message id="pin.lastTry">
        <translation>If it is wrong, the PIN is blocked until you set a new one, free of charge, at your municipal office or with the smartphone app “JPKI暗証番号リセット” and a terminal in a convenience store. Your card can still be used for other things.</translation>
    </message>
    <message id="pin.pad.text">
        <translation>This card reader has its own keys. Press “Next”, then type the four digits on the reader. They never reach this computer. The reader asks for them once more when you register.</translation>
    </message>
    <message id="pin.pad.onScreen">
        <translation>Type on the screen instead</translation>
    </message>
    <message id="pin.pad.typing.title">
        <translation>Type the four digits on the card reader</translation>
    </message>
    <message id="pin.pad.typing.text">
        <translation>Then press the reader’s OK key (often green). Please do not move the card.</translation>
    </message>
    <message id="pin.pad.notEntered.title">
        <translation>Nothing was entered on the card reader</translation>
    </message>
    <message id="pin.pad.notEntered.text">
        <translation>No try was used. Please enter the four digits again, as it says below. If the card reader cannot ask for them, the field is on the screen.</translation>
    </message>
    <message id="secret.which">
        <translation>Which one is it?</translation>
    </message>
    <message id="password.which">
        <translation>On the sheet that came with your card it is called 署名用電子証明書暗証番号. It is not the PIN of your telephone or bank. A card has up to four PINs and passwords; this is the one of 6 to 16 letters and digits.</translation>
    </message>
    <message id="pin.which">
        <translation>On the sheet that came with your card it is called 利用者証明用電子証明書暗証番号. It is not the PIN of your telephone or bank. A card has up to four PINs and passwords; this is the second one, of 4 digits.</translation>
    </message>
    <message id="password.paper">
        <translation>Drawing of the sheet with the secrets of the card. The first box is the one that is wanted here.</translation>
    </message>
    <message id="pin.paper">
        <translation>Drawing of the sheet with the secrets of the card. The second box is the one that is wanted here.</translation>
    </message>
    <message id="secret.forgotten">
        <translation>If you have forgotten it</translation>
    </message>
    <message id="secret.password.label">
        <translation>Signature password</translation>
    </message>
    <message id="secret.password.rule">
        <translation>6 to 16 letters and digits. Small letters are changed to capitals.</translation>
    </message>
    <message id="secret.password.count" numerus="yes">
        <translation>
            <numerusform>%n of 6 to 16 characters</numerusform>
            <numerusform>%n of 6 to 16 characters</numerusform>
        </translation>
    </message>
    <message id="secret.password.refused">
        <translation>You cannot use this character. A signature password has only the letters A to Z and digits.</translation>
    </message>
    <message id="secret.password.full">
        <translation>You cannot type more. A signature password has at most 16 characters.</translation>
    </message>
    <message id="secret.pin.label">
        <translation>PIN (4 digits)</translation>
    </message>
    <message id="secret.pin.rule">
        <translation>The PIN is exactly 4 digits.</translation>
    </message>
    <message id="secret.pin.count" numerus="yes">
        <translation>
            <numerusform>%n of 4 digits</numerusform>
            <numerusform>%n of 4 digits</numerusform>
        </translation>
    </message>
    <message id="secret.pin.refused">
        <translation>You cannot use this character. A PIN has only digits.</translation>
    </message>
    <message id="secret.pin.full">
        <translation>You cannot type more. The PIN has 4 digits.</translation>
    </message>
    <message id="secret.paste">
        <translation>For your safety, pasting is not possible here. Please type it.</translation>
    </message>
    <message id="secret.wiped">
        <translation>For your safety, what you typed was cleared, because nothing was done for a while. Please type it again.</translation>
    </message>
    <message id="secret.show">
        <translation>Show what I type</translation>
    </message>
    <message id="secret.keys">
        <translation>Type with keys on the screen</translation>
    </message>
    <message id="secret.keys.erase">
        <translation>Erase one character</translation>
    </message>
    <message id="secret.keys.capitals">
        <translation>Capital letters</translation>
    </message>
    <message id="secret.capsLock">
        <translation>Caps Lock is on: capital and small letters are swapped.</translation>
    </message>
    <message id="login.title">
        <translation>Log in</translation>
    </message>
    <message id="login.intro">
        <translation>After you registered and set your password, an email told you your Authentication ID.</translation>
    </message>
    <message id="login.intro.withoutCard">
        <translation>While one of your applications is not finished, you can log in with your Authentication ID and the password that you set after registering. You do not need the card for this.</translation>
    </message>
    <message id="login.id.label">
        <translation>Authentication ID</translation>
    </message>
    <message id="login.id.rule">
        <translation>6 to 20 letters and digits. Example: wkpnd31487</translation>
    </message>
    <message id="login.password.label">
        <translation>Password</translation>
    </message>
    <message id="login.password.rule">
        <translation>8 to 32 characters. Capital and small letters are different.</translation>
    </message>
    <message id="login.password.count" numerus="yes">
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message id="login.password.refused">
        <translation>You cannot use this character. A password has letters, digits and the symbols ! $ % &amp; = @ _ # + * . ?</translation>
    </message>
    <message id="login.password.full">
        <translation>You cannot type more. A password has at most 32 characters.</translation>
    </message>
    <message id="login.logIn">
        <translation>Log in</translation>
    </message>
    <message id="login.asking">
        <translation>Logging in…</translation>
    </message>
    <message id="login.newPassword">
        <translation>Set a new password</translation>
    </message>
    <message id="login.forgottenPassword">
        <translation>If you have forgotten the password</translation>
    </message>
    <message id="login.forgottenPassword.text">
        <translation>Enter your Authentication ID above and your registered email address below, and press the button. You will receive an email for setting a new password.</translation>
    </message>
    <message id="login.email.label">
        <translation>Registered email address</translation>
    </message>
    <message id="login.email.rule">
        <translation>Example: example@xxx.co.jp</translation>
    </message>
    <message id="login.requestLink">
        <translation>Send the email for a new password</translation>
    </message>
    <message id="login.sent.title">
        <translation>If the Authentication ID and the email address are those registered, an email is on its way</translation>
    </message>
    <message id="login.sent.text">
        <translation>Set a new password with the link in the email. It can be used for 24 hours.</translation>
    </message>
    <message id="login.sent.remedy">
        <translation>If it does not arrive after a while, check the Authentication ID and the address, and send again.</translation>
    </message>
    <message id="login.haveLink">
        <translation>Set a password with the link from the email</translation>
    </message>
    <message id="login.forgotten">
        <translation>If you have forgotten the Authentication ID</translation>
    </message>
    <message id="login.forgotten.text">
        <translation>Hand in the form 在留申請オンラインシステム認証ID・パスワード確認等申出書 (Form 15) at the nearest Regional Immigration Services Bureau, or post it there.</translation>
    </message>
    <message id="login.forgottenId">
        <translation>What to do about a forgotten Authentication ID</translation>
    </message>
    <message id="forgottenId.title">
        <translation>If you have forgotten the Authentication ID</translation>
    </message>
    <message id="forgottenId.mail">
        <translation>First: look for the email</translation>
    </message>
    <message id="forgottenId.mail.text">
        <translation>The email that came after you had registered and set your password tells the Authentication ID.</translation>
    </message>
    <message id="forgottenId.paper">
        <translation>If you cannot find it: hand in a form</translation>
    </message>
    <message id="forgottenId.paper.text">
        <translation>Hand in this form yourself, or post it, at the immigration office for the place where you live; attorneys and scriveners, for the place of their office.</translation>
    </message>
    <message id="forgottenId.form">
        <translation>在留申請オンラインシステム認証ID・パスワード確認等申出書 (Form 15)</translation>
    </message>
    <message id="forgottenId.answer">
        <translation>The office writes the Authentication ID on the form, or tells it to you by email.</translation>
    </message>
    <message id="forgottenId.office">
        <translation>Where it goes</translation>
    </message>
    <message id="forgottenId.office.text">
        <translation>Choose the prefecture where you live, or where your office is.</translation>
    </message>
    <message id="forgottenId.branches">
        <translation>The smaller branches for your area take it, too.</translation>
    </message>
    <message id="forgottenId.close">
        <translation>Back to logging in</translation>
    </message>
    <message id="office.prefecture">
        <translation>Prefecture</translation>
    </message>
    <message id="office.choose">
        <translation>Please choose</translation>
    </message>
    <message id="text.written">
        <translation>%kanji</translation>
    </message>
    <message id="cardLogin.title">
        <translation>Log in with your My Number Card</translation>
    </message>
    <message id="cardLogin.intro">
        <translation>Enter your Authentication ID and put your My Number Card on the card reader. On the next page you enter the PIN of 4 digits. You do not need the password that you set for logging in.</translation>
    </message>
    <message id="cardLogin.putCard">
        <translation>Connect the card reader to this computer, and put your My Number Card on it or into it. Leave it there until you are logged in.</translation>
    </message>
    <message id="cardLogin.renewed">
        <translation>My card was renewed after I registered</translation>
    </message>
    <message id="cardLogin.renewing">
        <translation>Your new card will be registered. To show that it is yours, you also enter its signature password, this once. From then on your old card no longer opens your account. A message goes to the email address that you registered.</translation>
    </message>
    <message id="cardLogin.notRenewed">
        <translation>My card is the one that I registered with</translation>
    </message>
    <message id="cardLogin.withoutCard">
        <translation>Log in with ID and password</translation>
    </message>
    <message id="cardLogin.withoutCard.text">
        <translation>Is one of your applications not finished yet? It is still with us. You can log in without the card, with your Authentication ID and password.</translation>
    </message>
    <message id="cardLogin.sending">
        <translation>Logging in… Please leave the card where it is.</translation>
    </message>
    <message id="cardLogin.again">
        <translation>Log in again</translation>
    </message>
    <message id="cardLogin.start">
        <translation>Start from the beginning</translation>
    </message>
    <message id="cardLogin.help">
        <translation>If you do not know your Authentication ID</translation>
    </message>
    <message id="cardLogin.help.text">
        <translation>When you have set your password after registering, the Authentication ID comes by email. Please look for that message.</translation>
    </message>
    <message id="menu.title">
        <translation>Menu</translation>
    </message>
    <message id="cardEnded.title">
        <translation>You are logged in without your card</translation>
    </message>
    <message id="cardEnded.text">
        <translation>The digital certificates of your card have expired. You can see your applications, hand in documents that are wanted, withdraw an application and change your user information.</translation>
    </message>
    <message id="cardEnded.remedy">
        <translation>To file a new application, have the certificates renewed at your municipal office. Then log in with the card. What you fill in until then is kept as a draft.</translation>
    </message>
    <message id="mailsComeBack">
        <translation>Our emails do not reach you</translation>
    </message>
    <message id="mailsComeBack.text">
        <translation>The last email to your registered address came back. Important messages do not reach you, either.</translation>
    </message>
    <message id="mailsComeBack.remedy">
        <translation>Check that the address is right and the mailbox is not full. Change the address if you no longer use it.</translation>
    </message>
    <message id="mailsComeBack.change">
        <translation>Change the email address</translation>
    </message>
    <message id="mailsComeBack.see">
        <translation>See the user information</translation>
    </message>
    <message id="menu.applications">
        <translation>Applications</translation>
    </message>
    <message id="menu.applications.description">
        <translation>Apply, continue a draft, or see the status of what you filed.</translation>
    </message>
    <message id="menu.information">
        <translation>User information</translation>
    </message>
    <message id="menu.information.description">
        <translation>See what you registered, and change the address, telephone number or email address.</translation>
    </message>
    <message id="menu.password">
        <translation>Change the password</translation>
    </message>
    <message id="menu.password.description">
        <translation>Set a new password in place of the current one.</translation>
    </message>
    <message id="menu.logins">
        <translation>Recent logins</translation>
    </message>
    <message id="menu.logins.description">
        <translation>See when and from where somebody logged in.</translation>
    </message>
    <message id="menu.notForThisClass.title">
        <translation>Not available to counter applicants</translation>
    </message>
    <message id="menu.notForThisClass.text">
        <translation>・Entering an application
・Entering many applications at once
・Looking for applications</translation>
    </message>
    <message id="menu.notForThisClass.remedy">
        <translation>To apply online, register as another kind of user.</translation>
    </message>
    <message id="information.title">
        <translation>User information</translation>
    </message>
    <message id="information.asking">
        <translation>Loading…</translation>
    </message>
    <message id="information.id">
        <translation>Authentication ID: %1</translation>
    </message>
    <message id="information.change">
        <translation>Change user information</translation>
    </message>
    <message id="information.newEmail">
        <translation>Your new email address is still to be confirmed</translation>
    </message>
    <message id="information.newEmail.text">
        <translation>Open the link in the email that was sent to %1. Until then, the address you had stays.</translation>
    </message>
    <message id="information.until">
        <translation>The link can be used until %1.</translation>
    </message>
    <message id="informationChange.title">
        <translation>Change user information</translation>
    </message>
    <message id="informationChange.intro">
        <translation>Fill in only what is to change. What you leave empty stays as it is.</translation>
    </message>
    <message id="informationChange.registered">
        <translation>Registered now: </translation>
    </message>
    <message id="informationReview.title">
        <translation>Check the changes</translation>
    </message>
    <message id="informationReview.intro">
        <translation>Please check what will change. You can still correct it with “Change”.</translation>
    </message>
    <message id="informationReview.before">
        <translation>Until now: </translation>
    </message>
    <message id="informationReview.asking">
        <translation>Changing…</translation>
    </message>
    <message id="informationReview.send">
        <translation>Make these changes</translation>
    </message>
    <message id="informationReview.cancel">
        <translation>Cancel</translation>
    </message>
    <message id="informationReview.calledOff">
        <translation>You cancelled, but it may have been changed already</translation>
    </message>
    <message id="informationReview.calledOff.text">
        <translation>The changes had been sent. It is not known yet whether they arrived.</translation>
    </message>
    <message id="informationReview.calledOff.remedy">
        <translation>Choose “Make these changes” again to find out. Nothing is changed twice.</translation>
    </message>
    <message id="informationChanged.title">
        <translation>Updated</translation>
    </message>
    <message id="informationChanged.done">
        <translation>Your user information has been updated</translation>
    </message>
    <message id="informationChanged.noMail">
        <translation>No email is sent about this change.</translation>
    </message>
    <message id="informationChanged.newEmail">
        <translation>Your new email address is registered once it is confirmed</translation>
    </message>
    <message id="informationChanged.newEmail.text">
        <translation>An email was sent to %1. Open the link in it. Until then, the address you had (%2) stays. A notice goes there, too.</translation>
    </message>
    <message id="informationChanged.newEmail.remedy">
        <translation>If it does not arrive after a while, check the address and change it again, or ask the help desk.
%helpDesk</translation>
    </message>
    <message id="informationChanged.back">
        <translation>Back to the user information</translation>
    </message>
    <message id="newPassword.title">
        <translation>Change the password</translation>
    </message>
    <message id="newPassword.intro">
        <translation>Enter your current password, and the new one twice.</translation>
    </message>
    <message id="newPassword.intro.expired">
        <translation>Your password has expired, so you set a new one before you log in. Enter the password that you had, and the new one twice.</translation>
    </message>
    <message id="newPassword.current.label">
        <translation>Current password</translation>
    </message>
    <message id="newPassword.current.rule">
        <translation>The one you use now.</translation>
    </message>
    <message id="newPassword.new.label">
        <translation>New password</translation>
    </message>
    <message id="newPassword.new.rule">
        <translation>Capital and small letters are different. You can also paste it.</translation>
    </message>
    <message id="newPassword.rule.length">
        <translation>8 to 32 characters</translation>
    </message>
    <message id="newPassword.rule.letter">
        <translation>A letter</translation>
    </message>
    <message id="newPassword.rule.digit">
        <translation>A digit</translation>
    </message>
    <message id="newPassword.rule.symbol">
        <translation>One of the symbols ! $ % &amp; = @ _ # + * . ?</translation>
    </message>
    <message id="newPassword.rule.uncommon">
        <translation>Not a password that many people use, such as Password1!</translation>
    </message>
    <message id="newPassword.rule.met">
        <translation>done</translation>
    </message>
    <message id="newPassword.rule.open">
        <translation>not yet</translation>
    </message>
    <message id="newPassword.rule.allMet">
        <translation>Everything needed is there.</translation>
    </message>
    <message id="newPassword.rule.stillOpen">
        <translation>Not there yet: %1</translation>
    </message>
    <message id="newPassword.confirmation.label">
        <translation>New password (again)</translation>
    </message>
    <message id="newPassword.confirmation.rule">
        <translation>Enter it once more.</translation>
    </message>
    <message id="newPassword.same">
        <translation>This is the password you already have. Please choose another one</translation>
    </message>
    <message id="newPassword.change">
        <translation>Change the password</translation>
    </message>
    <message id="newPassword.asking">
        <translation>Changing…</translation>
    </message>
    <message id="newPassword.done.title">
        <translation>The password was changed</translation>
    </message>
    <message id="newPassword.done">
        <translation>Your password was changed</translation>
    </message>
    <message id="newPassword.done.text">
        <translation>The new password is valid for one year from today. An email about the change goes to your registered address.</translation>
    </message>
    <message id="newPassword.done.remedy">
        <translation>If no email arrives after a while, please ask the help desk.
%helpDesk</translation>
    </message>
    <message id="newPassword.toMenu">
        <translation>Back to the menu</translation>
    </message>
    <message id="newPassword.toLogin">
        <translation>Go on to log in</translation>
    </message>
    <message id="newPassword.goOn">
        <translation>Go on</translation>
    </message>
    <message id="newPassword.link.title">
        <translation>Set your password</translation>
    </message>
    <message id="newPassword.link.intro">
        <translation>Enter the link from the email, and your new password twice.</translation>
    </message>
    <message id="newPassword.link.label">
        <translation>Link from the email</translation>
    </message>
    <message id="newPassword.link.rule">
        <translation>Copy the link in the email and paste it here.</translation>
    </message>
    <message id="newPassword.link.set">
        <translation>Set the password</translation>
    </message>
    <message id="newPassword.link.renew">
        <translation>Get a new link</translation>
    </message>
    <message id="newPassword.link.sent">
        <translation>A new email is on its way</translation>
    </message>
    <message id="newPassword.link.sent.text">
        <translation>It goes to your registered address. Paste the link from it here. The link can be used for 24 hours.</translation>
    </message>
    <message id="newPassword.link.sent.remedy">
        <translation>If none arrives, look for the one that was sent a few minutes before.</translation>
    </message>
    <message id="newPassword.done.first">
        <translation>Your password is set</translation>
    </message>
    <message id="newPassword.done.first.text">
        <translation>An email tells you your Authentication ID. The password is valid for one year from today.</translation>
    </message>
    <message id="logins.title">
        <translation>Recent logins</translation>
    </message>
    <message id="logins.intro">
        <translation>If one of these was not you, change your password at once and tell the help desk.
%helpDesk</translation>
    </message>
    <message id="logins.none">
        <translation>There are no logins yet.</translation>
    </message>
    <message id="logins.loggedIn">
        <translation>Logged in</translation>
    </message>
    <message id="logins.loggedIn.password">
        <translation>Logged in with the password</translation>
    </message>
    <message id="logins.loggedIn.card">
        <translation>Logged in with the My Number Card</translation>
    </message>
    <message id="applications.title">
        <translation>Applications</translation>
    </message>
    <message id="applications.intro">
        <translation>What you type is saved automatically. You can go on from another computer.</translation>
    </message>
    <message id="applications.asking">
        <translation>Fetching your applications…</translation>
    </message>
    <message id="applications.new">
        <translation>New application</translation>
    </message>
    <message id="applications.several">
        <translation>Enter several from a table</translation>
    </message>
    <message id="applications.none">
        <translation>There are no drafts and no applications yet.</translation>
    </message>
    <message id="applications.more">
        <translation>Show more</translation>
    </message>
    <message id="applications.drafts">
        <translation>Drafts (not filed yet)</translation>
    </message>
    <message id="applications.filed">
        <translation>Filed</translation>
    </message>
    <message id="applications.of">
        <translation>Applicant: %1</translation>
    </message>
    <message id="applications.saved">
        <translation>Saved %1 (kept until %2)</translation>
    </message>
    <message id="applications.remove">
        <translation>Delete this draft</translation>
    </message>
    <message id="applications.remove.question">
        <translation>Delete this draft?</translation>
    </message>
    <message id="applications.remove.text">
        <translation>Everything typed and attached will be deleted. This cannot be undone.</translation>
    </message>
    <message id="applications.remove.no">
        <translation>Keep it</translation>
    </message>
    <message id="applications.state">
        <translation>%1 (%2)</translation>
    </message>
    <message id="applications.provisional">
        <translation>Provisional number: %1</translation>
    </message>
    <message id="applications.number">
        <translation>Application number: %1</translation>
    </message>
    <message id="applications.task">
        <translation>Something to do: documents are wanted</translation>
    </message>
    <message id="applications.task.until">
        <translation>Something to do: documents are wanted until %1</translation>
    </message>
    <message id="application.state.filed">
        <translation>Filed</translation>
    </message>
    <message id="application.state.examination">
        <translation>In examination</translation>
    </message>
    <message id="application.state.documentsWanted">
        <translation>Waiting for documents</translation>
    </message>
    <message id="application.state.decided">
        <translation>Decided</translation>
    </message>
    <message id="application.state.done">
        <translation>Done</translation>
    </message>
    <message id="application.state.withdrawn">
        <translation>Withdrawn</translation>
    </message>
    <message id="application.state.refused">
        <translation>Not granted</translation>
    </message>
    <message id="application.state.ended">
        <translation>Ended (what it was filed with was not granted)</translation>
    </message>
    <message id="bulk.title">
        <translation>Enter several from a table</translation>
    </message>
    <message id="bulk.intro">
        <translation>Drafts of many applications are made from one table, a row for each client. Nothing is filed from here: photo and documents are added to each draft, which is then checked and filed.</translation>
    </message>
    <message id="bulk.template">
        <translation>1. Get an empty table</translation>
    </message>
    <message id="bulk.template.text">
        <translation>Open it in a spreadsheet program, and fill in the rows below headings, rules and example. It has the columns of the Agency's bulk templates, and more for parts N, R, T and V. The CSV files that the Agency's templates for extensions and for changes make can be opened, too.</translation>
    </message>
    <message id="bulk.template.extension">
        <translation>Save a table for extensions (CSV)</translation>
    </message>
    <message id="bulk.template.change">
        <translation>Save a table for changes (CSV)</translation>
    </message>
    <message id="bulk.open">
        <translation>2. Open the table that you filled in</translation>
    </message>
    <message id="bulk.open.text">
        <translation>Open the table, saved as CSV. A zero that the spreadsheet has dropped from a telephone number or postal code is put back (not for who pays the expenses, who may live abroad). What is wrong is shown by its row and column.</translation>
    </message>
    <message id="bulk.open.button">
        <translation>Open a table</translation>
    </message>
    <message id="bulk.reading">
        <translation>Reading the table…</translation>
    </message>
    <message id="bulk.fault.title">
        <translation>This table cannot be read</translation>
    </message>
    <message id="bulk.fault.unreadable">
        <translation>The file could not be read to its end. Copy it onto this computer and open it again.</translation>
    </message>
    <message id="bulk.fault.tooLarge">
        <translation>The file is too large. Open a CSV file that has nothing but the table.</translation>
    </message>
    <message id="bulk.fault.workbook">
        <translation>This is a file of a spreadsheet program (xlsx, xlsm or the like). Choose “Save as” there, save it as “CSV UTF-8”, and open that file.</translation>
    </message>
    <message id="bulk.fault.notText">
        <translation>Its text cannot be read. Save it again as “CSV UTF-8” in the spreadsheet program, and open that file.</translation>
    </message>
    <message id="bulk.fault.openQuote">
        <translation>A cell that begins with a quotation mark (") has no end. Open it in a spreadsheet program and save it again as “CSV UTF-8”.</translation>
    </message>
    <message id="bulk.fault.noTemplate">
        <translation>Its first row is not the headings with name and date of birth. Save an empty table, and keep its headings as they are. If they are “????” when you open the file again, save it as “CSV UTF-8”.</translation>
    </message>
    <message id="bulk.fault.noRows">
        <translation>Nobody has been filled in below headings, rules and example. Begin in row 4, one person a row.</translation>
    </message>
    <message id="bulk.fault.tooManyRows">
        <translation>At most %1 people can be opened at once. Split the table.</translation>
    </message>
    <message id="bulk.summary">
        <translation>%1: people read: %2</translation>
    </message>
    <message id="bulk.summary.good">
        <translation>Can become drafts: %1</translation>
    </message>
    <message id="bulk.summary.there">
        <translation>Have a draft, an application or a row under the same name already: %1</translation>
    </message>
    <message id="bulk.summary.wrong">
        <translation>Rows to be mended: %1</translation>
    </message>
    <message id="bulk.summary.notFiled">
        <translation>Rows that cannot be filed here now: %1</translation>
    </message>
    <message id="bulk.summary.kept">
        <translation>Are drafts now: %1</translation>
    </message>
    <message id="bulk.summary.zeros">
        <translation>Cells that got back a zero dropped by the spreadsheet: %1</translation>
    </message>
    <message id="bulk.summary.unknown">
        <translation>These columns are not used here: %1</translation>
    </message>
    <message id="bulk.keep">
        <translation>Make drafts of %1</translation>
    </message>
    <message id="bulk.keep.there">
        <translation>Make drafts of %1, also of those with the same name</translation>
    </message>
    <message id="bulk.keeping">
        <translation>Making drafts: %1 of %2</translation>
    </message>
    <message id="bulk.kept">
        <translation>Are drafts now: %1</translation>
    </message>
    <message id="bulk.kept.text">
        <translation>Open each one, fill in what is left, add photo and documents, check it and file it.</translation>
    </message>
    <message id="bulk.toList">
        <translation>To the list of applications</translation>
    </message>
    <message id="bulk.saveLeft">
        <translation>Save the rows that are left (CSV)</translation>
    </message>
    <message id="bulk.wrong">
        <translation>Rows to be mended</translation>
    </message>
    <message id="bulk.notFiled">
        <translation>Rows that cannot be filed here now</translation>
    </message>
    <message id="bulk.good">
        <translation>Rows that can become drafts</translation>
    </message>
    <message id="bulk.keptRows">
        <translation>Rows that are drafts now</translation>
    </message>
    <message id="bulk.row">
        <translation>Row %1: %2</translation>
    </message>
    <message id="bulk.there">
        <translation>There is a draft, an application or a row under this name already.</translation>
    </message>
    <message id="bulk.toFill">
        <translation>Left to be given in the draft: %1 (photo and consent too)</translation>
    </message>
    <message id="bulk.cell.notInList">
        <translation>%1: “%2” is none of the words to choose from. Use the words that the form has.</translation>
    </message>
    <message id="bulk.cell.shortenedNumber">
        <translation>%1: in “%2” the spreadsheet has dropped digits. Format the cell as text, and type it again.</translation>
    </message>
    <message id="bulk.cell.noSuchPlace">
        <translation>%1: “%2” is not found as prefecture and municipality.</translation>
    </message>
    <message id="bulk.cell.different">
        <translation>%1: “%2” differs from another column of the same item.</translation>
    </message>
    <message id="bulk.cell.says">
        <translation>The table says “%1”.</translation>
    </message>
    <message id="bulk.cell.becameDay">
        <translation>%1: in “%2” the spreadsheet took a house number for a date. Format the cell as text, and type it again.</translation>
    </message>
    <message id="bulk.cell.example">
        <translation>%1: “%2” is the example of the table. Write what is true of the client, or delete it.</translation>
    </message>
    <message id="bulk.fault.noProcedure">
        <translation>Its headings do not say whether it is for extensions or for changes. Open a table that has the column 更新の理由 or 変更の理由. What is filed together with it has columns in the empty table, or is filled in in the draft.</translation>
    </message>
    <message id="bulk.zeros">
        <translation>A zero was put back in: %1</translation>
    </message>
    <message id="bulk.cell.errorValue">
        <translation>%1: “%2” is an error of the spreadsheet. Type the value itself.</translation>
    </message>
    <message id="bulk.cell.lostCharacter">
        <translation>%1: “%2” has a half-width “?”, which may stand for a character that was lost in saving. Type that character again and save as “CSV UTF-8”. Where a question mark is meant, type the full-width “？”.</translation>
    </message>
    <message id="bulk.notKept">
        <translation>Not a draft yet.</translation>
    </message>
    <message id="bulk.unused">
        <translation>%1: the answer is “No” or “Undecided”, so these cells are not used: %2. If they count, answer “Yes” there, and open the table again.</translation>
    </message>
    <message id="bulk.summary.unused">
        <translation>Cells that are not used, as the answer to what they belong to is “No” or “Undecided”: %1</translation>
    </message>
    <message id="bulk.summary.unnamed">
        <translation>These columns have no heading, and are not used: %1</translation>
    </message>
    <message id="choice.clear">
        <translation>Clear this answer</translation>
    </message>
    <message id="applicationStart.title">
        <translation>New application</translation>
    </message>
    <message id="applicationStart.intro">
        <translation>First we see whether this can be filed, and until when.</translation>
    </message>
    <message id="prospect.title">
        <translation>Before you apply</translation>
    </message>
    <message id="prospect.yes">
        <translation>You can file this online</translation>
    </message>
    <message id="prospect.hurry">
        <translation>The last day to file online is %1. Please do not wait.</translation>
    </message>
    <message id="prospect.otherAccount">
        <translation>This account is not for that</translation>
    </message>
    <message id="prospect.otherAccount.text">
        <translation>For whom an account may apply depends on how its owner registered.</translation>
    </message>
    <message id="prospect.otherAccount.remedy">
        <translation>To apply for a child or relative, register as a legal representative or as family. You do so with your own My Number Card.</translation>
    </message>
    <message id="prospect.otherProcedure">
        <translation>This cannot be filed here yet</translation>
    </message>
    <message id="prospect.otherProcedure.text">
        <translation>Certificates of eligibility, certificates of authorized employment, permanent residence and others: use the Agency’s own Online Residence Application System or the counter of your regional immigration services bureau.</translation>
    </message>
    <message id="prospect.partMissing">
        <translation>The form for this status cannot be filled in here yet</translation>
    </message>
    <message id="prospect.notAllowed">
        <translation>You cannot file this application</translation>
    </message>
    <message id="prospect.notNow">
        <translation>This cannot be filed online now</translation>
    </message>
    <message id="prospect.when">
        <translation>When you can file online</translation>
    </message>
    <message id="prospect.opens">
        <translation>From %1</translation>
    </message>
    <message id="prospect.closes">
        <translation>Until %1</translation>
    </message>
    <message id="prospect.needs">
        <translation>What is needed</translation>
    </message>
    <message id="prospect.photo">
        <translation>A photo of the face (40 mm high, 30 mm wide; it can be cut out of a picture taken with a telephone)</translation>
    </message>
    <message id="prospect.ifNeeded">
        <translation>%1 (if needed)</translation>
    </message>
    <message id="prospect.fee">
        <translation>Fee</translation>
    </message>
    <message id="prospect.free">
        <translation>None</translation>
    </message>
    <message id="prospect.yen">
        <translation>%1 yen (paid with revenue stamps when it is granted)</translation>
    </message>
    <message id="prospect.takes">
        <translation>How long it takes</translation>
    </message>
    <message id="prospect.beginning">
        <translation>Beginning a draft…</translation>
    </message>
    <message id="prospect.begin">
        <translation>Fill in the form</translation>
    </message>
    <message id="prospect.back">
        <translation>Choose again</translation>
    </message>
    <message id="application.people">
        <translation>Applicant: %1 / This account: %2</translation>
    </message>
    <message id="application.people.noName">
        <translation>(not entered yet)</translation>
    </message>
    <message id="application.kept">
        <translation>Saved: %1</translation>
    </message>
    <message id="application.kept.saving">
        <translation>Saving…</translation>
    </message>
    <message id="application.kept.not">
        <translation>Not saved yet: %1. You can go on typing.</translation>
    </message>
    <message id="application.later">
        <translation>Go on and complete this page later</translation>
    </message>
    <message id="application.documents">
        <translation>Documents for this status of residence</translation>
    </message>
    <message id="application.documents.remedy">
        <translation>Add them below as PDF files, or as pictures (JPEG, PNG, HEIC) of their pages.</translation>
    </message>
    <message id="file.allKinds">
        <translation>All files</translation>
    </message>
    <message id="file.choosePhoto">
        <translation>Choose the photo</translation>
    </message>
    <message id="file.checking">
        <translation>Checking: %1</translation>
    </message>
    <message id="file.sending">
        <translation>Sending: %1</translation>
    </message>
    <message id="file.progress">
        <translation>%1 of %2</translation>
    </message>
    <message id="file.failed.remedy">
        <translation>Try again: it goes on from where it stopped.</translation>
    </message>
    <message id="file.calledOff">
        <translation>Not sent: %1</translation>
    </message>
    <message id="file.refused">
        <translation>This file is not accepted: %1</translation>
    </message>
    <message id="file.unreadable">
        <translation>The file could not be read.</translation>
    </message>
    <message id="file.unreadable.remedy">
        <translation>See whether another program can open it. If it is on a USB stick, a telephone or a network drive, copy it to this computer first and choose the copy.</translation>
    </message>
    <message id="file.noContent">
        <translation>The file is empty (0 bytes).</translation>
    </message>
    <message id="file.noContent.remedy">
        <translation>It was not copied or downloaded whole. Copy or download it again, and choose that file.</translation>
    </message>
    <message id="file.damaged">
        <translation>The file is damaged.</translation>
    </message>
    <message id="file.damaged.remedy">
        <translation>If you can see all its pages in a program for PDF, print them there with “PDF” as the printer, and choose the new file. If not, scan the paper again.</translation>
    </message>
    <message id="file.infected">
        <translation>A computer virus was found in the file.</translation>
    </message>
    <message id="file.infected.remedy">
        <translation>Check this computer with a virus scanner. Then scan the paper again, or take the photo again, and choose the new file.</translation>
    </message>
    <message id="file.encrypted">
        <translation>The file is protected by a password.</translation>
    </message>
    <message id="file.encrypted.remedy">
        <translation>Choose a PDF without a password.</translation>
    </message>
    <message id="file.locked">
        <translation>The file does not allow printing or copying.</translation>
    </message>
    <message id="file.locked.remedy">
        <translation>Make a PDF without such restrictions.</translation>
    </message>
    <message id="file.withScript">
        <translation>There are scripts or other files inside the file.</translation>
    </message>
    <message id="file.withScript.remedy">
        <translation>Open it in a program for PDF, print it there with “PDF” as the printer, and choose the new file. Or print it on paper and scan that.</translation>
    </message>
    <message id="file.empty">
        <translation>The file has no pages.</translation>
    </message>
    <message id="file.type">
        <translation>What is in the file is not of a kind that can be used here.</translation>
    </message>
    <message id="file.type.remedy">
        <translation>For the photo, choose a picture (JPEG, PNG, HEIC); for a document, a PDF or pictures of its pages.</translation>
    </message>
    <message id="file.tooLarge">
        <translation>The file is too large.</translation>
    </message>
    <message id="file.tooLarge.remedy">
        <translation>Save the photo in a smaller size; scan PDFs at 200 dpi, or divide them.</translation>
    </message>
    <message id="file.tooMany">
        <translation>There are too many files, or they are too large together.</translation>
    </message>
    <message id="file.tooMany.remedy">
        <translation>Remove what is not needed, or join files.</translation>
    </message>
    <message id="file.alreadyThere">
        <translation>This file is already part of the application.</translation>
    </message>
    <message id="file.alreadyThere.remedy">
        <translation>Choose another file.</translation>
    </message>
    <message id="file.chooseDocument">
        <translation>Choose a PDF file, or a picture of the page</translation>
    </message>
    <message id="file.speed">
        <translation>%1, %2 a second, about %3 left</translation>
    </message>
    <message id="file.left.seconds">
        <translation>%1 seconds</translation>
    </message>
    <message id="time.minutes" numerus="yes">
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message id="picture.otherKind">
        <translation>It is neither a JPEG nor a PNG nor a HEIC picture.</translation>
    </message>
    <message id="picture.otherKind.remedy">
        <translation>Save it as JPEG or PNG; for a document, a PDF file will do as well.</translation>
    </message>
    <message id="picture.heic">
        <translation>It is a picture of a telephone in HEIC format, which this computer cannot read.</translation>
    </message>
    <message id="picture.heic.remedy">
        <translation>Export it as JPEG on the telephone. On an iPhone, Settings – Camera – Formats – Most Compatible makes the next ones JPEGs.</translation>
    </message>
    <message id="picture.tooLarge">
        <translation>The picture has too many pixels.</translation>
    </message>
    <message id="picture.tooLarge.remedy">
        <translation>Save it smaller: 1654 by 2339 pixels are enough for a page of A4.</translation>
    </message>
    <message id="picture.damaged.remedy">
        <translation>Take it again, or copy it anew from where it came from.</translation>
    </message>
    <message id="scan.title">
        <translation>Make a PDF of pictures</translation>
    </message>
    <message id="scan.intro">
        <translation>Choose pictures that were taken page by page, straight from above and in good light. They are sent as one PDF file, in this order.</translation>
    </message>
    <message id="scan.page">
        <translation>Page %1</translation>
    </message>
    <message id="scan.hard">
        <translation>This may be hard to read</translation>
    </message>
    <message id="scan.hard.remedy">
        <translation>It is blurred, or the picture is small. If it cannot be read with ease, take it again.</translation>
    </message>
    <message id="scan.up">
        <translation>Move up</translation>
    </message>
    <message id="scan.down">
        <translation>Move down</translation>
    </message>
    <message id="scan.turn">
        <translation>Turn by 90°</translation>
    </message>
    <message id="scan.add">
        <translation>Add pictures</translation>
    </message>
    <message id="scan.reading">
        <translation>Reading the pictures</translation>
    </message>
    <message id="scan.size">
        <translation>Pages: %1, %2 (up to %3 can be sent)</translation>
    </message>
    <message id="scan.tooLarge">
        <translation>This is too large to be sent. Remove pages.</translation>
    </message>
    <message id="scan.use">
        <translation>Use this PDF</translation>
    </message>
    <message id="photo.title">
        <translation>Cut out the photo</translation>
    </message>
    <message id="photo.intro">
        <translation>Bring the top of the head to the upper line and the chin to the lower one: the face measures %1±%2 mm, with %3±%4 mm above it.</translation>
    </message>
    <message id="photo.view">
        <translation>Frame of the photo</translation>
    </message>
    <message id="photo.keys">
        <translation>Move: arrow keys, or drag. Size: plus and minus, or the wheel. Turn: Page Up and Page Down, or Shift and the wheel.</translation>
    </message>
    <message id="photo.larger">
        <translation>Larger</translation>
    </message>
    <message id="photo.smaller">
        <translation>Smaller</translation>
    </message>
    <message id="photo.turnLeft">
        <translation>Turn left by 1°</translation>
    </message>
    <message id="photo.turnRight">
        <translation>Turn right by 1°</translation>
    </message>
    <message id="photo.startOver">
        <translation>Start over</translation>
    </message>
    <message id="photo.trueSize">
        <translation>At its true size (%1 by %2 mm)</translation>
    </message>
    <message id="photo.doubts">
        <translation>Please look at the photo</translation>
    </message>
    <message id="photo.doubts.remedy">
        <translation>If it is good all the same, you can go on.</translation>
    </message>
    <message id="photo.doubt.tooFewPixels">
        <translation>It has few pixels and may look coarse.</translation>
    </message>
    <message id="photo.doubt.overEdge">
        <translation>The frame reaches over the edge of the picture.</translation>
    </message>
    <message id="photo.doubt.dark">
        <translation>The face seems dark.</translation>
    </message>
    <message id="photo.doubt.bright">
        <translation>The face seems too bright.</translation>
    </message>
    <message id="photo.doubt.background">
        <translation>The background seems not to be plain, or to have a shadow.</translation>
    </message>
    <message id="photo.doubt.blurred">
        <translation>It seems blurred.</translation>
    </message>
    <message id="photo.sure">
        <translation>It shows the person alone, facing the camera, without a hat. It was taken on %1 or later, and not changed by an app.</translation>
    </message>
    <message id="photo.unsure">
        <translation>Please see that this is so, and tick it.</translation>
    </message>
    <message id="photo.use">
        <translation>Use this photo</translation>
    </message>
    <message id="applicationReview.title">
        <translation>Check the application</translation>
    </message>
    <message id="applicationReview.intro">
        <translation>Please check everything. Choose “Change” to correct an item; you then come back here.</translation>
    </message>
    <message id="applicationReview.card">
        <translation>Next you sign with your My Number Card, and it is filed.</translation>
    </message>
    <message id="applicationReview.plain">
        <translation>It is filed when you press the button.</translation>
    </message>
    <message id="applicationReview.file">
        <translation>File the application</translation>
    </message>
    <message id="applicationReview.fileAgain">
        <translation>File it all the same</translation>
    </message>
    <message id="applicationReview.calledOff">
        <translation>You cancelled, but the application may already have been filed</translation>
    </message>
    <message id="applicationReview.calledOff.text">
        <translation>It had been sent. It is not known yet whether it arrived.</translation>
    </message>
    <message id="applicationReview.calledOff.remedy">
        <translation>Choose “File the application” again to find out. The same application is never filed twice. If it has arrived, an email with its number comes as well.</translation>
    </message>
    <message id="applicationReview.uploading.remedy">
        <translation>You can file once it has arrived.</translation>
    </message>
    <message id="applicationReview.notReplaced">
        <translation>“%1” has not arrived</translation>
    </message>
    <message id="applicationReview.notReplaced.text">
        <translation>The file that was there before is still in the application.</translation>
    </message>
    <message id="applicationReview.notReplaced.remedy">
        <translation>Choose what to do. Then you can file.</translation>
    </message>
    <message id="applicationReview.keepFile">
        <translation>Keep the file from before</translation>
    </message>
    <message id="applicationReview.otherFile">
        <translation>Choose another file</translation>
    </message>
    <message id="applicationCard.title">
        <translation>Sign with your card</translation>
    </message>
    <message id="applicationCard.intro">
        <translation>Put your My Number Card on the reader. You will need its signature password.</translation>
    </message>
    <message id="applicationSending.title">
        <translation>Filing the application</translation>
    </message>
    <message id="applicationSending.card">
        <translation>Signing and sending. Please leave the card where it is.</translation>
    </message>
    <message id="applicationSending.text">
        <translation>The application is being sent.</translation>
    </message>
    <message id="applicationSending.sent">
        <translation>Your application has been sent, and we are waiting for the answer. If you press “Cancel” now, it may have been filed all the same.</translation>
    </message>
    <message id="applicationFiled.title">
        <translation>Filed</translation>
    </message>
    <message id="applicationFiled.number">
        <translation>Provisional number: %1</translation>
    </message>
    <message id="applicationFiled.at">
        <translation>Filed: %1</translation>
    </message>
    <message id="applicationFiled.next">
        <translation>What comes next</translation>
    </message>
    <message id="applicationFiled.next.text">
        <translation>・The application number comes by email the next day or later. It proves that your application is pending.
・You get an email when documents are needed, and when a decision has been made.
・You can see the state here in your list at any time.</translation>
    </message>
    <message id="applicationFiled.list">
        <translation>To your applications</translation>
    </message>
    <message id="applicationFiled.print">
        <translation>Print a copy for your records</translation>
    </message>
    <message id="applicationFiled.proof">
        <translation>Copy of your application</translation>
    </message>
    <message id="applicationFiled.printed">
        <translation>Printed.</translation>
    </message>
    <message id="applicationFiled.notPrinted">
        <translation>It could not be printed.</translation>
    </message>
    <message id="draftConflict.title">
        <translation>The draft was changed somewhere else</translation>
    </message>
    <message id="draftConflict.filed.title">
        <translation>This draft has been filed</translation>
    </message>
    <message id="draftConflict.intro">
        <translation>The same draft was saved from another window or computer, %1. Which one do you want to go on with? The other one stays in your list as a draft of its own.</translation>
    </message>
    <message id="draftConflict.unknown">
        <translation>The same draft was saved from another window or computer. What was saved there could not be fetched, so you cannot compare yet. What you typed here is not lost.</translation>
    </message>
    <message id="draftConflict.differs">
        <translation>%1: here “%2”, there “%3”</translation>
    </message>
    <message id="draftConflict.mine">
        <translation>Go on with what I typed here</translation>
    </message>
    <message id="draftConflict.other">
        <translation>Go on with the other one</translation>
    </message>
    <message id="draftConflict.filed">
        <translation>This draft was filed meanwhile: see your list. What you changed in it afterwards is not in the application.</translation>
    </message>
    <message id="applicationDetail.title">
        <translation>Your application</translation>
    </message>
    <message id="applicationDetail.wanted">
        <translation>Please hand in more documents</translation>
    </message>
    <message id="applicationDetail.wanted.until">
        <translation>Until %1</translation>
    </message>
    <message id="applicationDetail.wanted.files">
        <translation>Files to hand in</translation>
    </message>
    <message id="applicationDetail.wanted.none">
        <translation>None yet. Add each document that is wanted: a PDF file, or pictures of its pages.</translation>
    </message>
    <message id="applicationDetail.wanted.part">
        <translation>Only a part of it has arrived. Add the same file once more, and the rest is sent.</translation>
    </message>
    <message id="applicationDetail.wanted.wait">
        <translation>One file is still being sent.</translation>
    </message>
    <message id="applicationDetail.wanted.wait.text">
        <translation>Please add the next one when it has arrived.</translation>
    </message>
    <message id="applicationDetail.wanted.add">
        <translation>Add a file</translation>
    </message>
    <message id="applicationDetail.wanted.handIn.text">
        <translation>Hand them in when all of them are here. Afterwards no file can be added or removed.</translation>
    </message>
    <message id="applicationDetail.wanted.handIn">
        <translation>Hand in the documents</translation>
    </message>
    <message id="applicationDetail.wanted.over">
        <translation>The deadline for the documents has passed</translation>
    </message>
    <message id="applicationDetail.wanted.over.text">
        <translation>They were wanted until %1. They can no longer be handed in here.</translation>
    </message>
    <message id="applicationDetail.wanted.over.remedy">
        <translation>Ask your regional immigration services bureau soon what you can do.
%helpDesk</translation>
    </message>
    <message id="applicationDetail.handedIn">
        <translation>The documents are handed in</translation>
    </message>
    <message id="applicationDetail.handedIn.text">
        <translation>They arrived on %1. The examination goes on. You will be told the result by email, and here.</translation>
    </message>
    <message id="applicationDetail.granted">
        <translation>Granted</translation>
    </message>
    <message id="applicationDetail.refused">
        <translation>Not granted</translation>
    </message>
    <message id="applicationDetail.refused.remedy">
        <translation>Your regional immigration services bureau explains the reasons.
%helpDesk</translation>
    </message>
    <message id="applicationDetail.refused.together">
        <translation>What you filed together with it, a re-entry permission or a permission for another activity, has ended too. You will get no separate message about that.</translation>
    </message>
    <message id="applicationDetail.history">
        <translation>So far</translation>
    </message>
    <message id="applicationDetail.reported">
        <translation>Error reported (%1)</translation>
    </message>
    <message id="applicationDetail.receipt">
        <translation>How you receive the card</translation>
    </message>
    <message id="applicationDetail.receiveOther">
        <translation>Change to: %1</translation>
    </message>
    <message id="applicationDetail.more">
        <translation>More</translation>
    </message>
    <message id="applicationPaper.print">
        <translation>Print the application</translation>
    </message>
    <message id="applicationPaper.save">
        <translation>Save the application as PDF</translation>
    </message>
    <message id="resultChecklist.title">
        <translation>What you need to receive it</translation>
    </message>
    <message id="resultChecklist.afterwards">
        <translation>When you have the new residence card</translation>
    </message>
    <message id="resultChecklist.papers">
        <translation>Have these ready</translation>
    </message>
    <message id="resultChecklist.fee">
        <translation>%1: %2</translation>
    </message>
    <message id="resultChecklist.address">
        <translation>Address to write on the envelope</translation>
    </message>
    <message id="resultChecklist.print">
        <translation>Print this list</translation>
    </message>
    <message id="resultChecklist.save">
        <translation>Save this list as PDF</translation>
    </message>
    <message id="applicationDetail.copy">
        <translation>Copy as a new draft</translation>
    </message>
    <message id="applicationDetail.files">
        <translation>Files that were handed in</translation>
    </message>
    <message id="applicationDetail.withdraw">
        <translation>Withdraw the application</translation>
    </message>
    <message id="applicationDetail.withdraw.question">
        <translation>Withdraw the application?</translation>
    </message>
    <message id="applicationDetail.withdraw.text">
        <translation>It is not examined any further. You would have to file again; mind the last day of your period of stay.</translation>
    </message>
    <message id="applicationDetail.withdraw.no">
        <translation>Do not withdraw it</translation>
    </message>
    <message id="applicationDetail.answers">
        <translation>What was filed</translation>
    </message>
    <message id="applicationDetail.report">
        <translation>Report an error in what you filed</translation>
    </message>
    <message id="applicationDetail.report.intro">
        <translation>Is something wrong in what you filed? Write what it is, and what is right. Those who examine the application read it; the application itself stays as it is.</translation>
    </message>
    <message id="applicationDetail.report.send">
        <translation>Send</translation>
    </message>
    <message id="applicationDetail.report.sent">
        <translation>Your report was sent</translation>
    </message>
    <message id="applicationDetail.report.sent.text">
        <translation>It stands among the steps of the application. The office gets in touch if it has a question.</translation>
    </message>
    <message id="applicationDetail.report.missing">
        <translation>Write what is wrong.</translation>
    </message>
    <message id="applicationDetail.report.tooLong">
        <translation>This is too long. Write up to %1 characters.</translation>
    </message>
    <message id="applicationDetail.report.tooMany">
        <translation>No more reports can be sent on this application. What you wrote is still here. Get in touch with your regional immigration services bureau.</translation>
    </message>
    <message id="logins.refused">
        <translation>Login failed</translation>
    </message>
    <message id="logins.locked">
        <translation>Locked after several failures</translation>
    </message>
    <message id="logins.here">
        <translation>From the connection you use now</translation>
    </message>
    <message id="logins.network">
        <translation>From %1</translation>
    </message>
    <message id="secret.tries" numerus="yes">
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
    <message id="secret.tries.last">
        <translation>Last try. If it is wrong, it is blocked until you set a new one</translation>
    </message>
    <message id="secret.wrong.remedy">
        <translation>If you are not sure, stop here and read what to do if you have forgotten it.</translation>
    </message>
    <message id="secret.impossible.title">
        <translation>This cannot be right, so it was not sent to the card</translation>
    </message>
    <message id="secret.impossible.remedy">
        <translation>Please enter it again. No try was used.</translation>
    </message>
    <message id="secret.lastTry.title">
        <translation>This is your last try. Use what you have entered?</translation>
    </message>
    <message id="secret.lastTry.look">
        <translation>“Show what I type” lets you look at what you typed.</translation>
    </message>
    <message id="secret.lastTry.no">
        <translation>Do not use it</translation>
    </message>
    <message id="secret.lastTry.yes">
        <translation>Use it (blocked if wrong)</translation>
    </message>
    <message id="secret.checking.title">
        <translation>Checking with the card</translation>
    </message>
    <message id="secret.checking.text">
        <translation>Please do not move the card.</translation>
    </message>
    <message id="step1.title">
        <translation>Enter your information (STEP1)</translation>
    </message>
    <message id="step1.intro">
        <translation>Enter the information of the person who will use the system.</translation>
    </message>
    <message id="step1.intro.card">
        <translation>Enter the information of the person who will use the system. What is on your card has been filled in.</translation>
    </message>
    <message id="step1.check">
        <translation>Check my information</translation>
    </message>
    <message id="notice.endsSoon.title">
        <translation>A digital certificate on your card expires on %1</translation>
    </message>
    <message id="notice.endsSoon.text">
        <translation>You can go on and register now.</translation>
    </message>
    <message id="notice.endsSoon.remedy">
        <translation>Have it renewed at your municipal office before then.</translation>
    </message>
    <message id="notice.beginsLater.title">
        <translation>A digital certificate on your card is valid from %1</translation>
    </message>
    <message id="notice.beginsLater.text">
        <translation>The clock of this computer says: %1</translation>
    </message>
    <message id="notice.beginsLater.remedy">
        <translation>If the clock is wrong, set it right.</translation>
    </message>
    <message id="notice.severalCards.title">
        <translation>There is more than one card</translation>
    </message>
    <message id="notice.severalCards.found">
        <translation>The My Number Card in “%1” is used. To use another one, take this card away.</translation>
    </message>
    <message id="notice.severalCards.none">
        <translation>Leave only the My Number Card of the person who registers.</translation>
    </message>
    <message id="notice.missingItems.title">
        <translation>Some items could not be taken from your card. Please fill them in:</translation>
    </message>
    <message id="notice.missingItems.remedy">
        <translation>Where your card says it in other words, they are shown there.</translation>
    </message>
    <message id="notice.alsoOnCard.title">
        <translation>The name is taken from the Latin letters on your card</translation>
    </message>
    <message id="notice.alsoOnCard.text">
        <translation>%1: your card also says “%2”</translation>
    </message>
    <message id="notice.alsoOnCard.remedy">
        <translation>Only the name in Latin letters is registered, and only it is compared with the card.</translation>
    </message>
    <message id="field.required">
        <translation>Required</translation>
    </message>
    <message id="field.corrected">
        <translation>Corrected</translation>
    </message>
    <message id="field.allCorrected">
        <translation>Everything marked has been corrected. Press “%1” again.</translation>
    </message>
    <message id="field.example">
        <translation>Example: %1</translation>
    </message>
    <message id="field.fromCard">
        <translation>✓ Taken from your card</translation>
    </message>
    <message id="field.cardText">
        <translation>Your card says the following. Please enter it yourself.</translation>
    </message>
    <message id="field.notOnCard">
        <translation>Your card does not say this. Please fill it in yourself.</translation>
    </message>
    <message id="field.name.label">
        <translation>Name</translation>
    </message>
    <message id="field.name.hint">
        <translation>In capital Latin letters as in your passport, with a space between the parts (up to 104 characters).</translation>
    </message>
    <message id="field.sex.label">
        <translation>Sex</translation>
    </message>
    <message id="field.sex.hint">
        <translation>Choose one.</translation>
    </message>
    <message id="value.sex.male">
        <translation>Male</translation>
    </message>
    <message id="value.sex.female">
        <translation>Female</translation>
    </message>
    <message id="field.dateOfBirth.label">
        <translation>Date of birth</translation>
    </message>
    <message id="field.dateOfBirth.hint">
        <translation>The year has four digits.
Example: year 1990, month 4, day 15</translation>
    </message>
    <message id="date.year">
        <translation>Year</translation>
    </message>
    <message id="date.month">
        <translation>Month</translation>
    </message>
    <message id="date.day">
        <translation>Day</translation>
    </message>
    <message id="date.part">
        <translation>%2 %1</translation>
    </message>
    <message id="date.full">
        <translation>%day %namedMonth %year</translation>
    </message>
    <message id="time.morning">
        <translation>%date, %clockHour:%minute am</translation>
    </message>
    <message id="time.afternoon">
        <translation>%date, %clockHour:%minute pm</translation>
    </message>
    <message id="field.municipalityCode.label">
        <translation>Address in Japan: prefecture and municipality</translation>
    </message>
    <message id="field.municipalityCode.label.office">
        <translation>Address of the office: prefecture and municipality</translation>
    </message>
    <message id="field.municipalityCode.hint">
        <translation>Type part of the name, or choose the prefecture and then the municipality.</translation>
    </message>
    <message id="field.municipalityCode.hint.office">
        <translation>Type part of the name, or choose the prefecture and then the municipality.</translation>
    </message>
    <message id="place.search">
        <translation>Find a municipality by name or postal code</translation>
    </message>
    <message id="place.search.hint">
        <translation>In kanji, kana or Latin letters, even in part. Examples: 千代田, ちよだ, chiyoda, 100-0005</translation>
    </message>
    <message id="place.found">
        <translation>Places found</translation>
    </message>
    <message id="place.count" numerus="yes">
        <translation>
            <numerusform>%n place found. Please choose it.</numerusform>
            <numerusform>%n places found. Please choose one.</numerusform>
        </translation>
    </message>
    <message id="place.nothing">
        <translation>Nothing found. Try another spelling, or choose from the lists below.</translation>
    </message>
    <message id="place.ambiguous">
        <translation>This can be one of several places. Please choose the right one.</translation>
    </message>
    <message id="place.chosen">
        <translation>✓ Chosen: %1</translation>
    </message>
    <message id="place.formerWard">
        <translation>The former %1 is here now</translation>
    </message>
    <message id="place.dividedWard">
        <translation>The former %1 was divided. Which one it is depends on your town name</translation>
    </message>
    <message id="town.offer.title">
        <translation>Town name of this postal code: %1</translation>
    </message>
    <message id="town.offer.text">
        <translation>What you entered in the next field stays. The town name can be put in front of it.</translation>
    </message>
    <message id="town.offer.yes">
        <translation>Put the town name in front</translation>
    </message>
    <message id="town.offer.no">
        <translation>Leave the field as it is</translation>
    </message>
    <message id="town.filled">
        <translation>✓ The town name was put into the next field: %1. Please go on from there.</translation>
    </message>
    <message id="place.prefecture">
        <translation>Prefecture</translation>
    </message>
    <message id="place.municipality">
        <translation>City / Ward / Town / Village</translation>
    </message>
    <message id="place.choose">
        <translation>Choose</translation>
    </message>
    <message id="place.written">
        <translation>%romaji</translation>
    </message>
    <message id="field.addressRest.label">
        <translation>Address in Japan: town name, block and number</translation>
    </message>
    <message id="field.addressRest.label.office">
        <translation>Address of the office: town name, block and number</translation>
    </message>
    <message id="field.addressRest.hint">
        <translation>The rest of your address, with building and room (up to 80 characters). Latin letters are allowed; they are made full-width.</translation>
    </message>
    <message id="field.addressRest.hint.office">
        <translation>The rest of the address, with building and room (up to 80 characters). Latin letters are allowed; they are made full-width.</translation>
    </message>
    <message id="field.phone.label">
        <translation>Telephone number</translation>
    </message>
    <message id="field.phone.label.office">
        <translation>Telephone number (office or cellular phone)</translation>
    </message>
    <message id="field.phone.hint">
        <translation>Digits only (up to 12).</translation>
    </message>
    <message id="field.phone.hint.office">
        <translation>Digits only (up to 12).</translation>
    </message>
    <message id="field.email.label">
        <translation>Email address</translation>
    </message>
    <message id="field.email.label.office">
        <translation>Email address of the office</translation>
    </message>
    <message id="field.email.hint">
        <translation>Mail about your registration goes to this address (up to 60 characters).</translation>
    </message>
    <message id="field.email.hint.office">
        <translation>Mail about your registration goes to this address (up to 60 characters).</translation>
    </message>
    <message id="field.emailConfirmation.label">
        <translation>Email address (again)</translation>
    </message>
    <message id="field.emailConfirmation.hint">
        <translation>Enter the same address again, to be sure.</translation>
    </message>
    <message id="field.userClass.label">
        <translation>Kind of user</translation>
    </message>
    <message id="field.userClass.hint">
        <translation>Choose what applies to you.</translation>
    </message>
    <message id="value.userClass.foreignNational">
        <translation>Myself (I am a foreign national)</translation>
    </message>
    <message id="value.userClass.legalRepresentative">
        <translation>A person whose legal representative I am</translation>
    </message>
    <message id="value.userClass.family">
        <translation>A member of my family: spouse, child, parent or the like (I am not the legal representative)</translation>
    </message>
    <message id="value.userClass.attorneyOrScrivener">
        <translation>Attorney at law or administrative scrivener</translation>
    </message>
    <message id="value.userClass.coeByEmail">
        <translation>Applicant (at a counter) for electronic issuance of a certificate of eligibility</translation>
    </message>
    <message id="field.residenceCardNumber.label">
        <translation>Residence card number</translation>
    </message>
    <message id="field.residenceCardNumber.hint">
        <translation>At the top right of your Residence Card: two letters, eight digits, two letters.</translation>
    </message>
    <message id="field.agentCertificateNumber.label">
        <translation>Certificate number of the application agent</translation>
    </message>
    <message id="field.agentCertificateNumber.hint">
        <translation>Enter it as printed, for example （東）⁠弁10第50号. It is converted into 12 digits.</translation>
    </message>
    <message id="agent.understood">
        <translation>✓ %1, %2, year %3, No. %4</translation>
    </message>
    <message id="agent.fault.unreadable">
        <translation>The number could not be understood. Enter it as printed, like （東）弁10第50号, or put it together from its parts.</translation>
    </message>
    <message id="agent.fault.office">
        <translation>The office could not be understood. It is one of 札 仙 東 横 名 阪 神 高 広 福 那.</translation>
    </message>
    <message id="agent.fault.class">
        <translation>Attorney or scrivener could not be told apart. It is 弁 or 行.</translation>
    </message>
    <message id="agent.fault.year">
        <translation>Please check the year. The certificate shows the last two digits of the Western year.</translation>
    </message>
    <message id="agent.fault.serial">
        <translation>Please check the serial number. It stands between 第 and 号.</translation>
    </message>
    <message id="agent.parts.show">
        <translation>Put the number together from its parts</translation>
    </message>
    <message id="agent.parts.hide">
        <translation>Hide the parts</translation>
    </message>
    <message id="agent.parts.office">
        <translation>Issuing office (in brackets)</translation>
    </message>
    <message id="agent.parts.class">
        <translation>Profession (弁 or 行)</translation>
    </message>
    <message id="agent.parts.year">
        <translation>Year of issue</translation>
    </message>
    <message id="agent.year">
        <translation>%1 (printed as %2)</translation>
    </message>
    <message id="agent.parts.serial">
        <translation>Serial number (between “第” and “号”)</translation>
    </message>
    <message id="agent.parts.use">
        <translation>Use this number</translation>
    </message>
    <message id="agent.office.11">
        <translation>Sapporo (札)</translation>
    </message>
    <message id="agent.office.12">
        <translation>Sendai (仙)</translation>
    </message>
    <message id="agent.office.13">
        <translation>Tokyo (東)</translation>
    </message>
    <message id="agent.office.15">
        <translation>Yokohama (横)</translation>
    </message>
    <message id="agent.office.16">
        <translation>Nagoya (名)</translation>
    </message>
    <message id="agent.office.17">
        <translation>Osaka (阪)</translation>
    </message>
    <message id="agent.office.18">
        <translation>Kobe (神)</translation>
    </message>
    <message id="agent.office.19">
        <translation>Takamatsu (高)</translation>
    </message>
    <message id="agent.office.20">
        <translation>Hiroshima (広)</translation>
    </message>
    <message id="agent.office.22">
        <translation>Fukuoka (福)</translation>
    </message>
    <message id="agent.office.24">
        <translation>Naha (那)</translation>
    </message>
    <message id="agent.class.2">
        <translation>administrative scrivener (行)</translation>
    </message>
    <message id="agent.class.7">
        <translation>attorney at law (弁)</translation>
    </message>
    <message id="field.termsAccepted.label">
        <translation>Terms of use</translation>
    </message>
    <message id="field.termsAccepted.hint">
        <translation>Open the terms of use first. Then check the box if you agree.</translation>
    </message>
    <message id="value.termsAccepted.true">
        <translation>Agreed</translation>
    </message>
    <message id="terms.open">
        <translation>Open the terms of use</translation>
    </message>
    <message id="terms.openFirst">
        <translation>Please open the terms of use first.</translation>
    </message>
    <message id="terms.agree">
        <translation>I agree to the terms of use</translation>
    </message>
    <message id="terms.title">
        <translation>Terms of use</translation>
    </message>
    <message id="terms.version">
        <translation>Version: %1</translation>
    </message>
    <message id="terms.close">
        <translation>Close and go back</translation>
    </message>
    <message id="step2.title">
        <translation>Check your information (STEP2)</translation>
    </message>
    <message id="step2.intro">
        <translation>Please check what you entered. Use “Change” to correct anything.</translation>
    </message>
    <message id="review.change">
        <translation>Change</translation>
    </message>
    <message id="review.change.named">
        <translation>Change %1</translation>
    </message>
    <message id="step2.secretsAgain">
        <translation>For your safety, the card passwords have been deleted. Please enter them again before you register.</translation>
    </message>
    <message id="step2.tries">
        <translation>Signature password: %1
PIN: %2</translation>
    </message>
    <message id="step2.beforeSubmit">
        <translation>When you press “Register”, your information is sent to the Online Residence Application System.</translation>
    </message>
    <message id="step2.pad">
        <translation>This card reader has its own keys. Press “Register”, then type the four digits on the reader. It asks for them twice in a row: to check them and to register. They never reach this computer.</translation>
    </message>
    <message id="step2.pad.notEntered">
        <translation>No try was used. Enter what is asked for above and press “Register” again.</translation>
    </message>
    <message id="step2.notEntered">
        <translation>No try was used. Press “Register” again.</translation>
    </message>
    <message id="step2.submit">
        <translation>Register</translation>
    </message>
    <message id="step2.nothingSent.title">
        <translation>You cancelled. Nothing was sent</translation>
    </message>
    <message id="step2.nothingSent.text">
        <translation>You are not registered. To register, press “Register” again.</translation>
    </message>
    <message id="step2.mayHaveArrived.title">
        <translation>You cancelled. You may be registered already</translation>
    </message>
    <message id="step2.mayHaveArrived.text">
        <translation>Your information had been sent. Whether it has arrived is not known.</translation>
    </message>
    <message id="step2.mayHaveArrived.remedy">
        <translation>Press “Register” again to find out. You are never registered twice. If it has arrived, an email with a link to set your password comes as well.</translation>
    </message>
    <message id="submitting.title">
        <translation>Registering</translation>
    </message>
    <message id="submitting.text">
        <translation>Please wait.</translation>
    </message>
    <message id="submitting.text.card">
        <translation>Please wait, and do not move the card.</translation>
    </message>
    <message id="submitting.pad">
        <translation>Type the four digits on the card reader once more, then press its OK key.</translation>
    </message>
    <message id="submitting.unsent">
        <translation>Nothing has been sent yet. If you press “Cancel” now, nothing is sent.</translation>
    </message>
    <message id="submitting.sent">
        <translation>Your information has been sent, and we are waiting for the answer. If you press “Cancel” now, you may be registered all the same.</translation>
    </message>
    <message id="step3.title">
        <translation>Registration complete (STEP3)</translation>
    </message>
    <message id="step3.done">
        <translation>You are registered</translation>
    </message>
    <message id="step3.corrected">
        <translation>You were registered before. Your email address has been corrected; the Authentication ID is the same as before.</translation>
    </message>
    <message id="step3.id">
        <translation>Authentication ID</translation>
    </message>
    <message id="step3.keep">
        <translation>You need the Authentication ID to log in. Please keep a copy in a safe place.</translation>
    </message>
    <message id="step3.copy">
        <translation>Copy the Authentication ID</translation>
    </message>
    <message id="step3.print">
        <translation>Print</translation>
    </message>
    <message id="step3.pdf">
        <translation>Save as PDF</translation>
    </message>
    <message id="step3.copied">
        <translation>✓ Copied</translation>
    </message>
    <message id="step3.printed">
        <translation>✓ Sent to the printer</translation>
    </message>
    <message id="step3.notPrinted">
        <translation>It could not be printed. Please check the printer.</translation>
    </message>
    <message id="step3.next.title">
        <translation>What happens next</translation>
    </message>
    <message id="step3.next">
        <translation>• You will receive an email with a link to set your password.
• Open the link within 24 hours and set your password.
• A second email then tells you your Authentication ID, and you can log in.
• If no email arrives, please look in your junk mail folder.</translation>
    </message>
    <message id="step3.noMail">
        <translation>If it is not there either, please contact the help desk.
%helpDesk</translation>
    </message>
    <message id="step3.finish">
        <translation>Finish and go to the top page</translation>
    </message>
    <message id="receipt.title">
        <translation>Record of your registration</translation>
    </message>
    <message id="receipt.day">
        <translation>Registered on %1</translation>
    </message>
    <message id="receipt.help">
        <translation>Whom to ask</translation>
    </message>
    <message id="failure.code">
        <translation>Code: %1</translation>
    </message>
    <message id="message.WZBAM001E.text">
        <translation>Please fill in the items marked with “!”.</translation>
    </message>
    <message id="message.WZBAM001E.remedy">
        <translation>Look at the example of each item marked with “!” and fill it in.</translation>
    </message>
    <message id="message.WZBAM005E.text">
        <translation>Something entered is not right. Please enter it again.</translation>
    </message>
    <message id="message.WZBAM005E.remedy">
        <translation>Correct the items marked with “!”, following the examples.</translation>
    </message>
    <message id="message.WZBAM011E.text">
        <translation>There is a character that the system does not know.</translation>
    </message>
    <message id="message.WZBAM011E.remedy">
        <translation>Use a common form of the character, or write it in kana.</translation>
    </message>
    <message id="message.WZBAM018E.text">
        <translation>The items marked with “!” are not right. Please check them and enter them again.</translation>
    </message>
    <message id="message.WZBAM018E.remedy">
        <translation>Go through the items marked with “!” and correct them, following the examples.</translation>
    </message>
    <message id="message.WZBAM023E.text">
        <translation>Something unexpected happened while your entries were checked.</translation>
    </message>
    <message id="message.WZBAM023E.remedy">
        <translation>Please contact the help desk.
%helpDesk</translation>
    </message>
    <message id="message.WZBAM098E.text">
        <translation>A system error has occurred.</translation>
    </message>
    <message id="message.WZBAM098E.remedy">
        <translation>Try again later. If it happens again, please contact the help desk.
%helpDesk</translation>
    </message>
    <message id="message.WZBAM099E.text">
        <translation>You were logged out by a login at another place.</translation>
    </message>
    <message id="message.WZBAM099E.remedy">
        <translation>To go on, log in again. If it was not you, call the help desk.
%helpDesk</translation>
    </message>
    <message id="message.WZBAM103E.text">
        <translation>Please choose the prefecture and municipality.</translation>
    </message>
    <message id="message.WZBAM103E.remedy">
        <translation>Search by name, or choose from the lists.</translation>
    </message>
    <message id="message.WZBAM104E.text">
        <translation>Please enter town name, block and number.</translation>
    </message>
    <message id="message.WZBAM104E.remedy">
        <translation>Enter the part of the address that follows the municipality.</translation>
    </message>
    <message id="message.WZBAM111E.text">
        <translation>Please enter a date that exists.</translation>
    </message>
    <message id="message.WZBAM111E.remedy">
        <translation>Check the year, the month and the day.</translation>
    </message>
    <message id="message.WZBAM150E.text">
        <translation>The user information is not valid.</translation>
    </message>
    <message id="message.WZBAM150E.remedy">
        <translation>Please call the help desk.
%helpDesk</translation>
    </message>
    <message id="message.WZBAM151E.text">
        <translation>The time for using this account is over.</translation>
    </message>
    <message id="message.WZBAM151E.remedy">
        <translation>Have the certificate renewed. If you are not sure, call the help desk.
%helpDesk</translation>
    </message>
    <message id="message.WZBAM153E.text">
        <translation>This account is locked.</translation>
    </message>
    <message id="message.WZBAM153E.remedy">
        <translation>Log in again after 24 hours. If you are in a hurry, have an email sent under “If you have forgotten the password” on the page for logging in: setting a new password ends the lock at once. The counter of the nearest Regional Immigration Services Bureau can set it anew, too.</translation>
    </message>
    <message id="message.WZBAM155E.text">
        <translation>This Authentication ID is suspended.</translation>
    </message>
    <message id="message.WZBAM155E.remedy">
        <translation>Please call the help desk.
%helpDesk</translation>
    </message>
    <message id="message.WZBAM156E.text">
        <translation>This Authentication ID was deleted.</translation>
    </message>
    <message id="message.WZBAM156E.remedy">
        <translation>Please call the help desk.
%helpDesk</translation>
    </message>
    <message id="message.WZBAM158E.text">
        <translation>The password has expired.</translation>
    </message>
    <message id="message.WZBAM158E.remedy">
        <translation>Have a new password set: hand in or post the form 在留申請オンラインシステム認証ID・パスワード確認等申出書 (Form 15) at the nearest Regional Immigration Services Bureau.</translation>
    </message>
    <message id="message.WZBAM159E.text">
        <translation>Both email addresses must be the same.</translation>
    </message>
    <message id="message.WZBAM159E.remedy">
        <translation>Compare the two email addresses and correct the wrong one.</translation>
    </message>
    <message id="message.WZBAM154E.text">
        <translation>The password does not match. Please check your present password.</translation>
    </message>
    <message id="message.WZBAM154E.remedy">
        <translation>Type the password that you use now. Capital and small letters are different.</translation>
    </message>
    <message id="message.WZBAM160E.text">
        <translation>Both passwords must be the same.</translation>
    </message>
    <message id="message.WZBAM160E.remedy">
        <translation>Type the password in both fields once more.</translation>
    </message>
    <message id="message.WZBAM162E.text">
        <translation>Both new passwords must be the same.</translation>
    </message>
    <message id="message.WZBAM162E.remedy">
        <translation>Type the new password in both fields once more.</translation>
    </message>
    <message id="message.WZBAM168E.text">
        <translation>The Authentication ID or the email address is not right.</translation>
    </message>
    <message id="message.WZBAM168E.remedy">
        <translation>Check the Authentication ID in the message you received and the email address you registered.</translation>
    </message>
    <message id="message.WZBAM244E.text">
        <translation>To change your address, please enter both the prefecture and municipality and the rest of the address.</translation>
    </message>
    <message id="message.WZBAM244E.remedy">
        <translation>Please fill in the item marked with “!” as well.</translation>
    </message>
    <message id="message.WZBAM245E.text">
        <translation>Please enter the information to be changed.</translation>
    </message>
    <message id="message.WZBAM245E.remedy">
        <translation>Of the items marked with “!”, please enter anew whatever is to change.</translation>
    </message>
    <message id="message.WZBAM256E.text">
        <translation>Please agree to the terms of use.</translation>
    </message>
    <message id="message.WZBAM256E.remedy">
        <translation>Open the terms of use, and check the box if you agree.</translation>
    </message>
    <message id="fieldError.WZBAM001E">
        <translation>Please fill in: %1</translation>
    </message>
    <message id="fieldError.WZBAM001E.choice">
        <translation>Please choose: %1</translation>
    </message>
    <message id="fieldError.WZBAM005E">
        <translation>Not right yet: %1. Please follow the example</translation>
    </message>
    <message id="fieldError.WZBAM005E.plain">
        <translation>Not right yet: %1. Please enter it again</translation>
    </message>
    <message id="fieldError.WZBAM011E">
        <translation>A character is not possible here: %1</translation>
    </message>
    <message id="fieldError.WZBAM018E">
        <translation>Please check: %1</translation>
    </message>
    <message id="fieldError.WZBAM023E">
        <translation>Could not be checked: %1</translation>
    </message>
    <message id="fieldError.WZBAM098E">
        <translation>Could not be checked: %1</translation>
    </message>
    <message id="fieldError.WZBAM099E">
        <translation>Logged in elsewhere: %1</translation>
    </message>
    <message id="fieldError.WZBAM103E">
        <translation>Please choose: %1</translation>
    </message>
    <message id="fieldError.WZBAM104E">
        <translation>Please fill in: %1</translation>
    </message>
    <message id="fieldError.WZBAM111E">
        <translation>This date does not exist: %1</translation>
    </message>
    <message id="fieldError.WZBAM150E">
        <translation>Not valid: %1</translation>
    </message>
    <message id="fieldError.WZBAM151E">
        <translation>Expired: %1</translation>
    </message>
    <message id="fieldError.WZBAM153E">
        <translation>Locked: %1</translation>
    </message>
    <message id="fieldError.emailsOfToday">
        <translation>A new email address can be given five times in 24 hours. Leave it empty to change the rest now, and give it again after 24 hours.</translation>
    </message>
    <message id="fieldError.fileMissing">
        <translation>The file has not arrived. Please choose it again: %1</translation>
    </message>
    <message id="fieldError.windowNotYet">
        <translation>It is too early to file this. Please file it once its time has come.</translation>
    </message>
    <message id="fieldError.windowCounter">
        <translation>This can no longer be filed online. Please apply today at the counter of your regional immigration services bureau; if it is closed today, on the next day on which it is open.</translation>
    </message>
    <message id="fieldError.windowOver">
        <translation>The time for this application is over. Please go to the counter of your regional immigration services bureau at once.</translation>
    </message>
    <message id="fieldError.WZBAM155E">
        <translation>Suspended: %1</translation>
    </message>
    <message id="fieldError.WZBAM156E">
        <translation>Deleted: %1</translation>
    </message>
    <message id="fieldError.WZBAM158E">
        <translation>Expired: %1</translation>
    </message>
    <message id="fieldError.WZBAM159E">
        <translation>Not the same as above: %1</translation>
    </message>
    <message id="fieldError.WZBAM154E">
        <translation>Not your present password: %1</translation>
    </message>
    <message id="fieldError.WZBAM160E">
        <translation>Not the same as above: %1</translation>
    </message>
    <message id="fieldError.WZBAM162E">
        <translation>Not the same as above: %1</translation>
    </message>
    <message id="fieldError.WZBAM168E">
        <translation>Not right: %1</translation>
    </message>
    <message id="fieldError.WZBAM244E">
        <translation>Needed as well to change the address: %1</translation>
    </message>
    <message id="fieldError.WZBAM245E">
        <translation>Please enter what is to change: %1</translation>
    </message>
    <message id="fieldError.WZBAM256E">
        <translation>Please open, read and agree to: %1</translation>
    </message>
    <message id="failure.serviceMissing.title">
        <translation>The smart card service is not running</translation>
    </message>
    <message id="failure.serviceMissing.text">
        <translation>The part of this computer that talks to card readers is stopped or missing. Neither the card nor the reader is broken.</translation>
    </message>
    <message id="failure.serviceMissing.text.windows">
        <translation>The service of Windows that talks to card readers (“Smart Card”) is not running. Windows starts it when a card reader is connected. Neither the card nor the reader is broken.</translation>
    </message>
    <message id="failure.serviceMissing.remedy">
        <translation>Restart the computer. If that does not help, start its smart card service (on Linux: pcscd).</translation>
    </message>
    <message id="failure.serviceMissing.remedy.windows">
        <translation>Connect the card reader. If it is connected already, restart the computer. If that does not help, start “Smart Card” in the Services of Windows.</translation>
    </message>
    <message id="failure.serviceIncompatible.title">
        <translation>The smart card service does not fit this program</translation>
    </message>
    <message id="failure.serviceIncompatible.text">
        <translation>This happens in sandboxes, in remote sessions and after partial updates.</translation>
    </message>
    <message id="failure.serviceIncompatible.remedy">
        <translation>Work directly at the computer, and update this program and the system.</translation>
    </message>
    <message id="failure.noReader.title">
        <translation>No card reader was found</translation>
    </message>
    <message id="failure.noReader.text">
        <translation>No card reader is connected, or the computer has not recognised it yet.</translation>
    </message>
    <message id="failure.noReader.remedy">
        <translation>Connect the reader, or unplug it and plug it in again. This page notices it by itself.</translation>
    </message>
    <message id="failure.readerUnavailable.title">
        <translation>The card reader cannot be used</translation>
    </message>
    <message id="failure.readerUnavailable.text">
        <translation>The card reader is there but does not answer.</translation>
    </message>
    <message id="failure.readerUnavailable.remedy">
        <translation>Unplug it and plug it in again, or use another USB port.</translation>
    </message>
    <message id="failure.noCard.title">
        <translation>There is no card on the reader</translation>
    </message>
    <message id="failure.noCard.text">
        <translation>The card reader is ready.</translation>
    </message>
    <message id="failure.noCard.remedy">
        <translation>Put your My Number Card on the reader, or push it fully in.</translation>
    </message>
    <message id="failure.cardRemoved.title">
        <translation>The card was taken away</translation>
    </message>
    <message id="failure.cardRemoved.text">
        <translation>The card left the reader. For your safety the passwords have been deleted.</translation>
    </message>
    <message id="failure.cardRemoved.remedy">
        <translation>Put the same card back and go on.</translation>
    </message>
    <message id="failure.cardMute.title">
        <translation>The card does not answer</translation>
    </message>
    <message id="failure.cardMute.text">
        <translation>The card may lie the wrong way round or not quite on its place.</translation>
    </message>
    <message id="failure.cardMute.remedy">
        <translation>Turn the card round and put it back. Keep phones and wallets away from the reader.</translation>
    </message>
    <message id="failure.cardInUse.title">
        <translation>Another program is using the card</translation>
    </message>
    <message id="failure.cardInUse.text">
        <translation>Only one program can use it at a time.</translation>
    </message>
    <message id="failure.cardInUse.remedy">
        <translation>Close other programs and browser windows that use the card, then check again.</translation>
    </message>
    <message id="failure.cardReset.title">
        <translation>The card was reset</translation>
    </message>
    <message id="failure.cardReset.text">
        <translation>Another program has started to use the card.</translation>
    </message>
    <message id="failure.cardReset.remedy">
        <translation>Close the other program and try again.</translation>
    </message>
    <message id="failure.cardCommunication.title">
        <translation>The card could not be read</translation>
    </message>
    <message id="failure.cardCommunication.text">
        <translation>The exchange with the card broke off.</translation>
    </message>
    <message id="failure.cardCommunication.remedy">
        <translation>Put the card on the reader again, do not move it, and try again.</translation>
    </message>
    <message id="failure.otherCard.title">
        <translation>This is not a My Number Card</translation>
    </message>
    <message id="failure.otherCard.text">
        <translation>Another kind of card is on the reader. A Residence Card or driving licence works only where it is one card with the My Number Card.</translation>
    </message>
    <message id="failure.otherCard.remedy">
        <translation>Put your My Number Card on the reader.</translation>
    </message>
    <message id="failure.olderCard.title">
        <translation>This is the older resident card</translation>
    </message>
    <message id="failure.olderCard.text">
        <translation>It came before the My Number Card and can no longer be used.</translation>
    </message>
    <message id="failure.olderCard.remedy">
        <translation>Put your My Number Card on the reader. If you have none, apply for one at your municipal office.</translation>
    </message>
    <message id="failure.phoneToken.title">
        <translation>A smartphone cannot be used here</translation>
    </message>
    <message id="failure.phoneToken.text">
        <translation>This needs the card itself.</translation>
    </message>
    <message id="failure.phoneToken.remedy">
        <translation>Take the phone away and put your My Number Card on the reader.</translation>
    </message>
    <message id="failure.cardSwapped.title">
        <translation>This is not the same card as before</translation>
    </message>
    <message id="failure.cardSwapped.text">
        <translation>What was entered with the other card has been deleted, so that nothing gets mixed up.</translation>
    </message>
    <message id="failure.cardSwapped.remedy">
        <translation>If this is the right card, simply start again.</translation>
    </message>
    <message id="failure.cardAnswer.title">
        <translation>The card gave an unexpected answer</translation>
    </message>
    <message id="failure.cardAnswer.text">
        <translation>What the card sent does not fit a My Number Card.</translation>
    </message>
    <message id="failure.cardAnswer.remedy">
        <translation>Put the card on the reader again. If it happens again, contact the help desk and give them the code.
%helpDesk</translation>
    </message>
    <message id="failure.readerWithoutDriver.title">
        <translation>The card reader has no driver</translation>
    </message>
    <message id="failure.readerWithoutDriver.text">
        <translation>A reader is connected, but this computer has no driver for it.</translation>
    </message>
    <message id="failure.readerWithoutDriver.remedy">
        <translation>Install the driver that “Check this computer” names. Where there is none for your reader, use another reader.</translation>
    </message>
    <message id="failure.readerWithoutDriver.remedy.windows">
        <translation>Install the driver of the reader’s maker: “Check this computer” names the reader, and the maker’s web page has the driver. Windows looks for one, too, when the reader is connected while the computer is on the internet.</translation>
    </message>
    <message id="failure.readerTaken.title">
        <translation>Another driver holds the card reader</translation>
    </message>
    <message id="failure.readerTaken.text">
        <translation>A driver of the system itself has taken the reader, so that cards cannot be read.</translation>
    </message>
    <message id="failure.readerTaken.remedy">
        <translation>Have the driver that “Check this computer” names switched off by whoever looks after this computer, then restart it.</translation>
    </message>
    <message id="failure.remoteSession.title">
        <translation>Card readers do not work in a remote session</translation>
    </message>
    <message id="failure.remoteSession.title.windows">
        <translation>Card readers may not work in a remote session</translation>
    </message>
    <message id="failure.remoteSession.text">
        <translation>This program runs on a computer elsewhere, which does not see the reader in front of you.</translation>
    </message>
    <message id="failure.remoteSession.text.windows">
        <translation>This program runs in a remote desktop. It sees the reader in front of you only where the remote desktop passes it on.</translation>
    </message>
    <message id="failure.remoteSession.remedy">
        <translation>Start this program on the computer to which the reader is connected.</translation>
    </message>
    <message id="failure.remoteSession.remedy.windows">
        <translation>Start this program on the computer to which the reader is connected. Or choose “Smart cards” under “Local Resources” of Remote Desktop Connection, and connect again.</translation>
    </message>
    <message id="failure.sandboxed.title">
        <translation>This program is shut off from card readers</translation>
    </message>
    <message id="failure.sandboxed.text">
        <translation>Packaged as a Flatpak or Snap it may be unable to talk to this computer's smart card service.</translation>
    </message>
    <message id="failure.sandboxed.remedy">
        <translation>Install the Debian package instead, or allow the package to connect to the smart card service (pcscd).</translation>
    </message>
    <message id="failure.sessionRefused.title">
        <translation>This computer does not let you use card readers</translation>
    </message>
    <message id="failure.sessionRefused.text">
        <translation>Only the person signed in at its own screen may use them.</translation>
    </message>
    <message id="failure.sessionRefused.remedy">
        <translation>Sign in at the computer itself. If that is not possible, ask whoever looks after it.</translation>
    </message>
    <message id="failure.serviceHangs.title">
        <translation>The smart card service does not answer</translation>
    </message>
    <message id="failure.serviceHangs.text">
        <translation>The part of this computer that talks to card readers is running but gives no answer. A reader’s driver that hangs does the same. The card is not broken.</translation>
    </message>
    <message id="failure.serviceHangs.remedy">
        <translation>Unplug the card reader and plug it in again. The program goes on by itself as soon as the service answers. If that does not help, restart the computer.</translation>
    </message>
    <message id="failure.newerCard.title">
        <translation>This is a newer kind of card</translation>
    </message>
    <message id="failure.newerCard.text">
        <translation>It is a card with digital certificates, but of a kind that this program does not know. The card is not broken.</translation>
    </message>
    <message id="failure.newerCard.remedy">
        <translation>Update this program and try again. If the newest version does not take the card either, tell the help desk the code.
%helpDesk</translation>
    </message>
    <message id="failure.memoryNotLocked.title">
        <translation>Passwords cannot be kept safe on this computer</translation>
    </message>
    <message id="failure.memoryNotLocked.text">
        <translation>This computer does not let the program lock memory. Without that, a password could be written to the disk, so the program does not ask for one.</translation>
    </message>
    <message id="failure.memoryNotLocked.remedy">
        <translation>Ask the computer's administrator to allow 1 MB of locked memory or more (ulimit -l, memlock). Then start the program again.</translation>
    </message>
    <message id="failure.memoryNotLocked.remedy.windows">
        <translation>End other programs or restart the computer, and start the program again. If that does not help, ask the computer's administrator about a limit on memory (working set).</translation>
    </message>
    <message id="failure.noSigningCertificate.title">
        <translation>The card has no digital certificate for signature</translation>
    </message>
    <message id="failure.noSigningCertificate.text">
        <translation>Cards of children under 15, and cards issued without this certificate, do not have it. It also becomes invalid when your name or address changes.</translation>
    </message>
    <message id="failure.noSigningCertificate.remedy">
        <translation>You can have one issued at your municipal office. Show this there: 「署名用電子証明書の発行をお願いします。」 A legal representative or family member can also register with their own card.</translation>
    </message>
    <message id="failure.noAuthenticationCertificate.title">
        <translation>The card has no digital certificate for user authentication</translation>
    </message>
    <message id="failure.noAuthenticationCertificate.text">
        <translation>Without it, the card cannot show that it is you.</translation>
    </message>
    <message id="failure.noAuthenticationCertificate.remedy">
        <translation>Take your My Number Card to your municipal office, where it can be issued.</translation>
    </message>
    <message id="failure.signingCertificateExpired.title">
        <translation>The digital certificate for signature has expired</translation>
    </message>
    <message id="failure.signingCertificateExpired.text">
        <translation>For foreign nationals it often ends on the same day as the period of stay.</translation>
    </message>
    <message id="failure.signingCertificateExpired.remedy">
        <translation>Have it renewed at your municipal office. Take your My Number Card and your Residence Card.</translation>
    </message>
    <message id="failure.authenticationCertificateExpired.title">
        <translation>The digital certificate for user authentication has expired</translation>
    </message>
    <message id="failure.authenticationCertificateExpired.text">
        <translation>For foreign nationals it often ends on the same day as the period of stay.</translation>
    </message>
    <message id="failure.authenticationCertificateExpired.remedy">
        <translation>Have it renewed at your municipal office. Take your My Number Card and your Residence Card.</translation>
    </message>
    <message id="failure.passwordBlocked.title">
        <translation>The signature password is blocked</translation>
    </message>
    <message id="failure.passwordBlocked.text">
        <translation>It was entered wrongly five times in a row. Only this password is blocked, until you set a new one. The card is not broken and can still be used for other things.</translation>
    </message>
    <message id="failure.passwordBlocked.remedy">
        <translation>You can set a new one, free of charge, in either of these ways:
• at your municipal office, with your My Number Card. Show this there: 「署名用電子証明書の暗証番号の初期化をお願いします。」
• with the smartphone app “JPKI暗証番号リセット” and then a terminal in a convenience store (you need your 4-digit PIN for that)</translation>
    </message>
    <message id="failure.pinBlocked.title">
        <translation>The PIN is blocked</translation>
    </message>
    <message id="failure.pinBlocked.text">
        <translation>It was entered wrongly three times in a row. Only this PIN is blocked, until you set a new one. The card is not broken and can still be used for other things.</translation>
    </message>
    <message id="failure.pinBlocked.remedy">
        <translation>You can set a new one, free of charge, in either of these ways:
• at your municipal office, with your My Number Card. Show this there: 「利用者証明用電子証明書の暗証番号の初期化をお願いします。」
• if you know your signature password, with the smartphone app “JPKI暗証番号リセット” and then a terminal in a convenience store</translation>
    </message>
    <message id="failure.verifyInterrupted.title">
        <translation>The card was lost while the password was checked</translation>
    </message>
    <message id="failure.verifyInterrupted.text">
        <translation>This try may or may not have been counted.</translation>
    </message>
    <message id="failure.verifyInterrupted.remedy">
        <translation>Put the card back, look at the number of tries left, and then go on.</translation>
    </message>
    <message id="failure.certificateNotYetValid.title">
        <translation>The digital certificate is not valid yet</translation>
    </message>
    <message id="failure.certificateNotYetValid.text">
        <translation>It was issued only just now, or the clock of this computer is slow.</translation>
    </message>
    <message id="failure.certificateNotYetValid.remedy">
        <translation>Check the date, time and time zone of this computer. If they are right, go on once the certificate has become valid.</translation>
    </message>
    <message id="failure.networkUnreachable.title">
        <translation>The Online Residence Application System cannot be reached</translation>
    </message>
    <message id="failure.networkUnreachable.text">
        <translation>There is no internet connection, or something blocks it.</translation>
    </message>
    <message id="failure.networkUnreachable.remedy">
        <translation>See whether other websites open. In a company or school, ask the person in charge of the network.</translation>
    </message>
    <message id="failure.networkTimeout.title">
        <translation>There was no answer in time</translation>
    </message>
    <message id="failure.networkTimeout.text">
        <translation>The system did not answer. Even if what you sent has arrived, trying again never does it twice.</translation>
    </message>
    <message id="failure.networkTimeout.remedy">
        <translation>Wait a little and try again.</translation>
    </message>
    <message id="failure.tlsUntrusted.title">
        <translation>The connection is not safe</translation>
    </message>
    <message id="failure.tlsUntrusted.text">
        <translation>The certificate of the other side is not trusted. Nothing has been sent.</translation>
    </message>
    <message id="failure.tlsUntrusted.remedy">
        <translation>On a network that wants you to sign in, sign in with a browser first. Otherwise try another connection. In a company, give the code to the person in charge of the network.</translation>
    </message>
    <message id="failure.tlsWrongHost.title">
        <translation>The connection is not safe</translation>
    </message>
    <message id="failure.tlsWrongHost.text">
        <translation>Another computer has answered. Nothing has been sent.</translation>
    </message>
    <message id="failure.tlsWrongHost.remedy">
        <translation>On a network that wants you to sign in, sign in with a browser first. Otherwise try another connection.</translation>
    </message>
    <message id="failure.tlsExpired.title">
        <translation>The connection is not safe</translation>
    </message>
    <message id="failure.tlsExpired.text">
        <translation>The certificate of the other side has expired, or the clock of this computer is wrong. Nothing has been sent.</translation>
    </message>
    <message id="failure.tlsExpired.remedy">
        <translation>Check the date and time of this computer. If they are right and the network wants you to sign in, sign in with a browser first.</translation>
    </message>
    <message id="failure.serverBusy.title">
        <translation>The system is busy</translation>
    </message>
    <message id="failure.serverBusy.text">
        <translation>What you entered is still here.</translation>
    </message>
    <message id="failure.serverBusy.remedy">
        <translation>Wait a few minutes and try again.</translation>
    </message>
    <message id="failure.serverError.title">
        <translation>There is a problem with the system</translation>
    </message>
    <message id="failure.serverError.text">
        <translation>It is not due to what you entered or to your card. What you entered is still here.</translation>
    </message>
    <message id="failure.serverError.remedy">
        <translation>Wait a little and try again. If it happens again, contact the help desk and give them the code.
%helpDesk</translation>
    </message>
    <message id="failure.serverAnswer.title">
        <translation>The answer of the system could not be understood</translation>
    </message>
    <message id="failure.serverAnswer.text">
        <translation>Something on the way may have changed it, or this program is too old.</translation>
    </message>
    <message id="failure.serverAnswer.remedy">
        <translation>Update this program and try again.</translation>
    </message>
    <message id="failure.proxyUnusable.title">
        <translation>The proxy does not let the connection through</translation>
    </message>
    <message id="failure.proxyUnusable.text">
        <translation>The proxy in this computer's settings cannot be reached or refuses, or the setting is not an address.</translation>
    </message>
    <message id="failure.proxyUnusable.remedy">
        <translation>Check the proxy settings. In a company or school, ask the person in charge of the network.</translation>
    </message>
    <message id="failure.clockWrong.title">
        <translation>The clock of this computer is wrong</translation>
    </message>
    <message id="failure.clockWrong.text">
        <translation>Its date and time are off by an hour or more, so that certificates cannot be judged.</translation>
    </message>
    <message id="failure.clockWrong.remedy">
        <translation>Set the date, the time and the time zone.</translation>
    </message>
    <message id="failure.answerLost.title">
        <translation>The connection broke before the answer came</translation>
    </message>
    <message id="failure.answerLost.text">
        <translation>What was sent may have arrived.</translation>
    </message>
    <message id="failure.answerLost.remedy">
        <translation>Press the button again. Nothing is done twice.</translation>
    </message>
    <message id="failure.networkSignIn.title">
        <translation>The network seems to want you to sign in first</translation>
    </message>
    <message id="failure.networkSignIn.text">
        <translation>Something on the way has answered in place of the Online Residence Application System. Wi-Fi of hotels, stations and cafés often does so.</translation>
    </message>
    <message id="failure.networkSignIn.remedy">
        <translation>Open any website in a browser, sign in on the page that appears, and try again. In a company or school, ask the person in charge of the network.</translation>
    </message>
    <message id="failure.nonceExpired.title">
        <translation>It took too long</translation>
    </message>
    <message id="failure.nonceExpired.text">
        <translation>Too much time passed between signing and sending. It was not accepted.</translation>
    </message>
    <message id="failure.nonceExpired.remedy">
        <translation>Press the same button again.</translation>
    </message>
    <message id="failure.signatureRefused.title">
        <translation>The signature was not accepted</translation>
    </message>
    <message id="failure.signatureRefused.text">
        <translation>What was sent and its signature do not match.</translation>
    </message>
    <message id="failure.signatureRefused.remedy">
        <translation>Try again. If it happens again, contact the help desk and give them the code.
%helpDesk</translation>
    </message>
    <message id="failure.certificateRefused.title">
        <translation>The digital certificate was not accepted</translation>
    </message>
    <message id="failure.certificateRefused.text">
        <translation>Its issuer is not known to the system.</translation>
    </message>
    <message id="failure.certificateRefused.remedy">
        <translation>Have the certificate checked at your municipal office. Take your My Number Card.</translation>
    </message>
    <message id="failure.certificateNotYetValidAtServer.title">
        <translation>The digital certificate is not valid yet</translation>
    </message>
    <message id="failure.certificateNotYetValidAtServer.text">
        <translation>Its period of validity has not begun.</translation>
    </message>
    <message id="failure.certificateNotYetValidAtServer.remedy">
        <translation>Wait a little and try again. If that does not help, have the certificate checked at your municipal office. Take your My Number Card.</translation>
    </message>
    <message id="failure.loginRefused.title">
        <translation>The Authentication ID or the password is not right</translation>
    </message>
    <message id="failure.loginRefused.text">
        <translation>For your safety, we do not say which of the two.</translation>
    </message>
    <message id="failure.loginRefused.remedy">
        <translation>Compare the Authentication ID with the email, check Caps Lock and capital letters, and enter both again. After 5 failures you cannot log in for 24 hours.</translation>
    </message>
    <message id="failure.accountLocked.title">
        <translation>This account is locked</translation>
    </message>
    <message id="failure.accountLocked.text">
        <translation>Too many logins have failed. The lock ends by itself after 24 hours.</translation>
    </message>
    <message id="failure.accountLocked.remedy">
        <translation>Log in again after 24 hours. If you are in a hurry, have an email sent under “If you have forgotten the password” on the page for logging in: setting a new password ends the lock at once. The counter of the nearest Regional Immigration Services Bureau can set it anew, too.</translation>
    </message>
    <message id="failure.accountSuspended.title">
        <translation>This Authentication ID is suspended</translation>
    </message>
    <message id="failure.accountSuspended.text">
        <translation>You cannot log in with it now.</translation>
    </message>
    <message id="failure.accountSuspended.remedy">
        <translation>Please call the help desk.
%helpDesk</translation>
    </message>
    <message id="failure.accountDeleted.title">
        <translation>This Authentication ID was deleted</translation>
    </message>
    <message id="failure.accountDeleted.text">
        <translation>It can no longer be used.</translation>
    </message>
    <message id="failure.accountDeleted.remedy">
        <translation>Please call the help desk.
%helpDesk</translation>
    </message>
    <message id="failure.accountExpired.title">
        <translation>The time for using this account is over</translation>
    </message>
    <message id="failure.accountExpired.text">
        <translation>Attorneys and administrative scriveners cannot log in once their certificate as application agent has expired.</translation>
    </message>
    <message id="failure.accountExpired.remedy">
        <translation>Have the certificate renewed, and tell the help desk. You can then log in again.
%helpDesk</translation>
    </message>
    <message id="failure.accountInvalid.title">
        <translation>The user information is not valid</translation>
    </message>
    <message id="failure.accountInvalid.text">
        <translation>You cannot log in with this Authentication ID.</translation>
    </message>
    <message id="failure.accountInvalid.remedy">
        <translation>Please call the help desk.
%helpDesk</translation>
    </message>
    <message id="failure.passwordExpired.title">
        <translation>The password has expired</translation>
    </message>
    <message id="failure.passwordExpired.text">
        <translation>A password is valid for one year from the day it was set.</translation>
    </message>
    <message id="failure.passwordExpired.remedy">
        <translation>Choose “Set a new password”.</translation>
    </message>
    <message id="failure.cardNeeded.title">
        <translation>This Authentication ID is not for logging in with a password</translation>
    </message>
    <message id="failure.cardNeeded.text">
        <translation>Whoever registered with a My Number Card logs in with the card. The password is for you only when the card’s certificate has expired while an application is not finished.</translation>
    </message>
    <message id="failure.cardNeeded.remedy">
        <translation>Go back to the top page and choose “Foreign national or other” under Log in.</translation>
    </message>
    <message id="failure.sessionEnded.title">
        <translation>You were logged out</translation>
    </message>
    <message id="failure.sessionEnded.text">
        <translation>Nothing was done for %1, or the login is no longer valid.</translation>
    </message>
    <message id="failure.sessionEnded.remedy">
        <translation>Please log in again. You then come back to where you were.</translation>
    </message>
    <message id="failure.sessionReplaced.title">
        <translation>You were logged out by a login at another place</translation>
    </message>
    <message id="failure.sessionReplaced.text">
        <translation>Somebody logged in with the same Authentication ID in another window. Only one can be used at a time.</translation>
    </message>
    <message id="failure.sessionReplaced.remedy">
        <translation>To go on, log in again. If it was not you, call the help desk.
%helpDesk</translation>
    </message>
    <message id="failure.cardNotOfAccount.title">
        <translation>This Authentication ID and this card do not open an account</translation>
    </message>
    <message id="failure.cardNotOfAccount.text">
        <translation>Either the Authentication ID is not right, or this is not the card that you registered with. For your safety, we do not say which.</translation>
    </message>
    <message id="failure.cardNotOfAccount.remedy">
        <translation>Compare the Authentication ID with the email. If your card or its certificates were renewed after you registered, choose "My card was renewed after I registered".</translation>
    </message>
    <message id="failure.linkUnknown.title">
        <translation>This link cannot be used</translation>
    </message>
    <message id="failure.linkUnknown.text">
        <translation>A part of the link is missing, or the registration is no longer there.</translation>
    </message>
    <message id="failure.linkUnknown.remedy">
        <translation>Copy the whole link from the email. If that does not help, send a new email from the page for logging in.</translation>
    </message>
    <message id="failure.linkExpired.title">
        <translation>The link has expired</translation>
    </message>
    <message id="failure.linkExpired.text">
        <translation>A link can be used for 24 hours.</translation>
    </message>
    <message id="failure.linkExpired.remedy">
        <translation>Choose “Get a new link”.</translation>
    </message>
    <message id="failure.linkUsed.title">
        <translation>This link has been used already</translation>
    </message>
    <message id="failure.linkUsed.text">
        <translation>A link can be used once.</translation>
    </message>
    <message id="failure.linkUsed.remedy">
        <translation>Log in with the password that you set. If you do not know it, choose “Get a new link”.</translation>
    </message>
    <message id="failure.draftChanged.title">
        <translation>The draft was changed somewhere else</translation>
    </message>
    <message id="failure.draftChanged.text">
        <translation>The same draft was saved from another window or computer.</translation>
    </message>
    <message id="failure.draftChanged.remedy">
        <translation>Choose which one to go on with. Neither is lost.</translation>
    </message>
    <message id="failure.tooManyDrafts.title">
        <translation>There are too many drafts</translation>
    </message>
    <message id="failure.tooManyDrafts.text">
        <translation>No more drafts can be kept for this account.</translation>
    </message>
    <message id="failure.tooManyDrafts.remedy">
        <translation>Delete drafts in the list that you no longer need.</translation>
    </message>
    <message id="failure.fileRefused.title">
        <translation>This file is not accepted</translation>
    </message>
    <message id="failure.fileRefused.text">
        <translation>There is something wrong with the file.</translation>
    </message>
    <message id="failure.fileRefused.remedy">
        <translation>Choose another file.</translation>
    </message>
    <message id="failure.applicationNotYours.title">
        <translation>You cannot file this application</translation>
    </message>
    <message id="failure.applicationNotYours.text">
        <translation>With this kind of account, this procedure cannot be filed for this person.</translation>
    </message>
    <message id="failure.applicationNotYours.remedy">
        <translation>The person or their legal representative can apply, or you can ask an attorney or administrative scrivener.</translation>
    </message>
    <message id="failure.windowClosed.title">
        <translation>This cannot be filed online now</translation>
    </message>
    <message id="failure.windowClosed.text">
        <translation>It is too early or too late for it.</translation>
    </message>
    <message id="failure.windowClosed.remedy">
        <translation>If it is too early, file it once its time has come. If the time is over, go to the counter of your regional immigration services bureau today; if it is closed, on the next day on which it is open.</translation>
    </message>
    <message id="failure.alreadyFiled.title">
        <translation>The same has been filed already</translation>
    </message>
    <message id="failure.alreadyFiled.text">
        <translation>The same procedure has been filed for this applicant.</translation>
    </message>
    <message id="failure.alreadyFiled.remedy">
        <translation>Look at your list. Go on only if it has to be filed once more.</translation>
    </message>
    <message id="failure.notNow.title">
        <translation>This cannot be done now</translation>
    </message>
    <message id="failure.notNow.text">
        <translation>What was filed is too far for it, or was filed already.</translation>
    </message>
    <message id="failure.notNow.remedy">
        <translation>See its present state in your list.</translation>
    </message>
    <message id="failure.draftGone.title">
        <translation>This is no longer there</translation>
    </message>
    <message id="failure.draftGone.text">
        <translation>It was filed or deleted, or the time for which it is kept is over.</translation>
    </message>
    <message id="failure.draftGone.remedy">
        <translation>Go back to your list.</translation>
    </message>
    <message id="failure.signedByAnother.title">
        <translation>This was signed with somebody else’s card</translation>
    </message>
    <message id="failure.signedByAnother.text">
        <translation>The card that signed is not the card of this account’s owner, or its name is another one than the account has.</translation>
    </message>
    <message id="failure.signedByAnother.remedy">
        <translation>Put your own card on the reader and sign once more. If it is your own and your name has changed, register once more with this card: you will be told that you are registered already, and can sign from then on. If in doubt, please call the help desk.
%helpDesk</translation>
    </message>
    <message id="failure.certificateExpiredAtServer.title">
        <translation>The digital certificate has expired</translation>
    </message>
    <message id="failure.certificateExpiredAtServer.text">
        <translation>A valid certificate is needed.</translation>
    </message>
    <message id="failure.certificateExpiredAtServer.remedy">
        <translation>Have it renewed at your municipal office. Take your My Number Card and your Residence Card.</translation>
    </message>
    <message id="failure.certificateRevoked.title">
        <translation>The digital certificate has been revoked</translation>
    </message>
    <message id="failure.certificateRevoked.text">
        <translation>This happens after a move, a change of name, or when a card was reported lost.</translation>
    </message>
    <message id="failure.certificateRevoked.remedy">
        <translation>Have a new one issued at your municipal office. Take your My Number Card.</translation>
    </message>
    <message id="failure.formRefused.title">
        <translation>The form was not accepted</translation>
    </message>
    <message id="failure.formRefused.text">
        <translation>Please look at the items marked with “!”.</translation>
    </message>
    <message id="failure.formRefused.remedy">
        <translation>Correct them and press “Check my information” again.</translation>
    </message>
    <message id="failure.certificateMismatch.title">
        <translation>The form and the card do not match</translation>
    </message>
    <message id="failure.certificateMismatch.text">
        <translation>For your safety it is not said which item differs: all items are marked with “!”.</translation>
    </message>
    <message id="failure.certificateMismatch.remedy">
        <translation>Correct name, sex, date of birth and address to what your card says. If you have moved, have the card changed at your municipal office first.</translation>
    </message>
    <message id="failure.alreadyRegistered.title">
        <translation>This card is already registered</translation>
    </message>
    <message id="failure.alreadyRegistered.text">
        <translation>A card can be registered only once.</translation>
    </message>
    <message id="failure.alreadyRegistered.remedy">
        <translation>Look for your Authentication ID in the email you received then. If no email came because the address was wrong, go back, correct the email address and register again; if you have logged in with your card already, log in and change it there. If you cannot find it, hand in or post the form 在留申請オンラインシステム認証ID・パスワード確認等申出書 (Form 15) at the nearest Regional Immigration Services Bureau.</translation>
    </message>
    <message id="failure.requestTooLarge.title">
        <translation>Too much was sent</translation>
    </message>
    <message id="failure.requestTooLarge.text">
        <translation>It is more than the system can take.</translation>
    </message>
    <message id="failure.requestTooLarge.remedy">
        <translation>Shorten long entries such as the address and try again.</translation>
    </message>
    <message id="failure.termsOutdated.title">
        <translation>The terms of use have changed</translation>
    </message>
    <message id="failure.termsOutdated.text">
        <translation>You agreed to an older version.</translation>
    </message>
    <message id="failure.termsOutdated.remedy">
        <translation>Update this program and read the new terms of use.</translation>
    </message>
    <message id="failure.clientTooOld.title">
        <translation>This program is too old</translation>
    </message>
    <message id="failure.clientTooOld.text">
        <translation>The system accepts newer versions only.</translation>
    </message>
    <message id="failure.clientTooOld.remedy">
        <translation>Install the newest version of this program.</translation>
    </message>
    <message id="selfCheck.open">
        <translation>Check this computer</translation>
    </message>
    <message id="selfCheck.title">
        <translation>Check this computer</translation>
    </message>
    <message id="selfCheck.intro">
        <translation>This looks at the card reader, the card and the connection. No password is used.</translation>
    </message>
    <message id="selfCheck.forHelpDesk">
        <translation>What to tell us when you ask for help</translation>
    </message>
    <message id="selfCheck.private">
        <translation>This report contains nothing personal. You can send it to the help desk.
%helpDesk</translation>
    </message>
    <message id="selfCheck.running">
        <translation>Checking…</translation>
    </message>
    <message id="selfCheck.whole.good">
        <translation>No problem was found</translation>
    </message>
    <message id="selfCheck.whole.notice">
        <translation>It works, but there is something to know</translation>
    </message>
    <message id="selfCheck.whole.bad">
        <translation>A problem was found</translation>
    </message>
    <message id="selfCheck.again">
        <translation>Check again</translation>
    </message>
    <message id="selfCheck.copy">
        <translation>Copy the report</translation>
    </message>
    <message id="selfCheck.save">
        <translation>Save the report</translation>
    </message>
    <message id="selfCheck.file">
        <translation>madoguchi-report.txt</translation>
    </message>
    <message id="selfCheck.copied">
        <translation>The report was copied.</translation>
    </message>
    <message id="selfCheck.close">
        <translation>Back to the previous page</translation>
    </message>
    <message id="selfCheck.whatToDo">
        <translation>What to do:</translation>
    </message>
    <message id="selfCheck.notChecked">
        <translation>Not checked yet.</translation>
    </message>
    <message id="selfCheck.verdict.good">
        <translation>OK</translation>
    </message>
    <message id="selfCheck.verdict.notice">
        <translation>Notice</translation>
    </message>
    <message id="selfCheck.verdict.bad">
        <translation>Problem</translation>
    </message>
    <message id="selfCheck.verdict.notChecked">
        <translation>Not checked</translation>
    </message>
    <message id="selfCheck.session.title">
        <translation>Where the program runs</translation>
    </message>
    <message id="selfCheck.session.good">
        <translation>On the computer in front of you.</translation>
    </message>
    <message id="selfCheck.memory.title">
        <translation>Memory for passwords</translation>
    </message>
    <message id="selfCheck.memory.good">
        <translation>Passwords can be kept safe.</translation>
    </message>
    <message id="selfCheck.service.title">
        <translation>Smart card service</translation>
    </message>
    <message id="selfCheck.service.good">
        <translation>The service is running.</translation>
    </message>
    <message id="selfCheck.readers.title">
        <translation>Card readers</translation>
    </message>
    <message id="selfCheck.readers.good">
        <translation>Card readers can be used.</translation>
    </message>
    <message id="selfCheck.card.title">
        <translation>Card</translation>
    </message>
    <message id="selfCheck.card.good">
        <translation>It is a My Number Card.</translation>
    </message>
    <message id="selfCheck.certificates.title">
        <translation>Digital certificates</translation>
    </message>
    <message id="selfCheck.certificates.good">
        <translation>Both certificates are on the card, and the one for user authentication is in date. The date of the one for signature is checked after the password.</translation>
    </message>
    <message id="selfCheck.tries.title">
        <translation>Password tries left</translation>
    </message>
    <message id="selfCheck.tries.good">
        <translation>No try has been used up.</translation>
    </message>
    <message id="selfCheck.tries.notice">
        <translation>Some tries have been used up. The right password restores them.</translation>
    </message>
    <message id="selfCheck.proxy.title">
        <translation>Proxy</translation>
    </message>
    <message id="selfCheck.proxy.good">
        <translation>There is no problem with a proxy.</translation>
    </message>
    <message id="selfCheck.network.title">
        <translation>Connection to the Online Residence Application System</translation>
    </message>
    <message id="selfCheck.network.good">
        <translation>Connected.</translation>
    </message>
    <message id="selfCheck.network.notice">
        <translation>No service is set up on this computer.</translation>
    </message>
    <message id="selfCheck.tls.title">
        <translation>Identity of the system</translation>
    </message>
    <message id="selfCheck.tls.good">
        <translation>This is the genuine system.</translation>
    </message>
    <message id="selfCheck.trustAnchors.title">
        <translation>Trusted certification authorities</translation>
    </message>
    <message id="selfCheck.trustAnchors.good">
        <translation>There are certificates to check against.</translation>
    </message>
    <message id="selfCheck.clock.title">
        <translation>Clock</translation>
    </message>
    <message id="selfCheck.clock.good">
        <translation>The clock is right.</translation>
    </message>
    <message id="selfCheck.clock.notice">
        <translation>The clock is a few minutes off.</translation>
    </message>
    <message id="selfCheck.fonts.title">
        <translation>Japanese letters</translation>
    </message>
    <message id="selfCheck.fonts.good">
        <translation>There is a font with Japanese.</translation>
    </message>
    <message id="selfCheck.fonts.notice">
        <translation>There is no font with Japanese. Install one, for example: apt install fonts-noto-cjk</translation>
    </message>
    <message id="selfCheck.fonts.notice.windows">
        <translation>There is no font with Japanese. Add one in the Settings of Windows: “Optional features”, “Japanese Supplemental Fonts”</translation>
    </message>
    <message id="selfCheck.detail.sandbox">
        <translation>Sandbox</translation>
    </message>
    <message id="selfCheck.detail.remote">
        <translation>Remote session</translation>
    </message>
    <message id="selfCheck.detail.protocolVersion">
        <translation>Protocol version</translation>
    </message>
    <message id="selfCheck.detail.reader">
        <translation>Reader</translation>
    </message>
    <message id="selfCheck.detail.wanted">
        <translation>Reader that is to be used</translation>
    </message>
    <message id="selfCheck.detail.withoutDriver">
        <translation>Reader that cannot be used</translation>
    </message>
    <message id="selfCheck.detail.driver">
        <translation>Driver to install</translation>
    </message>
    <message id="selfCheck.detail.noDriver">
        <translation>There is no driver for this system</translation>
    </message>
    <message id="selfCheck.detail.noDriver.windows">
        <translation>Windows has no driver for it: install that of its maker</translation>
    </message>
    <message id="selfCheck.detail.kernelDriver">
        <translation>Driver that holds it</translation>
    </message>
    <message id="selfCheck.detail.signing">
        <translation>Digital certificate for signature</translation>
    </message>
    <message id="selfCheck.detail.authentication">
        <translation>Digital certificate for user authentication</translation>
    </message>
    <message id="selfCheck.detail.present">
        <translation>present</translation>
    </message>
    <message id="selfCheck.detail.absent">
        <translation>missing</translation>
    </message>
    <message id="selfCheck.detail.inDate">
        <translation>in date</translation>
    </message>
    <message id="selfCheck.detail.outOfDate">
        <translation>expired</translation>
    </message>
    <message id="selfCheck.detail.password">
        <translation>Tries left for the signature password</translation>
    </message>
    <message id="selfCheck.detail.pin">
        <translation>Tries left for the PIN</translation>
    </message>
    <message id="selfCheck.detail.host">
        <translation>Proxy host</translation>
    </message>
    <message id="selfCheck.detail.noProxy">
        <translation>No proxy is used</translation>
    </message>
    <message id="selfCheck.detail.notUnderstood">
        <translation>Setting that is not understood</translation>
    </message>
    <message id="selfCheck.detail.chain">
        <translation>Shown by the server</translation>
    </message>
    <message id="selfCheck.detail.anchors.file">
        <translation>CA given in the settings</translation>
    </message>
    <message id="selfCheck.detail.anchors.system">
        <translation>The CAs of this system are used</translation>
    </message>
    <message id="selfCheck.detail.used">
        <translation>CA in use</translation>
    </message>
    <message id="selfCheck.detail.secondsAhead">
        <translation>Clock ahead by (seconds)</translation>
    </message>
    <message id="field.optional">
        <translation>Optional</translation>
    </message>
    <message id="date.partUnknown">
        <translation>I do not know all of it (leave empty what you do not know)</translation>
    </message>
    <message id="date.unknown">
        <translation>Not known</translation>
    </message>
    <message id="date.yearOnly">
        <translation>%year</translation>
    </message>
    <message id="date.yearMonth">
        <translation>%namedMonth %year</translation>
    </message>
    <message id="form.progress">
        <translation>Page %1 of %2</translation>
    </message>
    <message id="form.next">
        <translation>Next</translation>
    </message>
    <message id="list.colon">
        <translation>: </translation>
    </message>
    <message id="list.comma">
        <translation>, </translation>
    </message>
    <message id="form.back">
        <translation>Previous page</translation>
    </message>
    <message id="form.errors">
        <translation>Some things need to be corrected</translation>
    </message>
    <message id="form.errors.remedy">
        <translation>Press a line to go to its place.</translation>
    </message>
    <message id="form.warnings">
        <translation>Please look at this once more</translation>
    </message>
    <message id="form.warnings.remedy">
        <translation>You can go on without changing anything.</translation>
    </message>
    <message id="form.warning">
        <translation>To check (you can go on): %1</translation>
    </message>
    <message id="form.notice">
        <translation>For your information: %1</translation>
    </message>
    <message id="form.named">
        <translation>%1: %2</translation>
    </message>
    <message id="form.ofRow">
        <translation>%1: %2</translation>
    </message>
    <message id="form.appeared">
        <translation>New questions: %1</translation>
    </message>
    <message id="form.characters">
        <translation>%1 of up to %2 characters</translation>
    </message>
    <message id="form.search">
        <translation>Type part of the name to search</translation>
    </message>
    <message id="form.search.nothing">
        <translation>Nothing found. Try another spelling.</translation>
    </message>
    <message id="form.file.limits">
        <translation>%1, up to %2</translation>
    </message>
    <message id="form.file.choose">
        <translation>Choose a file</translation>
    </message>
    <message id="form.file.other">
        <translation>Choose another file</translation>
    </message>
    <message id="form.file.remove">
        <translation>Remove the file</translation>
    </message>
    <message id="group.remove">
        <translation>Remove</translation>
    </message>
    <message id="group.remove.named">
        <translation>Remove %1</translation>
    </message>
    <message id="group.removed">
        <translation>Removed</translation>
    </message>
    <message id="group.undo">
        <translation>Put it back</translation>
    </message>
    <message id="group.undo.named">
        <translation>Put %1 back</translation>
    </message>
    <message id="group.full">
        <translation>You can enter up to %1.</translation>
    </message>
    <message id="review.nothing">
        <translation>Nothing entered</translation>
    </message>
    <message id="value.yesNo.yes">
        <translation>Yes</translation>
    </message>
    <message id="value.yesNo.no">
        <translation>No</translation>
    </message>
    <message id="offer.take">
        <translation>Use “%1”</translation>
    </message>
    <message id="offer.keep">
        <translation>Keep it as it is</translation>
    </message>
    <message id="offer.email.title">
        <translation>Is %1 right?</translation>
    </message>
    <message id="offer.email.text">
        <translation>It looks like a common typing mistake.</translation>
    </message>
    <message id="offer.email.noSuchEnding">
        <translation>No address ends like this. Please look at it again.</translation>
    </message>
    <message id="offer.name.title">
        <translation>Choose the spelling in your passport</translation>
    </message>
    <message id="offer.name.text">
        <translation>Passports write some letters of this name in several ways. See the bottom two lines of the page with your photograph, or your residence card.</translation>
    </message>
    <message id="cause.external">
        <translation>“%1” is a character that cannot be used here. Please write it in another way.</translation>
    </message>
    <message id="cause.invisible">
        <translation>It has a character that cannot be seen (%1). Please delete it.</translation>
    </message>
    <message id="cause.wrongAlphabet">
        <translation>It has letters of an alphabet that is not used here.</translation>
    </message>
    <message id="cause.severalSpellings">
        <translation>It has letters that passports write in several ways.</translation>
    </message>
    <message id="cause.tooLong">
        <translation>It has %1 characters; up to %2 are possible.</translation>
    </message>
    <message id="cause.tooShort">
        <translation>It is too short.</translation>
    </message>
    <message id="cause.foreignNumber">
        <translation>This is a number of another country. Please enter one in Japan.</translation>
    </message>
    <message id="cause.noLeadingZero">
        <translation>Telephone numbers in Japan begin with 0.</translation>
    </message>
    <message id="cause.undialable">
        <translation>There is no such telephone number.</translation>
    </message>
    <message id="cause.noAt">
        <translation>The @ is missing.</translation>
    </message>
    <message id="cause.noHost">
        <translation>What stands behind the @ is not right.</translation>
    </message>
    <message id="cause.twoDigitYear">
        <translation>Please enter the year with four digits.</translation>
    </message>
    <message id="cause.japaneseEra">
        <translation>Please enter the Western year, not that of a Japanese era.</translation>
    </message>
    <message id="cause.yearNotFirst">
        <translation>Please enter year, month and day in this order.</translation>
    </message>
    <message id="cause.incompleteDate">
        <translation>A part of the date is empty.</translation>
    </message>
    <message id="cause.incompletePartialDate">
        <translation>A part of the date is empty. If you do not know it, check the box below.</translation>
    </message>
    <message id="cause.notYet">
        <translation>This day is still to come.</translation>
    </message>
    <message id="cause.tooEarly">
        <translation>This day is too long ago.</translation>
    </message>
    <message id="cause.yearFarOff">
        <translation>Please check the year. It is the year %1 now, in the Western calendar.</translation>
    </message>
    <message id="form.search.count" numerus="yes">
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message id="keyboard.writings">
        <translation>Type kana, and ways to write it in kanji appear here.</translation>
    </message>
    <message id="keyboard.asItIs">
        <translation>Keep kana</translation>
    </message>
    <message id="keyboard.otherWritings">
        <translation>More</translation>
    </message>
    <message id="keyboard.space">
        <translation>Space</translation>
    </message>
    <message id="keyboard.left">
        <translation>Left</translation>
    </message>
    <message id="keyboard.right">
        <translation>Right</translation>
    </message>
    <message id="keyboard.erase">
        <translation>Erase</translation>
    </message>
    <message id="keyboard.next">
        <translation>Next</translation>
    </message>
    <message id="kiosk.start.begin">
        <translation>Start</translation>
    </message>
    <message id="kiosk.start.text">
        <translation>Register with the Online Residence Application System, log in, and apply.</translation>
    </message>
    <message id="kiosk.start.card">
        <translation>Have your My Number Card at hand.</translation>
    </message>
    <message id="kiosk.ended.title">
        <translation>The visit has ended.</translation>
    </message>
    <message id="kiosk.ended.text">
        <translation>Nothing of it is left on this machine. Do you have your card and your papers?</translation>
    </message>
    <message id="kiosk.fault.title">
        <translation>The visit has ended because of a fault.</translation>
    </message>
    <message id="kiosk.fault.text">
        <translation>Nothing of it is left on this machine. An application that you were filling in after logging in goes on from where it was last saved. Take your card, and start again.</translation>
    </message>
    <message id="visit.foot">
        <translation>This machine is for everybody. Press “End” when you are done.</translation>
    </message>
    <message id="visit.end">
        <translation>End</translation>
    </message>
    <message id="visit.goOn">
        <translation>Go on</translation>
    </message>
    <message id="visit.idle.title">
        <translation>Are you still there?</translation>
    </message>
    <message id="visit.idle.text">
        <translation>Touch the screen or press a key to go on. To end, do so, and then press “End” at the bottom.</translation>
    </message>
    <message id="visit.cardTaken.title">
        <translation>You took your card. Do you want to end?</translation>
    </message>
    <message id="visit.cardTaken.text">
        <translation>To go on, press “Go on”. Putting a card on the reader is not enough.</translation>
    </message>
    <message id="visit.end.title">
        <translation>Do you want to end?</translation>
    </message>
    <message id="visit.end.text">
        <translation>What you typed and everything about you is erased from this machine.</translation>
    </message>
    <message id="visit.drafts">
        <translation>An application that you are filling in after logging in is kept as a draft: you can go on with it later.</translation>
    </message>
    <message id="visit.ending.title">
        <translation>Ending.</translation>
    </message>
    <message id="visit.ending.text">
        <translation>One moment, please.</translation>
    </message>
    <message id="visit.ending.card">
        <translation>Please take your card.</translation>
    </message>
    <message id="staff.title">
        <translation>For staff</translation>
    </message>
    <message id="staff.code">
        <translation>Code of staff</translation>
    </message>
    <message id="staff.open">
        <translation>Open</translation>
    </message>
    <message id="staff.back">
        <translation>Back</translation>
    </message>
    <message id="staff.text">
        <translation>Nothing about any visitor is to be seen here.</translation>
    </message>
    <message id="staff.restart">
        <translation>Restart</translation>
    </message>
    <message id="staff.end">
        <translation>End the program</translation>
    </message>
    <message id="staff.wrong">
        <translation>This is not the code.</translation>
    </message>
    <message id="staff.closed">
        <translation>Too many wrong codes. Try again in five minutes.</translation>
    </message>
    <message id="visit.left" numerus="yes">
        <translation>
            <numerusform>The visit ends in %n second.</numerusform>
            <numerusform>The visit ends in %n seconds.</numerusform>
        </translation>
    </message>
    <message id="print.tooManyPages" numerus="yes">
        <translation>
            <numerusform>It was not printed. This machine prints at most %n page a visit. If you need more, ask the people at the counter.</numerusform>
            <numerusform>It was not printed. This machine prints at most %n pages a visit. If you need more, ask the people at the counter.</numerusform>
        </translation>
    </message>
    <message id="file.notHere.title">
        <translation>Files cannot be added at this machine.</translation>
    </message>
    <message id="file.notHere.text">
        <translation>What you typed is kept as a draft. Log in on your own computer to go on with it and add your files there.</translation>
    </message>
</context>
</TS>
