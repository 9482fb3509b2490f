"""Judgement is data: load a YAML file into a pydantic model, and name file, line and remedy when it is wrong."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

try:
    from yaml import CSafeLoader as SafeLoader  # libyaml: a third of the time until the first PEP is read went on this
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]


class _Plain(SafeLoader):
    """YAML 1.2's plain values: "no", "on" and "1:1" are words, as the people who edit these files mean them."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[-1] in {"null", "merge"}]
    for first, resolvers in SafeLoader.yaml_implicit_resolvers.items()
}
_Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Plain.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
_Plain.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))


class DataFileError(ValueError):
    """A data file cannot be used; the message names file, line and what was expected."""


class Strict(BaseModel):
    """Base of every data-file model: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=BaseModel)


def load(path: Path, model: type[Model]) -> Model:
    """Read ``path`` (UTF-8 YAML) as ``model``.

    Raises DataFileError, with file and line, for broken YAML, a repeated or unknown key, or a wrong value.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"{path.name}: cannot be read: {error}") from error
    try:
        loader = _Plain(text)
        node = loader.get_single_node()
        if node is None:
            raise DataFileError(f"{path.name} line 1: the file is empty")
        _refuse_repeated_keys(node, path)
        value = loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise DataFileError(f"{path.name} line {line}: not valid YAML: {error.problem or error.context}") from error
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problems = [_explain(problem, node, path, model) for problem in error.errors()]
        raise DataFileError("\n".join(problems)) from error


def line_of(path: Path, location: tuple[int | str, ...]) -> int:
    """The 1-based line on which the value at ``location`` (keys and indices) starts."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Plain)
    return _line(node, location) if node is not None else 1


def _refuse_repeated_keys(node: yaml.Node, path: Path) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise DataFileError(f"{path.name} line {key.start_mark.line + 1}: the key '{key.value}' stands twice")
            seen.add(key.value)
            _refuse_repeated_keys(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_repeated_keys(item, path)


def _line(node: yaml.Node, location: tuple[int | str, ...]) -> int:
    line = node.start_mark.line + 1
    for step in location:
        found: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(step):
                    line, found = key.start_mark.line + 1, value
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = node.value[step]
            line = found.start_mark.line + 1
        if found is None:
            break
        node = found
    return line


def _explain(problem: Any, node: yaml.Node, path: Path, model: type[BaseModel]) -> str:
    location = tuple(problem["loc"])
    where = f"{path.name} line {_line(node, location)}"
    if problem["type"] == "extra_forbidden":
        key = str(location[-1])
        near = difflib.get_close_matches(key, _known_keys(model), n=1)
        hint = f"; did you mean '{near[0]}'?" if near else ""
        return f"{where}: unknown key '{key}'{hint}"
    name = ".".join(str(step) for step in location) or "the file"
    return f"{where}: {name}: {problem['msg']}"


def _known_keys(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema()
    keys = set(schema.get("properties", {}))
    for definition in schema.get("$defs", {}).values():
        keys |= set(definition.get("properties", {}))
    return keys
