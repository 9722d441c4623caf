"""Names of Debian packages come in; they are installed where this machine has apt and lets us."""

from __future__ import annotations

import os
import shutil
import subprocess

INSTALL = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]


def apt_install(*names: str) -> bool:
    """Try it; say whether it worked."""
    if not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    print(f"trying: apt-get install {' '.join(names)}", flush=True)
    subprocess.run([*sudo, "apt-get", "update", "-qq"], check=False)
    return subprocess.run([*sudo, *INSTALL, *names], check=False).returncode == 0
