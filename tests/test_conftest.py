"""The snapshot set-up itself."""

from syrupy.assertion import SnapshotAssertion


def test_engine_objects_are_compared_as_json_under_the_top_level_folder(
    snapshot: SnapshotAssertion,
) -> None:
    assert snapshot == {"label": "（一）", "text": "新增基础教育公办学位7万个"}
