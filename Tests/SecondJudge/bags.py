"""Has the reference implementation of BagIt look at the bags of an archive, and at the same bags with one byte changed.

Usage: bags.py MINGCE FOLDER, run by the Python of the folder that `setup` made.
"""

import pathlib
import shutil
import subprocess
import sys

import bagit

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent


def made(mingce: str, folder: pathlib.Path) -> list[pathlib.Path]:
    """The bags of an archive of the samples' certificates, one each and one of all."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sample = PROJECT / "content/samples/jilin.json"
    for words in (
        ["render", "certificate", str(sample), "-o", "in", "--split"],
        ["archive", "add", "in", "--archive", "archive"],
        ["archive", "add", "in", "--archive", "archive", "--dossier", "全部证明书"],
    ):
        subprocess.run([mingce, *words, "--project", str(PROJECT)], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return sorted((folder / "archive/bags").glob("*/*"))


def agrees(mingce: str, bag: pathlib.Path, holds: bool) -> bool:
    """Whether both judges say of the bag what is expected."""
    first = subprocess.run(
        [mingce, "archive", "verify", "--archive", "archive", bag.name],
        cwd=bag.parents[3],
        capture_output=True,
    )
    try:
        bagit.Bag(str(bag)).validate()
        second = True
    except bagit.BagError:
        second = False
    agreed = (first.returncode == 0) == holds and second == holds
    if not agreed:
        print(f"{bag}: expected {holds}, mingce {first.returncode}, bagit {second}")
    return agreed


def main(mingce: str, folder: str) -> int:
    mingce = str(pathlib.Path(mingce).resolve())
    bags = made(mingce, pathlib.Path(folder).resolve())
    verdicts = [agrees(mingce, bag, True) for bag in bags]
    single = next(bag for bag in bags if (bag / "data/document.pdf").is_file())
    dossier = next(bag for bag in bags if (bag / "data/0001/document.pdf").is_file())
    for bag in (single, dossier):
        for path in sorted(path for path in bag.rglob("*") if path.is_file()):
            whole = path.read_bytes()
            place = len(whole) // 2
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            # The last manifest vouches for the others and nothing for it: a change in it is one in the digest of a file.
            verdicts.append(agrees(mingce, bag, False))
            path.write_bytes(whole)
    print(f"{len(bags)} bags, {len(verdicts)} verdicts, {verdicts.count(False)} disagreements")
    return 1 if False in verdicts or not bags else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
