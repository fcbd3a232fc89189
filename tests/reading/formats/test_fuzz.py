from benchmarks.fuzz_readers import fuzz


def test_damaged_files_of_all_formats_give_a_text_or_one_sentence() -> None:
    outcome = fuzz(240, seconds=30, seed=1)
    assert outcome.faults == []
    assert outcome.texts
    assert outcome.sentences
