"""A certificate authority on loopback: keys, certificates, OCSP, lists of revoked certificates, time stamps."""

import pathlib
import socket
import subprocess
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).parent
PASSWORD = "secret"
KEYS = ["root", "interm", "ocsp", "tsa", "employer", "employee", "stranger"]


class Authority:
    """Runs the authority in `folder` until `close`; `tools` is where its programs are."""

    def __init__(self, folder: pathlib.Path, tools: pathlib.Path):
        self.folder, self.tools = folder, tools
        (folder / "keys").mkdir(parents=True, exist_ok=True)
        for name in KEYS:
            self.run("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256",
                     "-out", str(folder / "keys" / f"{name}.pem"))
        self.port = free_port()
        self.config = folder / "certomancer.yml"
        text = (HERE / "certomancer.yml").read_text().replace("PORT", str(self.port))
        self.config.write_text(text)
        self.certomancer("mass-summon", "pki", str(folder / "made"), "--pfx-pass", PASSWORD)
        self.server = subprocess.Popen(
            [str(tools / "certomancer"), "--config", str(self.config), "animate",
             "--port", str(self.port), "--no-web-ui"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait()

    @property
    def root(self) -> pathlib.Path:
        return self.folder / "made/root/root.cert.pem"

    @property
    def stranger(self) -> pathlib.Path:
        return self.folder / "made/stranger/stranger.cert.pem"

    @property
    def stamps(self) -> str:
        return f"http://127.0.0.1:{self.port}/pki/tsa/tsa"

    def key(self, name: str) -> pathlib.Path:
        return self.folder / f"made/interm/{name}.pfx"

    def certificate(self, name: str, issuer: str = "interm") -> pathlib.Path:
        return self.folder / f"made/{issuer}/{name}.cert.pem"

    def close(self):
        self.server.terminate()
        self.server.wait()

    def certomancer(self, *words: str):
        self.run(str(self.tools / "certomancer"), "--config", str(self.config), *words)

    def run(self, *words: str):
        subprocess.run(words, check=True, capture_output=True)

    def wait(self):
        address = f"http://127.0.0.1:{self.port}/pki/crls/root/latest.crl"
        for _ in range(100):
            try:
                urllib.request.urlopen(address).read()
                return
            except urllib.error.URLError:
                time.sleep(0.1)
        raise SystemExit("the certificate authority does not answer")


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]
