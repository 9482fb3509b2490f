"""Likeness is the measure that scikit-learn's vectoriser gives, to the last digits."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from pepinsight.evidence.likeness import likeness

TEXTS = st.lists(
    st.text(st.sampled_from("abcdeé ßİ漢\n\t.1"), max_size=40).map(lambda text: f"{text} a"), min_size=1, max_size=6
)


@given(TEXTS, TEXTS)
def test_it_is_the_cosine_of_a_vectoriser_fitted_on_all_texts(rows: list[str], others: list[str]) -> None:
    made = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform([*rows, *others])
    expected = (made[: len(rows)] @ made[len(rows) :].T).toarray()
    assert np.allclose(likeness(rows, others), expected, rtol=0, atol=1e-12)


def test_texts_without_a_word_are_like_nothing() -> None:
    assert likeness(["", "reads daily"], ["", " \n"]).tolist() == [[0.0, 0.0], [0.0, 0.0]]
    assert likeness([""], [" "]).tolist() == [[0.0]]
