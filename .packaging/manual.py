"""Writes manual pages, one a command, from the help that the program tells of itself as JSON on standard input.

    manual.py FOLDER VERSION
"""
import json
import pathlib
import sys


def roff(text):
    """Text that man prints as it stands."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def block(text):
    """Paragraphs; examples stand as they are written, other lines are filled."""
    parts = []
    for paragraph in text.strip().split("\n\n"):
        if paragraph.startswith("例："):
            parts.append(f".PP\n.nf\n{roff(paragraph)}\n.fi")
        else:
            parts.append(".PP\n" + "\n.br\n".join(roff(line) for line in paragraph.split("\n")))
    return "\n".join(parts)


def spelling(argument):
    """How an argument is written, such as `-o, --output 文件`."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"<{value}>"
    names = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument["names"]]
    return ", ".join(names) + (f" <{value}>" if argument["kind"] == "option" else "")


def explanation(argument):
    """What an argument is for, with its values and what stands when it is left out."""
    text = argument.get("abstract", "")
    values = argument.get("allValues")
    if values:
        text += f"（可用的值：{'、'.join(values)}）"
    if argument.get("defaultValue"):
        text += f"（默认：{argument['defaultValue']}）"
    return text


def page(command, path, version):
    """The page of one command."""
    name = "-".join(path)
    words = [f'.TH "{name.upper()}" "1" "" "mingce {version}" "Mingce 名册"', ".ad l", ".SH 名称"]
    words.append(roff(f"{name} - {command.get('abstract', '').rstrip('。')}"))
    shown = [each for each in command.get("arguments", []) if each.get("shouldDisplay", True)]
    subcommands = [each for each in command.get("subcommands", []) if each.get("shouldDisplay", True)]
    usage = [spelling(each) if not each["isOptional"] else f"[{spelling(each)}]" for each in shown]
    if subcommands:
        usage.append("<命令>")
    words += [".SH 用法", ".B " + roff(" ".join(path)), roff(" ".join(usage))]
    if command.get("discussion"):
        words += [".SH 说明", block(command["discussion"])]
    for title, kinds in (("参数", ("positional",)), ("选项", ("option", "flag"))):
        chosen = [each for each in shown if each["kind"] in kinds]
        if chosen:
            words.append(f".SH {title}")
        for each in chosen:
            words += [".TP", ".B " + roff(spelling(each)), roff(explanation(each))]
    if subcommands:
        words.append(".SH 命令")
        for each in subcommands:
            reference = "-".join(path + [each["commandName"]])
            words += [".TP", f".BR {roff(reference)} (1)", roff(each.get("abstract", ""))]
    return "\n".join(words) + "\n"


def write(command, path, folder, version):
    """Writes the page of a command and of those below it."""
    (folder / ("-".join(path) + ".1")).write_text(page(command, path, version), encoding="utf-8")
    for each in command.get("subcommands", []):
        if each.get("shouldDisplay", True) and each["commandName"] != "help":
            write(each, path + [each["commandName"]], folder, version)


def main():
    folder, version = pathlib.Path(sys.argv[1]), sys.argv[2]
    command = json.load(sys.stdin)["command"]
    write(command, [command["commandName"]], folder, version)


main()
