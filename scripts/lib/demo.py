#!/usr/bin/python3
"""The run behind scripts/run-demo. Exits 0 only if the registration is in the database, its mail is written,
and (unless it is to stop before) the link of the mail sets a password, a second mail tells the ID, and a login with the
card changes the telephone number; or, as another journey, files an application that the office then decides."""

import argparse
import functools
import json
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from password_page import link_in, set_password, text_of  # noqa: E402
from stack import Stack  # noqa: E402

PASSWORD = "Mado1234!"
STEPS = ("registration", "password", "change")


def register(stack, registration):
    """Drives the window through one registration and gives the report."""
    shown_id = registration.run()
    client = json.loads(stack.wait_for_report().read_text())
    mail = stack.wait_for_mail()[0]
    stored = stack.registrations()
    if stored != [shown_id] or client["authenticationId"] != shown_id:
        raise SystemExit(f"the window shows {shown_id}, the client reports {client['authenticationId']}, "
                         f"the database has {stored}")
    return dict(client, person=stack.person, card=stack.card, mailFile=str(mail))


def give_password(stack, report):
    """Follows the link of the registration's mail, and adds to the report what came of it."""
    first = pathlib.Path(report["mailFile"])
    set_password(link_in(first), PASSWORD, stack.tls / "ca.pem")
    second = next(mail for mail in stack.wait_for_mail(2) if mail != first)
    if report["authenticationId"] not in text_of(second):
        raise SystemExit("the second mail does not tell the authentication ID")
    return dict(report, passwordSet=True, authenticationIdMailFile=str(second))


def change(stack, registration, report):
    """Logs in with the card, changes the telephone number and logs out again. Adds to the report what came of it."""
    from account import NEW_PHONE, CardAccount

    registration.window.press("button", registration.texts["step3.finish"])
    account = CardAccount(registration, report["authenticationId"])
    account.log_in()
    account.open_information()
    account.change_phone()
    account.log_out()
    if stack.registered_form()["answers"]["phone"] != NEW_PHONE:
        raise SystemExit("the database does not have the new telephone number")
    return dict(report, loggedIn=True, informationChanged=True)


def apply(stack, registration, report, family):
    """Logs in with the card, files an extension of the period of stay and sees what became of it; of a family, for a
    child, after it was refused for somebody of 16. Adds to the report what the database and the mails say of it."""
    from account import CardAccount
    from application import EXTENSION, FAMILY, CardApplication, born
    from office import Office

    registration.window.press("button", registration.texts["step3.finish"])
    CardAccount(registration, report["authenticationId"]).log_in()
    application = CardApplication(registration, stack.folder, FAMILY if family else EXTENSION)
    application.open_list()
    if family:
        application.ask(dateOfBirth=born(16), unable="no")
        application.window.find("label", application.texts["prospect.notAllowed"])
        application.ask_otherwise(dateOfBirth=born(15))
    else:
        application.ask()
    application.begin_draft()
    application.fill()
    application.start_document()
    application.hand_in()
    provisional = application.file()
    filed_mail = stack.wait_for_mail(kind="applicationFiled")[0]
    office = Office(stack)
    number, _ = office.give_number(application.window)
    application.to_list()
    application.open_filed("examination")
    if family:
        office.want_documents(number, "母子健康手帳の写しを提出してください。")
        application.reopen("documentsWanted")
        registration.picture("application-documents-wanted")
    office.grant(number, "在留期間　３年")
    application.reopen("decided")
    registration.picture("application-decided")
    result_mail, = office.mails("grantedByPost")
    stored, = stack.administer("applications", "show", number)
    if (stored["provisionalNumber"], stored["state"]) != (provisional, "decided"):
        raise SystemExit(f"the window shows {provisional}, the database has {stored}")
    if provisional not in text_of(filed_mail) or number not in text_of(result_mail):
        raise SystemExit("the mails do not tell the application's numbers")
    return dict(report, provisionalNumber=provisional, applicationNumber=number, applicationState=stored["state"],
                applicationMailFile=str(filed_mail), resultMailFile=str(result_mail))


def granted_as(report):
    number = report.get("applicationNumber")
    return f"Filed, and granted as {number}. " if number else ""


JOURNEYS = {"change": change, "extension": functools.partial(apply, family=False),
            "family": functools.partial(apply, family=True)}


def drive(stack, journey, last_step):
    """The steps up to the last, through the window. Gives the report."""
    # The accessibility bus is there only when headless, so its binding is loaded only then.
    from registration import Registration

    stack.start_display()
    stack.start_client()
    registration = Registration(stack, user_class="family" if journey == "family" else None,
                                takes_pictures=True)
    report = register(stack, registration)
    if last_step != "registration":
        report = give_password(stack, report)
    if last_step == STEPS[-1]:
        report = JOURNEYS[journey](stack, registration, report)
    return dict(report, screenshots=[str(path) for path in registration.screenshots])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--person", required=True)
    parser.add_argument("--lang", required=True)
    parser.add_argument("--card", required=True)
    parser.add_argument("--headless", action="store_true")
    parser.add_argument("--report", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--journey", choices=JOURNEYS, default="change")
    parser.add_argument("--stop-at", choices=STEPS, default=STEPS[-1])
    options = parser.parse_args()

    # What a report names must outlive the run.
    kept = options.keep or options.headless
    if options.keep and options.keep.is_dir() and any(options.keep.iterdir()):
        raise SystemExit(f"{options.keep} is not empty: choose a new folder, so that no run finds another's data")
    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="madoguchi-demo-"))
    stack = Stack(options.bin, folder, person=options.person, language=options.lang, card=options.card,
                  headless=options.headless)
    try:
        with stack:
            stack.make_trust()
            stack.start_backend()
            stack.start_card()
            if options.headless:
                report = drive(stack, options.journey, options.stop_at)
                path = options.report or folder / "demo-report.json"
                path.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
                print(f"Registered as {report['authenticationId']}: {report['apdu']['count']} APDUs, "
                      f"{report['apdu']['bytes']} bytes. {'The password is set. ' if 'passwordSet' in report else ''}"
                      f"{'Logged in, and changed the telephone number. ' if 'loggedIn' in report else ''}"
                      f"{granted_as(report)}"
                      f"Report: {path}")
            else:
                client = stack.start_client()
                print("The window is open. Signature password: MADO1234, PIN: 1234. "
                      f"Mails go to {stack.mails} and are deleted with the rest when the window closes.")
                client.wait()
    finally:
        if not kept:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
