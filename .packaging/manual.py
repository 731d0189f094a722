"""Writes manual pages, one a command, from the help that the program tells of itself as JSON on standard input.

    manual.py FOLDER VERSION LANGUAGE
"""
import json
import pathlib
import sys

WORDS = {
    "zh": {
        "name": "名称", "synopsis": "用法", "description": "说明", "arguments": "参数", "options": "选项",
        "commands": "命令", "command": "命令", "example": "例：", "stop": "。", "title": "Mingce 名册",
        "values": "（可用的值：{}）", "default": "（默认：{}）", "comma": "、",
    },
    "en": {
        "name": "NAME", "synopsis": "SYNOPSIS", "description": "DESCRIPTION", "arguments": "ARGUMENTS",
        "options": "OPTIONS", "commands": "COMMANDS", "command": "command", "example": "Example: ", "stop": ".",
        "title": "Mingce", "values": " (values: {})", "default": " (default: {})", "comma": ", ",
    },
}


def roff(text):
    """Text that man prints as it stands."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def block(text, say):
    """Paragraphs; examples stand as they are written, other lines are filled."""
    parts = []
    for paragraph in text.strip().split("\n\n"):
        if paragraph.startswith(say["example"]):
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


def explanation(argument, say):
    """What an argument is for, with its values and what stands when it is left out."""
    text = argument.get("abstract", "")
    values = argument.get("allValues")
    if values:
        text += say["values"].format(say["comma"].join(values))
    if argument.get("defaultValue"):
        text += say["default"].format(argument["defaultValue"])
    return text


def page(command, path, version, say):
    """The page of one command."""
    name = "-".join(path)
    words = [f'.TH "{name.upper()}" "1" "" "mingce {version}" "{say["title"]}"', ".ad l", f".SH {say['name']}"]
    words.append(roff(f"{name} - {command.get('abstract', '').rstrip(say['stop'])}"))
    shown, subcommands = command.get("arguments", []), command.get("subcommands", [])
    usage = [spelling(each) if not each["isOptional"] else f"[{spelling(each)}]" for each in shown]
    if subcommands:
        usage.append(f"<{say['command']}>")
    words += [f".SH {say['synopsis']}", ".B " + roff(" ".join(path)), roff(" ".join(usage))]
    if command.get("discussion"):
        words += [f".SH {say['description']}", block(command["discussion"], say)]
    for title, kinds in ((say["arguments"], ("positional",)), (say["options"], ("option", "flag"))):
        chosen = [each for each in shown if each["kind"] in kinds]
        if chosen:
            words.append(f".SH {title}")
        for each in chosen:
            words += [".TP", ".B " + roff(spelling(each)), roff(explanation(each, say))]
    if subcommands:
        words.append(f".SH {say['commands']}")
        for each in subcommands:
            reference = "-".join(path + [each["commandName"]])
            words += [".TP", f".BR {roff(reference)} (1)", roff(each.get("abstract", ""))]
    return "\n".join(words) + "\n"


def write(command, path, folder, version, say):
    """Writes the page of a command and of those below it."""
    (folder / ("-".join(path) + ".1")).write_text(page(command, path, version, say), encoding="utf-8")
    for each in command.get("subcommands", []):
        write(each, path + [each["commandName"]], folder, version, say)


def main():
    folder, version, language = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    command = json.load(sys.stdin)["command"]
    write(command, [command["commandName"]], folder, version, WORDS[language])


main()
