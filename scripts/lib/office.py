"""What the office does with an application, over the days after it was filed."""

import datetime

from application import today_in_japan


class Office:
    """Of a Stack in which one application waits for it."""

    def __init__(self, stack):
        self._stack = stack

    def give_number(self, window):
        """On the next day, as the service does it by itself. Gives the number and the provisional one."""
        self._stack.begin_next_day()
        waiting, = window.wait(lambda: self._stack.administer("applications", "list"), "the application's number")
        return waiting["number"], waiting["provisionalNumber"]

    def want_documents(self, number, words):
        day = (today_in_japan() + datetime.timedelta(14)).isoformat()
        self._stack.administer("applications", "want", number, day, words=words)

    def grant(self, number, words):
        self._stack.administer("--ticket", "E-1", "applications", "decide", number, "granted", words=words)

    def mails(self, *kinds):
        """What was written of it, a mail of each kind; at once, as the service looks for what waits when it starts."""
        self._stack.restart_backend()
        return [self._stack.wait_for_mail(kind=kind)[0] for kind in kinds]
