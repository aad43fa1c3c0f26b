"""Chromium, as people have it, for the pages that the service's mails lead to."""

import base64
import hashlib
import subprocess

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait


def _key_digest(certificate):
    """As Chromium names a key that it is to trust."""
    public = subprocess.run(["openssl", "x509", "-in", certificate, "-noout", "-pubkey"], check=True, capture_output=True)
    der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=public.stdout, check=True,
                         capture_output=True)
    return base64.b64encode(hashlib.sha256(der.stdout).digest()).decode()


class Browser:
    """With a new profile in `folder`; trusts the service's key and no other."""

    def __init__(self, folder, certificate, scripts=False):
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                         "--disable-background-networking", "--disable-component-update", "--disable-sync",
                         "--disable-dev-shm-usage", "--window-size=420,900", f"--user-data-dir={folder}",
                         f"--ignore-certificate-errors-spki-list={_key_digest(certificate)}"):
            options.add_argument(argument)
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self._driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._driver.quit()

    def open(self, address):
        self._driver.get(address)

    @property
    def path(self):
        return "/" + self._driver.current_url.split("/", 3)[3]

    def text(self):
        return self._driver.find_element(By.TAG_NAME, "body").text

    def type_passwords(self, secret):
        for field in self._driver.find_elements(By.CSS_SELECTOR, "input[type=password]"):
            field.send_keys(secret)

    def press(self, words=""):
        """The button with these words; the page that follows is there afterwards."""
        before = self._driver.find_element(By.TAG_NAME, "html")
        self._driver.find_element(By.XPATH, f"//button[contains(., '{words}')]").click()
        WebDriverWait(self._driver, 60).until(lambda driver: driver.find_element(By.TAG_NAME, "html") != before)

    def refused(self):
        """What the page asked for and its own policy, or the browser's, did not allow."""
        return [entry["message"] for entry in self._driver.get_log("browser") if "Refused" in entry["message"]]

    def picture(self, path):
        self._driver.save_screenshot(str(path))
