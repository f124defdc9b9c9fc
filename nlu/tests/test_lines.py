import pytest

from components.lines import DataError, Line, read

GOOD = """version: "3.1"
nlu:
  - intent: deny
    metadata: {voice: elder, hard_negative: true}
    examples: |
      - nee: dank u, 't is niet nodig
      - No
"""


def test_language_comes_from_folder_or_name(tmp_path):
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "safety_hard.yml").write_text(GOOD)
    (tmp_path / "nl.yml").write_text(GOOD)
    found = read(tmp_path)
    assert found[0] == Line("fr", "deny", "nee: dank u, 't is niet nodig", "elder", True, "safety")
    assert found[3] == Line("nl", "deny", "No", "elder", True, "talk")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD.replace("      - No", "      No"), "begins with '- '"),
        (GOOD.replace("examples: |", "example: |"), "block 1 needs"),
        ("nlu: [", "nl.yml"),
    ],
)
def test_a_broken_file_says_where(tmp_path, text, fault):
    (tmp_path / "nl.yml").write_text(text)
    with pytest.raises(DataError, match=fault):
        read(tmp_path)


def test_a_file_of_no_language(tmp_path):
    (tmp_path / "all.yml").write_text(GOOD)
    with pytest.raises(DataError, match="folder nl, fr or en"):
        read(tmp_path)
